/**
 * A half-open range `[start, end)` counted in UTF-16 code units of a report's unchanged text, as JavaScript strings count.
 * Every offset in Isnad is of this unit.
 */
export type Span = readonly [start: number, end: number]

/** Tells whether `inner` lies wholly inside `outer`. */
export const isInside = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1]

/** Tells whether the two spans share at least one code unit. */
export const isOverlapping = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

/** Orders spans by start, the longer first where two start together. */
export const compareSpans = (a: Span, b: Span): number => a[0] - b[0] || b[1] - a[1]

/** The words that a span covers. */
export const sliceOf = (text: string, span: Span): string => text.slice(span[0], span[1])
