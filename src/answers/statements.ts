import type { StatementAct, StatementType } from '../record.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { countLines, pageLines } from '../ledger/queries/lines.ts'
import type { Page, PageRequest } from '../ledger/queries/page.ts'
import { statementConditions, type StatementFilter } from '../ledger/queries/statements.ts'
import type { StatementRow } from '../ledger/tables.ts'
import { sliceOf, type Span } from '../span.ts'
import { type ActorFacts, type Evidence, loadContext } from './evidence.ts'

export interface StatementAnswer extends Evidence {
  readonly speaker: ActorFacts | null
  readonly addressee: ActorFacts | null
  readonly via: ActorFacts | null
  readonly type: StatementType
  readonly act: StatementAct | null
  readonly cue: string | null
  readonly content: readonly Span[]
  readonly quotation: string
  /** Who passes the words on, outermost first. */
  readonly chain: readonly string[]
  readonly said: string | null
  readonly venue: string | null
}

const span = (start: number | null, end: number | null): Span | null => (start === null || end === null ? null : [start, end])

/** Turns rows into answers with their evidence. */
export async function answerStatements(ledger: Ledger, rows: readonly StatementRow[]): Promise<StatementAnswer[]> {
  const context = await loadContext(
    ledger,
    rows,
    rows.flatMap(({ speaker, addressee, via }) => [speaker, addressee, via]),
  )
  return rows.map((row) => {
    const text = context.textOf(row.report)
    const words = (place: Span | null) => (place === null ? null : sliceOf(text, place))
    return {
      ...context.evidenceOf('statement', row),
      speaker: context.actor(row.speaker),
      addressee: context.actor(row.addressee),
      via: context.actor(row.via),
      type: row.type as StatementType,
      act: row.act as StatementAct | null,
      cue: words(span(row.cue_start, row.cue_end)),
      content: JSON.parse(row.content) as Span[],
      quotation: row.quotation,
      chain: JSON.parse(row.chain) as string[],
      said: row.said,
      venue: words(span(row.venue_start, row.venue_end)),
    }
  })
}

/** Who said what, newest first: by speaker, about whom, on which issue, between dates, by outlet, by words. */
export async function findStatements(ledger: Ledger, filter: StatementFilter = {}, request: PageRequest = {}): Promise<Page<StatementAnswer>> {
  const { items, next } = await pageLines(ledger, 'statements', await statementConditions(ledger, filter), request)
  return { items: await answerStatements(ledger, items), next }
}

export const countStatements = async (ledger: Ledger, filter: StatementFilter = {}): Promise<number> =>
  countLines(ledger, 'statements', await statementConditions(ledger, filter))
