/** Days since 1970-01-01 (UTC), the form in which dates are counted here. */
export type Day = number

const DAY = 86_400_000
const pad = (n: number, length = 2) => String(n).padStart(length, '0')

/** The day of a Gregorian date; null when there is no such day. Months count from 1. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? Math.round(time / DAY) : null
}

/** The day as written at the head of an ISO 8601 date or date-time (its own offset, not UTC); null for anything else. */
export function parseDay(iso: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso ?? '')
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

export const isoDay = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10)
export const yearOf = (day: Day): number => new Date(day * DAY).getUTCFullYear()
export const monthOf = (day: Day): number => new Date(day * DAY).getUTCMonth() + 1
/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (day: Day): number => ((new Date(day * DAY).getUTCDay() + 6) % 7) + 1

/** `2015`, `2015-11` or `2015-11-16`. */
export const isoDate = (year: number, month?: number, day?: number): string =>
  pad(year, 4) + (month === undefined ? '' : `-${pad(month)}`) + (day === undefined ? '' : `-${pad(day)}`)

/** The ISO 8601 week of a day: `2015-W47`. The week belongs to the year of its Thursday. */
export function isoWeek(day: Day): string {
  const thursday = day - weekdayOf(day) + 4
  const year = yearOf(thursday)
  const first = dayOf(year, 1, 1) as Day
  return `${year}-W${pad(Math.floor((thursday - first) / 7) + 1)}`
}

/** `2015-11`, some months away from a day's own. */
export function isoMonth(day: Day, months = 0): string {
  const date = new Date(Date.UTC(yearOf(day), monthOf(day) - 1 + months, 1))
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1)
}

const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' })

/** The Islamic date of a day by the Umm al-Qura calendar. */
export function islamicOf(day: Day): { year: number; month: number; day: number } {
  const parts = islamic.formatToParts(new Date(day * DAY))
  const part = (type: string) => Number.parseInt(parts.find((p) => p.type === type)?.value ?? '', 10)
  return { year: part('year'), month: part('month'), day: part('day') }
}

/**
 * The day of an Islamic date by the Umm al-Qura calendar, searched for with Intl (which knows it); null when there is none.
 * A sighted new moon may differ by a day.
 */
export function dayOfIslamic(year: number, month: number, day: number): Day | null {
  if (year < 1300 || year > 1600) return null
  // A mean Islamic year has 354.367 days; 1 Muharram 1389 was 1969-03-19, day -288.
  const guess = Math.round((year - 1389) * 354.367 + (month - 1) * 29.53 + day - 1 - 288)
  for (let offset = 0; offset <= 6; offset++)
    for (const candidate of [guess + offset, guess - offset]) {
      const found = islamicOf(candidate)
      if (found.year === year && found.month === month && found.day === day) return candidate
    }
  return null
}

/** The days that an Islamic month covers, as an ISO 8601 interval of its first and last day; null when there is none. */
export function islamicMonth(year: number, month: number): string | null {
  const first = dayOfIslamic(year, month, 1)
  const next = month === 12 ? dayOfIslamic(year + 1, 1, 1) : dayOfIslamic(year, month + 1, 1)
  return first === null || next === null ? null : `${isoDay(first)}/${isoDay(next - 1)}`
}

/** The days that an Islamic year covers, as an ISO 8601 interval; null when there is none. */
export function islamicYear(year: number): string | null {
  const first = dayOfIslamic(year, 1, 1)
  const next = dayOfIslamic(year + 1, 1, 1)
  return first === null || next === null ? null : `${isoDay(first)}/${isoDay(next - 1)}`
}
