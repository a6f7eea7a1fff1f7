import { classBit, COMMON, DEMONYM, HEAD, NAME, TITLE, type VerbForm } from '../../knowledge/lexicon.ts'
import type { Word } from '../../knowledge/analysis.ts'
import type { Agreement } from '../../knowledge/conjugation.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { TimeExpression } from '../../record.ts'
import { offsetAfter } from '../../fold.ts'
import type { Quotation, Text } from '../document.ts'
import { findWords, type Words } from '../morphology/words.ts'
import { type CatalogueMatch, findMatches } from '../names/matches.ts'

export const PREPOSITION = classBit('preposition')
export const COMPLEMENTIZER = classBit('complementizer')
export const BARE_COMPLEMENTIZER = classBit('bare complementizer')
export const QUESTION_COMPLEMENTIZER = classBit('question complementizer')
export const RELATIVE = classBit('relative')
export const SUBORDINATOR = classBit('subordinator')
export const COORDINATOR = classBit('coordinator')
export const NEGATION = classBit('negation')
export const PERFECT_PARTICLE = classBit('perfect particle')
export const FUTURE_PARTICLE = classBit('future particle')
export const DEMONSTRATIVE = classBit('demonstrative')
export const PRONOUN = classBit('pronoun')
export const REFLEXIVE = classBit('reflexive')
export const QUANTIFIER = classBit('quantifier')
export const ADVERB = classBit('adverb')

/**
 * A document with what every later stage asks of a token: its best reading, whether it can be a finite verb, the catalogue
 * form that begins there, the time expression and the quotation it stands in.
 */
export interface Page extends Text {
  readonly knowledge: Knowledge
  readonly words: Words
  readonly best: readonly Word[]
  readonly matches: readonly (CatalogueMatch | null)[]
  readonly times: readonly TimeExpression[]
  /** Number of the time expression a token stands in, or -1. */
  readonly timeAt: Int32Array
  /** Number of the innermost quotation a token stands in, or -1. */
  readonly quotationAt: Int32Array
  /** For each paragraph, whether it only links to another story: nothing is read from it. */
  readonly asides: readonly boolean[]
}

/** «قال علي بيرال»: a first name that folds to a function word is a name where it is not spelled as one and a name follows. */
function namesApart(document: Text, words: Words, { lexicon, names }: Knowledge): Words {
  const { tokens, text } = document
  let apart: (readonly Word[])[] | null = null
  for (let t = 0; t + 1 < tokens.count; t++) {
    const first = words[t]?.[0] as Word
    if (first.classes === 0 || first.pronoun || !names.firstNames.has(first.stem)) continue
    if (lexicon.functionSpellings.has(text.slice((tokens.end[t] as number) - first.stem.length, tokens.end[t]))) continue
    const next = words[t + 1]?.[0] as Word
    const isName = tokens.kind[t + 1] === 'word' && next.classes === 0 && !next.article && !next.conjunction && (next.flags === 0 || (next.flags & NAME) !== 0)
    const before = t > 0 ? (words[t - 1]?.[0] as Word) : first
    // «أحمد علي»: right behind another first name.
    const isSecond = before !== first && before.classes === 0 && (before.flags & NAME) !== 0 && names.firstNames.has(before.stem)
    if (!isSecond && !(isName && next.verbs.length + next.nouns.length === 0) && !names.joinsNext.has(next.stem)) continue
    apart ??= [...words]
    apart[t] = [{ ...first, classes: 0, flags: first.flags | NAME, verbs: [], participles: [], nouns: [] }]
  }
  return apart ?? words
}

/** Gathers the layers below names, actors, statements and events. O(tokens). */
export function openPage(document: Text, times: readonly TimeExpression[], knowledge: Knowledge): Page {
  const words = namesApart(document, findWords(document, knowledge), knowledge)
  const matches = findMatches(document, words, knowledge)
  const { tokens, quotations } = document
  const timeAt = new Int32Array(tokens.count).fill(-1)
  let i = 0
  for (let t = 0; t < tokens.count; t++) {
    while (i < times.length && (times[i] as TimeExpression).span[1] <= (tokens.start[t] as number)) i++
    const time = times[i]
    if (time && time.span[0] < (tokens.end[t] as number) && time.span[1] > (tokens.start[t] as number)) timeAt[t] = i
  }
  const quotationAt = new Int32Array(tokens.count).fill(-1)
  quotations.forEach((quotation: Quotation, q) => {
    quotationAt.fill(q, quotation.from, quotation.to)
  })
  return { ...document, knowledge, words, best: words.map((readings) => readings[0] as Word), matches, times, timeAt, quotationAt, asides: [] }
}

