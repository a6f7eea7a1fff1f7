import type { TimeConflict } from '../../record.ts'
import { dayOf, dayOfIslamic, isoDate, isoDay, islamicMonth, islamicOf, isoMonth, monthOf, parseDay, yearOf } from './calendar.ts'
import { type Modifier, type MonthName, readModifier, readMonthName } from './months.ts'
import { readNumber } from './numbers.ts'
import { isReference, type Reading, type Scan } from './scan.ts'
import { tenseAt } from './tense.ts'
import { readUnit } from './units.ts'

/** A date without a year and a verb that lies so many days ahead is the coming one, as agendas are written. */
const SOON = 45
const SOON_MONTHS = 2
/** Behind a stroke of doubled calendars the dates may be a day apart, as the moon is sighted. */
const SIGHTING = 1

/** What a date's words say of its year. */
interface YearWords {
  readonly year: number | null
  readonly modifier: Modifier | null
  readonly to: number
}

/**
 * Reads a calendar date at a token: a day and month («15 مايو/أيار 2015», «الرابع من يونيو»), a month alone («مارس الماضي»),
 * digits («15/7/2000», «2018-05-10»), an Islamic date, two calendars of one day («… الموافق …»), or a day of a month that is
 * counted («الثاني من الشهر الجاري»).
 */
export function readDate(scan: Scan, t: number): Reading | null {
  const date = readOneDate(scan, t)
  return date && joinCalendars(scan, date)
}

function readOneDate(scan: Scan, t: number): Reading | null {
  const digits = readDigitDate(scan, t)
  if (digits) return digits
  const number = readNumber(scan, t)
  const isDay = number !== null && number.value >= 1 && number.value <= 31 && Number.isInteger(number.value)
  if (isDay) {
    const of = scan.word(number.to, 'from') || number.to + (scan.isMark(number.to, '/') ? 1 : 0)
    const month = readMonthName(scan, of)
    if (month && month.cut === 0) return readNamedDate(scan, t, number.value, month, number.cut)
    const counted = readDayOfUnit(scan, t, number.value, number.cut, number.to)
    if (counted) return counted
    const listed = readListedDay(scan, number.value, number.cut, number.to)
    return listed
  }
  const first = scan.classAt(t, 'first day')
  const opened = first ? readMonthName(scan, first.to) : null
  if (first && opened && opened.cut === 0) return readNamedDate(scan, t, 1, opened, first.cut)
  const month = readMonthName(scan, t)
  return month && isMonth(scan, t, month) ? readNamedDate(scan, t, null, month, month.cut) : null
}

/** Whether a name that is also another word is a month here. */
function isMonth(scan: Scan, t: number, month: MonthName): boolean {
  if (!month.isWeak) return month.system !== 'islamic' || yearWords(scan, month.to, month).to > month.to || scan.isBehind(t, 'month noun')
  const words = yearWords(scan, month.to, month)
  if (words.to > month.to) return true
  if (scan.isBehind(t, 'month noun') || (scan.isBehind(t, 'period') && month.system !== 'islamic')) return true
  if (month.cut > 0) return false
  return scan.isBehind(t, month.system === 'gulf' || month.system === 'levant' ? 'month before' : 'name month before')
}

/** Reads what follows a month: a year, «عام 2015», «من العام الماضي», a modifier; `to` is `t` when nothing does. */
function yearWords(scan: Scan, t: number, month: MonthName): YearWords {
  const mark = (to: number) => scan.word(to, month.system === 'islamic' ? 'islamic mark' : 'gregorian mark') || to
  const comma = scan.isMark(t, '،', ',') && scan.year(t + 1) !== null ? 1 : 0
  const plain = scan.year(t + comma)
  if (plain !== null) return { year: plain, modifier: null, to: mark(t + comma + 1) }
  const from = scan.word(t, 'from') || t
  const unit = scan.find(from, 'unit', true, ({ unit, factor, number }) => unit === 'Y' && factor === 1 && number === 'singular')
  const year = unit ? scan.year(unit.to) : from > t ? scan.year(from) : null
  if (year !== null) return { year, modifier: null, to: mark((unit ? unit.to : from) + 1) }
  const relative = readUnit(scan, from, 'Y')
  if (relative && relative.cut === 0 && /^\d{4}$/.test(relative.value)) return { year: Number(relative.value), modifier: null, to: relative.to }
  const modifier = readModifier(scan, t)
  return modifier ? { year: null, modifier, to: modifier.to } : { year: null, modifier: null, to: t }
}

function readNamedDate(scan: Scan, t: number, day: number | null, month: MonthName, cut: number): Reading {
  const words = yearWords(scan, month.to, month)
  const year = words.year ?? (words.modifier ? null : (inheritedYear(scan, month.to, month) ?? listedYear(scan, t, month)))
  const base = { to: words.to, cut, type: 'DATE', why: month.why } as const
  const dated =
    month.system === 'islamic' ? islamicValue(scan, t, day, month.month, year, words.modifier) : gregorianValue(scan, t, day, month.month, year, words.modifier)
  const conflict = month.conflict ?? dated.conflict
  const isGuess = words.to === month.to && year === null
  return { ...base, value: dated.value, ...(conflict ? { conflict } : {}), ...(isGuess ? { confidence: 0.8 } : {}) }
}

