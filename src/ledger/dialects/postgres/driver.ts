import type { Pool } from 'pg'
import { IsnadError } from '../../../errors.ts'

/** PostgreSQL sends `bigint` as text; every number of the ledger fits a JavaScript number. */
const BIGINT = 20
/** Compiling a question takes longer than answering it. */
const SETTINGS = '-c jit=off'

/**
 * Opens a pool of connections to a PostgreSQL address; the library is loaded only here.
 * @throws IsnadError `ledger-unreadable` when the server cannot be reached.
 */
export async function openPostgres(address: string): Promise<Pool> {
  const { default: pg } = await import('pg')
  const parsers = new pg.TypeOverrides()
  parsers.setTypeParser(BIGINT, Number)
  const pool = new pg.Pool({ connectionString: address, max: 4, types: parsers, options: SETTINGS })
  // A connection that breaks while idle is replaced at the next question.
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw new IsnadError(
      'ledger-unreadable',
      `The ledger at ${hidePassword(address)} cannot be reached (${cause instanceof Error ? cause.message || cause.name : String(cause)}).`,
      'Check the address (postgres://user@host:5432/database) and that the server runs.',
      null,
      cause,
    )
  }
  return pool
}

/** The address as it may be shown. */
export const hidePassword = (address: string): string => address.replace(/^(\w+:\/\/[^:@/]*):[^@]*@/, '$1:…@')
