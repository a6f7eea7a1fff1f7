import type { Report } from '../record.ts'
import { isObject } from './json.ts'
import type { ProblemKind } from './problem.ts'
import { isPublished } from './published.ts'

/** A report made from a value of JSON, with what is wrong with it. Without a `report` nothing could be made of it. */
export interface Made {
  readonly report: Report | null
  readonly problems: readonly ProblemKind[]
}

/** A field as text: strings as they are, numbers in digits, anything else and blank text as null. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? (value.trim() === '' ? null : value) : typeof value === 'number' ? String(value) : null

/**
 * Makes a report from one JSON value with `id, outlet, published, title, url, text`; further fields are left out.
 * @param id the id of a report that brings none of its own
 * @param published the date of a report that brings none, or none that can be read
 */
export function makeReport(value: unknown, id: string, published: string | null): Made {
  if (!isObject(value)) return { report: null, problems: [{ code: 'report-invalid' }] }
  if (typeof value.text !== 'string') return { report: null, problems: [{ code: 'field-missing', found: Object.keys(value) }] }
  const problems: ProblemKind[] = []
  const stated = textOf(value.published)
  const isStated = stated !== null && isPublished(stated)
  if (stated !== null && !isStated) problems.push({ code: 'published-invalid', value: stated })
  if (value.text.trim() === '') problems.push({ code: 'text-empty' })
  return {
    report: {
      id: textOf(value.id) ?? id,
      outlet: textOf(value.outlet),
      published: isStated ? stated : published,
      title: textOf(value.title),
      url: textOf(value.url),
      text: value.text.charCodeAt(0) === 0xfeff ? value.text.slice(1) : value.text,
    },
    problems,
  }
}
