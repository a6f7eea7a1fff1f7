import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { TimeExpression } from '../../record.ts'
import type { Text } from '../document.ts'
import { TimeReader } from './reader.ts'

/**
 * Finds the time expressions of a document and gives each its TIMEX3 value. Spans are sorted and never overlap; a bad or
 * missing `published` leaves undated what the text does not date itself. One pass, O(tokens).
 * @source TimeML 1.2.1 §2.3; the words and month systems: knowledge/times/README.md
 */
export function findTimes(document: Text, knowledge: Pick<Knowledge, 'times'>): TimeExpression[] {
  const reader = new TimeReader(document, knowledge.times)
  const found: TimeExpression[] = []
  for (let t = 0; t < document.tokens.count; ) {
    const next = reader.readAt(t)
    if (next) {
      found.push(next.expression)
      t = Math.max(next.to, t + 1)
    } else t++
  }
  return found
}
