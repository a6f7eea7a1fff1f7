import type { Frame } from '../../knowledge/frames.ts'
import type { Agreement } from '../../knowledge/conjugation.ts'
import { ADJECTIVE, COMMON, HEAD, type Lemma, NAME, type ParticipleForm, TITLE } from '../../knowledge/lexicon.ts'
import type { Word } from '../../knowledge/analysis.ts'
import {
  COMPLEMENTIZER,
  BARE_COMPLEMENTIZER,
  type FiniteVerb,
  FUTURE_PARTICLE,
  isClass,
  NEGATION,
  type Page,
  formsHere,
  isAmbiguousVerb,
  verbAt,
} from '../phrases/page.ts'
import { setPhraseAt } from '../phrases/subjects.ts'

/** A word that may report speech: a finite verb, a participle («مضيفا») or a noun («إعلان»). */
export interface Cue {
  readonly token: number
  readonly kind: 'verb' | 'participle' | 'noun'
  readonly word: Word
  readonly lemma: Lemma
  readonly frames: readonly Frame[]
  readonly agreement: Agreement | null
  readonly verb: FiniteVerb | null
}

/** How far behind its verb the noun of a light-verb phrase may stand. */
const PHRASE_REACH = 9

/** The frames that a place allows: a light-verb phrase needs its noun behind the verb, and where one stands it wins. */
export function framesHere(page: Page, t: number, frames: readonly Frame[]): readonly Frame[] {
  if (frames.every((frame) => frame.phrase.length === 0)) return frames
  const phrases = frames.filter((frame) => frame.phrase.length > 0 && phraseFollows(page, t, frame.phrase))
  return phrases.length > 0 ? phrases : frames.filter((frame) => frame.phrase.length === 0)
}

/** Whether a token is a folded word, through clitics and endings; the article of the word asked for is no matter. */
export function isWordAt(page: Page, u: number, word: string): boolean {
  if (page.tokens.form[u] === word) return true
  const { article } = page.knowledge.lexicon.clitics
  const bare = word.startsWith(article) && word.length > article.length + 2 ? word.slice(article.length) : word
  return page.words[u]?.some((reading) => reading.stem === bare || reading.base === bare || reading.stem === word) ?? false
}

function phraseFollows(page: Page, t: number, words: readonly string[]): boolean {
  const sentence = page.tokens.sentence[t]
  let u = t + 1
  for (const word of words) {
    const limit = u + PHRASE_REACH
    while (u < limit && page.tokens.sentence[u] === sentence && !(isWordAt(page, u, word) && (word !== words[0] || u === t + 1 || !isAnnexing(page, u - 1))))
      u++
    if (u >= limit || page.tokens.sentence[u] !== sentence) return false
    u++
  }
  return true
}

/** «أكد على ضرورة التزام الجميع»: a noun annexed to one before it is not what the verb takes. */
function isAnnexing(page: Page, t: number): boolean {
  const best = page.best[t] as Word
  const isName = (best.flags & (ADJECTIVE | NAME | HEAD | TITLE)) !== 0
  return best.classes === 0 && !best.article && !best.pronoun && best.verbs.length === 0 && (best.flags & COMMON) !== 0 && !isName
}

const withAct = (frames: readonly Frame[]): Frame[] => frames.filter((frame) => frame.act !== null)

/** The reporting word at a token, or null. */
export function cueAt(page: Page, t: number): Cue | null {
  if (page.tokens.kind[t] !== 'word' || (page.timeAt[t] as number) >= 0) return null
  const readings = page.words[t] ?? []
  const best = readings[0] as Word
  // «منه», «عليها»: a preposition with its pronoun.
  if (best.classes !== 0 && best.pronoun) return null
  for (const word of readings) {
    if (word.score < best.score - 9) break
    if (word.pronoun && word.pronoun.person !== 3) continue
    for (const form of formsHere(page, t, word)) {
      const frames = framesHere(page, t, withAct(form.lemma.frames))
      if (frames.length === 0) continue
      const verb: FiniteVerb = { token: t, word, form, isAmbiguous: isAmbiguousVerb(page, t, word, form) }
      return { token: t, kind: 'verb', word, lemma: form.lemma, frames, agreement: form.agreement, verb }
    }
    if (word.article || word.preposition !== '') continue
    for (const form of word.participles) {
      const frames = withAct(form.lemma.frames)
      if (frames.length > 0 && isCircumstantial(form, word))
        return { token: t, kind: 'participle', word, lemma: form.lemma, frames, agreement: form.agreement, verb: null }
    }
  }
  return null
}

/** «مضيفا», «مضيفة», «نافين»: a participle that goes on stands in the accusative; a bare «مضيف» is a noun. */
const isCircumstantial = (form: ParticipleForm, word: Word): boolean => form.isAccusative && !word.article

/** The noun of saying at a token, or null. */
export function nounCueAt(page: Page, t: number): Cue | null {
  if (page.tokens.kind[t] !== 'word' || (page.timeAt[t] as number) >= 0) return null
  const readings = page.words[t] ?? []
  const best = readings[0] as Word
  for (const word of readings) {
    if (word.score < best.score - 9) break
    for (const noun of word.nouns) {
      const frames = withAct(noun.frames)
      if (frames.length > 0) return { token: t, kind: 'noun', word, lemma: noun.lemma, frames, agreement: word.pronoun, verb: null }
    }
  }
  return null
}

/**
 * Whether a verb at a token says what has not been said: future, negated, behind أن («من المقرر أن يعلن»), or possible.
 * Attitudes may be negated and still be held.
 */
export function isUnsaid(page: Page, cue: Cue): boolean {
  const { token: t, word } = cue
  if (cue.kind !== 'verb') return false
  if (word.future) return true
  const sentence = page.sentences[page.tokens.sentence[t] as number]
  const from = sentence?.from ?? 0
  for (let u = t - 1; u >= from && u >= t - 2; u--) {
    if (page.tokens.kind[u] === 'mark') break
    if (isClass(page, u, NEGATION | FUTURE_PARTICLE)) return true
    if (
      u === t - 1 &&
      isClass(page, u, COMPLEMENTIZER | BARE_COMPLEMENTIZER) &&
      cue.verb?.form.tense === 'imperfect' &&
      page.best[u]?.stem !== undefined &&
      isSubjunctive(page, u)
    )
      return true
    const before = verbAt(page, u)
    if (before && before.form.lemma.kind !== 'auxiliary') break
  }
  return false
}

/** A plain أن (without pronoun) right before a verb makes it a wish, not a report. */
const isSubjunctive = (page: Page, t: number): boolean => (page.tokens.form[t] as string).length <= 3

/** Tokens that set phrases of «not said» cover, up to the verb they govern. */
export function unsaidTokens(page: Page): Set<number> {
  const covered = new Set<number>()
  for (let t = 0; t < page.tokens.count; t++) {
    const to = setPhraseAt(page, t, 'not said')
    if (to > 0) for (let u = t; u < to + 1; u++) covered.add(u)
  }
  return covered
}
