import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import type { TextStream } from './surroundings.ts'

/** Where results go. */
export interface Output {
  /** Resolves when more may be written: memory stays flat however slow the reader. */
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
  /** Gives up and leaves nothing half-written behind. */
  readonly discard: () => Promise<void>
}

/** Writes to a stream that stays open. */
export const streamOutput = (stream: TextStream): Output => ({
  write: async (text) => {
    if (text !== '' && !stream.write(text)) await new Promise<void>((resolve) => stream.once('drain', resolve))
  },
  close: async () => {},
  discard: async () => {},
})

/**
 * Writes to a file. A new or regular file is written beside itself as `FILE.part` and put in place when it is whole, so that
 * a file may be read and replaced in one run; devices and pipes are written straight.
 * @throws what the file system throws when the file cannot be written.
 */
export async function fileOutput(file: string): Promise<Output> {
  const status = await stat(file).catch(() => null)
  const isReplaced = status === null || status.isFile()
  const path = isReplaced ? `${file}.part` : file
  const stream = createWriteStream(path)
  await once(stream, 'open')
  let failure: Error | null = null
  stream.on('error', (error) => {
    failure = error
  })
  const settle = () => {
    if (failure !== null) throw failure
  }
  return {
    write: async (text) => {
      settle()
      if (text !== '' && !stream.write(text)) await once(stream, 'drain')
    },
    close: async () => {
      settle()
      stream.end()
      await once(stream, 'close')
      settle()
      if (isReplaced) await rename(path, file)
    },
    discard: async () => {
      stream.destroy()
      if (isReplaced) await rm(path, { force: true })
    },
  }
}
