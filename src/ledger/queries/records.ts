import type { Record } from '../../record.ts'
import { inParts } from '../actors.ts'
import type { Database } from '../engine.ts'
import { unpackLayers, unpackReport } from '../packing.ts'

/** The stored records of reports, by report key: each as its newest reader read its newest version. */
export async function readRecords(database: Database, reports: readonly number[]): Promise<Map<number, Record>> {
  const rows = await inParts(reports, (part) =>
    database
      .selectFrom('reports')
      .innerJoin('report_versions as current', 'current.key', 'reports.version')
      .innerJoin('readings', 'readings.key', 'reports.reading')
      .select(['reports.key', 'readings.record', 'current.original'])
      .select(['current.id', 'current.outlet', 'current.published', 'current.title', 'current.url', 'current.text'])
      .where('reports.key', 'in', part)
      .execute(),
  )
  return new Map(
    rows.map(({ key, record, original, ...columns }) => [key, { ...(original === null ? columns : unpackReport(original)), ...unpackLayers(record) }]),
  )
}
