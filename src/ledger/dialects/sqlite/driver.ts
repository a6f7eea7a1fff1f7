import Database from 'libsql'
import type { SqliteDatabase } from 'kysely'
import { IsnadError } from '../../../errors.ts'

/** What the ledger needs of a SQLite library; better-sqlite3, libsql and (behind a few lines) node:sqlite all have it. */
export interface SqliteConnection extends SqliteDatabase {
  exec(sql: string): unknown
  prepare(sql: string): SqliteStatement
}
export interface SqliteStatement {
  readonly reader: boolean
  run(parameters: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint }
  all(parameters: readonly unknown[]): unknown[]
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>
}

/** In milliseconds. Opening may meet another that opens; later a writer asks again by itself, so that the process goes on meanwhile. */
const OPENING = 5_000
const WRITING = 10

/**
 * Opens a SQLite file, made when it is missing. Writes are on disk when they are acknowledged (WAL, synchronous FULL).
 * @throws IsnadError `ledger-unreadable` when the file is no SQLite database or cannot be opened.
 */
export function openSqlite(file: string): SqliteConnection {
  try {
    const connection = new Database(file) as unknown as SqliteConnection
    connection.exec(`pragma busy_timeout = ${OPENING}`)
    connection.exec('pragma journal_mode = wal')
    for (const setting of [
      'synchronous = full',
      'secure_delete = on',
      'cache_size = -65536',
      'temp_store = memory',
      'mmap_size = 268435456',
      `busy_timeout = ${WRITING}`,
    ])
      connection.exec(`pragma ${setting}`)
    return connection
  } catch (cause) {
    throw new IsnadError(
      'ledger-unreadable',
      `The ledger «${file}» cannot be opened (${cause instanceof Error ? cause.message : String(cause)}).`,
      'Give the path of a ledger file, or of a new one in a folder that may be written to.',
      { file },
      cause,
    )
  }
}
