import { setImmediate as nextTurn } from 'node:timers/promises'
import { IsnadError } from '../errors.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import type { Messages } from '../messages/en.ts'
import type { Record } from '../record.ts'
import { readReports, type Sourced } from '../sources/file.ts'
import { findInputs, streamInput, type Input } from '../sources/input.ts'
import { severityOf, type Problem } from '../sources/problem.ts'
import { isPublished } from '../sources/published.ts'
import { exits, type Exit } from './exit-codes.ts'
import { formatOfFile, type OutputFormat } from './output-formats.ts'
import { fileOutput, streamOutput, type Output } from './output.ts'
import { formatProblem } from './problem-lines.ts'
import { createProgress } from './progress.ts'
import { findLedgerAddress } from './ledger-address.ts'
import { readAny } from './reading.ts'
import { createRecordWriter, type RecordWriter } from './record-writer.ts'
import { createStyle, isColoured } from './style.ts'
import { listenForStop, STOPPED } from './stop.ts'
import type { Surroundings } from './surroundings.ts'

export interface ReadOptions {
  readonly published?: string
  readonly format?: OutputFormat
  readonly knowledge?: readonly string[]
  readonly output?: string
  readonly color?: boolean
  /** Where to store what is read; records are printed too only when a format or a file is asked for. */
  readonly ledger?: string
  readonly keep?: boolean
}

/** In milliseconds: how long reading may keep the process before it looks for Ctrl-C. */
const TURN = 50

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
const misuse = (message: string, messages: Messages) => new IsnadError('option-invalid', message, messages.usage.hint('isnad read'))

async function openOutput(file: string | null, surroundings: Surroundings, messages: Messages): Promise<Output> {
  if (file === null) return streamOutput(surroundings.stdout)
  try {
    return await fileOutput(file)
  } catch (cause) {
    throw misuse(messages.usage.outputFailed(file, reasonOf(cause)), messages)
  }
}

/** The inputs that the paths stand for, standard input where none is given; all found first, so that progress has a whole. */
async function collectInputs(paths: readonly string[], surroundings: Surroundings, onBytes: (count: number) => void): Promise<(Input | Problem)[]> {
  const inputs: (Input | Problem)[] = []
  for (const path of paths.length === 0 ? ['-'] : paths) {
    if (path === '-') inputs.push(streamInput('stdin', surroundings.stdin, onBytes))
    else for await (const input of findInputs([path], onBytes)) inputs.push(input)
  }
  return inputs
}

/** Bytes of all inputs together; null when one is a stream. */
const totalSize = (inputs: readonly (Input | Problem)[]): number | null =>
  inputs.reduce<number | null>((sum, input) => ('code' in input ? sum : sum === null || input.size === null ? null : sum + input.size), 0)

/** Counts what happened to the inputs and says each problem on standard error. */
class Account {
  reports = 0
  lost = 0
  doubtful = 0
  readonly #say: (line: string) => void
  readonly #messages: Messages

  constructor(messages: Messages, say: (line: string) => void) {
    this.#messages = messages
    this.#say = say
  }

  note(problem: Problem): void {
    const severity = severityOf(problem)
    if (severity !== 'note') this[severity]++
    this.#say(formatProblem(problem, this.#messages))
  }

  /** Says how the run ended where that is not plain from its output. */
  close(isStopped: boolean): Exit {
    const { run } = this.#messages
    if (isStopped) {
      this.#say(`isnad: ${run.stopped(this.reports)}`)
      return exits.interrupted
    }
    if (this.reports === 0 && this.lost > 0) {
      if (this.lost > 1) this.#say(`isnad: ${run.nothing}`)
      return exits.nothing
    }
    if (this.lost + this.doubtful === 0) return exits.done
    this.#say(`isnad: ${run.done(this)}`)
    return exits.partly
  }
}

