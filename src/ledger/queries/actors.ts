import { sql } from 'kysely'
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
 * The actors that a name, a part of one, a name in Latin letters or an id means: those that have all of its words, whatever
 * they were merged into. Keys of all that were merged with them come along.
 */
export async function findActorKeys(database: Database, stemmer: Stemmer, asked: string): Promise<number[]> {
  const found = await database.selectFrom('actors').select('canonical').where('id', '=', asked).execute()
  if (found.length === 0) {
    const words = [...new Set(stemmer.wordsOf(asked).stems)]
    if (words.length === 0) return []
    found.push(
      ...(await database
        .selectFrom('actor_words')
        .innerJoin('actors', 'actors.key', 'actor_words.actor')
        .select('actors.canonical')
        .where('word', 'in', words)
        .groupBy(['actors.key', 'actors.canonical'])
        .having(sql<number>`count(*)`, '=', words.length)
        .execute()),
    )
  }
  const canonical = [...new Set(found.map((row) => row.canonical))]
  const all = await inParts(canonical, (part) => database.selectFrom('actors').select('key').where('canonical', 'in', part).execute())
  return all.map(({ key }) => key)
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
  const keys = asked === null ? null : await findActorKeys(database, stemmer, asked)
  if (keys !== null && keys.length === 0) return []
  const rows = await database
    .selectFrom('report_actors')
    .innerJoin('actors', 'actors.key', 'report_actors.actor')
    .select(['actors.canonical', sql<number>`count(distinct report_actors.report)`.as('reports')])
    .$if(keys !== null, (query) => query.where('report_actors.actor', 'in', keys as number[]))
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
