import { COMMON } from '../../knowledge/lexicon.ts'
import { demonymAt, titleAt } from './noun-phrases.ts'
import { type Page, verbAt } from './page.ts'
import { setPhraseAt } from './subjects.ts'

/** How much of a paragraph's own words the rest of its report must share, below which it tells another story. */
const SHARED = 0.1
const LONGEST_HEADLINE = 24

/**
 * Tells which paragraphs of a page only link to other stories: link lines, bare headlines between paragraphs that end in a
 * stop, and one-sentence teasers that open like a news item of their own and share no words with the rest. Nothing is read
 * from them. One entry a paragraph.
 */
export function findAsides(page: Page): boolean[] {
  const { paragraphs, sentences, tokens } = page
  const isEnded = paragraphs.map((paragraph) => /^[.؟?!…"»”:)]+$/.test(tokens.form[paragraph.to - 1] as string))
  const mostEnd = isEnded.filter(Boolean).length >= paragraphs.length * 0.6
  const words = paragraphs.map((_, p) => ownWords(page, p))
  const isFresh = paragraphs.map((paragraph, p) => {
    const sentence = sentences[tokens.sentence[paragraph.from] as number]
    const verb = verbAt(page, paragraph.from)
    return (
      p > 0 && sentence?.to === paragraph.to && verb !== null && !verb.word.conjunction && verb.form.tense === 'perfect' && verb.form.lemma.kind !== 'auxiliary'
    )
  })
  return paragraphs.map((paragraph, p) => {
    if (setPhraseAt(page, paragraph.from, 'link line') > 0) return true
    if (p === 0) return false
    if (mostEnd && !isEnded[p] && paragraph.to - paragraph.from <= LONGEST_HEADLINE && p < paragraphs.length - 1) return true
    if (!isFresh[p] || paragraphs.length < 4) return false
    const own = words[p] as Set<string>
    let shared = 0
    for (const word of own) if (words.some((others, q) => q !== p && (q < 2 || !isFresh[q]) && others.has(word))) shared++
    return own.size >= 5 && shared / own.size <= SHARED
  })
}

/** The words that a paragraph's story is made of: no function words, roles, states, times or verbs of the frame book. */
function ownWords(page: Page, p: number): Set<string> {
  const own = new Set<string>()
  const { from, to } = page.paragraphs[p] as { from: number; to: number }
  for (let t = from; t < to; t++) {
    const best = page.best[t]
    if (!best || page.tokens.kind[t] !== 'word' || best.stem.length < 3 || best.classes !== 0 || (page.timeAt[t] as number) >= 0) continue
    if (best.verbs.length > 0 && (best.flags & COMMON) === 0) continue
    if (titleAt(page, t) || demonymAt(page, t) || page.matches[t]?.form.entries.some((entry) => entry.kind === 'state')) continue
    own.add(best.stem)
  }
  return own
}
