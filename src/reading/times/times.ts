import { offsetAfter } from '../../fold.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { kindBit } from '../../knowledge/times.ts'
import type { TimeExpression } from '../../record.ts'
import type { Text } from '../document.ts'
import { readClock } from './clock.ts'
import { readDate } from './dates.ts'
import { readDay } from './days.ts'
import { readAgo, readDuration, readEvery } from './durations.ts'
import { readReference } from './references.ts'
import { DIGITS, isReference, type Reading, Scan } from './scan.ts'
import { readQuarter, readUnit, readWeekend } from './units.ts'
import { readDecade, readSeason, readYear } from './years.ts'

const SURE = 0.9
const DOUBTED = 0.6

type Reader = (scan: Scan, t: number) => Reading | null
const opensWith = (...kinds: (Parameters<typeof kindBit>[0] | 'digits')[]): number =>
  kinds.reduce((bits, kind) => bits | (kind === 'digits' ? DIGITS : kindBit(kind)), 0)

/** What may stand at a token by itself, by what it opens with; the longest reading wins, of two equally long ones the first. */
const READERS: readonly (readonly [read: Reader, opening: number])[] = [
  [readDay, opensWith('part', 'day', 'weekday', 'class')],
  [readClock, opensWith('class', 'number', 'digits')],
  [readMonth, opensWith('class')],
  [readDate, opensWith('month', 'number', 'class', 'digits')],
  [readReference, opensWith('reference')],
  [readEvery, opensWith('every')],
  [readAgo, opensWith('ago')],
  [readQuarter, opensWith('class')],
  [readUnit, opensWith('unit', 'class')],
  [readSeason, opensWith('season', 'class')],
  [readDecade, opensWith('decade')],
  [readYear, opensWith('unit', 'digits')],
  [readDuration, opensWith('unit', 'number', 'class', 'digits')],
]
/** What «مطلع», «نهاية» may open. */
const OPENED = [readDate, readQuarter, openedUnit, readSeason, readDecade, readYear] as const
/** What «وقت سابق من» may open. */
const EARLY = [readDay, readDate, openedUnit, readSeason, readYear] as const

/**
 * Finds the time expressions of a document and gives each its TIMEX3 value, counted from `published` (its own day, whatever its
 * offset). Spans are half-open, in UTF-16 code units of `document.text`, sorted, and never overlap. Without a date of the
 * report, or with one that is none, what the text does not date itself is `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`, a weekday
 * `XXXX-WXX-5`, a month `XXXX-03`. One pass, O(tokens); never throws.
 * @source TimeML 1.2.1 §2.3; the words and month systems: knowledge/times/README.md
 */
export function findTimes(document: Text, knowledge: Pick<Knowledge, 'times'>): TimeExpression[] {
  const scan = new Scan(document, knowledge.times)
  const found: TimeExpression[] = []
  const { count } = document.tokens
  for (let t = 0; t < count; ) {
    const opening = scan.openingAt(t)
    const reading = opening === 0 ? null : readAt(scan, t, opening)
    if (!reading) {
      t++
      continue
    }
    if (!isName(scan, t, reading)) {
      found.push(expressionOf(document, t, reading))
      remember(scan, reading)
    }
    t = Math.max(reading.to, t + 1)
  }
  return found
}

/** «مدينة 6 أكتوبر», «ميدان 25 يناير»: a day without a year that is the name of something. */
const isName = (scan: Scan, t: number, { value, to }: Reading): boolean =>
  scan.isBehind(t, 'named after') &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  scan.year(to - 1) === null &&
  scan.find(t, 'weekday') === null &&
  scan.find(t, 'day') === null

function readAt(scan: Scan, t: number, opening: number): Reading | null {
  const opened = (opening & kindBit('class')) !== 0 ? readOpened(scan, t) : null
  if (opened) return opened
  let best: Reading | null = null
  for (const [read, bits] of READERS) {
    const reading = (opening & bits) !== 0 ? read(scan, t) : null
    if (reading && (best === null || reading.to > best.to)) best = reading
  }
  return best
}

/** «مطلع مارس», «نهاية الأسبوع الماضي», «وقت سابق من اليوم»: the time behind the word is what counts; the span holds both. */
function readOpened(scan: Scan, t: number): Reading | null {
  const weekend = readWeekend(scan, t)
  if (weekend) return weekend
  const early = scan.classAt(t, 'early')
  if (early) {
    const inner = longest(scan, early.to, EARLY)
    if (inner && inner.cut === 0 && !isReference(inner.value)) return { ...inner, cut: early.cut }
  }
  const period = scan.classAt(t, 'period')
  if (!period) return null
  const at = scan.word(period.to, 'from') || period.to
  const inner = longest(scan, period.to, OPENED) ?? (at > period.to ? longest(scan, at, OPENED) : null)
  return inner && inner.cut === 0 && inner.type === 'DATE' ? { ...inner, cut: period.cut } : null
}

/** «شهر مايو» */
function readMonth(scan: Scan, t: number): Reading | null {
  const noun = scan.classAt(t, 'month noun')
  const date = noun ? readDate(scan, noun.to) : null
  return noun && date && date.cut === 0 && scan.find(noun.to, 'month', true) ? { ...date, cut: noun.cut } : null
}

function openedUnit(scan: Scan, t: number): Reading | null {
  return readUnit(scan, t, undefined, true)
}

function longest(scan: Scan, t: number, readers: readonly Reader[]): Reading | null {
  let best: Reading | null = null
  for (const read of readers) {
    const reading = read(scan, t)
    if (reading && (best === null || reading.to > best.to)) best = reading
  }
  return best
}

function expressionOf({ text, tokens }: Text, t: number, { to, cut, type, value, why, conflict, confidence }: Reading): TimeExpression {
  const from = tokens.start[t] as number
  const start = cut > 0 ? offsetAfter(text, from, tokens.end[t] as number, cut) : from
  return {
    span: [start, tokens.end[to - 1] as number],
    type,
    value,
    why,
    confidence: conflict ? DOUBTED : (confidence ?? SURE),
    ...(conflict ? { conflict } : {}),
  }
}

/** Keeps what later words may point back to: «ذلك الوقت», «العام التالي», the second of two years. */
function remember(scan: Scan, { value, type, to }: Reading) {
  scan.lastEnd = to
  if ((type === 'DATE' || type === 'TIME') && /^\d{4}/.test(value)) scan.last = value
  scan.lastYearEnd = /^\d{4}$/.test(value) && type === 'DATE' ? to : -1
}
