import { type Expression, type SqlBool, sql } from 'kysely'
import type { StatementAct } from '../../record.ts'
import type { Ledger } from '../ledger.ts'
import { aboutConditions, actorConditions, type CommonFilter, lineConditions } from './conditions.ts'
import { issueConditions } from './issues.ts'

export interface StatementFilter extends CommonFilter {
  readonly speaker?: string
  readonly addressee?: string
  /** Whom it is about: an actor's name. */
  readonly about?: string
  /** Statements that carry a position on the issue. */
  readonly issue?: string
  readonly acts?: readonly StatementAct[]
}

/** Who said what: the conditions on the alias `line` of `statements`. */
export async function statementConditions(ledger: Ledger, filter: StatementFilter): Promise<Expression<SqlBool>[]> {
  const conditions = [
    ...(await lineConditions(ledger, 'line', filter)),
    ...(await actorConditions(ledger, 'line', filter.speaker, ['speaker'])),
    ...(await actorConditions(ledger, 'line', filter.addressee, ['addressee'])),
    ...(await aboutConditions(ledger, 'line', filter.about, ['about'])),
  ]
  if (filter.acts !== undefined && filter.acts.length > 0) conditions.push(sql<SqlBool>`line.act in (${sql.join(filter.acts)})`)
  if (filter.issue !== undefined) {
    const [issue] = await issueConditions(ledger, 'positions', filter.issue)
    conditions.push(sql<SqlBool>`line.key in (select evidence from positions where ${issue} and state <> 'rejected')`)
  }
  return conditions
}
