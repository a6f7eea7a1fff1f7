import type { Report } from '../record.ts'
import { actorIdOf } from './identity.ts'
import { cardOf, keepActors, keepOutlets } from './actors.ts'
import { moveLine } from './anchors.ts'
import { type Correction, isLineDeed, type LineDeed } from './correction.ts'
import { momentOf } from './days.ts'
import type { Database, Engine, IndexedWords } from './engine.ts'
import { actorsOfLine, type ActorCard, linesOf } from './lines.ts'
import { type LaidLine, layOver, type PlacedDeed } from './overlay.ts'
import { type Layers, storable } from './packing.ts'
import { firstLineOf, lastLineOf, projectLines, type Rows } from './project.ts'
import type { MentionRow, ReportActorRow } from './tables.ts'
import { type Stemmer, wordsIn } from './words.ts'

/** One report with all that decides what the ledger shows of it. */
export interface Showing {
  readonly report: number
  readonly identity: string
  readonly version: number
  /** As the columns hold it. */
  readonly current: Report
  readonly layers: Layers
  /** Active corrections of this report, in order. */
  readonly corrections: readonly Correction[]
  /** The texts of other versions that corrections stand on. */
  readonly textOf: (version: number) => string
  readonly isSuppressed: boolean
  readonly suppressedActors: ReadonlySet<string>
}

/** The lines of a report as they are shown, its actors, and the line corrections whose words are no longer in its text. */
export interface Shown {
  readonly lines: readonly LaidLine[]
  readonly cards: readonly ActorCard[]
  readonly lost: readonly string[]
  readonly actorOf: (local: string) => string
}

/** Lays the corrections of a report over its reading. Pure. */
export function showReport(showing: Showing): Shown {
  const { layers, identity, corrections, current } = showing
  const splits = new Map<string, ActorCard>()
  for (const { deed } of corrections) if (deed.action === 'split') splits.set(deed.actor, deed.as)
  const cards = new Map<string, ActorCard>()
  const ids = new Map<string, string>()
  for (const actor of layers.actors) {
    const own = actorIdOf(actor, identity)
    const card = splits.get(own) ?? cardOf(actor, own)
    ids.set(actor.id, card.id)
    if (!cards.has(card.id)) cards.set(card.id, card)
  }
  // What an issue is about and who sets a condition are given by name.
  for (const actor of layers.actors) if (!ids.has(actor.name)) ids.set(actor.name, ids.get(actor.id) as string)
  const actorOf = (local: string) => ids.get(local) ?? local
  const placed: PlacedDeed[] = []
  const lost: string[] = []
  for (const { id, deed } of corrections) {
    if (!isLineDeed(deed)) continue
    const from = deed.version === showing.version ? current.text : showing.textOf(deed.version)
    const moved = moveDeed(deed, from, current.text)
    if (moved === null) lost.push(id)
    else placed.push({ id, deed: moved })
    for (const card of deed.actors) if (!cards.has(card.id)) cards.set(card.id, card)
  }
  const laid = layOver(linesOf({ ...layers, ...current }, actorOf), placed)
  for (const { line } of laid)
    for (const id of actorsOfLine(line))
      if (!cards.has(id)) cards.set(id, { id, name: id, kind: 'group', catalogue: null, latin: { name: '', romanised: true }, aliases: [] })
  return { lines: laid, cards: [...cards.values()], lost, actorOf }
}

function moveDeed(deed: LineDeed, from: string, to: string): LineDeed | null {
  const before = 'before' in deed ? moveLine(from, to, deed.before) : null
  const line = 'line' in deed ? moveLine(from, to, deed.line) : null
  switch (deed.action) {
    case 'accept':
    case 'reject':
      return before && { ...deed, before }
    case 'edit':
      return before && line && { ...deed, before, line }
    case 'add':
      return line && { ...deed, line }
  }
}

