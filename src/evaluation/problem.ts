/** What is wrong with a knowledge file: its form first, then its examples. */
export type ProblemCode =
  | 'syntax'
  | 'field'
  | 'unknown-key'
  | 'unknown-room'
  | 'duplicate'
  | 'collision'
  | 'catalogue'
  | 'example-missing'
  | 'example-malformed'
  /** A ✓ in which the entry finds nothing of a layer. */
  | 'example-nothing'
  /** A ✓ in which the entry finds only a part: fewer lines, or lines of which some fields differ. */
  | 'example-part'
  /** A ✓ in which the entry finds more than its example lists. */
  | 'example-more'
  /** A ✗ in which the entry finds something. */
  | 'example-found'
  /** An example marked as not read yet that holds. */
  | 'example-learnt'
  /** An example at which reading itself fails. */
  | 'example-crash'

/** One thing to mend. `file` is the path below the knowledge folder without its ending; `line` counts from 1. */
export interface Problem {
  readonly code: ProblemCode
  readonly file: string
  readonly line: number
  /** Id of the entry, where there is one. */
  readonly entry: string | null
  readonly message: string
  /** Further lines: the example's sentence, what it lists and what was found. */
  readonly details: readonly string[]
}

/** Orders problems as they stand in the files. */
export const compareProblems = (a: Problem, b: Problem): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)
