import { inParts } from './actors.ts'
import { type Correction, correctionOfRow, findActive, rowOfCorrection } from './correction.ts'
import type { Database } from './engine.ts'
import type { Ledger } from './ledger.ts'
import { clearReports, writeReports } from './show.ts'
import { loadShowings } from './showings.ts'

/**
 * Stores corrections and lets them show, in one transaction. One that is stored already changes nothing; the order in which
 * they come makes no difference.
 */
export async function applyCorrections({ engine, stemmer }: Ledger, corrections: readonly Correction[]): Promise<void> {
  await engine.write(async (transaction) => {
    await engine.insert(transaction, 'corrections', corrections.map(rowOfCorrection), true)
    const reports = new Set<number>()
    for (const { deed } of corrections) if ('report' in deed && deed.report !== null) reports.add(deed.report)
    if (corrections.some(({ deed }) => !('report' in deed) || deed.report === null)) for (const report of await applyToActors(transaction)) reports.add(report)
    await applyToReports(transaction, [...reports])
    await clearReports(engine, transaction, [...reports])
    await writeReports(engine, transaction, await loadShowings(transaction, [...reports]), stemmer)
  })
}

async function applyToReports(transaction: Database, reports: readonly number[]): Promise<void> {
  const rows = await inParts(reports, (part) => transaction.selectFrom('corrections').selectAll().where('report', 'in', part).execute())
  const hidden = new Set(findActive(rows.map(correctionOfRow)).flatMap(({ deed }) => (deed.action === 'suppress-report' ? [deed.report] : [])))
  for (const report of reports)
    await transaction
      .updateTable('reports')
      .set({ suppressed: hidden.has(report) ? 1 : 0 })
      .where('key', '=', report)
      .execute()
}

/** Where each actor ends by the merges that hold; of two merges that make a ring the later one does nothing. */
export function resolveMerges(corrections: readonly Correction[]): Map<string, string> {
  const into = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = into.get(root); next !== undefined; next = into.get(root)) root = next
    return root
  }
  for (const { deed } of corrections) {
    if (deed.action !== 'merge') continue
    const [from, to] = [rootOf(deed.actor), rootOf(deed.into)]
    if (from !== to) into.set(from, to)
  }
  return new Map([...into.keys()].map((id) => [id, rootOf(id)]))
}

/** Writes merges, names and suppressions to the actors and issues; gives the reports whose lines are shown otherwise now. */
async function applyToActors(transaction: Database): Promise<number[]> {
  const rows = await transaction.selectFrom('corrections').selectAll().where('report', 'is', null).execute()
  const active = findActive(rows.map(correctionOfRow))
  const before = await transaction.selectFrom('actors').select('key').where('suppressed', '=', 1).execute()
  await transaction
    .updateTable('actors')
    .set(({ ref }) => ({ canonical: ref('key'), renamed: null, suppressed: 0 }))
    .where(({ or, eb, ref }) => or([eb('canonical', '<>', ref('key')), eb('renamed', 'is not', null), eb('suppressed', '=', 1)]))
    .execute()
  await transaction.updateTable('issues').set({ renamed: null }).where('renamed', 'is not', null).execute()
  for (const [actor, whole] of resolveMerges(active))
    await transaction
      .updateTable('actors')
      .set(({ selectFrom }) => ({ canonical: selectFrom('actors as whole').select('whole.key').where('whole.id', '=', whole).$asScalar().$notNull() }))
      .where('id', '=', actor)
      .where(({ exists, selectFrom }) => exists(selectFrom('actors as whole').select('whole.key').where('whole.id', '=', whole)))
      .execute()
  const hidden: string[] = []
  for (const { deed } of active) {
    if (deed.action === 'rename-actor') await transaction.updateTable('actors').set({ renamed: deed.name }).where('id', '=', deed.actor).execute()
    if (deed.action === 'rename-issue') await transaction.updateTable('issues').set({ renamed: deed.name }).where('id', '=', deed.issue).execute()
    if (deed.action === 'suppress-actor') hidden.push(deed.actor)
  }
  if (hidden.length > 0) {
    const wholes = await inParts(hidden, (part) => transaction.selectFrom('actors').select('key').where('id', 'in', part).execute())
    await transaction
      .updateTable('actors')
      .set({ suppressed: 1 })
      .where((eb) => eb.or([eb('id', 'in', hidden), eb('canonical', 'in', [0, ...wholes.map(({ key }) => key)])]))
      .execute()
  }
  const after = await transaction.selectFrom('actors').select('key').where('suppressed', '=', 1).execute()
  const isBefore = new Set(before.map(({ key }) => key))
  const isAfter = new Set(after.map(({ key }) => key))
  const changed = [...isBefore, ...isAfter].filter((key) => isBefore.has(key) !== isAfter.has(key))
  const reports = await inParts(changed, (part) => transaction.selectFrom('report_actors').select('report').distinct().where('actor', 'in', part).execute())
  return [...new Set(reports.map(({ report }) => report))]
}
