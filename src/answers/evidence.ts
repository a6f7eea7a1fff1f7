import type { Ledger } from '../ledger/ledger.ts'
import { formatLineId } from '../ledger/line-ids.ts'
import type { LineKind } from '../ledger/lines.ts'
import { inParts } from '../ledger/actors.ts'
import { type ActorName, nameActors } from '../ledger/queries/actors.ts'
import type { LineRow, LineState } from '../ledger/tables.ts'
import { sliceOf, type Span } from '../span.ts'

/** The report that a line stands in. */
export interface ReportFacts {
  readonly key: number
  readonly id: string
  readonly outlet: string | null
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  /** SHA-256 over outlet, date, title and text of the version that the spans count in. */
  readonly hash: string
}

/** What shows that a line is so: the report, the sentence with its words, and who or what made the line. */
export interface Evidence {
  readonly id: string
  readonly report: ReportFacts
  /** Suggested by the machine, or accepted, edited, added or rejected by a person. */
  readonly state: LineState
  /** In UTF-16 code units of the report's text. */
  readonly span: Span
  readonly words: string
  readonly sentenceSpan: Span
  readonly sentence: string
  readonly why: string
  readonly confidence: number
  /** The correction behind the state. */
  readonly correction: string | null
}

/** An actor in an answer. */
export type ActorFacts = Omit<ActorName, 'key'>

/** Reports and actors that the lines of one answer need, loaded together. */
export interface Context {
  readonly textOf: (report: number) => string
  readonly actor: (key: number | null) => ActorFacts | null
  readonly evidenceOf: (kind: LineKind, row: LineRow) => Evidence
}

export async function loadContext({ engine }: Ledger, rows: readonly LineRow[], actors: readonly (number | null)[]): Promise<Context> {
  const keys = [...new Set(rows.map(({ report }) => report))]
  const reports = await inParts(keys, (part) =>
    engine.database
      .selectFrom('reports')
      .innerJoin('report_versions as version', 'version.key', 'reports.version')
      .select(['reports.key', 'version.id', 'version.outlet', 'version.published', 'version.title', 'version.url', 'version.hash', 'version.text'])
      .where('reports.key', 'in', part)
      .execute(),
  )
  const byKey = new Map(reports.map((report) => [report.key, report]))
  const names = await nameActors(
    engine.database,
    actors.filter((key) => key !== null),
  )
  const textOf = (report: number) => byKey.get(report)?.text ?? ''
  return {
    textOf,
    actor: (key) => {
      const found = key === null ? undefined : names.get(key)
      if (found === undefined) return null
      const { key: _, ...facts } = found
      return facts
    },
    evidenceOf: (kind, row) => {
      const { text = '', ...report } = byKey.get(row.report) ?? { key: row.report, id: '', outlet: null, published: null, title: null, url: null, hash: '' }
      const span: Span = [row.span_start, row.span_end]
      const sentenceSpan: Span = [row.sentence_start, row.sentence_end]
      return {
        id: formatLineId(kind, row),
        report,
        state: row.state,
        span,
        words: sliceOf(text, span),
        sentenceSpan,
        sentence: sliceOf(text, sentenceSpan),
        why: row.why,
        confidence: row.confidence,
        correction: row.correction,
      }
    },
  }
}
