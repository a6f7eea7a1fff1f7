import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARABIC, encodeCodePage, encodeUtf16 } from './bytes.fixture.ts'
import { decodeText, type Encoding } from './encoding.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const join = (...parts: Iterable<number>[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

describe('decodeText', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, encoding: Encoding, guessed: boolean])[] = [
    ['UTF-8', utf8(ARABIC), 'utf-8', false],
    ['UTF-8 with a byte order mark', join([0xef, 0xbb, 0xbf], utf8(ARABIC)), 'utf-8', false],
    ['UTF-16 little-endian with a byte order mark', join([0xff, 0xfe], encodeUtf16(ARABIC, false)), 'utf-16le', false],
    ['UTF-16 big-endian with a byte order mark', join([0xfe, 0xff], encodeUtf16(ARABIC, true)), 'utf-16be', false],
    ['UTF-16 little-endian without one', encodeUtf16(ARABIC, false), 'utf-16le', true],
    ['UTF-16 big-endian without one', encodeUtf16(ARABIC, true), 'utf-16be', true],
    ['windows-1256', encodeCodePage(ARABIC, 'windows-1256'), 'windows-1256', true],
    ['iso-8859-6', encodeCodePage(ARABIC, 'iso-8859-6'), 'iso-8859-6', true],
  ]
  it.each(cases)('reads %s and changes nothing but the mark', (_, bytes, encoding, guessed) => {
    expect(decodeText(bytes)).toEqual({ text: ARABIC, encoding, guessed, cut: false, damaged: 0 })
  })

  it('tells windows-1256 with quotation marks and vowels from iso-8859-6', () => {
    const text = `قال: “لا تعليقَ لدينا” – ثم غادر القاعة. ${ARABIC}`
    expect(decodeText(encodeCodePage(text, 'windows-1256'))).toMatchObject({ text, encoding: 'windows-1256' })
  })

  it('reads UTF-8 cut in its last character up to there', () => {
    const bytes = utf8('قالت الوزارة')
    expect(decodeText(bytes.subarray(0, bytes.length - 1))).toMatchObject({ text: 'قالت الوزار', cut: true })
  })

  it('reads UTF-16 cut in its last character up to there', () => {
    const bytes = join([0xff, 0xfe], encodeUtf16('قالت', false))
    expect(decodeText(bytes.subarray(0, bytes.length - 1))).toMatchObject({ text: 'قال', cut: true })
  })

  it('reads UTF-8 with one broken byte and counts it', () => {
    const bytes = utf8(ARABIC)
    const broken = join(bytes.subarray(0, 7), [0xff], bytes.subarray(7))
    expect(decodeText(broken)).toMatchObject({ encoding: 'utf-8', damaged: 1, cut: false })
  })

  it.each([
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ'), 'pdf'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'image'],
    ['a packed archive', join(utf8('PK'), [3, 4, 0, 0]), 'zip'],
    ['bytes with zeros', Uint8Array.from({ length: 400 }, (_, i) => (i * 7919) % 251), 'unknown'],
  ])('knows %s for binary', (_, bytes, kind) => {
    expect(decodeText(bytes)).toEqual({ failure: 'binary', kind })
  })

  it.each(['windows-1251', 'windows-1252'])('does not take %s for Arabic', (encoding) => {
    const text = encoding === 'windows-1251' ? 'Министр иностранных дел заявил журналистам' : 'Le ministre a été reçu au palais où il a déclaré être prêt'
    expect(decodeText(encodeCodePage(text, encoding))).toEqual({ failure: 'unknown' })
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeText(bytes)))
  })

  it('gives any well-formed text back unchanged', () => {
    const prose = fc.string({ unit: fc.constantFrom(...'ابتثجحخدرسصعفقكلمنهوي ةىء.،؟«»\n0123'), minLength: 1 })
    fc.assert(fc.property(prose, (text) => (decodeText(utf8(text)) as { text: string }).text === text))
  })
})
