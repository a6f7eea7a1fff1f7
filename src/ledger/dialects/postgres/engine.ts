import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Engine } from '../../engine.ts'
import type { Tables } from '../../tables.ts'
import { insertPostgres } from './bulk.ts'
import { openPostgres } from './driver.ts'
import { createPostgresWordIndex, postgresColumnType } from './schema.ts'
import { postgresWords } from './words.ts'

/** The number of the lock by which writers of one database take turns: «isnad» in ASCII. */
const WRITERS = 0x69736e6164

/** A ledger in a PostgreSQL database, in the first schema of the connection's search path. */
export async function openPostgresEngine(address: string): Promise<Engine> {
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await openPostgres(address) }) })
  return {
    name: 'postgres',
    database,
    write: (work) =>
      database.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(${WRITERS})`.execute(transaction)
        return work(transaction)
      }),
    insert: insertPostgres,
    words: postgresWords,
    columnType: postgresColumnType,
    createWordIndex: createPostgresWordIndex,
    isTable: async (db, name) => {
      // Not to_regclass: it may answer from before another process's migration.
      const { rows } = await sql`select 1 from pg_class where relname = ${name} and relnamespace = current_schema()::regnamespace`.execute(db)
      return rows.length > 0
    },
    tidy: async () => {
      await sql`analyze`.execute(database)
    },
    scrub: async () => {
      await sql`vacuum full`.execute(database)
    },
    size: async () => {
      const { rows } = await sql<{ size: number }>`select sum(pg_total_relation_size(oid)) as size from pg_class
        where relkind = 'r' and relnamespace = current_schema()::regnamespace`.execute(database)
      return Number(rows[0]?.size ?? 0)
    },
    close: () => database.destroy(),
  }
}
