import { describe, expect, it } from 'vitest'
import { createProgress } from './progress.ts'

const drawn = (isTTY: boolean, times: readonly number[]) => {
  const written: string[] = []
  let now = 0
  const stream = { isTTY, write: (text: string) => written.push(text) > 0, once: () => {} }
  const progress = createProgress(stream, () => now)
  for (const time of times) {
    now = time
    progress.show(0.5, '7 reports')
  }
  progress.clear()
  return written
}

describe('createProgress', () => {
  it('draws nothing where standard error is no terminal, and nothing for short work', () => {
    expect(drawn(false, [0, 1000, 2000])).toEqual([])
    expect(drawn(true, [0, 300, 600])).toEqual([])
  })
  it('draws a bar on long work, not too often, and takes it off again', () => {
    const written = drawn(true, [0, 1000, 1010, 1020])
    expect(written).toHaveLength(2)
    expect(written[0]).toContain('50 % 7 reports')
    expect(written[1]).toBe('\r\u001b[2K')
  })
})
