import type { CatalogueEntry, CatalogueKind } from '../../knowledge/catalogue.ts'
import type { Gender, GrammaticalNumber } from '../../knowledge/conjugation.ts'
import { ADJECTIVE, ADVERBIAL, COMMON, DEMONYM, HEAD, PLURAL, TITLE } from '../../knowledge/lexicon.ts'
import type { HeadNoun, Title } from '../../knowledge/names.ts'
import type { Word } from '../../knowledge/analysis.ts'
import type { Span } from '../../span.ts'
import type { TokenRange } from '../document.ts'
import { type CatalogueMatch, isJoint } from '../names/matches.ts'
import {
  ADVERB,
  BARE_COMPLEMENTIZER,
  COMPLEMENTIZER,
  COORDINATOR,
  DEMONSTRATIVE,
  FUTURE_PARTICLE,
  isClass,
  isMark,
  NEGATION,
  type Page,
  PERFECT_PARTICLE,
  PREPOSITION,
  PRONOUN,
  QUANTIFIER,
  REFLEXIVE,
  RELATIVE,
  stemStart,
  SUBORDINATOR,
  verbAt,
} from './page.ts'

/** What a noun phrase begins with. */
export type PhraseHead = 'title' | 'head' | 'catalogue' | 'name' | 'pronoun' | 'common'

/**
 * A noun phrase: one head with what belongs to it, up to where another phrase or clause begins. Tokens `from`–`to`; `start` is
 * the offset behind the proclitics of the first.
 */
export interface NounPhrase extends TokenRange {
  readonly start: number
  readonly end: number
  readonly head: PhraseHead
  /** The words of the role, for a titled person. */
  readonly title: TokenRange | null
  readonly titleWord: Title | null
  /** The words of a person's own name. */
  readonly name: TokenRange | null
  readonly headNoun: HeadNoun | null
  /** The catalogue form that is the phrase's head, or the person it names. */
  readonly match: CatalogueMatch | null
  /** State or body named inside the role or behind the head («وزير الخارجية الفرنسي» → FR). */
  readonly about: readonly string[]
  readonly isDefinite: boolean
  readonly gender: Gender | null
  readonly number: GrammaticalNumber
}

const STOPS = PREPOSITION | COMPLEMENTIZER | BARE_COMPLEMENTIZER | RELATIVE | SUBORDINATOR | NEGATION | PERFECT_PARTICLE | FUTURE_PARTICLE | ADVERB | PRONOUN
/** The longest role with a name that news writes, in tokens. */
const LONGEST = 24

export const titleAt = (page: Page, t: number): { title: Title; to: number; word: Word } | null => wordsAt(page, t, page.knowledge.names.titles, TITLE)
export const headAt = (page: Page, t: number): { title: HeadNoun; to: number; word: Word } | null => wordsAt(page, t, page.knowledge.names.heads, HEAD)

function wordsAt<T extends { rest: readonly string[] }>(
  page: Page,
  t: number,
  table: ReadonlyMap<string, readonly T[]>,
  flag: number,
): { title: T; to: number; word: Word } | null {
  if (page.tokens.kind[t] !== 'word') return null
  const best = page.best[t] as Word
  for (const word of page.words[t] ?? []) {
    if ((word.flags & flag) === 0 || (word.pronoun && word !== best)) continue
    if (word.future || word.score < best.score - 9) continue
    const candidates = table.get(word.stem) ?? table.get(word.base)
    if (!candidates) continue
    for (const candidate of candidates) {
      let u = t + 1
      let fits = true
      for (const rest of candidate.rest) {
        const next = page.best[u]
        if (!next || (page.tokens.form[u] !== rest && next.stem !== rest && !page.words[u]?.some((w) => w.stem === rest && !w.conjunction))) {
          fits = false
          break
        }
        u++
      }
      if (fits) return { title: candidate, to: u, word }
    }
  }
  return null
}

/** The state whose adjective a token is («الروسي», «روسية», «الروس»), or null. */
export function demonymAt(page: Page, t: number): string | null {
  const { demonyms } = page.knowledge.catalogue
  for (const word of page.words[t] ?? []) {
    const state = word.pronoun || (word.flags & DEMONYM) === 0 ? undefined : demonyms.get(word.stem)
    if (state) return state
  }
  return null
}

