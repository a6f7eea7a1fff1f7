import type { Frame } from '../../knowledge/frames.ts'
import type { Condition, EventStatus, EventType } from '../../record.ts'
import type { Span } from '../../span.ts'
import type { Cast, Member } from '../actors/cast.ts'
import type { Mentions } from '../actors/mentions.ts'
import type { Page } from '../phrases/page.ts'
import { findSetPhrase } from '../phrases/subjects.ts'
import { sentenceEnd } from '../statements/content.ts'
import type { StatementDraft } from '../statements/statements.ts'
import { governorOf } from './governors.ts'
import { merge } from './merge.ts'
import { rolesOfNoun } from './nouns.ts'
import { conditionOf, isBackground, placeOf, timeOf } from './setting.ts'
import type { Slots } from './slots.ts'
import { openStage, type Stage } from './stage.ts'
import { statusOf } from './status.ts'
import { type Trigger, triggerAt } from './triggers.ts'
import { rolesOfVerb } from './verbs.ts'

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
  readonly condition: Condition | null
  readonly confidence: number
  readonly slots: Slots
  /** The statement that the same word reports, if it does. */
  readonly statement: StatementDraft | null
}

/** Acts of a statement in whose content a bare noun is a goal, not a deed. */
const GOALS = new Set(['demand', 'feel', 'expect'])

/** Finds the events of a page in the order of their triggers, each once. O(tokens) but for the clause around each trigger. */
export function findEvents(page: Page, cast: Cast, mentions: Mentions, statements: readonly StatementDraft[]): EventDraft[] {
  const stage = openStage(page, cast, mentions, statements)
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
  if (isNoun && isGoal(page, t, host)) return null
  const governor = isNoun ? governorOf(stage, t, limit) : null
  const roles = isNoun ? rolesOfNoun(stage, trigger, host, governor, limit) : rolesOfVerb(stage, trigger, host, limit)
  if (!roles?.frame.event || roles.actors.length === 0) return null
  const { frame, actors, slots } = roles
  if (!isNoun) stage.doers.set(t, actors)
  const status = host?.act === 'deny' && !own ? 'denied' : statusOf(page, trigger, frame, governor)
  const when = timeOf(page, t)
  return {
    token: t,
    trigger: trigger.span,
    type: frame.event as EventType,
    mode: frame.mode,
    frame,
    actors,
    recipients: roles.recipients.filter((member) => !actors.includes(member)),
    status,
    when,
    where: placeOf(page, t),
    source: host && host !== own ? host.source : null,
    background: isBackground(page, when),
    condition: status === 'conditional' ? conditionOf(page, t, actors[0] ?? null) : null,
    confidence: isNoun ? 0.6 : 0.75,
    slots,
    statement: own,
  }
}

/** Whether a noun names a goal or a topic: in what somebody asks for or hopes, or right behind words that say so. */
function isGoal(page: Page, t: number, host: StatementDraft | null): boolean {
  if (host && GOALS.has(host.act ?? '') && host.type !== 'direct') return true
  for (let u = t - 1; u >= Math.max(0, t - 2); u--) if (page.tokens.sentence[u] === page.tokens.sentence[t] && findSetPhrase(page, u, 'goal')) return true
  return false
}
