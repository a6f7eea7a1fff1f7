import type { Expression, SqlBool } from 'kysely'
import type { Ledger } from '../ledger.ts'
import type { EventRow, PositionRow, StatementRow, TimeRow } from '../tables.ts'
import { both } from './conditions.ts'
import { afterCursor, limitOf, type Page, type PageRequest, pageOf } from './page.ts'

interface LineRows {
  statements: StatementRow
  events: EventRow
  positions: PositionRow
  times: TimeRow
}

/** One page of lines, in the stored order, the alias of the table being `line`. */
export async function pageLines<Table extends keyof LineRows>(
  { engine }: Ledger,
  table: Table,
  conditions: readonly Expression<SqlBool>[],
  request: PageRequest,
): Promise<Page<LineRows[Table]>> {
  const direction = request.isAscending === true ? 'asc' : 'desc'
  // All tables of lines have the columns named here.
  const rows = await engine.database
    .selectFrom(`${table as 'statements'} as line`)
    .selectAll('line')
    .where(both([...conditions, ...afterCursor('line', request)]))
    .orderBy('line.moment', direction)
    .orderBy('line.key', direction)
    .limit(limitOf(request) + 1)
    .execute()
  return pageOf(rows as unknown as LineRows[Table][], request)
}

/** How many lines fit. */
export async function countLines<Table extends keyof LineRows>({ engine }: Ledger, table: Table, conditions: readonly Expression<SqlBool>[]): Promise<number> {
  const row = await engine.database
    .selectFrom(`${table as 'statements'} as line`)
    .select(({ fn }) => fn.countAll().as('count'))
    .where(both([...conditions]))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Lines by key. */
export async function linesByKey<Table extends keyof LineRows>(
  { engine }: Ledger,
  table: Table,
  keys: readonly number[],
): Promise<Map<number, LineRows[Table]>> {
  if (keys.length === 0) return new Map()
  const rows = await engine.database
    .selectFrom(`${table as 'statements'} as line`)
    .selectAll('line')
    .where('line.key', 'in', keys.slice(0, 1000))
    .execute()
  return new Map((rows as unknown as LineRows[Table][]).map((row) => [row.key, row]))
}