const kindOf = (match: CatalogueMatch): CatalogueKind => (match.form.entries[0] as CatalogueEntry).kind
export const isPersonMatch = (match: CatalogueMatch | null | undefined): boolean => match != null && kindOf(match) === 'person'

/** Whether a token could be a word of a person's name: no word that the lexicon knows as anything else. */
export function isNameWord(page: Page, t: number): boolean {
  const kind = page.tokens.kind[t]
  if (kind === 'latin') return true
  if (kind !== 'word' || (page.timeAt[t] as number) >= 0) return false
  const best = page.best[t] as Word
  const { names } = page.knowledge
  if (best.conjunction || best.preposition) {
    // «وماكرون»: the name is behind the clitic; the phrase must begin there, not go on over it.
    return false
  }
  if (best.classes & (STOPS | DEMONSTRATIVE | COORDINATOR | REFLEXIVE)) return false
  if (page.matches[t] && isPersonMatch(page.matches[t])) return true
  if (names.firstNames.has(best.stem) || names.joinsNext.has(best.stem) || names.joinsBefore.has(best.stem)) return true
  if (best.flags & COMMON) return false
  if (titleAt(page, t) || headAt(page, t) || demonymAt(page, t)) return false
  if (best.nouns.length > 0 || best.participles.length > 0) return false
  if (best.verbs.length > 0) return false
  return true
}

/** Whether a first name stands at `t` with an unknown word, or another name, behind it. */
function isFirstOfName(page: Page, t: number, limit: number): boolean {
  const best = page.best[t] as Word
  const next = page.best[t + 1]
  if (!page.knowledge.names.firstNames.has(best.stem) || best.proclitics > 0 || t + 1 >= limit || page.tokens.kind[t + 1] !== 'word' || !next) return false
  return isNameWord(page, t + 1) || (next.article && !next.conjunction && next.preposition === '' && (next.flags & COMMON) === 0 && next.nouns.length === 0)
}

/** Builder of one noun phrase. */
interface Draft {
  page: Page
  from: number
  u: number
  to: number
  start: number
  limit: number
  head: PhraseHead
  title: TokenRange | null
  titleWord: Title | null
  name: TokenRange | null
  headNoun: HeadNoun | null
  match: CatalogueMatch | null
  about: string[]
  isDefinite: boolean
  gender: Gender | null
  number: GrammaticalNumber
}

/**
 * The noun phrase that begins at token `t`, or null when none does. It ends before a finite verb, a complementizer, a
 * preposition that does not belong to its role, a time, a comma, and before a second phrase: once a phrase is definite, a word
 * without article can only go on as a person's name (so that «اتهمت واشنطن موسكو» parts into two). With `isSubject` a word that
 * looks like a verb is taken for a name, as right behind a verb («قال آبي إن»).
 */
export function nounPhraseAt(page: Page, t: number, limit: number = page.tokens.count, isSubject = false): NounPhrase | null {
  const { tokens } = page
  const end = Math.min(limit, page.sentences[tokens.sentence[t] as number]?.to ?? limit, t + LONGEST)
  let from = t
  while (from < end && (isMark(page, from, '#') || isMark(page, from, '_'))) from++
  if (from >= end) return null
  let first = from
  // Quantifiers and demonstratives stand before the phrase they belong to.
  while (
    first + 1 < end &&
    (isClass(page, first, QUANTIFIER | DEMONSTRATIVE) || tokens.kind[first] === 'number') &&
    !titleAt(page, first) &&
    !headAt(page, first) &&
    tokens.kind[first + 1] !== 'mark'
  ) {
    first++
    if (page.knowledge.names.partitives.has(tokens.form[first] as string)) first++
  }
  const best = page.best[first] as Word
  if (
    tokens.kind[first] === 'mark' ||
    (page.timeAt[first] as number) >= 0 ||
    page.knowledge.lexicon.clitics.prepositions.includes(tokens.form[first] as string)
  )
    return null
  if (first === from && (best.classes & (STOPS | COORDINATOR)) !== 0 && !page.matches[first]) return null
  if ((best.classes & DEMONSTRATIVE) !== 0) return null
  if (first !== from && !page.matches[first] && ((best.classes & STOPS) !== 0 || best.preposition !== '' || best.conjunction)) return null
  const draft: Draft = {
    page,
    from,
    u: first,
    to: first + 1,
    start: 0,
    limit: end,
    head: 'common',
    title: null,
    titleWord: null,
    name: null,
    headNoun: null,
    match: null,
    about: [],
    isDefinite: false,
    gender: null,
    number: 'singular',
  }
  const title = titleAt(page, first)
  const head = headAt(page, first)
  const match = page.matches[first] ?? null
  const opener = match && match.proclitics > 0 ? match.proclitics : (title?.word ?? head?.word ?? best).proclitics
  draft.start = first === from ? stemStart(page, first, opener) : (tokens.start[from] as number) + 0
  if (first !== from) draft.start = stemStart(page, from, (page.best[from] as Word).proclitics)
  if (match && (!title || match.to > title.to) && (!head || match.to > head.to) && !(match.form.kind === 'weak' && match.to - match.from === 1))
    takeMatch(draft, match)
  else if (title) takeTitle(draft, title)
  else if (head) takeHead(draft, head)
  else if (isNameWord(page, first) || page.knowledge.names.firstNames.has(best.stem)) {
    draft.head = 'name'
    draft.u = first
    takeName(draft, first)
  } else {
    const verb = verbAt(page, first)
    if (verb && !verb.isAmbiguous && first === from) {
      if (!isSubject || best.classes !== 0 || best.conjunction || best.article || best.preposition || best.pronoun) return null
      draft.head = 'name'
      takeName(draft, first, true)
      return finish(draft)
    }
    draft.isDefinite = best.article || best.pronoun !== null
    draft.gender = isFeminineForm(page, first) ? 'f' : null
    if ((best.flags & PLURAL) !== 0) draft.number = 'plural'
    draft.u = first + 1
    draft.to = first + 1
  }
  extend(draft)
  takeApposition(draft)
  return finish(draft)
}

