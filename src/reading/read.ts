import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Event, Notice, Position, Record, Report, Statement } from '../record.ts'
import { compareSpans } from '../span.ts'
import { type Member, openCast } from './actors/cast.ts'
import { findMentions } from './actors/mentions.ts'
import type { Text } from './document.ts'
import { denialsOf } from './events/denials.ts'
import { type EventDraft, findEvents } from './events/events.ts'
import { openStage } from './events/stage.ts'
import { factualityOf } from './events/status.ts'
import { findAsides } from './phrases/asides.ts'
import { openPage, type Page } from './phrases/page.ts'
import { issueId } from './positions/issues.ts'
import { findPositions, type PositionDraft } from './positions/positions.ts'
import { findStatements, type StatementDraft } from './statements/statements.ts'
import { readText } from './text/text.ts'
import { findTimes } from './times/times.ts'

/**
 * Reads one report into its record: the stages in order, each adding one layer. Pure: the same report and knowledge give the
 * same record. Never throws on a text; doubts are null fields and notices. O(length).
 */
export function read(report: Report, knowledge: Knowledge): Record {
  const document = readText(report.text, report.published)
  const times = findTimes(document, knowledge)
  const opened = openPage(document, times, knowledge)
  const page: Page = { ...opened, asides: findAsides(opened) }
  const cast = openCast(page)
  const mentions = findMentions(page, cast)
  const statements = findStatements(page, cast, mentions)

  const stage = openStage(page, cast, mentions, statements)
  const events = findEvents(stage)
  const positions = findPositions(stage, statements, events)

  const denials = denialsOf(page, events, statements)
  const denialOf = (draft: EventDraft) => {
    const denial = denials.get(draft)
    return denial ? `s${statements.indexOf(denial) + 1}` : null
  }

  const used = new Set<Member>()
  for (const { source, addressee, via } of statements) for (const member of [source, addressee, via]) if (member) used.add(member)
  for (const { actors, recipients, source } of events) for (const member of [...actors, ...recipients, source]) if (member) used.add(member)
  for (const { holder, issue } of positions) for (const member of [holder, ...(issue?.about ?? [])]) used.add(member)
  const { actors, idOf } = cast.finish(used)
  return {
    ...report,
    times,
    actors,
    statements: statements.map((draft, i) => finishStatement(draft, i, report, idOf)),
    events: events.map((draft, i) => finishEvent(draft, i, denialOf(draft), idOf)),
    positions: positions.map((draft) => finishPosition(draft, statements, events, idOf)),
    notices: noticesOf(document, times, statements.length),
  }
}

function finishStatement(draft: StatementDraft, i: number, report: Report, idOf: (member: Member) => string): Statement {
  const id = (member: Member | null) => (member ? idOf(member) : null)
  return {
    id: `s${i + 1}`,
    source: id(draft.source),
    sourceSpan: draft.sourceSpan,
    cue: draft.cue,
    content: draft.content,
    type: draft.type,
    addressee: id(draft.addressee),
    via: id(draft.via),
    act: draft.act,
    chain: [report.outlet, draft.via?.name, draft.source?.name].filter((name): name is string => typeof name === 'string'),
    when: draft.when,
    venue: draft.venue,
    why: draft.why,
    confidence: draft.confidence,
  }
}

function finishEvent(draft: EventDraft, i: number, deniedBy: string | null, idOf: (member: Member) => string): Event {
  return {
    id: `e${i + 1}`,
    type: draft.type,
    mode: draft.mode,
    trigger: draft.trigger,
    actors: draft.actors.map(idOf),
    recipients: draft.recipients.map(idOf),
    status: draft.status,
    factuality: factualityOf(draft.status),
    when: draft.when,
    where: draft.where,
    source: draft.source ? idOf(draft.source) : null,
    background: draft.background,
    condition: draft.condition && { ...draft.condition, setBy: draft.condition.setBy && idOf(draft.condition.setBy) },
    deniedBy,
    why: draft.frame.id,
    confidence: draft.confidence,
  }
}

function finishPosition(
  draft: PositionDraft,
  statements: readonly StatementDraft[],
  events: readonly EventDraft[],
  idOf: (member: Member) => string,
): Position {
  const evidence = draft.statement ? `s${statements.indexOf(draft.statement) + 1}` : draft.event ? `e${events.indexOf(draft.event) + 1}` : null
  return {
    holder: idOf(draft.holder),
    target: draft.target,
    polarity: draft.polarity,
    conditional: draft.conditional,
    evidence,
    issue: draft.issue && { id: issueId(draft.issue), concept: draft.issue.concept.name, about: draft.issue.about.map(idOf) },
    why: draft.why,
    confidence: draft.confidence,
  }
}

/** Doubts about the text, and why nothing was read where nothing was. */
function noticesOf(document: Text, times: Record['times'], statements: number): Notice[] {
  const notices: Notice[] = []
  const { tokens, quotations, overrides } = document
  for (const quotation of quotations)
    if (quotation.close < 0) notices.push({ code: 'quotation-unclosed', span: [tokens.start[quotation.open] as number, tokens.end[quotation.open] as number] })
  for (const span of overrides) notices.push({ code: 'bidi-override', span })
  for (const time of times) if (time.conflict) notices.push({ code: time.conflict, span: time.span })
  notices.sort((a, b) => (a.span && b.span ? compareSpans(a.span, b.span) : 0))
  if (document.published === null) notices.push({ code: 'no-published-date', span: null })
  if (statements === 0) notices.push({ code: reasonForNothing(document), span: null })
  return notices
}

function reasonForNothing(document: Text): Notice['code'] {
  const { tokens, sentences, paragraphs } = document
  let words = 0
  let foreign = 0
  for (const kind of tokens.kind) {
    if (kind === 'word') words++
    else if (kind === 'latin') foreign++
  }
  if (words + foreign === 0) return 'text-empty'
  if (foreign > words) return 'not-arabic'
  // Bare headlines: every paragraph one short line without a stop.
  if (paragraphs.length > 2 && sentences.length <= paragraphs.length && words / paragraphs.length < 12) return 'links-only'
  return 'no-reporting-verb'
}
