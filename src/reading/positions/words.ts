import type { Polarity } from '../../knowledge/stance.ts'
import type { Span } from '../../span.ts'
import { ADJECTIVE, COMMON } from '../../knowledge/lexicon.ts'
import { fold } from '../../fold.ts'
import {
  BARE_COMPLEMENTIZER,
  COMPLEMENTIZER,
  isClass,
  isMark,
  NEGATION,
  type Page,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  verbAt,
} from '../phrases/page.ts'
import { nounPhraseAt } from '../phrases/noun-phrases.ts'
import { findSetPhrase } from '../phrases/subjects.ts'
import type { StatementDraft } from '../statements/statements.ts'
import { subjectOfWords, targetEnd, targetSpan } from './targets.ts'

/** A stand that somebody's own words show. */
export interface Stand {
  readonly target: Span
  readonly polarity: Polarity
  readonly why: string
  readonly confidence: number
}

const WISHES = [
  ['not wanted', 'opposes', false],
  ['we refuse', 'opposes', true],
  ['wanted', 'supports', false],
  ['we want', 'supports', true],
  ['need', 'supports', false],
] as const

/** What reported words want or do not want: «يجب …», «ضرورة …», «نرفض …». */
export function* wishesOf(page: Page, statement: StatementDraft): Generator<Stand> {
  for (let t = statement.from; t < statement.to; t++) {
    if (page.tokens.kind[t] !== 'word' || isAsked(page, t)) continue
    for (const [name, stand, isOwn] of WISHES) {
      // «نرفض» is the speaker's own word only where he is quoted.
      if (isOwn && statement.type === 'indirect') continue
      const match = findSetPhrase(page, t, name)
      if (!match) continue
      let from = match.to
      const isNegated = t > statement.from && isClass(page, t - 1, NEGATION) && !isClass(page, t - 1, SUBORDINATOR)
      // «ما يجب أن يناقش»: no one thing is wanted.
      if (t > 0 && (isClass(page, t - 1, RELATIVE) || (isClass(page, t - 1, NEGATION) && isClass(page, t - 1, SUBORDINATOR)))) break
      from = behindAgent(page, from, statement.to)
      if (from >= statement.to) break
      if (name === 'need' && !isNamedNeed(page, t, from)) break
      const first = page.best[from]
      if (isClass(page, from, PREPOSITION) && first?.classes !== 0 && !isClass(page, from, COMPLEMENTIZER | BARE_COMPLEMENTIZER)) break
      const isClause = isClass(page, from - 1, COMPLEMENTIZER | BARE_COMPLEMENTIZER)
      const start = isClause ? from - 1 : from
      const to = targetEnd(page, from, statement.to)
      const target = to - from >= (isClause ? 2 : 1) ? targetSpan(page, start, to) : null
      if (!target) break
      const polarity: Polarity = isNegated ? (stand === 'supports' ? 'opposes' : 'supports') : stand
      yield { target, polarity, why: match.phrase.why, confidence: 0.6 }
      t = Math.max(t, to - 1)
      break
    }
  }
}

/** Whether a token stands in a question. */
const isAsked = (page: Page, t: number): boolean => /^[؟?]/.test(page.tokens.form[(page.sentences[page.tokens.sentence[t] as number]?.to ?? 1) - 1] ?? '')

/** «على بيونغ يانغ اتخاذ خطوات»: who has to do it stands before what is wanted. */
function behindAgent(page: Page, from: number, limit: number): number {
  if (!isClass(page, from, PREPOSITION)) return from
  const phrase = nounPhraseAt(page, from + 1, limit)
  if (!phrase || phrase.head === 'common') return from
  return isMark(page, phrase.to, '،') ? phrase.to + 1 : phrase.to
}

/** «ضرورة وقف القتال», but not «ذات أهمية», «أهمية قصوى». */
function isNamedNeed(page: Page, t: number, from: number): boolean {
  const next = page.best[from]
  if (!next || page.tokens.kind[from] === 'mark') return page.tokens.kind[from] === 'mark' && (page.tokens.partner[from] as number) > from
  if (page.best[t]?.article || page.best[t]?.pronoun) return false
  if (isClass(page, from, COMPLEMENTIZER | BARE_COMPLEMENTIZER)) return true
  return (next.flags & ADJECTIVE) === 0 && next.preposition === '' && !next.conjunction && next.classes === 0
}

/** How far behind the phrase it is said of a judgement may stand, in tokens. */
const REACH = 6

/** What reported words think well or ill of: «إن القرار خطأ جسيم», «وصف الاتفاق بأنه تاريخي». Null when they judge nothing. */
export function judgementOf(page: Page, statement: StatementDraft): Stand | null {
  const subject = subjectOfWords(page, statement.from, statement.to)
  if (!subject || subject.head === 'pronoun' || !subject.isDefinite) return null
  const { stance } = page.knowledge
  let isNegated = false
  for (let t = subject.to; t < Math.min(statement.to, subject.to + REACH); t++) {
    if (page.tokens.kind[t] === 'mark') {
      if (isMark(page, t, '"') || isMark(page, t, '«') || isMark(page, t, '“')) continue
      return null
    }
    const best = page.best[t]
    const has = (words: ReadonlySet<string>) =>
      page.words[t]?.some(
        (word) => word.score >= (best?.score ?? 0) - 9 && (!word.article || word.preposition !== '') && (words.has(word.stem) || words.has(word.base)),
      ) ?? false
    const isIll = isNegated ? has(stance.notSo) : has(stance.ill)
    if (isIll || (!isNegated && has(stance.well))) {
      const to = targetEnd(page, subject.from, t)
      const span: Span = [subject.start, page.tokens.end[Math.max(to, subject.to) - 1] as number]
      return { target: span, polarity: isIll ? 'opposes' : 'supports', why: `words/stance/judges ${isIll ? 'ill' : 'well'}`, confidence: 0.5 }
    }
    const verb = verbAt(page, t)
    const joins = verb !== null && verb.word.verbs.some((form) => stance.joins.has(fold(form.lemma.text)))
    if (isClass(page, t, NEGATION) || isNot(page, t)) isNegated = true
    else if (!joins && !isClass(page, t, COMPLEMENTIZER | BARE_COMPLEMENTIZER | PRONOUN) && !isNeutral(page, t)) return null
  }
  return null
}

/** «أمر», «خطوة», «قرار» before the judgement proper: «إن الاتفاق خطوة خطيرة». */
const isNeutral = (page: Page, t: number): boolean => {
  const best = page.best[t]
  return (
    best !== undefined &&
    !best.article &&
    !best.conjunction &&
    best.classes === 0 &&
    best.verbs.length === 0 &&
    (best.flags & COMMON) !== 0 &&
    (best.flags & ADJECTIVE) === 0
  )
}

/** «غير»: denies the adjective behind it. */
const isNot = (page: Page, t: number): boolean => page.knowledge.stance.notSo.has(page.best[t + 1]?.stem ?? '') && isClass(page, t, SUBORDINATOR)
