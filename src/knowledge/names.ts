import { fold } from '../fold.ts'
import type { ActorKind } from '../record.ts'
import type { Gender } from './conjugation.ts'
import { fieldOf, listOf, type Entry } from './entry.ts'

/** A word that a role begins with («رئيس», «وزير»). */
export interface Title {
  readonly why: string
  readonly kind: string
  /** What it takes after it: `portfolio`, `body`, `state`, `of`, prepositions. */
  readonly takes: readonly string[]
  readonly gender: Gender
  readonly isPlural: boolean
  /** Folded words behind the first, for titles of several words. */
  readonly rest: readonly string[]
}

/** A common noun that names of bodies, groups and places begin with («وزارة», «مسلحون», «مصدر»). */
export interface HeadNoun {
  readonly why: string
  readonly kind: ActorKind | 'place' | 'media'
  readonly isPlural: boolean
  readonly rest: readonly string[]
}

export interface NameTables {
  readonly titles: ReadonlyMap<string, readonly Title[]>
  readonly modifiers: ReadonlySet<string>
  readonly portfolios: ReadonlySet<string>
  readonly heads: ReadonlyMap<string, readonly HeadNoun[]>
  /** Folded first name → gender; `weak` first names are common words as well. */
  readonly firstNames: ReadonlyMap<string, { readonly gender: Gender | null; readonly weak: boolean }>
  /** Words inside names that join the next word («عبد», «بن», «آل») or the one before («الدين», «الله»). */
  readonly joinsNext: ReadonlySet<string>
  readonly joinsBefore: ReadonlySet<string>
  readonly venues: ReadonlySet<string>
  readonly sourcePrepositions: ReadonlySet<string>
  readonly partitives: ReadonlySet<string>
}

/** Compiles knowledge/titles, knowledge/names and knowledge/words/venues; words are kept without their article, as readings give them. */
export function compileNames(entries: readonly Entry[], article: string): NameTables {
  const inFile = (file: string) => entries.filter((entry) => entry.file === file || entry.file.startsWith(`${file}/`))
  const titles = new Map<string, Title[]>()
  const heads = new Map<string, HeadNoun[]>()
  const put = <T extends { rest: readonly string[] }>(map: Map<string, T[]>, text: string, make: (rest: string[]) => T) => {
    const [first = '', ...rest] = fold(text)
      .split(/\s+/)
      .map((word) => (word.startsWith(article) && word.length > article.length + 2 ? word.slice(article.length) : word))
    const list = map.get(first) ?? []
    list.push(make(rest))
    list.sort((a, b) => b.rest.length - a.rest.length)
    map.set(first, list)
  }
  for (const entry of inFile('titles/titles')) {
    const base = { why: entry.id, kind: fieldOf(entry, 'kind') ?? 'head', takes: listOf(entry, 'takes').map(fold) }
    const gender: Gender = fieldOf(entry, 'gender') === 'f' ? 'f' : 'm'
    for (const form of [entry.head, ...listOf(entry, 'variant')]) put(titles, form, (rest) => ({ ...base, gender, isPlural: false, rest }))
    for (const form of listOf(entry, 'feminine')) put(titles, form, (rest) => ({ ...base, gender: 'f' as Gender, isPlural: false, rest }))
    for (const form of listOf(entry, 'plural')) put(titles, form, (rest) => ({ ...base, gender, isPlural: true, rest }))
  }
  for (const entry of inFile('names/heads')) {
    const base = { why: entry.id, kind: (fieldOf(entry, 'kind') ?? 'organization') as HeadNoun['kind'] }
    for (const form of [entry.head, ...listOf(entry, 'variant')])
      put(heads, form, (rest) => ({ ...base, isPlural: fieldOf(entry, 'number') === 'plural', rest }))
    for (const form of listOf(entry, 'plural')) put(heads, form, (rest) => ({ ...base, isPlural: true, rest }))
  }
  const words = (file: string, key = 'words') => new Set(inFile(file).flatMap((entry) => [fold(entry.head), ...listOf(entry, key).map(fold)]))
  const firstNames = new Map<string, { gender: Gender | null; weak: boolean }>()
  for (const entry of inFile('names/first-names')) {
    const weak = entry.head.includes('ambiguous')
    for (const word of listOf(entry, 'words')) {
      const form = fold(word)
      if (!firstNames.has(form)) firstNames.set(form, { gender: fieldOf(entry, 'gender') as Gender | null, weak })
    }
  }
  const joinsNext = new Set<string>()
  const joinsBefore = new Set<string>()
  for (const entry of inFile('names/particles')) {
    const target = fieldOf(entry, 'joins') === 'before' ? joinsBefore : joinsNext
    for (const form of [entry.head, ...listOf(entry, 'words'), ...listOf(entry, 'variant')]) target.add(fold(form))
  }
  const venueWords = (head: string) =>
    new Set(
      inFile('words/venues')
        .filter((entry) => entry.head === head)
        .flatMap((entry) => listOf(entry, 'words').map(fold)),
    )
  return {
    titles,
    modifiers: words('titles/modifiers'),
    portfolios: words('titles/portfolios'),
    heads,
    firstNames,
    joinsNext,
    joinsBefore,
    venues: venueWords('venue'),
    sourcePrepositions: venueWords('preposition behind a source'),
    partitives: venueWords('partitive'),
  }
}
