import { compareSpans } from '../span.ts'
import type { LineDeed } from './correction.ts'
import { isSameClaim, type Line, LINE_KINDS, likenessOf, spanOfLine } from './lines.ts'
import type { LineState } from './tables.ts'

/** A line as the ledger shows it: what the machine read and what people made of it, and never one for the other. */
export interface LaidLine {
  readonly line: Line
  readonly state: LineState
  /** The latest correction that shaped it. */
  readonly correction: string | null
}

/** A line deed with its lines moved into the present text. */
export interface PlacedDeed {
  readonly id: string
  readonly deed: LineDeed
}

interface Entry {
  line: Line
  /** Every form this line has had: the machine's and people's. */
  readonly forms: Line[]
  state: LineState
  correction: string | null
  readonly isRead: boolean
}

function findEntry(entries: readonly Entry[], line: Line): Entry | null {
  let best: Entry | null = null
  let bestLikeness = 0
  for (const entry of entries)
    for (const form of entry.forms) {
      const likeness = likenessOf(form, line)
      if (likeness > bestLikeness) {
        best = entry
        bestLikeness = likeness
      }
    }
  return best
}

function apply(entries: Entry[], { id, deed }: PlacedDeed): void {
  const entry = findEntry(entries, 'before' in deed ? deed.before : deed.line) ?? (deed.action === 'edit' ? findEntry(entries, deed.line) : null)
  const put = (line: Line, state: LineState) => {
    if (entry === null) entries.push({ line, forms: 'before' in deed ? [line, deed.before] : [line], state, correction: id, isRead: false })
    else {
      entry.forms.push(line)
      Object.assign(entry, { line, state, correction: id })
    }
  }
  const isPersons = entry?.state === 'edited' || entry?.state === 'added'
  switch (deed.action) {
    case 'accept':
      // What a person wrote stays theirs when another confirms it.
      if (!isPersons) put(deed.before, 'accepted')
      return
    case 'reject':
      // A reader that reads these words otherwise suggests anew.
      if (entry !== null && entry.forms.some((form) => isSameClaim(form, deed.before)) && (isPersons || isSameClaim(entry.line, deed.before)))
        Object.assign(entry, { state: 'rejected', correction: id })
      return
    case 'edit':
      put(deed.line, entry?.state === 'added' ? 'added' : 'edited')
      return
    case 'add':
      put(deed.line, 'added')
      return
  }
}

/**
 * Lays corrections, in the order in which they take effect, over the lines of a reading. What a person accepted, edited or
 * added is there even where the reading has it no more. Sorted by kind and place.
 */
export function layOver(lines: readonly Line[], deeds: readonly PlacedDeed[]): LaidLine[] {
  const entries: Entry[] = lines.map((line) => ({ line, forms: [line], state: 'suggested', correction: null, isRead: true }))
  for (const deed of deeds) apply(entries, deed)
  const persons = entries.filter(({ isRead }) => !isRead)
  return entries
    .filter((entry) => entry.state !== 'suggested' || !persons.some(({ line }) => isSameClaim(line, entry.line)))
    .sort((a, b) => LINE_KINDS.indexOf(a.line.kind) - LINE_KINDS.indexOf(b.line.kind) || compareSpans(spanOfLine(a.line), spanOfLine(b.line)))
    .map(({ line, state, correction }) => ({ line, state, correction }))
}
