import { type Expression, type SqlBool, sql } from 'kysely'
import { fold } from '../../fold.ts'
import type { WordIndex, WordQuery } from '../engine.ts'
import type { Ledger } from '../ledger.ts'
import type { ActorPart, LineState } from '../tables.ts'
import { findActors } from './actors.ts'

/** What every kind of line, and reports, can be asked by. */
export interface CommonFilter {
  /** Days of publication as `2015-11-16`, both included. */
  readonly from?: string
  readonly to?: string
  readonly outlets?: readonly string[]
  /** Words in any order, «phrases» as they stand. */
  readonly words?: string
  /** Words as they are written, clitics and all. */
  readonly isExact?: boolean
  /** False: names in Latin letters find no Arabic ones. */
  readonly isAcrossScripts?: boolean
  /** The report's own id or its key. */
  readonly report?: string | number
  /** How lines came about; all but the rejected ones without it. */
  readonly states?: readonly LineState[]
}

type Conditions = Expression<SqlBool>[]
export const NOTHING: Expression<SqlBool> = sql<SqlBool>`1 = 0`
const ref = (name: string, column: string) => sql.ref(`${name}.${column}`)
const isIn = (name: string, column: string, values: readonly (string | number)[]): Expression<SqlBool> =>
  values.length === 0 ? NOTHING : sql<SqlBool>`${ref(name, column)} in (${sql.join(values)})`

/** Outlets by name, spelt in any way that folds alike. */
async function outletKeys({ engine }: Ledger, names: readonly string[]): Promise<number[]> {
  const wanted = new Set(names.map((name) => fold(name).trim()))
  const rows = await engine.database.selectFrom('outlets').selectAll().execute()
  return rows.filter(({ name }) => wanted.has(fold(name).trim())).map(({ key }) => key)
}

/** Lets a word in Latin letters also find the Arabic word at its place in the names of actors that have it. */
async function crossScripts({ engine, stemmer }: Ledger, query: WordQuery): Promise<WordQuery> {
  if (query.field === 'forms') return query
  const all: (readonly (readonly string[])[])[] = []
  for (const alternatives of query.all) {
    const word = alternatives[0]?.length === 1 ? (alternatives[0][0] as string) : ''
    if (!/^[a-z]/.test(word)) {
      all.push(alternatives)
      continue
    }
    const rows = await engine.database
      .selectFrom('actor_words')
      .innerJoin('actors', 'actors.key', 'actor_words.actor')
      .select(['actors.name', 'actors.latin'])
      .where('word', '=', word)
      .limit(200)
      .execute()
    const found = new Map<string, string[]>([[word, [word]]])
    for (const { name, latin } of rows) {
      const [arabic, letters] = [stemmer.wordsOf(name).stems, stemmer.wordsOf(latin).forms]
      const alike = arabic.length === letters.length ? arabic.slice(letters.indexOf(word), letters.indexOf(word) + 1) : [...arabic]
      if (alike.length > 0) found.set(alike.join(' '), alike)
    }
    all.push([...found.values()])
  }
  return { ...query, all }
}

/** Whether the words stand in what `index` holds under the key of the alias `name`. */
export async function wordConditions(ledger: Ledger, name: string, index: WordIndex, filter: CommonFilter): Promise<Conditions> {
  if (filter.words === undefined) return []
  const query = ledger.stemmer.queryOf(filter.words, filter.isExact === true)
  if (query.all.length === 0) return [NOTHING]
  const crossed = filter.isAcrossScripts === false ? query : await crossScripts(ledger, query)
  return [sql<SqlBool>`${ref(name, 'key')} in ${ledger.engine.words.matching(index, crossed)}`]
}

