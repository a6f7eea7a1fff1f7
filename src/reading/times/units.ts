import { type Day, isoDate, isoMonth, isoWeek, isoDay, monthOf, parseDay, weekdayOf, yearOf } from './calendar.ts'
import { type Modifier, readModifier } from './months.ts'
import { readNumber } from './numbers.ts'
import type { Match, Reading, Scan } from './scan.ts'
import { tenseAt } from './tense.ts'

/** The value some units away from a day, counted in the unit itself; null for units below a day and above a year. */
export function shiftUnit(day: Day, unit: string, by: number): string | null {
  if (unit === 'D') return isoDay(day + by)
  if (unit === 'W') return isoWeek(day + 7 * by)
  if (unit === 'M') return isoMonth(day, by)
  if (unit === 'Y') return isoDate(yearOf(day) + by)
  return null
}

/** A direction without a date. */
export const referenceOf = (by: number): string => (by < 0 ? 'PAST_REF' : by > 0 ? 'FUTURE_REF' : 'PRESENT_REF')

/** The value some units away from the date read last; null when that date does not know the unit. */
function shiftLast(last: string | null, unit: string, by: number): string | null {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(last ?? '') ?? []
  if (year === undefined) return null
  if (unit === 'Y') return isoDate(Number(year) + by)
  if (unit === 'M') return month === undefined ? null : isoMonth(parseDay(`${year}-${month}-01`) as Day, by)
  const day = parseDay((last as string).slice(0, 10))
  return day === null ? null : shiftUnit(day, unit, by)
}

/**
 * Reads a unit with the article and what says which one: «الأسبوع الماضي», «هذا العام», «ذلك الشهر», «العام التالي», «القرن
 * السابع», «السنوات الثلاث المقبلة», «الأيام الأخيرة». `only` keeps to one unit. Behind a word such as «نهاية» (`isOpened`) the
 * unit alone is the running one.
 */
export function readUnit(scan: Scan, t: number, only?: string, isOpened = false): Reading | null {
  const near = scan.classAt(t, 'near demonstrative')
  const far = near ? null : scan.classAt(t, 'far demonstrative')
  const demonstrative = near ?? far
  const u = demonstrative?.to ?? t
  const unit = scan.find(u, 'unit', u > t, (item) => item.hasArticle && (only === undefined || (item.unit === only && item.factor === 1)))
  if (!unit) return null
  const cut = demonstrative?.cut ?? unit.cut
  if (unit.item.number !== 'singular') return readUnits(scan, unit, cut)
  if (unit.item.unit.length > 1) return null
  const dated = (value: string | null, to: number, confidence?: number): Reading | null =>
    value === null ? null : { to, cut, type: 'DATE', value, why: unit.why, ...(confidence === undefined ? {} : { confidence }) }
  if (unit.item.unit === 'Y' && unit.item.factor === 1 && scan.year(unit.to) !== null) return dated(String(scan.year(unit.to)), unit.to + 1)
  if (unit.item.factor > 1) return readEra(scan, unit, near !== null || isOpened, dated)
  const fraction = readFractionAndModifier(scan, unit)
  if (fraction) return { ...fraction, cut }
  const modifier = readModifier(scan, unit.to)
  if (modifier?.isOther) {
    const value = shiftLast(scan.last, unit.item.unit, modifier.shift)
    return dated(value ?? valueAway(scan, unit.item.unit, modifier.shift), modifier.to, value === null ? 0.5 : 0.7)
  }
  if (far) return modifier ? null : dated(shiftLast(scan.last, unit.item.unit, 0) ?? 'PAST_REF', unit.to, 0.7)
  if (!modifier && !near && !(isOpened && unit.item.unit !== 'D')) return null
  const year = unit.item.unit === 'Y' && modifier ? scan.year(modifier.to) : null
  if (year !== null && modifier) return dated(String(year), modifier.to + 1)
  const to = modifier?.to ?? (near ? scan.word(unit.to, 'extends this') || unit.to : unit.to)
  return dated(valueAway(scan, unit.item.unit, modifier?.shift ?? 0), to)
}

const valueAway = (scan: Scan, unit: string, by: number): string | null => (scan.today === null ? referenceOf(by) : shiftUnit(scan.today, unit, by))

/** «السنة ونصف الماضية» */
function readFractionAndModifier(scan: Scan, unit: Match<'unit'>): Omit<Reading, 'cut'> | null {
  const fraction = scan.classAt(unit.to, 'and a fraction')
  const modifier = fraction && fraction.cut > 0 && fraction.item.amount === 2 ? readModifier(scan, fraction.to) : null
  if (!modifier || unit.item.unit !== 'Y') return null
  return { to: modifier.to, type: 'DURATION', value: 'P1Y6M', why: unit.why }
}

