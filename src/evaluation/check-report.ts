import type { CheckResult, FileResult } from './check-run.ts'
import type { Problem } from './problem.ts'

/** One problem as a block of lines: where, which entry, what is wrong, and for an example both sides. */
export const describeProblem = ({ file, line, entry, message, details }: Problem): string => {
  const head = entry === null ? '' : `  ${entry.slice(file.length + 1)}`
  return `${file}.txt:${line}${head}\n  ${message}\n${details.map((detail) => `  ${detail}\n`).join('')}`
}

/** The ways in which an example fails, in the words of the summary. */
const FAILURES = {
  'example-nothing': 'nothing found',
  'example-part': 'only a part',
  'example-more': 'more than one reading',
  'example-found': '✗ that gives something',
  'example-learnt': 'read now, but still marked ?',
  'example-crash': 'reading failed',
} as const

/** How many examples failed in which way; empty when none did. An example may fail in several layers. */
export function describeFailures(problems: readonly Problem[]): string {
  const counts = Object.entries(FAILURES).map(([code, words]) => [problems.filter((problem) => problem.code === code).length, words] as const)
  const failed = counts.filter(([count]) => count > 0)
  return failed.length > 0 ? `failed: ${failed.map(([count, words]) => `${count} ${words}`).join(', ')}\n` : ''
}

/** Entries, examples, passed, not read yet (✓? and ✗?) and failed, file by file and in all. */
export function describeFiles({ files }: CheckResult): string {
  const row = (name: string, { entries, examples, passed, wanted, problems }: Omit<FileResult, 'file'>) =>
    `${String(entries).padStart(8)}${String(examples).padStart(10)}${String(passed).padStart(8)}${String(wanted).padStart(9)}${String(examples - passed - wanted).padStart(8)}${String(problems).padStart(10)}  ${name}`
  const sum = (key: Exclude<keyof FileResult, 'file'>) => files.reduce((all, file) => all + file[key], 0)
  const total = { entries: sum('entries'), examples: sum('examples'), passed: sum('passed'), wanted: sum('wanted'), problems: sum('problems') }
  return [' entries  examples  passed  not yet  failed  problems', ...files.map((file) => row(`${file.file}.txt`, file)), row('in all', total), ''].join('\n')
}
