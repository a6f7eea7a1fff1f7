import type { Span } from '../span.ts'
import type { ReportEvaluation } from './evaluate.ts'
import { nameOf } from './grouping.ts'
import { overlapOf } from './overlap.ts'
import {
  sentenceAt,
  sentenceStarts,
  type Annotated,
  type AnnotatedEvent,
  type AnnotatedPosition,
  type AnnotatedStatement,
  type AnnotatedTime,
} from './score.ts'

/** `missed`: only the gold has it; `added`: only the system has it; `wrong`: both have it, but not the same of it. */
export type Outcome = 'missed' | 'added' | 'wrong'
export type MissedThing = 'time' | 'value' | 'statement' | 'source' | 'event' | 'who' | 'status' | 'position' | 'actor kind'

/** One difference between gold and system, with what one needs to judge it without opening the report. */
export interface Miss {
  readonly report: string
  readonly outcome: Outcome
  readonly thing: MissedThing
  /** Where the words begin, in UTF-16 code units of the text; -1 for an actor. */
  readonly offset: number
  readonly words: string
  readonly gold: string | null
  readonly system: string | null
  /** The knowledge entry behind the system's item. */
  readonly why: string | null
  /** What the other side has in the same place. */
  readonly near: readonly string[]
  readonly sentence: string
}

const wordsOf = (text: string, spans: readonly Span[]): string => spans.map(([start, end]) => text.slice(start, end)).join(' … ')
const nobody = 'nobody named'

/** Says an item in one line, as gold and system alike have it. */
const describe = {
  time: (_: Annotated, { type, value }: AnnotatedTime) => `${type} ${value}`,
  statement: (record: Annotated, { source, type }: AnnotatedStatement) => `${type}, source: ${nameOf(record, source) ?? nobody}`,
  who: (record: Annotated, { actors, recipients }: AnnotatedEvent) => {
    const names = (ids: readonly string[]) => ids.map((id) => nameOf(record, id)).join('، ') || '-'
    return `${names(actors)} → ${names(recipients)}`
  },
  event: (record: Annotated, event: AnnotatedEvent) => `${event.type} ${event.status}, ${describe.who(record, event)}`,
  position: (record: Annotated, { holder, polarity }: AnnotatedPosition) => `${nameOf(record, holder) ?? nobody} ${polarity}`,
}

/** Lists every difference of one report, in text order. */
export function listMisses({ gold, record, score, kinds }: ReportEvaluation): Miss[] {
  const { text } = gold
  const starts = sentenceStarts(text)
  const sentenceOf = (offset: number): string => {
    const number = sentenceAt(starts, offset)
    return text.slice(starts[number], starts[number + 1]).trim()
  }
  const misses: Miss[] = []
  const add = (outcome: Outcome, thing: MissedThing, spans: readonly Span[], rest: Partial<Miss>) => {
    const offset = spans[0]?.[0] ?? -1
    misses.push({
      report: gold.id,
      outcome,
      thing,
      offset,
      words: wordsOf(text, spans),
      gold: null,
      system: null,
      why: null,
      near: [],
      sentence: offset < 0 ? '' : sentenceOf(offset),
      ...rest,
    })
  }
  /** Items of the other side that share words with the spans. */
  const overlapping = <T extends { readonly why?: string }>(
    items: readonly T[],
    spansOf: (item: T) => readonly Span[],
    spans: readonly Span[],
    say: (item: T) => string,
  ): string[] =>
    items
      .map((item) => ({ item, share: overlapOf(spansOf(item), spans) }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share)
      .slice(0, 3)
      .map(({ item, share }) => `${say(item)} «${wordsOf(text, spansOf(item))}» (overlap ${share.toFixed(2)}${item.why ? `, ${item.why}` : ''})`)

  const timeSpans = ({ span }: AnnotatedTime): Span[] => [span]
  for (const g of score.times.missed)
    add('missed', 'time', [g.span], { gold: describe.time(gold, g), near: overlapping(record.times, timeSpans, [g.span], (s) => describe.time(record, s)) })
  for (const s of score.times.extra)
    add('added', 'time', [s.span], {
      system: describe.time(record, s),
      why: s.why ?? null,
      near: overlapping(gold.times, timeSpans, [s.span], (g) => describe.time(gold, g)),
    })
  for (const [g, s] of score.times.pairs)
    if (g.value !== s.value) add('wrong', 'value', [g.span], { gold: describe.time(gold, g), system: describe.time(record, s), why: s.why ?? null })

  const contentOf = ({ content }: AnnotatedStatement) => content
  for (const g of score.statements.missed)
    add('missed', 'statement', g.content, {
      gold: describe.statement(gold, g),
      near: overlapping(record.statements, contentOf, g.content, (s) => describe.statement(record, s)),
    })
  for (const s of score.statements.extra)
    add('added', 'statement', s.content, {
      system: describe.statement(record, s),
      why: s.why ?? null,
      near: overlapping(gold.statements, contentOf, s.content, (g) => describe.statement(gold, g)),
    })
  for (const [g, s] of score.statements.pairs)
    if (!score.isSourceRight(g, s))
      add('wrong', 'source', g.content, { gold: nameOf(gold, g.source) ?? nobody, system: nameOf(record, s.source) ?? nobody, why: s.why ?? null })

  /** Events of the other side in the same sentence. */
  const eventsBeside = (side: Annotated, offset: number): string[] =>
    side.events
      .filter(({ trigger }) => sentenceAt(starts, trigger[0]) === sentenceAt(starts, offset))
      .map((event) => `${describe.event(side, event)} «${text.slice(...event.trigger)}»${event.why ? ` (${event.why})` : ''}`)
  for (const g of score.events.missed) add('missed', 'event', [g.trigger], { gold: describe.event(gold, g), near: eventsBeside(record, g.trigger[0]) })
  for (const s of score.events.extra)
    add('added', 'event', [s.trigger], { system: describe.event(record, s), why: s.why ?? null, near: eventsBeside(gold, s.trigger[0]) })
  for (const [g, s] of score.events.pairs) {
    if (!score.isWhoRight(g, s))
      add('wrong', 'who', [g.trigger], { gold: `${g.type} ${describe.who(gold, g)}`, system: `${s.type} ${describe.who(record, s)}`, why: s.why ?? null })
    if (g.status !== s.status) add('wrong', 'status', [g.trigger], { gold: g.status, system: s.status, why: s.why ?? null })
  }

  const targetOf = ({ target }: AnnotatedPosition): Span[] => [target]
  for (const g of score.positions.missed)
    add('missed', 'position', [g.target], {
      gold: describe.position(gold, g),
      near: overlapping(record.positions, targetOf, [g.target], (s) => describe.position(record, s)),
    })
  for (const s of score.positions.extra)
    add('added', 'position', [s.target], {
      system: describe.position(record, s),
      why: s.why ?? null,
      near: overlapping(gold.positions, targetOf, [s.target], (g) => describe.position(gold, g)),
    })

  for (const [g, s] of kinds.wrong) add('wrong', 'actor kind', [], { words: g.name, gold: g.kind, system: s.kind, why: s.why ?? null })
  return misses.sort((a, b) => a.offset - b.offset)
}
