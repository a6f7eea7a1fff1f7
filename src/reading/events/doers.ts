import type { Agreement } from '../../knowledge/conjugation.ts'
import type { Member } from '../actors/cast.ts'
import type { TokenRange } from '../document.ts'
import { type NounPhrase, nounPhraseAt } from '../phrases/noun-phrases.ts'
import {
  ADVERB,
  BARE_COMPLEMENTIZER,
  COMPLEMENTIZER,
  type FiniteVerb,
  FUTURE_PARTICLE,
  isClass,
  isMark,
  NEGATION,
  type Page,
  PERFECT_PARTICLE,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  verbAt,
} from '../phrases/page.ts'
import { phraseEndingAt, subjectAfter, subjectBefore } from '../phrases/subjects.ts'
import type { StatementDraft } from '../statements/statements.ts'
import { actorOf, fits, isActorPhrase, joinedActors, ownerOf } from './actors.ts'
import type { Stage } from './stage.ts'

/** Who does what a verb says, and where the rest of its clause goes on. */
export interface Doer {
  readonly members: readonly Member[]
  /** The token behind the verb and its subject. */
  readonly next: number
  /** Where the subject behind the verb begins; the token behind the verb when none stands there. */
  readonly subjectFrom: number
  /** The antecedent of a relative clause, where its pronoun makes it the object («التي يعارضها الوزير»). */
  readonly object: Member | null
  /** Whether the doer is named in the verb's own clause. */
  readonly isNamed: boolean
  /** The doer is carried over from an earlier sentence, and a thing stands behind the verb. */
  readonly isPassiveLike: boolean
}

const NOBODY: readonly Member[] = []

/** The doer of a finite verb; `members` is empty when the text names or implies nobody who can act. */
export function doerOf(stage: Stage, verb: FiniteVerb, host: StatementDraft | null, limit: number): Doer {
  const { page } = stage
  const { token: t, word } = verb
  const { agreement } = verb.form
  const none: Doer = { members: NOBODY, next: t + 1, subjectFrom: t + 1, object: null, isNamed: false, isPassiveLike: false }
  if (agreement.person === 2) return none
  if (agreement.person === 1) return { ...none, members: host?.source ? [host.source] : NOBODY }
  const lead = leadOf(page, verb)
  const relative = isClass(page, lead, RELATIVE) ? lead : -1
  // «إنها تستهدف المسلحين»: the complementizer has the subject, and what follows is the object.
  if (relative < 0 && pronounBefore(page, t)) return { ...none, members: carried(stage, verb, host) }
  const after = behindVerb(stage, verb, limit)
  if (relative >= 0) return inRelative(stage, verb, relative, after, limit)
  if (word.pronoun === null || after.members.length === 0) {
    const before = beforeVerb(stage, verb, lead)
    if (before) return { ...none, members: before, isNamed: true, isPassiveLike: false }
  }
  // «قانون يسمح», «أن الفوضى تهدد»: a thing does it.
  if (after.members.length === 0 && !word.conjunction && isThingBefore(stage, verb, lead)) return none
  // «…, واتهم أنقرة بـ»: the one phrase behind a verb that goes on for its sentence's subject is the object.
  if (after.members.length > 0 && word.pronoun === null && isObjectBehind(stage, verb, after)) {
    const going = goingOn(stage, verb, host)
    if (going && !after.members.includes(going)) return { ...none, members: [going] }
  }
  if (after.members.length > 0) {
    const object = word.pronoun ? antecedentOfBare(stage, verb) : null
    return { members: after.members, next: after.next, subjectFrom: after.from, object, isNamed: true, isPassiveLike: false }
  }
  if (after.isThing) return none
  const members = carried(stage, verb, host)
  const isPassiveLike = after.hasThing && word.pronoun === null && members.every((member) => !isInSentence(stage, member, t))
  return { ...none, members, isPassiveLike }
}

/** The token before a verb and the particles, times and auxiliaries that lean on it. */
function leadOf(page: Page, verb: FiniteVerb): number {
  const from = (page.sentences[page.tokens.sentence[verb.token] as number] as TokenRange).from
  let t = verb.token - 1
  while (t >= from) {
    const before = verbAt(page, t)
    const leans =
      isClass(page, t, PERFECT_PARTICLE | FUTURE_PARTICLE | NEGATION | ADVERB) ||
      (page.timeAt[t] as number) >= 0 ||
      (before !== null && !before.isAmbiguous && before.form.lemma.kind === 'auxiliary' && !before.word.conjunction)
    if (!leans) break
    t--
  }
  return t
}

