import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { isGzip } from './binary.ts'
import type { Problem } from './problem.ts'

/** How an input is divided into reports; `sniff` looks at its first bytes. */
export type InputFormat = 'txt' | 'json' | 'jsonl' | 'sniff'

/** One file or stream to read. */
export interface Input {
  /** The name shown to people, and what ids are made from. */
  readonly name: string
  readonly id: string
  readonly format: InputFormat
  /** In bytes as stored; null for a stream. */
  readonly size: number | null
  /** Opens the bytes, unpacked when they are gzip. Each call opens anew, but for a stream. */
  readonly open: () => AsyncIterable<Uint8Array>
}

const formats: { readonly [ending: string]: InputFormat } = { '.txt': 'txt', '.json': 'json', '.jsonl': 'jsonl', '.ndjson': 'jsonl' }

const withoutGzip = (name: string) => (name.toLowerCase().endsWith('.gz') ? name.slice(0, -3) : name)
const formatOf = (path: string): InputFormat | null => formats[extname(withoutGzip(path)).toLowerCase()] ?? null

/** File name without folder and ending: `news/a.txt.gz` → `a`. */
export const idOf = (path: string): string => {
  const name = withoutGzip(basename(path))
  return name.slice(0, name.length - extname(name).length) || name
}

/** Unpacks gzip while it streams; other bytes go through unchanged. `onBytes` hears of the stored bytes as they are read. */
async function* unpack(chunks: AsyncIterable<Uint8Array>, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]()
  const counted = async (): Promise<IteratorResult<Uint8Array>> => {
    const next = await source.next()
    if (next.done !== true) onBytes(next.value.length)
    return next
  }
  try {
    let first = await counted()
    while (first.done !== true && first.value.length < 2) {
      const next = await counted()
      if (next.done === true) break
      first = { done: false, value: Buffer.concat([first.value, next.value]) }
    }
    if (first.done === true) return
    async function* all() {
      yield first.value as Uint8Array
      for (let next = await counted(); next.done !== true; next = await counted()) yield next.value
    }
    if (!isGzip(first.value)) yield* all()
    else {
      const { Readable } = await import('node:stream')
      const packed = Readable.from(all(), { objectMode: false })
      const plain = createGunzip()
      packed.on('error', (error) => plain.destroy(error))
      yield* packed.pipe(plain)
    }
  } finally {
    await source.return?.()
  }
}

const fileInput = (path: string, size: number | null, format: InputFormat, onBytes: (count: number) => void): Input => ({
  name: path,
  id: idOf(path),
  format,
  size,
  open: () => unpack(createReadStream(path), onBytes),
})

/** Standard input, or any other stream of bytes that is read once. */
export const streamInput = (name: string, chunks: AsyncIterable<Uint8Array>, onBytes: (count: number) => void = () => {}): Input => ({
  name,
  id: 'stdin',
  format: 'sniff',
  size: null,
  open: () => unpack(chunks, onBytes),
})

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
const problemOf = (path: string, cause: unknown): Problem =>
  (cause as { code?: string }).code === 'ENOENT' || (cause as { code?: string }).code === 'ENOTDIR'
    ? { code: 'file-missing', file: path }
    : { code: 'file-unreadable', file: path, reason: reasonOf(cause) }

/** The readable files below a folder in order of their paths; hidden ones and other kinds are passed over. */
async function* walk(folder: string): AsyncGenerator<{ path: string; format: InputFormat | null }> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else yield { path, format: formatOf(path) }
  }
}

/**
 * Finds what the paths given by a person stand for: a file is itself, a folder every `.txt`, `.json` and `.jsonl` file below
 * it (also with `.gz`), sorted by path. A named file with another ending is told by its first bytes.
 */
export async function* findInputs(paths: readonly string[], onBytes: (count: number) => void = () => {}): AsyncGenerator<Input | Problem> {
  for (const path of paths) {
    try {
      const status = await stat(path)
      if (!status.isDirectory()) {
        yield fileInput(path, status.isFile() ? status.size : null, formatOf(path) ?? 'sniff', onBytes)
        continue
      }
      let found = 0
      let passedOver = 0
      for await (const { path: file, format } of walk(path)) {
        if (format === null) {
          passedOver++
          continue
        }
        found++
        try {
          yield fileInput(file, (await stat(file)).size, format, onBytes)
        } catch (cause) {
          yield problemOf(file, cause)
        }
      }
      if (found === 0) yield { code: 'folder-empty', file: path }
      else if (passedOver > 0) yield { code: 'files-passed-over', file: path, count: passedOver }
    } catch (cause) {
      yield problemOf(path, cause)
    }
  }
}
