import type { Span } from '../../span.ts'
import { type NounPhrase, nounPhraseAt } from '../phrases/noun-phrases.ts'
import { BARE_COMPLEMENTIZER, COMPLEMENTIZER, isClass, isMark, type Page, PREPOSITION, stemStart, verbAt } from '../phrases/page.ts'
import { findSetPhrase } from '../phrases/subjects.ts'

/** The longest target, in tokens. */
const LONGEST = 30

const isComma = (page: Page, t: number): boolean => isMark(page, t, '،') || isMark(page, t, ',') || isMark(page, t, '؛')

/** The token behind a target that begins at `from`: before a comma, a purpose, a time clause, or the next clause. */
export function targetEnd(page: Page, from: number, limit: number): number {
  const { tokens } = page
  const end = Math.min(limit, from + LONGEST)
  let t = from
  while (t < end) {
    if (tokens.kind[t] === 'mark') {
      const partner = tokens.partner[t] as number
      if (isComma(page, t) || isMark(page, t, ':') || isMark(page, t, '.') || isMark(page, t, '…')) break
      // A closing mark without its opening one ends the words.
      if (partner >= 0 && partner < from) break
      if (partner > t && partner >= end) {
        if (t > from) break
      }
    } else if (t > from) {
      if (findSetPhrase(page, t, 'target ends')) break
      const best = page.best[t]
      if (best?.conjunction && (verbAt(page, t) !== null || best.preposition !== '' || isClass(page, t, COMPLEMENTIZER | BARE_COMPLEMENTIZER | PREPOSITION)))
        break
      if (isClass(page, t, COMPLEMENTIZER | BARE_COMPLEMENTIZER) && t > from + 1 && page.best[t - 1]?.classes === 0) break
    }
    t++
  }
  return trim(page, from, t)
}

function trim(page: Page, from: number, to: number): number {
  let t = to
  while (t > from + 1) {
    const isOpenMark = page.tokens.kind[t - 1] === 'mark' && !((page.tokens.partner[t - 1] as number) >= from && (page.tokens.partner[t - 1] as number) < t - 1)
    if (isOpenMark || (isClass(page, t - 1, PREPOSITION) && t - 1 > from)) t--
    else break
  }
  return t
}

/** The span of a target; a preposition written to its first word stays outside. */
export function targetSpan(page: Page, from: number, to: number): Span | null {
  if (to <= from) return null
  const best = page.best[from]
  const cut = best && (best.preposition !== '' || best.conjunction) && !isClass(page, from, COMPLEMENTIZER | BARE_COMPLEMENTIZER) ? best.proclitics : 0
  const start = cut > 0 ? stemStart(page, from, cut) : (page.tokens.start[from] as number)
  const end = page.tokens.end[to - 1] as number
  return end > start ? [start, end] : null
}

/** A phrase with what hangs on it: prepositions and relative clauses, up to the end of its clause. */
export function phraseTarget(page: Page, phrase: NounPhrase, limit: number): Span | null {
  const to = Math.max(phrase.to, targetEnd(page, phrase.from, limit))
  return [phrase.start, page.tokens.end[to - 1] as number]
}

/** The phrase that a clause at `from` is about: the one behind its complementizer. */
export function subjectOfWords(page: Page, from: number, limit: number): NounPhrase | null {
  let t = from
  while (t < limit && page.tokens.kind[t] === 'mark') t++
  const isOpened = isClass(page, t, COMPLEMENTIZER | BARE_COMPLEMENTIZER)
  if (isOpened && (page.tokens.form[t] as string).length > 3) return null
  if (isOpened) t++
  while (t < limit && page.tokens.kind[t] === 'mark') t++
  return t < limit ? nounPhraseAt(page, t, limit) : null
}
