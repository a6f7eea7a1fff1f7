import { type Expression, type SqlBool, sql } from 'kysely'
import type { Ledger } from '../ledger.ts'

/** Issues by id, by concept, or by the name a person gave. */
export async function findIssues({ engine, stemmer }: Ledger, asked: string): Promise<string[]> {
  const exact = await engine.database.selectFrom('issues').select('id').where('id', '=', asked).execute()
  if (exact.length > 0) return exact.map(({ id }) => id)
  const wanted = stemmer.wordsOf(asked).stems
  if (wanted.length === 0) return []
  const rows = await engine.database.selectFrom('issues').selectAll().execute()
  return rows
    .filter(({ id, concept, renamed }) => {
      const words = new Set(stemmer.wordsOf(`${id.replaceAll(/[-_/:]/g, ' ')} ${concept.replaceAll(/[-_/:]/g, ' ')} ${renamed ?? ''}`).stems)
      return wanted.every((word) => words.has(word))
    })
    .map(({ id }) => id)
}

/** Positions on an issue of the catalogue, or, where it knows none by that name, whose target has the words. */
export async function issueConditions(ledger: Ledger, name: string, asked: string | undefined): Promise<Expression<SqlBool>[]> {
  if (asked === undefined) return []
  const issues = await findIssues(ledger, asked)
  if (issues.length > 0) return [sql<SqlBool>`${sql.ref(`${name}.issue`)} in (${sql.join(issues)})`]
  const query = ledger.stemmer.queryOf(asked, false)
  return [query.all.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${sql.ref(`${name}.key`)} in ${ledger.engine.words.matching('line_words', query)}`]
}
