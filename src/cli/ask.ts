import { findChanges } from '../answers/changes.ts'
import { findDenials } from '../answers/denials.ts'
import { findDisagreements } from '../answers/disagreements.ts'
import { countEvents, findEvents } from '../answers/events.ts'
import { findPlans } from '../answers/plans.ts'
import { countPositions, findPositions } from '../answers/positions.ts'
import { findSides } from '../answers/sides.ts'
import { countStatements, findStatements } from '../answers/statements.ts'
import { IsnadError } from '../errors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { listActors } from '../ledger/queries/actors.ts'
import type { CommonFilter } from '../ledger/queries/conditions.ts'
import { listCorrections } from '../ledger/queries/corrections.ts'
import type { PageRequest } from '../ledger/queries/page.ts'
import { countReports, pageReports } from '../ledger/queries/reports.ts'
import type { LineState } from '../ledger/tables.ts'
import type { Messages } from '../messages/en.ts'
import type { EventStatus, EventType, StatementAct } from '../record.ts'
import type { Question } from './questions.ts'

/** What `isnad query` and `isnad bundle` can be asked by. */
export interface AskOptions {
  readonly speaker?: string
  readonly about?: string
  readonly recipient?: string
  readonly issue?: string
  readonly from?: string
  readonly to?: string
  readonly outlet?: readonly string[]
  readonly words?: string
  readonly exact?: boolean
  readonly oneScript?: boolean
  readonly report?: string
  readonly state?: readonly LineState[]
  readonly act?: readonly StatementAct[]
  readonly type?: readonly EventType[]
  readonly status?: readonly EventStatus[]
  readonly place?: string
  readonly happenedFrom?: string
  readonly happenedTo?: string
  readonly limit?: number
  readonly cursor?: string
  readonly oldestFirst?: boolean
}

/** One page of an answer of any kind. */
export interface Answer {
  readonly items: readonly unknown[]
  readonly next: string | null
}

/** Leaves out what was not asked for. */
const stated = <Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

const commonOf = (options: AskOptions): CommonFilter =>
  stated({
    from: options.from,
    to: options.to,
    outlets: options.outlet,
    words: options.words,
    isExact: options.exact,
    isAcrossScripts: options.oneScript === true ? false : undefined,
    report: options.report !== undefined && /^\d+$/.test(options.report) ? Number(options.report) : options.report,
    states: options.state,
  })
const statementsOf = (options: AskOptions) => ({
  ...commonOf(options),
  ...stated({ speaker: options.speaker, about: options.about, addressee: options.recipient, issue: options.issue, acts: options.act }),
})
const eventsOf = (options: AskOptions) => ({
  ...commonOf(options),
  ...stated({
    actor: options.speaker,
    recipient: options.recipient,
    participant: options.about,
    types: options.type,
    statuses: options.status,
    place: options.place,
    happenedFrom: options.happenedFrom,
    happenedTo: options.happenedTo,
  }),
})
const positionsOf = (options: AskOptions) => ({ ...commonOf(options), ...stated({ holder: options.speaker, about: options.about, issue: options.issue }) })
const reportsOf = (options: AskOptions) => ({ ...commonOf(options), ...stated({ actor: options.speaker ?? options.about }) })
const whole = (items: readonly unknown[]): Answer => ({ items, next: null })

/**
 * Asks one question of a ledger.
 * @throws IsnadError `option-invalid` for a day that is none, or where a question needs what was not given.
 */
export async function ask(ledger: Ledger, question: Question, options: AskOptions, messages: Messages): Promise<Answer> {
  const { usage } = messages.ledger
  for (const day of [options.from, options.to, options.happenedFrom, options.happenedTo])
    if (day !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day))
      throw new IsnadError('option-invalid', usage.day(day), messages.usage.hint('isnad query'))
  const need = (value: string | undefined, option: string): string => {
    if (value === undefined) throw new IsnadError('option-invalid', usage.needs(question, option), messages.usage.hint('isnad query'))
    return value
  }
  const request: PageRequest = stated({ limit: options.limit, cursor: options.cursor, isAscending: options.oldestFirst })
  switch (question) {
    case 'reports':
      return pageReports(ledger, reportsOf(options), request)
    case 'statements':
      return findStatements(ledger, statementsOf(options), request)
    case 'events':
      return findEvents(ledger, eventsOf(options), request)
    case 'positions':
      return findPositions(ledger, positionsOf(options), request)
    case 'changes':
      return whole(await findChanges(ledger, { ...positionsOf(options), holder: need(options.speaker, '--speaker') }, options.limit))
    case 'sides': {
      const { supporters, opponents, divided } = await findSides(ledger, { ...positionsOf(options), issue: need(options.issue, '--issue') }, options.limit)
      return whole([...supporters, ...opponents, ...divided])
    }
    case 'denials':
      return findDenials(ledger, statementsOf(options), request)
    case 'plans':
      return findPlans(ledger, eventsOf(options), request)
    case 'disagreements':
      return whole(await findDisagreements(ledger, eventsOf(options)))
    case 'actors':
      return whole(await listActors(ledger.engine.database, ledger.stemmer, options.speaker ?? options.about ?? options.words ?? null, options.limit ?? 50))
    case 'corrections':
      return whole(
        await listCorrections(ledger, stated({ report: commonOf(options).report as number | undefined, person: options.speaker }), options.limit ?? 50),
      )
  }
}

/** How many there are, of what can be counted without being listed. */
export async function countAnswers(ledger: Ledger, question: Question, options: AskOptions, messages: Messages): Promise<number> {
  switch (question) {
    case 'reports':
      return countReports(ledger, reportsOf(options))
    case 'statements':
      return countStatements(ledger, statementsOf(options))
    case 'events':
      return countEvents(ledger, eventsOf(options))
    case 'positions':
      return countPositions(ledger, positionsOf(options))
    case 'denials':
      return countStatements(ledger, { ...statementsOf(options), acts: ['deny'] })
    case 'plans':
      return countEvents(ledger, { ...eventsOf(options), statuses: ['planned'] })
    default:
      return (await ask(ledger, question, { ...options, limit: 1_000_000 }, messages)).items.length
  }
}
