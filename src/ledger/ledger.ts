import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { IsnadError } from '../errors.ts'
import type { Record } from '../record.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { readRecords } from './queries/records.ts'
import { type Stored, storeRecords } from './store.ts'
import { createStemmer, type LedgerKnowledge, type Stemmer } from './words.ts'

export interface OpenOptions {
  /** False refuses to make a file that is not there. */
  readonly create?: boolean
  /** The clock that rows are dated by. */
  readonly now?: () => Date
}

/** An open ledger. Questions are functions of `queries/` and of `src/answers/`; corrections are in `correct.ts`. */
export interface Ledger {
  readonly engine: Engine
  readonly stemmer: Stemmer
  readonly now: () => Date
  /**
   * Stores records that `reader` (see `nameReader`) read. When it returns they are on disk; the same record again changes
   * nothing. One transaction: a hundred at a time go twenty times as fast as one by one.
   */
  readonly store: (records: readonly Record[], reader: string) => Promise<Stored[]>
  /** The records of reports by key, exactly as they were stored, without corrections: the reading that counts of each. */
  readonly records: (reports: readonly number[]) => Promise<Map<number, Record>>
  readonly close: () => Promise<void>
}

/** Tells an address of PostgreSQL from the path of a file. */
export const isPostgresAddress = (address: string): boolean => /^postgres(?:ql)?:\/\//.test(address)

async function openEngine(address: string, create: boolean): Promise<Engine> {
  if (isPostgresAddress(address)) return (await import('./dialects/postgres/engine.ts')).openPostgresEngine(address)
  if (address !== ':memory:') {
    const { existsSync } = await import('node:fs')
    if (!create && !existsSync(address))
      throw new IsnadError('ledger-missing', `There is no ledger «${address}».`, 'Store reports in it first: isnad read --ledger FILE REPORTS.', {
        file: address,
      })
    try {
      mkdirSync(dirname(address), { recursive: true })
    } catch {
      // Opening the file says better what is wrong.
    }
  }
  return (await import('./dialects/sqlite/engine.ts')).openSqliteEngine(address)
}

/**
 * Opens a ledger: the path of a SQLite file, or `postgres://…`. Makes or migrates its schema.
 * @throws IsnadError `ledger-missing`, `ledger-unreadable`, `ledger-newer`.
 */
export async function openLedger(address: string, knowledge: LedgerKnowledge, options: OpenOptions = {}): Promise<Ledger> {
  const now = options.now ?? (() => new Date())
  const engine = await openEngine(address, options.create ?? true)
  try {
    await migrate(engine, undefined, now)
  } catch (cause) {
    await engine.close()
    if (cause instanceof IsnadError) throw cause
    throw new IsnadError(
      'ledger-unreadable',
      `The ledger «${isPostgresAddress(address) ? 'in PostgreSQL' : address}» cannot be used (${cause instanceof Error ? cause.message : String(cause)}).`,
      'Give the path of a ledger file or the address of a database that may be written to.',
      null,
      cause,
    )
  }
  const stemmer = createStemmer(knowledge)
  return {
    engine,
    stemmer,
    now,
    store: (records, reader) => storeRecords(engine, records, reader, stemmer, now().toISOString()),
    records: (reports) => readRecords(engine.database, reports),
    close: () => engine.close(),
  }
}
