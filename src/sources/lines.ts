/** One line of a stream without its line feed; `bytes` is null when it is longer than the limit and was passed over. */
export interface Line {
  /** Counts from 1. */
  readonly number: number
  readonly bytes: Uint8Array | null
  /** True when the stream ended without a line feed behind it. */
  readonly isLast: boolean
}

const LINE_FEED = 0x0a

/**
 * Divides a stream of bytes at line feeds. Holds at most one line of `limit` bytes and one chunk, however long the stream.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let number = 1
  let parts: Uint8Array[] = []
  let length = 0
  const isTooLong = () => length > limit
  const add = (part: Uint8Array) => {
    length += part.length
    if (isTooLong()) parts = []
    else parts.push(part)
  }
  const take = (isLast: boolean): Line => {
    const bytes = isTooLong() ? null : parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts)
    parts = []
    length = 0
    return { number: number++, bytes, isLast }
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED, from); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end))
      yield take(false)
      from = end + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  if (length > 0) yield take(true)
}
