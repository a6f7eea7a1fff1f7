import type { Frame } from '../../knowledge/frames.ts'
import type { Polarity } from '../../knowledge/stance.ts'
import { fold } from '../../fold.ts'
import type { Span } from '../../span.ts'
import type { Member } from '../actors/cast.ts'
import { isPolitical } from '../events/actors.ts'
import { doerOf } from '../events/doers.ts'
import type { EventDraft } from '../events/events.ts'
import { readSlots } from '../events/slots.ts'
import type { Stage } from '../events/stage.ts'
import type { NounPhrase } from '../phrases/noun-phrases.ts'
import { BARE_COMPLEMENTIZER, COMPLEMENTIZER, type FiniteVerb, isClass, NEGATION, type Page, SUBORDINATOR, verbAt } from '../phrases/page.ts'
import { findSetPhrase, phraseEndingAt } from '../phrases/subjects.ts'
import { sentenceEnd } from '../statements/content.ts'
import type { StatementDraft } from '../statements/statements.ts'
import { type IssueDraft, issueOf } from './issues.ts'
import { phraseTarget, targetEnd, targetSpan } from './targets.ts'
import { judgementOf, wishesOf } from './words.ts'

/** Where an actor stands, before ids: the line it is read from is a statement or an event. */
export interface PositionDraft {
  readonly holder: Member
  readonly target: Span
  readonly polarity: Polarity
  readonly conditional: boolean
  readonly statement: StatementDraft | null
  readonly event: EventDraft | null
  readonly why: string
  readonly confidence: number
  readonly issue: IssueDraft | null
}

/** A position before its issue is composed. */
type Found = Omit<PositionDraft, 'issue'>

/** Reads positions from statements, events and verbs of wanting; at most one for each holder, target and polarity. */
export function findPositions(stage: Stage, statements: readonly StatementDraft[], events: readonly EventDraft[]): PositionDraft[] {
  const found: Found[] = []
  const add = (draft: Found) => {
    if (!found.some((other) => other.holder === draft.holder && other.polarity === draft.polarity && overlaps(other.target, draft.target))) found.push(draft)
  }
  for (const statement of statements) for (const draft of fromStatement(stage, statement)) add(draft)
  for (const event of events) for (const draft of fromEvent(stage, event)) add(draft)
  for (const draft of fromVerbs(stage)) add(draft)
  return found.sort((a, b) => a.target[0] - b.target[0]).map((draft) => ({ ...draft, issue: issueOf(stage, draft.target) }))
}

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

function* fromStatement({ page }: Stage, statement: StatementDraft): Generator<Found> {
  const { source: holder, frame } = statement
  if (!holder) return
  const base = { holder, statement, event: null, conditional: isConditional(page, statement.from, statement.to) }
  for (const position of frame?.positions ?? []) {
    if (position.target !== 'content') continue
    const target = contentTarget(page, statement)
    if (target) yield { ...base, target, polarity: position.polarity, why: (frame as Frame).id, confidence: 0.7 }
  }
  for (const stand of wishesOf(page, statement)) yield { ...base, ...stand }
  const judgement = judgementOf(page, statement)
  if (judgement) yield { ...base, ...judgement }
}

/** The whole of what was asked, welcomed or refused: what stands behind the complementizer, or the noun phrase itself. */
function contentTarget(page: Page, statement: StatementDraft): Span | null {
  if (!statement.content[0]) return null
  let { from } = statement
  const isClause = isClass(page, from, COMPLEMENTIZER | BARE_COMPLEMENTIZER) && (page.tokens.form[from] as string).length <= 4
  if (isClause) from++
  // «أكد ضرورة …»: the need is no part of what is needed.
  const need = findSetPhrase(page, from, 'need')
  if (need) from = need.to
  return targetSpan(page, from, targetEnd(page, from, statement.to))
}

const isConditional = (page: Page, from: number, to: number): boolean => {
  for (let t = from; t < to; t++) if (findSetPhrase(page, t, 'condition')) return true
  return false
}

