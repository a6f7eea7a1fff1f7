import type { Agreement } from '../../knowledge/conjugation.ts'
import type { SetPhrase } from '../../knowledge/lexicon.ts'
import type { TokenRange } from '../document.ts'
import { type NounPhrase, nounPhraseAt } from './noun-phrases.ts'
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
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  verbAt,
} from './page.ts'

/** Who does what a verb says: a phrase, or only what the verb's form says of it. */
export interface Subject {
  readonly phrase: NounPhrase | null
  /** True when the phrase stands before the verb. */
  readonly isBefore: boolean
  /** Person, gender and number that an unnamed subject must have. */
  readonly agreement: Agreement
  /** The token behind the subject and all that was passed over to find it. */
  readonly next: number
}

/** How far behind its verb a subject may begin, in tokens. */
const REACH = 18

/** A set phrase found in the text: the token behind it (for «وفقا لـ» the token that carries the preposition). */
export interface SetPhraseMatch {
  readonly to: number
  readonly phrase: SetPhrase
}

/** The longest set phrase of a class that begins at a token, through a conjunction; null when none does. */
export function findSetPhrase(page: Page, t: number, name: string): SetPhraseMatch | null {
  const form = page.tokens.form[t]
  if (form === undefined || page.tokens.kind[t] !== 'word') return null
  const { phrases, clitics } = page.knowledge.lexicon
  const plain = matchSetPhrase(page, t, phrases.get(form), name)
  if (plain) return plain
  for (const conjunction of clitics.conjunctions) {
    if (!form.startsWith(conjunction)) continue
    const found = matchSetPhrase(page, t, phrases.get(form.slice(conjunction.length)), name)
    if (found) return found
  }
  return null
}

function matchSetPhrase(page: Page, t: number, phrases: readonly SetPhrase[] | undefined, name: string): SetPhraseMatch | null {
  for (const phrase of phrases ?? []) {
    if (phrase.name !== name) continue
    const { words, isOpen } = phrase
    const whole = isOpen ? words.length - 1 : words.length
    let fits = true
    for (let i = 1; i < whole && fits; i++) fits = page.tokens.form[t + i] === words[i]
    if (fits && isOpen) fits = page.words[t + whole]?.some((word) => word.preposition === words.at(-1) && !word.conjunction) ?? false
    if (fits) return { to: t + whole, phrase }
  }
  return null
}

/** The token behind a set phrase of a class at `t`, or 0. */
export const setPhraseAt = (page: Page, t: number, name: string): number => findSetPhrase(page, t, name)?.to ?? 0

/** Whether a phrase can be the subject of a verb of this form; unknown gender agrees with either. */
export function agrees(phrase: Pick<NounPhrase, 'gender' | 'number' | 'head' | 'name'>, agreement: Agreement, isBefore: boolean): boolean {
  if (agreement.person !== 3) return false
  if (agreement.number !== 'singular' && !isBefore) return false
  if (phrase.number === 'singular' && phrase.gender !== null && phrase.gender !== agreement.gender && (agreement.number === 'singular' || isBefore))
    return false
  if (isBefore && phrase.number === 'singular' && agreement.number === 'plural' && phrase.head !== 'common' && phrase.head !== 'head') return false
  return true
}

/** Whether a name at a token has a preposition written to it («لرويترز»). */
const isAttached = (page: Page, t: number): boolean => {
  const match = page.matches[t]
  return (
    match != null &&
    match.proclitics > 0 &&
    (page.words[t]?.some((word) => word.proclitics === match.proclitics && word.preposition !== '' && !word.conjunction) ?? false)
  )
}

/** «له», «بها»: a preposition of one letter with its pronoun, or null. */
export function boundPreposition(page: Page, t: number): { marker: string; agreement: Agreement } | null {
  const form = page.tokens.form[t] as string
  const { prepositions, pronouns } = page.knowledge.lexicon.clitics
  for (const marker of prepositions) {
    if (!form.startsWith(marker)) continue
    const pronoun = pronouns.find((p) => p.form === form.slice(marker.length))
    if (pronoun) return { marker, agreement: pronoun.agreement }
  }
  return null
}

