import type { Member } from '../actors/cast.ts'
import type { Page } from '../phrases/page.ts'
import type { StatementDraft } from '../statements/statements.ts'
import type { EventDraft } from './events.ts'

/** How many sentences back a denial reaches. */
const REACH = 8
/** How many words a denial must share with what it denies, where it tells it again. */
const SHARED = 2

/**
 * The statement that denies each event: its own words say it did not happen, the one accused denies what he was accused of, or
 * the one of whom somebody told it. O(denials × events).
 */
export function denialsOf(page: Page, events: readonly EventDraft[], statements: readonly StatementDraft[]): ReadonlyMap<EventDraft, StatementDraft> {
  const denials = new Map<EventDraft, StatementDraft>()
  for (const statement of statements) {
    const { source: denier } = statement
    if (statement.act !== 'deny' || !denier) continue
    const isWithin = ({ token, isNoun, status }: EventDraft) =>
      token >= statement.from && token < statement.to && token !== statement.cueToken && !(isNoun && status !== 'denied')
    for (const event of events) if (!denials.has(event) && [event, ...event.again].some(isWithin)) denials.set(event, statement)
    const told = wordsOf(page, statement.from, statement.to)
    const before = events
      .filter((event) => event.token < statement.cueToken && distance(page, event.token, statement.cueToken) <= REACH && !denials.has(event))
      .reverse()
    const accusation = before.find((event) => event.type === 'ACCUSE' && event.recipients.some((member) => areOneSide(member, denier)))
    if (accusation) denials.set(accusation, statement)
    for (const event of before) {
      if (!event.source || event.source === denier || !event.actors.some((member) => areOneSide(member, denier))) continue
      let shared = 0
      for (const word of wordsOf(page, event.token, Math.min(page.tokens.count, event.slots.to))) if (told.has(word)) shared++
      if (shared >= SHARED) denials.set(event, statement)
    }
  }
  return denials
}

const distance = ({ tokens }: Page, a: number, b: number): number => (tokens.sentence[b] as number) - (tokens.sentence[a] as number)

/** Whether one speaks for the other: the same, or the state and a person or body of it. */
const areOneSide = (a: Member, b: Member): boolean => a === b || belongsTo(a, b) || belongsTo(b, a)
const belongsTo = (a: Member, b: Member): boolean => b.entry !== null && (a.entry?.country === b.entry.id || a.entry?.partOf === b.entry.id)

/** Stems of the words of a stretch that mean something of their own. */
function wordsOf(page: Page, from: number, to: number): ReadonlySet<string> {
  const words = new Set<string>()
  for (let t = from; t < to; t++) if (page.tokens.kind[t] === 'word' && page.best[t]?.classes === 0) words.add(page.best[t]?.stem as string)
  return words
}
