import { sql } from 'kysely'
import type { FullText, IndexedWords, WordIndex, WordQuery } from '../../engine.ts'
import { insertPostgres } from './bulk.ts'

const quote = (word: string) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** The value of a tsvector column, with every word's place. */
const formatVector = (words: readonly string[]): string => words.map((word, i) => `${quote(word)}:${i + 1}`).join(' ')

/** The query as a tsquery. */
export const formatTsquery = ({ all }: WordQuery): string =>
  all.map((alternatives) => `(${alternatives.map((words) => words.map(quote).join(' <-> ')).join(' | ')})`).join(' & ')

/** Full text with tsvector columns of our own tokens; PostgreSQL's parsers and stemmers take no part. */
export const postgresWords: FullText = {
  add: (database, index: WordIndex, rows: readonly IndexedWords[]) =>
    insertPostgres(
      database,
      index,
      rows.map(({ key, stems, forms }) => ({ key, stems: formatVector(stems), forms: formatVector(forms) })),
    ),
  remove: async (database, index, first, last) => {
    await sql`delete from ${sql.table(index)} where key between ${first} and ${last}`.execute(database)
  },
  matching: (index, query) => sql<number>`(select key from ${sql.table(index)} where ${sql.ref(query.field)} @@ ${formatTsquery(query)}::tsquery)`,
}
