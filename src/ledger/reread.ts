import type { Record, Report } from '../record.ts'
import { inParts } from './actors.ts'
import { compareLines, type Differences } from './differences.ts'
import { actorIdOf } from './identity.ts'
import type { Ledger } from './ledger.ts'
import { type Line, linesOf } from './lines.ts'

export interface Reread {
  readonly report: number
  readonly id: string
  readonly text: string
  readonly differences: Differences
}

/** Reports are read and stored in batches of this many: one transaction each. */
const BATCH = 50

const linesWith = (record: Record, identity: string): Line[] => {
  const ids = new Map(record.actors.map((actor) => [actor.id, actorIdOf(actor, identity)]))
  return linesOf(record, (local) => ids.get(local) ?? local)
}

/**
 * Reads every report again that `reader` has not read, adds the reading, and tells what changed. Corrections stay. May be
 * stopped at any time and goes on where it stopped.
 */
export async function* rereadReports(ledger: Ledger, reader: string, read: (report: Report) => Record): AsyncGenerator<Reread> {
  const { database } = ledger.engine
  for (let last = 0; ; ) {
    const rows = await database
      .selectFrom('reports')
      .select(['key', 'identity'])
      .where('key', '>', last)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('readings').select('readings.key').whereRef('readings.version', '=', 'reports.version').where('reader', '=', reader))),
      )
      .orderBy('key')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) return
    last = rows.at(-1)?.key ?? last
    const before = await ledger.records(rows.map(({ key }) => key))
    const after = new Map<number, Record>()
    for (const [key, { id, outlet, published, title, url, text }] of before) after.set(key, read({ id, outlet, published, title, url, text }))
    await storeReadings(ledger, after, reader)
    for (const { key, identity } of rows) {
      const [old, fresh] = [before.get(key), after.get(key)]
      if (old && fresh) yield { report: key, id: old.id, text: old.text, differences: compareLines(linesWith(old, identity), linesWith(fresh, identity)) }
    }
  }
}

/** Texts are found again by what they hold, so a stored record goes the same way as one that comes in. */
async function storeReadings(ledger: Ledger, records: ReadonlyMap<number, Record>, reader: string): Promise<void> {
  await inParts([...records.values()], (part) => ledger.store(part, reader))
}
