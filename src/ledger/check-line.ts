import { IsnadError } from '../errors.ts'
import { EVENT_TYPES, STATEMENT_ACTS } from '../record.ts'
import type { Span } from '../span.ts'
import type { Line } from './lines.ts'

const statuses = ['occurred', 'ongoing', 'planned', 'conditional', 'denied']
const factualities = ['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'Uu']

const refuse = (message: string): never => {
  throw new IsnadError('correction-invalid', message, 'docs/record.md says what each field holds.')
}
const oneOf = (field: string, value: unknown, values: readonly unknown[]) => {
  if (!values.includes(value)) refuse(`${field} cannot be «${String(value)}»: it is one of ${values.filter((known) => known !== null).join(', ')}.`)
}

/**
 * Checks that a person's line is one a record may hold, with every span inside the text.
 * @throws IsnadError `correction-invalid`.
 */
export function checkLine(line: Line, text: string): Line {
  const inText = (field: string, span: Span | null) => {
    if (span === null) return
    const [start, end] = span
    const isSpan = Array.isArray(span) && span.length === 2 && Number.isInteger(start) && Number.isInteger(end)
    if (!isSpan || start < 0 || end <= start || end > text.length)
      refuse(`${field} ${JSON.stringify(span)} is no span of the text, which has ${text.length} code units.`)
  }
  switch (line.kind) {
    case 'statement':
      oneOf('type', line.type, ['direct', 'indirect', 'mixed'])
      oneOf('act', line.act, [null, ...STATEMENT_ACTS])
      if (!Array.isArray(line.content) || line.content.length === 0) refuse('content is empty: it holds the spans of what was said.')
      for (const span of line.content) inText('content', span)
      inText('cue', line.cue)
      inText('sourceSpan', line.sourceSpan)
      inText('venue', line.venue)
      break
    case 'event':
      oneOf('type', line.type, EVENT_TYPES)
      oneOf('status', line.status, statuses)
      oneOf('factuality', line.factuality, factualities)
      inText('trigger', line.trigger)
      inText('condition', line.condition?.span ?? null)
      break
    case 'position':
      oneOf('polarity', line.polarity, ['supports', 'opposes'])
      inText('target', line.target)
      break
    case 'time':
      oneOf('type', line.type, ['DATE', 'TIME', 'DURATION', 'SET'])
      inText('span', line.span)
      break
    default:
      line satisfies never
  }
  return line
}
