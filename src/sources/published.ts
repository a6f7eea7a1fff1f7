const form = /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/

/** Tells whether a value is an ISO 8601 date or date-time of a day that exists: `2015-11-16`, `2015-11-16T08:30+02:00`. */
export function isPublished(value: string): boolean {
  const match = form.exec(value)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