interface Behind {
  readonly members: readonly Member[]
  readonly from: number
  readonly next: number
  /** A subject stands there, but it is a thing. */
  readonly isThing: boolean
  /** A thing that agrees stands there: the object, or what a passive is said of. */
  readonly hasThing: boolean
}

/** The subject behind a verb, with what is joined to it. */
function behindVerb(stage: Stage, verb: FiniteVerb, limit: number): Behind {
  const { page } = stage
  const found = subjectAfter(page, verb, limit)
  const none: Behind = { members: NOBODY, from: verb.token + 1, next: verb.token + 1, isThing: false, hasThing: false }
  if (!found.phrase) return none
  const { phrase } = found
  const { members, to } = joinedActors(stage, phrase, limit)
  if (members.length > 0) {
    const isState = phrase.head === 'catalogue' && phrase.match?.form.entries[0]?.kind === 'state'
    if (isState && phrase.gender !== null && phrase.gender !== found.agreement.gender && found.agreement.number === 'singular') return none
    return { members, from: phrase.from, next: to, isThing: false, hasThing: false }
  }
  if (isInstrument(page, phrase)) {
    const owner = ownerOf(stage, phrase, limit)
    if (owner) return { members: [owner], from: phrase.from, next: phrase.to, isThing: false, hasThing: false }
  }
  // A thing right behind the verb that takes no object of its own is what acts; else it is what is acted on.
  const isObject =
    page.words[verb.token]?.some((word) => word.verbs.some((form) => form.lemma.frames.some((frame) => takesObject(frame.recipient, frame.needs)))) ?? false
  const second = nounPhraseAt(page, phrase.to, limit)
  return {
    ...none,
    hasThing: true,
    isThing: !isObject || (second !== null && isActorPhrase(second) && page.best[phrase.to]?.preposition === '' && !page.best[phrase.to]?.conjunction),
  }
}

const isInSentence = ({ page }: Stage, member: Member, t: number): boolean =>
  member.tokens.some((at) => at < t && page.tokens.sentence[at] === page.tokens.sentence[t])

const takesObject = (recipient: readonly string[], needs: readonly string[]): boolean =>
  recipient.includes('object') || needs.includes('object') || recipient.length === 0

export const isInstrument = (page: Page, phrase: NounPhrase): boolean => {
  const { instruments } = page.knowledge.deeds
  for (let t = phrase.from; t < phrase.to; t++) {
    const best = page.best[t]
    if (best && (instruments.has(best.stem) || instruments.has(best.base))) return true
    if (best?.classes === 0 && page.tokens.kind[t] === 'word') return false
  }
  return false
}

/** The subject before a verb, with what is joined to it: «ترامب وماي بحثا». Null when none stands there. */
function beforeVerb(stage: Stage, verb: FiniteVerb, lead: number): readonly Member[] | null {
  const { page } = stage
  if (verb.word.conjunction && !isAfterTopic(page, verb)) return null
  const found = subjectBefore(page, verb)
  if (!found?.phrase) return null
  const { phrase } = found
  const member = actorOf(stage, phrase)
  if (!member) {
    if (!isInstrument(page, phrase)) return null
    const owner = ownerOf(stage, phrase, lead + 1)
    return owner ? [owner] : null
  }
  const members = [member]
  let from = phrase.from
  while (from > 0 && page.best[from]?.conjunction && page.tokens.sentence[from - 1] === page.tokens.sentence[from]) {
    const earlier = phraseEndingAt(page, from)
    const other = earlier && isActorPhrase(earlier) ? actorOf(stage, earlier) : null
    if (!other || !earlier) break
    members.unshift(other)
    from = earlier.from
  }
  return members
}

/** Whether the phrase behind a verb may be its object: the verb takes one and no other stands behind; a clause begins with the verb. */
function isObjectBehind({ page }: Stage, verb: FiniteVerb, after: Behind): boolean {
  if (!verb.word.conjunction && !isClass(page, verb.token - 1, SUBORDINATOR | COMPLEMENTIZER)) return false
  if (!verb.word.verbs.some((form) => form.lemma.frames.some((frame) => frame.recipient.includes('object')))) return false
  const next = page.best[after.next]
  if (!next || page.tokens.kind[after.next] !== 'word' || next.preposition !== '' || next.conjunction || isClass(page, after.next, PREPOSITION)) return true
  return nounPhraseAt(page, after.next) === null
}

