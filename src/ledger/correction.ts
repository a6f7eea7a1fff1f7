import type { ActorCard, Line } from './lines.ts'
import { sha256 } from './identity.ts'
import type { CorrectionRow } from './tables.ts'

/**
 * What a person did. Lines are kept whole, as they were and as they became, so that a later reading, which may not find them,
 * takes nothing away. `version` is the key of the report version that the spans count in.
 */
export type Deed =
  | { readonly action: 'accept' | 'reject'; readonly report: number; readonly version: number; readonly before: Line; readonly actors: readonly ActorCard[] }
  | {
      readonly action: 'edit'
      readonly report: number
      readonly version: number
      readonly before: Line
      readonly line: Line
      readonly actors: readonly ActorCard[]
    }
  | { readonly action: 'add'; readonly report: number; readonly version: number; readonly line: Line; readonly actors: readonly ActorCard[] }
  | { readonly action: 'split'; readonly report: number; readonly actor: string; readonly as: ActorCard }
  | { readonly action: 'merge'; readonly actor: string; readonly into: string }
  | { readonly action: 'rename-actor'; readonly actor: string; readonly name: string }
  | { readonly action: 'rename-issue'; readonly issue: string; readonly name: string }
  | { readonly action: 'suppress-report'; readonly report: number; readonly hash: string }
  | { readonly action: 'suppress-actor'; readonly actor: string }
  /** `report` is that of the correction undone, where it has one. */
  | { readonly action: 'undo'; readonly correction: string; readonly report: number | null }

export type LineDeed = Extract<Deed, { readonly version: number }>

/** A deed with who did it, when (ISO 8601, UTC) and why. The id comes from all of these: the same correction twice is one. */
export interface Correction {
  readonly id: string
  readonly made: string
  readonly person: string
  readonly why: string | null
  readonly deed: Deed
}

export const createCorrection = (deed: Deed, person: string, made: string, why: string | null): Correction => ({
  id: sha256(JSON.stringify([made, person, why, deed])).slice(0, 24),
  made,
  person,
  why,
  deed,
})

export const isLineDeed = (deed: Deed): deed is LineDeed => 'version' in deed

const subjectOf = (deed: Deed): string | null =>
  'actor' in deed ? deed.actor : deed.action === 'rename-issue' ? deed.issue : deed.action === 'undo' ? deed.correction : null

export function rowOfCorrection({ id, made, person, why, deed }: Correction): CorrectionRow {
  const { action, ...value } = deed
  return {
    id,
    made,
    person,
    why,
    action,
    report: 'report' in deed ? deed.report : null,
    version: isLineDeed(deed) ? deed.version : null,
    subject: subjectOf(deed),
    value: JSON.stringify(value),
  }
}

export const correctionOfRow = ({ id, made, person, why, action, value }: CorrectionRow): Correction => ({
  id,
  made,
  person,
  why,
  deed: { action, ...(JSON.parse(value) as object) } as Deed,
})

/** The order in which corrections take effect, whatever the order in which they came in. */
export const compareCorrections = (a: Correction, b: Correction): number =>
  a.made < b.made ? -1 : a.made > b.made ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** The corrections that hold, in order: those that are not undone, where an undo may itself be undone. */
export function findActive(corrections: readonly Correction[]): Correction[] {
  const undoers = new Map<string, Correction[]>()
  for (const correction of corrections)
    if (correction.deed.action === 'undo') undoers.set(correction.deed.correction, [...(undoers.get(correction.deed.correction) ?? []), correction])
  // An undo is of something older, so no chain runs in a ring.
  const isUndone = (id: string): boolean => (undoers.get(id) ?? []).some((undo) => !isUndone(undo.id))
  return corrections.filter(({ id, deed }) => deed.action !== 'undo' && !isUndone(id)).sort(compareCorrections)
}
