import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceOf, type Span } from '../span.ts'
import { findQuotation, moveSpan, quotationAt } from './anchors.ts'

const words = fc.array(fc.constantFrom('قال', 'الوزير', 'إن', 'الخط', 'متوقف', 'غدا', '.'), { minLength: 1, maxLength: 30 }).map((list) => list.join(' '))
const withSpan = fc.tuple(words, fc.nat(), fc.nat()).map(([text, a, b]): readonly [string, Span] => {
  const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number]
  return [text, [start, end + 1]]
})

describe('anchors', () => {
  it('stay where they are in an unchanged text', () => {
    fc.assert(fc.property(withSpan, ([text, span]) => void expect(moveSpan(text, text, span)).toEqual(span)))
    fc.assert(
      fc.property(withSpan, ([text, span]) => {
        const found = findQuotation(text, quotationAt(text, span), span[0])
        expect(found && sliceOf(text, found)).toBe(sliceOf(text, span))
      }),
    )
  })
  it('move with what is put before them', () => {
    fc.assert(
      fc.property(withSpan, words, ([text, span], before) => {
        const moved = moveSpan(text, `${before}\n${text}`, span)
        expect(moved && sliceOf(`${before}\n${text}`, moved)).toBe(sliceOf(text, span))
      }),
    )
  })
  it('choose among equal words by what stands around them', () => {
    const before = 'قال زيد نعم. قال عمرو نعم.'
    const after = 'قال سعد نعم. قال زيد نعم. قال عمرو نعم.'
    const second = before.lastIndexOf('نعم')
    expect(moveSpan(before, after, [second, second + 3])).toEqual([after.lastIndexOf('نعم'), after.lastIndexOf('نعم') + 3])
  })
  it('are gone with their words', () => {
    expect(moveSpan('قال نعم', 'قال لا', [4, 7])).toBeNull()
  })
})
