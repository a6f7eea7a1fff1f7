import type { Quotation, TokenKind, TokenRange } from '../document.ts'

type Role = 'open' | 'close' | 'either'
interface MarkKind {
  readonly family: string
  readonly role: Role
}

/** Quotation marks of Arabic newsrooms. Curly ones are often typed the wrong way round, so only guillemets are sure of their side. */
const QUOTES: ReadonlyMap<string, MarkKind> = new Map([
  ['«', { family: '«', role: 'open' }],
  ['»', { family: '«', role: 'close' }],
  ['<<', { family: '<', role: 'open' }],
  ['>>', { family: '<', role: 'close' }],
  ['"', { family: '"', role: 'either' }],
  ['“', { family: '"', role: 'either' }],
  ['”', { family: '"', role: 'either' }],
  ['„', { family: '"', role: 'either' }],
  ['＂', { family: '"', role: 'either' }],
  ['″', { family: '"', role: 'either' }],
  ['\u2018', { family: "'", role: 'either' }],
  ['\u2019', { family: "'", role: 'either' }],
  ["'", { family: "'", role: 'either' }],
])
const BRACKETS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['﴿', '﴾'],
  ['}', '{'],
])
const OPENING_BRACKETS = new Set(BRACKETS.values())

interface Open {
  readonly token: number
  readonly family: string
  readonly quotation: number
}

/**
 * Pairs quotation marks and brackets. Marks nest; a straight mark opens or closes by the blanks beside it; one that is still
 * open at the end of its paragraph stays unclosed (`close` -1, up to the paragraph's end) unless a later paragraph brings only
 * its closing mark, as speeches that run over paragraphs do. O(tokens).
 */
export function pairMarks(
  text: string,
  start: readonly number[],
  end: readonly number[],
  form: readonly string[],
  kind: readonly TokenKind[],
  paragraphs: readonly TokenRange[],
): { partner: number[]; quotations: Quotation[] } {
  const partner = new Array<number>(start.length).fill(-1)
  const quotations: { open: number; close: number; from: number; to: number; parent: number }[] = []
  let carried: Open | null = null

  for (const paragraph of paragraphs) {
    const stack: Open[] = []
    const brackets: { token: number; mark: string }[] = []
    for (let t = paragraph.from; t < paragraph.to; t++) {
      if (kind[t] !== 'mark') continue
      const mark = form[t] as string
      if (OPENING_BRACKETS.has(mark)) brackets.push({ token: t, mark })
      const opening = BRACKETS.get(mark)
      if (opening !== undefined) {
        const at = brackets.findLastIndex((bracket) => bracket.mark === opening)
        const found = brackets[at]
        if (found) {
          partner[t] = found.token
          partner[found.token] = t
          brackets.length = at
        }
        continue
      }
      const quote = QUOTES.get(mark)
      if (!quote) continue
      const innermost = stack.findLastIndex((open) => open.family === quote.family)
      const role =
        quote.role === 'either'
          ? sideOf(text, start[t] as number, end[t] as number, innermost >= 0 || (carried !== null && carried.family === quote.family && stack.length === 0))
          : quote.role
      if (role === null) continue
      if (role === 'open') {
        const parent = stack.at(-1)?.quotation ?? -1
        stack.push({ token: t, family: quote.family, quotation: quotations.length })
        quotations.push({ open: t, close: -1, from: t + 1, to: paragraph.to, parent })
        carried = null
        continue
      }
      const open: Open | null = innermost >= 0 ? (stack[innermost] as Open) : carried?.family === quote.family && stack.length === 0 ? carried : null
      if (!open) continue
      const quotation = quotations[open.quotation]
      if (quotation) {
        quotation.close = t
        quotation.to = t
      }
      partner[t] = open.token
      partner[open.token] = t
      // What was opened inside and never closed ends with the quotation around it.
      for (const inner of stack.slice(innermost + 1)) {
        const unclosed = quotations[inner.quotation]
        if (unclosed && innermost >= 0) unclosed.to = t
      }
      if (innermost >= 0) stack.length = innermost
      else carried = null
    }
    const last = stack[0]
    if (last) carried = last
  }
  return { partner, quotations }
}

/** Which side a mark that looks alike on both takes; null for an apostrophe inside a word. */
function sideOf(text: string, from: number, to: number, hasOpen: boolean): Role | null {
  const before = from > 0 ? text.charAt(from - 1) : ' '
  const after = to < text.length ? text.charAt(to) : ' '
  const blankBefore = /[\s([{«:،؛\u200e\u200f\u061c\ufeff]/.test(before)
  const blankAfter = /[\s)\]}».,،؛:!؟?…\u200e\u200f\u061c\ufeff]/.test(after)
  const mark = text.charAt(from)
  if (blankBefore && !blankAfter) return 'open'
  if (blankAfter && !blankBefore) return 'close'
  if (!blankBefore && !blankAfter) {
    // «ب"الجريمة"», «لـ"رويترز"»: glued to a clitic it opens; glued to a longer word it closes what is open.
    const word = /[\p{L}\u0640]*$/u.exec(text.slice(Math.max(0, from - 4), from))?.[0] ?? ''
    if (word.replace(/\u0640/g, '').length <= 2 && word.length > 0) return 'open'
    if (mark === "'" || mark === '\u2019') return hasOpen ? 'close' : null
    return hasOpen ? 'close' : 'open'
  }
  return hasOpen ? 'close' : 'open'
}
