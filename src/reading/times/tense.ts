import type { Scan } from './scan.ts'

/** How many words before a bare date its verb is looked for. */
const REACH = 20
/** How many words behind a date that opens its sentence. */
const REACH_BEHIND = 8

export type Tense = 'past' | 'ahead' | null

/**
 * Tells whether the act that a bare date belongs to is past or still to come: by the nearest verb or word of planning before
 * it in its sentence, else by the first one behind it; «منذ» looks back. Null when none is near.
 */
export function tenseAt(scan: Scan, t: number): Tense {
  if (scan.isBehind(t, 'since')) return 'past'
  const { tokens, sentences } = scan.document
  const sentence = sentences[tokens.sentence[t] as number]
  const from = Math.max(sentence?.from ?? 0, t - REACH)
  for (let u = t - 1; u >= from; u--) {
    const tense = tenseOf(scan, u)
    if (tense) return tense
  }
  const to = Math.min(sentence?.to ?? tokens.count, t + REACH_BEHIND)
  for (let u = t + 1; u < to; u++) {
    const tense = tenseOf(scan, u)
    if (tense) return tense
  }
  return null
}

function tenseOf(scan: Scan, t: number): Tense {
  if (scan.document.tokens.kind[t] !== 'word') return null
  if (scan.classAt(t, 'ahead')) return 'ahead'
  const form = scan.document.tokens.form[t] as string
  if (scan.classAt(t, 'scheduled')) return scan.isBehind(t, 'not scheduled behind') ? 'past' : 'ahead'
  const bare = scan.withoutConjunction(form)
  if (scan.tables.perfects.has(form) || scan.tables.perfects.has(bare)) return 'past'
  return isFuture(scan, form) || isFuture(scan, bare) ? 'ahead' : null
}

/** A verb with the letter of the future before it: «سيزور», «ستلتقيه», «سيجتمعون». */
function isFuture(scan: Scan, form: string): boolean {
  const { futurePrefixes, imperfectStems, verbEndings } = scan.tables
  for (const prefix of futurePrefixes) {
    if (!form.startsWith(prefix)) continue
    const stem = form.slice(prefix.length)
    if (imperfectStems.has(stem)) return true
    for (const ending of verbEndings) if (stem.endsWith(ending) && imperfectStems.has(stem.slice(0, -ending.length))) return true
  }
  return false
}

/** Whether a token is a verb of the perfect. */
export const isPerfect = (scan: Scan, t: number): boolean => {
  const form = scan.document.tokens.form[t] ?? ''
  return scan.tables.perfects.has(form) || scan.tables.perfects.has(scan.withoutConjunction(form))
}
