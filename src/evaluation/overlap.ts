import type { Span } from '../span.ts'

/** The spans joined where they overlap, in order; empty ones are left out. */
function mergeSpans(spans: readonly Span[]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of spans.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)

/**
 * How much of two lists of spans is common: code units in both by code units in either, 0–1. 0 where a list is empty.
 */
export function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  const [x, y] = [mergeSpans(a), mergeSpans(b)]
  let both = 0
  for (const [from, to] of x) for (const [start, end] of y) both += Math.max(0, Math.min(to, end) - Math.max(from, start))
  const either = lengthOf(x) + lengthOf(y) - both
  return either === 0 ? 0 : both / either
}
