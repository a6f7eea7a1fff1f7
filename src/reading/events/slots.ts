import type { Frame } from '../../knowledge/frames.ts'
import type { Mentions } from '../actors/mentions.ts'
import type { Cast, Member } from '../actors/cast.ts'
import { type NounPhrase, demonymAt, nounPhraseAt } from '../phrases/noun-phrases.ts'
import { COMPLEMENTIZER, BARE_COMPLEMENTIZER, isClass, isMark, type Page, PREPOSITION, RELATIVE, SUBORDINATOR, verbAt } from '../phrases/page.ts'
import { skipAdverbial } from '../phrases/subjects.ts'

/** The phrases around an event word, by their marker: `object` or a preposition. */
export type Slots = ReadonlyMap<string, readonly NounPhrase[]>

const LONGEST = 30

/**
 * Gathers the phrases that stand behind a token, up to the next clause: a bare one is the object, one behind a preposition
 * stands under it; what is joined to one by و stands with it.
 */
export function readSlots(page: Page, from: number, limit: number, hasObject: boolean): Slots {
  const slots = new Map<string, NounPhrase[]>()
  const put = (marker: string, phrase: NounPhrase) => {
    const list = slots.get(marker)
    if (list) list.push(phrase)
    else slots.set(marker, [phrase])
  }
  let t = from
  let last = ''
  let isObjectOpen = hasObject
  const end = Math.min(limit, from + LONGEST)
  while (t < end) {
    const best = page.best[t]
    if (!best || isClass(page, t, COMPLEMENTIZER | BARE_COMPLEMENTIZER)) break
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
      if (isMark(page, t, '،') || isMark(page, t, ',')) {
        if ((page.timeAt[t + 1] ?? -1) >= 0) {
          // «لقائه، الاثنين، مع الوزير»: a time between commas.
          t = skipAdverbial(page, t + 1, end)
          if (isMark(page, t, '،') || isMark(page, t, ',')) t++
          continue
        }
        // A list goes on behind a comma only with one more of its kind.
        const next = last !== '' ? nounPhraseAt(page, t + 1, limit) : null
        if (next && next.head !== 'common' && page.best[t + 1]?.preposition === '' && last === 'object' && page.best[next.to]?.conjunction) {
          put(last, next)
          t = next.to
          continue
        }
        break
      }
      if (page.tokens.partner[t] !== -1) {
        t++
        continue
      }
      break
    }
    if (isClass(page, t, RELATIVE)) break
    if (isClass(page, t, SUBORDINATOR) && !isClass(page, t, PREPOSITION)) break
    const verb = verbAt(page, t)
    if (verb && !verb.isAmbiguous) break
    const attached = page.words[t]?.find((word) => word.preposition !== '' && !word.conjunction && word.verbs.length === 0 && word.score >= best.score - 12)
    if (isClass(page, t, PREPOSITION)) {
      const marker = page.tokens.form[t] as string
      const phrase = nounPhraseAt(page, t + 1, limit)
      if (phrase) {
        put(marker, phrase)
        last = marker
        isObjectOpen = false
        t = Math.max(phrase.to, t + 1)
      } else t++
      continue
    }
    if (attached) {
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
      if (!phrase || verbAt(page, t)) break
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
  return slots
}

/** The frames whose conditions the slots fill, the most particular first; none when every frame asks for more. */
export function fittingFrame(frames: readonly Frame[], markers: ReadonlySet<string>): Frame | null {
  const fits = frames.filter(
    (frame) => (frame.needs.length === 0 || frame.needs.some((need) => markers.has(need))) && !frame.not.some((marker) => markers.has(marker)),
  )
  return fits.find((frame) => frame.phrase.length > 0) ?? fits.find((frame) => frame.needs.length > 0) ?? fits[0] ?? null
}

/** Whether an actor can take part in a political event: named, or a state, body, group or official. */
export const isPolitical = (member: Member): boolean => member.entry !== null || member.kind !== 'collective' || member.why !== 'names/shape'

/** The actors of the phrases under some markers, each once. Common things, places without people and times are none. */
export function membersOf(page: Page, slots: Slots, markers: readonly string[], mentions: Mentions): Member[] {
  const found: Member[] = []
  for (const marker of markers)
    for (const phrase of slots.get(marker) ?? []) {
      const actor = isActorPhrase(page, phrase) ? phrase : ownerOf(page, phrase, mentions)
      if (!actor) continue
      const member = mentions.of(actor)
      if (!found.includes(member)) found.push(member)
    }
  return found
}

/** Whose a thing is: the first actor named inside its phrase or right behind it («خطط رئيس الوزراء», «استضافة روسيا»). */
export function ownerOf(page: Page, phrase: NounPhrase, mentions: Mentions): NounPhrase | null {
  for (const inner of mentions.phrases) {
    if (inner.from <= phrase.from) continue
    if (inner.from > phrase.to) break
    if (inner.from === phrase.to && (page.best[inner.from]?.preposition !== '' || page.best[inner.from]?.conjunction)) break
    if (isActorPhrase(page, inner)) return inner
  }
  return null
}

/** Whether a phrase names someone who acts: a name, a role, a body, a state, a people; not a thing or a mere place. */
export function isActorPhrase(page: Page, phrase: NounPhrase): boolean {
  if (phrase.head === 'pronoun') return false
  if (phrase.match && phrase.match.form.entries.every((entry) => entry.kind === 'place')) return false
  if (phrase.head === 'common') return false
  if (phrase.head === 'head') return phrase.headNoun?.kind !== 'place'
  if (
    phrase.head === 'name' &&
    phrase.match === null &&
    phrase.to - phrase.from === 1 &&
    !page.knowledge.names.firstNames.has(page.best[phrase.from]?.stem ?? '')
  )
    return true
  return true
}

/** The state that an adjective behind a noun names («الضربات الأمريكية»), as an actor. */
export function adjectiveOwner(page: Page, from: number, to: number, cast: Cast): Member | null {
  for (let t = from; t < to; t++) {
    const state = demonymAt(page, t)
    const entry = state ? page.knowledge.catalogue.entries.get(state) : undefined
    if (entry) return cast.ofEntry(entry, [page.tokens.start[t] as number, page.tokens.end[t] as number], 'nominal')
  }
  return null
}
