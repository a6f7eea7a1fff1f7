import { type Expression, type SqlBool, sql } from 'kysely'
import type { Position } from '../../record.ts'
import type { Ledger } from '../ledger.ts'
import { aboutConditions, actorConditions, type CommonFilter, lineConditions } from './conditions.ts'
import { issueConditions } from './issues.ts'

export interface PositionFilter extends CommonFilter {
  readonly holder?: string
  readonly issue?: string
  readonly about?: string
  readonly polarity?: Position['polarity']
}

/** Where actors stand: the conditions on the alias `line` of `positions`. */
export async function positionConditions(ledger: Ledger, filter: PositionFilter): Promise<Expression<SqlBool>[]> {
  const conditions = [
    ...(await lineConditions(ledger, 'line', filter)),
    ...(await actorConditions(ledger, 'line', filter.holder, ['holder'])),
    ...(await aboutConditions(ledger, 'line', filter.about, ['about'])),
    ...(await issueConditions(ledger, 'line', filter.issue)),
  ]
  if (filter.polarity !== undefined) conditions.push(sql<SqlBool>`line.polarity = ${filter.polarity}`)
  return conditions
}
