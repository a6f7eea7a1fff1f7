import { sql } from 'kysely'
import type { ColumnType, Database, WordIndex } from '../../engine.ts'

const types: { readonly [Type in ColumnType]: string } = { key: 'integer', integer: 'integer', large: 'integer', real: 'real', text: 'text', bytes: 'blob' }
export const sqliteColumnType = (type: ColumnType): string => types[type]
export const sqliteWordTable = (index: WordIndex): string => index

/** The tokenizer `ascii` takes every letter beyond ASCII as it is: folding was done before. */
export async function createSqliteWordIndex(database: Database, index: WordIndex): Promise<void> {
  await sql`create virtual table ${sql.table(index)} using fts5(stems, forms, content='', contentless_delete=1, tokenize='ascii')`.execute(database)
}

/** The schema as SQL, for reading and for comparing. */
export async function dumpSqliteSchema(database: Database): Promise<string> {
  const { rows } = await sql<{ sql: string }>`select sql from sqlite_master
    where sql is not null and name not like 'sqlite_%' and name not like '%_words_%' order by type desc, name`.execute(database)
  return `${rows.map((row) => `${row.sql.replace(/, (?=")/g, ',\n  ')};`).join('\n')}\n`
}
