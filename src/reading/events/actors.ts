import type { Agreement } from '../../knowledge/conjugation.ts'
import { fold } from '../../fold.ts'
import type { Member } from '../actors/cast.ts'
import { demonymAt, type NounPhrase, nounPhraseAt } from '../phrases/noun-phrases.ts'
import { isClass, isMark, type Page, RELATIVE, verbAt } from '../phrases/page.ts'
import type { Stage } from './stage.ts'

const isPlaceMatch = (phrase: NounPhrase): boolean => phrase.match?.form.entries.every((entry) => entry.kind === 'place') ?? false

/** Whether a phrase names someone who can act: a name, a role, a body, a state, a people; not a thing or a mere place. */
export function isActorPhrase(phrase: NounPhrase): boolean {
  if (phrase.head === 'pronoun' || phrase.head === 'common') return false
  if (isPlaceMatch(phrase)) return false
  return phrase.head !== 'head' || phrase.headNoun?.kind !== 'place'
}

/** The actor that a phrase names; null for a thing, a place, and a lone word that only looks like a name. */
export function actorOf(stage: Stage, phrase: NounPhrase): Member | null {
  const key = phrase.from * 4096 + Math.min(4095, phrase.to - phrase.from)
  const known = stage.known.get(key)
  if (known !== undefined) return known
  const actor = pointedAt(stage, phrase) ?? (isActorPhrase(phrase) && !isDoubtful(stage, phrase) ? stage.mentions.of(phrase) : null)
  const member = actor?.entry?.kind === 'place' ? null : actor
  stage.known.set(key, member)
  return member
}

/** Whom a phrase points back to: «الأخير», or «قواته» the one whose forces they are. */
function pointedAt(stage: Stage, phrase: NounPhrase): Member | null {
  const { page, cast } = stage
  const { deeds } = page.knowledge
  if (deeds.latter.has(page.tokens.form[phrase.from] as string)) return lastNamed(stage, phrase.from, 1)[0] ?? null
  const pronoun = page.best[phrase.from]?.pronoun
  if (phrase.to - phrase.from === 1 && phrase.head === 'head' && pronoun?.person === 3 && phrase.headNoun?.kind === 'group')
    return cast.ofPronoun(pronoun, phrase.from, realActors(stage))
  return null
}

/** The last actors named before a token, the earlier first. */
export function lastNamed(stage: Stage, token: number, count: number): Member[] {
  const latest = new Map<Member, number>()
  for (const member of realActors(stage)) {
    let at = -1
    for (const t of member.tokens) if (t < token) at = t
    if (at >= 0) latest.set(member, at)
  }
  return [...latest]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([member]) => member)
    .reverse()
}

/** The two actors that «الجانبان», «البلدان» mean, or none. */
function bothOf(stage: Stage, phrase: NounPhrase): Member[] {
  const { both, pairs } = stage.page.knowledge.deeds
  const ids = pairs.get(stage.page.tokens.form[phrase.from] as string) ?? pairs.get(articled(stage.page, phrase.from))
  if (ids) {
    const entries = ids.map((id) => stage.page.knowledge.catalogue.entries.get(id)).filter((entry) => entry !== undefined)
    return entries.map((entry) => stage.cast.ofEntry(entry, [phrase.start, phrase.end], 'nominal'))
  }
  if (!both.has(stage.page.tokens.form[phrase.from] as string) && !both.has(articled(stage.page, phrase.from))) return []
  const pair = lastNamed(stage, phrase.from, 2)
  return pair.length === 2 ? pair : []
}
const articled = (page: Page, t: number): string => {
  const best = page.best[t]
  return best?.article ? page.knowledge.lexicon.clitics.article + best.stem : ''
}

