import type { Span } from '../span.ts'
import { isSameActor, type Named } from './names.ts'
import { overlapOf } from './overlap.ts'
import { type Pairing, pairUp } from './pair.ts'

/** What the measures look at of a record; gold files and the reader's records both have it. */
export interface Annotated {
  readonly text: string
  readonly times: readonly AnnotatedTime[]
  readonly actors: readonly AnnotatedActor[]
  readonly statements: readonly AnnotatedStatement[]
  readonly events: readonly AnnotatedEvent[]
  readonly positions: readonly AnnotatedPosition[]
}
export interface AnnotatedTime {
  readonly span: Span
  readonly type: string
  readonly value: string
  readonly why?: string
}
export interface AnnotatedActor extends Named {
  readonly id: string
  readonly why?: string
}
export interface AnnotatedStatement {
  readonly source: string | null
  readonly sourceSpan: Span | null
  readonly content: readonly Span[]
  readonly type: string
  readonly why?: string
}
export interface AnnotatedEvent {
  readonly type: string
  readonly trigger: Span
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly status: string
  readonly why?: string
}
export interface AnnotatedPosition {
  readonly holder: string
  readonly target: Span
  readonly polarity: string
  readonly why?: string
}

export const MEASURES = ['time', 'time+value', 'statement', 'statement+source', 'direct+source', 'event', 'event+who', 'position'] as const
export type Measure = (typeof MEASURES)[number]

/** How many items are right (`tp`), how many the gold has and how many the system has. */
export interface Count {
  readonly tp: number
  readonly gold: number
  readonly system: number
}

/** Right ones among those that could be right. */
export interface Share {
  readonly right: number
  readonly of: number
}

/** The measures of one report, with the pairs they were counted from. */
export interface ReportScore {
  readonly measures: { readonly [M in Measure]: Count }
  /** Events whose status is right, among those found. */
  readonly status: Share
  /** Statements with another source than the gold's, among those found. An unnamed source is not wrong. */
  readonly wrong: Share
  readonly times: Pairing<AnnotatedTime, AnnotatedTime>
  readonly statements: Pairing<AnnotatedStatement, AnnotatedStatement>
  readonly events: Pairing<AnnotatedEvent, AnnotatedEvent>
  readonly positions: Pairing<AnnotatedPosition, AnnotatedPosition>
  readonly isSourceRight: (gold: AnnotatedStatement, system: AnnotatedStatement) => boolean
  readonly isWhoRight: (gold: AnnotatedEvent, system: AnnotatedEvent) => boolean
}

const SYMMETRIC: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])
const TIME_OVERLAP = 0.5
const CONTENT_OVERLAP = 0.6
const SOURCE_OVERLAP = 0.5
const TARGET_OVERLAP = 0.3

/** Where the sentences of a text begin, as the measures divide it: behind a stop and white space, or a line break. */
export function sentenceStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/[.!?\u061F\u2026]+["\u00BB\u201D)]*\s+|\n+/g)) starts.push(match.index + match[0].length)
  return starts
}

/** The number of the sentence that an offset stands in. */
export function sentenceAt(starts: readonly number[], offset: number): number {
  let number = 0
  while (number + 1 < starts.length && (starts[number + 1] as number) <= offset) number++
  return number
}

export const actorOf = (record: Annotated, id: string | null): AnnotatedActor | null => record.actors.find((actor) => actor.id === id) ?? null
const actorsOf = (record: Annotated, ids: readonly string[]): AnnotatedActor[] =>
  ids.map((id) => actorOf(record, id)).filter((actor): actor is AnnotatedActor => actor !== null)
const spans = (span: Span | null): Span[] => (span === null ? [] : [span])
const atLeast = (value: number, limit: number): number => (value >= limit ? value : 0)

function makeSourceTest(gold: Annotated, system: Annotated): ReportScore['isSourceRight'] {
  return (g, s) => isSameActor(actorOf(gold, g.source), actorOf(system, s.source)) || overlapOf(spans(g.sourceSpan), spans(s.sourceSpan)) >= SOURCE_OVERLAP
}

function makeWhoTest(gold: Annotated, system: Annotated): ReportScore['isWhoRight'] {
  const sharesOne = (a: readonly Named[], b: readonly Named[]) => a.some((x) => b.some((y) => isSameActor(x, y)))
  return (g, s) => {
    if (SYMMETRIC.has(g.type)) {
      const sides = actorsOf(gold, [...g.actors, ...g.recipients])
      const found = actorsOf(system, [...s.actors, ...s.recipients])
      const hits = sides.filter((x) => found.some((y) => isSameActor(x, y))).length
      return hits >= Math.min(2, sides.length)
    }
    return (
      sharesOne(actorsOf(gold, g.actors), actorsOf(system, s.actors)) &&
      (g.recipients.length === 0 || sharesOne(actorsOf(gold, g.recipients), actorsOf(system, s.recipients)))
    )
  }
}

