import type { Frame } from '../../knowledge/frames.ts'
import type { EventType } from '../../record.ts'
import type { Member } from '../actors/cast.ts'
import type { TokenRange } from '../document.ts'
import { type NounPhrase, nounPhraseAt } from '../phrases/noun-phrases.ts'
import { BARE_COMPLEMENTIZER, COMPLEMENTIZER, isClass, isMark, type Page, verbAt } from '../phrases/page.ts'
import { subjectAfter, subjectBefore } from '../phrases/subjects.ts'
import type { StatementDraft } from '../statements/statements.ts'
import { actorOf, isActorPhrase } from './actors.ts'
import { doerOf } from './doers.ts'
import { fittingFrame, joinSlots, membersOf, readSlots, type Slots } from './slots.ts'
import type { Stage } from './stage.ts'
import type { Trigger } from './triggers.ts'

/** Who takes part in an event, and the frame that says so. */
export interface Roles {
  readonly frame: Frame
  readonly actors: readonly Member[]
  readonly recipients: readonly Member[]
  readonly slots: Slots
  /** Whether the doer is named in the event's own clause. */
  readonly isNamed: boolean
}

/** Types of deeds, which no one does by words alone. */
const MATERIAL: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'AID', 'CONCEDE', 'RETREAT', 'MOBILIZE', 'PROTEST', 'AGREE'])

const isComma = (page: Page, t: number): boolean => isMark(page, t, '،') || isMark(page, t, ',')

/** Reads the roles of a verb or participle; null when no frame fits or nobody acts. */
export function rolesOfVerb(stage: Stage, trigger: Trigger, host: StatementDraft | null, limit: number): Roles | null {
  const { page, cast } = stage
  const { token: t, word, verb } = trigger
  const own = stage.cues.get(t) ?? null
  let actors: readonly Member[]
  let next = t + 1
  let antecedent: Member | null = null
  let isNamed = false
  let subjectFrom = t + 1
  if (verb) {
    const doer = doerOf(stage, verb, host, limit)
    // «أطلقت الصواريخ»: a thing behind a verb whose doer nobody named is what a passive is said of.
    if (doer.isPassiveLike && !own && trigger.frames.every((frame) => MATERIAL.has(frame.event as EventType) && !(frame.phrase.length > 0 && word.conjunction)))
      return null
    if (verb.form.agreement.person === 1 && !own && trigger.frames.every((frame) => frame.event !== 'REQUEST')) return null
    actors = doer.members
    next = doer.next
    antecedent = doer.object
    subjectFrom = doer.subjectFrom
    isNamed = doer.isNamed
  } else actors = subjectOfParticiple(stage, t)
  if (own?.source && !actors.includes(own.source)) {
    actors = [own.source]
    if (own.sourceSpan) next = Math.max(t + 1, behindSpan(page, t, own.sourceSpan[1], limit))
  }
  if (actors.length === 0 && !trigger.frames.some((frame) => !frame.actor.includes('subject'))) return null
  if (actors.length > 0) stage.doers.set(t, actors)
  // The comma that closes an apposition of the subject: «اتهم الوزير، سامي، المعارضة».
  if (next > t + 1 && isComma(page, next) && hasComma(page, t, next)) next++
  const behind = readSlots(page, next, limit, word.pronoun === null)
  // «اتصل بها الوزير»: what stands between verb and subject.
  const slots = subjectFrom > t + 1 ? joinSlots(readSlots(page, t + 1, subjectFrom, false), behind) : behind
  const markers = new Set([
    ...slots.phrases.keys(),
    ...slots.pronouns.keys(),
    ...slots.seen,
    ...(actors.length > 0 ? ['subject'] : []),
    ...(own || isClass(page, slots.to, COMPLEMENTIZER | BARE_COMPLEMENTIZER) ? ['clause'] : []),
    ...(own ? ['content'] : []),
    ...(word.pronoun || (verb && slots.phrases.has(page.knowledge.deeds.by)) ? ['object'] : []),
  ])
  const frame = fittingFrame(trigger.frames, markers, slots)
  if (!frame) return null
  if (frame.recipient.includes('subject')) {
    // A passive with its doer: «قتل برصاص الجيش».
    const doers = membersOf(stage, slots, [...frame.actor, page.knowledge.deeds.by], t, limit, actors)
    return { frame, actors: doers, recipients: actors, slots, isNamed: true }
  }
  if (verb && !own && takesObject(frame) && slots.phrases.has(page.knowledge.deeds.by) && !slots.phrases.has('object')) {
    // «اعتقل الناشط على يد الشرطة»: what stands as subject is whom it was done to.
    const doers = membersOf(stage, slots, [page.knowledge.deeds.by], t, limit, actors)
    if (doers.length > 0) return { frame, actors: doers, recipients: actors, slots, isNamed: true }
  }
  let recipients = membersOf(stage, slots, frame.recipient, t, limit, actors)
  if (recipients.length === 0 && own?.addressee && !actors.includes(own.addressee)) recipients = [own.addressee]
  if (recipients.length === 0 && word.pronoun?.person === 3 && takesObject(frame)) {
    const meant =
      antecedent ??
      cast.ofPronoun(
        word.pronoun,
        t,
        cast.members.filter((member) => !actors.includes(member)),
      )
    if (meant && !actors.includes(meant)) recipients = [meant]
  }
  const further = frame.actor.filter((marker) => marker !== 'subject')
  const more = membersOf(stage, slots, further, t, limit, actors)
  return { frame, actors: frame.actor.includes('subject') ? [...actors, ...more] : more, recipients, slots, isNamed }
}

const takesObject = (frame: Frame): boolean => frame.recipient.includes('object') || frame.needs.includes('object')

const hasComma = (page: Page, from: number, to: number): boolean => {
  for (let t = from; t < to; t++) if (isComma(page, t)) return true
  return false
}

/** The token behind a span that ends at a text offset, when it lies behind `t` in the clause. */
function behindSpan(page: Page, t: number, end: number, limit: number): number {
  let u = t + 1
  while (u < limit && (page.tokens.end[u] as number) <= end) u++
  return u
}

/** The subject of the latest verb before a participle in its sentence: «غادر الوزير، متهما …». */
function subjectOfParticiple(stage: Stage, t: number): readonly Member[] {
  const { page } = stage
  const from = (page.sentences[page.tokens.sentence[t] as number] as TokenRange).from
  for (let u = t - 1; u >= from; u--) {
    if ((stage.hosts[u] ?? null) !== (stage.hosts[t] ?? null)) continue
    const known = stage.cues.get(u)?.source
    if (known) return [known]
    const done = stage.doers.get(u)
    if (done && done.length > 0) return done
    const verb = verbAt(page, u)
    if (!verb || verb.form.agreement.person !== 3) continue
    const after = subjectAfter(page, verb, t).phrase
    if (verb.isAmbiguous && !(u === from && after && isActorPhrase(after))) continue
    const before = subjectBefore(page, verb)?.phrase ?? null
    const phrase: NounPhrase | null = [after, before].find((candidate) => candidate && isActorPhrase(candidate)) ?? null
    const member = phrase && isActorPhrase(phrase) ? actorOf(stage, phrase) : null
    if (member) return [member]
  }
  const first = nounPhraseAt(page, from, t)
  const member = first && isActorPhrase(first) ? actorOf(stage, first) : null
  return member ? [member] : []
}
