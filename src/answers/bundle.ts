import { createHash } from 'node:crypto'
import { IsnadError } from '../errors.ts'
import { inParts } from '../ledger/actors.ts'
import { hashOf } from '../ledger/identity.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Report } from '../record.ts'
import { sliceOf } from '../span.ts'
import type { Evidence } from './evidence.ts'

/** A report as a bundle carries it: whole, so that every quotation can be read in its place. */
export interface BundledReport extends Report {
  readonly key: number
  readonly hash: string
}

/** An answer with all its evidence, frozen: it can be checked without the ledger, and by other programs. */
export interface Bundle {
  readonly format: 'isnad-bundle'
  readonly version: 1
  /** When it was made, ISO 8601. */
  readonly made: string
  readonly question: unknown
  readonly answer: unknown
  readonly reports: readonly BundledReport[]
  /** SHA-256 over the JSON of all other fields in this order. */
  readonly digest: string
}

export type BundleProblem =
  | { readonly code: 'digest-differs' }
  | { readonly code: 'report-missing' | 'report-changed' | 'words-differ' | 'sentence-differs'; readonly line: string; readonly report: string }

const digestOf = ({ digest: _, ...rest }: Omit<Bundle, 'digest'> & { readonly digest?: string }): string =>
  createHash('sha256')
    .update(JSON.stringify([rest.format, rest.version, rest.made, rest.question, rest.answer, rest.reports]))
    .digest('hex')

const isEvidence = (value: object): value is Evidence => 'report' in value && 'sentenceSpan' in value && 'span' in value && 'words' in value

/** Every line of evidence in an answer of any kind. */
export function* evidenceIn(value: unknown): Generator<Evidence> {
  if (typeof value !== 'object' || value === null) return
  if (isEvidence(value)) yield value
  for (const inner of Object.values(value)) yield* evidenceIn(inner)
}

/** Freezes an answer with the reports it rests on. */
export async function createBundle({ engine, now }: Ledger, question: unknown, answer: unknown): Promise<Bundle> {
  const keys = new Set<number>()
  for (const { report } of evidenceIn(answer)) keys.add(report.key)
  const reports = await inParts([...keys], (part) =>
    engine.database
      .selectFrom('reports')
      .innerJoin('report_versions as version', 'version.key', 'reports.version')
      .select(['reports.key', 'version.id', 'version.outlet', 'version.published', 'version.title', 'version.url', 'version.text'])
      .where('reports.key', 'in', part)
      .orderBy('reports.key')
      .execute(),
  )
  const bundle = {
    format: 'isnad-bundle' as const,
    version: 1 as const,
    made: now().toISOString(),
    // As a reader of the file will see it: without what JSON leaves out.
    question: JSON.parse(JSON.stringify(question)) as unknown,
    answer: JSON.parse(JSON.stringify(answer)) as unknown,
    reports: reports.map((report) => ({ ...report, hash: hashOf(report) })),
  }
  return { ...bundle, digest: digestOf(bundle) }
}

/** @throws IsnadError `format-unknown` for text that is no bundle. */
export function parseBundle(text: string): Bundle {
  const refuse = (reason: string): never => {
    throw new IsnadError('format-unknown', `This is no bundle of evidence: ${reason}.`, 'isnad bundle makes one.')
  }
  let value: Partial<Bundle> | null = null
  try {
    value = JSON.parse(text) as Partial<Bundle> | null
  } catch {
    return refuse('it is not JSON')
  }
  if (typeof value !== 'object' || value === null || value.format !== 'isnad-bundle') return refuse('its format is not «isnad-bundle»')
  if (value.version !== 1) return refuse(`its version is ${String(value.version)}, not 1`)
  if (!Array.isArray(value.reports) || typeof value.digest !== 'string') return refuse('it is not whole')
  return value as Bundle
}

/** Checks a bundle by itself: that nothing in it was changed, and that every line stands where it says. Empty when all is well. */
export function checkBundle(bundle: Bundle): BundleProblem[] {
  const problems: BundleProblem[] = digestOf(bundle) === bundle.digest ? [] : [{ code: 'digest-differs' }]
  const reports = new Map(bundle.reports.map((report) => [report.key, report]))
  for (const { id, report, span, words, sentence, sentenceSpan } of evidenceIn(bundle.answer)) {
    const problem = (code: Exclude<BundleProblem['code'], 'digest-differs'>) => void problems.push({ code, line: id, report: report.id })
    const whole = reports.get(report.key)
    if (whole === undefined) problem('report-missing')
    else if (hashOf(whole) !== report.hash) problem('report-changed')
    else if (sliceOf(whole.text, span) !== words) problem('words-differ')
    else if (sliceOf(whole.text, sentenceSpan) !== sentence) problem('sentence-differs')
  }
  return problems
}