/** What a deed shows of its doer's stand: by its frame, and for help and support by whom it goes to. */
function* fromEvent({ page }: Stage, event: EventDraft): Generator<Found> {
  if (event.status === 'denied') return
  const { frame, slots, actors } = event
  const limit = sentenceEnd(page, event.token)
  const base = {
    statement: event.statement,
    event: event.statement ? null : event,
    conditional: event.status === 'conditional',
    why: frame.id,
    confidence: 0.65,
  }
  const positions =
    frame.positions.length > 0 || !HELPS.has(event.type) ? frame.positions : frame.recipient.map((target) => ({ polarity: 'supports' as const, target }))
  let isFound = false
  for (const { polarity, target: marker } of positions) {
    // What a request asks for stands under its own markers where no statement was read.
    const markers = marker !== 'content' ? [marker] : event.statement ? [] : frame.content
    for (const one of markers) {
      const target = one === 'subject' ? spanBefore(page, event) : targetOf(page, slots.phrases.get(one)?.[0], limit)
      if (!target || isFound) continue
      isFound = true
      for (const holder of actors) yield { ...base, holder, target, polarity }
    }
  }
}

const HELPS: ReadonlySet<string> = new Set(['AID', 'SUPPORT'])

const targetOf = (page: Page, phrase: NounPhrase | undefined, limit: number): Span | null => (phrase ? phraseTarget(page, phrase, limit) : null)

/** The phrase that an adjective like «المدعومة» tells of. */
function spanBefore(page: Page, { token }: EventDraft): Span | null {
  const phrase = phraseEndingAt(page, token) ?? (page.tokens.kind[token - 1] === 'mark' ? phraseEndingAt(page, token - 1) : null)
  return phrase ? [phrase.start, phrase.end] : null
}

/** «تسعى واشنطن إلى اتفاق»: verbs outside the frame book that want or fear what they take. */
function* fromVerbs(stage: Stage): Generator<Found> {
  const { page, hosts } = stage
  const { verbs } = page.knowledge.stance
  for (const [p, paragraph] of page.paragraphs.entries()) {
    if (page.asides[p]) continue
    for (let t = paragraph.from; t < paragraph.to; t++) {
      const verb = verbAt(page, t)
      if (!verb || verb.isAmbiguous) continue
      const standing = verb.word.verbs.map((form) => verbs.get(fold(form.lemma.text))).find((found) => found !== undefined)
      if (!standing || verb.form.agreement.person !== 3) continue
      const limit = Math.min(sentenceEnd(page, t), t + 40)
      const doer = doerOf(stage, verb, hosts[t] ?? null, limit)
      const holder = doer.isNamed ? doer.members[0] : undefined
      if (!holder || !isPolitical(page, holder)) continue
      const target = standingTarget(page, doer.next, limit, standing.markers)
      if (!target) continue
      const isNegated = isNegatedVerb(page, verb)
      const polarity: Polarity = isNegated ? (standing.polarity === 'supports' ? 'opposes' : 'supports') : standing.polarity
      for (const member of doer.members)
        yield {
          holder: member,
          target,
          polarity,
          conditional: false,
          statement: hosts[t] ?? null,
          event: null,
          why: `words/stance/stands for ${verb.form.lemma.text}`,
          confidence: 0.55,
        }
    }
  }
}

const isNegatedVerb = (page: Page, verb: FiniteVerb): boolean => {
  for (let u = verb.token - 1; u >= Math.max(0, verb.token - 2); u--) if (isClass(page, u, NEGATION) && !isClass(page, u, SUBORDINATOR)) return true
  return false
}

/** What a verb of wanting takes behind `from`: a clause with أن, a bare noun or one behind its preposition. */
function standingTarget(page: Page, from: number, limit: number, markers: readonly string[]): Span | null {
  if (markers.includes('clause') && isClass(page, from, COMPLEMENTIZER | BARE_COMPLEMENTIZER))
    return targetSpan(page, from + 1, targetEnd(page, from + 1, limit))
  const slots = readSlots(page, from, Math.min(limit, from + 14), true)
  for (const marker of markers) {
    const phrase = slots.phrases.get(marker)?.[0]
    if (phrase && phrase.from - from <= 6) return phraseTarget(page, phrase, limit)
  }
  return null
}
