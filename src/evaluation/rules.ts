import type { Entry } from '../knowledge/entry.ts'
import { isSameActor } from './names.ts'
import type { Evaluation } from './evaluate.ts'

export type Layer = 'time' | 'statement' | 'event' | 'position' | 'actor'

/**
 * How often an entry made a line of one layer (`fired`), how often the gold has that line (`found`), and how often all of it
 * is right (`right`): a time's value, a statement's source, who took part in an event and its status, an actor's kind.
 */
export interface RuleUse {
  readonly id: string
  readonly layer: Layer
  readonly fired: number
  readonly found: number
  readonly right: number
}

/** What `--rules` tells: the use of every `why` that stands in the records, and the entries that stand in none. */
export interface RuleReport {
  readonly uses: readonly RuleUse[]
  /** Ids of entries that made no line, by file. */
  readonly dead: ReadonlyMap<string, readonly string[]>
}

/** Where entries make lines of their own; entries of other files (word lists, morphology) only help. */
const MAKES_LINES = ['frames/', 'times/', 'titles/titles', 'names/heads', 'actors/', 'words/attribution']
const isInRoom = (file: string, room: string) => (room.endsWith('/') ? file.startsWith(room) : file === room)

/** Tells whether entries of a knowledge file make lines of a record by themselves. */
export const makesLines = (file: string): boolean => MAKES_LINES.some((room) => isInRoom(file, room))

/** Counts how often each entry fired and how often it was right, the most wrong lines first. */
export function countRules(evaluation: Evaluation, entries: Iterable<Entry>): RuleReport {
  const uses = new Map<string, { id: string; layer: Layer; fired: number; found: number; right: number }>()
  const add = (layer: Layer, why: string | undefined, isFound: boolean, isRight: boolean) => {
    const id = why ?? '?'
    const key = `${layer} ${id}`
    const use = uses.get(key) ?? { id, layer, fired: 0, found: 0, right: 0 }
    uses.set(key, use)
    use.fired++
    if (isFound) use.found++
    if (isFound && isRight) use.right++
  }
  for (const { gold, record, score } of evaluation.reports) {
    for (const [g, s] of score.times.pairs) add('time', s.why, true, g.value === s.value)
    for (const s of score.times.extra) add('time', s.why, false, false)
    for (const [g, s] of score.statements.pairs) add('statement', s.why, true, score.isSourceRight(g, s))
    for (const s of score.statements.extra) add('statement', s.why, false, false)
    for (const [g, s] of score.events.pairs) add('event', s.why, true, score.isWhoRight(g, s) && g.status === s.status)
    for (const s of score.events.extra) add('event', s.why, false, false)
    for (const [, s] of score.positions.pairs) add('position', s.why, true, true)
    for (const s of score.positions.extra) add('position', s.why, false, false)
    for (const actor of record.actors) {
      const same = gold.actors.filter((other) => isSameActor(other, actor))
      add(
        'actor',
        actor.why,
        same.length > 0,
        same.some(({ kind }) => kind === actor.kind),
      )
    }
  }
  const fired = new Set([...uses.values()].map(({ id }) => id))
  const dead = new Map<string, string[]>()
  for (const entry of entries) {
    if (!makesLines(entry.file) || fired.has(entry.id)) continue
    const ids = dead.get(entry.file)
    if (ids) ids.push(entry.id)
    else dead.set(entry.file, [entry.id])
  }
  const wrongOf = ({ fired, right }: RuleUse) => fired - right
  const sorted = [...uses.values()].sort((a, b) => wrongOf(b) - wrongOf(a) || b.fired - a.fired || (a.id < b.id ? -1 : 1))
  return { uses: sorted, dead }
}
