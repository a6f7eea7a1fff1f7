import type { Record, Report } from '../record.ts'
import { sliceOf } from '../span.ts'
import { findSpanFaults } from './span-check.ts'

/** How often each string came up. */
export type Tally = Map<string, number>

/** What was counted over the reports of one outlet. */
export interface OutletSurvey {
  reports: number
  /** Reports in which no statement was found. */
  silent: number
  statements: number
  /** Statements whose source is null. */
  unresolved: number
  events: number
  positions: number
  times: number
  /** The words of a null source, or «(understood)» with the cue where no words name it. */
  readonly unresolvedSources: Tally
  readonly cues: Tally
  /** Names of actors that the catalogue does not know, with their kind. */
  readonly unknownActors: Tally
}

/** A report to look at by hand. `milliseconds` is the time that reading it took. */
export interface SlowReport {
  readonly id: string
  readonly milliseconds: number
  readonly length: number
}

export interface Survey {
  readonly outlets: Map<string, OutletSurvey>
  /** The slowest reports, slowest first; no more than `SLOW_KEPT`. */
  readonly slow: SlowReport[]
  /** Messages of what reading threw → ids of the reports, the first ten each. */
  readonly exceptions: Map<string, { count: number; readonly ids: string[] }>
  readonly spanFaults: { readonly id: string; readonly field: string; readonly fault: string; readonly words: string }[]
  spanFaultCount: number
}

const SLOW_KEPT = 20
const FAULTS_KEPT = 100
const IDS_KEPT = 10
const NO_OUTLET = '(none)'

export const openSurvey = (): Survey => ({ outlets: new Map(), slow: [], exceptions: new Map(), spanFaults: [], spanFaultCount: 0 })

const count = (tally: Tally, key: string): void => {
  tally.set(key, (tally.get(key) ?? 0) + 1)
}

function outletOf(survey: Survey, name: string): OutletSurvey {
  const known = survey.outlets.get(name)
  if (known) return known
  const outlet: OutletSurvey = {
    reports: 0,
    silent: 0,
    statements: 0,
    unresolved: 0,
    events: 0,
    positions: 0,
    times: 0,
    unresolvedSources: new Map(),
    cues: new Map(),
    unknownActors: new Map(),
  }
  survey.outlets.set(name, outlet)
  return outlet
}

function addRecord(outlet: OutletSurvey, { text, statements, events, positions, times, actors }: Record): void {
  outlet.statements += statements.length
  outlet.events += events.length
  outlet.positions += positions.length
  outlet.times += times.length
  if (statements.length === 0) outlet.silent++
  for (const { source, sourceSpan, cue } of statements) {
    const cueWords = cue === null ? '(no cue)' : sliceOf(text, cue)
    count(outlet.cues, cueWords)
    if (source !== null) continue
    outlet.unresolved++
    count(outlet.unresolvedSources, sourceSpan === null ? `(understood) ${cueWords}` : sliceOf(text, sourceSpan))
  }
  for (const { catalogue, name, kind } of actors) if (catalogue === null) count(outlet.unknownActors, `${name} (${kind})`)
}

/** Reads one report and adds what came of it. An exception of the reader is counted, never thrown on. */
export function surveyReport(survey: Survey, report: Report, readReport: (report: Report) => Record, now: () => number = () => performance.now()): void {
  const outlet = outletOf(survey, report.outlet ?? NO_OUTLET)
  outlet.reports++
  const started = now()
  let record: Record
  try {
    record = readReport(report)
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const known = survey.exceptions.get(message) ?? { count: 0, ids: [] }
    survey.exceptions.set(message, known)
    known.count++
    if (known.ids.length < IDS_KEPT) known.ids.push(report.id)
    return
  }
  survey.slow.push({ id: report.id, milliseconds: now() - started, length: report.text.length })
  survey.slow.sort((a, b) => b.milliseconds - a.milliseconds)
  survey.slow.length = Math.min(survey.slow.length, SLOW_KEPT)
  for (const { field, span, fault } of findSpanFaults(record)) {
    survey.spanFaultCount++
    if (survey.spanFaults.length < FAULTS_KEPT) survey.spanFaults.push({ id: report.id, field, fault, words: sliceOf(report.text, span) })
  }
  addRecord(outlet, record)
}

/** The most frequent strings of a tally, the most frequent first. */
export const mostFrequent = (tally: Tally, most: number): (readonly [string, number])[] =>
  [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most)
