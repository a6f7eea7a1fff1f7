import { IsnadError } from '../errors.ts'
import { fold } from '../fold.ts'
import type { ActorKind } from '../record.ts'
import { applyCorrections } from './apply-corrections.ts'
import { checkLine } from './check-line.ts'
import { type Correction, correctionOfRow, createCorrection, type Deed, findActive } from './correction.ts'
import type { Ledger } from './ledger.ts'
import { type LinePlace, parseLineId } from './line-ids.ts'
import { type ActorCard, actorsOfLine, type EventLine, type Line, type PositionLine, spanOfLine, type StatementLine, type TimeLine } from './lines.ts'
import { storable } from './packing.ts'
import { showReport, type Showing, type Shown } from './show.ts'
import { loadShowings } from './showings.ts'

/** Who corrects, and why; `made` is now without it. */
export interface Author {
  readonly person: string
  readonly why?: string | null
  /** ISO 8601 in UTC, as `2015-11-16T08:30:00.000Z`. */
  readonly made?: string
}

/** Fields of a line to change; actors by their id, or by their name. */
export type LineChanges =
  | Partial<Omit<StatementLine, 'kind'>>
  | Partial<Omit<EventLine, 'kind'>>
  | Partial<Omit<PositionLine, 'kind'>>
  | Partial<Omit<TimeLine, 'kind'>>

interface Opened {
  readonly showing: Showing
  readonly shown: Shown
}

const missing = (what: string): never => {
  throw new IsnadError('ledger-line-missing', `The ledger holds no ${what}.`, 'isnad query --json gives the ids of lines, reports and actors.')
}

async function openReport({ engine }: Ledger, report: number): Promise<Opened> {
  const [showing] = await loadShowings(engine.database, [report])
  return showing === undefined ? missing(`report ${report}`) : { showing, shown: showReport(showing) }
}

function findLine({ shown }: Opened, { kind, start, end, nth, report }: LinePlace): Line {
  const there = shown.lines.filter(({ line }) => line.kind === kind && spanOfLine(line)[0] === start && spanOfLine(line)[1] === end)
  return there[nth - 1]?.line ?? missing(`${kind} at ${start}–${end} of report ${report}`)
}

/** Stores one deed and lets it show. */
async function commit(ledger: Ledger, deed: Deed, { person, why = null, made }: Author): Promise<Correction> {
  if (person.trim() === '') throw new IsnadError('correction-invalid', 'A correction needs the name of the person who makes it.', 'Give --by NAME.')
  const correction = createCorrection(deed, person, made ?? ledger.now().toISOString(), why)
  await applyCorrections(ledger, [correction])
  return correction
}

const cardsFor = (line: Line, cards: readonly ActorCard[]): ActorCard[] => cards.filter(({ id }) => actorsOfLine(line).includes(id))

/** Confirms a line as it stands. */
export async function acceptLine(ledger: Ledger, id: string, author: Author): Promise<Correction> {
  return confirm(ledger, 'accept', id, author)
}

/** Says that a line is not so. It is kept, and found where rejected lines are asked for. */
export async function rejectLine(ledger: Ledger, id: string, author: Author): Promise<Correction> {
  return confirm(ledger, 'reject', id, author)
}

async function confirm(ledger: Ledger, action: 'accept' | 'reject', id: string, author: Author): Promise<Correction> {
  const place = parseLineId(id)
  const opened = await openReport(ledger, place.report)
  const before = findLine(opened, place)
  const { report, version } = opened.showing
  return commit(ledger, { action, report, version, before, actors: cardsFor(before, opened.shown.cards) }, author)
}

/**
 * Changes fields of a line.
 * @throws IsnadError `correction-invalid` where a value does not fit the record's format.
 */
export async function editLine(ledger: Ledger, id: string, changes: LineChanges, author: Author): Promise<Correction> {
  const place = parseLineId(id)
  const opened = await openReport(ledger, place.report)
  const before = findLine(opened, place)
  const { report, version, current } = opened.showing
  const cards = [...opened.shown.cards]
  const line = checkLine(await nameKnown(ledger, { ...before, ...changes } as Line, cards), current.text)
  return commit(ledger, { action: 'edit', report, version, before, line, actors: [...new Set([...cardsFor(before, cards), ...cardsFor(line, cards)])] }, author)
}

/** Adds a line that the machine did not find. */
export async function addLine(ledger: Ledger, report: number, line: Line, author: Author): Promise<Correction> {
  const { showing, shown } = await openReport(ledger, report)
  const cards = [...shown.cards]
  const named = checkLine(await nameKnown(ledger, { ...line, why: 'person', confidence: 1 }, cards), showing.current.text)
  return commit(ledger, { action: 'add', report, version: showing.version, line: named, actors: cardsFor(named, cards) }, author)
}

/** Takes two actors for one: all lines of `actor` are shown as those of `into`. */
export async function mergeActors(ledger: Ledger, actor: string, into: string, author: Author): Promise<Correction> {
  const [from, to] = [await actorId(ledger, actor), await actorId(ledger, into)]
  if (from === to) throw new IsnadError('correction-invalid', `«${actor}» and «${into}» are the same actor.`, 'Give two actors.')
  return commit(ledger, { action: 'merge', actor: from, into: to }, author)
}

