import type { Span } from '../../span.ts'
import type { StatementType } from '../../record.ts'
import type { Quotation, TokenRange } from '../document.ts'
import {
  BARE_COMPLEMENTIZER,
  COMPLEMENTIZER,
  isClass,
  isMark,
  type Page,
  PERFECT_PARTICLE,
  PREPOSITION,
  QUESTION_COMPLEMENTIZER,
  RELATIVE,
  stemStart,
  verbAt,
} from '../phrases/page.ts'
import { setPhraseAt } from '../phrases/subjects.ts'
import { type Cue, cueAt } from './cues.ts'

/** Reported words: their spans, the tokens they cover, and how they are reported. */
export interface Content {
  readonly spans: readonly Span[]
  readonly from: number
  readonly to: number
  readonly type: StatementType
  /** What opened it: `clause`, `quote`, or the preposition or `object` of a reported noun phrase. */
  readonly marker: string
}

const isComma = (page: Page, t: number): boolean => isMark(page, t, '،') || isMark(page, t, ',') || isMark(page, t, '؛')

/** The quotation whose opening mark stands at a token, or null. */
export const quotationAt = (page: Page, t: number): Quotation | null => {
  if (page.tokens.kind[t] !== 'mark') return null
  return page.quotations.find((quotation) => quotation.open === t) ?? null
}

/** The span of what stands inside quotation marks, without a stop at its end. */
export function insideSpan(page: Page, quotation: Quotation): Span | null {
  const { tokens } = page
  let { from, to } = quotation
  while (to > from && tokens.kind[to - 1] === 'mark' && /^[.،,؛:]+$/.test(tokens.form[to - 1] as string)) to--
  while (from < to && tokens.kind[from] === 'mark' && /^[.،,:]+$/.test(tokens.form[from] as string)) from++
  return to > from ? [tokens.start[from] as number, tokens.end[to - 1] as number] : null
}

/** Whether a quotation is too short to be speech: a name or a word held at a distance. */
export function isScareQuote(page: Page, quotation: Quotation): boolean {
  let words = 0
  for (let t = quotation.from; t < quotation.to; t++) if (page.tokens.kind[t] !== 'mark') words++
  return words < 3
}

const isComplementizer = (page: Page, t: number): boolean => isClass(page, t, COMPLEMENTIZER | BARE_COMPLEMENTIZER)

/** The end of a sentence for a clause that begins in it: past full stops inside a quotation that is still open. */
export function sentenceEnd(page: Page, from: number): number {
  const { tokens, sentences } = page
  let end = sentences[tokens.sentence[from] as number]?.to ?? from
  for (let guard = 0; guard < 50; guard++) {
    let open: Quotation | null = null
    for (const quotation of page.quotations) {
      if (quotation.open >= end) break
      if (quotation.open >= from && quotation.close >= end && quotation.parent < 0) open = quotation
    }
    if (!open) break
    const close = open.close
    end = Math.max(close + 1, sentences[tokens.sentence[close] as number]?.to ?? close + 1)
    // The closing mark ends the sentence where a stop stands inside it or right behind.
    const inside = tokens.form[close - 1] ?? ''
    if (/^[.؟!?…]+$/.test(inside)) {
      end = close + 1
      break
    }
  }
  return end
}

/** Where a reported clause that begins at `from` ends (token, exclusive): before the next report, a gloss, an attribution. */
export function clauseEnd(page: Page, from: number, cue: Cue | null, isNominal = false): number {
  const { tokens } = page
  const limit = sentenceEnd(page, from)
  let end = limit
  const paragraph = page.paragraphs[tokens.paragraph[from] as number]
  const startQuotation = page.quotationAt[from] as number
  for (let t = from + 1; t < limit; t++) {
    const inner = page.quotationAt[t] as number
    if (inner >= 0 && inner !== startQuotation) continue
    if (inner < 0 && startQuotation >= 0) {
      // The clause began inside a quotation: it ends with it.
      end = t
      break
    }
    if (tokens.kind[t] === 'mark') continue
    const afterComma = isComma(page, t - 1) || tokens.kind[t - 1] === 'mark'
    if (setPhraseAt(page, t, 'in his words') > 0 || (afterComma && setPhraseAt(page, t, 'according to') > 0)) {
      end = t
      break
    }
    if (afterComma && (setPhraseAt(page, t, 'gloss') > 0 || setPhraseAt(page, t, 'as said') > 0 || setPhraseAt(page, t, 'turn') > 0)) {
      end = t
      break
    }
    if (isNominal && isComma(page, t - 1) && page.best[t]?.conjunction && opensClause(page, t)) {
      end = t
      break
    }
    if (afterComma && setPhraseAt(page, t, 'meanwhile') > 0) {
      end = t
      break
    }
    if (setPhraseAt(page, t, 'but reports') > 0 && reportsSoon(page, t, Math.min(limit, t + 9), limit)) {
      end = t
      break
    }
    if (isClass(page, t, RELATIVE) && relativeReports(page, t, limit)) {
      end = t
      break
    }
    const next = cueAt(page, t)
    if (!next || next.word.preposition !== '') continue
    if (next.kind === 'participle' && opensContent(page, next, limit)) {
      end = t
      break
    }
    if (next.kind === 'verb' && isComma(page, t - 1) && next.verb?.form.tense === 'perfect' && startsReport(page, next, limit)) {
      end = t
      break
    }
    if (
      next.kind === 'verb' &&
      next.word.conjunction &&
      cue?.verb &&
      next.verb?.form.tense === cue.verb.form.tense &&
      next.agreement?.person === 3 &&
      opensContent(page, next, limit)
    ) {
      end = t
      break
    }
  }
  if (paragraph && end > paragraph.to && limit <= paragraph.to) end = paragraph.to
  return trimEnd(page, from, end)
}

