import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, offsetAfter } from '../../fold.ts'
import { readText } from './text.ts'

const forms = (text: string) => readText(text, null).tokens.form
const quoted = (text: string) => {
  const document = readText(text, null)
  return document.quotations.map((q) => text.slice(document.tokens.end[q.open], q.to > q.from ? document.tokens.end[q.to - 1] : document.tokens.end[q.open]))
}
const sentences = (text: string) => {
  const { tokens, sentences } = readText(text, null)
  return sentences.map((s) => text.slice(tokens.start[s.from], tokens.end[s.to - 1]))
}

/** Letters, marks and controls that Arabic text on the web really holds, whole surrogate pairs and broken ones. */
const arabicText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچگکیہﻻﷲﺍﺎ'),
      fc.constantFrom('\u064b', '\u0651', '\u0670', '\u0640', '\u0654', '\u0653', '\u200c', '\u200f', '\u202e', '\u2067', '\ufeff', '\u061c'),
      fc.constantFrom(' ', '\n', '.', '،', '؟', '«', '»', '"', '“', '”', '(', ')', '...', '٣', '۴', '5', '😀', '\ud83d', 'a', 'É'),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

test('tokens are in order, never overlap, lie in the text and hold every letter and digit', () => {
  fc.assert(
    fc.property(fc.oneof(arabicText, fc.string({ unit: 'binary' })), (text) => {
      const { tokens, sentences, paragraphs } = readText(text, null)
      let last = 0
      const covered = new Set<number>()
      for (let t = 0; t < tokens.count; t++) {
        const [from, to] = [tokens.start[t] as number, tokens.end[t] as number]
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        if (tokens.kind[t] !== 'mark') expect(fold(text.slice(from, to))).toBe(tokens.form[t])
        for (let i = from; i < to; i++) covered.add(i)
        last = to
      }
      for (let i = 0; i < text.length; i++)
        if (/[\p{L}\p{Nd}]/u.test(text.charAt(i)) && !/[٠-٩۰-۹0-9]/.test(text.charAt(i)))
          if (/\p{L}/u.test(text.charAt(i)) && fold(text.charAt(i)) !== '') expect(covered.has(i)).toBe(true)
      expect(tokens.sentence).toHaveLength(tokens.count)
      expect(tokens.paragraph).toHaveLength(tokens.count)
      let next = 0
      for (const sentence of sentences) {
        expect(sentence.from).toBe(next)
        next = sentence.to
      }
      expect(next).toBe(tokens.count)
      expect(paragraphs.at(-1)?.to ?? 0).toBe(tokens.count)
    }),
    { seed: 20151116, numRuns: 400 },
  )
})

test('marks pair with each other and quotations nest', () => {
  fc.assert(
    fc.property(arabicText, (text) => {
      const { tokens, quotations } = readText(text, null)
      tokens.partner.forEach((partner, t) => {
        if (partner >= 0) expect(tokens.partner[partner]).toBe(t)
      })
      for (const quotation of quotations) {
        expect(quotation.from).toBe(quotation.open + 1)
        expect(quotation.to).toBeGreaterThanOrEqual(quotation.from)
        const parent = quotations[quotation.parent]
        if (parent) expect(parent.open < quotation.open && quotation.to <= parent.to).toBe(true)
      }
    }),
    { seed: 16, numRuns: 400 },
  )
})

test('folding is the same for composed and decomposed letters and is idempotent', () => {
  fc.assert(
    fc.property(arabicText, (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { seed: 3, numRuns: 400 },
  )
})

test('the spellings of one word have one form', () => {
  expect(new Set(['إلى', 'الى', 'إلي', 'إِلَى', 'إلـى', 'ﺇﻟﻰ'].map(fold)).size).toBe(1)
  expect(new Set(['الحكومة', 'الحكومه', 'الْحُكُومَة', 'الحكـــومة'].map(fold)).size).toBe(1)
  expect(fold('مسؤول')).toBe(fold('مسو\u0654ول'))
  expect(fold('١٢۳')).toBe('123')
  expect(fold('ﷲ')).toBe('الله')
  expect(fold('مسائل')).not.toBe(fold('مسايل'))
})

test('an offset behind folded letters takes their marks along', () => {
  expect(offsetAfter('وَبوتين', 0, 7, 1)).toBe(2)
  expect(offsetAfter('لـبوتين', 0, 7, 1)).toBe(2)
})

test('invisible controls stand in no token at its edges, and numbers part from words', () => {
  expect(forms('\u200fقال\u200f الـ21 و١٥/٧')).toEqual(['قال', 'ال', '21', 'و', '15', '/', '7'])
})

test.each([
  ['قال «نعم». ثم صمت.', ['نعم']],
  ['قال "هزمنا "داعش" معا" أمس', ['هزمنا "داعش" معا', 'داعش']],
  ['وصفه ب"الخائن" مرة', ['الخائن']],
  ['نقلت لـ"رويترز" ما قيل', ['رويترز']],
  ['قال ”نعم“ ثم «لا "أبدا"»', ['نعم', 'لا "أبدا"', 'أبدا']],
  ['قال "لن نعود\nومضى', ['لن نعود']],
  ['قال "الأول.\nوالثاني" ثم سكت', ['الأول.\nوالثاني']],
  ['قال "الأول.\n"والثاني".', ['الأول.', 'والثاني']],
  ['" كلام بين فراغين " ثم', [' كلام بين فراغين']],
  ["يوقع الـ'اتفاق' غدا", ['اتفاق']],
])('quotation marks of %j', (text, expected) => {
  expect(quoted(text)).toEqual(expected)
})

test.each([
  ['وصل الوزير. غادر السفير.', 2],
  ['بلغت النسبة 7.5 في المئة.', 1],
  ['قال د. سامي إنه بخير.', 1],
  ['قالت أ.ف.ب إن الأمر انتهى.', 1],
  ['هل يعود؟ لا!', 2],
  ['نريد... أن نقول.', 1],
  ['زار site.com اليوم.', 1],
  ['وصل الوزير.كما غادر السفير.', 2],
  ['قال "انتهى الأمر." ثم غادر.', 2],
])('sentences of %j', (text, count) => {
  expect(sentences(text)).toHaveLength(count)
})

test('controls that turn text around are kept and reported', () => {
  expect(readText('قال \u202eنعم', null).overrides).toEqual([[4, 5]])
})

test('a text of a million characters takes one pass', () => {
  const text = 'قال الوزير "إن الأمر انتهى" اليوم. '.repeat(30_000)
  expect(readText(text, null).sentences).toHaveLength(30_000)
})