/** A line hidden with its actor: whose words, deeds or position they are. */
const isOfActor = ({ line }: LaidLine, hidden: ReadonlySet<string>): boolean =>
  line.kind === 'statement'
    ? line.source !== null && hidden.has(line.source)
    : line.kind === 'event'
      ? line.actors.some((id) => hidden.has(id))
      : line.kind === 'position' && hidden.has(line.holder)

/** Takes out all rows that show the reports. */
export async function clearReports(engine: Engine, transaction: Database, reports: readonly number[]): Promise<void> {
  for (const report of reports) {
    const [first, last] = [firstLineOf(report), lastLineOf(report)]
    for (const table of ['statements', 'events', 'positions', 'times'] as const)
      await transaction.deleteFrom(table).where('key', '>=', first).where('key', '<=', last).execute()
    await transaction.deleteFrom('line_actors').where('line', '>=', first).where('line', '<=', last).execute()
    for (const table of ['report_actors', 'mentions'] as const) await transaction.deleteFrom(table).where('report', '=', report).execute()
    await engine.words.remove(transaction, 'line_words', first, last)
    await engine.words.remove(transaction, 'report_words', report, report)
  }
}

/** Writes the rows that show the reports; none may be there. */
export async function writeReports(engine: Engine, transaction: Database, showings: readonly Showing[], stemmer: Stemmer): Promise<void> {
  const visible = showings.filter(({ isSuppressed }) => !isSuppressed).map((showing) => ({ showing, shown: showReport(showing) }))
  const keys = await keepActors(
    engine,
    transaction,
    visible.flatMap(({ shown }) => shown.cards),
    stemmer,
  )
  const outlets = await keepOutlets(
    engine,
    transaction,
    visible.map(({ showing }) => showing.current.outlet).filter((name) => name !== null),
  )
  const keyOf = (id: string) => keys.get(id) as number
  const isKnown = (id: string) => keys.has(id)
  const stemsOf = (text: string) => stemmer.wordsOf(text).stems
  const rows: Rows = { statements: [], events: [], positions: [], times: [], line_actors: [], line_words: [], issues: [] }
  const reportWords: IndexedWords[] = []
  const reportActors: ReportActorRow[] = []
  const mentions: MentionRow[] = []
  for (const { showing, shown } of visible) {
    const { report, current, layers, suppressedActors } = showing
    const words = stemmer.wordsOf(current.text)
    const title = stemmer.wordsOf(current.title ?? '')
    const whole = wordsIn(words, [[0, current.text.length]])
    reportWords.push({ key: report, stems: [...title.stems, ...whole.stems], forms: [...title.forms, ...whole.forms] })
    const places = layers.actors.flatMap((actor) => actor.mentions.map(({ span, form }) => ({ actor: shown.actorOf(actor.id), span, form })))
    for (const { actor, span, form } of places) mentions.push({ report, actor: keyOf(actor), span_start: span[0], span_end: span[1], form })
    for (const actor of layers.actors)
      reportActors.push({ report, actor: keyOf(shown.actorOf(actor.id)), name: storable(actor.name), role: actor.role === null ? null : storable(actor.role) })
    const made = projectLines({
      report,
      outlet: current.outlet === null ? null : (outlets.get(current.outlet) as number),
      ...momentOf(current.published),
      text: current.text,
      words,
      lines: suppressedActors.size === 0 ? shown.lines : shown.lines.filter((line) => !isOfActor(line, suppressedActors)),
      mentions: places,
      keyOf,
      isKnown,
      stemsOf,
    })
    for (const table of Object.keys(rows) as (keyof Rows)[]) for (const row of made[table]) (rows[table] as unknown[]).push(row)
  }
  for (const table of ['statements', 'events', 'positions', 'times', 'line_actors'] as const) await engine.insert(transaction, table, rows[table])
  await engine.insert(transaction, 'issues', [...new Map(rows.issues.map((issue) => [issue.id, issue])).values()], true)
  await engine.insert(transaction, 'report_actors', reportActors)
  await engine.insert(transaction, 'mentions', mentions)
  await engine.words.add(transaction, 'line_words', rows.line_words)
  await engine.words.add(transaction, 'report_words', reportWords)
}
