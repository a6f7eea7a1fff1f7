import { fold } from '../../fold.ts'
import type { Word } from '../../knowledge/analysis.ts'
import type { Frame } from '../../knowledge/frames.ts'
import type { Span } from '../../span.ts'
import { nounPhraseAt } from '../phrases/noun-phrases.ts'
import {
  ADVERB,
  BARE_COMPLEMENTIZER,
  COMPLEMENTIZER,
  DEMONSTRATIVE,
  type FiniteVerb,
  formsHere,
  FUTURE_PARTICLE,
  isAmbiguousVerb,
  isClass,
  NEGATION,
  type Page,
  PERFECT_PARTICLE,
  PREPOSITION,
  QUANTIFIER,
  RELATIVE,
  stemStart,
  SUBORDINATOR,
  verbAt,
} from '../phrases/page.ts'
import { subjectBefore } from '../phrases/subjects.ts'
import { framesHere, isWordAt } from '../statements/cues.ts'

/** A word that may name an event: a verb, a participle or a noun, with the frames its place allows, the most particular first. */
export interface Trigger {
  readonly token: number
  /** The token behind the trigger's last word. */
  readonly to: number
  readonly span: Span
  readonly word: Word
  readonly verb: FiniteVerb | null
  readonly kind: 'verb' | 'participle' | 'noun'
  readonly frames: readonly Frame[]
}

/** How far behind its head noun the word of a noun phrase may stand («فرض مزيد من العقوبات»). */
const GAP = 3

const withEvent = (frames: readonly Frame[]): Frame[] => frames.filter((frame) => frame.event !== null)

/** The event word at a token, or null. One written form that may be verb or noun is decided by its place. */
export function triggerAt(page: Page, t: number): Trigger | null {
  if (page.tokens.kind[t] !== 'word' || (page.timeAt[t] as number) >= 0) return null
  const readings = page.words[t] ?? []
  const best = readings[0] as Word
  let noun: Trigger | null = null
  for (const word of readings) {
    if (word.score < best.score - 9) break
    // «هناك», «أثناء», «سوى»: a function word is no verb, but for one of few letters at the head of its sentence («هنأ»).
    if (best.classes !== 0 && !(word.conjunction && word === best) && (word.pronoun || !isClass(page, t, ADVERB) || !isHeadOfSentence(page, t))) continue
    if (word.pronoun && !isWrittenPronoun(page, t)) continue
    for (const form of formsHere(page, t, word)) {
      const frames = framesHere(page, t, withEvent(form.lemma.frames)).filter((frame) => !frame.isPastOnly || form.tense === 'perfect')
      if (frames.length === 0) continue
      const isNounToo = word.pronoun !== null && readings.some((reading) => reading.pronoun !== null && reading.nouns.length > 0)
      const verb: FiniteVerb = { token: t, word, form, isAmbiguous: isNounToo || isAmbiguousVerb(page, t, word, form) }
      if (verb.isAmbiguous && !isVerbHere(page, verb)) continue
      // «على وقع»: behind a preposition no verb can stand.
      if (
        form.tense === 'perfect' &&
        !word.conjunction &&
        t > 0 &&
        isClass(page, t - 1, PREPOSITION) &&
        !isClass(page, t - 1, SUBORDINATOR | ADVERB | NEGATION)
      )
        continue
      return { token: t, to: t + 1, span: verbSpan(page, t, word), word, verb, kind: 'verb', frames }
    }
    if (!word.article && word.preposition === '')
      for (const form of word.participles) {
        const frames = framesHere(page, t, withEvent(form.lemma.frames))
        if (frames.length === 0 || !form.isAccusative) continue
        if (!isAnnexed(page, t)) return { token: t, to: t + 1, span: nounSpan(page, t, word), word, verb: null, kind: 'participle', frames }
      }
    if (noun) continue
    for (const form of word.nouns) {
      const found = withEvent(form.frames)
        .map((frame) => ({ frame, to: phraseBehind(page, t, frame) }))
        .filter(({ to }) => to > 0)
        .sort((a, b) => b.frame.phrase.length - a.frame.phrase.length)
      const first = found[0]
      if (!first) continue
      const frames = found.filter(({ frame }) => frame.phrase.length === first.frame.phrase.length).map(({ frame }) => frame)
      if (!noun || frames[0]?.phrase.length) noun = { token: t, to: first.to, span: nounSpan(page, t, word), word, verb: null, kind: 'noun', frames }
      else noun = { ...(noun as Trigger), frames: [...(noun as Trigger).frames, ...frames] }
    }
  }
  return noun
}

