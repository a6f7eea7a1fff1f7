import type { Agreement } from './conjugation.ts'
import { classBit, type Lexicon, type NounForm, type ParticipleForm, type VerbForm } from './lexicon.ts'

/**
 * One way to read a written token: its clitics and what the lexicon knows of the rest. `proclitics` counts the folded letters
 * of conjunction, preposition and future before the article or stem: where the span of what is meant begins.
 */
export interface Word {
  readonly proclitics: number
  readonly conjunction: boolean
  /** The attached preposition in its folded form, or ''. */
  readonly preposition: string
  readonly future: boolean
  readonly article: boolean
  /** The folded form without proclitics, article and pronoun. */
  readonly stem: string
  /** The stem without an ending of case or number, where the lexicon knows it so («متحدثا» → «متحدث»); else the stem. */
  readonly base: string
  readonly pronoun: Agreement | null
  /** Bits of word classes; see `classBit`. */
  readonly classes: number
  /** Bits of the vocabulary (COMMON, NAME, …) for the stem. */
  readonly flags: number
  readonly verbs: readonly VerbForm[]
  readonly participles: readonly ParticipleForm[]
  readonly nouns: readonly NounForm[]
  readonly score: number
}

const NONE: readonly never[] = []
const PREPOSITION_BIT = classBit('preposition')

interface Split {
  readonly proclitics: number
  readonly conjunction: boolean
  readonly preposition: string
  readonly future: boolean
  readonly article: boolean
  readonly rest: string
}

/**
 * All ways to read a folded form, best first. A reading whose stem the lexicon knows beats one it does not; among known ones
 * the one that cuts less wins, and the article behind a proclitic is strong evidence for the cut («بالقول»). An unknown word
 * keeps its first letter unless that is the conjunction و before four letters or more.
 */
export function analyse(form: string, lexicon: Lexicon): readonly Word[] {
  const readings: Word[] = []
  for (const split of splits(form, lexicon)) {
    const plain = look(split, split.rest, null, lexicon)
    if (plain) readings.push(plain)
    if (!split.article)
      for (const pronoun of lexicon.clitics.pronouns) {
        if (split.rest.length < pronoun.form.length + 2 || !split.rest.endsWith(pronoun.form)) continue
        const stem = split.rest.slice(0, -pronoun.form.length)
        const bound = look(split, stem, pronoun.agreement, lexicon)
        if (bound) readings.push(bound)
        for (const change of lexicon.clitics.changes)
          if (stem.endsWith(change.written)) {
            const changed = look(split, stem.slice(0, -change.written.length) + change.alone, pronoun.agreement, lexicon)
            if (changed) readings.push(changed)
          }
      }
  }
  readings.sort((a, b) => b.score - a.score)
  return readings
}

function* splits(form: string, lexicon: Lexicon): Generator<Split> {
  const { conjunctions, prepositions, future, article, joined } = lexicon.clitics
  const heads: { cut: number; conjunction: boolean }[] = [{ cut: 0, conjunction: false }]
  for (const c of conjunctions) if (form.length > c.length + 1 && form.startsWith(c)) heads.push({ cut: c.length, conjunction: true })
  for (const { cut, conjunction } of heads) {
    const rest = form.slice(cut)
    const split = (proclitics: number, preposition: string, isFuture: boolean, hasArticle: boolean, stem: string): Split => ({
      proclitics: cut + proclitics,
      conjunction,
      preposition,
      future: isFuture,
      article: hasArticle,
      rest: stem,
    })
    yield split(0, '', false, false, rest)
    if (rest.startsWith(article) && rest.length > article.length + 1) yield split(0, '', false, true, rest.slice(article.length))
    for (const p of prepositions) {
      if (!rest.startsWith(p) || rest.length < p.length + 2) continue
      yield split(p.length, p, false, false, rest.slice(p.length))
      const inner = rest.slice(p.length)
      if (inner.startsWith(article) && inner.length > article.length + 1) yield split(p.length, p, false, true, inner.slice(article.length))
    }
    // «لل»: the second letter stands for the article, so a span that leaves the preposition out begins at it.
    for (const j of joined)
      if (rest.startsWith(j.form) && rest.length > j.form.length + 1) yield split(j.form.length - 1, j.preposition, false, true, rest.slice(j.form.length))
    for (const f of future) if (rest.startsWith(f) && rest.length > f.length + 2) yield split(f.length, '', true, false, rest.slice(f.length))
  }
}

/** Looks one split's stem up; null when it cannot be a word in that place. */
function look(split: Split, stem: string, pronoun: Agreement | null, lexicon: Lexicon): Word | null {
  const { conjunction, preposition, future, article } = split
  const isBare = !article && !future && preposition === '' && !pronoun
  let verbs: readonly VerbForm[] = NONE
  if (!article && (preposition === '' || preposition === lexicon.clitics.joined[0]?.preposition)) {
    verbs = lexicon.verbs.get(stem) ?? NONE
    if (!pronoun && verbs.some((v) => v.isBound)) verbs = verbs.filter((v) => !v.isBound)
    if (verbs.length > 0 && (future || preposition !== '')) {
      verbs = verbs.filter((v) => v.tense === 'imperfect')
    }
  }
  if (future) return verbs.length > 0 ? { ...split, stem, base: stem, pronoun, classes: 0, flags: 0, verbs, participles: NONE, nouns: NONE, score: 92 } : null
  const participles = pronoun ? NONE : (lexicon.participles.get(stem) ?? NONE)
  let nouns = lexicon.nouns.get(stem) ?? NONE
  let flags = lexicon.vocabulary.get(stem) ?? 0
  // A preposition keeps its class with a pronoun («خلالها»); other function words take none.
  const listed = lexicon.functionWords.get(stem) ?? 0
  const classes = article || preposition !== '' ? 0 : pronoun ? listed & PREPOSITION_BIT : listed
  let isInflected = false
  let base = stem
  if (nouns.length === 0 && !pronoun)
    for (const ending of lexicon.clitics.nounEndings) {
      if ((ending.isFree && preposition !== '') || !stem.endsWith(ending.form) || stem.length < ending.form.length + 2) continue
      const alone = stem.slice(0, -ending.form.length)
      const found = lexicon.nouns.get(alone)
      const known = lexicon.vocabulary.get(alone) ?? 0
      if (found || known) {
        nouns = found ?? NONE
        if (flags === 0) flags = known
        isInflected = true
        base = alone
        break
      }
    }
  const isKnown =
    verbs.length > 0 || participles.length > 0 || nouns.length > 0 || flags !== 0 || classes !== 0 || (preposition !== '' && lexicon.functionWords.has(stem))
  let score: number
  if (isKnown) {
    score = 100 - (conjunction ? 4 : 0) - (preposition ? (article ? 1 : 8) : 0) - (pronoun ? 6 : 0) - (isInflected ? 3 : 0)
    if (classes !== 0) score += 3
    if (stem.length < 3 && !isBare && classes === 0) score -= 40
    else if (stem.length < 3 && conjunction && classes === 0) score -= 40
  } else {
    // No pronoun is cut from an unknown word: too many end in those letters.
    if (pronoun) return null
    if (article && (preposition || conjunction)) score = 86
    else if (article) score = 84
    else if (preposition) score = 40
    else if (conjunction) score = stem.length >= 4 ? (split.proclitics === 0 ? 58 : 40) : 42
    else score = 50
  }
  return { ...split, stem, base, pronoun, classes, flags, verbs, participles, nouns, score }
}
