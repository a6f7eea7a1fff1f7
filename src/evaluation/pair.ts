/** Gold and system items put together one to one, and those left over. */
export interface Pairing<Gold, System> {
  readonly pairs: readonly (readonly [gold: Gold, system: System])[]
  readonly missed: readonly Gold[]
  readonly extra: readonly System[]
}

/** Pairs items one to one, best score first; of equal scores the first in the lists. A pair needs a score above 0. */
export function pairUp<Gold, System>(gold: readonly Gold[], system: readonly System[], score: (gold: Gold, system: System) => number): Pairing<Gold, System> {
  const candidates: { score: number; i: number; j: number }[] = []
  gold.forEach((g, i) => {
    system.forEach((s, j) => {
      const value = score(g, s)
      if (value > 0) candidates.push({ score: value, i, j })
    })
  })
  candidates.sort((a, b) => b.score - a.score)
  const usedGold = new Set<number>()
  const usedSystem = new Set<number>()
  const pairs: [Gold, System][] = []
  for (const { i, j } of candidates) {
    if (usedGold.has(i) || usedSystem.has(j)) continue
    usedGold.add(i)
    usedSystem.add(j)
    pairs.push([gold[i] as Gold, system[j] as System])
  }
  return { pairs, missed: gold.filter((_, i) => !usedGold.has(i)), extra: system.filter((_, j) => !usedSystem.has(j)) }
}
