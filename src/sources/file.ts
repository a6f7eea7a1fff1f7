import type { Report } from '../record.ts'
import { decodeText, findWideEncoding, type Decoded, type Undecodable } from './encoding.ts'
import { makeReport } from './fields.ts'
import type { Input } from './input.ts'
import { isObject, parseJson } from './json.ts'
import { readLines } from './lines.ts'
import type { Problem, ProblemKind, ProblemPlace } from './problem.ts'

/** What comes out of an input, in order: reports, and what was wrong on the way. `isCut` marks a text whose end is missing. */
export type Sourced = (ProblemPlace & { readonly report: Report; readonly isCut: boolean }) | { readonly problem: Problem }

/** The most bytes of a `.txt` or `.json` file, or of one line of JSON lines, after unpacking: far beyond any report. */
export const SIZE_LIMIT = 20 * 1024 * 1024
const BLANK_LINE = /^[ \t\r]*$/

export interface SourceOptions {
  /** The date of reports that bring none. */
  readonly published: string | null
  readonly sizeLimit?: number
}

const undecodable = (failure: Undecodable): ProblemKind =>
  failure.failure === 'binary' ? { code: 'file-binary', kind: failure.kind } : { code: 'encoding-unknown' }

/** What a decoding leaves to say about the whole file. */
function* doubtsOf(decoded: Decoded, file: string): Generator<Sourced> {
  if (decoded.guessed) yield { problem: { code: 'encoding-guessed', file, encoding: decoded.encoding } }
  if (decoded.damaged > 0) yield { problem: { code: 'bytes-damaged', file, count: decoded.damaged } }
}

/** All bytes of an input, or null as soon as they pass the limit. */
async function readAll(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > limit) return null
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

function* readTxt(decoded: Decoded, input: Input, options: SourceOptions): Generator<Sourced> {
  const { name: file, id } = input
  if (decoded.text.trim() === '') {
    yield { problem: { code: 'file-empty', file } }
    return
  }
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(decoded.text)) {
    yield { problem: { code: 'format-unknown', file, kind: 'web-page' } }
    return
  }
  yield* doubtsOf(decoded, file)
  if (decoded.cut) yield { problem: { code: 'text-cut', file } }
  yield { report: { id, outlet: null, published: options.published, title: null, url: null, text: decoded.text }, file, isCut: decoded.cut }
}

function* makeSourced(value: unknown, id: string, place: ProblemPlace, options: SourceOptions): Generator<Sourced> {
  const { report, problems } = makeReport(value, id, options.published)
  for (const problem of problems) yield { problem: { ...problem, ...place } }
  if (report !== null) yield { report, ...place, isCut: false }
}

/** Whether text that is not one JSON value is JSON lines under another name: its first line alone is an object. */
function isJsonLines(text: string): boolean {
  const end = text.indexOf('\n')
  if (end === -1) return false
  const first = parseJson(text.slice(0, end))
  return 'value' in first && isObject(first.value)
}

function* readJson(decoded: Decoded, input: Input, options: SourceOptions): Generator<Sourced> {
  const { name: file, id } = input
  if (decoded.text.trim() === '') {
    yield { problem: { code: 'file-empty', file } }
    return
  }
  const parsed = parseJson(decoded.text)
  if ('value' in parsed) {
    yield* doubtsOf(decoded, file)
    if (!Array.isArray(parsed.value)) yield* makeSourced(parsed.value, id, { file }, options)
    else if (parsed.value.length === 0) yield { problem: { code: 'file-empty', file } }
    else for (const [i, value] of parsed.value.entries()) yield* makeSourced(value, `${id}:${i + 1}`, { file, item: i + 1 }, options)
  } else if (isJsonLines(decoded.text.trimStart())) {
    yield* doubtsOf(decoded, file)
    const lines = decoded.text.split('\n')
    for (const [i, line] of lines.entries()) yield* readJsonLine(line, i + 1, i === lines.length - 1, input, options)
  } else if (parsed.cut || decoded.cut) yield { problem: { code: 'file-truncated', file } }
  else yield { problem: { code: 'line-invalid', file, reason: parsed.reason } }
}

function* readJsonLine(text: string, number: number, isLast: boolean, input: Input, options: SourceOptions): Generator<Sourced> {
  if (BLANK_LINE.test(text)) return
  const parsed = parseJson(text)
  if ('value' in parsed) yield* makeSourced(parsed.value, `${input.id}:${number}`, { file: input.name, line: number }, options)
  else if (parsed.cut && isLast) yield { problem: { code: 'file-truncated', file: input.name, line: number } }
  else yield { problem: { code: 'line-invalid', file: input.name, line: number, reason: parsed.reason } }
}

