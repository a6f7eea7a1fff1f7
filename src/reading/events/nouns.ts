import type { Frame } from '../../knowledge/frames.ts'
import type { EventType } from '../../record.ts'
import type { Member } from '../actors/cast.ts'
import { nounPhraseAt } from '../phrases/noun-phrases.ts'
import { subjectAfter, subjectBefore } from '../phrases/subjects.ts'
import { PREPOSITION, isClass } from '../phrases/page.ts'
import type { StatementDraft } from '../statements/statements.ts'
import { actorOf, adjectiveActors, fits, isActorPhrase, joinedActors, lastNamed, ownerOf, realActors } from './actors.ts'
import { type Governor, relativeOf } from './governors.ts'
import { fittingFrame, isPlace, membersOf, readSlots, type Slots } from './slots.ts'
import type { Stage } from './stage.ts'
import type { Trigger } from './triggers.ts'
import type { Roles } from './verbs.ts'

export const SYMMETRIC: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])
/** Acts of a statement whose source does what its content names: «أعلنت الوزارة طرد …». */
const OWN_DEEDS = new Set(['announce', 'promise', 'threaten', 'agree', 'admit', 'assert', 'deny', 'continue'])

/** A noun's roles, and how its doer was found: named by the noun's own phrase, by what it hangs on, or only implied. */
export interface NounRoles extends Roles {
  /** A relative clause tells the deed in the present («التي تشنها القوات»). */
  readonly isOngoing: boolean
  readonly found: 'phrase' | 'governor' | 'content' | 'clause' | 'none'
}

/** Reads the roles of a noun that names an event; null when no frame fits. */
export function rolesOfNoun(stage: Stage, trigger: Trigger, host: StatementDraft | null, governor: Governor | null, limit: number): NounRoles | null {
  const { page, cast } = stage
  const { token: t, word, to } = trigger
  const frame0 = trigger.frames[0] as Frame
  let found: NounRoles['found'] = 'none'
  const actors: Member[] = []
  const recipients: Member[] = []
  const add = (list: Member[], members: readonly Member[]) => {
    for (const member of members) if (!actors.includes(member) && !recipients.includes(member)) list.push(member)
  }
  // What the noun is annexed to: its doer, or whom it is done to.
  const isOpen = !word.article && !word.pronoun && page.best[to]?.preposition === '' && !page.best[to]?.conjunction && !isClass(page, to, PREPOSITION)
  const annexed = isOpen ? nounPhraseAt(page, to, limit) : null
  let next = to
  const annexedActors = annexed && isActorPhrase(annexed) ? joinedActors(stage, annexed, limit) : null
  const owner = annexed && !annexedActors?.members.length ? ownerOf(stage, annexed, limit) : null
  if (annexedActors && annexedActors.members.length > 0) next = annexedActors.to
  const behind = readSlots(page, next, limit, false)
  const slots = annexed && !annexedActors?.members.length ? { ...behind, phrases: new Map([...behind.phrases, ['object', [annexed]]]) } : behind
  if (annexedActors && annexedActors.members.length > 0) {
    const objectFirst =
      frame0.annexed === 'object' &&
      !frame0.recipient.some((marker) => marker !== 'object' && slots.phrases.has(marker)) &&
      !slots.phrases.has(page.knowledge.deeds.receiver)
    add(objectFirst ? recipients : actors, annexedActors.members)
  } else if (owner && frame0.annexed === 'object') add(recipients, [owner])
  if (word.pronoun?.person === 3) {
    const { pronoun } = word
    const meant = cast.ofPronoun(
      pronoun,
      t,
      realActors(stage).filter((member) => fits(member, pronoun)),
    )
    if (meant) add(frame0.annexed === 'object' && governor && governor.doers.length > 0 ? recipients : actors, [meant])
  }
  if (actors.length === 0) add(actors, adjectiveActors(stage, to, limit).members)
  const markers = new Set([
    ...slots.phrases.keys(),
    ...slots.pronouns.keys(),
    ...slots.seen,
    ...(actors.length > 0 ? ['subject'] : []),
    ...(recipients.length > 0 || (annexed && isOpen) || word.pronoun ? ['object'] : []),
  ])
  // Who did it is sign enough that the deed is meant, whatever else is left out.
  const early = actors.length === 0 ? relativeOf(stage, to, limit) : null
  if (frame0.event !== 'AGREE' && (actors.length > 0 || (early && early.doers.length > 0) || governor?.carriesOut))
    for (const { needs } of trigger.frames) for (const need of needs) markers.add(need)
  const frame = fittingFrame(trigger.frames, markers, slots)
  if (!frame) return null
  const { by } = page.knowledge.deeds
  const from = FROM_DOER.has(frame.event as EventType) && !word.article ? [by.split(' ')[0] as string] : []
  add(actors, membersOf(stage, slots, [...frame.actor.filter((marker) => marker !== 'subject'), by], t, limit, [...actors, ...recipients]))
  // «قصف من القوات», «دعوات من الأمم المتحدة»: an actor, not a place.
  if (actors.length === 0) add(actors, namedUnder(stage, slots, from))
  if (actors.length === 0 && word.pronoun && word.pronoun.number !== 'singular' && SYMMETRIC.has(frame.event as EventType)) {
    const pair = lastNamed(stage, t, 2)
    if (pair.length === 2) add(actors, pair)
  }
  if (actors.length > 0) found = 'phrase'
  const relative = early ?? (recipients.length === 0 ? relativeOf(stage, to, limit) : null)
  if (relative) {
    if (actors.length === 0 && relative.doers.length > 0) {
      add(actors, relative.doers)
      found = 'phrase'
    }
    add(recipients, relative.undergoers)
  }
  add(recipients, membersOf(stage, slots, frame.recipient, t, limit, [...actors, ...recipients]))
  // «الفصائل المدعومة من أنقرة»: the adjective tells of the phrase it stands behind.
  if (frame.recipient.includes('subject') && recipients.length === 0) add(recipients, described(stage, t))
  if (governor) {
    if (actors.length === 0 && governor.doers.length > 0 && (!word.article || governor.carriesOut)) {
      add(actors, governor.doers)
      if (actors.length > 0) found = 'governor'
    }
    if (governor.undergoers.length > 0 && !SYMMETRIC.has(frame.event as EventType)) add(recipients, governor.undergoers)
  }
  if (actors.length === 0 && host) {
    const isNear = t - host.from < 12
    if (host.act === 'accuse' && host.addressee && host.type !== 'direct' && isNear) {
      add(actors, [host.addressee])
      if (actors.length > 0) found = 'content'
    } else if (t - host.from <= 2 && host.source && OWN_DEEDS.has(host.act ?? '') && host.type !== 'direct') {
      add(actors, [host.source])
      if (actors.length > 0) found = 'content'
    }
  }
  if (actors.length === 0 && recipients.length === 0 && frame.event === 'CONSULT' && !word.article && isClass(page, t - 1, PREPOSITION)) {
    // «غادر بعد زيارة قصيرة»: the visit of who the clause is about.
    const other = subjectOfClause(stage, t, governor)
    if (other) {
      actors.push(other)
      found = 'clause'
    }
  }
  const isSymmetric = frame.symmetric || SYMMETRIC.has(frame.event as EventType)
  if (actors.length === 0 && isSymmetric && recipients.length > 0) {
    // «قبل اجتماع مع بوتين»: the other side is who the clause is about.
    const other = subjectOfClause(stage, t, governor)
    if (other && !recipients.includes(other)) {
      actors.push(other)
      found = 'clause'
    } else if (recipients.length > 1 || frame.event === 'AGREE') {
      actors.push(...recipients.splice(0))
      found = 'phrase'
    }
  }
  return {
    frame,
    actors,
    recipients: recipients.filter((member) => !actors.includes(member)),
    slots,
    isNamed: found === 'phrase',
    isOngoing: relative?.isOngoing ?? false,
    found,
  }
}

