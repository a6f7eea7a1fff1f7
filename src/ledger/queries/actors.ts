import { type RawBuilder, sql } from 'kysely'
import { inParts } from '../actors.ts'
import type { Database } from '../engine.ts'
import type { Stemmer } from '../words.ts'

/** An actor as answers show it: the name a person gave it, or the first it was met under. */
export interface ActorName {
  readonly key: number
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly latin: string
  readonly catalogue: string | null
}

/**
 * The actors that a name, a part of one, a name in Latin letters or an id means: those that have all of its words, and all
 * that were merged with them. A subquery of their keys, as there may be thousands; null when there is none.
 */
export async function findActors(database: Database, stemmer: Stemmer, asked: string): Promise<RawBuilder<number> | null> {
  const byId = await database.selectFrom('actors').select('canonical').where('id', '=', asked).executeTakeFirst()
  if (byId !== undefined) return sql<number>`(select key from actors where canonical = ${byId.canonical})`
  const words = [...new Set(stemmer.wordsOf(asked).stems)]
  if (words.length === 0) return null
  const named = sql`select named.canonical from actor_words join actors as named on named.key = actor_words.actor
    where actor_words.word in (${sql.join(words)}) group by named.key, named.canonical having count(*) = ${sql.lit(words.length)}`
  const { rows } = await sql`${named} limit 1`.execute(database)
  return rows.length === 0 ? null : sql<number>`(select key from actors where canonical in (${named}))`
}

/** What actors are shown as, by key; one that was merged is shown as what it was merged into. */
export async function nameActors(database: Database, keys: readonly number[]): Promise<Map<number, ActorName>> {
  const rows = await inParts([...new Set(keys)], (part) =>
    database
      .selectFrom('actors as actor')
      .innerJoin('actors as whole', 'whole.key', 'actor.canonical')
      .select(['actor.key as own', 'whole.key', 'whole.id', 'whole.name', 'whole.renamed', 'whole.kind', 'whole.latin', 'whole.catalogue'])
      .where('actor.key', 'in', part)
      .execute(),
  )
  return new Map(rows.map(({ own, renamed, name, ...row }) => [own, { ...row, name: renamed ?? name }]))
}

export interface CountedActor extends ActorName {
  readonly reports: number
}

/** The actors a name means, with how many reports name each, the most named first; all where `asked` is null. */
export async function listActors(database: Database, stemmer: Stemmer, asked: string | null, limit: number): Promise<CountedActor[]> {
  const actors = asked === null ? null : await findActors(database, stemmer, asked)
  if (asked !== null && actors === null) return []
  const rows = await database
    .selectFrom('report_actors')
    .innerJoin('actors', 'actors.key', 'report_actors.actor')
    .select(['actors.canonical', sql<number>`count(distinct report_actors.report)`.as('reports')])
    .$if(actors !== null, (query) => query.where(sql<boolean>`report_actors.actor in ${actors}`))
    .groupBy('actors.canonical')
    .orderBy('reports', 'desc')
    .orderBy('actors.canonical')
    .limit(limit)
    .execute()
  const names = await nameActors(
    database,
    rows.map(({ canonical }) => canonical),
  )
  return rows.flatMap(({ canonical, reports }) => {
    const name = names.get(canonical)
    return name === undefined ? [] : [{ ...name, reports: Number(reports) }]
  })
}
