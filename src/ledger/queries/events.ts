import { type Expression, type SqlBool, sql } from 'kysely'
import type { EventStatus, EventType } from '../../record.ts'
import type { Ledger } from '../ledger.ts'
import { actorConditions, type CommonFilter, lineConditions } from './conditions.ts'

export interface EventFilter extends CommonFilter {
  readonly types?: readonly EventType[]
  readonly statuses?: readonly EventStatus[]
  /** Who did it. */
  readonly actor?: string
  /** To whom it was done. */
  readonly recipient?: string
  /** Who takes part on either side. */
  readonly participant?: string
  readonly place?: string
  /** Days on which it happened, both included, as `2015-11-16`. */
  readonly happenedFrom?: string
  readonly happenedTo?: string
}

/** Who did what: the conditions on the alias `line` of `events`. */
export async function eventConditions(ledger: Ledger, filter: EventFilter): Promise<Expression<SqlBool>[]> {
  const conditions = [
    ...(await lineConditions(ledger, 'line', filter)),
    ...(await actorConditions(ledger, 'line', filter.actor, ['actor'])),
    ...(await actorConditions(ledger, 'line', filter.recipient, ['recipient'])),
    ...(await actorConditions(ledger, 'line', filter.participant, ['actor', 'recipient'])),
  ]
  if (filter.types !== undefined && filter.types.length > 0) conditions.push(sql<SqlBool>`line.type in (${sql.join(filter.types)})`)
  if (filter.statuses !== undefined && filter.statuses.length > 0) conditions.push(sql<SqlBool>`line.status in (${sql.join(filter.statuses)})`)
  if (filter.place !== undefined)
    for (const word of ledger.stemmer.wordsOf(filter.place).stems) conditions.push(sql<SqlBool>`line.place_words like ${`% ${word} %`}`)
  if (filter.happenedFrom !== undefined) conditions.push(sql<SqlBool>`line.last_day >= ${filter.happenedFrom}`)
  if (filter.happenedTo !== undefined) conditions.push(sql<SqlBool>`line.first_day <= ${filter.happenedTo}`)
  return conditions
}
