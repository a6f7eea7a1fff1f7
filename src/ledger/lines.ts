import type { Actor, Event, Position, Record, Statement, TimeExpression } from '../record.ts'
import { isOverlapping, type Span } from '../span.ts'

export const LINE_KINDS = ['statement', 'event', 'position', 'time'] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** Another line of the same report, by where it stands: ids of a record change from one reading to the next. */
export interface LineReference {
  readonly kind: 'statement' | 'event'
  readonly span: Span
}

/**
 * A line of the ledger: as in a record, but that actors are ledger-wide ids and other lines are referred to by their place,
 * so that it outlives the reading that it comes from.
 */
export type Line = StatementLine | EventLine | PositionLine | TimeLine
export interface StatementLine extends Omit<Statement, 'id'> {
  readonly kind: 'statement'
}
export interface EventLine extends Omit<Event, 'id' | 'deniedBy'> {
  readonly kind: 'event'
  readonly deniedBy: LineReference | null
}
export interface PositionLine extends Omit<Position, 'evidence'> {
  readonly kind: 'position'
  readonly evidence: LineReference | null
}
export interface TimeLine extends TimeExpression {
  readonly kind: 'time'
}

/** What is kept of an actor ledger-wide. */
export interface ActorCard extends Pick<Actor, 'name' | 'kind' | 'catalogue' | 'latin'> {
  readonly id: string
  readonly aliases: readonly string[]
}

/** The span by which a line is found again: a statement's cue (its first words where it has none), a trigger, a target. */
export function spanOfLine(line: Line): Span {
  switch (line.kind) {
    case 'statement':
      return line.cue ?? line.content[0] ?? line.sourceSpan ?? [0, 0]
    case 'event':
      return line.trigger
    case 'position':
      return line.target
    case 'time':
      return line.span
  }
}

/** Every actor that a line has in one of its places. What an issue is about, and who sets a condition, may be given
 * by name only, and are not among them. */
export function actorsOfLine(line: Line): readonly string[] {
  switch (line.kind) {
    case 'statement':
      return [line.source, line.addressee, line.via].filter((id) => id !== null)
    case 'event':
      return [...line.actors, ...line.recipients, line.source].filter((id) => id !== null)
    case 'position':
      return [line.holder]
    case 'time':
      return []
  }
}

/** The lines of a record, `idOf` giving the ledger-wide id of an actor of the record. */
export function linesOf(record: Omit<Record, 'text' | 'notices'>, idOf: (local: string) => string): Line[] {
  const id = (local: string | null) => (local === null ? null : idOf(local))
  const places = new Map<string, LineReference>()
  const lines: Line[] = []
  for (const { id: own, ...statement } of record.statements) {
    const line: StatementLine = { kind: 'statement', ...statement, source: id(statement.source), addressee: id(statement.addressee), via: id(statement.via) }
    places.set(own, { kind: 'statement', span: spanOfLine(line) })
    lines.push(line)
  }
  for (const { id: own, trigger } of record.events) places.set(own, { kind: 'event', span: trigger })
  const referenceTo = (own: string | null) => (own === null ? null : (places.get(own) ?? null))
  for (const { id: _, ...event } of record.events)
    lines.push({
      kind: 'event',
      ...event,
      actors: event.actors.map(idOf),
      recipients: event.recipients.map(idOf),
      source: id(event.source),
      condition: event.condition && { ...event.condition, setBy: id(event.condition.setBy) },
      deniedBy: referenceTo(event.deniedBy),
    })
  for (const position of record.positions)
    lines.push({
      kind: 'position',
      ...position,
      holder: idOf(position.holder),
      evidence: referenceTo(position.evidence),
      issue: position.issue && { ...position.issue, about: position.issue.about.map(idOf) },
    })
  for (const time of record.times) lines.push({ kind: 'time', ...time })
  return lines
}

/** The part that two spans share, of what they cover together: 0–1. */
export function shareOf(a: Span, b: Span): number {
  if (!isOverlapping(a, b)) return a[0] === b[0] && a[1] === b[1] ? 1 : 0
  return (Math.min(a[1], b[1]) - Math.max(a[0], b[0])) / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]))
}

const hull = (spans: readonly Span[]): Span => [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))]

/** How surely two lines are the same act seen by two readers: 0 when they are not; the higher, the surer. */
export function likenessOf(a: Line, b: Line): number {
  if (a.kind === 'statement' && b.kind === 'statement') {
    const content = a.content.length > 0 && b.content.length > 0 ? shareOf(hull(a.content), hull(b.content)) : 0
    const cue = a.cue !== null && b.cue !== null && isOverlapping(a.cue, b.cue) ? 1 : 0
    return cue + (content >= 0.5 || cue > 0 ? content : 0) + (cue + content > 0.5 && a.source === b.source ? 0.1 : 0)
  }
  if (a.kind === 'event' && b.kind === 'event') {
    if (shareOf(a.trigger, b.trigger) === 0) return 0
    return 1 + (a.type === b.type ? 1 : 0) + (a.actors.join() === b.actors.join() ? 0.5 : 0) + (a.recipients.join() === b.recipients.join() ? 0.25 : 0)
  }
  if (a.kind === 'position' && b.kind === 'position') {
    const share = shareOf(a.target, b.target)
    return share >= 0.5 && a.holder === b.holder ? 1 + share + (a.polarity === b.polarity ? 0.5 : 0) : 0
  }
  if (a.kind === 'time' && b.kind === 'time') {
    const share = shareOf(a.span, b.span)
    return share >= 0.5 ? share : 0
  }
  return 0
}

/** Tells whether two alike lines also say the same: whose words, what kind of act, which side, which time. */
export function isSameClaim(a: Line, b: Line): boolean {
  if (likenessOf(a, b) === 0) return false
  if (a.kind === 'statement' && b.kind === 'statement') return a.source === b.source
  if (a.kind === 'event' && b.kind === 'event')
    return a.type === b.type && a.status === b.status && a.actors.join() === b.actors.join() && a.recipients.join() === b.recipients.join()
  if (a.kind === 'position' && b.kind === 'position') return a.holder === b.holder && a.polarity === b.polarity
  return a.kind === 'time' && b.kind === 'time' && a.value === b.value
}
