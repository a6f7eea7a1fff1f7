import { sql } from 'kysely'
import type { FullText, IndexedWords, WordIndex, WordQuery } from '../../engine.ts'
import { insertPostgres } from './bulk.ts'

/**
 * Buckwalter's letters for U+0621–U+064A, one byte for two: vectors are half as large. Folded words hold no marks.
 * @source T. Buckwalter, Arabic transliteration (1988)
 */
const LETTERS = "'|>&<}AbptvjHxd*rzs$SDTZEg....._fqklmnhwYy"
const FIRST = 0x0621
/** Stands before what is not all Arabic letters, so that no Latin word is taken for an Arabic one. */
const OTHER = '~'

function encode(word: string): string {
  let encoded = ''
  for (let i = 0; i < word.length; i++) {
    const letter = LETTERS[word.charCodeAt(i) - FIRST]
    if (letter === undefined || letter === '.') return `${OTHER}${word}`
    encoded += letter
  }
  return encoded
}

const quote = (word: string) => `'${encode(word).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

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
