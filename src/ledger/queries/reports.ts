import { type Expression, type SqlBool, sql } from 'kysely'
import type { Ledger } from '../ledger.ts'
import { findActors } from './actors.ts'
import { both, type CommonFilter, commonConditions, NOTHING, wordConditions } from './conditions.ts'
import { afterCursor, limitOf, type Page, type PageRequest, pageOf } from './page.ts'

export interface ReportFilter extends CommonFilter {
  /** Reports that name the actor. */
  readonly actor?: string
}
export interface FoundReport {
  readonly key: number
  readonly id: string
  readonly outlet: string | null
  readonly published: string | null
  readonly moment: number
  readonly title: string | null
  readonly url: string | null
}

async function reportConditions(ledger: Ledger, filter: ReportFilter): Promise<Expression<SqlBool>[]> {
  const conditions = [
    sql<SqlBool>`report.suppressed = 0`,
    ...(await commonConditions(ledger, 'report', filter)),
    ...(await wordConditions(ledger, 'report', 'report_words', filter)),
  ]
  if (filter.report !== undefined)
    conditions.push(typeof filter.report === 'number' ? sql<SqlBool>`report.key = ${filter.report}` : sql<SqlBool>`report.id = ${filter.report}`)
  if (filter.actor !== undefined) {
    const actors = await findActors(ledger.engine.database, ledger.stemmer, filter.actor)
    conditions.push(actors === null ? NOTHING : sql<SqlBool>`report.key in (select report from report_actors where actor in ${actors})`)
  }
  return conditions
}

/** The reports that fit, page by page. */
export async function pageReports(ledger: Ledger, filter: ReportFilter, request: PageRequest): Promise<Page<FoundReport>> {
  const direction = request.isAscending === true ? 'asc' : 'desc'
  const conditions = [...(await reportConditions(ledger, filter)), ...afterCursor('report', request)]
  const rows = await ledger.engine.database
    .selectFrom('reports as report')
    .leftJoin('outlets', 'outlets.key', 'report.outlet')
    .select(['report.key', 'report.id', 'outlets.name as outlet', 'report.published', 'report.moment', 'report.title', 'report.url'])
    .where(both(conditions))
    .orderBy('report.moment', direction)
    .orderBy('report.key', direction)
    .limit(limitOf(request) + 1)
    .execute()
  return pageOf(rows, request)
}

/** How many reports fit. */
export async function countReports(ledger: Ledger, filter: ReportFilter): Promise<number> {
  const row = await ledger.engine.database
    .selectFrom('reports as report')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(both(await reportConditions(ledger, filter)))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