/** Conditions on the days, outlets and report of the table or alias `name`. */
export async function commonConditions(ledger: Ledger, name: string, filter: CommonFilter): Promise<Conditions> {
  const conditions: Conditions = []
  if (filter.from !== undefined)
    conditions.push(sql<SqlBool>`${ref(name, 'moment')} >= ${firstMoment(filter.from)}`, sql<SqlBool>`${ref(name, 'day')} >= ${filter.from}`)
  if (filter.to !== undefined)
    conditions.push(sql<SqlBool>`${ref(name, 'moment')} < ${lastMoment(filter.to)}`, sql<SqlBool>`${ref(name, 'day')} <= ${filter.to}`)
  if (filter.outlets !== undefined && filter.outlets.length > 0) conditions.push(isIn(name, 'outlet', await outletKeys(ledger, filter.outlets)))
  return conditions
}

/** Days are those written, which begin up to 14 hours before and end up to 12 hours behind the days of UTC. */
const HOUR = 3600
const firstMoment = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000 - 14 * HOUR
const lastMoment = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000 + 36 * HOUR

/** The same for lines, with their words and state. */
export async function lineConditions(ledger: Ledger, name: string, filter: CommonFilter): Promise<Conditions> {
  const conditions = [...(await commonConditions(ledger, name, filter)), ...(await wordConditions(ledger, name, 'line_words', filter))]
  if (filter.report !== undefined) {
    const keys = await reportKeys(ledger, filter.report)
    conditions.push(isIn(name, 'report', keys))
  }
  conditions.push(filter.states === undefined ? sql<SqlBool>`${ref(name, 'state')} <> 'rejected'` : isIn(name, 'state', filter.states))
  return conditions
}

/** The keys of reports by key or by their own id, which several outlets may have given. */
export async function reportKeys({ engine }: Ledger, report: string | number): Promise<number[]> {
  if (typeof report === 'number') return [report]
  const rows = await engine.database.selectFrom('reports').select('key').where('id', '=', report).execute()
  return rows.map(({ key }) => key)
}

/** Lines in which an actor has one of the parts. An actor that nobody knows is in none. */
export async function actorConditions(ledger: Ledger, name: string, asked: string | undefined, parts: readonly ActorPart[]): Promise<Conditions> {
  if (asked === undefined) return []
  const actors = await findActors(ledger.engine.database, ledger.stemmer, asked)
  return [
    actors === null ? NOTHING : sql<SqlBool>`${ref(name, 'key')} in (select line from line_actors where actor in ${actors} and part in (${sql.join(parts)}))`,
  ]
}

/** Names of one actor that are looked for among words. */
const NAMES = 5

/** Lines about an actor: one of its mentions stands in them, it takes part, or one of its names is among their words. */
export async function aboutConditions(ledger: Ledger, name: string, asked: string | undefined, parts: readonly ActorPart[]): Promise<Conditions> {
  if (asked === undefined) return []
  const { engine, stemmer } = ledger
  const actors = await findActors(engine.database, stemmer, asked)
  const names = new Map<string, string[]>()
  const put = (text: string) => {
    const stems = [...stemmer.wordsOf(text).stems]
    if (stems.length > 0) names.set(stems.join(' '), stems)
  }
  put(asked)
  // Its names in the catalogue and those people gave it, however it was asked for: in Latin letters, by id, or by a part.
  if (actors !== null) {
    const rows = await engine.database
      .selectFrom('actors')
      .select(['name', 'renamed'])
      .where(sql<boolean>`key in ${actors}`)
      .where((eb) => eb.or([eb('catalogue', 'is not', null), eb('renamed', 'is not', null), eb('id', '=', asked)]))
      .orderBy('key')
      .limit(NAMES)
      .execute()
    for (const row of rows) for (const text of [row.name, row.renamed]) if (text !== null) put(text)
  }
  const query: WordQuery = { field: 'stems', all: [[...names.values()]] }
  const spoken = engine.words.matching('line_words', query)
  if (actors === null) return [sql<SqlBool>`${ref(name, 'key')} in ${spoken}`]
  return [
    sql<SqlBool>`${ref(name, 'key')} in (select line from line_actors where actor in ${actors} and part in (${sql.join(parts)}) union select * from ${spoken} as spoken)`,
  ]
}

/** Joins conditions; none is always true. */
export const both = (conditions: Conditions): Expression<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`
