import { sql } from 'kysely'
import type { Position } from '../record.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { nameActors } from '../ledger/queries/actors.ts'
import { both } from '../ledger/queries/conditions.ts'
import { linesByKey } from '../ledger/queries/lines.ts'
import { positionConditions, type PositionFilter } from '../ledger/queries/positions.ts'
import type { ActorFacts } from './evidence.ts'
import { answerPositions, type PositionAnswer } from './positions.ts'

/** Where one actor stands on an issue, all its positions together. */
export interface Side {
  readonly holder: ActorFacts
  /** `divided` when it has been told to stand on both. */
  readonly side: Position['polarity'] | 'divided'
  readonly supports: number
  readonly opposes: number
  readonly outlets: number
  /** Sources that do not repeat one another, as far as the ledger knows copies. */
  readonly origins: number
  /** The latest position of each side. */
  readonly latest: readonly PositionAnswer[]
}
export interface Sides {
  readonly supporters: readonly Side[]
  readonly opponents: readonly Side[]
  readonly divided: readonly Side[]
}

/** Who agrees and who is at odds on an issue; those told of most often first. */
export async function findSides(ledger: Ledger, filter: PositionFilter & { readonly issue: string }, limit = 25): Promise<Sides> {
  const { database } = ledger.engine
  const conditions = both(await positionConditions(ledger, filter))
  const rows = await database
    .selectFrom('positions as line')
    .innerJoin('actors', 'actors.key', 'line.holder')
    .innerJoin('reports', 'reports.key', 'line.report')
    .select(['actors.canonical', 'line.polarity'])
    .select(({ fn }) => [
      fn.countAll().as('count'),
      fn.max('line.key').as('any'),
      sql<number>`count(distinct reports.outlet)`.as('outlets'),
      sql<number>`count(distinct coalesce(reports.origin, -reports.key))`.as('origins'),
      sql<number>`max(line.moment)`.as('moment'),
    ])
    .where(conditions)
    .groupBy(['actors.canonical', 'line.polarity'])
    .execute()
  const holders = new Map<number, typeof rows>()
  for (const row of rows) holders.set(row.canonical, [...(holders.get(row.canonical) ?? []), row])
  const counted = [...holders].map(([key, sides]) => ({ key, sides, count: sides.reduce((sum, side) => sum + Number(side.count), 0) }))
  counted.sort((a, b) => b.count - a.count || a.key - b.key)
  const shown = counted.slice(0, limit)
  const latest = await latestOf(
    ledger,
    conditions,
    shown.map(({ key }) => key),
  )
  const names = await nameActors(
    database,
    shown.map(({ key }) => key),
  )
  const sides = shown.map(({ key, sides }): Side => {
    const count = (polarity: Position['polarity']) => Number(sides.find((side) => side.polarity === polarity)?.count ?? 0)
    const { key: _, ...holder } = names.get(key) ?? { key, id: '', name: '', kind: '', latin: '', catalogue: null }
    const [supports, opposes] = [count('supports'), count('opposes')]
    return {
      holder,
      side: supports > 0 && opposes > 0 ? 'divided' : supports > 0 ? 'supports' : 'opposes',
      supports,
      opposes,
      outlets: Math.max(...sides.map(({ outlets }) => Number(outlets))),
      origins: sides.reduce((sum, { origins }) => sum + Number(origins), 0),
      latest: latest.get(key) ?? [],
    }
  })
  const of = (side: Side['side']) => sides.filter((candidate) => candidate.side === side)
  return { supporters: of('supports'), opponents: of('opposes'), divided: of('divided') }
}

async function latestOf(ledger: Ledger, conditions: ReturnType<typeof both>, holders: readonly number[]): Promise<Map<number, PositionAnswer[]>> {
  if (holders.length === 0) return new Map()
  const ranked = await ledger.engine.database
    .selectFrom((from) =>
      from
        .selectFrom('positions as line')
        .innerJoin('actors', 'actors.key', 'line.holder')
        .select(['line.key', 'actors.canonical'])
        .select(sql<number>`row_number() over (partition by actors.canonical, line.polarity order by line.moment desc, line.key desc)`.as('rank'))
        .where(conditions)
        .where('actors.canonical', 'in', holders)
        .as('ranked'),
    )
    .select(['key', 'canonical'])
    .where('rank', '=', 1)
    .execute()
  const rows = await linesByKey(
    ledger,
    'positions',
    ranked.map(({ key }) => key),
  )
  const found = ranked.flatMap(({ key, canonical }) => {
    const row = rows.get(key)
    return row === undefined ? [] : [{ canonical, row }]
  })
  const answers = await answerPositions(
    ledger,
    found.map(({ row }) => row),
  )
  const byHolder = new Map<number, PositionAnswer[]>()
  for (const [i, { canonical }] of found.entries()) byHolder.set(canonical, [...(byHolder.get(canonical) ?? []), answers[i] as PositionAnswer])
  return byHolder
}
