import type { Knowledge } from '../knowledge/knowledge.ts'
import { sha256 } from './identity.ts'

/** Names what reads: the version of the code and a hash of the knowledge, as `0.1.0+5f2c…`. */
export function nameReader(version: string, { entries }: Pick<Knowledge, 'entries'>): string {
  const parts: string[] = []
  for (const [id, entry] of entries) parts.push(id, JSON.stringify([...entry.fields]))
  return `${version}+${sha256(parts.join('\n')).slice(0, 12)}`
}

const numbersOf = (reader: string): number[] => (reader.split('+')[0] ?? '').split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0)

/** Orders readers by version, oldest first; 0 for the same version with other knowledge. */
export function compareReaders(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The reading that counts: by the newest reader, and of equals the last that was stored. */
export function newestReading<Reading extends { readonly key: number; readonly reader: string }>(readings: readonly Reading[]): Reading | undefined {
  let newest: Reading | undefined
  for (const reading of readings) {
    const order = newest === undefined ? 1 : compareReaders(reading.reader, newest.reader)
    if (newest === undefined || order > 0 || (order === 0 && reading.key > newest.key)) newest = reading
  }
  return newest
}