/** Tells whether a token's best reading belongs to one of the word classes (a union of bits). */
export const isClass = (page: Page, t: number, bits: number): boolean => ((page.best[t]?.classes ?? 0) & bits) !== 0

/** Tells whether a token is this mark. */
export const isMark = (page: Page, t: number, mark: string): boolean => page.tokens.kind[t] === 'mark' && page.tokens.form[t] === mark

/** A finite verb that a token may be: its reading, and whether the same written form may be a noun as well. */
export interface FiniteVerb {
  readonly token: number
  readonly word: Word
  readonly form: VerbForm
  readonly isAmbiguous: boolean
}

/** The finite verb at a token, or null. Function words that look like verbs («بين») are none. */
export function verbAt(page: Page, t: number): FiniteVerb | null {
  if (page.tokens.kind[t] !== 'word' || (page.timeAt[t] as number) >= 0) return null
  const readings = page.words[t]
  const best = readings?.[0]
  if (!readings || !best) return null
  const word = readings.find((reading) => reading.verbs.length > 0 && reading.score >= best.score - 9)
  if (!word || (best.classes !== 0 && !word.conjunction && word === best)) return null
  const forms = formsHere(page, t, word)
  const form = forms.find((v) => v.lemma.kind === 'frame') ?? forms[0]
  return form ? { token: t, word, form, isAmbiguous: isAmbiguousVerb(page, t, word, form) } : null
}

/** A reading's verb forms that its place allows: the short imperfect stands only behind a negation or a written-on ل. */
export const formsHere = (page: Page, t: number, word: Word): readonly VerbForm[] =>
  word.verbs.some((v) => v.isJussive) && word.preposition === '' && !(t > 0 && isClass(page, t - 1, NEGATION))
    ? word.verbs.filter((v) => !v.isJussive)
    : word.verbs

/** Whether the written form of a verb may be a noun or name as well. Auxiliaries and futures are verbs. */
export const isAmbiguousVerb = (page: Page, t: number, word: Word, form: VerbForm): boolean =>
  !word.future &&
  form.lemma.kind !== 'auxiliary' &&
  ((word.flags & (COMMON | DEMONYM | TITLE | HEAD)) !== 0 ||
    word.nouns.length > 0 ||
    word !== page.best[t] ||
    page.best[t]?.classes !== 0 ||
    isBoundNoun(page, t, word) ||
    page.matches[t] != null)

/** «استقالته»: the letters of a verb with a pronoun are those of a noun of the frame book with its own. */
const isBoundNoun = (page: Page, t: number, word: Word): boolean =>
  word.pronoun !== null && (page.words[t]?.some((other) => other.pronoun !== null && other.nouns.length > 0) ?? false)

/** The offset at which what a token means begins: behind its proclitics. */
export const stemStart = (page: Page, t: number, proclitics: number): number =>
  offsetAfter(page.text, page.tokens.start[t] as number, page.tokens.end[t] as number, proclitics)

/** The preposition and pronoun of a word that is both («معه», «لها»), or null. */
export function boundPronounAt(page: Page, t: number): { preposition: string; pronoun: Agreement } | null {
  if (!isClass(page, t, PREPOSITION)) return null
  const bound = page.words[t]?.find((word) => word.pronoun !== null && word.classes !== 0)
  if (bound?.pronoun) return { preposition: bound.stem, pronoun: bound.pronoun }
  const form = page.tokens.form[t] as string
  const { prepositions, pronouns } = page.knowledge.lexicon.clitics
  for (const preposition of prepositions) {
    if (!form.startsWith(preposition)) continue
    const pronoun = pronouns.find((candidate) => candidate.form === form.slice(preposition.length))
    if (pronoun) return { preposition, pronoun: pronoun.agreement }
  }
  return null
}