/**
 * «رئيس الوزراء، آبي أحمد، …» and «عدنان منصر، الأمين العام للحزب، …»: behind a comma the name of a role, or the role of a name,
 * up to the next comma, clause or quotation.
 */
function takeApposition(draft: Draft) {
  const { page, to } = draft
  const { tokens } = page
  if (to + 1 >= draft.limit || tokens.kind[to] !== 'mark' || !(isMark(page, to, '،') || isMark(page, to, ','))) return
  if (draft.head === 'title' && draft.name === null && !draft.titleWord?.isPlural) {
    const title = titleAt(page, to + 1)
    const start = title && !page.best[to + 1]?.conjunction && !isNameWord(page, to + 1) ? title.to : to + 1
    const before = { u: draft.u, to: draft.to, name: draft.name, match: draft.match, gender: draft.gender, isDefinite: draft.isDefinite }
    if (start < draft.limit && isNameWord(page, start) && takeName(draft, start) && closesApposition(page, draft.to, draft.limit)) return
    Object.assign(draft, before)
  } else if (draft.name !== null && draft.title === null) {
    const title = titleAt(page, to + 1)
    if (!title || page.best[to + 1]?.conjunction || title.title.isPlural) return
    const role = nounPhraseAt(page, to + 1, draft.limit)
    if (!role || role.name !== null || role.head !== 'title' || !closesApposition(page, role.to, draft.limit)) return
    draft.title = { from: role.from, to: role.to }
    draft.titleWord = role.titleWord
    draft.about.push(...role.about)
    draft.to = role.to
    draft.u = role.to
  }
}

/** Whether an apposition can end at a token: a mark, a clause, a preposition or a time comes, not one more name of a list. */
function closesApposition(page: Page, t: number, limit: number): boolean {
  if (t >= limit || page.tokens.kind[t] === 'mark' || (page.timeAt[t] as number) >= 0) return true
  const best = page.best[t] as Word
  if (best.conjunction && !verbAt(page, t)) return false
  return (best.classes & STOPS) !== 0 || best.preposition !== '' || verbAt(page, t) !== null
}

function takeMatch(draft: Draft, match: CatalogueMatch) {
  const { page } = draft
  draft.match = match
  draft.head = 'catalogue'
  draft.isDefinite = true
  draft.u = match.to
  draft.to = match.to
  const entry = match.form.entries[0] as CatalogueEntry
  // A body goes by the noun its name begins with, a building that stands for a state by its own gender («أعلن البيت الأبيض»).
  draft.gender =
    entry.kind === 'person'
      ? entry.gender
      : entry.kind === 'state' && !(match.form.kind === 'seat' && page.best[match.from]?.article)
        ? // A capital is feminine whatever its state is.
          match.form.kind === 'seat'
          ? 'f'
          : (entry.gender ?? 'f')
        : null
  if (entry.kind === 'person') {
    draft.name = { from: match.from, to: match.to }
    draft.head = 'name'
  }
}

