import { islamicYear, yearOf, monthOf } from './calendar.ts'
import { readModifier } from './months.ts'
import type { Reading, Scan } from './scan.ts'
import { readUnit, readYearWords } from './units.ts'

const FIRST_YEAR = 1700
const SEASON_STARTS: { readonly [season: string]: number } = { SP: 3, SU: 6, FA: 9, WI: 12 }
/** Two digits behind «عام» are of the last century from here on: «عام 67». */
const SHORT_YEARS = 40

/** Reads a year: «عام 2015», «عامي 2011 [و2012]», «عام 67», or bare digits where their neighbours make them one. */
export function readYear(scan: Scan, t: number): Reading | null {
  const unit = scan.find(t, 'unit', false, ({ unit, factor }) => unit === 'Y' && factor === 1)
  if (unit) {
    if (isLaw(scan, t)) return null
    const year = scan.year(unit.to) ?? (unit.item.hasArticle ? null : shortYear(scan, unit.to, unit.item.number))
    const mark = scan.word(unit.to + 1, 'gregorian mark') || unit.to + 1
    const islamic = year !== null ? scan.word(unit.to + 1, 'islamic mark') : 0
    const interval = islamic > 0 ? islamicYear(year as number) : null
    if (interval) return { to: islamic, cut: unit.cut, type: 'DATE', value: interval, why: unit.why }
    return year === null ? null : { to: mark, cut: unit.cut, type: 'DATE', value: String(year), why: unit.why }
  }
  const year = scan.year(t)
  if (year === null || year < FIRST_YEAR || !isYear(scan, t)) return null
  return { to: scan.word(t + 1, 'gregorian mark') || t + 1, cut: 0, type: 'DATE', value: String(year), why: scan.tables.patterns('year') }
}

function shortYear(scan: Scan, t: number, number: string): number | null {
  const digits = scan.digits(t, 2)
  return digits !== null && digits >= SHORT_YEARS && number === 'singular' && !scan.isMark(t + 1, '.', ',', '%', '/') ? 1900 + digits : null
}

/** «القانون رقم 10 لسنة 1992»: a year that is part of a name. */
const isLaw = (scan: Scan, t: number): boolean => scan.digits(t - 1) !== null && scan.isBehind(t - 1, 'law number')

function isYear(scan: Scan, t: number): boolean {
  // «بين 1800 و2000 لاجئ»
  if (scan.classAt(t + 1, 'year list') && scan.year(t + 2) !== null && scan.word(t + 3, 'counted') > 0) return false
  if (scan.word(t + 1, 'counted') > 0 || scan.find(t + 1, 'unit', true) !== null) return false
  const isListed = isJoinedYear(scan, t)
  if (scan.document.tokens.kind[t + 1] === 'word' && scan.touches(t + 1) && !isListed) return false
  if (scan.isBehind(t, 'match season') || (isListed && scan.isBehind(t - 2, 'match season'))) return false
  if (scan.isMark(t - 1, '(') && (scan.isMark(t + 1, ')') || (scan.isMark(t + 1, '-', '–') && scan.year(t + 2) !== null && scan.isMark(t + 3, ')'))))
    return true
  if (opensLine(scan, t)) return true
  return isListed || scan.isBehind(t, 'year before') || scan.isBehind(t, 'period') || isAttached(scan, t) || isDated(scan, t)
}

/** «انتخابات 2016», «الانتخابات الرئاسية الأمريكية 2016» */
function isDated(scan: Scan, t: number): boolean {
  const { kind } = scan.document.tokens
  for (let u = t; u > t - 3 && (u === t || kind[u] === 'word'); u--) if (scan.isBehind(u, 'dated')) return true
  return false
}

/** «2014: …», «2015، …»: a line of a chronicle. */
function opensLine(scan: Scan, t: number): boolean {
  const { tokens, paragraphs } = scan.document
  return paragraphs[tokens.paragraph[t] as number]?.from === t && scan.isMark(t + 1, ':', '،', ',', '-', '–')
}

/** «لـ2017», «ب2016»: a preposition written to the digits is a token of its own. */
function isAttached(scan: Scan, t: number): boolean {
  return scan.touches(t) && scan.classAt(t - 1, 'year proclitic') !== null
}

/** «2011 و2015», «2008-2010»: the second of two years. */
function isJoinedYear(scan: Scan, t: number): boolean {
  const isJoin = scan.classAt(t - 1, 'year list') !== null || scan.isMark(t - 1, '-', '–', '/')
  return isJoin && scan.lastYearEnd === t - 1
}

/** «صيف 2016», «الصيف الماضي», «ربيع العام المقبل», «هذا الشتاء». */
export function readSeason(scan: Scan, t: number): Reading | null {
  const near = scan.classAt(t, 'near demonstrative')
  const season = scan.find(near?.to ?? t, 'season', near !== null)
  if (!season) return null
  const cut = near?.cut ?? season.cut
  const from = scan.word(season.to, 'from') || season.to
  const every =
    scan.find(from, 'reference', true, ({ type, value }) => type === 'SET' && value === 'P1Y') ??
    scan.find(season.to, 'reference', true, ({ type }) => type === 'SET')
  if (every) return { to: every.to, cut, type: 'SET', value: every.item.value, why: season.why }
  const dated = (year: string, to: number): Reading => ({ to, cut, type: 'DATE', value: `${year}-${season.item.season}`, why: season.why })
  const year = near ? null : readYearWords(scan, from)
  if (year) return dated(year.year, year.to)
  const modifier = season.item.hasArticle ? readModifier(scan, season.to) : null
  if (!modifier && !near) return null
  if (scan.today === null) return null
  const start = SEASON_STARTS[season.item.season] as number
  const month = monthOf(scan.today)
  const shift = modifier?.shift ?? 0
  // The last summer is this year's once it is over, the next one this year's until it begins.
  const years = shift < 0 && start + 3 <= month ? shift + 1 : shift > 0 && start > month ? shift - 1 : shift
  return dated(String(yearOf(scan.today) + years), modifier?.to ?? season.to)
}

/** «الثمانينيات», «تسعينيات القرن الماضي»: `198`, `199`. */
export function readDecade(scan: Scan, t: number): Reading | null {
  const decade = scan.find(t, 'decade')
  if (!decade || scan.word(decade.to, 'age behind') > 0) return null
  const century = readUnit(scan, scan.word(decade.to, 'from') || decade.to)
  const isCentury = century !== null && /^\d{2}$/.test(century.value)
  const value = `${isCentury ? century.value : '19'}${decade.item.decade}`
  return { to: isCentury ? century.to : decade.to, cut: decade.cut, type: 'DATE', value, why: decade.why }
}
