import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Record, Report } from '../record.ts'
import { readText } from './text/text.ts'
import { findTimes } from './times/times.ts'

/**
 * Reads one report into its record: the stages in order, each adding one layer. Pure: the same report and knowledge give the
 * same record. Never throws on a text; doubts are null fields and notices. O(length).
 */
export function read(report: Report, knowledge: Knowledge): Record {
  const document = readText(report.text, report.published)
  const times = findTimes(document, knowledge)
  return { ...report, times, actors: [], statements: [], events: [], positions: [], notices: [] }
}