function takeTitle(draft: Draft, found: { title: Title; to: number; word: Word }) {
  const { page } = draft
  draft.head = 'title'
  draft.titleWord = found.title
  draft.gender = found.title.gender
  draft.number = found.title.isPlural ? 'plural' : 'singular'
  // «المتحدثة باسم …» is not whole before its body is named.
  draft.isDefinite =
    !(found.title.takes.includes('body') && found.title.rest.length > 0) &&
    (found.word.article || found.word.pronoun !== null || (found.title.rest.length > 0 && (page.best[found.to - 1] as Word).article))
  draft.title = { from: draft.u, to: found.to }
  draft.u = found.to
  draft.to = found.to
}

function takeHead(draft: Draft, found: { title: HeadNoun; to: number; word: Word }) {
  const { page } = draft
  draft.head = 'head'
  draft.headNoun = found.title
  const isPlural = found.title.isPlural || (found.word.flags & PLURAL) !== 0
  draft.number = isPlural ? 'plural' : 'singular'
  // Collectives and bodies of several words go with either gender («قالت مصادر», «أفادت وسائل إعلام»).
  const isOne =
    !isPlural && found.title.rest.length === 0 && (found.title.kind === 'person' || found.title.kind === 'anonymous' || found.title.kind === 'organization')
  draft.gender = isFeminineForm(page, draft.u) ? 'f' : isOne ? 'm' : null
  draft.isDefinite = found.word.article || found.word.pronoun !== null
  draft.u = found.to
  draft.to = found.to
}

const isFeminineForm = (page: Page, t: number): boolean => page.knowledge.lexicon.clitics.feminineEndings.some((ending) => page.best[t]?.stem.endsWith(ending))

/** Takes the words of a person's name from `t` on. */
function takeName(draft: Draft, t: number, isForced = false): boolean {
  const { page, limit } = draft
  const { names } = page.knowledge
  let u = t
  const match = page.matches[t]
  // Inside a role the first letter of a name is no preposition: «باولو» is not «بـ» and «أولو».
  const isCut = match != null && match.proclitics > 0 && t > draft.from
  if (match && !isCut && isPersonMatch(match) && (match.form.kind !== 'weak' || draft.head === 'title' || match.to - match.from > 1)) {
    draft.match = match
    u = match.to
  }
  let joins = false
  while (u < limit && u - t < 7) {
    if (isJoint(page, u) && u > t) {
      u++
      continue
    }
    const best = page.best[u] as Word
    const isName = isNameWord(page, u) || (isForced && u === t)
    // «بن», «عبد», «أبو» take the next word along whatever it is; «الدين», «الله» belong to the word before.
    const isSecond =
      u > t && ((joins && (best.classes & (STOPS | COORDINATOR)) === 0 && best.preposition === '') || names.joinsBefore.has(page.tokens.form[u] as string))
    if (!isName && !isSecond) {
      // A family name may carry the article, or be a word of its own, behind a first name: «محمد السعيد», «هيذر ناورت».
      const follows =
        u > t &&
        u === t + 1 &&
        best.article &&
        !best.conjunction &&
        !best.preposition &&
        !demonymAt(page, u) &&
        !titleAt(page, u) &&
        !headAt(page, u) &&
        names.firstNames.has((page.best[t] as Word).stem)
      // «بول ليفن»: right behind a first name even a verb with ل is a family name.
      const isFamily =
        u === t + 1 && best.preposition !== '' && best.verbs.length > 0 && best.nouns.length === 0 && names.firstNames.has((page.best[t] as Word).stem)
      if (!follows && !isFamily) break
    }
    if (u > t && page.matches[u] && !isPersonMatch(page.matches[u]) && !joins && (page.matches[u] as CatalogueMatch).form.kind !== 'weak') {
      // A state or body behind a name is another phrase, unless the name has not really begun.
      break
    }
    joins = names.joinsNext.has(best.stem)
    u++
  }
  if (u === t) return false
  while (u > t + 1 && page.tokens.kind[u - 1] === 'mark') u--
  draft.name = { from: t, to: u }
  if (draft.gender === null || draft.head === 'name')
    draft.gender =
      names.firstNames.get((page.best[t] as Word).stem)?.gender ?? (draft.match?.form.entries[0] as CatalogueEntry | undefined)?.gender ?? draft.gender
  draft.isDefinite = true
  draft.u = u
  draft.to = u
  return true
}