/** Reads one report into its record; a mistake in the reader costs this report only. */
function readSourced(sourced: Exclude<Sourced, { readonly problem: Problem }>, knowledge: Knowledge, account: Account): Record | null {
  const { report, isCut, ...place } = sourced
  try {
    const { record, foreign } = readAny(report, knowledge, isCut)
    if (foreign !== null) account.note({ code: 'not-arabic', language: foreign, ...place })
    return record
  } catch (cause) {
    account.note({ code: 'reading-failed', reason: reasonOf(cause), ...place })
    return null
  }
}

function createWriter(options: ReadOptions, file: string | null, messages: Messages, { stdout, env }: Surroundings): RecordWriter {
  const isOnTerminal = file === null && stdout.isTTY === true
  const style = createStyle(file === null ? isColoured(options.color, stdout, env) : options.color === true, isOnTerminal)
  return createRecordWriter(options.format ?? formatOfFile(file) ?? 'text', messages, style)
}

/**
 * Runs `isnad read`: results to the output, one record as soon as its report is read; everything else to standard error.
 * Memory stays flat however many reports come.
 * @throws IsnadError `option-invalid` for a value that does not fit, `knowledge-…` when the knowledge cannot be loaded,
 * `file-unreadable` when the result cannot be written.
 */
export async function readInputs(paths: readonly string[], options: ReadOptions, messages: Messages, surroundings: Surroundings): Promise<Exit> {
  const { stdout, stderr, stdin } = surroundings
  const published = options.published ?? null
  if (published !== null && !isPublished(published)) throw misuse(messages.usage.published(published), messages)
  if (paths.length === 0 && stdin.isTTY === true) throw misuse(messages.usage.noInput, messages)

  const file = options.output === undefined || options.output === '-' ? null : options.output
  const writer = createWriter(options, file, messages, surroundings)
  // On one screen the bar and the results would overwrite each other.
  const progress = createProgress(file === null && stdout.isTTY === true ? null : stderr)
  const account = new Account(messages, (line) => {
    progress.clear()
    stderr.write(`${line}\n`)
  })
  const knowledge = loadKnowledge(options.knowledge ?? [])
  let bytesRead = 0
  const inputs = await collectInputs(paths, surroundings, (count) => {
    bytesRead += count
  })
  const total = totalSize(inputs)
  const output = await openOutput(file, surroundings, messages)
  const isKept = options.ledger !== undefined || options.keep === true
  const isPrinted = !isKept || options.format !== undefined || file !== null
  const print = async (record: Record) => {
    if (isPrinted) await output.write(writer.write(record))
  }
  const sink = isKept ? await (await import('./ledger-sink.ts')).openLedgerSink(findLedgerAddress(options.ledger, surroundings.env), knowledge, print) : null
  const stop = listenForStop(surroundings)
  let turn = performance.now()

  const readInput = async (input: Input) => {
    const sourced = readReports(input, { published })
    while (!stop.isStopped()) {
      const coming = sourced.next()
      const next = await stop.race(sink === null ? coming : sink.waitFor(coming))
      if (next === STOPPED || next.done === true) return
      if ('problem' in next.value) account.note(next.value.problem)
      else {
        const record = readSourced(next.value, knowledge, account)
        if (record !== null) {
          await (sink === null ? print(record) : sink.take(record))
          account.reports++
        }
      }
      if (performance.now() - turn < TURN) continue
      progress.show(total === null || total === 0 ? null : bytesRead / total, messages.run.progress(account.reports))
      await nextTurn()
      turn = performance.now()
    }
  }

  try {
    for (const input of inputs) {
      if (stop.isStopped()) break
      if ('code' in input) account.note(input)
      else await readInput(input)
    }
    await sink?.flush()
    if (isPrinted) await output.write(writer.end())
    await output.close()
  } catch (cause) {
    await output.discard()
    if (cause instanceof IsnadError) throw cause
    throw new IsnadError('file-unreadable', messages.usage.outputFailed(file ?? 'stdout', reasonOf(cause)), '', file === null ? null : { file }, cause)
  } finally {
    stop.forget()
    progress.clear()
    await sink?.close()
  }
  if (sink !== null) stderr.write(`isnad: ${messages.ledger.stored(sink.counts)}\n`)
  return account.close(stop.isStopped())
}
