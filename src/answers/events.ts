import type { Event, EventStatus, EventType, Factuality } from '../record.ts'
import { inParts } from '../ledger/actors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { eventConditions, type EventFilter } from '../ledger/queries/events.ts'
import { countLines, pageLines } from '../ledger/queries/lines.ts'
import type { Page, PageRequest } from '../ledger/queries/page.ts'
import type { EventRow, LineActorRow } from '../ledger/tables.ts'
import { type ActorFacts, type Evidence, loadContext } from './evidence.ts'

export interface EventAnswer extends Evidence {
  readonly type: EventType
  readonly mode: string | null
  readonly actors: readonly ActorFacts[]
  readonly recipients: readonly ActorFacts[]
  /** Whose claim it is; null when the report says it itself. */
  readonly claimant: ActorFacts | null
  readonly status: EventStatus
  readonly factuality: Factuality
  readonly when: string | null
  readonly where: string | null
  readonly background: boolean
  readonly condition: Event['condition']
}

/** Who takes part in each event, by its key. */
export async function loadParts({ engine }: Ledger, rows: readonly EventRow[]): Promise<Map<number, LineActorRow[]>> {
  const links = await inParts(
    rows.map(({ key }) => key),
    (part) => engine.database.selectFrom('line_actors').selectAll().where('line', 'in', part).where('part', 'in', ['actor', 'recipient']).execute(),
  )
  const byLine = new Map<number, LineActorRow[]>()
  for (const link of links) byLine.set(link.line, [...(byLine.get(link.line) ?? []), link])
  return byLine
}

/** Turns rows into answers with their evidence. */
export async function answerEvents(ledger: Ledger, rows: readonly EventRow[]): Promise<EventAnswer[]> {
  const parts = await loadParts(ledger, rows)
  const context = await loadContext(ledger, rows, [...rows.map(({ claimant }) => claimant), ...[...parts.values()].flat().map(({ actor }) => actor)])
  return rows.map((row) => {
    const actorsOf = (part: LineActorRow['part']) =>
      (parts.get(row.key) ?? []).flatMap((link) => {
        const actor = link.part === part ? context.actor(link.actor) : null
        return actor === null ? [] : [actor]
      })
    return {
      ...context.evidenceOf('event', row),
      type: row.type as EventType,
      mode: row.mode,
      actors: actorsOf('actor'),
      recipients: actorsOf('recipient'),
      claimant: context.actor(row.claimant),
      status: row.status as EventStatus,
      factuality: row.factuality as Factuality,
      when: row.happened,
      where: row.place,
      background: row.background === 1,
      condition: row.condition === null ? null : (JSON.parse(row.condition) as Event['condition']),
    }
  })
}

/** Who did what, newest first: by type, who and to whom, status, place, and when it happened. */
export async function findEvents(ledger: Ledger, filter: EventFilter = {}, request: PageRequest = {}): Promise<Page<EventAnswer>> {
  const { items, next } = await pageLines(ledger, 'events', await eventConditions(ledger, filter), request)
  return { items: await answerEvents(ledger, items), next }
}

export const countEvents = async (ledger: Ledger, filter: EventFilter = {}): Promise<number> =>
  countLines(ledger, 'events', await eventConditions(ledger, filter))