/** «…، قال المتحدث إن …»: a verb of saying right behind a comma, with its own clause or quotation. */
function startsReport(page: Page, cue: Cue, limit: number): boolean {
  for (let t = cue.token + 1; t < Math.min(limit, cue.token + 14); t++) {
    if (isComplementizer(page, t) || isMark(page, t, ':') || quotationAt(page, t)) return true
    if (isComma(page, t) && t > cue.token + 8) return false
  }
  return false
}

/** Whether a new clause begins at a token with a conjunction: a verb, قد, a relative or a preposition («ومن المتوقع»). */
const opensClause = (page: Page, t: number): boolean =>
  isClass(page, t, RELATIVE | PERFECT_PARTICLE | PREPOSITION) || (verbAt(page, t)?.isAmbiguous ?? true) === false

/** Whether a verb of saying with content of its own follows within a few tokens. */
function reportsSoon(page: Page, from: number, to: number, limit: number): boolean {
  for (let t = from; t < to; t++) {
    const cue = cueAt(page, t)
    if (cue && cue.kind === 'verb' && cue.agreement?.person === 3 && !cue.word.future) return opensContent(page, cue, limit)
  }
  return false
}

/** Whether a relative clause is a report of its own: «…، الذي اعتبر أن …». */
function relativeReports(page: Page, t: number, limit: number): boolean {
  for (let u = t + 1; u < Math.min(limit, t + 3); u++) {
    const cue = cueAt(page, u)
    if (!cue || cue.kind !== 'verb') continue
    for (let v = u + 1; v < Math.min(limit, u + 4); v++) if (isComplementizer(page, v)) return true
    return false
  }
  return false
}

/** Whether what follows a cue is reported content: a clause, a quotation, a colon, or a noun phrase that one of its frames takes. */
export function opensContent(page: Page, cue: Cue, limit: number): boolean {
  const { tokens } = page
  const markers = new Set(cue.frames.flatMap((frame) => frame.content))
  // «متهما المفوضية العليا بالمسؤولية»: the one accused stands between.
  const reach = cue.frames.some((frame) => frame.addressee.includes('object')) ? 7 : 2
  for (let t = cue.token + 1; t < Math.min(limit, cue.token + 10); t++) {
    if (isComplementizer(page, t) || isMark(page, t, ':') || quotationAt(page, t)) return true
    if (t <= cue.token + reach && (markers.has(tokens.form[t] as string) || markers.has(page.best[t]?.preposition ?? ' '))) return true
    if (t === cue.token + 1 && markers.has('object') && page.best[t]?.verbs.length === 0) return true
    if (isComma(page, t)) return false
    const verb = cueAt(page, t)
    if (verb && t > cue.token + 1 && verb.kind === 'verb') return false
  }
  return false
}

/** Takes stops, commas and dashes off the end of a range. A closing quotation mark stays. */
export function trimEnd(page: Page, from: number, end: number): number {
  const { tokens } = page
  let to = end
  while (to > from + 1) {
    const t = to - 1
    if (tokens.kind[t] !== 'mark') {
      // A conjunction or preposition alone at the end belongs to what was cut off.
      if (page.knowledge.lexicon.clitics.conjunctions.includes(page.tokens.form[t] as string)) to--
      else break
      continue
    }
    const mark = tokens.form[t] as string
    const partner = tokens.partner[t] as number
    if (/^[.،,؛:\-–—!]+$/.test(mark)) to--
    else if (partner >= from && partner < t) break
    else if (partner < 0 && /^[؟?…%٪]+$/.test(mark)) break
    else to--
  }
  return to
}