/** «الأيام القليلة الماضية», «العامين الماضيين», «الساعات الـ48 الماضية»: a period when it is counted, else a direction. */
function readUnits(scan: Scan, unit: Match<'unit'>, cut: number): Reading | null {
  const number = readNumber(scan, unit.to)
  const counted = number && (number.hasArticle || number.isOrdinal) ? number : null
  let u = counted?.to ?? unit.to
  u = scan.word(u, 'few') || u
  const modifier: Modifier | null = readModifier(scan, u)
  const lately = modifier ? 0 : scan.word(u, 'lately')
  const to = modifier?.to ?? lately
  if (to === 0) return null
  const count = unit.item.number === 'dual' ? 2 : (counted?.value ?? null)
  // «الدقائق الأخيرة» are those of a match.
  if (count === null && unit.item.unit.length > 1 && unit.item.unit !== 'TH') return null
  if (count === null) return { to, cut, type: 'DATE', value: referenceOf(modifier?.shift ?? -1), why: unit.why }
  return { to, cut, type: 'DURATION', value: durationOf(unit.item.unit, count * unit.item.factor), why: unit.why }
}

/** `P3D`, `PT24H`; units of the clock stand behind T. */
export const durationOf = (unit: string, count: number | string): string => (unit.length > 1 ? `PT${count}${unit.slice(1)}` : `P${count}${unit}`)

/** Centuries («القرن السابع», «القرن الـ21», «القرن الماضي») by their first two digits, decades («العقد الماضي») by three. */
function readEra(scan: Scan, unit: Match<'unit'>, isThis: boolean, dated: (value: string | null, to: number) => Reading | null): Reading | null {
  const isCentury = unit.item.factor === 100
  const number = isCentury ? readNumber(scan, unit.to) : null
  if (number && Number.isInteger(number.value) && number.value >= 1 && number.value <= 30) {
    const teen = number.isOrdinal ? scan.find(number.to, 'number', true, ({ form }) => form === 'teen') : null
    return dated(String(number.value - 1 + (teen ? teen.item.value : 0)).padStart(2, '0'), teen ? teen.to : number.to)
  }
  const lately = scan.word(unit.to, 'lately')
  if (lately > 0) return dated('PAST_REF', lately)
  const modifier = readModifier(scan, unit.to)
  if ((!modifier || modifier.isOther) && !isThis) return null
  const to = modifier?.to ?? unit.to
  if (scan.today === null) return dated(referenceOf(modifier?.shift ?? 0), to)
  return dated(String(Math.floor(yearOf(scan.today) / unit.item.factor) + (modifier?.shift ?? 0)), to)
}

/** «نهاية الأسبوع الماضي»: the weekend of that week; without a modifier the last one when it is past. */
export function readWeekend(scan: Scan, t: number): Reading | null {
  const weekend = scan.classAt(t, 'weekend')
  const unit = weekend ? scan.find(weekend.to, 'unit', true, (item) => item.unit === 'W' && item.hasArticle && item.number === 'singular') : null
  if (!weekend || !unit) return null
  const modifier = readModifier(scan, unit.to)
  const to = modifier?.to ?? unit.to
  if (scan.today === null) return { to, cut: weekend.cut, type: 'DATE', value: referenceOf(modifier?.shift ?? 0), why: unit.why }
  const isOver = !modifier && weekdayOf(scan.today) < 6 && tenseAt(scan, t) === 'past'
  return { to, cut: weekend.cut, type: 'DATE', value: `${isoWeek(scan.today + 7 * (modifier?.shift ?? (isOver ? -1 : 0)))}-WE`, why: unit.why }
}

/** The year that an expression of a year gives: «2014», «عام 2014», «العام الماضي», «هذا العام»; its reading, or null. */
export function readYearWords(scan: Scan, t: number): { year: string; to: number; why: string } | null {
  const bare = scan.year(t)
  if (bare !== null) return { year: String(bare), to: t + 1, why: scan.tables.patterns('year') }
  const unit = scan.find(t, 'unit', false, ({ unit, factor, number }) => unit === 'Y' && factor === 1 && number === 'singular')
  const year = unit ? scan.year(unit.to) : null
  if (unit && year !== null) return { year: String(year), to: unit.to + 1, why: unit.why }
  const relative = readUnit(scan, t, 'Y', true)
  return relative && /^\d{4}$/.test(relative.value) ? { year: relative.value, to: relative.to, why: relative.why } : null
}

/** «الربع الأول من 2014», «النصف الثاني من العام الجاري»: `2014-Q1`, `2015-H2`. */
export function readQuarter(scan: Scan, t: number): Reading | null {
  const quarter = scan.classAt(t, 'quarter')
  const half = quarter ? null : scan.classAt(t, 'half year')
  const opening = quarter ?? half
  if (!opening) return null
  const count = quarter ? 4 : 2
  const last = scan.word(opening.to, 'last ordinal')
  const number = last ? null : readNumber(scan, opening.to)
  const index = last ? count : number?.isOrdinal ? number.value : 0
  if (index < 1 || index > count) return null
  const to = last || (number?.to as number)
  const from = scan.word(to, 'from')
  const year = readYearWords(scan, from || to)
  const letter = quarter ? 'Q' : 'H'
  const base = { cut: opening.cut, type: 'DATE' } as const
  if (year) return { ...base, to: year.to, value: `${year.year}-${letter}${index}`, why: year.why }
  if (!quarter || from > 0 || scan.today === null) return null
  const isOver = (index - 1) * 3 < monthOf(scan.today) || tenseAt(scan, t) === 'ahead'
  return { ...base, to, value: `${yearOf(scan.today) - (isOver ? 0 : 1)}-Q${index}`, why: scan.tables.patterns('year'), confidence: 0.6 }
}