/** Lets a phrase take what belongs to it. */
function extend(draft: Draft) {
  const { page } = draft
  const { tokens } = page
  let hasAdjective = false
  for (;;) {
    const u = draft.u
    if (u >= draft.limit || (page.timeAt[u] as number) >= 0) return
    if (tokens.kind[u] === 'mark') {
      if (isJoint(page, u)) {
        draft.u++
        continue
      }
      if (takeQuotedName(draft)) continue
      return
    }
    if (tokens.kind[u] === 'number') return
    const best = page.best[u] as Word
    if (draft.name && draft.head === 'title') return
    if (draft.name && draft.match === null && draft.head === 'name') return
    if (takeComplement(draft)) {
      hasAdjective = false
      continue
    }
    if ((best.classes & (STOPS | COORDINATOR)) !== 0 && !(page.matches[u] && best.classes === ADVERB)) return
    if (best.conjunction || best.preposition) {
      if (best.conjunction && best.article && takesPortfolio(draft) && page.knowledge.names.portfolios.has(best.stem)) {
        draft.u++
        draft.to = draft.u
        continue
      }
      return
    }
    if ((best.classes & REFLEXIVE) !== 0) {
      draft.u++
      draft.to = draft.u
      return
    }
    const state = demonymAt(page, u)
    const match = page.matches[u] ?? null
    const isStrong = match !== null && !(match.form.kind === 'weak' && match.to - match.from === 1)
    const verb = verbAt(page, u)
    // «وزير الخارجية الأردني ناصر الحلبي»: behind a role a first name before another name is no verb.
    if (verb && !verb.isAmbiguous && draft.head === 'title' && draft.name === null && isFirstOfName(page, u, draft.limit) && takeName(draft, u)) continue
    if (verb && !verb.isAmbiguous && !best.article && !isStrong) return
    if (verb && verb.isAmbiguous && draft.isDefinite && !best.article && !isStrong && !state) return
    const isLonger = isStrong && (match as CatalogueMatch).to - u > 1
    if (!draft.isDefinite) {
      if (isStrong && (!state || isLonger)) {
        const entry = (match as CatalogueMatch).form.entries[0] as CatalogueEntry
        if (entry.kind === 'person' && draft.head === 'title' && draft.title) {
          if (takeName(draft, u)) continue
        }
        if (hasAdjective && entry.kind !== 'person') return
        draft.about.push(entry.id)
        if (draft.head === 'head' && draft.match === null && entry.kind !== 'state' && entry.kind !== 'place' && entry.kind !== 'person') draft.match = match
        advance(draft, (match as CatalogueMatch).to)
        draft.isDefinite = true
        continue
      }
      if (best.article) {
        if (hasAdjective || isClosedForm(page, u - 1)) return
        if (state) draft.about.push(state)
        advance(draft, u + 1)
        draft.isDefinite = true
        continue
      }
      if (state) {
        draft.about.push(state)
        advance(draft, u + 1)
        hasAdjective = true
        continue
      }
      const title = titleAt(page, u)
      const head = headAt(page, u)
      if (title || head) {
        if (hasAdjective) return
        // An idafa of roles and bodies: «مكتب رئيس الوزراء», «نائب وزير الخارجية».
        advance(draft, (title ?? head)?.to as number)
        draft.isDefinite = ((title ?? head) as { word: Word }).word.article
        continue
      }
      if (best.flags & ADVERBIAL) return
      if (best.flags & ADJECTIVE) {
        advance(draft, u + 1)
        hasAdjective = true
        continue
      }
      // Behind an adjective a known noun is another phrase: «نفى مصدر دبلوماسي وجود خلافات».
      if (hasAdjective && (best.flags & COMMON) !== 0) return
      if (isNameWord(page, u)) {
        if (draft.head === 'title' && takeName(draft, u)) continue
        advance(draft, u + 1)
        // «شركة ماري نوفا»: the name of a body may have more words.
        while (
          draft.head === 'head' &&
          draft.u < draft.limit &&
          isNameWord(page, draft.u) &&
          !page.matches[draft.u] &&
          !page.knowledge.names.firstNames.has((page.best[draft.u] as Word).stem)
        )
          advance(draft, draft.u + 1)
        draft.isDefinite = draft.head === 'head'
        if (draft.head === 'common') draft.isDefinite = false
        continue
      }
      // «نقلت عن مسؤول قوله إن …»: the saying is no part of who says it.
      if (draft.head === 'name' || (best.pronoun && best.nouns.length > 0)) return
      advance(draft, u + 1)
      if (best.pronoun) draft.isDefinite = true
      continue
    }
    // Definite: the article goes on (adjective), a title's name comes, anything else is another phrase.
    if (state && best.article && !isLonger) {
      if (draft.head === 'catalogue' && draft.match && kindOf(draft.match) === 'state') return
      draft.about.push(state)
      advance(draft, u + 1)
      continue
    }
    if (isStrong && !isPersonMatch(match)) {
      if (draft.head === 'title' && draft.name === null && kindOf(match as CatalogueMatch) === 'place' && isNameWord(page, u) && takeName(draft, u)) continue
      return
    }
    if (draft.head === 'title' && draft.titleWord && !draft.titleWord.isPlural) {
      if (best.article && !isPersonMatch(match)) {
        if (titleAt(page, u) && draft.about.length > 0) return
        if (draft.about.length > 0 && isAnotherThing(page, u)) return
        advance(draft, u + 1)
        continue
      }
      const title = titleAt(page, u)
      if (title && !page.knowledge.names.firstNames.has(best.stem)) {
        // «نائب رئيس الوزراء وزير الدفاع», «الرئيس الأمريكي السابق جنرال …»: a second title of the same person.
        advance(draft, title.to)
        draft.isDefinite = title.word.article || (page.best[title.to - 1] as Word).article
        continue
      }
      if (takeName(draft, u)) continue
      return
    }
    if (draft.head === 'name') return
    if (best.article && !titleAt(page, u) && !isPersonMatch(match)) {
      if (draft.head === 'catalogue' && draft.match && kindOf(draft.match) === 'state') return
      if (headAt(page, u) && (draft.about.length > 0 || draft.head === 'catalogue')) return
      if (draft.head === 'catalogue' && isAnotherThing(page, u)) return
      if (draft.head === 'head' && !page.best[u - 1]?.article && isAnotherThing(page, u)) return
      if (page.best[u - 1]?.article && isOnlyNoun(page, u)) return
      advance(draft, u + 1)
      continue
    }
    return
  }
}