/** The doer that the verb before in the same sentence leaves to one that agrees, or null. */
function goingOn(stage: Stage, verb: FiniteVerb, host: StatementDraft | null): Member | null {
  const { page, doers, cues, hosts } = stage
  const from = (page.sentences[page.tokens.sentence[verb.token] as number] as TokenRange).from
  for (let u = verb.token - 1; u >= from; u--) {
    if ((hosts[u] ?? null) !== host) continue
    const known = doers.get(u)?.[0] ?? cues.get(u)?.source
    if (known) return fits(known, verb.form.agreement) ? known : null
  }
  return null
}

/** Whether a thing that agrees stands right before a verb: its subject, or what a bare relative clause tells more of. */
function isThingBefore(stage: Stage, verb: FiniteVerb, lead: number): boolean {
  const { page } = stage
  const subject = subjectBefore(page, verb)?.phrase
  if (subject) return actorOf(stage, subject) === null
  if (lead !== verb.token - 1 || verb.form.tense !== 'imperfect' || page.tokens.kind[lead] !== 'word') return false
  const phrase = phraseEndingAt(page, verb.token)
  return phrase !== null && phrase.head === 'common' && !phrase.isDefinite
}

/** «أما الوزير فدعا»: the conjunction ف answers a topic. */
const isAfterTopic = (page: Page, verb: FiniteVerb): boolean => {
  const sentence = page.sentences[page.tokens.sentence[verb.token] as number] as TokenRange
  const first = page.tokens.form[sentence.from]
  return page.tokens.form[verb.token]?.[0] === page.knowledge.lexicon.clitics.conjunctions[1] && first !== undefined && isMarkedTopic(page, sentence.from)
}
const isMarkedTopic = (page: Page, t: number): boolean => (page.best[t]?.classes ?? 0) !== 0

/** In «المقاتلون الذين تدعمهم واشنطن» the antecedent is the object, in «القوات التي تقصف المدينة» the doer. */
function inRelative(stage: Stage, verb: FiniteVerb, relative: number, after: Behind, limit: number): Doer {
  const { page } = stage
  const antecedent = antecedentOf(stage, relative, verb.form.agreement, limit)
  const none: Doer = { members: NOBODY, next: verb.token + 1, subjectFrom: verb.token + 1, object: null, isNamed: false, isPassiveLike: false }
  if (verb.word.pronoun) {
    if (after.members.length > 0)
      return { members: after.members, next: after.next, subjectFrom: after.from, object: antecedent, isNamed: true, isPassiveLike: false }
    if (after.isThing) return none
    return {
      members: carried(stage, verb, stage.hosts[verb.token] ?? null, antecedent),
      next: verb.token + 1,
      subjectFrom: verb.token + 1,
      object: antecedent,
      isNamed: false,
      isPassiveLike: false,
    }
  }
  if (antecedent && fits(antecedent, verb.form.agreement))
    return { members: [antecedent], next: verb.token + 1, subjectFrom: verb.token + 1, object: null, isNamed: true, isPassiveLike: false }
  // «الوثيقة التي وقع عليها الوزير»: the pronoun of a preposition stands for the antecedent.
  if (after.members.length > 0 && hasBoundPronoun(page, verb.token + 1, after.next))
    return { members: after.members, next: after.next, subjectFrom: after.from, object: null, isNamed: true, isPassiveLike: false }
  return none
}

const hasBoundPronoun = (page: Page, from: number, to: number): boolean => {
  for (let t = from; t < to; t++) if (page.words[t]?.some((word) => word.pronoun !== null && word.classes !== 0)) return true
  return false
}

/** The actor that a relative pronoun at `relative` points back to, over a comma too; the owner of an instrument stands for it. */
function antecedentOf(stage: Stage, relative: number, agreement: Agreement, limit: number): Member | null {
  const { page } = stage
  const end = isMark(page, relative - 1, '،') || isMark(page, relative - 1, ',') || isMark(page, relative - 1, ')') ? relative - 1 : relative
  const phrase = phraseEndingAt(page, end)
  if (!phrase) return null
  const member = actorOf(stage, phrase)
  if (member) return member
  if (isInstrument(page, phrase)) return ownerOf(stage, phrase, Math.min(limit, relative))
  // «رئيس الحزب الديمقراطي، الذي …» may end in a phrase of its own that does not agree; the nearest that does is meant.
  for (let t = end - 1; t > Math.max(0, end - 10); t--) {
    const inner = nounPhraseAt(page, t, end)
    const found = inner && inner.to === end && isActorPhrase(inner) ? actorOf(stage, inner) : null
    if (found && fits(found, agreement)) return found
  }
  return null
}

