import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { read } from '../src/reading/read.ts'
import { readText } from '../src/reading/text/text.ts'
import { findTimes } from '../src/reading/times/times.ts'
import type { Report } from '../src/record.ts'

/** What one pass over all reports cost. `wall` and `cpu` are seconds; `cpu` also counts what the engine does beside. */
export interface Cost {
  readonly wall: number
  readonly cpu: number
}

export interface Speed {
  readonly words: number
  readonly split: Cost
  /** The text layer alone: tokens, sentences, paragraphs, quotation marks. */
  readonly text: Cost
  /** Time expressions alone. */
  readonly times: Cost
  readonly whole: Cost
}

/** The cheapest thing that can be done with the words of a text: a regex split at white space. */
export const splitWords = (text: string): number => text.split(/\s+/).length

/** Keeps results from being thrown away unseen, so that the engine cannot leave the work out. */
let sink = 0

function measure(reports: readonly Report[], work: (report: Report) => number): Cost {
  globalThis.gc?.()
  const startedCpu = process.cpuUsage()
  const started = process.hrtime.bigint()
  for (const report of reports) sink += work(report)
  const wall = Number(process.hrtime.bigint() - started) / 1e9
  const { user, system } = process.cpuUsage(startedCpu)
  return { wall, cpu: (user + system) / 1e6 }
}

const median = (costs: readonly Cost[]): Cost => [...costs].sort((a, b) => a.wall - b.wall)[Math.floor(costs.length / 2)] as Cost

/** Measures all passes in turn, `rounds` times after one to warm up, and takes the median of each. */
export function measureSpeed(reports: readonly Report[], knowledge: Knowledge, rounds: number): Speed {
  // Made beforehand, so that a stage is charged for its own work only.
  const documents = new Map(reports.map((report) => [report, readText(report.text, report.published)]))
  const passes = {
    split: ({ text }: Report) => splitWords(text),
    text: ({ text, published }: Report) => readText(text, published).tokens.count,
    times: (report: Report) => findTimes(documents.get(report) as ReturnType<typeof readText>, knowledge).length,
    whole: (report: Report) => read(report, knowledge).actors.length,
  }
  const names = Object.keys(passes) as (keyof typeof passes)[]
  const costs = Object.fromEntries(names.map((name) => [name, [] as Cost[]])) as { [Name in keyof typeof passes]: Cost[] }
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const cost = measure(reports, passes[name])
      if (round > 0) costs[name].push(cost)
    }
  if (!Number.isFinite(sink)) throw new Error('Nothing was read.')
  return {
    words: reports.reduce((sum, { text }) => sum + splitWords(text), 0),
    split: median(costs.split),
    text: median(costs.text),
    times: median(costs.times),
    whole: median(costs.whole),
  }
}
