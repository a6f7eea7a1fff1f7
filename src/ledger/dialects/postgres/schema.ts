import { sql } from 'kysely'
import type { ColumnType, Database, WordIndex } from '../../engine.ts'

/** Text is ordered by code point, as SQLite does, so that a page looks the same on both. */
const types: { readonly [Type in ColumnType]: string } = {
  key: 'bigint',
  integer: 'integer',
  large: 'bigint',
  real: 'double precision',
  text: 'text collate "C"',
  bytes: 'bytea',
}
export const postgresColumnType = (type: ColumnType): string => types[type]

export async function createPostgresWordIndex(database: Database, index: WordIndex): Promise<void> {
  await sql`create table ${sql.table(index)} (key bigint primary key, stems tsvector not null, forms tsvector not null)`.execute(database)
  for (const field of ['stems', 'forms'])
    await sql`create index ${sql.ref(`${index}_${field}`)} on ${sql.table(index)} using gin (${sql.ref(field)})`.execute(database)
}

/** The schema as text, for reading and for comparing. */
export async function dumpPostgresSchema(database: Database): Promise<string> {
  const columns = await sql<{
    line: string
  }>`select format('%s.%s %s%s', c.table_name, c.column_name, c.data_type, case when c.is_nullable = 'NO' then ' not null' else '' end) as line
    from information_schema.columns c where c.table_schema = current_schema() order by c.table_name, c.ordinal_position`.execute(database)
  const indexes = await sql<{ line: string }>`select replace(indexdef, schemaname || '.', '') as line
    from pg_indexes where schemaname = current_schema() order by tablename, indexname`.execute(database)
  return `${[...columns.rows, ...indexes.rows].map((row) => row.line).join('\n')}\n`
}