interface Dated {
  readonly value: string
  readonly conflict: TimeConflict | null
}

function gregorianValue(scan: Scan, t: number, day: number | null, month: number, written: number | null, modifier: Modifier | null): Dated {
  const { today } = scan
  const year =
    written ??
    anchoredYear(scan, modifier) ??
    (today === null ? null : nearestYear(scan, t, { year: yearOf(today), month: monthOf(today), day: Number(isoDay(today).slice(8)) }, month, day, modifier))
  if (year === null) return { value: `XXXX${isoDate(0, month, day ?? undefined).slice(4)}`, conflict: null }
  return { value: isoDate(year, month, day ?? undefined), conflict: day !== null && dayOf(year, month, day) === null ? 'day-impossible' : null }
}

function islamicValue(scan: Scan, t: number, day: number | null, month: number, written: number | null, modifier: Modifier | null): Dated {
  const { today } = scan
  let year = written
  if (year === null && today !== null) year = nearestYear(scan, t, islamicOf(today), month, day, modifier)
  // «رمضان 2014»: the Islamic month that began in that year.
  if (year !== null && year > 1600) {
    const first = Math.floor(((year - 622) * 33) / 32)
    year = [first, first + 1, first - 1].find((candidate) => islamicMonth(candidate, month)?.startsWith(String(written))) ?? null
  }
  if (year === null) return { value: tenseAt(scan, t) === 'ahead' ? 'FUTURE_REF' : 'PAST_REF', conflict: null }
  if (day === null) return { value: islamicMonth(year, month) ?? 'PAST_REF', conflict: null }
  const found = dayOfIslamic(year, month, day)
  return found === null ? { value: islamicMonth(year, month) ?? 'PAST_REF', conflict: 'day-impossible' } : { value: isoDay(found), conflict: null }
}

/** «مايو نفسه» takes the year of the date before; so does every month of a report without a date. */
function anchoredYear(scan: Scan, modifier: Modifier | null): number | null {
  const isSame = modifier === null ? scan.today === null : modifier.isOther && modifier.shift === 0
  if (!isSame || scan.last === null) return null
  return /^\d{4}/.test(scan.last) ? Number(scan.last.slice(0, 4)) : null
}

/** The year of a month or day that is written without one: as the modifier asks, else as the tense does, else the nearest. */
function nearestYear(
  scan: Scan,
  t: number,
  now: { year: number; month: number; day: number },
  month: number,
  day: number | null,
  modifier: Modifier | null,
): number {
  const isLater = month > now.month || (month === now.month && day !== null && day > now.day)
  const isSame = month === now.month && (day === null || day === now.day)
  const { year } = now
  if (modifier && modifier.shift === 0) return year
  if (modifier && modifier.shift > 0) return isLater ? year : year + 1
  if (modifier) return isLater || isSame ? year - 1 : year
  if (isSame) return year
  const tense = tenseAt(scan, t) ?? (isAheadOfReport(scan) ? 'ahead' : null)
  if (tense === 'ahead') {
    // What is said to come within the months just past is a date that was to come then.
    const monthsAgo = now.month - month
    return isLater || (monthsAgo >= 0 && monthsAgo <= SOON_MONTHS) ? year : year + 1
  }
  if (isLater && scan.isBehind(t, 'since')) return year - 1
  if (!isLater) return tense === null && (month + 12 - now.month) * 30 <= SOON ? year + 1 : year
  const distance = day === null ? month - now.month : (month - now.month) * 30 + day - now.day
  return distance <= (day === null ? SOON_MONTHS : SOON) ? year : year - 1
}

/** Whether the date read last lies ahead of the report: a programme goes on from it without a verb. */
const isAheadOfReport = ({ last, today }: Scan): boolean => last !== null && today !== null && /^\d{4}-\d{2}/.test(last) && last > isoDay(today)

/** «مايو وأغسطس 2014», «3 مايو إلى 5 يونيو 2014»: a month takes the year of the one it is listed with. */
function inheritedYear(scan: Scan, t: number, month: MonthName): number | null {
  let u = scan.word(t, 'joins') || t
  const list = u > t || isJoined(scan, t)
  if (!list) return null
  const period = scan.classAt(u, 'period')
  if (period) u = period.to
  const number = readNumber(scan, u)
  const at = number && number.value <= 31 ? scan.word(number.to, 'from') || number.to : u
  const next = readMonthName(scan, at)
  if (!next || (next.system === 'islamic') !== (month.system === 'islamic')) return null
  return yearWords(scan, next.to, next).year
}

