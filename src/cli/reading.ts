import type { Knowledge } from '../knowledge/knowledge.ts'
import type { NoticeCode, Record, Report } from '../record.ts'
import { read } from '../reading/read.ts'
import { findForeignLanguage } from '../sources/language.ts'
import type { ForeignLanguage } from '../sources/problem.ts'

/** A record with the language of its text when that is not Arabic. */
export interface Reading {
  readonly record: Record
  readonly foreign: ForeignLanguage | null
}

const emptyRecord = (report: Report, code: NoticeCode): Record => ({
  ...report,
  times: [],
  actors: [],
  statements: [],
  events: [],
  positions: [],
  notices: [{ code, span: null }],
})

/**
 * Reads a report that may be in any language or empty. A text that is not Arabic is not read: its record holds only that.
 * `isCut` adds a notice that the end of the text is missing.
 */
export function readAny(report: Report, knowledge: Knowledge, isCut: boolean): Reading {
  if (report.text.trim() === '') return { record: emptyRecord(report, 'text-empty'), foreign: null }
  const foreign = findForeignLanguage(report.text)
  if (foreign !== null) return { record: emptyRecord(report, 'not-arabic'), foreign }
  const record = read(report, knowledge)
  return { record: isCut ? { ...record, notices: [...record.notices, { code: 'text-cut', span: null }] } : record, foreign: null }
}
