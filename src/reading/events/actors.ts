import type { CatalogueEntry } from '../../knowledge/catalogue.ts'
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
  const actor = isActorPhrase(phrase) && !isDoubtful(stage, phrase) ? stage.mentions.of(phrase) : null
  const member = actor?.entry?.kind === 'place' ? null : actor
  stage.known.set(key, member)
  return member
}

/** A lone word taken for a name, which no one in this report bears. */
function isDoubtful({ page, cast }: Stage, phrase: NounPhrase): boolean {
  if (phrase.head !== 'name' || phrase.match !== null || phrase.title !== null || !phrase.name) return false
  const words = phrase.name.to - phrase.name.from
  const first = page.best[phrase.name.from]
  if (words > 1 && page.knowledge.names.firstNames.has(first?.stem ?? '')) return false
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
  if (number === 'singular') {
    if (member.grammatical === 'plural' && member.kind !== 'person') return gender === 'f'
    return member.gender === null || member.gender === gender
  }
  return member.kind !== 'person' && (member.grammatical === 'plural' || member.kind === 'group' || member.kind === 'collective')
}

/** The state that a catalogue entry stands for or belongs to, for places that stand for their state. */
export const stateOf = (page: Page, entry: CatalogueEntry): CatalogueEntry | null =>
  entry.kind === 'state' ? entry : entry.country ? (page.knowledge.catalogue.entries.get(entry.country) ?? null) : null

export const isRelative = (page: Page, t: number): boolean => isClass(page, t, RELATIVE)
