import type { BinaryKind } from './problem.ts'

/** First bytes by which well-known kinds of file are told (file signatures), as Latin-1 text. */
const signatures: readonly (readonly [start: string, kind: BinaryKind])[] = [
  ['%PDF-', 'pdf'],
  ['PK\x03\x04', 'zip'],
  ['Rar!', 'zip'],
  ['7z\xbc\xaf', 'zip'],
  ['\xfd7zXZ', 'zip'],
  ['BZh', 'zip'],
  ['\x28\xb5\x2f\xfd', 'zip'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['RIFF', 'audio-video'],
  ['ID3', 'audio-video'],
  ['OggS', 'audio-video'],
  ['SQLite format 3', 'database'],
  ['PAR1', 'database'],
  ['\x7fELF', 'program'],
  ['MZ\x90', 'program'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'word'],
  ['{\\rtf', 'word'],
]

/** Names the kind of a file that is no text, by its first bytes; null when no signature fits. */
export function findBinaryKind(bytes: Uint8Array): BinaryKind | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (start.slice(4, 8) === 'ftyp') return 'audio-video'
  return signatures.find(([signature]) => start.startsWith(signature))?.[1] ?? null
}

/** The first two bytes of gzip, RFC 1952. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * Tells whether decoded text holds so many control characters that it cannot be prose: one in 200 or more, tabs, line ends,
 * form feeds and escapes of direction apart. Looks at the first 100,000 code units.
 */
export function isControlHeavy(text: string): boolean {
  const length = Math.min(text.length, 100_000)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x20 ? c < 0x09 || c > 0x0d : c >= 0x7f && c < 0xa0 && c !== 0x85) controls++
  }
  return controls * 200 > length
}