/** Whether an actor can take part in a political event; people known by an unpolitical trade or tie cannot. */
export function isPolitical(page: Page, member: Member): boolean {
  const { unpolitical } = page.knowledge.deeds
  const key = fold(member.why.slice(member.why.lastIndexOf('/') + 1).replace(/#\d+$/, ''))
  if (unpolitical.has(key)) return member.isNamed && member.role !== null
  if (member.entry?.kind === 'state' || member.entry?.kind === 'person') return true
  const first = fold(member.role ?? member.name).split(' ')[0] ?? ''
  const { article } = page.knowledge.lexicon.clitics
  return !unpolitical.has(first) && !unpolitical.has(first.startsWith(article) ? first.slice(article.length) : first)
}

/** A lone word taken for a name, which no one in this report bears. */
function isDoubtful({ page, cast }: Stage, phrase: NounPhrase): boolean {
  // «مواقع»: the head of an outlet's name without a name.
  if (phrase.head === 'head' && phrase.headNoun?.kind === 'media' && phrase.to - phrase.from === 1 && !phrase.isDefinite) return true
  // «بري» is a man's name and an adjective.
  if (phrase.match?.form.kind === 'weak' && phrase.to - phrase.from === 1) {
    const ids = phrase.match.form.entries
    return !cast.members.some((member) => member.entry !== null && ids.includes(member.entry) && [...member.forms].some((form) => form.includes(' ')))
  }
  if (phrase.head !== 'name' || phrase.match !== null || phrase.title !== null || !phrase.name) return false
  const words = phrase.name.to - phrase.name.from
  const first = page.best[phrase.name.from]
  if (words > 1 && (page.knowledge.names.firstNames.has(first?.stem ?? '') || page.knowledge.names.joinsNext.has(first?.stem ?? ''))) return false
  const written = page.tokens.form[phrase.name.to - 1] as string
  const stem = page.best[phrase.name.to - 1]?.stem ?? written
  return !cast.members.some((member) => {
    if (member.kind !== 'person' || !member.isNamed || (member.entry === null && member.role === null)) return false
    const parts = fold(member.name).split(/[^\p{L}\p{N}]+/u)
    return parts.length > 1 ? parts.includes(stem) || parts.includes(written) : member.role !== null && parts[0] === stem
  })
}

/** The actors that a phrase and what is joined to it by و name, and the token behind them. */
export function joinedActors(stage: Stage, phrase: NounPhrase, limit: number): { members: Member[]; to: number } {
  const { page } = stage
  const members: Member[] = []
  const add = (member: Member | null) => {
    if (member && !members.includes(member)) members.push(member)
  }
  const both = bothOf(stage, phrase)
  if (both.length > 0) return { members: both, to: phrase.to }
  add(actorOf(stage, phrase))
  let t = phrase.to
  while (t < limit) {
    const isComma = (isMark(page, t, '،') || isMark(page, t, ',')) && t + 1 < limit
    const at = isComma ? t + 1 : t
    if (!page.best[at]?.conjunction && !isComma) break
    const verb = verbAt(page, at)
    if (verb && !(verb.isAmbiguous && page.matches[at])) break
    if (page.best[at]?.preposition) break
    const next = nounPhraseAt(page, at, limit)
    if (!next || !isActorPhrase(next)) break
    // A comma goes on with a list only where a joined name follows.
    if (isComma && !page.best[next.to]?.conjunction) break
    const member = actorOf(stage, next)
    if (!member) break
    add(member)
    t = next.to
  }
  return { members, to: t }
}

/** The state of the adjective at a token («الأمريكية»), as an actor; null when there is none. */
export function adjectiveActor({ page, cast }: Stage, t: number): Member | null {
  const state = demonymAt(page, t)
  const entry = state ? page.knowledge.catalogue.entries.get(state) : undefined
  return entry ? cast.ofEntry(entry, [page.tokens.start[t] as number, page.tokens.end[t] as number], 'nominal') : null
}

/** The states of the adjectives that stand right behind a noun, joined ones too («ضربات أميركية وفرنسية»). */
export function adjectiveActors(stage: Stage, from: number, limit: number): { members: Member[]; to: number } {
  const { page } = stage
  const members: Member[] = []
  let t = from
  let to = from
  while (t < Math.min(limit, from + 6)) {
    const isJoined = members.length > 0 && (page.best[t]?.conjunction || (isMark(page, t, '-') && members.length > 0))
    if (page.tokens.kind[t] === 'mark' && !isJoined) break
    if (page.best[t]?.conjunction && !isJoined) break
    if (page.best[t]?.preposition || page.matches[t]?.form.entries.some((entry) => entry.kind !== 'state')) break
    const member = page.tokens.kind[t] === 'word' ? adjectiveActor(stage, t) : null
    if (member) {
      if (!members.includes(member)) members.push(member)
      to = t + 1
    } else if (members.length > 0 && !isMark(page, t, '-')) break
    else if (page.best[t]?.classes || (verbAt(page, t) && !page.best[t]?.article)) break
    t++
  }
  return { members, to }
}

/** Whose a thing is: the first actor named inside its phrase or right behind it («خطط رئيس الوزراء», «مواقع إيرانية»). */
export function ownerOf(stage: Stage, phrase: NounPhrase, limit: number): Member | null {
  const { page, mentions } = stage
  const end = Math.min(limit, phrase.to + 3)
  for (let t = phrase.from; t < end; t++) {
    if (t > phrase.from) {
      const best = page.best[t]
      if (t >= phrase.to && (page.tokens.kind[t] === 'mark' || best?.conjunction || best?.classes || (verbAt(page, t) && !best?.article))) break
      if (t >= phrase.to && best?.preposition) break
      const inner = phraseFrom(mentions.phrases, t)
      if (inner) {
        const member = actorOf(stage, inner)
        if (member) return member
      }
    }
    const adjective = t > phrase.from ? adjectiveActor(stage, t) : null
    if (adjective) return adjective
    const pronoun = page.best[t]?.pronoun
    if (pronoun && pronoun.person === 3 && t < phrase.to && page.best[t]?.classes === 0) {
      const owner = stage.cast.ofPronoun(pronoun, phrase.from, realActors(stage))
      if (owner) return owner
    }
  }
  return null
}

/** The actors named between two tokens, in order, each once. */
export function actorsWithin(stage: Stage, from: number, to: number): Member[] {
  const { phrases } = stage.mentions
  const found: Member[] = []
  let low = 0
  let high = phrases.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((phrases[middle] as NounPhrase).from < from) low = middle + 1
    else high = middle
  }
  for (let i = low; i < phrases.length && (phrases[i] as NounPhrase).from < to; i++) {
    const member = actorOf(stage, phrases[i] as NounPhrase)
    if (member && !found.includes(member)) found.push(member)
  }
  return found
}

/** The phrase of a sorted list that begins at a token, or null. */
function phraseFrom(phrases: readonly NounPhrase[], t: number): NounPhrase | null {
  let low = 0
  let high = phrases.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const phrase = phrases[middle] as NounPhrase
    if (phrase.from === t) return phrase
    if (phrase.from < t) low = middle + 1
    else high = middle - 1
  }
  return null
}

