import { fieldOf, type Entry, type Example, type Expectation } from '../knowledge/entry.ts'
import type { Record, Report } from '../record.ts'
import { differencesOf, EXAMPLE_DATE, type Reading, readingsOf, showReading } from './expectations.ts'
import { pairUp } from './pair.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { isExamplesFile } from './rooms.ts'

/** Reads a report with the knowledge under check. */
export type ReadExample = (report: Report) => Record

const EVERY_LAYER = ['statement', 'event', 'position', 'time', 'actor']

/** The report that an example's sentence is read as. `published: -` in its entry stands for a report without a date. */
const exampleReport = (entry: Entry, { text }: Example): Report => {
  const published = fieldOf(entry, 'published') ?? EXAMPLE_DATE
  return { id: entry.id, outlet: null, published: published === '-' ? null : published, title: null, url: null, text }
}

const showExpectation = ({ layer, fields }: Expectation): string => `${layer}: ${fields.join(' | ')}`

interface Failure {
  readonly code: ProblemCode
  readonly message: string
  readonly details: readonly string[]
}

/** Compares what an example lists of one layer with what its entry read; null when they are the same. `others` are other entries' lines. */
function compareLayer(layer: string, expected: readonly Expectation[], found: readonly Reading[], others: readonly Reading[]): Failure | null {
  const details = [
    ...expected.map((expectation) => `expected  ${showExpectation(expectation)}`),
    ...found.map((reading) => `found     ${showReading(layer, reading)}`),
    ...(found.length < expected.length ? others.map((reading) => `instead   ${showReading(layer, reading, true)}`) : []),
  ]
  if (found.length === 0) return { code: 'example-nothing', message: `nothing: the entry gives no ${layer}`, details }
  const { pairs, missed } = pairUp(expected, found, (expectation, reading) => {
    const differences = differencesOf(expectation, reading).length
    // A wrong line is still the one that was meant, if no better one is there.
    return differences === 0 ? 100 : Math.max(0.5, expectation.fields.length - differences)
  })
  if (found.length > expected.length)
    return { code: 'example-more', message: `more than one reading: ${found.length} lines «${layer}», ${expected.length} listed`, details }
  const differing = [...new Set(pairs.flatMap(([expectation, reading]) => differencesOf(expectation, reading)))]
  if (missed.length > 0) differing.push(`${missed.length} of ${expected.length} lines missing`)
  return differing.length > 0 ? { code: 'example-part', message: `only a part: ${differing.join(', ')}`, details } : null
}

/** An `actor:` line asks that the record has such an actor, whatever made it and whoever else there is. */
function compareActor(expectation: Expectation, actors: readonly Reading[]): Failure | null {
  const [closest] = actors
    .map((reading) => ({ reading, differences: differencesOf(expectation, reading) }))
    .sort((a, b) => Number(a.differences.includes('name')) - Number(b.differences.includes('name')) || a.differences.length - b.differences.length)
  if (closest && closest.differences.length === 0) return null
  const details = [`expected  ${showExpectation(expectation)}`, ...actors.map((reading) => `found     ${showReading('actor', reading, true)}`)]
  return !closest || closest.differences.includes('name')
    ? { code: 'example-nothing', message: 'nothing: there is no actor of this name', details }
    : { code: 'example-part', message: `only a part: ${closest.differences.join(', ')}`, details }
}

function checkPositive(entry: Entry, example: Example, record: Record): Failure[] {
  const isOwn = ({ why }: Reading) => isExamplesFile(entry.file) || why === entry.id
  return [...new Set(example.expectations.map(({ layer }) => layer))].flatMap((layer) => {
    const expected = example.expectations.filter((expectation) => expectation.layer === layer)
    const readings = readingsOf(record, layer)
    const failures =
      layer === 'actor'
        ? expected.map((expectation) => compareActor(expectation, readings))
        : [
            compareLayer(
              layer,
              expected,
              readings.filter(isOwn),
              readings.filter((reading) => !isOwn(reading)),
            ),
          ]
    return failures.filter((failure) => failure !== null)
  })
}

function checkNegative(entry: Entry, record: Record): Failure[] {
  const found = EVERY_LAYER.flatMap((layer) =>
    readingsOf(record, layer)
      // In a file of examples alone no actor is asked for by ✗: somebody is always named.
      .filter(({ why }) => (isExamplesFile(entry.file) ? layer !== 'actor' : why === entry.id))
      .map((reading) => `found     ${showReading(layer, reading)}`),
  )
  return found.length > 0 ? [{ code: 'example-found', message: `✗ must give nothing, and gives ${found.length}`, details: found }] : []
}

/** What running the examples of some entries came to. */
export interface ExampleRun {
  readonly examples: number
  readonly passed: number
  /** Examples marked as not read yet, which indeed are not. */
  readonly wanted: number
  readonly problems: readonly Problem[]
}

/** Runs one example of an entry; an empty list means that it holds. */
export function runExample(entry: Entry, example: Example, readExample: ReadExample): Problem[] {
  const mark = example.holds ? '✓' : '✗'
  const make = ({ code, message, details }: Failure): Problem => ({
    code,
    file: entry.file,
    line: example.line,
    entry: entry.id,
    message,
    details: [`${mark} ${example.text}`, ...details],
  })
  let record: Record
  try {
    record = readExample(exampleReport(entry, example))
  } catch (error) {
    return [make({ code: 'example-crash', message: `reading failed: ${error instanceof Error ? error.message : String(error)}`, details: [] })]
  }
  return (example.holds ? checkPositive(entry, example, record) : checkNegative(entry, record)).map(make)
}

/**
 * Runs every example of the entries: ✓ must give exactly what it lists of the layers it lists, ✗ nothing of its entry. One
 * that is marked ✓? or ✗? must fail, so that the mark goes when Isnad has learnt it.
 */
export function runExamples(entries: readonly Entry[], readExample: ReadExample): ExampleRun {
  const problems: Problem[] = []
  let examples = 0
  let passed = 0
  let wanted = 0
  for (const entry of entries)
    for (const example of entry.examples) {
      const found = runExample(entry, example, readExample)
      examples++
      if (example.isWanted && found.length > 0) {
        wanted++
        continue
      }
      if (example.isWanted)
        problems.push({
          code: 'example-learnt',
          file: entry.file,
          line: example.line,
          entry: entry.id,
          message: `«${example.text}» is read now: take away the ? behind its mark.`,
          details: [],
        })
      else if (found.length === 0) passed++
      problems.push(...found)
    }
  return { examples, passed, wanted, problems }
}