/** A noun with article that no longer belongs to a phrase which is full: «الأمين العام للأمم المتحدة الأوضاع». */
function isAnotherThing(page: Page, u: number): boolean {
  const best = page.best[u] as Word
  const { modifiers, portfolios } = page.knowledge.names
  if ((best.flags & ADJECTIVE) !== 0 || demonymAt(page, u) || modifiers.has(best.stem) || portfolios.has(best.stem)) return false
  if (best.nouns.length === 0 && best.stem.length > 4 && page.knowledge.lexicon.clitics.adjectiveEndings.some((ending) => best.stem.endsWith(ending)))
    return false
  // «المقاتلين الأكراد»: a people tells more of a plural.
  if ((page.best[u - 1]?.flags ?? 0) & HEAD && headAt(page, u)?.title.kind === 'group' && headAt(page, u)?.title.isPlural) return false
  return headAt(page, u) !== null || best.nouns.length > 0 || (best.flags & (PLURAL | COMMON)) !== 0
}

/** A dual or plural that has kept its ن stands alone: «قطع محتجون الطريق». */
function isClosedForm(page: Page, t: number): boolean {
  const word = page.best[t]
  if (!word || word.base === word.stem) return false
  return page.knowledge.lexicon.clitics.nounEndings.some(({ form, isClosed }) => isClosed && word.stem === word.base + form)
}

/** A noun with article behind another word with article is no adjective of it: «غادر الوفد المحادثات». */
function isOnlyNoun(page: Page, u: number): boolean {
  const best = page.best[u] as Word
  return isAnotherThing(page, u) && best.participles.length === 0 && !(page.words[u] ?? []).some((word) => (word.flags & ADJECTIVE) !== 0)
}

const advance = (draft: Draft, to: number) => {
  draft.u = to
  draft.to = to
  if (draft.title && draft.head === 'title') draft.title = { from: draft.title.from, to }
}

const takesPortfolio = (draft: Draft): boolean => draft.titleWord?.takes.includes('portfolio') ?? false

