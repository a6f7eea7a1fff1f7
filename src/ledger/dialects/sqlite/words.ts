import { sql } from 'kysely'
import type { FullText, WordIndex, WordQuery } from '../../engine.ts'
import { sqliteWordTable } from './schema.ts'

const quote = (words: readonly string[]) => `"${words.join(' ').replaceAll('"', '""')}"`

/** The query in FTS5's own language. */
export const formatFts5 = ({ field, all }: WordQuery): string =>
  `${field} : (${all.map((alternatives) => `(${alternatives.map(quote).join(' OR ')})`).join(' AND ')})`

/** Full text with FTS5, without a copy of the text: the index holds tokens and places only. */
export const createSqliteWords = (insert: (table: string, rows: readonly object[]) => void): FullText => ({
  add: async (_, index, rows) =>
    insert(
      index,
      rows.map(({ key, stems, forms }) => ({ rowid: key, stems: stems.join(' '), forms: forms.join(' ') })),
    ),
  remove: async (database, index: WordIndex, first, last) => {
    await sql`delete from ${sql.table(sqliteWordTable(index))} where rowid between ${first} and ${last}`.execute(database)
  },
  matching: (index, query) => {
    const table = sql.table(sqliteWordTable(index))
    return sql<number>`(select rowid from ${table} where ${sql.ref(index)} match ${formatFts5(query)})`
  },
})
