import type { Entry } from './entry.ts'

/** Tables of the words of time: what knowledge/times says, keyed by folded form. */
export type TimeTables = { readonly entries: readonly Entry[] }

/** Compiles the entries of knowledge/times. */
export const compileTimes = (entries: readonly Entry[]): TimeTables => ({ entries: entries.filter((entry) => entry.file.startsWith('times/')) })