/** A short quotation behind a head noun is the name of the body: «حزب "الوطن"», «صحيفة «الغارديان»». */
function takeQuotedName(draft: Draft): boolean {
  const { page, u } = draft
  if (draft.head === 'title' && !page.tokens.form[u - 1]) return false
  if (draft.head !== 'head' && draft.head !== 'common' && draft.head !== 'title') return false
  const close = page.tokens.partner[u] ?? -1
  if (close <= u || close - u > 6 || close >= draft.limit) return false
  const quotation = page.quotations.find((q) => q.open === u)
  if (!quotation) return false
  const isHead = draft.head === 'head' || (draft.title !== null && headAt(page, u - 1) !== null) || draft.u - 1 > draft.from
  if (!isHead || (draft.isDefinite && draft.head !== 'head')) return false
  for (let t = u + 1; t < close; t++) {
    const verb = verbAt(page, t)
    if ((verb && !verb.isAmbiguous) || isClass(page, t, COMPLEMENTIZER)) return false
  }
  const inner = page.matches[u + 1]
  if (inner && draft.match === null) {
    draft.about.push((inner.form.entries[0] as CatalogueEntry).id)
    if (!isPersonMatch(inner) && kindOf(inner) !== 'state') draft.match = inner
  }
  advance(draft, close + 1)
  draft.isDefinite = true
  return true
}

/** Takes «باسم …», «لـ…», «في …», «إلى …» behind a title or head that opens a place for it. */
function takeComplement(draft: Draft): boolean {
  const { page, u } = draft
  if (draft.name !== null || (draft.head !== 'title' && draft.head !== 'head')) return false
  const best = page.best[u] as Word
  if (best.conjunction) return false
  const attached = best.preposition !== '' && best.verbs.length === 0 ? best.preposition : ''
  const free = (best.classes & PREPOSITION) !== 0 ? (page.tokens.form[u] as string) : ''
  const marker = attached || free
  if (marker === '') return false
  const takes = draft.titleWord?.takes ?? []
  const isSource = draft.headNoun !== null && (draft.headNoun.kind === 'anonymous' || draft.headNoun.kind === 'collective' || draft.headNoun.kind === 'group')
  const isOpen = takes.includes(marker) || takes.includes(page.tokens.form[u] as string) || (isSource && page.knowledge.names.sourcePrepositions.has(marker))
  // «المنظمة الدولية للهجرة»: behind its adjective a body's name goes on with ل and the article.
  const isName =
    draft.head === 'head' &&
    draft.headNoun?.kind === 'organization' &&
    best.article &&
    attached === page.knowledge.lexicon.clitics.joined[0]?.preposition &&
    u - draft.from > 1 &&
    page.best[u - 1]?.article === true &&
    draft.about.length === 0
  if (!isOpen && !isName) return false
  const at = attached ? u : u + 1
  if (at >= draft.limit || (page.timeAt[at] as number) >= 0) return false
  const word = page.best[at] as Word
  if (page.knowledge.names.venues.has(word.stem) || page.knowledge.names.venues.has(page.tokens.form[at] as string)) return false
  const inner = nounPhraseAt(page, at, draft.limit)
  if (!inner || (inner.head === 'common' && attached === '' && !inner.isDefinite && !isSource)) return false
  if (attached && inner.headNoun && (inner.headNoun.kind === 'collective' || inner.headNoun.kind === 'media')) return false
  // A deed is what the source does or is accused of, not where it belongs: «المعارضة بتنفيذ الهجوم».
  if (inner.head === 'common' && word.nouns.length > 0) return false
  if (inner.match) draft.about.push((inner.match.form.entries[0] as CatalogueEntry).id)
  draft.about.push(...inner.about)
  advance(draft, inner.to)
  draft.isDefinite = true
  return true
}

function finish(draft: Draft): NounPhrase {
  const { page } = draft
  return {
    from: draft.from,
    to: draft.to,
    start: draft.start,
    end: page.tokens.end[draft.to - 1] as number,
    head: draft.head,
    title: draft.title,
    titleWord: draft.titleWord,
    name: draft.name,
    headNoun: draft.headNoun,
    match: draft.match,
    about: draft.about,
    isDefinite: draft.isDefinite,
    gender: draft.gender,
    number: draft.number,
  }
}

/** The span of a phrase: without the proclitics of its first word. */
export const phraseSpan = (phrase: NounPhrase): Span => [phrase.start, phrase.end]
