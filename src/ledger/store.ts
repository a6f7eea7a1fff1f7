import type { Record } from '../record.ts'
import { fold } from '../fold.ts'
import { inParts, keepOutlets, nextKey } from './actors.ts'
import { momentOf } from './days.ts'
import type { Database, Engine } from './engine.ts'
import { hashOf, identityOf, sha256 } from './identity.ts'
import { packLayers, storable, storableReport } from './packing.ts'
import { newestReading } from './readers.ts'
import { clearReports, type Showing, writeReports } from './show.ts'
import { findSuppressedActors, loadShowings } from './showings.ts'
import type { ReadingRow, ReportRow, VersionRow } from './tables.ts'
import type { Stemmer } from './words.ts'

/**
 * What became of a record that was given to the ledger: `new`; `version`, a changed text of a report it knows; `reading`, a
 * known text read by another reader; `same`, all of it known; `erased`, a report that was erased and is not taken in again.
 */
export type Outcome = 'new' | 'version' | 'reading' | 'same' | 'erased'
export interface Stored {
  readonly outcome: Outcome
  /** The key of the report; null when it was erased. */
  readonly report: number | null
}

interface Known {
  readonly report: number
  readonly versions: { key: number; number: number; hash: string; title: string | null; text: string | null }[]
  readonly readings: { key: number; version: number; reader: string }[]
}

const wordSet = (text: string) => new Set(fold(text).split(/[^\p{L}\p{N}]+/u))

/** Whether two texts under one id are one report that changed, and not another report that happens to have that id. */
function isSameReport(a: { title: string | null; text: string }, b: { title: string | null; text: string }): boolean {
  if (a.title !== null && a.title !== '' && a.title === b.title) return true
  const [left, right] = [wordSet(a.text), wordSet(b.text)]
  let shared = 0
  for (const word of left) if (right.has(word)) shared++
  return shared / (left.size + right.size - shared) >= 0.25
}

/** What is known of the reports of a batch; grows while the batch is taken in. */
class Memory {
  readonly known = new Map<number, Known>()
  readonly byIdentity = new Map<string, number>()
  readonly byHash = new Map<string, number>()
  readonly erased = new Set<string>()

  static async load(database: Database, records: readonly Record[]): Promise<Memory> {
    const memory = new Memory()
    const identities = records.flatMap((record) => [storable(identityOf(record)), ownIdentity(record)])
    for (const { identity } of await inParts([...new Set(identities.map(sha256))], (part) =>
      database.selectFrom('tombstones').select('identity').where('identity', 'in', part).execute(),
    ))
      memory.erased.add(identity)
    const reports = await inParts([...new Set(identities)], (part) =>
      database.selectFrom('reports').select(['key', 'identity']).where('identity', 'in', part).execute(),
    )
    for (const { key, identity } of reports) memory.byIdentity.set(identity, key)
    // A copy of a file under another name is found by what it holds.
    const hashes = records.filter(({ url }) => !url).map(hashOf)
    const copies = await inParts(hashes, (part) => database.selectFrom('report_versions').select(['report', 'hash', 'url']).where('hash', 'in', part).execute())
    for (const { report, hash } of copies) if (!memory.byHash.has(hash)) memory.byHash.set(hash, report)
    const keys = [...new Set([...memory.byIdentity.values(), ...memory.byHash.values()])]
    for (const report of keys) memory.known.set(report, { report, versions: [], readings: [] })
    const versions = await inParts(keys, (part) =>
      database
        .selectFrom('report_versions')
        .select(['key', 'report', 'number', 'hash', 'title', 'text'])
        .where('report', 'in', part)
        .orderBy('number')
        .execute(),
    )
    for (const { report, ...version } of versions) memory.known.get(report)?.versions.push(version)
    const readings = await inParts(keys, (part) =>
      database.selectFrom('readings').select(['key', 'report', 'version', 'reader']).where('report', 'in', part).execute(),
    )
    for (const { report, ...reading } of readings) memory.known.get(report)?.readings.push(reading)
    return memory
  }
}

/** The identity of a report whose id another report has already: its id and what it holds. */
const ownIdentity = (record: Record): string => storable(`${identityOf(record)} ${hashOf(record).slice(0, 16)}`)

/**
 * Takes a batch of records in, in one transaction: when this returns, they are on disk. A report that is known is stored
 * once; nothing that was stored is changed.
 */