/** «أغسطس وسبتمبر»: a month that is joined to the one before it follows on it. */
function listedYear(scan: Scan, t: number, month: MonthName): number | null {
  const { lastEnd, last } = scan
  if (lastEnd < 1 || lastEnd > t || t - lastEnd > 2 || month.system === 'islamic') return null
  if (!isJoined(scan, lastEnd) && scan.word(lastEnd, 'joins') === 0) return null
  const [, year, before] = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(last ?? '') ?? []
  return year === undefined ? null : Number(year) + (month.month < Number(before) ? 1 : 0)
}

/** Whether the word at `t` is joined to the one before it by a conjunction written together with it. */
function isJoined(scan: Scan, t: number): boolean {
  const form = scan.document.tokens.form[t] ?? ''
  return scan.withoutConjunction(form) !== form
}

/** «12 و15 مايو», «من 3 إلى 5 يونيو»: the first day takes month and year of the second. */
function readListedDay(scan: Scan, day: number, cut: number, t: number): Reading | null {
  const joined = scan.word(t, 'joins') || (scan.isMark(t, '-', '–') ? t + 1 : 0)
  const next = readNumber(scan, joined || t)
  if (!next || next.value > 31 || next.value < 1 || next.value <= day || (joined === 0 && next.cut === 0)) return null
  const month = readMonthName(scan, scan.word(next.to, 'from') || next.to)
  if (!month || month.cut > 0) return null
  const whole = readNamedDate(scan, t, day, month, cut)
  return whole.value.length >= 10 && whole.conflict === undefined ? { ...whole, to: t } : null
}

/** «الثاني من الشهر الجاري», «15 الجاري» */
function readDayOfUnit(scan: Scan, t: number, day: number, cut: number, to: number): Reading | null {
  if (scan.today === null) return null
  const from = scan.word(to, 'from')
  const unit = from > 0 ? scan.find(from, 'unit', true, ({ unit, hasArticle, number }) => unit === 'M' && hasArticle && number === 'singular') : null
  const modifier = unit ? readModifier(scan, unit.to) : scan.isBehind(t, 'day noun') || scan.isBehind(t, 'year before') ? readModifier(scan, from || to) : null
  if (!modifier || modifier.isOther || (!unit && (modifier.shift !== 0 || scan.digits(t, 2) === null))) return null
  const month = isoMonth(scan.today, modifier.shift)
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return {
    to: modifier.to,
    cut,
    type: 'DATE',
    value: isoDate(year, number, day),
    why: unit?.why ?? scan.tables.patterns('day of the month'),
    ...(dayOf(year, number, day) === null ? { conflict: 'day-impossible' as const } : {}),
  }
}

/** 15/7/2000, 2018-05-10: the day comes first unless the year does. */
function readDigitDate(scan: Scan, t: number): Reading | null {
  const [a, b, c] = [scan.digits(t), scan.digits(t + 2), scan.digits(t + 4)]
  const { form } = scan.document.tokens
  const mark = form[t + 1]
  if (a === null || b === null || c === null || (mark !== '/' && mark !== '-' && mark !== '.') || form[t + 3] !== mark) return null
  const [year, month, day] = a > 1000 ? [a, b, c] : [c, b, a]
  if (year < 1000 || year > 2199 || month > 12 || day > 31 || month < 1 || day < 1) return null
  const isImpossible = dayOf(year, month, day) === null
  return {
    to: t + 5,
    cut: 0,
    type: 'DATE',
    value: isoDate(year, month, day),
    why: scan.tables.patterns('date in digits'),
    ...(isImpossible ? { conflict: 'day-impossible' as const } : {}),
  }
}

/** «… الموافق 29 يونيو 2015», or the other calendar's date in brackets: one day, read by the Gregorian date. */
function joinCalendars(scan: Scan, date: Reading): Reading {
  const also = scan.word(date.to, 'corresponding')
  const bracket = also === 0 && scan.isMark(date.to, '(') ? date.to + 1 : 0
  const at = also || bracket
  if (at === 0) return date
  const isIslamic = (t: number) => readMonthAfterDay(scan, t)?.system === 'islamic'
  const other = isIslamic(at) || also > 0 ? readOneDate(scan, at) : null
  if (!other || (bracket > 0 && !scan.isMark(other.to, ')'))) return date
  const to = other.to + (bracket > 0 ? 1 : 0)
  const [a, b] = [parseDay(date.value), parseDay(other.value)]
  const conflict = a !== null && b !== null && Math.abs(a - b) > SIGHTING ? 'calendars-disagree' : (date.conflict ?? other.conflict)
  const value = isIslamic(at) || isReference(other.value) ? date.value : other.value
  return { ...date, to, value, ...(conflict ? { conflict } : {}) }
}

function readMonthAfterDay(scan: Scan, t: number): MonthName | null {
  const number = readNumber(scan, t)
  return number ? readMonthName(scan, scan.word(number.to, 'from') || number.to) : null
}
