/** Every mistake that Isnad reports to its caller; closed, so that the edges can map each to an exit status once. */
export type ErrorCode =
  | 'file-empty'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-binary'
  | 'file-too-large'
  | 'file-truncated'
  | 'format-unknown'
  | 'line-invalid'
  | 'field-missing'
  | 'encoding-unknown'
  | 'reference-date-invalid'
  | 'gold-invalid'
  | 'knowledge-syntax'
  | 'knowledge-field'
  | 'knowledge-duplicate'
  | 'knowledge-missing'
  | 'span-invalid'
  | 'option-invalid'
  | 'ledger-missing'
  | 'ledger-unreadable'
  | 'ledger-newer'
  | 'ledger-line-missing'
  | 'correction-invalid'

/** Where a mistake stands. `line` counts from 1. */
export interface Place {
  readonly file?: string
  readonly line?: number
}

/** A mistake of the caller's: what happened with the value, and what to do about it. Doubts about a text are never thrown. */
export class IsnadError extends Error {
  readonly code: ErrorCode
  readonly place: Place | null
  readonly help: string

  constructor(code: ErrorCode, message: string, help: string, place: Place | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'IsnadError'
    this.code = code
    this.place = place
    this.help = help
  }
}
