import type { Frame } from '../../knowledge/frames.ts'
import type { EventStatus, Factuality } from '../../record.ts'
import {
  BARE_COMPLEMENTIZER,
  COMPLEMENTIZER,
  type FiniteVerb,
  FUTURE_PARTICLE,
  isClass,
  NEGATION,
  type Page,
  PERFECT_PARTICLE,
  SUBORDINATOR,
  verbAt,
} from '../phrases/page.ts'
import { findSetPhrase } from '../phrases/subjects.ts'
import type { Governor } from './governors.ts'
import type { Trigger } from './triggers.ts'

/** How far before a verb its particles stand, in tokens. */
const BEFORE = 3
/** How far before an act the words that plan, condition or doubt it may stand in its sentence. */
const REACH = 14

/** Whether a set phrase of a class stands before a token in its sentence, close enough to govern it. */
function governs(page: Page, t: number, name: string, reach: number = REACH): boolean {
  const from = Math.max(page.sentences[page.tokens.sentence[t] as number]?.from ?? 0, t - reach)
  for (let u = t - 1; u >= from; u--) {
    if (page.tokens.kind[u] === 'mark' && /^[«»"“”:.]$/.test(page.tokens.form[u] as string)) return false
    // «ما إذا كان»: whether, no condition.
    if (findSetPhrase(page, u, name) && !(name === 'condition' && u > 0 && isClass(page, u - 1, NEGATION) && isClass(page, u - 1, SUBORDINATOR))) return true
  }
  return false
}

/** What else than its own words tells the status of an act. */
export interface Around {
  readonly governor: Governor | null
  /** A relative clause tells a noun's deed in the present. */
  readonly isOngoing: boolean
  readonly when: string | null
}

/** The status of an act, from its own form, from what governs it, and from its time. */
export function statusOf(page: Page, trigger: Trigger, frame: Frame, around: Around): EventStatus {
  const status = trigger.verb ? statusOfVerb(page, trigger.token, trigger.verb, frame) : statusOfNoun(page, trigger, frame, around)
  const isOpen = (status === 'occurred' && !trigger.verb) || (status === 'ongoing' && trigger.verb !== null)
  return isOpen && isAfter(around.when, page.published) ? 'planned' : status
}

/** Whether a dated time lies behind the report's day. */
const isAfter = (when: string | null, published: string | null): boolean =>
  when !== null && published !== null && /^\d{4}-\d{2}-\d{2}/.test(when) && when.slice(0, 10) > published.slice(0, 10)

function statusOfVerb(page: Page, t: number, verb: FiniteVerb, frame: Frame): EventStatus {
  let isNegated = false
  for (let u = t - 1; u >= Math.max(0, t - BEFORE); u--) {
    if (page.tokens.kind[u] === 'mark') break
    // «ما» is mostly no negation: «ما دفع الحكومة».
    if (isClass(page, u, NEGATION) && !isClass(page, u, SUBORDINATOR)) isNegated = true
    if (isClass(page, u, FUTURE_PARTICLE)) return governs(page, t, 'condition') ? 'conditional' : 'planned'
    if (verb.form.tense === 'imperfect' && isClass(page, u, PERFECT_PARTICLE)) return 'conditional'
    const other = verbAt(page, u)
    if (other && !other.isAmbiguous && other.form.lemma.kind !== 'auxiliary') break
  }
  if (isNegated && !governs(page, t, 'continuation', 2)) return governs(page, t, 'condition', REACH) || follows(page, t, 'condition') ? 'conditional' : 'denied'
  if (governs(page, t, 'condition', 5)) return 'conditional'
  if (verb.word.future) return follows(page, t, 'condition') ? 'conditional' : 'planned'
  if (frame.status) return frame.status
  if (verb.form.tense === 'perfect' || verb.form.agreement.person === 1) return 'occurred'
  const afterThat = isClass(page, t - 1, COMPLEMENTIZER | BARE_COMPLEMENTIZER) && (page.tokens.form[t - 1] as string).length <= 3
  if (governs(page, t, 'possibility', 4)) return 'conditional'
  if (governs(page, t, 'planned', 5) || afterThat) return 'planned'
  return 'ongoing'
}

function statusOfNoun(page: Page, { token: t, to, word }: Trigger, frame: Frame, { governor, isOngoing }: Around): EventStatus {
  if (governs(page, t, 'possibility', 3) || governs(page, t, 'condition', 4)) return 'conditional'
  if (governs(page, t, 'planned', 4) || findSetPhrase(page, to, 'planned') || findSetPhrase(page, to + 1, 'planned')) return 'planned'
  if (governor?.isStillToDo || (governor?.isAnnounced && page.knowledge.deeds.announced.has(frame.event ?? '') && !word.pronoun)) return 'planned'
  if (governor?.isWeighed) return 'conditional'
  if (governs(page, t, 'continuation', 3) || isOngoing) return 'ongoing'
  if (governor?.verb?.word.future) return 'planned'
  if (findSetPhrase(page, t - 1, 'before')) return 'planned'
  if (governor?.verb && governor.verb.form.tense === 'imperfect' && (governor.carriesOut || governor.undergoers.length > 0)) return 'ongoing'
  return frame.status ?? 'occurred'
}

function follows(page: Page, t: number, name: string): boolean {
  const to = Math.min(page.sentences[page.tokens.sentence[t] as number]?.to ?? t, t + 25)
  for (let u = t + 1; u < to; u++) if (findSetPhrase(page, u, name)) return true
  return false
}

/** FactBank's value of a status, according to whoever tells it. */
export function factualityOf(status: EventStatus): Factuality {
  switch (status) {
    case 'occurred':
    case 'ongoing':
      return 'CT+'
    case 'planned':
      return 'PR+'
    case 'conditional':
      return 'PS+'
    case 'denied':
      return 'CT-'
    default:
      return status satisfies never
  }
}
