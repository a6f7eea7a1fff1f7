import { isSameClaim, type Line, likenessOf } from './lines.ts'

/** What one reading has and another has not, and what both have but tell otherwise. */
export interface Differences {
  readonly added: readonly Line[]
  readonly removed: readonly Line[]
  readonly changed: readonly { readonly before: Line; readonly after: Line }[]
}

const withoutReason = ({ why: _why, confidence: _confidence, ...line }: Line): string => JSON.stringify(line)

/** Compares the lines of two readings of one text. Which entry found a line, and how surely, makes no difference. */
export function compareLines(before: readonly Line[], after: readonly Line[]): Differences {
  const left = new Set(after)
  const removed: Line[] = []
  const changed: { before: Line; after: Line }[] = []
  for (const line of before) {
    let match: Line | null = null
    let best = 0
    for (const candidate of left) {
      const likeness = likenessOf(line, candidate) + (isSameClaim(line, candidate) ? 1 : 0)
      if (likeness > best) {
        match = candidate
        best = likeness
      }
    }
    if (match === null) removed.push(line)
    else {
      left.delete(match)
      if (withoutReason(line) !== withoutReason(match)) changed.push({ before: line, after: match })
    }
  }
  return { added: [...left], removed, changed }
}
