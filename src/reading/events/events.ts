import type { Frame } from '../../knowledge/frames.ts'
import type { EventStatus, EventType } from '../../record.ts'
import type { Span } from '../../span.ts'
import type { Member } from '../actors/cast.ts'
import type { Page } from '../phrases/page.ts'
import { actorsWithin, canDo, isPolitical } from './actors.ts'
import { findSetPhrase } from '../phrases/subjects.ts'
import { sentenceEnd } from '../statements/content.ts'
import { isWordAt } from '../statements/cues.ts'
import type { StatementDraft } from '../statements/statements.ts'
import { type Governor, governorOf } from './governors.ts'
import { merge } from './merge.ts'
import { rolesOfNoun } from './nouns.ts'
import { type ConditionDraft, conditionOf, isBackground, placeOf, timeOf } from './setting.ts'
import type { Slots } from './slots.ts'
import type { Stage } from './stage.ts'
import { statusOf } from './status.ts'
import { type Trigger, triggerAt } from './triggers.ts'
import { type Roles, rolesOfVerb } from './verbs.ts'

/** An event before its actors have their final ids. */
export interface EventDraft {
  readonly token: number
  readonly trigger: Span
  readonly type: EventType
  readonly mode: string | null
  readonly frame: Frame
  readonly actors: readonly Member[]
  readonly recipients: readonly Member[]
  readonly status: EventStatus
  readonly when: string | null
  readonly where: string | null
  readonly source: Member | null
  readonly background: boolean
  readonly condition: ConditionDraft | null
  readonly confidence: number
  readonly slots: Slots
  /** The statement that the same word reports, if it does. */
  readonly statement: StatementDraft | null
  readonly isNoun: boolean
  /** A noun that takes its event for known: with article, owner or pronoun. */
  readonly isDefinite: boolean
  /** Later mentions of the same event. */
  readonly again: readonly EventDraft[]
}

/** How far behind its verb the noun of a phrase may stand. */
const PHRASE_REACH = 10
/** Acts of a statement in whose content a bare noun is a goal, not a deed. */
const GOALS = new Set(['demand', 'feel', 'expect'])

/** Finds the events of a page in the order of their triggers, each once. O(tokens) but for the clause around each trigger. */
export function findEvents(stage: Stage): EventDraft[] {
  const { page } = stage
  const found: EventDraft[] = []
  for (const [p, paragraph] of page.paragraphs.entries()) {
    if (page.asides[p]) continue
    for (let t = paragraph.from; t < paragraph.to; t++) {
      const trigger = triggerAt(page, t)
      if (!trigger) continue
      const event = readEvent(stage, trigger)
      if (event) merge(found, event)
    }
  }
  return found
}

function readEvent(stage: Stage, trigger: Trigger): EventDraft | null {
  const { page } = stage
  const { token: t } = trigger
  const own = stage.cues.get(t) ?? null
  const host = stage.hosts[t] ?? null
  const isNoun = trigger.kind === 'noun'
  const limit = Math.min(sentenceEnd(page, t), t + (isNoun ? 30 : 45))
  if (isQuestion(page, t)) return null
  const isAdjective = trigger.frames.some((frame) => frame.recipient.includes('subject'))
  if (isNoun && ((stage.isName[t] === 1 && !isAdjective) || stage.taken.has(t))) return null
  if (isNoun && isGoal(page, t, host)) return null
  const governor = isNoun ? governorOf(stage, t) : null
  if (isNoun && isPurpose(page, trigger, governor)) return null
  const roles = isNoun ? rolesOfNoun(stage, trigger, host, governor, limit) : rolesOfVerb(stage, trigger, host, limit)
  if (!roles?.frame.event || roles.actors.length === 0) return null
  if ((governor?.isRefused || governor?.isNegated) && !(isNoun && roles.isNamed)) return null
  // «لم تعلن روسيا انسحابها»: what nobody did.
  if (governor?.isNegated && (governor.carriesOut || governor.isStillToDo || governor.isAnnounced)) return null
  const { frame, actors, slots } = roles
  if (!isNoun) {
    stage.doers.set(t, actors)
    takePhrase(stage, t, frame)
  }
  if (![...actors, ...roles.recipients].some((member) => isPolitical(page, member))) return null
  if (!actors.some((member) => canDo(page, member, frame.doer))) return null
  // Support that goes to nobody is a topic.
  if (isNoun && (frame.event === 'SUPPORT' || frame.event === 'AID') && roles.recipients.length === 0) return null
  const recipients = roles.recipients.filter((member) => !actors.includes(member))
  const status =
    host?.act === 'deny' && !own
      ? 'denied'
      : statusOf(page, trigger, frame, { governor, isOngoing: 'isOngoing' in roles && roles.isOngoing === true, when: timeOf(page, t) })
  // What did not happen is told of somebody named, not of whoever was spoken of before.
  if (status === 'denied' && !isNoun && !(roles as Roles).isNamed) return null
  const when = timeOf(page, t)
  return {
    token: t,
    trigger: trigger.span,
    type: typeOf(frame, recipients),
    mode: frame.mode,
    frame,
    actors,
    recipients: recipients.length > 0 ? recipients : impliedRecipients(stage, t, frame, actors, own, slots),
    status,
    when,
    where: placeOf(page, t),
    source: host && host !== own ? host.source : null,
    background: isBackground(page, when),
    condition: status === 'conditional' ? conditionOf(page, t, actors[0] ?? null) : null,
    confidence: isNoun ? 0.6 : trigger.kind === 'participle' ? 0.7 : 0.75,
    slots,
    statement: own,
    isNoun,
    isDefinite: isNoun && (trigger.word.article || trigger.word.pronoun !== null),
    again: [],
  }
}

