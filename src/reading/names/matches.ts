import type { CatalogueForm } from '../../knowledge/catalogue.ts'
import { CATALOGUE } from '../../knowledge/lexicon.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Text, TokenRange } from '../document.ts'
import type { Words } from '../morphology/words.ts'

/** A form of the catalogue found in the text. `proclitics` counts the folded letters before it in its first token. */
export interface CatalogueMatch extends TokenRange {
  readonly form: CatalogueForm
  readonly proclitics: number
}

/**
 * Finds the longest catalogue form that begins at each token, through its clitics («وماكرون», «لبوتين», «للأمم المتحدة»); null
 * where none begins. Marks between words of one name (hashtag strokes, hyphens, abbreviation stops) are passed over.
 */
export function findMatches(
  document: Pick<Text, 'tokens'>,
  words: Words,
  { catalogue, lexicon }: Pick<Knowledge, 'catalogue' | 'lexicon'>,
): (CatalogueMatch | null)[] {
  const { tokens } = document
  const { article } = lexicon.clitics
  const found = new Array<CatalogueMatch | null>(tokens.count).fill(null)
  for (let t = 0; t < tokens.count; t++) {
    if (tokens.kind[t] === 'mark' || tokens.kind[t] === 'number') continue
    if (!words[t]?.some((word) => (word.flags & CATALOGUE) !== 0) && tokens.kind[t] === 'word') continue
    let best: CatalogueMatch | null = null
    const whole = tokens.form[t] as string
    const tryForms = (key: string, proclitics: number) => {
      const forms = catalogue.forms.get(key)
      if (!forms) return
      for (const form of forms) {
        if (best && form.words.length <= best.form.words.length) break
        const to = matchWords(document, t, form.words)
        if (to > 0) {
          best = { from: t, to, form, proclitics }
          break
        }
      }
    }
    tryForms(whole, 0)
    for (const word of words[t] ?? []) {
      if (word.pronoun || word.future || word.proclitics === 0) continue
      tryForms((word.article ? article : '') + word.stem, word.proclitics)
    }
    found[t] = best !== null && isCutFromName(best, words) ? null : best
  }
  return found
}

/** A name of one word behind a preposition, with an unknown word next to it: more likely the first word of another name («باولو فيريتي»). */
function isCutFromName({ from, to, form, proclitics }: CatalogueMatch, words: Words): boolean {
  if (proclitics === 0 || to - from > 1 || form.entries[0]?.kind !== 'person') return false
  if (!words[from]?.some((word) => word.proclitics === proclitics && word.preposition !== '' && !word.conjunction)) return false
  const next = words[to]?.[0]
  return (
    next !== undefined &&
    next.stem !== '' &&
    next.flags === 0 &&
    next.classes === 0 &&
    !next.article &&
    next.proclitics === 0 &&
    next.verbs.length + next.nouns.length + next.participles.length === 0
  )
}

/** The token behind a form's words from `t` on, or 0; the first word is taken as matched. */
function matchWords(document: Pick<Text, 'tokens'>, t: number, forms: readonly string[]): number {
  const { tokens } = document
  let u = t + 1
  for (let i = 1; i < forms.length; i++) {
    while (u < tokens.count && isJoint(document, u)) u++
    if (tokens.form[u] !== forms[i] || tokens.sentence[u] !== tokens.sentence[t]) return 0
    u++
  }
  return u
}

/** A mark that may stand inside a name: `_` and `#` of hashtags, a hyphen or stop that touches both neighbours. */
export function isJoint(document: Pick<Text, 'tokens'>, u: number): boolean {
  const { kind, form, start, end } = document.tokens
  if (kind[u] !== 'mark') return false
  const mark = form[u]
  if (mark === '_' || mark === '#') return true
  return (mark === '-' || mark === '.') && end[u - 1] === start[u] && start[u + 1] === end[u]
}