/** The token behind an adverbial at `t` (time, adverb, bracket, turn phrase, prepositional phrase), or `t` when none stands there. */
export function skipAdverbial(page: Page, t: number, limit: number): number {
  const { tokens } = page
  if (t >= limit) return t
  const time = page.timeAt[t] as number
  if (time >= 0) {
    let u = t
    while (u < limit && page.timeAt[u] === time) u++
    return u
  }
  for (const name of ['turn', 'contrast']) {
    const to = setPhraseAt(page, t, name)
    if (to > 0) return to
  }
  if (tokens.kind[t] === 'mark') {
    const partner = tokens.partner[t] as number
    if (isMark(page, t, '(') && partner > t && partner < limit) return partner + 1
    return t
  }
  const best = page.best[t]
  if (!best) return t
  if (isAttached(page, t)) return page.matches[t]?.to ?? t
  const verb = verbAt(page, t)
  if (isClass(page, t, PREPOSITION) && !(verb && best.conjunction)) {
    // «خلالها», «ضدهم»: the preposition has its pronoun.
    if (best.pronoun || boundPreposition(page, t)) return t + 1
    if (t + 1 < limit && (page.timeAt[t + 1] as number) >= 0) return skipAdverbial(page, t + 1, limit)
    const inner = nounPhraseAt(page, t + 1, limit)
    if (inner) return inner.to
    if (t + 1 < limit && isClass(page, t + 1, PREPOSITION)) return skipAdverbial(page, t + 1, limit)
    return t + 1
  }
  if (best.preposition !== '' && best.verbs.length === 0 && !best.conjunction) {
    if (page.matches[t] && page.matches[t]?.proclitics === 0) return t
    const inner = nounPhraseAt(page, t, limit)
    return inner ? inner.to : t + 1
  }
  if (isClass(page, t, ADVERB) && !best.conjunction) return t + 1
  return t
}

/** «وتابع قائلا»: a participle behind a verb is no subject. */
const isParticiple = (page: Page, t: number): boolean =>
  page.words[t]?.some((word) => !word.article && word.participles.some((form) => form.isAccusative)) ?? false

/** The subject that stands behind a verb, before `limit`. */
export function subjectAfter(page: Page, verb: FiniteVerb, limit: number): Subject {
  const none: Subject = { phrase: null, isBefore: false, agreement: verb.form.agreement, next: verb.token + 1 }
  if (verb.form.agreement.person !== 3) return none
  const end = Math.min(limit, verb.token + REACH)
  let t = verb.token + 1
  for (let step = 0; step < 6 && t < end; step++) {
    if (isClass(page, t, COMPLEMENTIZER | BARE_COMPLEMENTIZER | RELATIVE)) break
    const next = skipAdverbial(page, t, end)
    if (next > t) {
      t = next
      // «قال، في بيان، الوزير»: a comma may close the adverbial.
      if (isMark(page, t, '،') || isMark(page, t, ',')) t++
      continue
    }
    if ((isMark(page, t, '،') || isMark(page, t, ',')) && step === 0 && isClass(page, t + 1, PREPOSITION)) {
      t++
      continue
    }
    const phrase = nounPhraseAt(page, t, limit, t === verb.token + 1)
    if (!phrase || page.best[t]?.conjunction || isParticiple(page, t)) break
    const agreement = bestAgreement(verb, phrase, false)
    if (!agreement) break
    return { phrase, isBefore: false, agreement, next: phrase.to }
  }
  return { ...none, next: t }
}

const bestAgreement = (verb: FiniteVerb, phrase: NounPhrase, isBefore: boolean): Agreement | null =>
  verb.word.verbs.find((form) => form.lemma === verb.form.lemma && agrees(phrase, form.agreement, isBefore))?.agreement ?? null

/** The phrase that ends right before token `end`, the longest one; null when none does. */
export function phraseEndingAt(page: Page, end: number): NounPhrase | null {
  const from = Math.max(page.sentences[page.tokens.sentence[end - 1] as number]?.from ?? 0, end - 14)
  for (let t = from; t < end; t++) {
    const phrase = nounPhraseAt(page, t, end)
    if (phrase && phrase.to === end) return phrase
  }
  return null
}