/** The type of an event; what is done to groups can be another one («تدعم واشنطن المقاتلين»). */
const typeOf = (frame: Frame, recipients: readonly Member[]): EventType =>
  (frame.eventForGroups && recipients.some(({ kind }) => kind === 'group') ? frame.eventForGroups : frame.event) as EventType

/** Marks the noun of a verb phrase, so that it tells no event of its own. */
function takePhrase({ page, taken }: Stage, t: number, frame: Frame) {
  const last = frame.phrase.at(-1)
  if (last === undefined) return
  for (let u = t + 1; u < Math.min(page.tokens.count, t + PHRASE_REACH); u++)
    if (isWordAt(page, u, last)) {
      taken.add(u)
      return
    }
}

/** Acts whose addressee a report often leaves to what is asked, blamed or praised. */
const AIMED = new Set<EventType>(['REQUEST', 'ACCUSE', 'REJECT', 'SUPPORT', 'THREATEN'])
/** How far into the words of such an act its addressee is named, in tokens. */
const NEAR = 14

/** Whom an act is aimed at where no slot says so: the first actor named in its own words. */
function impliedRecipients(stage: Stage, t: number, frame: Frame, actors: readonly Member[], own: StatementDraft | null, slots: Slots): Member[] {
  if (!frame.event || !AIMED.has(frame.event)) return []
  const from = own ? Math.max(t + 1, own.from) : t + 1
  const to = own ? Math.min(own.to, from + NEAR) : Math.min(slots.to, t + NEAR)
  const first = actorsWithin(stage, from, to).find((member) => !actors.includes(member))
  return first ? [first] : []
}

/** Whether a token stands in a question that is not quoted. */
function isQuestion(page: Page, t: number): boolean {
  const sentence = page.sentences[page.tokens.sentence[t] as number]
  const last = sentence ? (page.tokens.form[sentence.to - 1] ?? '') : ''
  return (page.quotationAt[t] as number) < 0 && /^[؟?]/.test(last)
}

/** «لدعم الحكومة»: a noun behind the ل of purpose is no deed, unless a decision or what someone underwent opens it. */
const isPurpose = (page: Page, { token, word }: Trigger, governor: Governor | null): boolean =>
  word.preposition !== '' &&
  word.preposition === page.knowledge.deeds.receiver &&
  !word.article &&
  !(governor && token - governor.token <= 3 && !governor.carriesOut)

/** Whether a noun names a goal or a topic: in what somebody asks for or hopes, or right behind words that say so. */
function isGoal(page: Page, t: number, host: StatementDraft | null): boolean {
  if (host && GOALS.has(host.act ?? '') && host.type !== 'direct') return true
  for (let u = t - 1; u >= Math.max(0, t - 2); u--) if (page.tokens.sentence[u] === page.tokens.sentence[t] && findSetPhrase(page, u, 'goal')) return true
  return false
}
