import type { Actor } from '../record.ts'
import type { Database, Engine } from './engine.ts'
import type { ActorCard } from './lines.ts'
import { storable } from './packing.ts'
import type { ActorRow, ActorWordRow } from './tables.ts'
import type { Stemmer } from './words.ts'

export const cardOf = (actor: Actor, id: string): ActorCard => ({
  id,
  name: actor.name,
  kind: actor.kind,
  catalogue: actor.catalogue,
  latin: actor.latin,
  aliases: actor.aliases,
})

/** Questions of one statement: lists of ids are asked for in parts of this size. */
export const PART = 1000

/** Runs a question for a long list, part by part. */
export async function inParts<Item, Row>(items: readonly Item[], ask: (part: readonly Item[]) => Promise<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < items.length; from += PART) rows.push(...(await ask(items.slice(from, from + PART))))
  return rows
}

/** The next free key of a table; inside a writing transaction nobody else takes it. */
export async function nextKey(transaction: Database, table: 'outlets' | 'reports' | 'report_versions' | 'readings' | 'actors'): Promise<number> {
  const row = await transaction
    .selectFrom(table)
    .select(({ fn }) => fn.max('key').as('key'))
    .executeTakeFirst()
  return (row?.key ?? 0) + 1
}

/** The keys of actors by id; those met for the first time are added, with the words they are found by. */
export async function keepActors(engine: Engine, transaction: Database, cards: readonly ActorCard[], stemmer: Stemmer): Promise<Map<string, number>> {
  const byId = new Map<string, ActorCard>()
  for (const card of cards) if (!byId.has(card.id)) byId.set(card.id, card)
  const known = await inParts([...byId.keys()], (part) => transaction.selectFrom('actors').select(['id', 'key']).where('id', 'in', part).execute())
  const keys = new Map(known.map(({ id, key }) => [id, key]))
  const added: ActorRow[] = []
  let next = byId.size > keys.size ? await nextKey(transaction, 'actors') : 0
  for (const { id, name, kind, catalogue, latin } of byId.values()) {
    if (keys.has(id)) continue
    keys.set(id, next)
    const romanised = latin.romanised ? 1 : 0
    added.push({
      key: next,
      id: storable(id),
      name: storable((catalogue === null ? null : stemmer.catalogueName(catalogue)) ?? name),
      kind,
      catalogue,
      latin: storable(latin.name),
      romanised,
      canonical: next,
      renamed: null,
      suppressed: 0,
    })
    next++
  }
  await engine.insert(transaction, 'actors', added)
  await engine.insert(transaction, 'actor_words', wordRows(cards, keys, stemmer), true)
  return keys
}

function wordRows(cards: readonly ActorCard[], keys: ReadonlyMap<string, number>, stemmer: Stemmer): ActorWordRow[] {
  const rows = new Map<string, ActorWordRow>()
  for (const { id, name, aliases, latin, catalogue } of cards) {
    const actor = keys.get(id) as number
    const known = catalogue === null ? null : stemmer.catalogueName(catalogue)
    for (const text of [name, ...aliases, latin.name, ...(known === null ? [] : [known])]) {
      for (const word of stemmer.wordsOf(text).stems) rows.set(`${word} ${actor}`, { word, actor })
    }
  }
  return [...rows.values()]
}

/** The keys of outlets by name; new ones are added. */
export async function keepOutlets(engine: Engine, transaction: Database, names: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(names.map(storable))]
  const known = await inParts(wanted, (part) => transaction.selectFrom('outlets').selectAll().where('name', 'in', part).execute())
  const keys = new Map(known.map(({ name, key }) => [name, key]))
  let next = wanted.length > keys.size ? await nextKey(transaction, 'outlets') : 0
  const added = wanted.filter((name) => !keys.has(name)).map((name) => ({ key: next++, name }))
  await engine.insert(transaction, 'outlets', added)
  for (const { name, key } of added) keys.set(name, key)
  return keys
}
