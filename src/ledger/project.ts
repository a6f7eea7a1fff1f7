import { isInside, sliceOf, type Span } from '../span.ts'
import { daysOf } from './days.ts'
import type { IndexedWords } from './engine.ts'
import { actorsOfLine, type Line, type LineKind, type LineReference, spanOfLine } from './lines.ts'
import type { LaidLine } from './overlay.ts'
import { storable } from './packing.ts'
import type { ActorPart, EventRow, LineActorRow, LineRow, PositionRow, StatementRow, TimeRow } from './tables.ts'
import { sentenceAt, type TextWords, wordsIn } from './words.ts'

/** Keys of lines follow from their report's: room for a million lines a report, and any report's lines are one range. */
export const LINES_PER_REPORT = 2 ** 20
export const firstLineOf = (report: number): number => report * LINES_PER_REPORT
export const lastLineOf = (report: number): number => firstLineOf(report) + LINES_PER_REPORT - 1

/** What the rows of a report are made from. `keyOf` gives the key of a ledger-wide actor. */
export interface ReportLines {
  readonly report: number
  readonly outlet: number | null
  readonly moment: number
  readonly day: string | null
  readonly text: string
  readonly words: TextWords
  readonly lines: readonly LaidLine[]
  readonly mentions: readonly { readonly actor: string; readonly span: Span }[]
  readonly keyOf: (actor: string) => number
  readonly isKnown: (actor: string) => boolean
  readonly stemsOf: (words: string) => readonly string[]
}

/** The rows that show a report's lines, and their words. */
export interface Rows {
  readonly statements: StatementRow[]
  readonly events: EventRow[]
  readonly positions: PositionRow[]
  readonly times: TimeRow[]
  readonly line_actors: LineActorRow[]
  readonly line_words: IndexedWords[]
  readonly issues: { id: string; concept: string; renamed: null }[]
}

const first = (span: Span | null) => span?.[0] ?? null
const last = (span: Span | null) => span?.[1] ?? null

/** Turns laid lines into rows. Pure: the same lines give the same rows. */
export function projectLines(source: ReportLines): Rows {
  const rows: Rows = { statements: [], events: [], positions: [], times: [], line_actors: [], line_words: [], issues: [] }
  const { report, lines, words, text, keyOf } = source
  if (lines.length >= LINES_PER_REPORT) throw new RangeError(`Report ${report} has ${lines.length} lines, more than the ledger can number.`)
  const placeOf = (kind: LineKind, [start, end]: Span) => `${kind} ${start} ${end}`
  const keys = new Map<string, number>()
  lines.forEach(({ line }, i) => {
    const place = placeOf(line.kind, spanOfLine(line))
    if (!keys.has(place)) keys.set(place, firstLineOf(report) + i + 1)
  })
  const keyAt = (reference: LineReference | null) => (reference === null ? null : (keys.get(placeOf(reference.kind, reference.span)) ?? null))
  const counts = new Map<string, number>()

  lines.forEach((laid, i) => {
    const { line } = laid
    const span = spanOfLine(line)
    const place = placeOf(line.kind, span)
    const nth = (counts.get(place) ?? 0) + 1
    counts.set(place, nth)
    const sentence = sentenceAt(words, span)
    const common: LineRow = {
      key: firstLineOf(report) + i + 1,
      report,
      outlet: source.outlet,
      state: laid.state,
      moment: source.moment,
      day: source.day,
      span_start: span[0],
      span_end: span[1],
      nth,
      sentence_start: sentence[0],
      sentence_end: sentence[1],
      why: line.why,
      confidence: line.confidence,
      correction: laid.correction,
    }
    const linked = new Set<string>()
    const link = (part: ActorPart, id: string | null) => {
      if (id === null || linked.has(`${part} ${id}`)) return
      linked.add(`${part} ${id}`)
      rows.line_actors.push({ line: common.key, part, actor: keyOf(id), moment: source.moment })
    }
    const index = (...spans: readonly Span[]) => rows.line_words.push({ key: common.key, ...wordsIn(words, spans) })
    const linkMentioned = (spans: readonly Span[]) => {
      const own = actorsOfLine(line)
      for (const { actor, span: place } of source.mentions) if (!own.includes(actor) && spans.some((outer) => isInside(place, outer))) link('about', actor)
    }
    pushRow(line, common)

    function pushRow(line: Line, common: LineRow): void {
      switch (line.kind) {
        case 'statement':
          rows.statements.push({
            ...common,
            type: line.type,
            act: line.act,
            speaker: line.source === null ? null : keyOf(line.source),
            addressee: line.addressee === null ? null : keyOf(line.addressee),
            via: line.via === null ? null : keyOf(line.via),
            content: JSON.stringify(line.content),
            quotation: storable(line.content.map((part) => sliceOf(text, part)).join(' … ')),
            cue_start: first(line.cue),
            cue_end: last(line.cue),
            source_start: first(line.sourceSpan),
            source_end: last(line.sourceSpan),
            venue_start: first(line.venue),
            venue_end: last(line.venue),
            said: line.when,
            chain: storable(JSON.stringify(line.chain)),
          })
          link('speaker', line.source)
          link('addressee', line.addressee)
          link('via', line.via)
          linkMentioned(line.content)
          index(...line.content)
          return
        case 'event': {
          const days = daysOf(line.when)
          rows.events.push({
            ...common,
            type: line.type,
            mode: line.mode,
            status: line.status,
            factuality: line.factuality,
            happened: line.when,
            first_day: days?.[0] ?? null,
            last_day: days?.[1] ?? null,
            place: line.where === null ? null : storable(line.where),
            place_words: line.where === null ? null : ` ${source.stemsOf(line.where).join(' ')} `,
            claimant: line.source === null ? null : keyOf(line.source),
            background: line.background ? 1 : 0,
            condition: line.condition === null ? null : JSON.stringify(line.condition),
            denied_by: keyAt(line.deniedBy),
          })
          for (const id of line.actors) link('actor', id)
          for (const id of line.recipients) link('recipient', id)
          link('claimant', line.source)
          index(sentence)
          return
        }
        case 'position':
          rows.positions.push({
            ...common,
            holder: keyOf(line.holder),
            polarity: line.polarity,
            conditional: line.conditional ? 1 : 0,
            target: storable(sliceOf(text, line.target)),
            evidence: keyAt(line.evidence),
            issue: line.issue?.id ?? null,
          })
          link('holder', line.holder)
          for (const id of line.issue?.about ?? []) if (source.isKnown(id)) link('about', id)
          linkMentioned([line.target])
          if (line.issue !== null) rows.issues.push({ id: line.issue.id, concept: line.issue.concept, renamed: null })
          index(line.target)
          return
        case 'time': {
          const days = daysOf(line.value)
          rows.times.push({
            ...common,
            type: line.type,
            value: line.value,
            conflict: line.conflict ?? null,
            first_day: days?.[0] ?? null,
            last_day: days?.[1] ?? null,
          })
          return
        }
      }
    }
  })
  return rows
}
