import { readNumber } from './numbers.ts'
import { readModifier } from './months.ts'
import type { ItemOf } from '../../knowledge/times.ts'
import type { Match, Reading, Scan } from './scan.ts'
import { durationOf, referenceOf, shiftUnit } from './units.ts'

/** A number of units: «ثلاثة أيام», «عامين ونصف», «نحو ساعة», «عدة أشهر». */
interface Period {
  readonly value: string
  /** Units that a date may be counted back by; null for vague and broken ones. */
  readonly count: number | null
  readonly item: ItemOf<'unit'>
  readonly to: number
  readonly cut: number
  readonly preposition: string
  readonly why: string
  /** A single word («عام», «أيام») that needs a preposition of duration before it to be one. */
  readonly isBare: boolean
  readonly isCounted: boolean
  readonly hasTail: boolean
}

function readPeriod(scan: Scan, t: number): Period | null {
  const about = scan.classAt(t, 'about')
  const at = about?.to ?? t
  const core = readCore(scan, at, at > t)
  if (!core) return null
  const { cut, preposition } = about ?? core
  return { ...core, cut, preposition, isBare: core.isBare && !about, hasTail: core.hasTail || about !== null }
}

function readCore(scan: Scan, t: number, isInner: boolean): Period | null {
  const some = scan.classAt(t, 'some', isInner)
  if (some) {
    const unit =
      scan.find(some.to, 'unit', true, ({ number, hasArticle }) => number === 'plural' && !hasArticle) ??
      scan.find(some.to, 'unit', true, ({ number }) => number === 'plural')
    if (unit) return vague(unit, unit.to, some.cut, some.preposition, false, false)
  }
  const fraction = scan.classAt(t, 'and a fraction', isInner)
  if (fraction) {
    const unit = scan.find(fraction.to, 'unit', true, ({ number }) => number === 'singular')
    return unit ? exact(scan, unit, 1 / fraction.item.amount, unit.to, fraction.cut, fraction.preposition, false) : null
  }
  const number = readNumber(scan, t)
  // «الستة أشهر الماضية»: only a modifier shows that the number counts.
  const isArticled = number?.isOrdinal === true
  if (number && isArticled) {
    const unit = scan.find(number.to, 'unit', true, ({ hasArticle, number: form }) => !hasArticle && form !== 'construct')
    if (unit && !isInner && (readModifier(scan, unit.to) || scan.word(unit.to, 'lately')))
      return { ...exact(scan, unit, number.value, unit.to, number.cut, number.preposition, false), hasTail: true }
  } else if (number) {
    const unit = scan.find(number.to, 'unit', true, ({ hasArticle }) => !hasArticle)
    if (!unit || (isInner && number.cut > 0) || unit.item.number === 'construct') return null
    return exact(scan, unit, number.value, unit.to, number.cut, number.preposition, false)
  }
  const unit = scan.find(t, 'unit', isInner, ({ hasArticle, number }) => !hasArticle && number !== 'construct')
  if (!unit) return null
  if (unit.item.number === 'dual') return exact(scan, unit, 2, unit.to, unit.cut, unit.preposition, false)
  if (unit.item.number === 'singular') return exact(scan, unit, 1, unit.to, unit.cut, unit.preposition, true)
  const tail = scan.word(unit.to, 'some behind')
  return vague(unit, tail || unit.to, unit.cut, unit.preposition, tail === 0, tail > 0)
}

const vague = (unit: Match<'unit'>, to: number, cut: number, preposition: string, isBare: boolean, hasTail: boolean): Period => ({
  value: durationOf(unit.item.unit, 'X'),
  count: null,
  item: unit.item,
  to,
  cut,
  preposition,
  why: unit.why,
  isBare,
  isCounted: false,
  hasTail,
})