/** The token behind a noun's phrase («عملية عسكرية», «فرض عقوبات»), or 0 when its words do not follow. */
function phraseBehind(page: Page, t: number, frame: Frame): number {
  let u = t + 1
  for (const word of frame.phrase) {
    const limit = u + GAP
    while (u < limit && !isWordAt(page, u, word)) {
      const mark = page.tokens.kind[u] === 'mark' && page.tokens.form[u] !== '#' && page.tokens.form[u] !== '_'
      if (mark || isClass(page, u, RELATIVE | SUBORDINATOR | COMPLEMENTIZER) || page.best[u]?.conjunction) return 0
      u++
    }
    if (u >= limit) return 0
    u++
  }
  return u
}

/** A verb with its future, without its conjunction. */
const verbSpan = (page: Page, t: number, word: Word): Span => [stemStart(page, t, word.conjunction ? 1 : 0), page.tokens.end[t] as number]
const nounSpan = (page: Page, t: number, word: Word): Span => [stemStart(page, t, word.proclitics), page.tokens.end[t] as number]

/** A participle right behind a preposition, quantifier or head noun is a noun, and acts for nobody. */
const isAnnexed = (page: Page, t: number): boolean => t > 0 && isClass(page, t - 1, PREPOSITION | QUANTIFIER | DEMONSTRATIVE) && !page.best[t]?.conjunction

/** Whether a form that may be a noun as well stands where a verb does: behind a particle, or at the head of a clause with a subject. */
function isVerbHere(page: Page, verb: FiniteVerb): boolean {
  const { token: t, word } = verb
  if (word.article || (word.preposition !== '' && verb.form.tense === 'perfect')) return false
  if (word.pronoun && page.words[t]?.some((reading) => reading.nouns.length > 0 && reading.pronoun)) return isClass(page, t - 1, PERFECT_PARTICLE | RELATIVE)
  if (!word.conjunction && t > 0) {
    if (isClass(page, t - 1, NEGATION | FUTURE_PARTICLE) || page.words[t - 1]?.some((before) => (before.classes & PERFECT_PARTICLE) !== 0)) return true
    // «كما حذر من …», «لكن رفض …»: a clause begins.
    if (isClass(page, t - 1, SUBORDINATOR) && !isClass(page, t - 1, PREPOSITION | QUANTIFIER | DEMONSTRATIVE) && verb.form.tense === 'perfect') return true
  }
  const sentence = page.sentences[page.tokens.sentence[t] as number]
  const isHead = sentence?.from === t || word.conjunction || page.tokens.kind[t - 1] === 'mark' || isClass(page, t - 1, RELATIVE | SUBORDINATOR)
  if (!word.conjunction) {
    if (isClass(page, t - 1, COMPLEMENTIZER | BARE_COMPLEMENTIZER))
      return verb.form.tense === 'imperfect' || (page.tokens.form[t - 1] as string).length > 3 || followsTime(page, t - 1)
    const before = verbAt(page, t - 1)
    if (before && !before.isAmbiguous && before.form.lemma.kind === 'auxiliary') return verb.form.tense === 'imperfect'
    if (isClass(page, t - 1, PREPOSITION | QUANTIFIER | DEMONSTRATIVE)) return false
  }
  if (isHead) {
    const phrase = nounPhraseAt(page, t + 1)
    if (phrase !== null && phrase.head !== 'common') return true
  }
  // «الوزير رفض الاقتراح»: a subject that opens the clause stands right before it.
  if (!word.conjunction && !word.pronoun && page.best[t]?.preposition === '') {
    const before = subjectBefore(page, verb)
    return before?.phrase != null && before.phrase.head !== 'common' && before.phrase.isDefinite
  }
  return false
}

const isHeadOfSentence = (page: Page, t: number): boolean => page.sentences[page.tokens.sentence[t] as number]?.from === t

/** Folding makes the feminine ending look like a pronoun; «دعوة» has none. */
function isWrittenPronoun(page: Page, t: number): boolean {
  const last = page.text[(page.tokens.end[t] as number) - 1] ?? ''
  return !page.knowledge.lexicon.clitics.pronouns.some(({ form }) => form !== last && form === fold(last))
}

/** «بعد أن رفض»: behind a preposition of time the complementizer brings a verb. */
const followsTime = (page: Page, t: number): boolean => t > 0 && isClass(page, t - 1, PREPOSITION)