/** «مقاتلون تدعمهم واشنطن»: the bare noun right before a verb with a pronoun is its object. */
function antecedentOfBare(stage: Stage, verb: FiniteVerb): Member | null {
  const { page, cast } = stage
  const pronoun = verb.word.pronoun
  if (!pronoun || pronoun.person !== 3 || verb.word.conjunction) return null
  const phrase = phraseEndingAt(page, verb.token)
  const member = phrase && isActorPhrase(phrase) ? actorOf(stage, phrase) : null
  return member && fits(member, pronoun) ? member : cast.ofPronoun(pronoun, verb.token)
}

/** How many verbs back in its sentence an unnamed subject is looked for. */
const VERBS_BACK = 4

/** Who an unnamed subject is: the subject of the verb before it, the speaker himself, or the latest actor of that form. */
function carried(stage: Stage, verb: FiniteVerb, host: StatementDraft | null, besides: Member | null = null): readonly Member[] {
  const { page, cast, doers, cues, hosts } = stage
  const { agreement } = verb.form
  const { token: t, word } = verb
  const pronoun = pronounBefore(page, t)
  const speaker = host?.source ?? null
  // «إنه سيدعو»: the pronoun of the complementizer is the speaker himself where it can be.
  if (pronoun) {
    // «تتهمها بأنها تستهدف المدنيين»: in an accusation it is the accused.
    const accused = host?.act === 'accuse' ? host.addressee : null
    if (accused && fits(accused, pronoun)) return [accused]
    if (speaker && fits(speaker, pronoun) && host && t - host.from < 6) return [speaker]
    const meant = cast.ofPronoun(pronoun, t)
    return meant && meant !== besides ? [meant] : NOBODY
  }
  const sentence = page.sentences[page.tokens.sentence[t] as number] as TokenRange
  let steps = 0
  for (let u = t - 1; u >= sentence.from && steps < VERBS_BACK; u--) {
    if ((hosts[u] ?? null) !== host && !(host && u === host.cueToken)) continue
    const known = doers.get(u) ?? (cues.get(u)?.source ? [cues.get(u)?.source as Member] : null)
    if (known && known.length > 0) {
      steps++
      const one = known[0] as Member
      const isMany = known.length > 1 && agreement.number !== 'singular'
      if (isMany) return known
      if (fits(one, agreement) && one !== besides) return [one]
      continue
    }
    const other = verbAt(page, u)
    if (!other || other.form.agreement.person !== 3 || other.form.lemma.kind === 'auxiliary') continue
    const after = subjectAfter(page, other, t).phrase
    if (other.isAmbiguous && !(u === sentence.from && after && isActorPhrase(after))) continue
    steps++
    const before = subjectBefore(page, other)?.phrase ?? null
    const phrase = [after, before].find((candidate) => candidate && isActorPhrase(candidate)) ?? after ?? before
    const member = phrase && isActorPhrase(phrase) ? actorOf(stage, phrase) : null
    if (member && fits(member, agreement) && member !== besides) return [member]
    // «القصة أحبطت المؤامرة وسمحت بـ…»: the thing that did the one did the other.
    if (phrase && !member && steps === 1 && word.conjunction && other.form.agreement.gender === agreement.gender) return NOBODY
  }
  const meant = cast.ofPronoun(agreement, t)
  return meant && meant !== besides && (meant.entry !== null || meant.why !== 'names/shape' || meant.role !== null) ? [meant] : NOBODY
}

/** The pronoun of the complementizer that a verb stands behind («إنها سيطرت»), or null. */
function pronounBefore(page: Page, t: number): Agreement | null {
  for (let u = t - 1; u >= Math.max(0, t - 3); u--) {
    if (isClass(page, u, COMPLEMENTIZER | BARE_COMPLEMENTIZER)) {
      const form = page.tokens.form[u] as string
      return (
        page.words[u]?.find((word) => word.pronoun !== null)?.pronoun ??
        page.knowledge.lexicon.clitics.pronouns.find((p) => form.length > 3 && form.endsWith(p.form))?.agreement ??
        null
      )
    }
    if (!isClass(page, u, PERFECT_PARTICLE | FUTURE_PARTICLE | NEGATION)) return null
  }
  return null
}