/** Types whose noun names its doer behind من. */
const FROM_DOER: ReadonlySet<EventType> = new Set(['ASSAULT', 'REQUEST', 'SUPPORT', 'ACCUSE', 'AID', 'THREATEN'])

/** The named actors under some markers, without the owners of things and without places. */
function namedUnder(stage: Stage, slots: Slots, markers: readonly string[]): Member[] {
  const found: Member[] = []
  for (const marker of markers)
    for (const phrase of slots.phrases.get(marker) ?? []) {
      const member = isPlace(phrase) && phrase.match?.form.kind === 'seat' ? null : actorOf(stage, phrase)
      if (member && !found.includes(member)) found.push(member)
    }
  return found
}

/** The actor whose phrase ends before an adjective or holds it. */
function described(stage: Stage, t: number): Member[] {
  const { page, mentions } = stage
  const phrase = mentions.phrases.findLast((candidate) => candidate.from < t && candidate.to >= t - 3)
  if (!phrase) return []
  const isNear = phrase.to >= t || page.tokens.kind[phrase.to] === 'mark' || phrase.to === t - 1
  const member = isNear && page.tokens.sentence[phrase.from] === page.tokens.sentence[t] ? actorOf(stage, phrase) : null
  return member ? [member] : []
}

/** Who the clause around a noun is about: the subject of its verb. */
function subjectOfClause(stage: Stage, t: number, governor: Governor | null): Member | null {
  const { page, cues, doers } = stage
  const from = page.sentences[page.tokens.sentence[t] as number]?.from ?? t
  if (governor?.verb) {
    const phrase = subjectAfter(page, governor.verb, t).phrase ?? subjectBefore(page, governor.verb)?.phrase ?? null
    const member = phrase && isActorPhrase(phrase) ? actorOf(stage, phrase) : null
    if (member) return member
  }
  for (let u = t - 1; u >= from; u--) {
    const known = cues.get(u)?.source ?? doers.get(u)?.[0]
    if (known) return known
  }
  return null
}
