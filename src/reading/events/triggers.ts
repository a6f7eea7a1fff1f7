import type { Frame } from '../../knowledge/frames.ts'
import type { Word } from '../../knowledge/analysis.ts'
import type { Span } from '../../span.ts'
import {
  formsHere,
  isAmbiguousVerb,
  type FiniteVerb,
  isClass,
  type Page,
  PREPOSITION,
  QUANTIFIER,
  DEMONSTRATIVE,
  RELATIVE,
  SUBORDINATOR,
  stemStart,
} from '../phrases/page.ts'
import { nounPhraseAt } from '../phrases/noun-phrases.ts'
import { framesHere } from '../statements/cues.ts'

/** A word that may name an event: a verb, a participle or a noun, with the frames its place allows. */
export interface Trigger {
  readonly token: number
  /** The token behind the trigger's last word. */
  readonly to: number
  readonly span: Span
  readonly word: Word
  readonly verb: FiniteVerb | null
  readonly kind: 'verb' | 'participle' | 'noun'
  readonly frame: Frame
  readonly frames: readonly Frame[]
}

const withEvent = (frames: readonly Frame[]): Frame[] => frames.filter((frame) => frame.event !== null)

/** The event word at a token, or null. One written form that may be verb or noun is decided by its place. */
export function triggerAt(page: Page, t: number): Trigger | null {
  if (page.tokens.kind[t] !== 'word' || (page.timeAt[t] as number) >= 0) return null
  const readings = page.words[t] ?? []
  const best = readings[0] as Word
  let noun: Trigger | null = null
  for (const word of readings) {
    if (word.score < best.score - 9) break
    for (const form of formsHere(page, t, word)) {
      const frames = framesHere(page, t, withEvent(form.lemma.frames))
      if (frames.length === 0) continue
      const verb: FiniteVerb = { token: t, word, form, isAmbiguous: isAmbiguousVerb(page, t, word, form) }
      if (verb.isAmbiguous && !isVerbHere(page, verb)) continue
      return { token: t, to: t + 1, span: tokenSpan(page, t, word), word, verb, kind: 'verb', frame: frames[0] as Frame, frames }
    }
    if (!word.article && word.preposition === '')
      for (const form of word.participles) {
        const frames = framesHere(page, t, withEvent(form.lemma.frames))
        if (frames.length === 0 || !form.isAccusative) continue
        const isSet = page.tokens.kind[t - 1] === 'mark' || word.conjunction
        if (isSet) return { token: t, to: t + 1, span: tokenSpan(page, t, word), word, verb: null, kind: 'participle', frame: frames[0] as Frame, frames }
      }
    if (noun) continue
    for (const form of word.nouns) {
      const frames = withEvent(form.frames).filter((frame) => phraseBehind(page, t, frame) > 0)
      frames.sort((a, b) => b.phrase.length - a.phrase.length)
      const frame = frames[0]
      if (!frame) continue
      noun = {
        token: t,
        to: phraseBehind(page, t, frame),
        span: tokenSpan(page, t, word),
        word,
        verb: null,
        kind: 'noun',
        frame,
        frames: frames.filter((f) => f.phrase.length === frame.phrase.length),
      }
      break
    }
  }
  return noun
}

/** The token behind a noun's phrase («عملية عسكرية»), or 0 when its words do not follow. */
function phraseBehind(page: Page, t: number, frame: Frame): number {
  let u = t + 1
  for (const word of frame.phrase) {
    if (page.tokens.form[u] !== word && !page.words[u]?.some((reading) => reading.stem === word || reading.base === word)) return 0
    u++
  }
  return u
}

const tokenSpan = (page: Page, t: number, word: Word): Span => [stemStart(page, t, word.verbs.length > 0 ? 0 : word.proclitics), page.tokens.end[t] as number]

/** Whether a form that may be a noun as well stands where a verb does: at the head of a clause, with a subject that agrees. */
function isVerbHere(page: Page, verb: FiniteVerb): boolean {
  const { token: t, word } = verb
  if (word.article || (word.preposition !== '' && verb.form.tense === 'perfect')) return false
  const sentence = page.sentences[page.tokens.sentence[t] as number]
  const isHead = sentence?.from === t || word.conjunction || page.tokens.kind[t - 1] === 'mark' || isClass(page, t - 1, RELATIVE | SUBORDINATOR)
  if (!isHead) return false
  if (isClass(page, t - 1, PREPOSITION | QUANTIFIER | DEMONSTRATIVE) && !word.conjunction) return false
  const phrase = nounPhraseAt(page, t + 1)
  return phrase !== null && phrase.head !== 'common'
}
