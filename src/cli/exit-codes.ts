import type { ErrorCode } from '../errors.ts'

/** What a run of `isnad` tells the shell. Described in docs/cli.md and in the help of each command. */
export const exits = { done: 0, partly: 1, usage: 2, nothing: 3, internal: 70, interrupted: 130 } as const
export type Exit = (typeof exits)[keyof typeof exits]

/** The exit status of a mistake that ends the run; mistakes of single inputs never do. */
export function exitOf(code: ErrorCode): Exit {
  switch (code) {
    case 'option-invalid':
    case 'reference-date-invalid':
    case 'knowledge-missing':
    case 'correction-invalid':
      return exits.usage
    default:
      return exits.nothing
  }
}
