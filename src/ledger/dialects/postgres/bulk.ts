import { sql } from 'kysely'
import type { Database } from '../../engine.ts'

const encode = (_: string, value: unknown): unknown => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value)
/** Rows of one statement at most, so that its JSON stays small beside a batch of reports. */
const ROWS = 2000

/** Inserts rows sent as one JSON value: one statement however many columns, and each type read by PostgreSQL itself. */
export async function insertPostgres(database: Database, table: string, rows: readonly object[], isKept = false): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) {
    // A Buffer turns itself into JSON before a replacer sees it, so bytes are told before.
    const part = rows.slice(from, from + ROWS).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, encode(name, value)])))
    const columns = sql.join(Object.keys(part[0] as object).map((name) => sql.ref(name)))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::json) ${sql.raw(isKept ? 'on conflict do nothing' : '')}`.execute(
      database,
    )
  }
}