const isDirect = ({ type }: AnnotatedStatement): boolean => type === 'direct'

/** Scores the system's record of one report against the gold's, by the same figures as score.mjs. O(gold × system items). */
export function scoreReport(gold: Annotated, system: Annotated): ReportScore {
  const isSourceRight = makeSourceTest(gold, system)
  const isWhoRight = makeWhoTest(gold, system)
  const starts = sentenceStarts(gold.text)

  const times = pairUp(gold.times, system.times, (g, s) => atLeast(overlapOf([g.span], [s.span]), TIME_OVERLAP))
  const statements = pairUp(gold.statements, system.statements, (g, s) => atLeast(overlapOf(g.content, s.content), CONTENT_OVERLAP))
  const events = pairUp(gold.events, system.events, (g, s) => {
    if (g.type !== s.type || !g.trigger || !s.trigger) return 0
    if (overlapOf([g.trigger], [s.trigger]) > 0) return 3
    if (sentenceAt(starts, g.trigger[0]) !== sentenceAt(starts, s.trigger[0])) return 0
    return isWhoRight(g, s) ? 2 : 1
  })
  const positions = pairUp(gold.positions, system.positions, (g, s) =>
    g.polarity === s.polarity && isSameActor(actorOf(gold, g.holder), actorOf(system, s.holder))
      ? atLeast(overlapOf([g.target], [s.target]), TARGET_OVERLAP)
      : 0,
  )

  const count = (tp: number, g: readonly unknown[], s: readonly unknown[]): Count => ({ tp, gold: g.length, system: s.length })
  const sourced = statements.pairs.filter(([g, s]) => isSourceRight(g, s))
  const pairedWithDirect = new Set(statements.pairs.filter(([g]) => isDirect(g)).map(([, s]) => s))
  return {
    measures: {
      time: count(times.pairs.length, gold.times, system.times),
      'time+value': count(times.pairs.filter(([g, s]) => g.value === s.value).length, gold.times, system.times),
      statement: count(statements.pairs.length, gold.statements, system.statements),
      'statement+source': count(sourced.length, gold.statements, system.statements),
      'direct+source': count(
        sourced.filter(([g]) => isDirect(g)).length,
        gold.statements.filter(isDirect),
        system.statements.filter((s) => isDirect(s) || pairedWithDirect.has(s)),
      ),
      event: count(events.pairs.length, gold.events, system.events),
      'event+who': count(events.pairs.filter(([g, s]) => isWhoRight(g, s)).length, gold.events, system.events),
      position: count(positions.pairs.length, gold.positions, system.positions),
    },
    status: { right: events.pairs.filter(([g, s]) => g.status === s.status).length, of: events.pairs.length },
    wrong: { right: statements.pairs.filter(([g, s]) => !isSourceRight(g, s) && s.source !== null).length, of: statements.pairs.length },
    times,
    statements,
    events,
    positions,
    isSourceRight,
    isWhoRight,
  }
}

/** A measure over all reports; precision, recall and F1 are 0–1. */
export interface Result extends Count {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Precision, recall and F1 of a count; 0 where nothing could be counted. */
export function resultOf({ tp, gold, system }: Count): Result {
  const precision = system > 0 ? tp / system : 0
  const recall = gold > 0 ? tp / gold : 0
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0, tp, gold, system }
}

export const addShares = (shares: readonly Share[]): Share =>
  shares.reduce((sum, { right, of }) => ({ right: sum.right + right, of: sum.of + of }), { right: 0, of: 0 })
export const rateOf = ({ right, of }: Share): number => (of > 0 ? right / of : 0)

/** The measures over all reports, counted together (micro-averaged). */
export function totalOf(scores: readonly Pick<ReportScore, 'measures'>[]): { readonly [M in Measure]: Result } {
  const sum = (measure: Measure): Result =>
    resultOf(
      scores
        .map(({ measures }) => measures[measure])
        .reduce<Count>((all, { tp, gold, system }) => ({ tp: all.tp + tp, gold: all.gold + gold, system: all.system + system }), { tp: 0, gold: 0, system: 0 }),
    )
  return Object.fromEntries(MEASURES.map((measure) => [measure, sum(measure)])) as { [M in Measure]: Result }
}
