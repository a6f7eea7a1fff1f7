/** How much two lists of words share: 0–1, each word counted once. */
export function sharedWords(a: Iterable<string>, b: Iterable<string>): number {
  const [left, right] = [new Set(a), new Set(b)]
  let shared = 0
  for (const word of left) if (right.has(word)) shared++
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

/** Groups items whose words are alike, each with the first group that is like it enough. */
export function groupByWords<Item>(items: readonly Item[], wordsOf: (item: Item) => readonly string[], least: number): Item[][] {
  const groups: { words: Set<string>; items: Item[] }[] = []
  for (const item of items) {
    const words = new Set(wordsOf(item))
    const group = groups.find((candidate) => sharedWords(candidate.words, words) >= least)
    if (group === undefined) groups.push({ words, items: [item] })
    else group.items.push(item)
  }
  return groups.map((group) => group.items)
}