/** The content that begins with a complementizer at `t`. */
export function readClause(page: Page, t: number, cue: Cue | null): Content {
  const { tokens } = page
  const quotation = quotationAt(page, t + 1)
  const end = clauseEnd(page, t, cue)
  const hasPronoun = (page.tokens.form[t] as string).length > 3
  if (quotation && !hasPronoun) {
    const inside = insideSpan(page, quotation)
    const close = quotation.close < 0 ? quotation.to : quotation.close + 1
    if (inside && close >= end - 1) return { spans: [inside], from: quotation.from, to: Math.max(close, quotation.to), type: 'direct', marker: 'clause' }
  }
  const start = contentStart(page, t)
  return { spans: [[start, tokens.end[end - 1] as number]], from: t, to: end, type: hasQuotedPart(page, t, end) ? 'mixed' : 'indirect', marker: 'clause' }
}

/** «وأن», «وإن» behind an earlier cue keep their conjunction outside. */
const contentStart = (page: Page, t: number): number => {
  const word = page.best[t]
  return word?.conjunction ? stemStart(page, t, 1) : (page.tokens.start[t] as number)
}

/** Whether quoted words (not only a name in marks) stand in a range. */
function hasQuotedPart(page: Page, from: number, to: number): boolean {
  return page.quotations.some((quotation) => quotation.open >= from && quotation.open < to && quotation.to > quotation.from)
}

/** The content inside a quotation that follows a cue. */
export function readQuotation(page: Page, quotation: Quotation): Content | null {
  const inside = insideSpan(page, quotation)
  if (!inside) return null
  return { spans: [inside], from: quotation.from, to: quotation.close < 0 ? quotation.to : quotation.close + 1, type: 'direct', marker: 'quote' }
}

/** The noun phrase content that begins at `t`, behind `cut` folded letters of its first token. */
export function readNominal(page: Page, t: number, cut: number, cue: Cue, marker: string): Content | null {
  const { tokens } = page
  const quotation = quotationAt(page, t)
  const end = clauseEnd(page, t, cue, true)
  if (quotation && cut === 0) {
    const close = quotation.close < 0 ? quotation.to : quotation.close + 1
    const inside = insideSpan(page, quotation)
    if (inside && close >= end - 1) return { spans: [inside], from: quotation.from, to: Math.max(end, close), type: 'direct', marker }
  }
  if (end <= t) return null
  const start = cut > 0 ? stemStart(page, t, cut) : (tokens.start[t] as number)
  const stop = tokens.end[end - 1] as number
  if (stop <= start) return null
  return { spans: [[start, stop]], from: t, to: end, type: hasQuotedPart(page, t, end) ? 'mixed' : 'indirect', marker }
}

/** Content behind a colon: a quotation, or the rest of the sentence. */
export function readAfterColon(page: Page, colon: number, cue: Cue | null): Content | null {
  const t = colon + 1
  if (t >= page.tokens.count || page.tokens.paragraph[t] !== page.tokens.paragraph[colon]) {
    const next = quotationAt(page, t)
    return next ? readQuotation(page, next) : null
  }
  const quotation = quotationAt(page, t)
  if (quotation) return readQuotation(page, quotation)
  if (isComplementizer(page, t)) return readClause(page, t, cue)
  const end = clauseEnd(page, t, cue)
  if (end <= t) return null
  return { spans: [[page.tokens.start[t] as number, page.tokens.end[end - 1] as number]], from: t, to: end, type: 'direct', marker: 'quote' }
}

/** A clause before or behind an attribution that is content on its own, from `from` to `to`, without its conjunction. */
export function readHostClause(page: Page, range: TokenRange): Content | null {
  const { tokens } = page
  let { from } = range
  while (from < range.to && tokens.kind[from] === 'mark' && tokens.partner[from] === -1) from++
  const to = trimEnd(page, from, range.to)
  if (to - from < 3) return null
  const quotation = quotationAt(page, from)
  if (quotation && quotation.close >= to - 1) return readQuotation(page, quotation)
  const word = page.best[from]
  const start = word?.conjunction ? stemStart(page, from, 1) : (tokens.start[from] as number)
  return { spans: [[start, tokens.end[to - 1] as number]], from, to, type: hasQuotedPart(page, from, to) ? 'mixed' : 'indirect', marker: 'clause' }
}

export { isComma, isComplementizer }
export const isQuestion = (page: Page, t: number): boolean => isClass(page, t, QUESTION_COMPLEMENTIZER)
