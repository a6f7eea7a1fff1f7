import type { Agreement } from '../../knowledge/conjugation.ts'
import type { Frame } from '../../knowledge/frames.ts'
import type { Member } from '../actors/cast.ts'
import { type NounPhrase, nounPhraseAt } from '../phrases/noun-phrases.ts'
import {
  BARE_COMPLEMENTIZER,
  boundPronounAt,
  COMPLEMENTIZER,
  isClass,
  isMark,
  type Page,
  PREPOSITION,
  QUANTIFIER,
  RELATIVE,
  SUBORDINATOR,
  verbAt,
} from '../phrases/page.ts'
import { skipAdverbial } from '../phrases/subjects.ts'
import { joinedActors, ownerOf } from './actors.ts'
import type { Stage } from './stage.ts'

/** What stands around an event word, by marker: `object` or a preposition. */
export interface Slots {
  readonly phrases: ReadonlyMap<string, readonly NounPhrase[]>
  /** Prepositions that carry a pronoun («معه», «ضدها»). */
  readonly pronouns: ReadonlyMap<string, Agreement>
  /** Prepositions that stand there with anything behind them («على ما»). */
  readonly seen: ReadonlySet<string>
  /** The token behind the last of them. */
  readonly to: number
}

const LONGEST = 32
/** How far an insertion between commas may reach, in tokens. */
const INSERTION = 12

const isComma = (page: Page, t: number): boolean => isMark(page, t, '،') || isMark(page, t, ',')

/** The marker of several words at a token («من قبل», «بحق»), and the token behind it; null when none stands there. */
export function longMarkerAt(page: Page, t: number): { marker: string; to: number } | null {
  const form = page.tokens.form[t]
  const found = form === undefined ? undefined : page.knowledge.deeds.markers.get(form)
  for (const { words, isOpen, marker } of found ?? []) {
    const whole = isOpen ? words.length - 1 : words.length
    let i = 1
    while (i < whole && page.tokens.form[t + i] === words[i]) i++
    if (i < whole) continue
    if (isOpen && !page.words[t + whole]?.some((word) => word.preposition === words.at(-1) && !word.conjunction)) continue
    return { marker, to: t + whole }
  }
  return null
}

/**
 * Gathers the phrases behind a token, up to the next clause: a bare one is the object, one behind a preposition stands under
 * it; what is joined to one by و stands with it. Times, brackets and insertions between commas are passed over.
 */
export function readSlots(page: Page, from: number, limit: number, hasObject: boolean): Slots {
  const phrases = new Map<string, NounPhrase[]>()
  const pronouns = new Map<string, Agreement>()
  const seen = new Set<string>()
  const put = (marker: string, phrase: NounPhrase) => {
    const list = phrases.get(marker)
    if (list) list.push(phrase)
    else phrases.set(marker, [phrase])
  }
  let t = from
  let last = ''
  let isObjectOpen = hasObject
  const end = Math.min(limit, from + LONGEST)
  while (t < end) {
    const best = page.best[t]
    if (!best || isClass(page, t, COMPLEMENTIZER | BARE_COMPLEMENTIZER | RELATIVE)) break
    if ((page.timeAt[t] as number) >= 0) {
      t = skipAdverbial(page, t, end)
      continue
    }
    if (page.tokens.kind[t] === 'mark') {
      const partner = page.tokens.partner[t] as number
      if (isMark(page, t, '(') && partner > t) {
        t = partner + 1
        continue
      }
      if (isComma(page, t)) {
        // «دعا، الأحد، الدول»: the comma that closes a time.
        if (
          t > from &&
          (page.timeAt[t - 1] ?? -1) >= 0 &&
          !page.best[t + 1]?.conjunction &&
          page.tokens.kind[t + 1] === 'word' &&
          (phrases.size === 0 || last === '')
        ) {
          t++
          continue
        }
        const behind = skipInsertion(page, t, end)
        if (behind > t) {
          t = behind
          continue
        }
        // A list goes on behind a comma only with one more of its kind.
        const next = last !== '' ? nounPhraseAt(page, t + 1, limit) : null
        if (next && next.head !== 'common' && page.best[t + 1]?.preposition === '' && page.best[next.to]?.conjunction) {
          put(last, next)
          t = next.to
          continue
        }
        break
      }
      if (partner !== -1 || isMark(page, t, '#') || isMark(page, t, '_')) {
        t++
        continue
      }
      break
    }
    if (isClass(page, t, SUBORDINATOR) && !isClass(page, t, PREPOSITION | QUANTIFIER)) break
    const long = longMarkerAt(page, t)
    if (long) {
      const phrase = nounPhraseAt(page, long.to, limit)
      if (phrase) put(long.marker, phrase)
      last = phrase ? long.marker : ''
      isObjectOpen = false
      t = Math.max(phrase?.to ?? long.to, long.to)
      continue
    }
    if (isClass(page, t, PREPOSITION)) {
      const bound = boundPronounAt(page, t)
      if (bound) {
        pronouns.set(bound.preposition, bound.pronoun)
        t++
        continue
      }
      const marker = page.tokens.form[t] as string
      seen.add(marker)
      const phrase = nounPhraseAt(page, t + 1, limit)
      if (phrase) {
        put(marker, phrase)
        last = marker
        isObjectOpen = false
        t = Math.max(phrase.to, t + 1)
      } else t++
      continue
    }
    const verb = verbAt(page, t)
    // A bare perfect where the object must come is the noun of the same letters: «انتقدت السفارة وصف الصحف».
    const isNounLike = verb !== null && isObjectOpen && verb.form.tense === 'perfect' && verb.form.agreement.gender === 'm' && !best.conjunction
    if (verb && !verb.isAmbiguous && !isNounLike) break
    if (verb && !verb.isAmbiguous) {
      const phrase = nounPhraseAt(page, t + 1, limit)
      if (phrase) put('object', { ...phrase, from: t, start: page.tokens.start[t] as number, head: 'common', match: null, name: null, title: null })
      isObjectOpen = false
      t = phrase?.to ?? t + 1
      continue
    }
    const attached = page.words[t]?.find((word) => word.preposition !== '' && !word.conjunction && word.verbs.length === 0 && word.score >= best.score - 12)
    if (attached) {
      seen.add(attached.preposition)
      const phrase = nounPhraseAt(page, t, limit)
      if (phrase) {
        put(attached.preposition, phrase)
        last = attached.preposition
        t = Math.max(phrase.to, t + 1)
      } else t++
      continue
    }
    if (best.conjunction) {
      const phrase = last !== '' ? nounPhraseAt(page, t, limit) : null
      if (!phrase || verb) break
      put(last, phrase)
      t = Math.max(phrase.to, t + 1)
      continue
    }
    if (isObjectOpen) {
      const phrase = nounPhraseAt(page, t, limit)
      if (phrase) {
        put('object', phrase)
        last = 'object'
        isObjectOpen = false
        t = Math.max(phrase.to, t + 1)
        continue
      }
    }
    t++
  }
  return { phrases, pronouns, seen, to: t }
}

