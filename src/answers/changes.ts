import { type SqlBool, sql } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import { newestLines } from '../ledger/queries/lines.ts'
import { positionConditions, type PositionFilter } from '../ledger/queries/positions.ts'
import { statementConditions } from '../ledger/queries/statements.ts'
import type { PositionRow, StatementRow } from '../ledger/tables.ts'
import { groupByWords, sharedWords } from './likeness.ts'
import { answerPositions, type PositionAnswer } from './positions.ts'
import { answerStatements, type StatementAnswer } from './statements.ts'

/**
 * How two lines of one actor do not fit together: `reversal`, the other side on a later day; `retraction`, a later denial of
 * it; `same-day-conflict`, two outlets tell opposite sides of one day; `within-report`, one report tells both; and
 * `wording-differs`, two outlets carry the same words of one day otherwise.
 */
export type ChangeType = 'reversal' | 'retraction' | 'same-day-conflict' | 'within-report' | 'wording-differs'

/** Two lines that do not fit together, the earlier first; for a person to judge. */
export type Change =
  | { readonly type: Exclude<ChangeType, 'wording-differs'>; readonly issue: string | null; readonly earlier: PositionAnswer; readonly later: PositionAnswer }
  | { readonly type: 'wording-differs'; readonly earlier: StatementAnswer; readonly later: StatementAnswer }

/** Lines that are compared at most; the newest are taken. */
const MOST = 1000
/** Targets are the same matter, and quotations the same words, when they share this much. */
const SAME_TARGET = 0.5
const SAME_WORDS = 0.5

/** Where an actor changed sides or contradicts itself, or is told otherwise; oldest first, the newest `limit` of each kind. */
export async function findChanges(ledger: Ledger, filter: PositionFilter & { readonly holder: string }, limit = 50): Promise<Change[]> {
  const turns = await findTurns(ledger, filter, limit)
  const wordings = filter.issue === undefined && filter.polarity === undefined ? await findWordings(ledger, filter, limit) : []
  return [...turns, ...wordings].sort((a, b) => (dayOf(a.later) < dayOf(b.later) ? -1 : dayOf(a.later) > dayOf(b.later) ? 1 : 0))
}

const dayOf = ({ report }: PositionAnswer | StatementAnswer): string => report.published?.slice(0, 10) ?? ''

async function findTurns(ledger: Ledger, filter: PositionFilter, limit: number): Promise<Change[]> {
  const rows = (await newestLines(ledger, 'positions', await positionConditions(ledger, filter), MOST)).reverse()
  const known = new Map<string, PositionRow[]>()
  for (const row of rows) if (row.issue !== null) known.set(row.issue, [...(known.get(row.issue) ?? []), row])
  const unknown = groupByWords(
    rows.filter(({ issue }) => issue === null),
    ({ target }) => ledger.stemmer.wordsOf(target).stems,
    SAME_TARGET,
  )
  const pairs: [PositionRow, PositionRow][] = []
  for (const group of [...known.values(), ...unknown]) pairs.push(...turnsOf(group))
  pairs.sort(([, a], [, b]) => a.moment - b.moment || a.key - b.key).splice(0, pairs.length - limit)
  const answers = await answerPositions(ledger, pairs.flat())
  return pairs.map(([earlier, later], i) => {
    const [a, b] = [answers[2 * i] as PositionAnswer, answers[2 * i + 1] as PositionAnswer]
    return { type: typeOf(earlier, later, b), issue: later.issue, earlier: a, later: b }
  })
}

/** Each position with the last one before it that is of the other side; of one day, every pair of two outlets. */
function turnsOf(rows: readonly PositionRow[]): [PositionRow, PositionRow][] {
  const pairs: [PositionRow, PositionRow][] = []
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    if (before !== undefined && before.polarity !== row.polarity) pairs.push([before, row])
    for (let k = i - 2; k >= 0 && rows[k]?.day === row.day && row.day !== null; k--) {
      const other = rows[k] as PositionRow
      if (other.polarity !== row.polarity && other.outlet !== row.outlet) pairs.push([other, row])
    }
  })
  return pairs
}

function typeOf(earlier: PositionRow, later: PositionRow, answer: PositionAnswer): Exclude<ChangeType, 'wording-differs'> {
  if (earlier.report === later.report) return 'within-report'
  if (answer.statement?.act === 'deny') return 'retraction'
  if (earlier.day !== null && earlier.day === later.day) return earlier.outlet === later.outlet ? 'reversal' : 'same-day-conflict'
  return 'reversal'
}

async function findWordings(ledger: Ledger, { holder, from, to, words, isExact }: PositionFilter, limit: number): Promise<Change[]> {
  const conditions = await statementConditions(ledger, {
    ...(holder === undefined ? {} : { speaker: holder }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(words === undefined ? {} : { words }),
    ...(isExact === undefined ? {} : { isExact }),
  })
  conditions.push(sql<SqlBool>`line.type <> 'indirect'`)
  const rows = await newestLines(ledger, 'statements', conditions, MOST)
  const byDay = new Map<string, { row: StatementRow; stems: Set<string>; forms: string }[]>()
  for (const row of rows.reverse()) {
    if (row.day === null) continue
    const { stems, forms } = ledger.stemmer.wordsOf(row.quotation)
    byDay.set(row.day, [...(byDay.get(row.day) ?? []), { row, stems: new Set(stems), forms: forms.join(' ') }])
  }
  const pairs: [StatementRow, StatementRow][] = []
  for (const day of byDay.values())
    day.forEach((later, i) => {
      for (const earlier of day.slice(0, i)) {
        if (earlier.row.outlet === later.row.outlet || earlier.forms === later.forms) continue
        // One outlet may quote less than another: only words that differ inside what both quote are of interest.
        if (earlier.forms.includes(later.forms) || later.forms.includes(earlier.forms)) continue
        if (sharedWords(earlier.stems, later.stems) >= SAME_WORDS) pairs.push([earlier.row, later.row])
      }
    })
  pairs.splice(0, pairs.length - limit)
  const answers = await answerStatements(ledger, pairs.flat())
  return pairs.map((_, i) => ({ type: 'wording-differs', earlier: answers[2 * i] as StatementAnswer, later: answers[2 * i + 1] as StatementAnswer }))
}
