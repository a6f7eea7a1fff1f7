// `npx tsx bench/ledger.ts [COUNT…] [FILES…]`: how fast the ledger takes reports in, what they take on disk, and how long each
// kind of question takes, in SQLite and in PostgreSQL. ISNAD_CORPUS names the reports; see bench/README.md.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChanges } from '../src/answers/changes.ts'
import { findDenials } from '../src/answers/denials.ts'
import { findDisagreements } from '../src/answers/disagreements.ts'
import { countEvents, findEvents } from '../src/answers/events.ts'
import { findPlans } from '../src/answers/plans.ts'
import { findPositions } from '../src/answers/positions.ts'
import { findSides } from '../src/answers/sides.ts'
import { countStatements, findStatements } from '../src/answers/statements.ts'
import { verifyQuotation } from '../src/answers/verify.ts'
import { loadKnowledge } from '../src/knowledge/load.ts'
import { type Ledger, openLedger } from '../src/ledger/ledger.ts'
import { startPostgres } from '../src/ledger/postgres.fixture.ts'
import { listActors } from '../src/ledger/queries/actors.ts'
import { countReports, pageReports } from '../src/ledger/queries/reports.ts'
import { nameReader } from '../src/ledger/readers.ts'
import { EVENT_TYPES, type Record, STATEMENT_ACTS } from '../src/record.ts'
import { read } from '../src/reading/read.ts'
import { chooseCorpus, nameCorpus, streamReports } from './corpus.ts'

const BATCH = 100
const ROUNDS = 20

interface Samples {
  readonly speakers: readonly string[]
  readonly words: readonly string[]
  readonly quotations: readonly string[]
  readonly days: readonly string[]
  readonly outlets: readonly string[]
}

/** Names, words and quotations to ask for: the most frequent among them, which cost most. */
async function takeSamples(ledger: Ledger): Promise<Samples> {
  const { database } = ledger.engine
  const speakers = await listActors(database, ledger.stemmer, null, ROUNDS)
  const rows = await database.selectFrom('statements').select(['quotation', 'day']).orderBy('key').limit(4000).execute()
  const counts = new Map<string, number>()
  for (const { quotation } of rows)
    for (const word of ledger.stemmer.wordsOf(quotation).stems) if (word.length > 2) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
  const spread = <Item>(items: readonly Item[]): Item[] => Array.from({ length: ROUNDS }, (_, i) => items[Math.floor((i * items.length) / ROUNDS)] as Item)
  return {
    speakers: speakers.map(({ name }) => name),
    words: words.slice(0, ROUNDS),
    quotations: spread(rows).map(({ quotation }) => quotation),
    days: spread(rows).map(({ day }) => day ?? '2015-01-01'),
    outlets: (await database.selectFrom('outlets').select('name').execute()).map(({ name }) => name),
  }
}

/** Every kind of question; round `i` asks for another name, word or day. */
const questions = (
  ledger: Ledger,
  { speakers, words, quotations, days, outlets }: Samples,
): readonly (readonly [name: string, ask: (i: number) => Promise<unknown>])[] => {
  const at = (list: readonly string[], i: number) => list[i % list.length] as string
  return [
    ['newest statements', () => findStatements(ledger)],
    ['statements by speaker', (i) => findStatements(ledger, { speaker: at(speakers, i) })],
    ['statements about an actor', (i) => findStatements(ledger, { about: at(speakers, i) })],
    ['statements by a frequent word', (i) => findStatements(ledger, { words: at(words, i) })],
    ['statements by two words', (i) => findStatements(ledger, { words: `${at(words, i)} ${at(words, i + 7)}` })],
    ['statements by words as written', (i) => findStatements(ledger, { words: at(words, i), isExact: true })],
    ['statements of a day by outlet', (i) => findStatements(ledger, { from: at(days, i), to: at(days, i), outlets: [at(outlets, i)] })],
    ['statements by act', (i) => findStatements(ledger, { acts: [STATEMENT_ACTS[i % STATEMENT_ACTS.length] as (typeof STATEMENT_ACTS)[number]] })],
    ['count of statements by a word', (i) => countStatements(ledger, { words: at(words, i) })],
    ['events by type', (i) => findEvents(ledger, { types: [EVENT_TYPES[i % EVENT_TYPES.length] as (typeof EVENT_TYPES)[number]] })],
    ['events by actor', (i) => findEvents(ledger, { participant: at(speakers, i) })],
    ['events by place and time', (i) => findEvents(ledger, { place: at(speakers, i), happenedFrom: at(days, i) })],
    ['count of events by a word', (i) => countEvents(ledger, { words: at(words, i) })],
    ['positions over time', (i) => findPositions(ledger, { holder: at(speakers, i) }, { isAscending: true })],
    ['changes and contradictions', (i) => findChanges(ledger, { holder: at(speakers, i) })],
    ['sides on an issue', (i) => findSides(ledger, { issue: at(words, i) })],
    ['claims and denials', () => findDenials(ledger)],
    ['plans and what became of them', () => findPlans(ledger)],
    ['disagreements of outlets', (i) => findDisagreements(ledger, { participant: at(speakers, i) })],
    ['reports by a frequent word', (i) => pageReports(ledger, { words: at(words, i) }, {})],
    ['count of all reports', () => countReports(ledger, {})],
    ['actors by name', (i) => listActors(ledger.engine.database, ledger.stemmer, at(speakers, i), 50)],
    ['verify a quotation', (i) => verifyQuotation(ledger, at(quotations, i))],
    ['verify a changed quotation', (i) => verifyQuotation(ledger, at(quotations, i).split(' ').slice(0, 12).reverse().join(' '))],
  ]
}

