import { sql } from 'kysely'
import { fold } from '../fold.ts'
import type { WordQuery } from '../ledger/engine.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type FoundReport, pageReports } from '../ledger/queries/reports.ts'
import type { StatementRow } from '../ledger/tables.ts'
import { answerStatements, type StatementAnswer } from './statements.ts'

/**
 * How words stand in the record: `exact`, in a statement, letter for letter but for spelling that folds alike; `in-text`, in a
 * report but in nobody's mouth; `differs`, a statement says nearly this; `absent`.
 */
export type Verdict = 'exact' | 'in-text' | 'differs' | 'absent'
export interface Wording {
  readonly statement: StatementAnswer
  /** 0–1: the part of the asked words that stand there in order. */
  readonly share: number
  /** The asked words and those of the record in one line: kept, only asked, or only in the record. */
  readonly difference: readonly { readonly kind: 'same' | 'asked' | 'recorded'; readonly words: string }[]
}
export interface Verification {
  readonly verdict: Verdict
  readonly statements: readonly StatementAnswer[]
  readonly reports: readonly FoundReport[]
  readonly near: readonly Wording[]
}

const MOST = 20
/** Candidates that are compared, and the least that makes one of them the same quotation in other words. */
const CANDIDATES = 200
const LEAST = 0.5

/** Tells whether a quotation stands in the ledger, who said it and where, and where not, what differs in the nearest. */
export async function verifyQuotation(ledger: Ledger, quotation: string): Promise<Verification> {
  const words = ledger.stemmer.wordsOf(quotation)
  const none = { statements: [], reports: [], near: [] }
  if (words.forms.length === 0) return { verdict: 'absent', ...none }
  const exact = await statementsWith(ledger, { field: 'forms', all: [[[...words.forms]]] }, MOST)
  exact.sort((a, b) => a.moment - b.moment || a.key - b.key)
  if (exact.length > 0) return { verdict: 'exact', ...none, statements: await answerStatements(ledger, exact) }
  const { items: reports } = await pageReports(ledger, { words: quotation, isExact: true }, { limit: MOST })
  const near = await nearest(ledger, words.stems, words.forms)
  return { verdict: reports.length > 0 ? 'in-text' : near.length > 0 ? 'differs' : 'absent', statements: [], reports, near }
}

const statementsWith = ({ engine }: Ledger, query: WordQuery, limit: number): Promise<StatementRow[]> =>
  engine.database
    .selectFrom('statements')
    .selectAll()
    .where(sql<boolean>`key in ${engine.words.matching('line_words', query)}`)
    .where('state', '<>', 'rejected')
    .limit(limit)
    .execute()

/** All but `missing` of the words: of every `missing + 1` of them one must be there. */
const mostOf = (words: readonly string[], missing: number): string[][][] => {
  const choose = (from: number, count: number): string[][] =>
    count === 0 ? [[]] : words.slice(from).flatMap((word, i) => choose(from + i + 1, count - 1).map((rest) => [word, ...rest]))
  return choose(0, missing + 1).map((some) => some.map((word) => [word]))
}

/** Statements that share the longest words, which are the rarest: all but one of five, then two of four. */
async function nearest(ledger: Ledger, stems: readonly string[], forms: readonly string[]): Promise<Wording[]> {
  const longest = [...new Set(stems)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 5)
  const found = new Map<number, StatementRow>()
  for (const [words, missing] of [[longest, 1] as const, [longest.slice(0, 4), 2] as const]) {
    if (found.size >= CANDIDATES || words.length <= missing) break
    for (const row of await statementsWith(ledger, { field: 'stems', all: mostOf(words, missing) }, CANDIDATES)) found.set(row.key, row)
  }
  const ranked = [...found.values()]
    .map((row) => ({ row, ...compareWords(ledger, forms, row.quotation) }))
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.share - a.share || a.row.moment - b.row.moment)
    .slice(0, 5)
  const answers = await answerStatements(
    ledger,
    ranked.map(({ row }) => row),
  )
  return ranked.map(({ share, difference }, i) => ({ statement: answers[i] as StatementAnswer, share, difference }))
}

/** Lays two wordings beside each other by their longest common run of words in order. */
function compareWords({ stemmer }: Ledger, asked: readonly string[], quotation: string): Pick<Wording, 'share' | 'difference'> {
  const recorded = stemmer.wordsOf(quotation)
  const [a, b] = [asked.slice(0, 400).map(fold), recorded.forms.slice(0, 400)]
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number): number => table[i]?.[j] as number
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) (table[i] as Uint16Array)[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const difference: { kind: 'same' | 'asked' | 'recorded'; words: string }[] = []
  const push = (kind: 'same' | 'asked' | 'recorded', word: string) => {
    const last = difference.at(-1)
    if (last?.kind === kind) last.words += ` ${word}`
    else difference.push({ kind, words: word })
  }
  const written = (j: number) => quotation.slice(recorded.start[j], recorded.end[j])
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push('same', written(j))
      i++
      j++
    } else if (j < b.length && (i === a.length || at(i, j + 1) >= at(i + 1, j))) push('recorded', written(j++))
    else push('asked', a[i++] as string)
  }
  return { share: at(0, 0) / a.length, difference }
}
