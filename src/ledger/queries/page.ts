import { type Expression, type SqlBool, sql } from 'kysely'
import { IsnadError } from '../../errors.ts'

/** Which part of an answer is asked for. */
export interface PageRequest {
  /** At most this many; 50 without it. */
  readonly limit?: number
  /** What the page before gave as `next`. */
  readonly cursor?: string | null
  /** Oldest first; else newest first. */
  readonly isAscending?: boolean
}
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}
export interface SortKey {
  readonly moment: number
  readonly key: number
}

export const PAGE_LIMIT = 50
/** No page is longer: answers are streamed page by page. */
export const MOST_PER_PAGE = 1000

/** A place in the stored order, opaque to the caller. */
export const encodeCursor = ({ moment, key }: SortKey): string => Buffer.from(`${moment}.${key}`, 'latin1').toString('base64url')

/** @throws IsnadError `option-invalid` for what `encodeCursor` did not make. */
export function decodeCursor(cursor: string): SortKey {
  const match = /^(-?\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (match === null) throw new IsnadError('option-invalid', `«${cursor}» is no cursor.`, 'Give the cursor that the page before ended with, or none.')
  return { moment: Number(match[1]), key: Number(match[2]) }
}

export const limitOf = ({ limit }: PageRequest): number => Math.max(1, Math.min(limit ?? PAGE_LIMIT, MOST_PER_PAGE))

/** Behind the cursor, in the order of `moment` and `key` of the table or alias `name`. */
export function afterCursor(name: string, { cursor, isAscending = false }: PageRequest): Expression<SqlBool>[] {
  if (cursor === undefined || cursor === null) return []
  const { moment, key } = decodeCursor(cursor)
  const columns = sql`(${sql.ref(`${name}.moment`)}, ${sql.ref(`${name}.key`)})`
  return [isAscending ? sql<SqlBool>`${columns} > (${moment}, ${key})` : sql<SqlBool>`${columns} < (${moment}, ${key})`]
}

/** Cuts rows, of which one more than a page was fetched, to a page. */
export function pageOf<Row extends SortKey>(rows: readonly Row[], request: PageRequest): Page<Row> {
  const limit = limitOf(request)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(last) : null }
}
