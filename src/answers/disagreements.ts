import { inParts } from '../ledger/actors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { eventConditions, type EventFilter } from '../ledger/queries/events.ts'
import { newestLines } from '../ledger/queries/lines.ts'
import type { EventRow } from '../ledger/tables.ts'
import { answerEvents, type EventAnswer, loadParts } from './events.ts'

/** In what two outlets tell one event otherwise. */
export type DisagreementType = 'status' | 'factuality' | 'place' | 'mode'
export interface Disagreement {
  readonly types: readonly DisagreementType[]
  readonly first: EventAnswer
  readonly second: EventAnswer
}

/** Events that are compared at most; the newest are taken. */
const MOST = 2000
/** Of one event no more pairs than this are shown. */
const PAIRS = 10

/** Where outlets tell the same event otherwise: one kind, one day, the same actors on both sides; newest first. */
export async function findDisagreements(ledger: Ledger, filter: EventFilter = {}): Promise<Disagreement[]> {
  const rows = (await newestLines(ledger, 'events', await eventConditions(ledger, filter), MOST)).filter(({ outlet }) => outlet !== null)
  const pairs: { types: DisagreementType[]; first: EventRow; second: EventRow }[] = []
  for (const group of (await groupSameEvents(ledger, rows)).values()) {
    let found = 0
    group.forEach((second, i) => {
      for (const first of group.slice(0, i)) {
        if (first.outlet === second.outlet || found >= PAIRS) continue
        const types = differencesOf(first, second)
        if (types.length === 0) continue
        pairs.push({ types, first, second })
        found++
      }
    })
  }
  const answers = await answerEvents(
    ledger,
    pairs.flatMap(({ first, second }) => [first, second]),
  )
  return pairs.map(({ types }, i) => ({ types, first: answers[2 * i] as EventAnswer, second: answers[2 * i + 1] as EventAnswer }))
}

/** Events of one kind and day with the same actors and recipients, as what these were merged into; oldest first in each group. */
async function groupSameEvents(ledger: Ledger, rows: readonly EventRow[]): Promise<Map<string, EventRow[]>> {
  const parts = await loadParts(ledger, rows)
  const keys = [...new Set([...parts.values()].flat().map(({ actor }) => actor))]
  const wholes = await inParts(keys, (part) => ledger.engine.database.selectFrom('actors').select(['key', 'canonical']).where('key', 'in', part).execute())
  const wholeOf = new Map(wholes.map(({ key, canonical }) => [key, canonical]))
  const groups = new Map<string, EventRow[]>()
  for (const row of [...rows].reverse()) {
    const links = parts.get(row.key) ?? []
    const sideOf = (side: string) =>
      [...new Set(links.flatMap(({ part, actor }) => (part === side ? [wholeOf.get(actor) ?? actor] : [])))].sort((a, b) => a - b)
    const [actors, recipients] = [sideOf('actor'), sideOf('recipient')]
    const day = row.first_day ?? row.day
    // Without a day, or with nobody on one side, too much would be taken for one event.
    if (day === null || actors.length === 0 || recipients.length === 0) continue
    const id = JSON.stringify([row.type, day, actors, recipients])
    groups.set(id, [...(groups.get(id) ?? []), row])
  }
  return groups
}

function differencesOf(a: EventRow, b: EventRow): DisagreementType[] {
  const types: DisagreementType[] = []
  if (a.status !== b.status) types.push('status')
  else if (a.factuality !== b.factuality) types.push('factuality')
  const [here, there] = [a.place_words, b.place_words]
  // «بنزرت» and «مدينة بنزرت» are one place.
  if (here !== null && there !== null && !here.includes(there) && !there.includes(here)) types.push('place')
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) types.push('mode')
  return types
}
