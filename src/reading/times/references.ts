import { type Reading, type Scan, isReference } from './scan.ts'

/** Set expressions with a value of their own («حاليا», «سنويا»), and «ذلك الوقت», which points back to the date before it. */
export function readReference(scan: Scan, t: number): Reading | null {
  const found = scan.find(t, 'reference')
  if (!found) return null
  const { value, type } = found.item
  const form = scan.document.tokens.form[found.to]
  const to = form !== undefined && found.item.extends.has(form) ? found.to + 1 : found.to
  const base = { to, cut: found.cut, type, why: found.why } as const
  if (value !== 'SAME') return { ...base, value }
  const last = scan.last?.replace(/T.*$/, '') ?? null
  return last === null || isReference(last) ? { ...base, value: 'PAST_REF', confidence: 0.5 } : { ...base, value: last, confidence: 0.7 }
}
