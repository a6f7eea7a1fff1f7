import { analyse, type Word } from '../../knowledge/analysis.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Text } from '../document.ts'

/** The readings of every token, best first; a token always has at least one. Numbers and marks have a bare one. */
export type Words = readonly (readonly Word[])[]

const NONE: readonly never[] = []
/** Forms are analysed once; the store is emptied when it holds this many, so that memory stays flat on endless input. */
const CACHE_LIMIT = 60_000

/** Reads every token's clitics, lemma candidates and agreement. One look-up a token for forms met before. */
export function findWords(document: Pick<Text, 'tokens'>, { lexicon, analyses }: Pick<Knowledge, 'lexicon' | 'analyses'>): Words {
  const { form, kind, count } = document.tokens
  const words = new Array<readonly Word[]>(count)
  for (let t = 0; t < count; t++) {
    const written = form[t] as string
    if (kind[t] !== 'word') {
      words[t] = kind[t] === 'latin' ? LATIN : BARE
      continue
    }
    let readings = analyses.get(written)
    if (!readings) {
      readings = analyse(written, lexicon)
      if (analyses.size >= CACHE_LIMIT) analyses.clear()
      analyses.set(written, readings)
    }
    words[t] = readings
  }
  return words
}

const bare = (stem: string, flags = 0): Word => ({
  proclitics: 0,
  conjunction: false,
  preposition: '',
  future: false,
  article: false,
  stem,
  base: stem,
  pronoun: null,
  classes: 0,
  flags,
  verbs: NONE,
  participles: NONE,
  nouns: NONE,
  score: 0,
})
const BARE: readonly Word[] = [bare('')]
const LATIN: readonly Word[] = [bare('')]