/** Turns UTF-16 into UTF-8 while it streams, so that lines can be divided by bytes. */
async function* narrow(chunks: AsyncIterable<Uint8Array>, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

/** Reads JSON lines as they come; memory stays flat however long the stream. Each line is decoded by itself. */
async function* readJsonLines(chunks: AsyncIterable<Uint8Array>, first: Uint8Array, input: Input, options: SourceOptions): AsyncGenerator<Sourced> {
  const file = input.name
  const limit = options.sizeLimit ?? SIZE_LIMIT
  const wide = findWideEncoding(first)
  let isGuessTold = false
  let isEmpty = true
  for await (const line of readLines(wide === null ? chunks : narrow(chunks, wide), limit)) {
    if (line.bytes === null) {
      isEmpty = false
      yield { problem: { code: 'line-too-long', file, line: line.number, limit } }
      continue
    }
    if (line.bytes.length === 0) continue
    const decoded = decodeText(line.bytes)
    if ('failure' in decoded) {
      isEmpty = false
      yield { problem: { ...undecodable(decoded), file, line: line.number } }
      if (line.number === 1 && decoded.failure === 'binary') return
      continue
    }
    if (decoded.text.trim() !== '') isEmpty = false
    if (decoded.guessed && !isGuessTold) {
      isGuessTold = true
      yield { problem: { code: 'encoding-guessed', file, encoding: decoded.encoding } }
    }
    if (decoded.damaged > 0) yield { problem: { code: 'bytes-damaged', file, line: line.number, count: decoded.damaged } }
    yield* readJsonLine(decoded.text, line.number, line.isLast, input, options)
  }
  if (isEmpty) yield { problem: { code: 'file-empty', file } }
}

/** Puts a first chunk back before the rest of its stream. */
async function* rejoin(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** Takes from a stream until its first line with anything on it is whole, at most `limit` bytes and a chunk. */
async function takeFirstLine(source: AsyncIterator<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  let hasInk = false
  while (length < limit) {
    const next = await source.next()
    if (next.done === true) break
    parts.push(next.value)
    length += next.value.length
    const text = Buffer.from(next.value).toString('latin1')
    if (hasInk ? text.includes('\n') : /\S[^\n]*\n/.test(text)) break
    hasInk ||= /\S/.test(text)
  }
  return Buffer.concat(parts)
}

/** Tells the format of a stream from its beginning: JSON lines when its first line is a whole object. */
function sniff(first: Uint8Array): 'txt' | 'json' | 'jsonl' {
  const decoded = decodeText(first)
  const text = 'text' in decoded ? decoded.text.trimStart() : ''
  if (text.startsWith('[') && /^\[\s*(?:\{|\]|$)/.test(text)) return 'json'
  if (!/^\{\s*(?:"|\}|$)/.test(text)) return 'txt'
  const end = text.indexOf('\n')
  const line = parseJson(end === -1 ? text : text.slice(0, end))
  return 'value' in line ? 'jsonl' : 'json'
}

/**
 * Reads the reports of one input in order. Never throws on what the bytes hold: every mistake is a `problem`, and what
 * stands before and after it is still read. Text keeps its line ends; only a byte order mark is left out.
 */
export async function* readReports(input: Input, options: SourceOptions): AsyncGenerator<Sourced> {
  const limit = options.sizeLimit ?? SIZE_LIMIT
  const file = input.name
  const tooLarge: Sourced = { problem: { code: 'file-too-large', file, bytes: input.size, limit } }
  try {
    // Packed files are smaller than what they hold, so their stored size may refuse but never admit.
    if (input.size !== null && input.size > limit && (input.format === 'txt' || input.format === 'json')) {
      yield tooLarge
      return
    }
    const source = input.open()[Symbol.asyncIterator]()
    const first = await takeFirstLine(source, input.format === 'sniff' ? limit : 1)
    if (first.length === 0) {
      yield { problem: { code: 'file-empty', file } }
      return
    }
    const chunks = rejoin(first, source)
    const format = input.format === 'sniff' ? sniff(first) : input.format
    if (format === 'jsonl') {
      yield* readJsonLines(chunks, first, input, options)
      return
    }
    const bytes = await readAll(chunks, limit)
    if (bytes === null) {
      yield tooLarge
      return
    }
    const decoded = decodeText(bytes)
    if ('failure' in decoded) yield { problem: { ...undecodable(decoded), file } }
    else yield* format === 'json' ? readJson(decoded, input, options) : readTxt(decoded, input, options)
  } catch (cause) {
    const code = (cause as { code?: string }).code ?? ''
    // zlib says Z_BUF_ERROR when the packed bytes end too early.
    if (code === 'Z_BUF_ERROR') yield { problem: { code: 'file-truncated', file } }
    else yield { problem: { code: 'file-unreadable', file, reason: cause instanceof Error ? cause.message : String(cause) } }
  }
}
