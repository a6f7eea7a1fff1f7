/** What is wrong with one input, as data; `messages/` puts it into words and `cli/` into an exit status. */
export type Problem = ProblemPlace & ProblemKind

/** `file` is the name to show for the input; `line` and `item` (the n-th report of a JSON array) count from 1. */
export interface ProblemPlace {
  readonly file: string
  readonly line?: number
  readonly item?: number
}

export type ProblemKind =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-missing' }
  | { readonly code: 'file-unreadable'; readonly reason: string }
  | { readonly code: 'file-binary'; readonly kind: BinaryKind }
  | { readonly code: 'file-too-large'; readonly bytes: number | null; readonly limit: number }
  | { readonly code: 'file-truncated' }
  | { readonly code: 'format-unknown'; readonly kind: 'web-page' | 'other' }
  | { readonly code: 'folder-empty' }
  | { readonly code: 'line-invalid'; readonly reason: string }
  | { readonly code: 'line-too-long'; readonly limit: number }
  | { readonly code: 'report-invalid' }
  | { readonly code: 'field-missing'; readonly found: readonly string[] }
  | { readonly code: 'encoding-unknown' }
  | { readonly code: 'text-cut' }
  | { readonly code: 'text-empty' }
  | { readonly code: 'bytes-damaged'; readonly count: number }
  | { readonly code: 'not-arabic'; readonly language: ForeignLanguage }
  | { readonly code: 'reading-failed'; readonly reason: string }
  | { readonly code: 'encoding-guessed'; readonly encoding: string }
  | { readonly code: 'published-invalid'; readonly value: string }
  | { readonly code: 'files-passed-over'; readonly count: number }

export type ProblemCode = ProblemKind['code']
export type BinaryKind = 'pdf' | 'zip' | 'image' | 'audio-video' | 'database' | 'program' | 'word' | 'unknown'
export type ForeignLanguage = 'persian' | 'urdu' | 'kurdish' | 'latin' | 'other'

/**
 * How much a problem costs: `lost` — nothing was read from that input or line; `doubtful` — it was read, but a person should
 * look; `note` — worth knowing, nothing is wrong with what was read.
 */
export type Severity = 'lost' | 'doubtful' | 'note'

const severities: { readonly [C in ProblemCode]: Severity } = {
  'file-empty': 'lost',
  'file-missing': 'lost',
  'file-unreadable': 'lost',
  'file-binary': 'lost',
  'file-too-large': 'lost',
  'file-truncated': 'lost',
  'format-unknown': 'lost',
  'folder-empty': 'lost',
  'line-invalid': 'lost',
  'line-too-long': 'lost',
  'report-invalid': 'lost',
  'field-missing': 'lost',
  'encoding-unknown': 'lost',
  'text-cut': 'doubtful',
  'text-empty': 'doubtful',
  'bytes-damaged': 'doubtful',
  'not-arabic': 'doubtful',
  'reading-failed': 'lost',
  'encoding-guessed': 'note',
  'published-invalid': 'note',
  'files-passed-over': 'note',
}

export const severityOf = (problem: Problem): Severity => severities[problem.code]