function exact(scan: Scan, unit: Match<'unit'>, number: number, after: number, cut: number, preposition: string, isSingle: boolean): Period {
  let count = number
  let to = after
  const fraction = scan.classAt(to, 'and a fraction')
  if (fraction && fraction.cut > 0 && fraction.preposition === '') {
    count += 1 / fraction.item.amount
    to = fraction.to
    // «ساعة ونصف الساعة»
    to = scan.find(to, 'unit', true, ({ unit: letter, number: form }) => letter === unit.item.unit && form === 'singular')?.to ?? to
  }
  const whole = scan.word(to, 'whole')
  to = whole || to
  const roughly = scan.word(to, 'roughly')
  to = roughly || to
  const ofTime = scan.word(to, 'of time')
  to = ofTime || to
  const hasTail = to > after
  return {
    value: isoDurationOf(unit.item, count),
    count: Number.isInteger(count) ? count : null,
    item: unit.item,
    to,
    cut,
    preposition,
    why: unit.why,
    isBare: isSingle && !hasTail,
    isCounted: !isSingle,
    hasTail,
  }
}

/** A count of units as a TIMEX3 duration; halves go down to the unit below where that is exact. */
function isoDurationOf({ unit, factor }: ItemOf<'unit'>, count: number): string {
  const total = count * factor
  const whole = Math.floor(total)
  const rest = total - whole
  if (rest === 0) return durationOf(unit, total)
  const below = { Y: [12, 'M'], TH: [60, 'M'], TM: [60, 'S'] }[unit] as [number, string] | undefined
  const lower = below ? rest * below[0] : 0
  if (!below || Math.abs(lower - Math.round(lower)) > 0.01) return durationOf(unit, Math.round(total * 100) / 100)
  return `${whole > 0 ? durationOf(unit, whole) : unit.length > 1 ? 'PT' : 'P'}${Math.round(lower)}${below[1]}`
}

/** «قبل أسبوعين»: a date counted in its own unit; «قبل أيام» lies somewhere in the past. Before «من» it is a period only. */
export function readAgo(scan: Scan, t: number): Reading | null {
  const ago = scan.find(t, 'ago')
  if (!ago || ago.preposition !== '') return null
  const period = readPeriod(scan, ago.to)
  if (!period || period.cut > 0 || isTaken(scan, period) || (period.item.isWeak && !period.hasTail && !period.isCounted) || scan.word(period.to, 'onward') > 0)
    return null
  const { unit, factor } = period.item
  const isTime = unit.length > 1
  const value = period.count === null || scan.today === null ? null : shiftUnit(scan.today, unit, -period.count * factor)
  return { to: period.to, cut: ago.cut, type: isTime ? 'TIME' : 'DATE', value: value ?? referenceOf(-1), why: ago.why }
}

/** «كل أربع سنوات», «كل جمعة»: comes back. */
export function readEvery(scan: Scan, t: number): Reading | null {
  const every = scan.find(t, 'every')
  if (!every) return null
  const day = scan.find(every.to, 'unit', true, ({ unit, number }) => unit === 'D' && number === 'singular')
  const weekday = scan.find(day?.to ?? every.to, 'weekday', true)
  const base = { cut: every.cut, type: 'SET', why: every.why } as const
  if (weekday) return { ...base, to: weekday.to, value: `XXXX-WXX-${weekday.item.weekday}` }
  const period = readPeriod(scan, every.to)
  if (!period || period.cut > 0 || period.count === null || period.item.isWeak) return null
  return { ...base, to: period.to, value: period.value }
}

/** Whether the word of a period belongs to what follows: «عام 2011», «يوم الأحد», «شهر مايو», «يوم 15 مايو». */
function isTaken(scan: Scan, { to, isBare, item, isCounted }: Period): boolean {
  if (isCounted || !isBare) return false
  if (item.unit === 'Y' && (scan.year(to) !== null || scan.digits(to, 2) !== null)) return true
  return (
    scan.find(to, 'weekday', true) !== null ||
    scan.find(to, 'month', true) !== null ||
    scan.find(to, 'day', true) !== null ||
    (item.unit === 'D' && readNumber(scan, to) !== null)
  )
}

