import type { Evaluation } from './evaluate.ts'
import type { Miss } from './misses.ts'
import type { RuleReport } from './rules.ts'
import { MEASURES, rateOf } from './score.ts'

const percent = (share: number): string => (100 * share).toFixed(1)
const WIDTH = 24

/** Events per 100 sentences in which the gold has none; 0 where there is no such sentence. */
export const quietRate = ({ quiet }: Evaluation): number => (quiet.sentences > 0 ? (100 * quiet.events) / quiet.sentences : 0)

/** The measures as a table for people; the first ten lines are those of score.mjs. */
export function describeMeasures(evaluation: Evaluation): string {
  const { measures, falseAttribution, status, grouping, kinds, quiet } = evaluation
  const line = (name: string, text: string) => `${name.padEnd(WIDTH)} ${text}`
  const prf = ({ precision, recall, f1 }: { precision: number; recall: number; f1: number }) =>
    `P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`
  return [
    `${evaluation.reports.length} reports`,
    ...MEASURES.map((measure) => line(measure, `${prf(measures[measure])}  (gold ${measures[measure].gold}, system ${measures[measure].system})`)),
    line('false attribution', `${percent(rateOf(falseAttribution))}%  (${falseAttribution.right} of ${falseAttribution.of} matched statements)`),
    line('event status (accuracy)', `${percent(rateOf(status))}%  (${status.right} of ${status.of})`),
    line('actor grouping (B³)', `${prf(grouping)}  (${grouping.found} of ${grouping.mentions} forms found)`),
    line('actor kind (accuracy)', `${percent(rateOf(kinds))}%  (${kinds.right} of ${kinds.of} matched actors)`),
    line('events where gold has 0', `${quietRate(evaluation).toFixed(1)} per 100 sentences  (${quiet.events} in ${quiet.sentences})`),
    '',
  ].join('\n')
}

/** The measures as one JSON value; what score.mjs prints stands under the same names. */
export function measuresAsJson(evaluation: Evaluation): { readonly [name: string]: unknown } {
  const { measures, falseAttribution, status, grouping, kinds, quiet } = evaluation
  return {
    reports: evaluation.reports.length,
    absent: 0,
    ...measures,
    'false attribution': { rate: rateOf(falseAttribution), wrong: falseAttribution.right, of: falseAttribution.of },
    'event status (accuracy)': { accuracy: rateOf(status), ...status },
    'actor grouping (B³)': grouping,
    'actor kind (accuracy)': { accuracy: rateOf(kinds), ...kinds },
    'events per 100 sentences without a gold event': { rate: quietRate(evaluation), ...quiet },
  }
}

/** One difference as a block of lines: what happened to which words, both sides, what is near, and the sentence. */
export function describeMiss(miss: Miss): string {
  const rows: [string, string | null][] = [
    ['words', `«${miss.words.replace(/\s+/g, ' ')}»`],
    ['gold', miss.gold],
    ['found', miss.system],
    ['entry', miss.why],
    ...miss.near.map((text): [string, string] => ['near', text.replace(/\s+/g, ' ')]),
    ['sentence', miss.sentence === '' ? null : miss.sentence.replace(/\s+/g, ' ')],
  ]
  const place = miss.offset < 0 ? miss.report : `${miss.report} @${miss.offset}`
  return `${miss.outcome.toUpperCase()} ${miss.thing}  ${place}\n${rows
    .filter(([, text]) => text !== null)
    .map(([label, text]) => `  ${label.padEnd(9)} ${text}\n`)
    .join('')}`
}

/** How many differences there are of each sort, the most frequent first. */
export function describeMissCounts(misses: readonly Miss[]): string {
  const counts = new Map<string, number>()
  for (const { outcome, thing } of misses) counts.set(`${outcome} ${thing}`, (counts.get(`${outcome} ${thing}`) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([sort, count]) => `${String(count).padStart(6)}  ${sort}\n`)
    .join('')
}

/** The use of every entry as a table, the most wrong lines first, then the entries that never fired, by file. */
export function describeRules({ uses, dead }: RuleReport): string {
  const lines = [
    '  fired  found  right   wrong  layer      entry',
    ...uses.map(
      ({ id, layer, fired, found, right }) =>
        `${String(fired).padStart(7)}${String(found).padStart(7)}${String(right).padStart(7)}${`${percent(fired > 0 ? (fired - right) / fired : 0)}%`.padStart(8)}  ${layer.padEnd(10)} ${id}`,
    ),
    '',
    'fired: lines the entry made; found: those the gold has; right: those with the right value, source, who and status, or kind.',
    '',
  ]
  for (const [file, ids] of dead) {
    lines.push(`${ids.length} dead in ${file}: ${ids.map((id) => id.slice(file.length + 1)).join('، ')}`)
  }
  return `${lines.join('\n')}\n`
}
