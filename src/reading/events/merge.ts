import type { EventDraft } from './events.ts'
import { SYMMETRIC } from './nouns.ts'

/** Adds an event to those found, or joins it to an earlier mention of the same: the fullest stays. */
export function merge(found: EventDraft[], event: EventDraft) {
  const at = found.findIndex((other) => isSame(other, event))
  const other = found[at]
  if (!other) {
    found.push(event)
    return
  }
  const isFuller = other.actors.length === 0 && event.actors.length > 0
  const base = isFuller ? event : other
  const recipients = [
    ...base.recipients,
    ...(isFuller ? other : event).recipients.filter((member) => !base.recipients.includes(member) && !base.actors.includes(member)),
  ]
  found[at] = { ...base, recipients, when: other.when ?? event.when, where: other.where ?? event.where }
}

/** Whether two mentions tell one event: one type, a doer in common, nobody new on the other side. */
function isSame(other: EventDraft, event: EventDraft): boolean {
  if (other.type !== event.type) return false
  if (SYMMETRIC.has(event.type)) {
    const a = new Set([...other.actors, ...other.recipients])
    const b = [...event.actors, ...event.recipients]
    if (!b.some((member) => a.has(member))) return false
    if (event.when && other.when && event.when.slice(0, 10) !== other.when.slice(0, 10)) return false
    return b.every((member) => a.has(member)) || [...a].every((member) => b.includes(member))
  }
  if (!event.actors.some((member) => other.actors.includes(member))) return false
  // Two speech acts are two, unless one is only named again by a noun.
  if (event.statement !== null && other.statement !== null) return false
  if (event.status === 'denied' && other.status !== 'denied') return false
  return event.recipients.length === 0 || other.recipients.length === 0 || event.recipients.some((member) => other.recipients.includes(member))
}
