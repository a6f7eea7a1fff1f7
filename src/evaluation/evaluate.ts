import type { Knowledge } from '../knowledge/knowledge.ts'
import { read } from '../reading/read.ts'
import type { Record, Report } from '../record.ts'
import { type Gold, loadGold } from './gold.ts'
import { compareKinds, countQuietEvents, type GroupingCount, groupMentions, type QuietCount } from './grouping.ts'
import { addShares, type Measure, type ReportScore, type Result, scoreReport, type Share, totalOf } from './score.ts'

/** Reads one report; the current reader, or one that a test puts in its place. */
export type ReadReport = (report: Report, knowledge: Knowledge) => Record

/** One report of the gold with what was read from it and how that compares. */
export interface ReportEvaluation {
  readonly gold: Gold
  readonly record: Record
  readonly score: ReportScore
  readonly kinds: ReturnType<typeof compareKinds>
  readonly grouping: GroupingCount
  readonly quiet: QuietCount
}

/** The measures over all reports of a gold folder, and the reports they come from. */
export interface Evaluation {
  readonly reports: readonly ReportEvaluation[]
  readonly measures: { readonly [M in Measure]: Result }
  readonly falseAttribution: Share
  readonly status: Share
  /** B³ over the forms of all actors of all reports. */
  readonly grouping: { readonly precision: number; readonly recall: number; readonly f1: number; readonly found: number; readonly mentions: number }
  readonly kinds: Share
  readonly quiet: QuietCount
}

const reportOf = ({ id, outlet, published, text }: Gold): Report => ({ id, outlet, published, title: null, url: null, text })

/** Compares one report's gold with what was read from it. */
export const evaluateReport = (gold: Gold, record: Record): ReportEvaluation => ({
  gold,
  record,
  score: scoreReport(gold, record),
  kinds: compareKinds(gold.actors, record.actors),
  grouping: groupMentions(gold.actors, record.actors),
  quiet: countQuietEvents(gold, record),
})

function totalGrouping(counts: readonly GroupingCount[]): Evaluation['grouping'] {
  const sum = (key: keyof GroupingCount) => counts.reduce((all, count) => all + count[key], 0)
  const [found, mentions] = [sum('found'), sum('mentions')]
  const precision = found > 0 ? sum('precision') / found : 0
  const recall = mentions > 0 ? sum('recall') / mentions : 0
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0, found, mentions }
}

/** Adds up the measures of single reports. */
export const summarise = (reports: readonly ReportEvaluation[]): Evaluation => ({
  reports,
  measures: totalOf(reports.map(({ score }) => score)),
  falseAttribution: addShares(reports.map(({ score }) => score.wrong)),
  status: addShares(reports.map(({ score }) => score.status)),
  grouping: totalGrouping(reports.map(({ grouping }) => grouping)),
  kinds: addShares(reports.map(({ kinds }) => kinds)),
  quiet: {
    sentences: reports.reduce((sum, { quiet }) => sum + quiet.sentences, 0),
    events: reports.reduce((sum, { quiet }) => sum + quiet.events, 0),
  },
})

/**
 * Reads every report of a gold folder and measures the records against the gold.
 * @throws IsnadError `file-missing`, `gold-invalid`.
 */
export const evaluate = (goldFolder: string, knowledge: Knowledge, readReport: ReadReport = read): Evaluation =>
  summarise(loadGold(goldFolder).map((gold) => evaluateReport(gold, readReport(reportOf(gold), knowledge))))