async function time(ask: (i: number) => Promise<unknown>): Promise<{ median: number; worst: number }> {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const begun = performance.now()
    await ask(i)
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  return { median: times[ROUNDS >> 1] as number, worst: times.at(-1) as number }
}

const knowledge = loadKnowledge()
const reader = nameReader('0.1.0', knowledge)
const numbers = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument))
const sizes = numbers.length > 0 ? numbers.map(Number) : [10_000, 20_000]
const paths = chooseCorpus(process.argv.slice(2).filter((argument) => !/^\d+$/.test(argument)))

/** One ledger under measurement. */
interface Measured {
  readonly ledger: Ledger
  storing: number
  readonly loading: string[]
  readonly answers: Map<number, Map<string, string>>
}

/** Asks every question of a ledger, and notes what loading took until now. */
async function ask(measured: Measured, count: number, reading: number): Promise<void> {
  const { ledger, storing, loading, answers } = measured
  const tidying = performance.now()
  await ledger.engine.tidy()
  measured.storing += performance.now() - tidying
  const stored = await countReports(ledger, {})
  const bytes = await ledger.engine.size()
  const seconds = (reading + storing) / 1000
  loading.push(
    `${stored} stored of ${count} in ${seconds.toFixed(1)} s (reading ${(reading / 1000).toFixed(1)}, storing ${(storing / 1000).toFixed(1)}): ${(count / seconds).toFixed(0)} reports/s, ${(bytes / stored / 1000).toFixed(1)} kB a report`,
  )
  const samples = await takeSamples(ledger)
  const times = new Map<string, string>()
  for (const [name, question] of questions(ledger, samples)) {
    const { median, worst } = await time(question)
    times.set(name, `${median.toFixed(1)} / ${worst.toFixed(1)}`)
  }
  answers.set(count, times)
}

/** Reads each report once and stores it in every ledger; asks at the sizes asked for. A corpus that is too small goes round again under other ids. */
async function measure(ledgers: readonly Measured[]): Promise<void> {
  let [reading, count] = [0, 0]
  const seen = new Set<string>()
  let batch: Record[] = []
  const flush = async () => {
    for (const measured of ledgers) {
      const begun = performance.now()
      await measured.ledger.store(batch, reader)
      measured.storing += performance.now() - begun
    }
    batch = []
  }
  for await (const report of streamReports(paths, sizes.at(-1) ?? 0)) {
    const isAgain = seen.has(report.id)
    seen.add(report.id)
    const begun = performance.now()
    batch.push(read(isAgain ? { ...report, id: `${report.id}/${count}`, title: `${count}`, url: null } : report, knowledge))
    reading += performance.now() - begun
    count++
    if (batch.length >= BATCH) await flush()
    if (!sizes.includes(count)) continue
    await flush()
    for (const measured of ledgers) await ask(measured, count, reading)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'))
const results = new Map<string, Measured>()
const open = async (name: string, address: string) =>
  void results.set(name, { ledger: await openLedger(address, knowledge), storing: 0, loading: [], answers: new Map() })
console.log(`${nameCorpus(paths)}: ${sizes.join(' and ')} reports; milliseconds, median / worst of ${ROUNDS}\n`)
const server = await startPostgres()
try {
  await open('SQLite', join(folder, 'ledger.isnad'))
  await open('PostgreSQL', await server.createDatabase())
  await measure([...results.values()])
} finally {
  for (const { ledger } of results.values()) await ledger.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
for (const [name, { loading }] of results) for (const line of loading) console.log(`${name.padEnd(12)}${line}`)
const columns = [...results].flatMap(([name, { answers }]) => [...answers].map(([size, times]) => ({ title: `${name} ${size}`, times })))
console.log(`\n${''.padEnd(34)}${columns.map(({ title }) => title.padStart(18)).join('')}`)
for (const name of columns[0]?.times.keys() ?? []) console.log(`${name.padEnd(34)}${columns.map(({ times }) => (times.get(name) ?? '').padStart(18)).join('')}`)
