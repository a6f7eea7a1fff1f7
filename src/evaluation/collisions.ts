import { fold } from '../fold.ts'
import { fieldOf, listOf, type Entry } from '../knowledge/entry.ts'
import type { Problem } from './problem.ts'

/** What two frames compete for: the same reading of the same word. */
const competes = (a: Entry, b: Entry): boolean => (a.fields.has('act') && b.fields.has('act')) || (a.fields.has('event') && b.fields.has('event'))

/**
 * The marker with which both frames hold; «» when both hold without any; null when their conditions part them. A frame that
 * needs a marker goes before one that needs nothing, so such two never collide.
 */
export function sharedCondition(a: Entry, b: Entry): string | null {
  const [x, y] = [a, b].map((entry) => ({ needs: listOf(entry, 'needs').map(fold), not: listOf(entry, 'not').map(fold) })) as [
    { needs: string[]; not: string[] },
    { needs: string[]; not: string[] },
  ]
  // «انسحب من المدينة» and «انسحب من الاتفاق»: a frame whose marker brings a place leaves other things to the other.
  const places = [a, b].map((entry) => listOf(entry, 'place').map(fold))
  if (x.needs.some((marker) => y.needs.includes(marker) && places[0]?.includes(marker) !== places[1]?.includes(marker))) return null
  if (x.needs.length === 0 && y.needs.length === 0) return ''
  return x.needs.find((marker) => y.needs.includes(marker) && !x.not.includes(marker) && !y.not.includes(marker)) ?? null
}

/** Finds frames of one lemma (head, part and present alike) that the same sentence fits and nothing parts. */
export function findCollisions(frames: readonly Entry[]): Problem[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of frames) {
    const part = fieldOf(entry, 'part') ?? 'verb'
    const key = `${part} ${fold(entry.head)} ${part === 'verb' ? fold(fieldOf(entry, 'present') ?? '') : ''}`
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  const problems: Problem[] = []
  for (const group of groups.values())
    group.forEach((entry, i) => {
      for (const earlier of group.slice(0, i)) {
        const marker = competes(entry, earlier) ? sharedCondition(entry, earlier) : null
        if (marker === null) continue
        const when = marker === '' ? 'neither needs anything' : `both hold with «${marker}»`
        problems.push({
          code: 'collision',
          file: entry.file,
          line: entry.line,
          entry: entry.id,
          message: `«${entry.head}» and ${earlier.id} (${earlier.file}.txt:${earlier.line}) fit the same sentence: ${when}. Merge them, or part them with needs or not.`,
          details: [],
        })
      }
    })
  return problems
}