/** The members of the cast that can act: no places and no words that only looked like names. */
export const realActors = ({ cast }: Stage): readonly Member[] => cast.members.filter(isReal)
const isReal = (member: Member): boolean =>
  member.entry !== null ? member.entry.kind !== 'place' : member.why !== 'names/shape' || member.role !== null || member.isNamed

/** Whether an actor fits what a verb's or pronoun's form says of it; unknown gender fits either. */
export function fits(member: Member, { gender, number, person }: Agreement): boolean {
  if (person !== 3) return false
  // A state is spoken of by its own name or its capital's, in either gender.
  if (number === 'singular' && member.entry?.kind === 'state') return true
  if (number === 'singular') {
    if (member.grammatical === 'plural' && member.kind !== 'person') return gender === 'f'
    return member.gender === null || member.gender === gender
  }
  return member.kind !== 'person' && (member.grammatical === 'plural' || member.kind === 'group' || member.kind === 'collective')
}

export const isRelative = (page: Page, t: number): boolean => isClass(page, t, RELATIVE)

/** Whether a frame's doer may be this actor. */
export function canDo(page: Page, member: Member, doer: 'person' | 'group' | 'political' | null): boolean {
  if (doer === null) return true
  if (!isPolitical(page, member)) return false
  if (doer === 'person') return member.kind === 'person' && (member.entry !== null || member.role !== null)
  if (doer === 'group') return member.kind === 'group' || (member.kind === 'organization' && member.grammatical === 'plural')
  return true
}
