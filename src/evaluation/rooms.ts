/** What entries of one room (a folder of knowledge, or one file of it) may say, and whether each needs an example. */
export interface Room {
  /** A file's path, or a folder's with a stroke behind it. */
  readonly path: string
  readonly keys: readonly string[]
  readonly needsExample: boolean
}

/** Keys that every entry may have: the date of its examples' report, its meaning in English, and a remark that is kept. */
const EVERYWHERE = ['published', 'gloss', 'note']

/** The rooms of the knowledge folder; a file belongs to the first that fits. A new key is one word here. */
export const ROOMS: readonly Room[] = [
  {
    path: 'frames/',
    keys: [
      'part',
      'present',
      'noun',
      'plural',
      'forms',
      'participle',
      'needs',
      'not',
      'act',
      'content',
      'content-from',
      'annexed',
      'doer',
      'place',
      'tense',
      'also',
      'event-for-groups',
      'addressee',
      'event',
      'actor',
      'recipient',
      'symmetric',
      'status',
      'position',
    ],
    needsExample: true,
  },
  { path: 'titles/titles', keys: ['kind', 'takes', 'gender', 'variant', 'feminine', 'plural'], needsExample: true },
  { path: 'titles/modifiers', keys: ['words'], needsExample: false },
  { path: 'titles/portfolios', keys: ['words'], needsExample: false },
  { path: 'names/heads', keys: ['kind', 'variant', 'plural'], needsExample: true },
  { path: 'names/first-names', keys: ['words', 'gender'], needsExample: false },
  { path: 'names/particles', keys: ['words', 'variant', 'joins'], needsExample: false },
  { path: 'names/latin-words', keys: ['pair'], needsExample: false },
  { path: 'names/romanisation', keys: ['letter', 'prefix'], needsExample: false },
  {
    path: 'actors/',
    keys: ['id', 'kind', 'latin', 'wikidata', 'alias', 'variant', 'weak-alias', 'seat', 'demonym', 'gender', 'role', 'part-of', 'country'],
    needsExample: false,
  },
  { path: 'issues/', keys: ['id', 'forms', 'weak'], needsExample: false },
  { path: 'words/', keys: ['words', 'phrases', 'verb', 'marker', 'stands', 'inclined', 'pair', 'types'], needsExample: false },
  {
    path: 'times/',
    keys: [
      'adverb',
      'after',
      'ago',
      'before',
      'calendar',
      'construct',
      'day',
      'decade',
      'dual',
      'endings',
      'every',
      'extends',
      'factor',
      'fraction',
      'hour',
      'levant',
      'maghreb',
      'modifier',
      'month',
      'morocco',
      'names',
      'not before',
      'not behind',
      'nowadays',
      'number',
      'ordinal',
      'part',
      'pattern',
      'phrases',
      'plural',
      'prefixes',
      'scale',
      'season',
      'singular',
      'spelling',
      'teen',
      'type',
      'unit',
      'unwritten',
      'value',
      'weak',
      'weekday',
      'words',
    ],
    needsExample: false,
  },
  { path: 'morphology/clitics', keys: ['forms', 'preposition', 'pronoun', 'change', 'ending'], needsExample: false },
  { path: 'morphology/conjugation', keys: ['form', 'last', 'middle', 'past-middle'], needsExample: false },
]

/** A file of examples alone: how entries meet. Any entry may make what its examples list. */
export const isExamplesFile = (file: string): boolean => file.endsWith('.examples')

/** The room that a knowledge file belongs to, or null. */
export const roomOf = (file: string): Room | null =>
  isExamplesFile(file)
    ? { path: file, keys: [], needsExample: true }
    : (ROOMS.find(({ path }) => (path.endsWith('/') ? file.startsWith(path) : file === path || file.startsWith(`${path}/`))) ?? null)

/** Every key that an entry of the room may have. */
export const keysOf = (room: Room): readonly string[] => [...room.keys, ...EVERYWHERE]

/** How many letters must be put in, taken out or changed to make one word of the other. O(length²). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] as number
}

/** The word that was probably meant, or null when none is near: at most a third of its letters differ, and one always may. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const distance = distanceOf(word.toLowerCase(), candidate)
    if (distance < least && distance <= Math.max(1, Math.floor(candidate.length / 3))) [best, least] = [candidate, distance]
  }
  return best
}
