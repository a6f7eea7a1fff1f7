import type { Frame } from '../../knowledge/frames.ts'
import type { Condition, EventStatus, EventType } from '../../record.ts'
import type { Span } from '../../span.ts'
import type { Cast, Member } from '../actors/cast.ts'
import type { Mentions } from '../actors/mentions.ts'
import { type NounPhrase, nounPhraseAt } from '../phrases/noun-phrases.ts'
import { type FiniteVerb, isClass, type Page, RELATIVE, verbAt } from '../phrases/page.ts'
import { findSetPhrase, phraseEndingAt, subjectOf } from '../phrases/subjects.ts'
import { isComma, sentenceEnd } from '../statements/content.ts'
import type { StatementDraft } from '../statements/statements.ts'
import { conditionOf, placeOf, timeOf } from './setting.ts'
import { adjectiveOwner, fittingFrame, isActorPhrase, membersOf, readSlots, type Slots } from './slots.ts'
import { governingVerb, statusOf } from './status.ts'
import { type Trigger, triggerAt } from './triggers.ts'

/** An event before its actors have their final ids. */
export interface EventDraft {
  readonly token: number
  readonly trigger: Span
  readonly type: EventType
  readonly mode: string | null
  readonly frame: Frame
  readonly actors: Member[]
  readonly recipients: Member[]
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
const GOALS = new Set(['demand', 'promise', 'feel', 'threaten', 'expect'])
const SYMMETRIC = new Set<EventType>(['CONSULT', 'AGREE', 'COOPERATE'])

/** Finds the events of a page in the order of their triggers, each once. */
export function findEvents(page: Page, cast: Cast, mentions: Mentions, statements: readonly StatementDraft[]): EventDraft[] {
  const found: EventDraft[] = []
  for (const [p, paragraph] of page.paragraphs.entries()) {
    if (page.asides[p]) continue
    for (let t = paragraph.from; t < paragraph.to; t++) {
      const trigger = triggerAt(page, t)
      if (!trigger) continue
      const event = readEvent(page, cast, mentions, statements, trigger)
      if (event) merge(found, event)
    }
  }
  return found
}

function readEvent(page: Page, cast: Cast, mentions: Mentions, statements: readonly StatementDraft[], trigger: Trigger): EventDraft | null {
  const { token: t } = trigger
  const own = statements.find((statement) => statement.cueToken === t) ?? null
  const host = hostOf(statements, t)
  const read = trigger.kind === 'noun' ? readNoun(page, cast, mentions, trigger, host) : readVerb(page, cast, mentions, trigger, own, host)
  if (!read) return null
  const { frame, actors, recipients, slots } = read
  if (actors.length === 0 || !frame.event) return null
  const status = statusOf(page, { ...trigger, frame })
  const when = timeOf(page, t)
  return {
    token: t,
    trigger: trigger.span,
    type: frame.event,
    mode: frame.mode,
    frame,
    actors,
    recipients: recipients.filter((member) => !actors.includes(member)),
    status,
    when,
    where: placeOf(page, t),
    source: host && host !== own ? host.source : null,
    background: isBackground(page, when),
    condition: status === 'conditional' ? conditionOf(page, t, actors[0] ?? null) : null,
    confidence: trigger.kind === 'noun' ? 0.6 : 0.75,
    slots,
    statement: own,
  }
}

/** The innermost statement whose reported words hold a token. */
function hostOf(statements: readonly StatementDraft[], t: number): StatementDraft | null {
  let host: StatementDraft | null = null
  for (const statement of statements)
    if (t >= statement.from && t < statement.to && statement.cueToken !== t && (!host || statement.from >= host.from)) host = statement
  return host
}

interface Roles {
  readonly frame: Frame
  readonly actors: Member[]
  readonly recipients: Member[]
  readonly slots: Slots
}

function readVerb(page: Page, cast: Cast, mentions: Mentions, trigger: Trigger, own: StatementDraft | null, host: StatementDraft | null): Roles | null {
  const { token: t, word } = trigger
  const limit = Math.min(sentenceEnd(page, t), t + 45)
  const isFirst = trigger.verb?.form.agreement.person === 1
  if (trigger.verb && trigger.verb.form.agreement.person === 2) return null
  const subject = trigger.verb ? subjectOf(page, trigger.verb, limit) : null
  let phrase = subject?.phrase ?? null
  // An antecedent that is the object: «مقاتلون تدعمهم واشنطن».
  const next = subject && subject.phrase && !subject.isBefore ? subject.phrase.to : t + 1
  let actors: Member[] = []
  if (own?.source) {
    actors = [own.source]
    if (!own.sourceSpan || (phrase && mentions.of(phrase) !== own.source)) phrase = own.sourceSpan ? phrase : null
  } else if (isFirst) {
    if (!host?.source) return null
    actors = [host.source]
  } else if (phrase) {
    if (!isActorPhrase(page, phrase)) return null
    actors = [mentions.of(phrase), ...joined(page, phrase, mentions, limit)]
  } else if (trigger.verb) {
    const carried = carriedSubject(page, cast, mentions, trigger.verb, statementsBefore(host))
    if (carried) actors = [carried]
  } else {
    const carried = own ? null : participleSubject(page, mentions, t)
    if (carried) actors = [carried]
  }
  const start = own?.sourceSpan && subject?.phrase === null ? t + 1 : next
  // The comma that closes an apposition of the subject: «اتهم الوزير، سامي، المعارضة».
  const behind = skipJoined(page, start, limit)
  const isApposed = phrase !== null && !subject?.isBefore && isComma(page, behind) && rangeHasComma(page, phrase)
  const slots = readSlots(page, isApposed ? behind + 1 : behind, limit, !word.pronoun)
  const markers = new Set([
    ...slots.keys(),
    ...(actors.length > 0 ? ['subject'] : []),
    ...(own ? ['clause', 'content'] : []),
    ...(word.pronoun ? ['object'] : []),
  ])
  const frame = fittingFrame(trigger.frames, markers)
  if (!frame) return null
  const takesObject = frame.recipient.includes('object')
  let recipients = membersOf(page, slots, frame.recipient, mentions)
  if (own?.addressee && recipients.length === 0) recipients = [own.addressee]
  if (word.pronoun && takesObject && word.pronoun.person === 3 && recipients.length === 0) {
    const antecedent = cast.ofPronoun(word.pronoun, t)
    if (antecedent && !actors.includes(antecedent)) recipients = [antecedent]
  }
  if (frame.recipient.includes('subject')) {
    // A passive with its doer: «قتل برصاص الجيش».
    return { frame, actors: membersOf(page, slots, frame.actor, mentions), recipients: actors, slots }
  }
  const more = membersOf(
    page,
    slots,
    frame.actor.filter((marker) => marker !== 'subject'),
    mentions,
  )
  return {
    frame,
    actors: frame.actor.includes('subject') || frame.actor.length === 0 ? [...actors, ...more.filter((m) => !actors.includes(m))] : more,
    recipients,
    slots,
  }
}

const rangeHasComma = (page: Page, phrase: NounPhrase): boolean => {
  for (let t = phrase.from; t < phrase.to; t++) if (isComma(page, t)) return true
  return false
}

const statementsBefore = (host: StatementDraft | null): Member | null => host?.source ?? null

/** Who an unnamed subject is: the latest actor of that form; inside somebody's words, himself where they agree. */
function carriedSubject(page: Page, cast: Cast, mentions: Mentions, verb: FiniteVerb, speaker: Member | null): Member | null {
  const { agreement } = verb.form
  const before = verb.token - 1
  const pronoun = page.best[before]?.pronoun
  // «إنه سيدعو»: the pronoun of the complementizer is the speaker himself where it can be.
  if (pronoun && speaker && (speaker.gender === null || speaker.gender === pronoun.gender) && pronoun.number === 'singular') return speaker
  if (isClass(page, before, RELATIVE)) {
    const phrase = phraseEndingAt(page, before)
    return phrase && isActorPhrase(page, phrase) ? mentions.of(phrase) : null
  }
  return cast.ofPronoun(agreement, verb.token)
}

/** The subject of the latest verb before a participle in its sentence. */
function participleSubject(page: Page, mentions: Mentions, t: number): Member | null {
  const from = page.sentences[page.tokens.sentence[t] as number]?.from ?? 0
  for (let u = t - 1; u >= from; u--) {
    const verb = verbAt(page, u)
    if (!verb || verb.isAmbiguous || verb.form.agreement.person !== 3) continue
    const subject = subjectOf(page, verb, t)
    if (subject.phrase && isActorPhrase(page, subject.phrase)) return mentions.of(subject.phrase)
  }
  return null
}

/** The actors joined to a subject by و: «التقى أوباما وميركل وهولاند». */
function joined(page: Page, phrase: NounPhrase, mentions: Mentions, limit: number): Member[] {
  const found: Member[] = []
  let t = phrase.to
  while (t < limit && page.best[t]?.conjunction && !verbIs(page, t)) {
    const next = nounPhraseAt(page, t, limit)
    if (!next || !isActorPhrase(page, next)) break
    found.push(mentions.of(next))
    t = next.to
  }
  return found
}

const verbIs = (page: Page, t: number): boolean => {
  const verb = verbAt(page, t)
  return verb !== null && !verb.isAmbiguous
}

function skipJoined(page: Page, from: number, limit: number): number {
  let t = from
  while (t < limit && page.best[t]?.conjunction && !verbIs(page, t)) {
    const next = nounPhraseAt(page, t, limit)
    if (!next || !isActorPhrase(page, next)) break
    t = next.to
  }
  return t
}

/** A noun that names an event: whose it is must be said by what it is annexed to, its pronoun, an adjective, or a slot. */
function readNoun(page: Page, cast: Cast, mentions: Mentions, trigger: Trigger, host: StatementDraft | null): Roles | null {
  const { token: t, word, to } = trigger
  const frame0 = trigger.frame
  const limit = Math.min(sentenceEnd(page, t), t + 30)
  if (host && GOALS.has(host.act ?? '') && host.type !== 'direct') return null
  for (let u = t - 1; u >= Math.max(0, t - 2); u--) if (findSetPhrase(page, u, 'goal') && page.tokens.sentence[u] === page.tokens.sentence[t]) return null
  const actors: Member[] = []
  const recipients: Member[] = []
  let next = to
  const annexed = !word.article && !word.pronoun ? nounPhraseAt(page, to, limit) : null
  const isAnnexed = annexed !== null && page.best[to]?.preposition === '' && !page.best[to]?.conjunction && isActorPhrase(page, annexed)
  const slots = readSlots(page, isAnnexed ? annexed.to : next, limit, false)
  if (isAnnexed && annexed) {
    const member = mentions.of(annexed)
    next = annexed.to
    const objectFirst = frame0.annexed === 'object' && !slots.has('ل')
    if (objectFirst) recipients.push(member)
    else actors.push(member, ...joined(page, annexed, mentions, limit))
  }
  if (word.pronoun && word.pronoun.person === 3) {
    const owner = cast.ofPronoun(word.pronoun, t)
    if (owner) actors.push(owner)
  }
  if (actors.length === 0) {
    const owner = adjectiveOwner(page, to, Math.min(limit, to + 3), cast)
    if (owner && (word.article || page.best[to]?.article === false)) actors.push(owner)
  }
  const markers = new Set([
    ...slots.keys(),
    ...(actors.length > 0 ? ['subject'] : []),
    ...(recipients.length > 0 ? ['object'] : []),
    ...(isAnnexed ? ['object'] : []),
  ])
  const frame = fittingFrame(trigger.frames, markers)
  if (!frame) return null
  for (const member of membersOf(
    page,
    slots,
    frame.actor.filter((marker) => marker !== 'subject'),
    mentions,
  ))
    if (!actors.includes(member)) actors.push(member)
  for (const member of membersOf(
    page,
    slots,
    frame.recipient.filter((marker) => marker !== 'object' || slots.has(marker)),
    mentions,
  ))
    if (!recipients.includes(member)) recipients.push(member)
  if (frame.recipient.includes('subject')) {
    // «الفصائل المدعومة من واشنطن»: it is done to what the participle describes.
    const described = phraseEndingAt(page, page.tokens.kind[t - 1] === 'mark' ? t - 1 : t)
    if (described && isActorPhrase(page, described)) recipients.push(mentions.of(described))
  }
  const isSymmetric = frame.symmetric || SYMMETRIC.has(frame.event as EventType)
  if (actors.length === 0 && isSymmetric && recipients.length > 0) {
    // «قبل اجتماع مع بوتين»: the other side is who the clause is about.
    const governor = governingVerb(page, t)
    const subject = governor ? subjectOf(page, governor, t) : null
    if (subject?.phrase && isActorPhrase(page, subject.phrase)) actors.push(mentions.of(subject.phrase))
    else if (recipients.length > 1) actors.push(...recipients.splice(0))
  }
  if (actors.length === 0 && !isSymmetric) {
    const governor = governingVerb(page, t)
    if (governor && governor.form.lemma.kind === 'modal') {
      const subject = subjectOf(page, governor, t)
      if (subject.phrase && isActorPhrase(page, subject.phrase)) actors.push(mentions.of(subject.phrase))
    }
  }
  return { frame, actors, recipients, slots }
}

/** Merges a later mention of an event into the first: same type, a doer in common, nobody new on the other side. */
function merge(found: EventDraft[], event: EventDraft) {
  const same = found.findIndex((other) => {
    if (other.type !== event.type) return false
    const a = new Set([...other.actors, ...(SYMMETRIC.has(other.type) ? other.recipients : [])])
    const b = [...event.actors, ...(SYMMETRIC.has(event.type) ? event.recipients : [])]
    if (!b.some((member) => a.has(member))) return false
    if (SYMMETRIC.has(event.type)) return b.every((member) => a.has(member)) || [...a].every((member) => b.includes(member))
    if (event.frame.act !== null || other.frame.act !== null)
      return event.statement !== null && other.statement !== null ? false : event.recipients.every((member) => other.recipients.includes(member))
    return event.recipients.length === 0 || other.recipients.length === 0 || event.recipients.some((member) => other.recipients.includes(member))
  })
  const other = found[same]
  if (!other) {
    found.push(event)
    return
  }
  const recipients = [...other.recipients, ...event.recipients.filter((member) => !other.recipients.includes(member) && !other.actors.includes(member))]
  found[same] = { ...other, recipients, when: other.when ?? event.when, where: other.where ?? event.where }
}

/** Whether an event's time lies before the report's own days. */
function isBackground(page: Page, when: string | null): boolean {
  if (!when || !page.published || !/^\d{4}/.test(when)) return false
  const day = page.published.slice(0, 10)
  const own = when.slice(0, Math.min(10, when.replace(/T.*/, '').length))
  return own < day.slice(0, own.length) && daysBetween(own, day) > 7
}

const daysBetween = (a: string, b: string): number =>
  (Date.parse(b) - Date.parse(/^\d{4}$/.test(a) ? `${a}-12-31` : /^\d{4}-\d{2}$/.test(a) ? `${a}-28` : a)) / 86_400_000
