import { sql } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import { eventConditions, type EventFilter } from '../ledger/queries/events.ts'
import { pageLines } from '../ledger/queries/lines.ts'
import type { Page, PageRequest } from '../ledger/queries/page.ts'
import type { EventRow } from '../ledger/tables.ts'
import { answerEvents, type EventAnswer } from './events.ts'

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
/** How long behind its report a plan without a date is looked for, and around its day one that has one. */
const OPEN = 60 * DAY
const AROUND = 3 * DAY
const secondsOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000

/** Events that were planned, newest first, and whether they came true. */
export async function findPlans(ledger: Ledger, filter: Omit<EventFilter, 'statuses'> = {}, request: PageRequest = {}): Promise<Page<Plan>> {
  const { items, next } = await pageLines(ledger, 'events', await eventConditions(ledger, { ...filter, statuses: ['planned'] }), request)
  const last = await ledger.engine.database
    .selectFrom('reports')
    .select(({ fn }) => fn.max('moment').as('moment'))
    .executeTakeFirst()
  const found: EventRow[][] = []
  for (const row of items) found.push(await eventsAfter(ledger, row))
  const plans = await answerEvents(ledger, items)
  const evidence = await answerEvents(ledger, found.flat())
  let from = 0
  return {
    next,
    items: plans.map((plan, i) => {
      const rows = found[i] as EventRow[]
      const own = evidence.slice(from, from + rows.length)
      from += rows.length
      const due = items[i]?.last_day
      const isDue = due !== null && due !== undefined && secondsOf(due) >= (last?.moment ?? 0)
      const outcome = rows.some(({ status }) => status !== 'denied') ? 'came-true' : rows.length > 0 ? 'called-off' : isDue ? 'due' : 'not-seen'
      return { plan, outcome, evidence: own }
    }),
  }
}

/** Events of the same kind by the same actors, told later as done or denied, around the planned day. */
async function eventsAfter({ engine }: Ledger, plan: EventRow): Promise<EventRow[]> {
  const [first, last] = plan.first_day === null || plan.last_day === null ? [plan.moment, plan.moment + OPEN] : [secondsOf(plan.first_day) - AROUND, secondsOf(plan.last_day) + AROUND]
  const sharing = (part: 'actor' | 'recipient') => sql<number>`(
    select other.line from line_actors own
    join actors a on a.key = own.actor join actors b on b.canonical = a.canonical
    join line_actors other on other.actor = b.key and other.part = ${part} and other.moment >= ${plan.moment} and other.moment <= ${last + OPEN}
    where own.line = ${plan.key} and own.part = ${part})`
  const recipients = await engine.database.selectFrom('line_actors').select('actor').where('line', '=', plan.key).where('part', '=', 'recipient').limit(1).execute()
  const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10)
  return engine.database
    .selectFrom('events as line')
    .selectAll('line')
    .where(sql<boolean>`line.key in ${sharing('actor')}`)
    .$if(recipients.length > 0, (query) => query.where(sql<boolean>`line.key in ${sharing('recipient')}`))
    .where('line.type', '=', plan.type)
    .where('line.status', 'in', ['occurred', 'ongoing', 'denied'])
    .where('line.state', '<>', 'rejected')
    .where('line.moment', '>=', plan.moment)
    .where('line.report', '<>', plan.report)
    .where(({ or, and, eb }) =>
      or([and([eb('line.first_day', '<=', day(last)), eb('line.last_day', '>=', day(first))]), and([eb('line.first_day', 'is', null), eb('line.moment', '<=', last + 4 * DAY)])]),
    )
    .orderBy('line.moment')
    .orderBy('line.key')
    .limit(5)
    .execute()
}