/** Says that in one report the name means someone else: a new actor of its own, or one the ledger knows. */
export async function splitActor(
  ledger: Ledger,
  actor: string,
  report: number,
  as: { readonly id?: string; readonly name: string },
  author: Author,
): Promise<Correction> {
  const from = await actorId(ledger, actor)
  const { shown } = await openReport(ledger, report)
  const card = shown.cards.find(({ id }) => id === from) ?? missing(`actor «${actor}» in report ${report}`)
  const id = as.id ?? `${card.kind}:${fold(as.name).replace(/\s+/g, '-')}@${report}`
  return commit(ledger, { action: 'split', report, actor: from, as: { ...card, id: storable(id), name: as.name, catalogue: null, aliases: [] } }, author)
}

export const renameActor = async (ledger: Ledger, actor: string, name: string, author: Author): Promise<Correction> =>
  commit(ledger, { action: 'rename-actor', actor: await actorId(ledger, actor), name }, author)

export async function renameIssue(ledger: Ledger, issue: string, name: string, author: Author): Promise<Correction> {
  const found = await ledger.engine.database.selectFrom('issues').select('id').where('id', '=', issue).executeTakeFirst()
  return commit(ledger, { action: 'rename-issue', issue: found?.id ?? missing(`issue «${issue}»`), name }, author)
}

/** Hides a report with all its lines; its text, hash and the reason are kept. */
export async function suppressReport(ledger: Ledger, report: number, author: Author): Promise<Correction> {
  const row = await ledger.engine.database
    .selectFrom('reports')
    .innerJoin('report_versions', 'report_versions.key', 'reports.version')
    .select('hash')
    .where('reports.key', '=', report)
    .executeTakeFirst()
  return commit(ledger, { action: 'suppress-report', report, hash: row?.hash ?? missing(`report ${report}`) }, author)
}

/** Hides an actor's statements, deeds and positions, in all reports and in those to come. */
export const suppressActor = async (ledger: Ledger, actor: string, author: Author): Promise<Correction> =>
  commit(ledger, { action: 'suppress-actor', actor: await actorId(ledger, actor) }, author)

/** Takes a correction back, or, without an id, the person's last that holds; undoing an undo brings it in again. */
export async function undoCorrection(ledger: Ledger, id: string | null, author: Author): Promise<Correction> {
  const rows = await ledger.engine.database.selectFrom('corrections').selectAll().execute()
  const all = rows.map(correctionOfRow)
  const target =
    id === null
      ? findActive(all)
          .filter(({ person }) => person === author.person)
          .at(-1)
      : all.find((correction) => correction.id === id)
  if (target === undefined) return missing(id === null ? `correction by ${author.person} that could be undone` : `correction «${id}»`)
  const report = 'report' in target.deed ? target.deed.report : null
  return commit(ledger, { action: 'undo', correction: target.id, report }, author)
}

async function actorId({ engine }: Ledger, asked: string): Promise<string> {
  const row = await engine.database.selectFrom('actors').select('id').where('id', '=', asked).executeTakeFirst()
  return row?.id ?? missing(`actor with the id «${asked}»`)
}

/** Puts ids where a person gave names; an actor whom nobody knows is made, and its card added. */
async function nameKnown({ engine }: Ledger, line: Line, cards: ActorCard[]): Promise<Line> {
  const known = new Map<string, string>()
  for (const asked of actorsOfLine(line)) known.set(asked, await cardId(asked))
  const id = (asked: string) => known.get(asked) ?? asked
  const idOrNull = (asked: string | null) => (asked === null ? null : id(asked))
  switch (line.kind) {
    case 'statement':
      return { ...line, source: idOrNull(line.source), addressee: idOrNull(line.addressee), via: idOrNull(line.via) }
    case 'event':
      return { ...line, actors: line.actors.map(id), recipients: line.recipients.map(id), source: idOrNull(line.source) }
    case 'position':
      return { ...line, holder: id(line.holder) }
    case 'time':
      return line
  }

  async function cardId(asked: string): Promise<string> {
    const name = fold(asked)
    const here = cards.find((card) => card.id === asked || fold(card.name) === name || card.aliases.some((alias) => fold(alias) === name))
    if (here !== undefined) return here.id
    const row = await engine.database.selectFrom('actors').selectAll().where('id', '=', asked).executeTakeFirst()
    const card: ActorCard =
      row === undefined
        ? { id: `person:${name.trim().replace(/\s+/g, '-')}`, name: asked, kind: 'person', catalogue: null, latin: { name: '', romanised: true }, aliases: [] }
        : {
            id: row.id,
            name: row.name,
            kind: row.kind as ActorKind,
            catalogue: row.catalogue,
            latin: { name: row.latin, romanised: row.romanised === 1 },
            aliases: [],
          }
    cards.push(card)
    return card.id
  }
}
