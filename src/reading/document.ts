import type { Span } from '../span.ts'

/** What a token is. `word` is a run of Arabic letters, `latin` of any other script's letters, `number` a run of digits. */
export type TokenKind = 'word' | 'latin' | 'number' | 'mark'

/**
 * The written units of a report, in order, as parallel lists: token `i` covers `start[i]`–`end[i]` (UTF-16 code units of
 * the unchanged text) and matches by `form[i]` (see `fold`). White space and controls lie between tokens.
 */
export interface Tokens {
  readonly count: number
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly kind: readonly TokenKind[]
  readonly form: readonly string[]
  /** For a bracket or quotation mark, the token that pairs with it; else -1. */
  readonly partner: readonly number[]
  readonly sentence: readonly number[]
  readonly paragraph: readonly number[]
}

/** A half-open range of token numbers. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

/** A pair of quotation marks. `from`–`to` are the tokens between the marks; `close` is -1 when the mark never closes. */
export interface Quotation extends TokenRange {
  readonly open: number
  readonly close: number
  /** The quotation this one stands in, or -1. */
  readonly parent: number
}

/** The text layer: what one scan over the text gives. */
export interface Text {
  readonly text: string
  readonly published: string | null
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
  readonly paragraphs: readonly TokenRange[]
  /** In order of their opening marks. */
  readonly quotations: readonly Quotation[]
  /** Spans of controls that turn the direction of text around (U+202D, U+202E): kept, and noticed. */
  readonly overrides: readonly Span[]
}

/** The span from the first token's start to the last token's end of a range; the range must not be empty. */
export const spanOf = (tokens: Tokens, range: TokenRange): Span => [tokens.start[range.from] as number, tokens.end[range.to - 1] as number]
