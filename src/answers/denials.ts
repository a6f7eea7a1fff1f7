import { type Expression, type SqlBool, sql } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import { firstLineOf, lastLineOf } from '../ledger/project.ts'
import { both } from '../ledger/queries/conditions.ts'
import { linesByKey, pageLines } from '../ledger/queries/lines.ts'
import type { Page, PageRequest } from '../ledger/queries/page.ts'
import { statementConditions, type StatementFilter } from '../ledger/queries/statements.ts'
import type { EventRow, StatementRow } from '../ledger/tables.ts'
import { answerEvents, type EventAnswer } from './events.ts'
import { sharedWords } from './likeness.ts'
import { answerStatements, type StatementAnswer } from './statements.ts'

/** A denial with what it denies: events of the same report that are marked so, and statements before it on the same matter. */
export interface Denial {
  readonly denial: StatementAnswer
  readonly events: readonly EventAnswer[]
  readonly claims: readonly StatementAnswer[]
}

const DAY = 86_400
/** How long before a denial a claim is looked for, and how much of their words they share. */
const BEFORE = 14 * DAY
const LEAST = 0.25
/** A claim has one of this many of the denial's longest words. */
const LONGEST = 4
const MOST = 100
/** Each denial is a search of its own, so a page is shorter than elsewhere. */
const PAGE = 20

/** Denials, newest first, each with the claims it answers as far as the ledger holds them. */
export async function findDenials(ledger: Ledger, filter: Omit<StatementFilter, 'acts'> = {}, request: PageRequest = {}): Promise<Page<Denial>> {
  const { items, next } = await pageLines(ledger, 'statements', await statementConditions(ledger, { ...filter, acts: ['deny'] }), { limit: PAGE, ...request })
  const denials = await answerStatements(ledger, items)
  const claims: StatementRow[][] = []
  for (const row of items) claims.push(await claimsBefore(ledger, row))
  const events = items.length === 0 ? [] : await deniedEvents(ledger, items)
  const [claimAnswers, eventAnswers] = [await answerStatements(ledger, claims.flat()), await answerEvents(ledger, events)]
  let from = 0
  return {
    next,
    items: denials.map((denial, i) => {
      const count = claims[i]?.length ?? 0
      const own = claimAnswers.slice(from, from + count)
      from += count
      return { denial, claims: own, events: eventAnswers.filter((_, e) => events[e]?.denied_by === items[i]?.key) }
    }),
  }
}

async function deniedEvents({ engine }: Ledger, denials: readonly StatementRow[]): Promise<EventRow[]> {
  return engine.database
    .selectFrom('events')
    .selectAll()
    .where(
      'denied_by',
      'in',
      denials.map(({ key }) => key),
    )
    .where('state', '<>', 'rejected')
    .execute()
}

/** Statements of others in the days before that share the denial's words: those about who denies, or by anyone in the same report. */
async function claimsBefore(ledger: Ledger, denial: StatementRow): Promise<StatementRow[]> {
  const stems = ledger.stemmer.wordsOf(denial.quotation).stems
  if (denial.speaker === null || stems.length === 0) return []
  const own = sql`(select other.key from actors as own join actors as other on other.canonical = own.canonical where own.key = ${denial.speaker})`
  const longest = [...new Set(stems)].sort((a, b) => b.length - a.length).slice(0, LONGEST)
  const conditions: Expression<SqlBool>[] = [
    sql<SqlBool>`line.key in (
      select line from line_actors where actor in ${own} and part in ('about', 'addressee')
        and moment between ${denial.moment - BEFORE} and ${denial.moment + DAY}
      union select key from statements where key between ${firstLineOf(denial.report)} and ${lastLineOf(denial.report)})`,
    sql<SqlBool>`line.key in ${ledger.engine.words.matching('line_words', { field: 'stems', all: [longest.map((word) => [word])] })}`,
    sql<SqlBool>`line.state <> 'rejected'`,
    sql<SqlBool>`(line.act is null or line.act <> 'deny')`,
    sql<SqlBool>`(line.speaker is null or line.speaker not in ${own})`,
  ]
  const rows = await ledger.engine.database
    .selectFrom('statements as line')
    .selectAll('line')
    .where(both(conditions))
    .orderBy('line.moment', 'desc')
    .limit(MOST)
    .execute()
  return rows
    .map((row) => ({ row, share: sharedWords(stems, ledger.stemmer.wordsOf(row.quotation).stems) }))
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.share - a.share)
    .slice(0, 5)
    .map(({ row }) => row)
}

/** Whether a claim was denied: the denials in the days behind it that share its words. */
export async function findDenialsOf(ledger: Ledger, claim: number): Promise<StatementAnswer[]> {
  const row = (await linesByKey(ledger, 'statements', [claim])).get(claim)
  if (row === undefined) return []
  const stems = ledger.stemmer.wordsOf(row.quotation).stems
  const rows = await ledger.engine.database
    .selectFrom('statements')
    .selectAll()
    .where('act', '=', 'deny')
    .where('moment', '>=', row.moment - DAY)
    .where('moment', '<=', row.moment + BEFORE)
    .where('state', '<>', 'rejected')
    .limit(MOST)
    .execute()
  return answerStatements(
    ledger,
    rows.filter((denial) => denial.speaker !== row.speaker && sharedWords(stems, ledger.stemmer.wordsOf(denial.quotation).stems) >= LEAST),
  )
}