export function storeRecords(engine: Engine, records: readonly Record[], reader: string, stemmer: Stemmer, now: string): Promise<Stored[]> {
  return engine.write(async (transaction) => {
    const memory = await Memory.load(transaction, records)
    const outlets = await keepOutlets(
      engine,
      transaction,
      records.map(({ outlet }) => outlet).filter((name) => name !== null),
    )
    let [nextReport, nextVersion, nextReading] = [0, 0, 0]
    const startKeys = async () => {
      if (nextReport !== 0) return
      const { erased } = await transaction
        .selectFrom('tombstones')
        .select(({ fn }) => fn.max('report').as('erased'))
        .executeTakeFirstOrThrow()
      nextReport = Math.max(await nextKey(transaction, 'reports'), (erased ?? 0) + 1)
      nextVersion = await nextKey(transaction, 'report_versions')
      nextReading = await nextKey(transaction, 'readings')
    }
    const rows = { reports: new Map<number, ReportRow>(), versions: [] as VersionRow[], readings: [] as ReadingRow[] }
    const changed = new Set<number>()
    const fresh = new Map<number, Showing>()
    const suppressedActors = await findSuppressedActors(transaction)

    const take = async (record: Record): Promise<Stored> => {
      let identity = storable(identityOf(record))
      const hash = hashOf(record)
      let report = memory.byIdentity.get(identity)
      const isById = !record.url
      if (report !== undefined && isById) {
        const last = memory.known.get(report)?.versions.at(-1)
        const isKnown = memory.known.get(report)?.versions.some((version) => version.hash === hash)
        if (!isKnown && last && !isSameReport({ title: last.title, text: last.text ?? '' }, record)) {
          identity = ownIdentity(record)
          report = memory.byIdentity.get(identity)
        }
      }
      if (memory.erased.has(sha256(identity))) return { outcome: 'erased', report: null }
      if (report === undefined && isById) report = memory.byHash.get(hash)
      await startKeys()
      const known: Known = (report === undefined ? undefined : memory.known.get(report)) ?? { report: report ?? nextReport++, versions: [], readings: [] }
      const isNew = known.versions.length === 0
      let version = known.versions.find((candidate) => candidate.hash === hash)
      const isVersion = version === undefined
      const { columns, original } = storableReport(record)
      if (version === undefined) {
        version = { key: nextVersion++, number: (known.versions.at(-1)?.number ?? 0) + 1, hash, title: columns.title, text: columns.text }
        known.versions.push(version)
        const { key, number } = version
        rows.versions.push({ key, report: known.report, number, hash, ...columns, original, stored: now })
      }
      const versionKey = version.key
      if (!known.readings.some((reading) => reading.version === versionKey && reading.reader === reader)) {
        const reading = { key: nextReading++, version: versionKey, reader }
        known.readings.push(reading)
        rows.readings.push({ ...reading, report: known.report, record: packLayers(record), stored: now })
      } else if (!isVersion) return { outcome: 'same', report: known.report }
      memory.known.set(known.report, known)
      memory.byIdentity.set(identity, known.report)
      if (isById) memory.byHash.set(hash, known.report)
      if (isNew) {
        const { day, moment } = momentOf(columns.published)
        rows.reports.set(known.report, {
          key: known.report,
          identity,
          id: columns.id,
          outlet: columns.outlet === null ? null : (outlets.get(columns.outlet) ?? null),
          published: columns.published,
          day,
          moment,
          title: columns.title,
          url: columns.url,
          version: versionKey,
          reading: known.readings.at(-1)?.key ?? 0,
          suppressed: 0,
          origin: null,
          story: null,
          stored: now,
        })
        // What was just read need not be unpacked again; nobody can have corrected it yet.
        const textOf = () => columns.text
        fresh.set(known.report, {
          report: known.report,
          identity,
          version: versionKey,
          current: columns,
          layers: record,
          corrections: [],
          textOf,
          isSuppressed: false,
          suppressedActors,
        })
      } else fresh.delete(known.report)
      changed.add(known.report)
      return { outcome: isNew ? 'new' : isVersion ? 'version' : 'reading', report: known.report }
    }

    const stored: Stored[] = []
    for (const record of records) stored.push(await take(record))
    await engine.insert(transaction, 'report_versions', rows.versions)
    await engine.insert(transaction, 'readings', rows.readings)
    await engine.insert(transaction, 'reports', [...rows.reports.values()])
    const old = [...changed].filter((report) => !rows.reports.has(report))
    await clearReports(engine, transaction, old)
    // A report given twice in one batch, with a change, is new and has a newer version at once.
    for (const report of changed) {
      const { versions, readings } = memory.known.get(report) as Known
      if (rows.reports.has(report) && versions.length === 1 && readings.length === 1) continue
      fresh.delete(report)
      await pointToNewest(transaction, report, outlets)
    }
    const rest = await loadShowings(
      transaction,
      [...changed].filter((report) => !fresh.has(report)),
    )
    await writeReports(engine, transaction, [...fresh.values(), ...rest], stemmer)
    return stored
  })
}

/** Lets a report show its newest version as its newest reader read it. */
async function pointToNewest(transaction: Database, report: number, outlets: ReadonlyMap<string, number>): Promise<void> {
  const version = await transaction.selectFrom('report_versions').selectAll().where('report', '=', report).orderBy('number', 'desc').executeTakeFirstOrThrow()
  const readings = await transaction.selectFrom('readings').select(['key', 'reader']).where('version', '=', version.key).execute()
  const { id, published, title, url, outlet } = version
  await transaction
    .updateTable('reports')
    .set({ id, published, title, url, ...momentOf(published), version: version.key, reading: newestReading(readings)?.key ?? 0 })
    .$if(outlet === null || outlets.has(outlet), (update) => update.set({ outlet: outlet === null ? null : (outlets.get(outlet) ?? null) }))
    .where('key', '=', report)
    .execute()
}
