import type { Record } from '../record.ts'
import type { Span } from '../span.ts'

/** A span of a record that is not what docs/record.md promises. */
export interface SpanFault {
  /** Where in the record: `statements[2].content[0]`. */
  readonly field: string
  readonly span: Span
  /** `outside`: empty, turned round or not inside the text; `blank`: begins or ends with white space. */
  readonly fault: 'outside' | 'blank'
}

/** Every span of a record with its place. */
function* spansOf({ times, actors, statements, events, positions, notices }: Record): Generator<readonly [field: string, span: Span | null]> {
  for (const [i, { span }] of times.entries()) yield [`times[${i}].span`, span]
  for (const [i, { mentions }] of actors.entries()) for (const [j, { span }] of mentions.entries()) yield [`actors[${i}].mentions[${j}].span`, span]
  for (const [i, { sourceSpan, cue, content, venue }] of statements.entries()) {
    yield [`statements[${i}].sourceSpan`, sourceSpan]
    yield [`statements[${i}].cue`, cue]
    yield [`statements[${i}].venue`, venue]
    for (const [j, span] of content.entries()) yield [`statements[${i}].content[${j}]`, span]
  }
  for (const [i, { trigger, condition }] of events.entries()) {
    yield [`events[${i}].trigger`, trigger]
    if (condition) yield [`events[${i}].condition.span`, condition.span]
  }
  for (const [i, { target }] of positions.entries()) yield [`positions[${i}].target`, target]
  for (const [i, { span }] of notices.entries()) yield [`notices[${i}].span`, span]
}

/** Finds the spans of a record that do not lie in its text, or begin or end with white space. O(spans). */
export function findSpanFaults(record: Record): SpanFault[] {
  const faults: SpanFault[] = []
  for (const [field, span] of spansOf(record)) {
    if (span === null) continue
    const [start, end] = span
    const isInside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= record.text.length
    if (!isInside) faults.push({ field, span, fault: 'outside' })
    else if (record.text.slice(start, end).trim().length !== end - start) faults.push({ field, span, fault: 'blank' })
  }
  return faults
}
