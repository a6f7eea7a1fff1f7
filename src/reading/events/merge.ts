import type { Member } from '../actors/cast.ts'
import type { EventType } from '../../record.ts'
import type { EventDraft } from './events.ts'
import { SYMMETRIC } from './nouns.ts'

/** Types of which one actor does several in a report, told apart by whom they are aimed at. */
const AIMED_APART: ReadonlySet<EventType> = new Set(['ACCUSE', 'SANCTION'])

/** Adds an event to those found, or joins it to an earlier mention of the same: the fullest stays. */
export function merge(found: EventDraft[], event: EventDraft) {
  const at = found.findIndex((other) => isSame(other, event))
  const other = found[at]
  if (!other) {
    found.push(event)
    return
  }
  const isNew = (member: Member) => !other.recipients.includes(member) && !other.actors.includes(member)
  const recipients = other.recipients.length > 0 ? other.recipients : event.recipients.filter(isNew)
  found[at] = { ...other, recipients, when: other.when ?? event.when, where: other.where ?? event.where, again: [...other.again, event] }
}

const shares = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((x) => b.includes(x))

/** Whether two mentions tell one event: one type, a doer in common, and nobody on the other side who tells them apart. */
function isSame(other: EventDraft, event: EventDraft): boolean {
  if (other.type !== event.type) return false
  if (SYMMETRIC.has(event.type)) return isSameMeeting(other, event)
  // «استقالة كبير المستشارين»: a deed of one's own, named again by its noun.
  if (event.isNoun && event.frame.id === other.frame.id && event.frame.recipient.length === 0) return true
  if (event.type === 'ASSAULT') return isSameAttack(other, event)
  if (!shares(event.actors, other.actors)) return false
  if (!AIMED_APART.has(event.type)) return true
  return event.recipients.length === 0 || other.recipients.length === 0 || shares(event.recipients, other.recipients)
}

function isSameMeeting(other: EventDraft, event: EventDraft): boolean {
  const a = [...other.actors, ...other.recipients]
  const b = [...event.actors, ...event.recipients]
  const campsA = a.map(campOf)
  const campsB = b.map(campOf)
  if (!shares(a, b) && !(event.isNoun && campsB.length > 1 && campsB.every((camp) => campsA.includes(camp)))) return false
  if (event.isDefinite && event.frame.mode === other.frame.mode) return true
  if (event.when && other.when && event.when.slice(0, 10) !== other.when.slice(0, 10)) return false
  return campsB.every((camp) => campsA.includes(camp)) || campsA.every((camp) => campsB.includes(camp))
}

/** One actor attacks more than once: a verb tells a new attack, a noun or the same verb again an earlier one. */
function isSameAttack(other: EventDraft, event: EventDraft): boolean {
  if (!shares(event.actors.map(campOf), other.actors.map(campOf))) return false
  const isAimedAlike = event.recipients.length === 0 || other.recipients.length === 0 || shares(event.recipients.map(campOf), other.recipients.map(campOf))
  if (!isAimedAlike) return false
  if (event.when && other.when && event.when.slice(0, 4) !== other.when.slice(0, 4)) return false
  return event.isDefinite || event.frame.id === other.frame.id || deedOf(event) === deedOf(other)
}

/** What a frame names, without the verb that only carries it out: «شن غارات», «غارات». */
const deedOf = ({ frame }: EventDraft): string => frame.phrase.at(-1) ?? frame.lemma

/** The state or body that an actor acts for in meetings and attacks; itself when nobody else is known. */
const campOf = (member: Member): Member | string => (member.entry ? (member.entry.country ?? member.entry.offices[0]?.holder ?? member.entry.id) : member)
