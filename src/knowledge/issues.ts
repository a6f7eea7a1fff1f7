import { fold } from '../fold.ts'
import { type Entry, fieldOf, listOf } from './entry.ts'

/** What actors stand for or against, as knowledge/issues/concepts names it. */
export interface Concept {
  readonly id: string
  /** The name in Arabic: the head of its entry. */
  readonly name: string
}

/** One way to write a concept: folded words without article. */
export interface ConceptForm {
  readonly words: readonly string[]
  readonly concept: Concept
  /** Counts only where a target names no other concept. */
  readonly isWeak: boolean
}

/** Forms by their first word, longest first. */
export type Issues = ReadonlyMap<string, readonly ConceptForm[]>

const FILE = 'issues/concepts'

/** Compiles knowledge/issues/concepts; of two entries with one form the first keeps it. */
export function compileIssues(entries: readonly Entry[], article: string): Issues {
  const issues = new Map<string, ConceptForm[]>()
  const known = new Set<string>()
  for (const entry of entries) {
    if (entry.file !== FILE) continue
    const concept = { id: fieldOf(entry, 'id') ?? entry.head, name: entry.head }
    const add = (form: string, isWeak: boolean) => {
      const words = fold(form)
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => (word.startsWith(article) && word.length > article.length + 1 ? word.slice(article.length) : word))
      const [first] = words
      const key = words.join(' ')
      if (first === undefined || known.has(key)) return
      known.add(key)
      issues.set(first, [...(issues.get(first) ?? []), { words, concept, isWeak }])
    }
    for (const form of [entry.head, ...listOf(entry, 'forms')]) add(form, false)
    for (const form of listOf(entry, 'weak')) add(form, true)
  }
  for (const forms of issues.values()) forms.sort((a, b) => b.words.length - a.words.length)
  return issues
}
