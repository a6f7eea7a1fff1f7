import { analyse } from '../knowledge/analysis.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { readText } from '../reading/text/text.ts'
import type { Span } from '../span.ts'
import type { WordQuery } from './engine.ts'

/** The words of a text, as parallel lists in order. */
export interface TextWords {
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly stems: readonly string[]
  readonly forms: readonly string[]
  /** Sentences as spans, in order. */
  readonly sentences: readonly Span[]
}

/** What the ledger needs to know of the language and the world. */
export type LedgerKnowledge = Pick<Knowledge, 'lexicon' | 'analyses' | 'catalogue'>

/** Turns text into the words that the full-text index holds and questions ask for. */
export interface Stemmer {
  readonly wordsOf: (text: string) => TextWords
  /** The name that the catalogue of actors has for an id, which a report may call otherwise. */
  readonly catalogueName: (id: string) => string | null
  /** What to look for where `words` are asked: a phrase in «quotation marks» as it stands, other words in any order. */
  readonly queryOf: (words: string, isExact: boolean) => WordQuery
}

/** Words of one report or line beyond these are not indexed: PostgreSQL numbers no more places. */
export const MOST_WORDS = 16_000
/** In code units; longer ones are no words. */
const LONGEST = 200
const CACHE_LIMIT = 300_000

/**
 * A stemmer over the lexicon's clitics: «الوزير», «ووزير» and «للوزير» become «وزير». The same word gives the same stem in
 * texts and in questions; forms are folded but keep their clitics.
 */
export function createStemmer({ lexicon, analyses, catalogue }: LedgerKnowledge): Stemmer {
  const cache = new Map<string, string>()
  const stemOf = (form: string): string => {
    let stem = cache.get(form)
    if (stem === undefined) {
      // Reading has met most forms before.
      stem = (analyses.get(form) ?? analyse(form, lexicon))[0]?.base || form
      if (cache.size >= CACHE_LIMIT) cache.clear()
      cache.set(form, stem)
    }
    return stem
  }
  const wordsOf = (text: string): TextWords => {
    const { tokens, sentences } = readText(text, null)
    const words = { start: [] as number[], end: [] as number[], stems: [] as string[], forms: [] as string[] }
    for (let t = 0; t < tokens.count; t++) {
      const kind = tokens.kind[t]
      if (kind === 'mark') continue
      const form = (tokens.form[t] as string).slice(0, LONGEST)
      if (form === '') continue
      words.start.push(tokens.start[t] as number)
      words.end.push(tokens.end[t] as number)
      words.forms.push(form)
      words.stems.push(kind === 'word' ? stemOf(form) : form)
    }
    return { ...words, sentences: sentences.map(({ from, to }) => [tokens.start[from] as number, tokens.end[to - 1] as number]) }
  }
  return {
    wordsOf,
    catalogueName: (id) => catalogue.entries.get(id)?.name ?? null,
    queryOf: (words, isExact) => {
      const field = isExact ? 'forms' : 'stems'
      const all: string[][][] = []
      // A phrase between marks of any kind; what stands outside is single words.
      words.split(/["«»“”]/).forEach((part, i) => {
        const found = [...wordsOf(part)[field]]
        if (found.length === 0) return
        if (isExact || i % 2 === 1) all.push([found])
        else for (const word of found) all.push([[word]])
      })
      return { field, all }
    },
  }
}

/** The words that lie inside the spans, in order. */
export function wordsIn(words: TextWords, spans: readonly Span[]): { readonly stems: string[]; readonly forms: string[] } {
  const stems: string[] = []
  const forms: string[] = []
  for (const [from, to] of spans)
    for (let i = firstAt(words.start, from); i < words.start.length && (words.start[i] as number) < to && stems.length < MOST_WORDS; i++) {
      if ((words.end[i] as number) > to) break
      stems.push(words.stems[i] as string)
      forms.push(words.forms[i] as string)
    }
  return { stems, forms }
}

/** The sentence that holds the offset, or the offset's own place where none does. */
export function sentenceAt({ sentences }: Pick<TextWords, 'sentences'>, [start, end]: Span): Span {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle] as Span)[0] <= start) low = middle
    else high = middle - 1
  }
  const sentence = sentences[low]
  if (sentence === undefined || sentence[0] > start || sentence[1] < start) return [start, end]
  return [Math.min(sentence[0], start), Math.max(sentence[1], end)]
}

/** The first index whose value is not below `offset`. */
function firstAt(sorted: readonly number[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}
