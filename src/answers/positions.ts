import type { Position } from '../record.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { countLines, linesByKey, pageLines } from '../ledger/queries/lines.ts'
import type { Page, PageRequest } from '../ledger/queries/page.ts'
import { positionConditions, type PositionFilter } from '../ledger/queries/positions.ts'
import type { PositionRow } from '../ledger/tables.ts'
import { type ActorFacts, type Evidence, loadContext } from './evidence.ts'
import { answerStatements, type StatementAnswer } from './statements.ts'

export interface PositionAnswer extends Evidence {
  readonly holder: ActorFacts | null
  readonly polarity: Position['polarity']
  readonly conditional: boolean
  readonly target: string
  readonly issue: string | null
  /** The statement that it is read from, when it is one. */
  readonly statement: StatementAnswer | null
}

/** Turns rows into answers with their evidence. */
export async function answerPositions(ledger: Ledger, rows: readonly PositionRow[]): Promise<PositionAnswer[]> {
  const context = await loadContext(
    ledger,
    rows,
    rows.map(({ holder }) => holder),
  )
  const keys = rows.map(({ evidence }) => evidence).filter((key) => key !== null)
  const found = await linesByKey(ledger, 'statements', keys)
  const order = [...found.keys()]
  const answers = await answerStatements(ledger, [...found.values()])
  return rows.map((row) => ({
    ...context.evidenceOf('position', row),
    holder: context.actor(row.holder),
    polarity: row.polarity as Position['polarity'],
    conditional: row.conditional === 1,
    target: row.target,
    issue: row.issue,
    statement: (row.evidence === null ? undefined : answers[order.indexOf(row.evidence)]) ?? null,
  }))
}

/** Where actors stand, newest first; with `isAscending` an actor's positions over time. */
export async function findPositions(ledger: Ledger, filter: PositionFilter = {}, request: PageRequest = {}): Promise<Page<PositionAnswer>> {
  const { items, next } = await pageLines(ledger, 'positions', await positionConditions(ledger, filter), request)
  return { items: await answerPositions(ledger, items), next }
}

export const countPositions = async (ledger: Ledger, filter: PositionFilter = {}): Promise<number> =>
  countLines(ledger, 'positions', await positionConditions(ledger, filter))
