import type { Messages } from '../messages/en.ts'
import type { Actor, Event, Position, Record, Statement, TimeExpression } from '../record.ts'
import { sliceOf, type Span } from '../span.ts'
import type { Style } from './style.ts'

/**
 * Text that is safe to show on one line of a terminal: white space becomes one blank; control characters and marks that
 * change direction, which could rewrite the screen or turn the line around, are left out. For showing only, never for data.
 */
export const showable = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()

/** Everything one block of lines needs to be written. */
interface Page {
  readonly record: Record
  readonly actors: ReadonlyMap<string, Actor>
  readonly messages: Messages
  readonly style: Style
}

const words = (page: Page, span: Span) => showable(sliceOf(page.record.text, span))
const nameOf = (page: Page, id: string) => page.style.isolate(page.style.name(showable(page.actors.get(id)?.name ?? id)))
const namesOf = (page: Page, ids: readonly string[]) => page.messages.list(ids.map((id) => nameOf(page, id)))

function formatSpeaker(page: Page, statement: Statement): string {
  if (statement.source === null) return page.messages.labels.speakerUnknown
  const role = page.actors.get(statement.source)?.role ?? null
  const understood = statement.sourceSpan === null ? ` ${page.style.faint(`(${page.messages.labels.speakerUnderstood})`)}` : ''
  return `${nameOf(page, statement.source)}${role === null ? '' : ` – ${page.style.isolate(showable(role))}`}${understood}`
}

/** The reported words stand on a line of their own, so that nothing of the other direction is beside them. */
function formatStatement(page: Page, statement: Statement, number: number): string {
  const { messages, style } = page
  const { labels } = messages
  const indent = ' '.repeat(`${number}. `.length)
  const kind = [messages.types[statement.type], ...(statement.act === null ? [] : [messages.acts[statement.act]])]
  const lines = [
    `${number}. ${labels.speaker}: ${formatSpeaker(page, statement)}`,
    `${indent}${labels.cue}: ${statement.cue === null ? labels.noCue : style.isolate(words(page, statement.cue))}`,
    `${indent}${labels.kind}: ${messages.list(kind)}`,
  ]
  if (statement.addressee !== null) lines.push(`${indent}${labels.to}: ${nameOf(page, statement.addressee)}`)
  if (statement.via !== null) lines.push(`${indent}${labels.via}: ${nameOf(page, statement.via)}`)
  lines.push(`${indent}${style.quoted(`«${statement.content.map((span) => words(page, span)).join(' … ')}»`)}`)
  return lines.join('\n')
}

function formatTime(page: Page, time: TimeExpression): string {
  const { messages, style } = page
  const conflict = time.conflict === undefined ? '' : ` ${style.warning(`(${messages.notices[time.conflict]})`)}`
  return `- ${style.strong(time.value)} (${messages.timeTypes[time.type]}): ${style.isolate(words(page, time.span))}${conflict}`
}

function formatEvent(page: Page, event: Event): string {
  const { messages, style } = page
  const { labels } = messages
  const lines = [`- ${style.strong(messages.events[event.type])} (${messages.statuses[event.status]}): ${style.isolate(words(page, event.trigger))}`]
  if (event.actors.length > 0) lines.push(`  ${labels.who}: ${namesOf(page, event.actors)}`)
  if (event.recipients.length > 0) lines.push(`  ${labels.toWhom}: ${namesOf(page, event.recipients)}`)
  if (event.when !== null) lines.push(`  ${labels.when}: ${event.when}`)
  if (event.where !== null) lines.push(`  ${labels.where}: ${style.isolate(showable(event.where))}`)
  if (event.source !== null) lines.push(`  ${labels.claimedBy}: ${nameOf(page, event.source)}`)
  return lines.join('\n')
}

function formatPosition(page: Page, position: Position): string {
  const { messages, style } = page
  const condition = position.conditional ? ` (${messages.labels.conditional})` : ''
  return [
    `- ${nameOf(page, position.holder)}: ${style.strong(messages.polarities[position.polarity])}${condition}`,
    `  ${style.quoted(`«${words(page, position.target)}»`)}`,
  ].join('\n')
}

function formatHeading(page: Page): string {
  const { record, messages, style } = page
  const { labels } = messages
  const outlet = record.outlet === null ? labels.noOutlet : style.isolate(showable(record.outlet))
  const facts = `${style.isolate(showable(record.id))} · ${outlet} · ${record.published ?? labels.noDate}`
  return record.title === null ? style.strong(facts) : `${style.strong(showable(record.title))}\n${style.faint(facts)}`
}

function formatNotices(page: Page): readonly string[] {
  const { record, messages, style } = page
  // Doubts about a time already stand beside it.
  const shown = record.notices.filter(({ code }) => !record.times.some((time) => time.conflict === code))
  return shown.map(({ code, span }) => `- ${style.warning(messages.notices[code])}${span === null ? '' : ` ${style.isolate(words(page, span).slice(0, 80))}`}`)
}

/**
 * Writes a record for people to read: heading, statements in their order, times, events, positions, and doubts; where nothing
 * was found, why. Ends with a line feed.
 */
export function formatRecord(record: Record, messages: Messages, style: Style): string {
  const page: Page = { record, actors: new Map(record.actors.map((actor) => [actor.id, actor])), messages, style }
  const { labels } = messages
  const sections: string[] = [formatHeading(page)]
  const add = (label: string, lines: readonly string[]) => {
    if (lines.length > 0) sections.push(`${style.strong(`${label} (${lines.length})`)}\n${lines.join('\n')}`)
  }
  const statements = record.statements.map((statement, i) => formatStatement(page, statement, i + 1))
  if (statements.length > 0) sections.push(`${style.strong(`${labels.statements} (${statements.length})`)}\n${statements.join('\n\n')}`)
  const times = record.times.map((time) => formatTime(page, time))
  const found = statements.length + record.events.length + record.positions.length + times.length
  if (found === 0) sections.push(messages.nothingFound)
  add(labels.times, times)
  add(
    labels.events,
    record.events.map((event) => formatEvent(page, event)),
  )
  add(
    labels.positions,
    record.positions.map((position) => formatPosition(page, position)),
  )
  add(labels.notices, formatNotices(page))
  return `${sections.join('\n\n')}\n`
}
