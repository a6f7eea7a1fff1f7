import type { Quotation, Text, TokenKind, TokenRange } from '../document.ts'
import type { Span } from '../../span.ts'
import { fold, isIgnorable } from '../../fold.ts'
import { pairMarks } from './marks.ts'

/** Classes of code units; `unknown` is settled when first met. */
const UNKNOWN = 0
const BLANK = 1
const ARABIC = 2
const LETTER = 3
const DIGIT = 4
const MARK = 5
const NEWLINE = 6
const IGNORABLE = 7

const classes = new Uint8Array(0x10000)

function classify(c: number): number {
  if (c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029 || c === 0x0b || c === 0x0c || c === 0x85) return NEWLINE
  if (c <= 0x20 || c === 0xa0 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f || c === 0x3000 || c === 0x1680) return BLANK
  if (isIgnorable(c)) return IGNORABLE
  if ((c >= 0x30 && c <= 0x39) || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06f0 && c <= 0x06f9)) return DIGIT
  const text = String.fromCharCode(c)
  if (c >= 0xfdf0 && c <= 0xfdfb) return ARABIC
  if (/\p{L}/u.test(text)) return (c >= 0x0600 && c <= 0x08ff) || (c >= 0xfb50 && c <= 0xfefc) ? ARABIC : LETTER
  return c >= 0xd800 && c <= 0xdfff ? MARK : MARK
}

const classAt = (text: string, i: number): number => {
  const c = text.charCodeAt(i)
  const known = classes[c] as number
  if (known !== UNKNOWN) return known
  const found = classify(c)
  classes[c] = found
  return found
}

const STOP = 0x2e
const isSentenceEnd = (c: number) => c === STOP || c === 0x21 || c === 0x3f || c === 0x061f || c === 0x2026 || c === 0x06d4

/** Marks that may stand between a full stop and the end of its sentence. */
const closesAfterStop = (c: number) => c === 0x22 || c === 0x201d || c === 0x201c || c === 0xbb || c === 0x29 || c === 0x27 || c === 0x2019 || c === 0x5d

/**
 * Scans a text once into tokens, sentences, paragraphs and paired quotation marks. O(length); the text is not changed.
 * A sentence ends at `. ! ؟ ? … ۔` or a line break; not at a full stop inside a number, behind a single letter (د.), before a
 * Latin letter (site.com), or where dots stand for a pause («...» before more words of the same line).
 */
export function readText(text: string, published: string | null): Text {
  const start: number[] = []
  const end: number[] = []
  const kind: TokenKind[] = []
  const form: string[] = []
  const sentenceOf: number[] = []
  const paragraphOf: number[] = []
  const sentences: TokenRange[] = []
  const paragraphs: TokenRange[] = []
  const overrides: Span[] = []
  let sentenceFrom = 0
  let paragraphFrom = 0

  const closeSentence = () => {
    if (start.length > sentenceFrom) {
      for (let t = sentenceFrom; t < start.length; t++) sentenceOf.push(sentences.length)
      sentences.push({ from: sentenceFrom, to: start.length })
      sentenceFrom = start.length
    }
  }
  const closeParagraph = () => {
    closeSentence()
    if (start.length > paragraphFrom) {
      for (let t = paragraphFrom; t < start.length; t++) paragraphOf.push(paragraphs.length)
      paragraphs.push({ from: paragraphFrom, to: start.length })
      paragraphFrom = start.length
    }
  }
  const push = (from: number, to: number, k: TokenKind) => {
    start.push(from)
    end.push(to)
    kind.push(k)
    form.push(k === 'mark' ? text.slice(from, to) : fold(text.slice(from, to)))
  }

  const n = text.length
  let i = 0
  while (i < n) {
    const k = classAt(text, i)
    if (k === BLANK) i++
    else if (k === IGNORABLE) {
      const c = text.charCodeAt(i)
      if (c === 0x202d || c === 0x202e) overrides.push([i, i + 1])
      i++
    } else if (k === NEWLINE) {
      closeParagraph()
      i++
    } else if (k === ARABIC || k === LETTER || k === DIGIT) {
      const from = i++
      let to = i
      while (i < n) {
        const next = classAt(text, i)
        if (next === k) to = ++i
        else if (next === IGNORABLE) {
          const c = text.charCodeAt(i)
          if (c === 0x202d || c === 0x202e) overrides.push([i, i + 1])
          i++
          // Marks and tatweel belong to the letter before them; invisible controls only when more letters follow.
          if (c < 0x2000 || (c >= 0xfe00 && c <= 0xfe0f)) to = i
        } else break
      }
      i = to
      push(from, to, k === ARABIC ? 'word' : k === LETTER ? 'latin' : 'number')
    } else {
      const c = text.charCodeAt(i)
      const from = i
      const pair = c >= 0xd800 && c <= 0xdbff && i + 1 < n ? text.charCodeAt(i + 1) : 0
      i += pair >= 0xdc00 && pair <= 0xdfff ? 2 : 1
      // A run of one mark (... or !!) is one token, and so are << and >>.
      if (c === STOP || c === 0x21 || c === 0x2d || c === 0x061f) while (i < n && text.charCodeAt(i) === c) i++
      else if ((c === 0x3c || c === 0x3e) && i < n && text.charCodeAt(i) === c) i++
      push(from, i, 'mark')
      if (isSentenceEnd(c) && endsSentence(text, from, i, kind, start, end)) {
        // Closing marks that follow directly stay in the sentence.
        while (i < n && closesAfterStop(text.charCodeAt(i))) {
          push(i, i + 1, 'mark')
          i++
        }
        closeSentence()
      }
    }
  }
  closeParagraph()
  const { partner, quotations } = pairMarks(text, start, end, form, kind, paragraphs)
  return {
    text,
    published,
    tokens: { count: start.length, start, end, kind, form, partner, sentence: sentenceOf, paragraph: paragraphOf },
    sentences,
    paragraphs,
    quotations: quotations as readonly Quotation[],
    overrides,
  }
}

/** Decides whether the stop at `from`–`to`, the newest token, ends its sentence. */
function endsSentence(text: string, from: number, to: number, kind: readonly TokenKind[], start: readonly number[], end: readonly number[]): boolean {
  const c = text.charCodeAt(from)
  if (c !== STOP && c !== 0x2026) return true
  const before = kind.length - 2
  const touches = before >= 0 && end[before] === from
  const next = to < text.length ? classAt(text, to) : NEWLINE
  if (to - from > 1 || c === 0x2026) {
    // Dots for a pause: the sentence goes on unless the line or a quotation closes here.
    return next === NEWLINE || closesAfterStop(text.charCodeAt(to))
  }
  if (touches && kind[before] === 'number' && next === DIGIT) return false
  if (next === LETTER) return false
  // A single letter before the stop is an abbreviation: «د. محمد», «أ.ف.ب».
  if (touches && kind[before] === 'word' && (end[before] as number) - (start[before] as number) === 1) return false
  return true
}
