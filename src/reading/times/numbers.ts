import type { Scan } from './scan.ts'

/** A number in digits or words, `to` the token behind it. */
export interface Amount {
  readonly value: number
  readonly to: number
  readonly cut: number
  /** The preposition written together with it, or «». */
  readonly preposition: string
  readonly isOrdinal: boolean
  /** «الـ15», «الخامس» */
  readonly hasArticle: boolean
}

/** A longer number counts no time. */
const LONGEST = 6

/**
 * Reads the number at a token: digits («15», «1,000», «2.5», «الـ24») or words («خمسة وعشرين», «ثلاث عشرة», «مئة وعشرين»,
 * «الرابع والعشرين»). Null when none stands there.
 */
export function readNumber(scan: Scan, t: number): Amount | null {
  const { kind, form } = scan.document.tokens
  if (kind[t] === 'number') return readDigits(scan, t, 0, false)
  const { article } = scan.tables
  const written = form[t]
  if (kind[t + 1] === 'number' && written !== undefined && written.endsWith(article)) {
    // «الـ24», «والـ24», «للـ24»: the article stands alone before digits; whatever is before it stays outside.
    const before = written.slice(0, -article.length)
    if (before.length <= 2 && (before === '' || scan.tables.conjunctions.includes(before) || before.length === 1))
      return readDigits(scan, t + 1, before.length, true)
  }
  return readWords(scan, t)
}

function readDigits(scan: Scan, t: number, cut: number, hasArticle: boolean): Amount | null {
  const { kind, form } = scan.document.tokens
  let digits = form[t] as string
  if (digits.length > LONGEST) return null
  let to = t + 1
  while (digits.length <= LONGEST && kind[to + 1] === 'number' && scan.touches(to) && scan.touches(to + 1)) {
    const next = form[to + 1] as string
    if (scan.isMark(to, ',', '٬', '.', '،') && next.length === 3) digits += next
    else if (scan.isMark(to, '.', ',', '٫') && next.length <= 2) digits += `.${next}`
    else break
    to += 2
  }
  return { value: Number(digits), to, cut, preposition: '', isOrdinal: false, hasArticle }
}

function readWords(scan: Scan, t: number): Amount | null {
  const first = scan.find(t, 'number', false, ({ form }) => form === 'cardinal' || form === 'ordinal' || form === 'scale')
  if (!first) return null
  const isOrdinal = first.item.form === 'ordinal'
  let { value } = first.item
  let { to } = first
  if (value >= 1 && value <= 9) {
    const teen = scan.find(to, 'number', true, ({ form }) => form === 'teen')
    const scale = teen || isOrdinal ? null : scan.find(to, 'number', true, ({ form }) => form === 'scale')
    if (teen) {
      value += teen.item.value
      to = teen.to
    } else if (scale) {
      value *= scale.item.value
      to = scale.to
    }
  }
  // «خمسة وعشرين», «الرابع والعشرين», «مئة وخمسة وعشرين»: each further part is joined by a conjunction.
  const isSingle = to === first.to
  for (let part = joinedPart(scan, to, value); part; part = joinedPart(scan, to, value)) {
    value += part.value
    to = part.to
  }
  // «واحد» stands behind what it counts, and «أحد» before it is somebody.
  if (value === 1 && isSingle && !isOrdinal) return null
  return { value, to, cut: first.cut, preposition: first.preposition, isOrdinal, hasArticle: isOrdinal }
}

function joinedPart(scan: Scan, t: number, value: number): { value: number; to: number } | null {
  const next = scan.find(t, 'number', false, ({ form }) => form === 'cardinal' || form === 'ordinal' || form === 'scale')
  if (!next || next.cut === 0 || next.preposition !== '') return null
  const fits = (value < 10 && next.item.value >= 20 && next.item.value < 100) || (value >= 100 && value % 100 === 0 && next.item.value < 100)
  return fits ? { value: next.item.value, to: next.to } : null
}

/** The hour that a feminine ordinal names on the clock («العاشرة», «الحادية عشرة»), or null. */
export function readHour(scan: Scan, t: number): { hour: number; to: number; cut: number } | null {
  const first = scan.find(t, 'number', false, ({ form }) => form === 'hour')
  if (!first) return null
  const teen = first.item.value <= 2 ? scan.find(first.to, 'number', true, ({ form }) => form === 'teen') : null
  return { hour: first.item.value + (teen ? teen.item.value : 0), to: teen ? teen.to : first.to, cut: first.cut }
}
