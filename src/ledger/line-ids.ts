import { IsnadError } from '../errors.ts'
import type { LineKind } from './lines.ts'
import type { LineRow } from './tables.ts'

const letters: { readonly [Kind in LineKind]: string } = { statement: 's', event: 'e', position: 'p', time: 't' }

/** A line by the place it stands in, which a later reading leaves as it is. */
export interface LinePlace {
  readonly kind: LineKind
  readonly report: number
  readonly start: number
  readonly end: number
  readonly nth: number
}

/** The id of a line as people and programs use it: `s12.232-246`, the second on one span `s12.232-246.2`. */
export const formatLineId = (kind: LineKind, { report, span_start, span_end, nth }: Pick<LineRow, 'report' | 'span_start' | 'span_end' | 'nth'>): string =>
  `${letters[kind]}${report}.${span_start}-${span_end}${nth === 1 ? '' : `.${nth}`}`

/** @throws IsnadError `option-invalid` for what is no id of a line. */
export function parseLineId(id: string): LinePlace {
  const match = /^([sept])(\d{1,12})\.(\d{1,9})-(\d{1,9})(?:\.(\d{1,6}))?$/.exec(id)
  const kind = (Object.keys(letters) as LineKind[]).find((name) => letters[name] === match?.[1])
  if (match === null || kind === undefined)
    throw new IsnadError('option-invalid', `«${id}» is no id of a line.`, 'An id is like s12.232-246, as isnad query --json gives it.')
  return { kind, report: Number(match[2]), start: Number(match[3]), end: Number(match[4]), nth: Number(match[5] ?? 1) }
}