/**
 * Reads a duration («خمسة أيام», «11 عاما», «عام» behind «منذ»). A bare word needs a preposition of duration; years need one
 * too, or something else that tells them from an age.
 */
export function readDuration(scan: Scan, t: number): Reading | null {
  const period = readPeriod(scan, t)
  if (!period || isTaken(scan, period)) return null
  const modifier = readModifier(scan, period.to)
  const isAfterThat = period.preposition !== '' && scan.isBehind(t, 'far demonstrative')
  const isEvent = scan.find(t - 1, 'ago') !== null && scan.word(period.to, 'onward') > 0
  const isLasting = isEvent || isAfterThat || scan.isBehind(t, 'lasting') || ((period.preposition !== '' || isAttached(scan, t)) && isDurative(period))
  const isInside = scan.isBehind(t, 'lasting in')
  const isWeak = period.item.isWeak && !isLasting && !(period.hasTail && (isInside || period.isCounted))
  if (isWeak) return null
  if (period.isBare && !isLasting && !(period.isCounted && isInside)) return null
  if (isName(scan, t, period.to) || isConstruct(scan, period)) return null
  if (period.item.unit === 'Y' && period.isCounted && !isLasting && isAge(scan, t, period)) return null
  if (period.item.unit !== 'Y' && isAgeBefore(scan, t)) return null
  // «الـ24 ساعة الماضية»
  const behind = modifier && !modifier.isOther ? modifier.to : scan.word(period.to, 'lately')
  const to = (period.isCounted && behind) || period.to
  return { to, cut: period.cut, type: 'DURATION', value: period.value, why: period.why }
}

/** «بعامين», «لثلاثة أيام»: the preposition written with a counted word, or with a bare plural. */
const isDurative = ({ isBare, isCounted, item }: Period): boolean => isCounted || (isBare && item.number === 'plural' && !item.isWeak)

/** «لـ44 عاما»: the preposition is a token of its own before digits. */
const isAttached = (scan: Scan, t: number): boolean => scan.touches(t) && scan.classAt(t - 1, 'year proclitic') !== null

/** «أيام الجامعة», «سنوات الحرب»: a time that a noun names, and no count of units. */
const isConstruct = (scan: Scan, { isBare, item, to }: Period): boolean =>
  isBare && item.number === 'plural' && scan.document.tokens.kind[to] === 'word' && (scan.document.tokens.form[to] as string).startsWith(scan.tables.article)

/** A programme or a title: the whole of a pair of quotation marks. */
function isName(scan: Scan, t: number, to: number): boolean {
  const { partner } = scan.document.tokens
  return t > 0 && (partner[t - 1] as number) === to
}

/** How many words before a number may tell that it is an age («عمره الآن نحو 70 عاما») or a sentence («بحبسه 15 سنة»). */
const NEAR = 3
const NEAR_PRISON = 7
function isNear(scan: Scan, t: number, name: string, reach = NEAR): boolean {
  for (let u = t; u > t - reach; u--) if (scan.isBehind(u, name)) return true
  return false
}
const isAgeBefore = (scan: Scan, t: number): boolean => isNear(scan, t, 'age before')

/** A number of years with nothing that says it lasts: an age, unless «من» or «على» goes on from it. */
function isAge(scan: Scan, t: number, { to, hasTail, item }: Period): boolean {
  if (isAgeBefore(scan, t) || scan.word(to, 'age behind') > 0) return true
  if (item.number === 'dual') return false
  // Three to ten years are a child's age only where something says so.
  if (item.number === 'plural' && !scan.isMark(t - 1, '(', '،', ',')) return isNear(scan, t, 'age word')
  if (hasTail || isNear(scan, t, 'prison', NEAR_PRISON)) return scan.isBehind(t, 'age word')
  const goesOn = scan.word(to, 'onward') > 0
  return !goesOn && !scan.isBehind(t, 'lasting in')
}
