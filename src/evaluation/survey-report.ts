import { mostFrequent, type OutletSurvey, type Survey, type Tally } from './survey.ts'

const share = (part: number, whole: number): string => (whole > 0 ? `${((100 * part) / whole).toFixed(1)}%` : '-')
const average = (sum: number, of: number): string => (of > 0 ? (sum / of).toFixed(2) : '-')

function describeTally(title: string, tally: Tally, most: number): string {
  if (tally.size === 0) return ''
  const lines = mostFrequent(tally, most).map(([text, times]) => `${String(times).padStart(8)}  ${text.replace(/\s+/g, ' ')}\n`)
  return `  ${title} (${tally.size} different)\n${lines.join('')}`
}

const tableHead = '   reports   silent  statements  per report  unresolved   events  positions    times  outlet'
const tableRow = (name: string, { reports, silent, statements, unresolved, events, positions, times }: OutletSurvey): string =>
  [
    String(reports).padStart(10),
    share(silent, reports).padStart(9),
    String(statements).padStart(12),
    average(statements, reports).padStart(12),
    share(unresolved, statements).padStart(12),
    String(events).padStart(9),
    String(positions).padStart(11),
    String(times).padStart(9),
    `  ${name}`,
  ].join('')

/** A survey as text: a table by outlet, what each outlet's reports leave unresolved, and what to look at by hand. */
export function describeSurvey(survey: Survey, most: number): string {
  const outlets = [...survey.outlets].sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const parts = [`${tableHead}\n${outlets.map(([name, outlet]) => `${tableRow(name, outlet)}\n`).join('')}`]
  for (const [name, outlet] of outlets)
    parts.push(
      `${name}\n${describeTally('sources left unresolved', outlet.unresolvedSources, most)}${describeTally('actors that the catalogue does not know', outlet.unknownActors, most)}${describeTally('cues', outlet.cues, most)}`,
    )
  parts.push(
    `slowest reports\n${survey.slow.map(({ id, milliseconds, length }) => `${milliseconds.toFixed(1).padStart(9)} ms  ${String(length).padStart(7)} code units  ${id}\n`).join('')}`,
  )
  const exceptions = [...survey.exceptions].sort((a, b) => b[1].count - a[1].count)
  parts.push(
    `exceptions: ${exceptions.reduce((sum, [, { count }]) => sum + count, 0)}\n${exceptions.map(([message, { count, ids }]) => `${String(count).padStart(8)}  ${message}  (${ids.join(', ')})\n`).join('')}`,
  )
  parts.push(
    `invalid spans: ${survey.spanFaultCount}\n${survey.spanFaults.map(({ id, field, fault, words }) => `  ${fault}  ${id}  ${field}  «${words.slice(0, 60)}»\n`).join('')}`,
  )
  return parts.join('\n')
}

/** A survey as JSON, its tallies as lists of [string, count], the most frequent first. */
export function surveyAsJson(survey: Survey, most: number): { readonly [name: string]: unknown } {
  return {
    outlets: Object.fromEntries(
      [...survey.outlets].map(([name, outlet]) => [
        name,
        {
          ...outlet,
          unresolvedSources: mostFrequent(outlet.unresolvedSources, most),
          cues: mostFrequent(outlet.cues, most),
          unknownActors: mostFrequent(outlet.unknownActors, most),
        },
      ]),
    ),
    slow: survey.slow,
    exceptions: Object.fromEntries(survey.exceptions),
    spanFaults: survey.spanFaults,
    spanFaultCount: survey.spanFaultCount,
  }
}
