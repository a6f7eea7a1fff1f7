import { inParts } from './actors.ts'
import { correctionOfRow, findActive } from './correction.ts'
import type { Database } from './engine.ts'
import { unpackLayers } from './packing.ts'
import type { Showing } from './show.ts'

/** The ids of all actors that corrections hide, with those merged into them. */
export async function findSuppressedActors(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.selectFrom('corrections').selectAll().where('report', 'is', null).where('action', 'in', ['suppress-actor', 'undo']).execute()
  const ids = findActive(rows.map(correctionOfRow)).flatMap(({ deed }) => (deed.action === 'suppress-actor' ? [deed.actor] : []))
  if (ids.length === 0) return new Set()
  const merged = await database
    .selectFrom('actors as actor')
    .innerJoin('actors as whole', 'whole.key', 'actor.canonical')
    .select('actor.id')
    .where('whole.id', 'in', ids)
    .execute()
  return new Set([...ids, ...merged.map(({ id }) => id)])
}

/** Loads all that decides what the ledger shows of the reports. */
export async function loadShowings(database: Database, reports: readonly number[]): Promise<Showing[]> {
  const rows = await inParts(reports, (part) =>
    database
      .selectFrom('reports')
      .innerJoin('report_versions as current', 'current.key', 'reports.version')
      .innerJoin('readings', 'readings.key', 'reports.reading')
      .select(['reports.key as report', 'reports.identity', 'reports.version', 'readings.record'])
      .select(['current.id', 'current.outlet', 'current.published', 'current.title', 'current.url', 'current.text'])
      .where('reports.key', 'in', part)
      .execute(),
  )
  const corrections = await inParts(reports, (part) => database.selectFrom('corrections').selectAll().where('report', 'in', part).execute())
  const versions = [...new Set(corrections.map(({ version }) => version).filter((key) => key !== null))]
  const texts = await inParts(versions, (part) => database.selectFrom('report_versions').select(['key', 'text']).where('key', 'in', part).execute())
  const textOf = new Map(texts.map(({ key, text }) => [key, text]))
  const suppressedActors = await findSuppressedActors(database)
  return rows.map(({ report, identity, version, record, ...current }) => {
    const active = findActive(corrections.filter((row) => row.report === report).map(correctionOfRow))
    return {
      report,
      identity,
      version,
      current,
      layers: unpackLayers(record),
      corrections: active,
      textOf: (key) => textOf.get(key) ?? current.text,
      isSuppressed: active.some(({ deed }) => deed.action === 'suppress-report'),
      suppressedActors,
    }
  })
}
