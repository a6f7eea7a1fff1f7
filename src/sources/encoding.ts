import { findBinaryKind, isControlHeavy } from './binary.ts'
import type { BinaryKind } from './problem.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'iso-8859-6'

/** Text with how it was decoded. A byte order mark is not part of `text`; nothing else is changed. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** True when no byte order mark and no strict UTF-8 decided it, only the look of the letters. */
  readonly guessed: boolean
  /** True when the bytes end inside a character; that character is left out. */
  readonly cut: boolean
  /** How many stretches of bytes were no characters and stand as U+FFFD. */
  readonly damaged: number
}
export type Undecodable = { readonly failure: 'binary'; readonly kind: BinaryKind } | { readonly failure: 'unknown' }

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)

/** The encoding that a byte order mark states, with the mark's length in bytes. */
function findByteOrderMark(bytes: Uint8Array): readonly [Encoding, number] | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return ['utf-8', 3]
  if (startsWith(bytes, 0xff, 0xfe)) return ['utf-16le', 2]
  if (startsWith(bytes, 0xfe, 0xff)) return ['utf-16be', 2]
  return null
}

/**
 * Tells UTF-16 without a byte order mark by where its high bytes stand: Arabic text has 06 in nearly every second byte and
 * 00 beside blanks and digits, neither of which occurs in any other text. Looks at the first 4,096 bytes.
 */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 4) return null
  let low = 0
  let high = 0
  for (let i = 0; i < length; i += 2) {
    const first = bytes[i] as number
    const second = bytes[i + 1] as number
    if ((second === 0 || second === 6) && first !== 0) low++
    if ((first === 0 || first === 6) && second !== 0) high++
  }
  const most = (length / 2) * 0.85
  if (low >= most && low > high) return 'utf-16le'
  return high >= most && high > low ? 'utf-16be' : null
}

/** The encoding of a stream told from its first bytes where these settle it: a byte order mark or the look of UTF-16. */
export const findWideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const marked = findByteOrderMark(bytes)?.[0]
  return marked === 'utf-16le' || marked === 'utf-16be' ? marked : findUtf16(bytes)
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding, isPartial: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isPartial })
  } catch {
    return null
  }
}

/** The six letters that make up more than half of any Arabic text: alef, lam, meem, noon, waw, yaa. */
const common = new Set([0x0627, 0x0644, 0x0645, 0x0646, 0x0648, 0x064a])

/**
 * How well a one-byte decoding looks like Arabic, by three shares that no other alphabet read by mistake has together:
 * letters among all characters beyond ASCII, common letters among letters, and words with the article (alef, lam) within
 * their first three letters. Null when it cannot be Arabic.
 */
function scoreArabic(text: string): number | null {
  let beyondAscii = 0
  let letters = 0
  let commonLetters = 0
  let words = 0
  let articles = 0
  let place = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c > 0x7f) beyondAscii++
    if (c < 0x0621 || c > 0x064a) {
      place = 0
      continue
    }
    letters++
    if (common.has(c)) commonLetters++
    if (++place === 1) words++
    if (c === 0x0627 && place <= 2 && text.charCodeAt(i + 1) === 0x0644) articles++
  }
  if (words === 0) return null
  const [letterShare, commonShare, articleShare] = [letters / beyondAscii, commonLetters / letters, articles / words]
  const isArabic = letterShare >= 0.7 && (articleShare >= 0.06 || (letterShare >= 0.9 && commonShare >= 0.4))
  return isArabic ? letterShare + commonShare + articleShare : null
}

/** The one-byte Arabic code page whose letters look most like Arabic, or null. */
function decodeCodePage(bytes: Uint8Array): { encoding: Encoding; text: string } | null {
  let best: { encoding: Encoding; text: string; score: number } | null = null
  for (const encoding of ['windows-1256', 'iso-8859-6'] as const) {
    const text = decodeStrictly(bytes, encoding, false)
    const score = text === null ? null : scoreArabic(text)
    if (text !== null && score !== null && (best === null || score > best.score)) best = { encoding, text, score }
  }
  return best
}

/** UTF-8 with a few broken bytes, or null where more than one character in fifty is broken. */
function decodeDamaged(bytes: Uint8Array): { text: string; damaged: number } | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const damaged = text.split('\ufffd').length - 1
  return damaged * 50 <= text.length ? { text, damaged } : null
}

/**
 * Decodes the bytes of a text. Belief goes to a byte order mark first, then the look of UTF-16, strict UTF-8, UTF-8 cut in
 * its last character, the Arabic code pages windows-1256 and iso-8859-6 by their letters, and UTF-8 with few broken bytes.
 * O(length); line ends and everything else stay as they are.
 */
export function decodeText(bytes: Uint8Array): Decoded | Undecodable {
  const kind = findBinaryKind(bytes)
  if (kind !== null) return { failure: 'binary', kind }
  const decoded = decodeUnsigned(bytes)
  return 'text' in decoded && isControlHeavy(decoded.text) ? { failure: 'binary', kind: 'unknown' } : decoded
}

function decodeUnsigned(bytes: Uint8Array): Decoded | Undecodable {
  const mark = findByteOrderMark(bytes)
  const wide = findWideEncoding(bytes)
  if (wide !== null) {
    const body = mark === null ? bytes : bytes.subarray(mark[1])
    const text = decodeStrictly(body, wide, false)
    if (text !== null) return { text, encoding: wide, guessed: mark === null, cut: false, damaged: 0 }
    const begun = decodeStrictly(body, wide, true)
    return begun === null ? { failure: 'unknown' } : { text: begun, encoding: wide, guessed: mark === null, cut: true, damaged: 0 }
  }
  const body = mark === null ? bytes : bytes.subarray(mark[1])
  const strict = decodeStrictly(body, 'utf-8', false)
  if (strict !== null) return { text: strict, encoding: 'utf-8', guessed: false, cut: false, damaged: 0 }
  const begun = decodeStrictly(body, 'utf-8', true)
  if (begun !== null && begun.length > 0) return { text: begun, encoding: 'utf-8', guessed: false, cut: true, damaged: 0 }
  if (bytes.includes(0)) return { failure: 'binary', kind: 'unknown' }
  const page = mark === null ? decodeCodePage(body) : null
  if (page !== null) return { text: page.text, encoding: page.encoding, guessed: true, cut: false, damaged: 0 }
  const damaged = decodeDamaged(body)
  return damaged === null ? { failure: 'unknown' } : { ...damaged, encoding: 'utf-8', guessed: false, cut: false }
}
