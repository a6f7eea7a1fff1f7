import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines } from './lines.ts'

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]) {
  let from = 0
  for (let i = 0; from < bytes.length; i++) {
    const size = sizes[i % sizes.length] as number
    yield bytes.subarray(from, from + size)
    from += size
  }
}
const linesOf = async (text: string, sizes: readonly number[] = [7], limit = 1000) => {
  const lines: (string | null)[] = []
  for await (const line of readLines(chunksOf(Buffer.from(text), sizes), limit)) lines.push(line.bytes === null ? null : Buffer.from(line.bytes).toString())
  return lines
}

describe('readLines', () => {
  it('divides a stream as split does, wherever its chunks end', async () => {
    const line = fc.string({ unit: fc.constantFrom('ا', 'b', ' ', '\r', '😀'), maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (lines, sizes) => {
        expect(await linesOf(`${lines.join('\n')}\n`, sizes)).toEqual(lines)
      }),
    )
  })

  it('gives a last line that has no line feed, and says so', async () => {
    const seen: [number, boolean][] = []
    for await (const line of readLines(chunksOf(Buffer.from('a\nb'), [1]), 10)) seen.push([line.number, line.isLast])
    expect(seen).toEqual([
      [1, false],
      [2, true],
    ])
  })

  it('passes over a line beyond the limit and goes on', async () => {
    expect(await linesOf(`${'x'.repeat(50)}\nshort\n`, [7], 10)).toEqual([null, 'short'])
  })
})
