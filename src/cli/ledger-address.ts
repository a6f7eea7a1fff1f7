import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Surroundings } from './surroundings.ts'

/** Where the ledger is: as stated, else ISNAD_LEDGER, else a file in the user's data folder (XDG, or as the system has it). */
export function findLedgerAddress(stated: string | undefined, env: Surroundings['env']): string {
  if (stated !== undefined) return stated
  if (env.ISNAD_LEDGER) return env.ISNAD_LEDGER
  const home = env.HOME ?? homedir()
  const data =
    env.XDG_DATA_HOME ||
    (process.platform === 'win32' ? env.LOCALAPPDATA : undefined) ||
    join(home, ...(process.platform === 'darwin' ? ['Library', 'Application Support'] : ['.local', 'share']))
  return join(data, 'isnad', 'ledger.isnad')
}