/** «، الأحد،», «، خلال زيارته لبغداد،»: the token behind an insertion between commas, or `t` when none stands there. */
function skipInsertion(page: Page, t: number, end: number): number {
  const isTime = (page.timeAt[t + 1] ?? -1) >= 0
  if (!isTime && !isClass(page, t + 1, PREPOSITION) && !(page.best[t + 1]?.preposition && !page.best[t + 1]?.conjunction)) return t
  let u = t + 1
  while (u < Math.min(end, t + INSERTION)) {
    if (isComma(page, u)) return u + 1
    if (isClass(page, u, COMPLEMENTIZER | BARE_COMPLEMENTIZER | RELATIVE)) return t
    u++
  }
  return isTime ? skipAdverbial(page, t + 1, end) : t
}

/** What two stretches of one clause hold together. */
export function joinSlots(a: Slots, b: Slots): Slots {
  const phrases = new Map(b.phrases)
  for (const [marker, list] of a.phrases) phrases.set(marker, [...list, ...(b.phrases.get(marker) ?? [])])
  return { phrases, pronouns: new Map([...b.pronouns, ...a.pronouns]), seen: new Set([...a.seen, ...b.seen]), to: b.to }
}

/** The frames whose conditions the markers fill, the most particular first; null when every frame asks for more. */
export function fittingFrame(frames: readonly Frame[], markers: ReadonlySet<string>, slots: Slots): Frame | null {
  const fit = frames.filter(
    (frame) =>
      (frame.needs.length === 0 || frame.needs.some((need) => markers.has(need))) &&
      !frame.not.some((marker) => markers.has(marker)) &&
      frame.place.every(
        (marker) => slots.phrases.get(marker)?.some(isPlace) || [...slots.phrases.values()].some((list) => marker === 'object' && list.some(isPlace)),
      ),
  )
  let best: Frame | null = null
  for (const frame of fit)
    if (!best || frame.phrase.length > best.phrase.length || (frame.phrase.length === best.phrase.length && weight(frame) > weight(best))) best = frame
  return best
}
const weight = (frame: Frame): number => (frame.needs.length > 0 ? 1 : 0) + frame.place.length

/** Whether a phrase names a place or a state. */
export const isPlace = (phrase: NounPhrase): boolean =>
  phrase.headNoun?.kind === 'place' ||
  (phrase.head === 'name' && phrase.match === null && phrase.title === null) ||
  (phrase.match?.form.entries.some(({ kind }) => kind === 'place' || kind === 'state') ?? false)

/** The actors under some markers, each once: those named, those whose a thing is, and those a pronoun means. */
export function membersOf(stage: Stage, slots: Slots, markers: readonly string[], token: number, limit: number, besides: readonly Member[]): Member[] {
  const found: Member[] = []
  const add = (member: Member | null) => {
    if (member && !found.includes(member) && !besides.includes(member)) found.push(member)
  }
  for (const marker of markers) {
    for (const phrase of slots.phrases.get(marker) ?? []) {
      const { members } = joinedActors(stage, phrase, phrase.to)
      if (members.length > 0) for (const member of members) add(member)
      else add(ownerOf(stage, phrase, limit))
    }
    const pronoun = slots.pronouns.get(marker)
    if (pronoun && pronoun.person === 3) {
      const others = stage.cast.members.filter((member) => !besides.includes(member) && member.why !== 'names/shape')
      add(stage.cast.ofPronoun(pronoun, token, others))
    }
  }
  return found
}
