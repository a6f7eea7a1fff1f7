import type { Expression, SqlBool } from 'kysely'
import { inParts } from '../actors.ts'
import type { Ledger } from '../ledger.ts'
import type { EventRow, PositionRow, StatementRow, TimeRow } from '../tables.ts'
import { both } from './conditions.ts'
import { afterCursor, limitOf, MOST_PER_PAGE, type Page, type PageRequest, pageOf } from './page.ts'

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
  const rows = await inParts(keys, (part) =>
    engine.database
      .selectFrom(`${table as 'statements'} as line`)
      .selectAll('line')
      .where('line.key', 'in', part)
      .execute(),
  )
  return new Map((rows as unknown as LineRows[Table][]).map((row) => [row.key, row]))
}

/** The newest lines that fit, at most `most`, newest first: for answers that compare lines with one another. */
export async function newestLines<Table extends keyof LineRows>(
  ledger: Ledger,
  table: Table,
  conditions: readonly Expression<SqlBool>[],
  most: number,
): Promise<LineRows[Table][]> {
  const rows: LineRows[Table][] = []
  for (let cursor: string | null = null; ; ) {
    const page: Page<LineRows[Table]> = await pageLines(ledger, table, conditions, { limit: Math.min(MOST_PER_PAGE, most - rows.length), cursor })
    rows.push(...page.items)
    cursor = page.next
    if (cursor === null || rows.length >= most) return rows
  }
}
