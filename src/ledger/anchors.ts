import type { Span } from '../span.ts'
import type { Line } from './lines.ts'

/** Words with what stands on both sides: W3C Web Annotation's TextQuoteSelector. */
export interface Quotation {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** In code units, on each side. */
const AROUND = 32

/** The words of a span with what stands around them. */
export const quotationAt = (text: string, [start, end]: Span): Quotation => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - AROUND), start),
  suffix: text.slice(end, end + AROUND),
})

const sharedEnd = (a: string, b: string): number => {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}
const sharedStart = (a: string, b: string): number => {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/**
 * Finds quoted words in a changed text: where more of what stood around them still does, and among equals the nearest to
 * where they were. Null when the words are gone.
 */
export function findQuotation(text: string, { exact, prefix, suffix }: Quotation, near: number): Span | null {
  let best: Span | null = null
  let bestScore = -1
  for (let i = text.indexOf(exact); i !== -1; i = text.indexOf(exact, i + 1)) {
    const end = i + exact.length
    const score = sharedEnd(text.slice(Math.max(0, i - AROUND), i), prefix) + sharedStart(text.slice(end, end + AROUND), suffix)
    if (score > bestScore || (score === bestScore && best !== null && Math.abs(i - near) < Math.abs(best[0] - near))) {
      best = [i, end]
      bestScore = score
    }
    if (exact === '') break
  }
  return best
}

/** Moves a span of one text into another by its words. */
export const moveSpan = (from: string, to: string, span: Span): Span | null => (from === to ? span : findQuotation(to, quotationAt(from, span), span[0]))

/** Moves a line with every span in it; null when the words it stands on are gone. */
export function moveLine(from: string, to: string, line: Line): Line | null {
  if (from === to) return line
  const move = (span: Span) => moveSpan(from, to, span)
  const moveOptional = (span: Span | null) => (span === null ? null : move(span))
  switch (line.kind) {
    case 'statement': {
      const content = line.content.map(move)
      if (content.includes(null)) return null
      return { ...line, content: content as Span[], cue: moveOptional(line.cue), sourceSpan: moveOptional(line.sourceSpan), venue: moveOptional(line.venue) }
    }
    case 'event': {
      const trigger = move(line.trigger)
      if (trigger === null) return null
      const condition = line.condition === null ? null : move(line.condition.span)
      return {
        ...line,
        trigger,
        condition: line.condition && condition && { ...line.condition, span: condition },
        deniedBy: moveReference(line.deniedBy, move),
      }
    }
    case 'position': {
      const target = move(line.target)
      return target && { ...line, target, evidence: moveReference(line.evidence, move) }
    }
    case 'time': {
      const span = move(line.span)
      return span && { ...line, span }
    }
  }
}

function moveReference<Reference extends { readonly span: Span }>(reference: Reference | null, move: (span: Span) => Span | null): Reference | null {
  const span = reference && move(reference.span)
  return reference && span && { ...reference, span }
}
