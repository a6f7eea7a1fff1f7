import { setTimeout } from 'node:timers/promises'
import { Kysely, SqliteDialect, SqliteDriver, sql } from 'kysely'
import type { Engine } from '../../engine.ts'
import type { Tables } from '../../tables.ts'
import { createInserter } from './bulk.ts'
import { openSqlite, type SqliteConnection } from './driver.ts'
import { createSqliteWordIndex, sqliteColumnType } from './schema.ts'
import { createSqliteWords } from './words.ts'

/** In milliseconds: how long a writer waits for its turn, and how often it asks. */
const PATIENCE = 120_000
const PAUSE = 5

/**
 * Takes the right to write at once: a transaction that begins as a reader cannot become a writer behind another one. While
 * another writes, it asks again from time to time, as that one may be of this very process. `exec` rather than prepared
 * statements, since libsql leaves one that was refused open, and nothing can be committed until it is collected.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #connection: SqliteConnection
  constructor(connection: SqliteConnection) {
    super({ database: connection })
    this.#connection = connection
  }
  override async beginTransaction(): Promise<void> {
    for (const begun = performance.now(); ; )
      try {
        this.#connection.exec('begin immediate')
        return
      } catch (cause) {
        if ((cause as { code?: string }).code !== 'SQLITE_BUSY' || performance.now() - begun > PATIENCE) throw cause
        await setTimeout(PAUSE)
      }
  }
  override async commitTransaction(): Promise<void> {
    this.#connection.exec('commit')
  }
  override async rollbackTransaction(): Promise<void> {
    this.#connection.exec('rollback')
  }
}
class ImmediateDialect extends SqliteDialect {
  readonly #connection: SqliteConnection
  constructor(connection: SqliteConnection) {
    super({ database: connection })
    this.#connection = connection
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#connection)
  }
}

/** A ledger in one SQLite file; `:memory:` keeps it in memory. */
export function openSqliteEngine(file: string): Engine {
  const connection = openSqlite(file)
  const database = new Kysely<Tables>({ dialect: new ImmediateDialect(connection) })
  const insert = createInserter(connection)
  return {
    name: 'sqlite',
    database,
    write: (work) => database.transaction().execute(work),
    insert: async (_, table, rows, isKept) => insert(table, rows, isKept),
    words: createSqliteWords(insert),
    columnType: sqliteColumnType,
    createWordIndex: createSqliteWordIndex,
    isTable: async (db, name) => (await sql`select 1 from sqlite_master where name = ${name}`.execute(db)).rows.length > 0,
    tidy: async () => {
      connection.exec('pragma analysis_limit = 1000')
      connection.exec('analyze')
    },
    scrub: async () => {
      for (const index of ['report_words', 'line_words']) connection.exec(`insert into ${index}(${index}) values ('optimize')`)
      connection.exec('vacuum')
      connection.exec('pragma wal_checkpoint(truncate)')
    },
    size: async () => {
      await sql`pragma wal_checkpoint(truncate)`.execute(database)
      const { rows } = await sql<{ size: number }>`select page_count * page_size as size from pragma_page_count(), pragma_page_size()`.execute(database)
      return rows[0]?.size ?? 0
    },
    close: () => database.destroy(),
  }
}
