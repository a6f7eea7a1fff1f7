import { isoDay } from './calendar.ts'
import { readDay } from './days.ts'
import { readHour, readNumber } from './numbers.ts'
import { isReference, type Reading, type Scan } from './scan.ts'

interface ClockTime {
  readonly hour: number
  readonly minute: number
  readonly to: number
}

/**
 * Reads a time of the clock: «الساعة 10:30», «الساعة الثامنة والنصف من مساء الأحد», «10.00 بتوقيت غرينتش». Its day is the one
 * named with it, else the report's; no zone is kept. Digits alone need «الساعة», a zone or a part of the day.
 */
export function readClock(scan: Scan, t: number): Reading | null {
  const word = scan.classAt(t, 'clock')
  const at = word?.to ?? t
  const read = readDigits(scan, at, word !== null) ?? readWords(scan, at, word !== null)
  if (!read) return null
  const time = { ...read, ...(read.minute === 0 ? minutesBehind(scan, read.to) : {}) }
  let { hour, to } = time
  let day: string | null = null
  let hasProof = word !== null
  const zone = (from: number) => {
    const end = zoneEnd(scan, from)
    if (end > from) hasProof = true
    return end
  }
  to = zone(to)
  const from = scan.word(to, 'from') || to
  const adverb = scan.find(from, 'part', true, ({ isAdverb }) => isAdverb)
  const named = readDay(scan, from)
  const letter = scan.word(to, 'evening letter') || scan.word(to, 'morning letter')
  let part: string | null = null
  if (adverb && (!named || named.to <= adverb.to)) {
    part = adverb.item.part
    to = zone(adverb.to)
    hasProof = true
    const later = readDay(scan, scan.word(to, 'from') || to)
    if (later && later.cut === 0 && !isReference(later.value)) {
      day = later.value.replace(/T.*$/, '')
      to = later.to
    }
  } else if (named && named.cut === 0 && !isReference(named.value)) {
    part = /T([A-Z]{2})$/.exec(named.value)?.[1] ?? null
    day = named.value.replace(/T.*$/, '')
    to = named.to
    hasProof ||= part !== null
  } else if (letter) {
    part = scan.word(to, 'evening letter') ? 'EV' : 'MO'
    to = letter
    hasProof = true
  }
  to = zone(to)
  if (!hasProof) return null
  if (hour < 12 && (part === 'EV' || part === 'AF' || (part === 'MI' && hour <= 6) || (part === 'NI' && hour >= 6))) hour += 12
  if (hour === 12 && (part === 'NI' || part === 'MO')) hour = 0
  const clock = `T${String(hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`
  const date = day ?? (scan.today === null ? '' : isoDay(scan.today))
  const why = word ? word.why : scan.tables.patterns('time of day')
  return { to, cut: word?.cut ?? time.cut, type: 'TIME', value: `${date}${clock}`, why }
}

/** 10:30, 10.30; behind «الساعة» also a bare hour; «1400» only with a zone behind it. */
function readDigits(scan: Scan, t: number, isClock: boolean): (ClockTime & { cut: number }) | null {
  const hour = scan.digits(t, 2)
  const minute = scan.digits(t + 2, 2)
  const { form } = scan.document.tokens
  if (hour !== null && minute !== null && form[t + 2]?.length === 2 && scan.isMark(t + 1, ':', '.', ',', '،') && scan.touches(t + 1) && scan.touches(t + 2))
    return hour <= 24 && minute < 60 ? { hour: hour % 24, minute, to: t + 3, cut: 0 } : null
  if (hour !== null && isClock && hour <= 24) return { hour: hour % 24, minute: 0, to: t + 1, cut: 0 }
  const both = scan.digits(t, 4)
  if (both !== null && form[t]?.length === 4 && both < 2400 && both % 100 < 60 && zoneEnd(scan, t + 1) > t + 1)
    return { hour: Math.floor(both / 100), minute: both % 100, to: t + 1, cut: 0 }
  return null
}

/** «العاشرة والنصف», «الثانية عشرة إلا ربعا»; without «الساعة» only behind a preposition. */
function readWords(scan: Scan, t: number, isClock: boolean): (ClockTime & { cut: number }) | null {
  const named = readHour(scan, t)
  if (!named || (!isClock && !scan.isBehind(t, 'clock before'))) return null
  let { hour, to } = named
  let minute = 0
  const less = scan.word(to, 'clock less')
  const fraction = scan.classAt(less || to, 'clock fraction')
  if (fraction && (less > 0 || fraction.cut > 0)) {
    minute = Math.round(60 / fraction.item.amount)
    to = fraction.to
    if (less > 0) {
      hour = (hour + 23) % 24
      minute = 60 - minute
    }
  }
  return { hour, minute, to, cut: named.cut }
}

/** «الساعة العاشرة و50 دقيقة» */
function minutesBehind(scan: Scan, t: number): { minute: number; to: number } | null {
  const joined = scan.word(t, 'joins')
  const number = readNumber(scan, joined || t)
  if (!number || (joined === 0 && number.cut === 0) || number.value >= 60) return null
  const to = scan.word(number.to, 'minutes word')
  return to > 0 ? { minute: number.value, to } : null
}

/** The token behind a zone («بتوقيت غرينتش», «بالتوقيت المحلي», «ت.غ»), or `t`. */
function zoneEnd(scan: Scan, t: number): number {
  const zone = scan.word(t, 'zone')
  if (zone === 0) return t
  if (scan.word(t, 'zone of') === 0) return zone
  const name = scan.word(zone, 'zone names')
  if (name > 0) return name
  return scan.document.tokens.kind[zone] === 'word' ? zone + 1 : zone
}
