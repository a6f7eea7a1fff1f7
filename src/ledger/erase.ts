import { IsnadError } from '../errors.ts'
import type { Author } from './correct.ts'
import { sha256 } from './identity.ts'
import type { Ledger } from './ledger.ts'
import { clearReports } from './show.ts'

/**
 * Destroys a report: every version, reading, line and correction of it, and the actors that only it names. What is left is a
 * tombstone: hashes, when, who and why; the same report is not taken in again. Cannot be undone.
 * @throws IsnadError `ledger-line-missing` when there is no such report.
 */
export async function eraseReport(ledger: Ledger, report: number, { person, why, made }: Author & { readonly why: string }): Promise<void> {
  const { engine } = ledger
  await engine.write(async (transaction) => {
    const row = await transaction
      .selectFrom('reports')
      .innerJoin('report_versions', 'report_versions.key', 'reports.version')
      .select(['identity', 'hash'])
      .where('reports.key', '=', report)
      .executeTakeFirst()
    if (row === undefined)
      throw new IsnadError('ledger-line-missing', `The ledger holds no report ${report}.`, 'isnad query reports --json gives the keys of reports.')
    const named = await transaction.selectFrom('report_actors').select('actor').distinct().where('report', '=', report).execute()
    const erased = made ?? ledger.now().toISOString()
    await transaction
      .insertInto('tombstones')
      .values({ identity: sha256(row.identity), report, hash: row.hash, erased, person, why })
      .execute()
    await clearReports(engine, transaction, [report])
    for (const table of ['report_versions', 'readings', 'corrections'] as const) await transaction.deleteFrom(table).where('report', '=', report).execute()
    await transaction.deleteFrom('reports').where('key', '=', report).execute()
    for (const { actor } of named) {
      const elsewhere = await transaction.selectFrom('report_actors').select('actor').where('actor', '=', actor).executeTakeFirst()
      const inLines = await transaction.selectFrom('line_actors').select('actor').where('actor', '=', actor).executeTakeFirst()
      const isWhole = await transaction.selectFrom('actors').select('key').where('canonical', '=', actor).where('key', '<>', actor).executeTakeFirst()
      if (elsewhere ?? inLines ?? isWhole) continue
      await transaction.deleteFrom('actor_words').where('actor', '=', actor).execute()
      await transaction.deleteFrom('actors').where('key', '=', actor).execute()
    }
  })
  await engine.scrub()
}
