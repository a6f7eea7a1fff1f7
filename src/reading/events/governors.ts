import { fold } from '../../fold.ts'
import type { Member } from '../actors/cast.ts'
import type { TokenRange } from '../document.ts'
import { nounPhraseAt } from '../phrases/noun-phrases.ts'
import {
  ADVERB,
  COMPLEMENTIZER,
  type FiniteVerb,
  isClass,
  isMark,
  NEGATION,
  type Page,
  PERFECT_PARTICLE,
  PREPOSITION,
  QUANTIFIER,
  RELATIVE,
  SUBORDINATOR,
  verbAt,
} from '../phrases/page.ts'
import { actorOf, actorsWithin, adjectiveActors, isActorPhrase, realActors } from './actors.ts'
import { doerOf } from './doers.ts'
import { readSlots } from './slots.ts'
import type { Stage } from './stage.ts'

/** The verb or noun that a deed named by a noun hangs on, and whom it makes the doer or the one it is done to. */
export interface Governor {
  readonly token: number
  readonly verb: FiniteVerb | null
  readonly doers: readonly Member[]
  readonly undergoers: readonly Member[]
  /** The verb carries the deed out («شن هجوما»). */
  readonly carriesOut: boolean
  readonly isStillToDo: boolean
  readonly isWeighed: boolean
  readonly isNegated: boolean
  /** The deed is refused: an event of its own («رفضت التعاون»). */
  readonly isRefused: boolean
  readonly isAnnounced: boolean
}

/** How far before a noun its verb may stand, in tokens. */
const REACH = 16
const NONE = { doers: [], undergoers: [], carriesOut: false, isStillToDo: false, isWeighed: false, isNegated: false, isRefused: false, isAnnounced: false }

const lemmaIn = (verb: FiniteVerb, lemmas: ReadonlySet<string>): boolean => verb.word.verbs.some((form) => lemmas.has(fold(form.lemma.text)))

/** What a noun at `t` hangs on in its clause; null when nothing stands there. */
export function governorOf(stage: Stage, t: number): Governor | null {
  const { page } = stage
  const { deeds } = page.knowledge
  const from = Math.max((page.sentences[page.tokens.sentence[t] as number] as TokenRange).from, t - REACH)
  let isDecision = false
  for (let u = t - 1; u >= from; u--) {
    if ((page.timeAt[u] as number) >= 0) continue
    if (page.tokens.kind[u] === 'mark') {
      if (
        isMark(page, u, '«') ||
        isMark(page, u, '»') ||
        isMark(page, u, '"') ||
        isMark(page, u, '#') ||
        isMark(page, u, '_') ||
        isMark(page, u, ')') ||
        isMark(page, u, '(')
      )
        continue
      const isBesideTime = (page.timeAt[u - 1] ?? -1) >= 0 || (page.timeAt[u + 1] ?? -1) >= 0
      if ((isMark(page, u, '،') || isMark(page, u, ',')) && (isBesideTime || t - u <= 1 || !page.best[u + 1]?.conjunction)) continue
      return null
    }
    const verb = verbAt(page, u)
    if (verb && !verb.isAmbiguous) {
      if (verb.form.lemma.kind === 'auxiliary' && !lemmaIn(verb, deeds.carriesOut) && !lemmaIn(verb, deeds.decides)) continue
      const carriesOut = lemmaIn(verb, deeds.carriesOut)
      const decides = lemmaIn(verb, deeds.decides)
      const undergoes = lemmaIn(verb, deeds.undergoes)
      const isNegated = isClass(page, u - 1, NEGATION)
      const isRefused = verb.form.lemma.frames.some((frame) => frame.event === 'REJECT') && u >= t - 4
      if (!carriesOut && !decides && !undergoes) return { ...NONE, token: u, verb, isNegated, isRefused }
      const known = stage.cues.get(u)?.source
      const doer = doerOf(stage, verb, stage.hosts[u] ?? null, t)
      const members = known ? [known] : doer.members
      if (!isDirect(stage, Math.max(doer.next, u + 1), t)) return { ...NONE, token: u, verb, isNegated, isRefused }
      return {
        token: u,
        verb,
        doers: undergoes ? [] : members,
        undergoers: undergoes ? members : [],
        carriesOut,
        isStillToDo: (decides && lemmaIn(verb, deeds.stillToDo)) || verb.word.future || isDecision,
        isWeighed: lemmaIn(verb, deeds.weighs),
        isNegated,
        isRefused,
        isAnnounced: lemmaIn(verb, deeds.announces),
      }
    }
    if (isClass(page, u, RELATIVE | SUBORDINATOR | COMPLEMENTIZER)) return null
    const best = page.best[u]
    if (best && (deeds.able.has(best.stem) || deeds.able.has(best.base))) {
      const subject = subjectNear(stage, u, from)
      return subject ? { ...NONE, token: u, verb: null, doers: [subject], isWeighed: true } : null
    }
    const isPlan = best !== undefined && (deeds.decisions.has(best.stem) || deeds.decisions.has(best.base))
    if (best && (isPlan || deeds.carrying.has(best.stem) || deeds.carrying.has(best.base))) {
      const owner = ownerOfDecision(stage, u, t)
      if (owner.length > 0) return { ...NONE, token: u, verb: null, doers: owner, isStillToDo: isPlan }
      if (isPlan) isDecision = true
    }
  }
  return null
}

