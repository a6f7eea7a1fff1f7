import { sql } from 'kysely'
import { inParts } from '../ledger/actors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { eventConditions, type EventFilter } from '../ledger/queries/events.ts'
import { linesByKey, pageLines } from '../ledger/queries/lines.ts'
import type { Page, PageRequest } from '../ledger/queries/page.ts'
import type { EventRow, LineActorRow } from '../ledger/tables.ts'
import { answerEvents, type EventAnswer, loadParts } from './events.ts'

/**
 * What became of a plan: `came-true`, an event of the kind with its actors is told as done; `called-off`, it is told as
 * denied; `due`, its day is not past in the ledger; `not-seen`, the ledger holds nothing of it.
 */
export type PlanOutcome = 'came-true' | 'called-off' | 'due' | 'not-seen'
export interface Plan {
  readonly plan: EventAnswer
  readonly outcome: PlanOutcome
  readonly evidence: readonly EventAnswer[]
}

const DAY = 86_400
/** How long behind its report a plan is looked for, and around its day one that has one. */
const OPEN = 60 * DAY
const AROUND = 3 * DAY
const MOST = 5
const secondsOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000

/** Events that were planned, newest first, and whether they came true. */
export async function findPlans(ledger: Ledger, filter: Omit<EventFilter, 'statuses'> = {}, request: PageRequest = {}): Promise<Page<Plan>> {
  const { items, next } = await pageLines(ledger, 'events', await eventConditions(ledger, { ...filter, statuses: ['planned'] }), request)
  const last = await ledger.engine.database
    .selectFrom('reports')
    .select(({ fn }) => fn.max('moment').as('moment'))
    .executeTakeFirst()
  const found = await findOutcomes(ledger, items)
  const plans = await answerEvents(ledger, items)
  const rows = [...new Map([...found.values()].flat().map((row) => [row.key, row])).values()]
  const answers = new Map((await answerEvents(ledger, rows)).map((answer, i) => [rows[i]?.key, answer]))
  return {
    next,
    items: plans.map((plan, i) => {
      const row = items[i] as EventRow
      const own = found.get(row.key) ?? []
      const isDue = row.last_day !== null && secondsOf(row.last_day) >= (last?.moment ?? 0)
      const outcome = own.some(({ status }) => status !== 'denied') ? 'came-true' : own.length > 0 ? 'called-off' : isDue ? 'due' : 'not-seen'
      return { plan, outcome, evidence: own.map(({ key }) => answers.get(key) as EventAnswer) }
    }),
  }
}

/** For each plan the later events of its kind that share a doer, and a recipient where it has one, around its day. */
async function findOutcomes(ledger: Ledger, plans: readonly EventRow[]): Promise<Map<number, EventRow[]>> {
  const { database } = ledger.engine
  const pairs = await inParts(
    plans.map(({ key }) => key),
    (part) =>
      database
        .selectFrom('line_actors as own')
        .innerJoin('events as plan', 'plan.key', 'own.line')
        .innerJoin('actors as doer', 'doer.key', 'own.actor')
        .innerJoin('actors as same', 'same.canonical', 'doer.canonical')
        .innerJoin('line_actors as other', (join) =>
          join
            .onRef('other.actor', '=', 'same.key')
            .on('other.part', '=', 'actor')
            .onRef('other.moment', '>=', 'plan.moment')
            .on(sql<boolean>`other.moment <= plan.moment + ${OPEN}`),
        )
        .innerJoin('events as event', (join) => join.onRef('event.key', '=', 'other.line').onRef('event.type', '=', 'plan.type'))
        .select(['plan.key as plan', 'event.key as event'])
        .distinct()
        .where('own.line', 'in', part)
        .where('own.part', '=', 'actor')
        .where('event.status', 'in', ['occurred', 'ongoing', 'denied'])
        .where('event.state', '<>', 'rejected')
        .whereRef('event.report', '<>', 'plan.report')
        .execute(),
  )
  const events = await inParts([...new Set(pairs.map(({ event }) => event))], async (part) => [...(await linesByKey(ledger, 'events', part)).values()])
  const byKey = new Map(events.map((event) => [event.key, event]))
  const recipients = await recipientsOf(ledger, [...plans, ...events])
  const found = new Map<number, EventRow[]>()
  for (const plan of plans) {
    const own = pairs
      .flatMap((pair) => (pair.plan === plan.key ? (byKey.get(pair.event) ?? []) : []))
      .filter((event) => isInTime(plan, event) && isToTheSame(recipients.get(plan.key), recipients.get(event.key)))
      .sort((a, b) => a.moment - b.moment || a.key - b.key)
    found.set(plan.key, own.slice(0, MOST))
  }
  return found
}

function isInTime(plan: EventRow, event: EventRow): boolean {
  if (plan.first_day === null || plan.last_day === null) return true
  const [first, last] = [secondsOf(plan.first_day) - AROUND, secondsOf(plan.last_day) + AROUND]
  if (event.first_day === null || event.last_day === null) return event.moment <= last + DAY
  return secondsOf(event.first_day) <= last && secondsOf(event.last_day) >= first
}

/** A plan towards someone needs an event towards the same; one without a recipient fits any. */
const isToTheSame = (planned: ReadonlySet<number> | undefined, told: ReadonlySet<number> | undefined): boolean =>
  planned === undefined || planned.size === 0 || [...planned].some((key) => told?.has(key))

/** The recipients of events, as what they were merged into. */
async function recipientsOf(ledger: Ledger, events: readonly EventRow[]): Promise<Map<number, Set<number>>> {
  const parts = await loadParts(ledger, events)
  const links: LineActorRow[] = [...parts.values()].flat().filter(({ part }) => part === 'recipient')
  const wholes = await inParts([...new Set(links.map(({ actor }) => actor))], (part) =>
    ledger.engine.database.selectFrom('actors').select(['key', 'canonical']).where('key', 'in', part).execute(),
  )
  const wholeOf = new Map(wholes.map(({ key, canonical }) => [key, canonical]))
  const recipients = new Map<number, Set<number>>()
  for (const { line, actor } of links) recipients.set(line, (recipients.get(line) ?? new Set()).add(wholeOf.get(actor) ?? actor))
  return recipients
}
