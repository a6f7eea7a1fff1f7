import { fold } from '../fold.ts'
import { rowsOf, type Entry } from './entry.ts'

/** What names in Latin letters are made from. */
export interface Romanisation {
  /** Folded name word → its usual Latin spelling. */
  readonly words: ReadonlyMap<string, string>
  readonly letters: ReadonlyMap<string, { readonly inside: string; readonly first: string }>
  readonly article: { readonly arabic: string; readonly latin: string }
}

/** Compiles knowledge/names/latin-words and knowledge/names/romanisation. */
export function compileRomanisation(entries: readonly Entry[]): Romanisation {
  const words = new Map<string, string>()
  const letters = new Map<string, { inside: string; first: string }>()
  let article = { arabic: '', latin: '' }
  for (const entry of entries) {
    if (entry.file === 'names/latin-words') for (const [arabic = '', latin = ''] of rowsOf(entry, 'pair')) words.set(fold(arabic), latin)
    if (entry.file !== 'names/romanisation') continue
    for (const [letter = '', inside = '', first = inside] of rowsOf(entry, 'letter'))
      letters.set(letter, { inside: inside === '-' ? '' : inside, first: first === '-' ? '' : first })
    for (const [arabic = '', latin = ''] of rowsOf(entry, 'prefix')) article = { arabic, latin }
  }
  return { words, letters, article }
}
