import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report } from '../src/record.ts'
import { readReports } from '../src/sources/file.ts'
import { findInputs } from '../src/sources/input.ts'

const OWN_REPORTS = join(dirname(dirname(fileURLToPath(import.meta.url))), 'examples', 'reports')

/** The files or folders to read: those given, those of ISNAD_CORPUS (divided by commas), or the project's own examples. */
export function chooseCorpus(given: readonly string[]): readonly string[] {
  if (given.length > 0) return given
  const named = (process.env.ISNAD_CORPUS ?? '').split(',').filter((path) => path !== '')
  return named.length > 0 ? named : [OWN_REPORTS]
}

/** What the table calls the corpus. */
export const nameCorpus = (paths: readonly string[]): string => (paths[0] === OWN_REPORTS ? 'examples/reports' : paths.join(', '))

/**
 * Yields `count` reports, one at a time, from the first file on and round again as often as it takes. Nothing is held.
 * @throws Error when the files hold no report.
 */
export async function* streamReports(paths: readonly string[], count: number): AsyncGenerator<Report> {
  let given = 0
  while (given < count) {
    const before = given
    for await (const input of findInputs(paths)) {
      if ('code' in input) continue
      for await (const sourced of readReports(input, { published: null })) {
        if ('problem' in sourced) continue
        yield sourced.report
        given++
        if (given >= count) return
      }
    }
    if (given === before) throw new Error(`No report was found in ${paths.join(', ')}.`)
  }
}

/** The same, spread over the whole corpus: every n-th report of the first `of`, so that all outlets are in it. */
export async function takeSample(paths: readonly string[], size: number): Promise<Report[]> {
  const all: Report[] = []
  let seen = 0
  let step = 1
  for await (const input of findInputs(paths)) {
    if ('code' in input) continue
    for await (const sourced of readReports(input, { published: null })) {
      if ('problem' in sourced || seen++ % step !== 0) continue
      all.push(sourced.report)
      if (all.length < size * 2) continue
      // Thin out what is held, and take half as many from here on.
      for (let i = 0; i < size; i++) all[i] = all[i * 2] as Report
      all.length = size
      step *= 2
    }
  }
  if (all.length === 0) throw new Error(`No report was found in ${paths.join(', ')}.`)
  return all.length > size ? all.slice(0, size) : all
}