/** Whether a noun at `t` is what a verb takes, seen from behind its subject: only times, one actor and a decision stand between. */
function isDirect(stage: Stage, from: number, t: number): boolean {
  const { page } = stage
  const { decisions, carrying } = page.knowledge.deeds
  const leads = (at: number): boolean => [page.best[at]?.stem ?? '', page.best[at]?.base ?? ''].some((stem) => decisions.has(stem) || carrying.has(stem))
  let others = 0
  for (let u = from; u < t; u++) {
    const best = page.best[u]
    if (!best || page.tokens.kind[u] !== 'word' || (page.timeAt[u] as number) >= 0 || stage.isName[u] === 1) continue
    if (isClass(page, u, QUANTIFIER | ADVERB) || leads(u)) continue
    if (isClass(page, u, PREPOSITION)) {
      if (u === t - 1 || stage.isName[u + 1] === 1 || leads(u + 1)) continue
      return false
    }
    if (best.preposition !== '') return false
    others++
  }
  return others <= 1
}

/** The actor named nearest before an adjective in its clause: «النظام ما يزال قادرا على …». */
function subjectNear(stage: Stage, u: number, from: number): Member | null {
  const found = actorsWithin(stage, from, u)
  return found.at(-1) ?? null
}

/** Whose a decision is: «قرار ترامب», «القرار الأمريكي», «قراره». */
function ownerOfDecision(stage: Stage, u: number, t: number): readonly Member[] {
  const { page, cast } = stage
  const best = page.best[u]
  if (best?.pronoun && best.pronoun.person === 3) {
    const owner = cast.ofPronoun(best.pronoun, u, realActors(stage))
    return owner ? [owner] : []
  }
  if (!best?.article) {
    const phrase = nounPhraseAt(page, u + 1, t)
    const member = phrase && isActorPhrase(phrase) && page.best[u + 1]?.preposition === '' ? actorOf(stage, phrase) : null
    if (member) return [member]
  }
  return adjectiveActors(stage, u + 1, t).members
}

/** What a relative clause behind a noun says of it: who carried it out («التي شنتها القوات»), or whom it hit. */
export function relativeOf(stage: Stage, from: number, limit: number): { doers: readonly Member[]; undergoers: readonly Member[]; isOngoing: boolean } | null {
  const { page } = stage
  const { deeds } = page.knowledge
  for (let u = from; u < Math.min(limit, from + 9); u++) {
    if (page.tokens.kind[u] === 'mark' && !isMark(page, u, '"') && !isMark(page, u, '،')) return null
    const isRelative = isClass(page, u, RELATIVE)
    let v = isRelative ? u + 1 : u
    while (isRelative && v < limit && (isClass(page, v, PERFECT_PARTICLE) || isAuxiliary(page, v))) v++
    const verb = verbAt(page, v)
    if (!verb) {
      if (isRelative) return null
      continue
    }
    if (!isRelative && (verb.isAmbiguous || page.best[v]?.conjunction)) return null
    if (verb.word.pronoun && lemmaIn(verb, deeds.carriesOut)) {
      const { members } = doerOf(stage, verb, stage.hosts[v] ?? null, limit)
      return { doers: members, undergoers: [], isOngoing: verb.form.tense === 'imperfect' }
    }
    if (!verb.word.pronoun && verb.form.lemma.frames.some((frame) => frame.event === 'ASSAULT')) {
      const slots = readSlots(page, v + 1, limit, true)
      const undergoers: Member[] = []
      for (const phrase of slots.phrases.get('object') ?? []) {
        const member = actorOf(stage, phrase)
        if (member) undergoers.push(member)
      }
      return { doers: [], undergoers, isOngoing: verb.form.tense === 'imperfect' }
    }
    return null
  }
  return null
}

const isAuxiliary = (page: Page, t: number): boolean => verbAt(page, t)?.form.lemma.kind === 'auxiliary'
