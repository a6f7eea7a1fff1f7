import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver, type SqliteDialectConfig, sql } from 'kysely'
import type { Engine } from '../../engine.ts'
import type { Tables } from '../../tables.ts'
import { createInserter } from './bulk.ts'
import { openSqlite } from './driver.ts'
import { createSqliteWordIndex, sqliteColumnType } from './schema.ts'
import { createSqliteWords } from './words.ts'

/** Takes the right to write at once: a transaction that begins as a reader cannot become a writer behind another one. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config)
  }
}

/** A ledger in one SQLite file; `:memory:` keeps it in memory. */
export function openSqliteEngine(file: string): Engine {
  const connection = openSqlite(file)
  const database = new Kysely<Tables>({ dialect: new ImmediateDialect({ database: connection }) })
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