/** The subject that stands before a verb («لكن الرئيس قال»), within its sentence. */
export function subjectBefore(page: Page, verb: FiniteVerb): Subject | null {
  const { tokens } = page
  const sentence = page.sentences[tokens.sentence[verb.token] as number] as TokenRange
  let end = verb.token
  // Auxiliaries, particles and times stand between subject and verb.
  while (end > sentence.from) {
    const t = end - 1
    const before = verbAt(page, t)
    if (
      isClass(page, t, PERFECT_PARTICLE | FUTURE_PARTICLE | NEGATION | ADVERB) ||
      (page.timeAt[t] as number) >= 0 ||
      (before && !before.isAmbiguous && before.form.lemma.kind === 'auxiliary')
    )
      end--
    else break
  }
  if (end === sentence.from) return null
  const last = end - 1
  if (isClass(page, last, RELATIVE)) {
    const phrase = phraseEndingAt(page, isMark(page, last - 1, '،') ? last - 1 : last)
    // «التحرك الذي قال إن روسيا تراه …»: what is spoken of is not who speaks.
    return phrase && (phrase.head !== 'common' || phrase.number !== 'singular')
      ? { phrase, isBefore: true, agreement: verb.form.agreement, next: verb.token + 1 }
      : null
  }
  if (isMark(page, last, '،') || isMark(page, last, ',') || isMark(page, last, ')') || isMark(page, last, '-')) {
    // «الرئيس، الذي …، قال» or «الوزير (48 عاما) قال»: the phrase stands before the insertion.
    for (let t = last - 1, steps = 0; t > sentence.from && steps < 40; t--, steps++) {
      if (!isMark(page, t, '،') && !isMark(page, t, ',') && !isMark(page, t, '(') && !isMark(page, t, '-')) continue
      const phrase = phraseEndingAt(page, t)
      if (!phrase || !isOpening(page, phrase.from, sentence.from)) continue
      const agreement = bestAgreement(verb, phrase, true)
      if (agreement) return { phrase, isBefore: true, agreement, next: verb.token + 1 }
    }
    return null
  }
  const phrase = phraseEndingAt(page, end)
  if (!phrase || !isOpening(page, phrase.from, sentence.from)) return null
  const agreement = bestAgreement(verb, phrase, true)
  return agreement ? { phrase, isBefore: true, agreement, next: verb.token + 1 } : null
}

/** Whether a clause may begin at a token: nothing governs it from before. */
function isOpening(page: Page, t: number, sentenceFrom: number): boolean {
  if (t === sentenceFrom) return !(page.best[t]?.preposition && !page.matches[t])
  if (page.best[t]?.preposition) return false
  if (page.best[t]?.conjunction) return true
  const before = t - 1
  if (page.tokens.kind[before] === 'mark') return true
  if (isClass(page, before, SUBORDINATOR | COMPLEMENTIZER | BARE_COMPLEMENTIZER | PRONOUN)) return true
  const verb = verbAt(page, before)
  return (verb !== null && verb.form.lemma.kind === 'auxiliary') || (page.timeAt[before] as number) >= 0
}

const followsComplementizer = (page: Page, phrase: NounPhrase): boolean =>
  phrase.from > 0 && isClass(page, phrase.from - 1, COMPLEMENTIZER | BARE_COMPLEMENTIZER)

/** «حصول», «التزامها»: a verbal noun speaks and acts for nobody. */
const isDeed = (page: Page, phrase: NounPhrase): boolean => (page.best[phrase.from]?.nouns.length ?? 0) > 0

/** The subject of a verb: behind it, else before it, else only its agreement. */
export function subjectOf(page: Page, verb: FiniteVerb, limit: number): Subject {
  const before = subjectBefore(page, verb)
  // «إن عبد السلام التقى مسؤولين»: behind a complementizer the subject comes first, and what follows the verb is its object.
  if (before?.phrase && before.phrase.head !== 'common' && followsComplementizer(page, before.phrase)) return before
  const after = subjectAfter(page, verb, limit)
  // «كانت الوزارة قد أعلنت عن مقتل 15 شخصا»: what stands only behind a preposition's phrase is no subject where one came before.
  if (after.phrase && before?.phrase && before.phrase.head !== 'common' && after.phrase.from > verb.token + 1) return before
  if (after.phrase && after.phrase.head !== 'common') return after
  if (!after.phrase) return before ?? after
  // «كوريا الشمالية أكدت التزامها»: a bare noun behind the verb is its object where a name stands before.
  if (before?.phrase && before.phrase.head !== 'common') return before
  return isDeed(page, after.phrase) ? { ...after, phrase: null, next: verb.token + 1 } : after
}
