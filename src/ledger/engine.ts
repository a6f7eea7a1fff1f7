import type { Kysely, RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

/** A transaction or the database itself. */
export type Database = Kysely<Tables>

/** What is indexed by its words: whole reports, or lines. */
export type WordIndex = 'report_words' | 'line_words'

/** The words of one report or line, in order: stems (without clitics) and forms (folded, as written), one for one. */
export interface IndexedWords {
  readonly key: number
  readonly stems: readonly string[]
  readonly forms: readonly string[]
}

/** All of `all` must stand in the text; each is a list of alternatives; an alternative is one or more words in a row. */
export interface WordQuery {
  readonly field: 'stems' | 'forms'
  readonly all: readonly (readonly (readonly string[])[])[]
}

export interface FullText {
  readonly add: (database: Database, index: WordIndex, rows: readonly IndexedWords[]) => Promise<void>
  /** Takes out the keys `first` to `last`, both included. */
  readonly remove: (database: Database, index: WordIndex, first: number, last: number) => Promise<void>
  /** A subquery of the keys that fit; goes behind `in`. */
  readonly matching: (index: WordIndex, query: WordQuery) => RawBuilder<number>
}

/** A column type by its meaning; each engine has its own word for it. `integer` holds 31 bits, `large` all whole numbers of JavaScript. */
export type ColumnType = 'key' | 'integer' | 'large' | 'real' | 'text' | 'bytes'

/** All that the ledger knows of a database beyond the shared query layer. The same file names in each dialect's folder. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  readonly database: Database
  /** Runs one writing transaction; writers of all processes take turns. Nothing stays behind when `work` throws. */
  readonly write: <T>(work: (transaction: Database) => Promise<T>) => Promise<T>
  /** Inserts many rows of one table at once; with `isKept` a row that is already there stays as it is. */
  readonly insert: <Name extends keyof Tables & string>(database: Database, table: Name, rows: readonly Tables[Name][], isKept?: boolean) => Promise<void>
  readonly words: FullText
  readonly columnType: (type: ColumnType) => string
  /** Creates a table of words. */
  readonly createWordIndex: (database: Database, index: WordIndex) => Promise<void>
  readonly isTable: (database: Database, name: string) => Promise<boolean>
  /** Counts what the tables hold, after many reports came in, so that questions are planned well. */
  readonly tidy: () => Promise<void>
  /** Makes erased bytes unreadable in the files, as far as the engine can. */
  readonly scrub: () => Promise<void>
  /** Bytes that the database takes on disk. */
  readonly size: () => Promise<number>
  readonly close: () => Promise<void>
}
