/** Where a date is not known, in seconds: before all dates, so that such reports come last. */
export const NO_MOMENT = -8_640_000_000_000

/** The day as written and the instant in seconds since 1970 (a day counts from midnight UTC). */
export function momentOf(published: string | null): { readonly day: string | null; readonly moment: number } {
  if (published === null) return { day: null, moment: NO_MOMENT }
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published)?.[0] ?? null
  const isOpen = !/(?:Z|[+-]\d{2}:?\d{2})$/.test(published)
  const written = published.length > 10 && isOpen ? `${published}Z` : published
  const milliseconds = Date.parse(written.replace(',', '.').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(milliseconds) || day === null ? { day: null, moment: NO_MOMENT } : { day, moment: Math.floor(milliseconds / 1000) }
}

const DAY = 86_400_000
const format = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)

/**
 * The first and last day that a TIMEX3 value covers; null for durations, sets and references without a date.
 * @source TimeML 1.2.1 §2.3; ISO 8601 weeks
 */
export function daysOf(value: string | null): readonly [first: string, last: string] | null {
  if (value === null) return null
  const day = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(value)?.[1]
  if (day !== undefined) return [day, day]
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value)
  if (week !== null) {
    const fourth = Date.UTC(Number(week[1]), 0, 4)
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (Number(week[2]) - 1) * 7 * DAY
    return [format(monday + (week[3] === undefined ? 0 : 5 * DAY)), format(monday + 6 * DAY)]
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value)
  if (month !== null) return [`${value}-01`, format(Date.UTC(Number(month[1]), Number(month[2]), 0))]
  const part = /^(\d{4})-(?:Q([1-4])|H([12]))$/.exec(value)
  if (part !== null) {
    const year = Number(part[1])
    const [months, index] = part[2] === undefined ? [6, Number(part[3])] : [3, Number(part[2])]
    return [format(Date.UTC(year, (index - 1) * months, 1)), format(Date.UTC(year, index * months, 0))]
  }
  return /^\d{4}$/.test(value) ? [`${value}-01-01`, `${value}-12-31`] : null
}
