import { type Correction, correctionOfRow, findActive } from '../correction.ts'
import type { Ledger } from '../ledger.ts'

export interface ListedCorrection extends Correction {
  /** False when it was undone. */
  readonly isActive: boolean
}

/** What people did, newest first; of one report or person, or all. */
export async function listCorrections(
  { engine }: Ledger,
  { report, person }: { readonly report?: number; readonly person?: string },
  limit: number,
): Promise<ListedCorrection[]> {
  const all = (await engine.database.selectFrom('corrections').selectAll().execute()).map(correctionOfRow)
  const active = new Set(findActive(all).map(({ id }) => id))
  return all
    .filter(
      (correction) =>
        (person === undefined || correction.person === person) && (report === undefined || ('report' in correction.deed && correction.deed.report === report)),
    )
    .sort((a, b) => (a.made < b.made ? 1 : a.made > b.made ? -1 : a.id < b.id ? 1 : -1))
    .slice(0, limit)
    .map((correction) => ({ ...correction, isActive: active.has(correction.id) }))
}
