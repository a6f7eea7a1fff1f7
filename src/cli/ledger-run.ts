import { readFile, stat } from 'node:fs/promises'
import { checkBundle, createBundle, evidenceIn, parseBundle } from '../answers/bundle.ts'
import { verifyQuotation } from '../answers/verify.ts'
import { IsnadError } from '../errors.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import { nameReader } from '../ledger/readers.ts'
import { rereadReports } from '../ledger/reread.ts'
import { createAnswerFormat } from './answer-format.ts'
import { ask, type AskOptions, countAnswers } from './ask.ts'
import type { Question } from './questions.ts'
import type { Context } from './commands/command.ts'
import { exits, type Exit } from './exit-codes.ts'
import { findLedgerAddress } from './ledger-address.ts'
import { fileOutput, streamOutput } from './output.ts'
import { readAny } from './reading.ts'
import { listenForStop } from './stop.ts'
import { createStyle, isColoured } from './style.ts'
import { findVersion } from './version.ts'

/** Options of every command that has to do with a ledger. */
export interface LedgerOptions {
  readonly ledger?: string
  readonly json?: boolean
  readonly color?: boolean
  readonly knowledge?: readonly string[]
}

/** Opens the ledger that the options mean, runs `work`, and closes it whatever happens. */
export async function withLedger<Result>(options: LedgerOptions, { surroundings }: Context, work: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const ledger = await openLedger(findLedgerAddress(options.ledger, surroundings.env), loadKnowledge(options.knowledge ?? []), { create: false })
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

const formatFor = (options: LedgerOptions, { messages, surroundings }: Context) => {
  const { stdout, env } = surroundings
  return createAnswerFormat(messages, createStyle(isColoured(options.color, stdout, env), stdout.isTTY === true))
}

export interface QueryOptions extends LedgerOptions, AskOptions {
  readonly jsonl?: boolean
  readonly count?: boolean
}

/** Runs `isnad query`. */
export function runQuery(question: Question, options: QueryOptions, context: Context): Promise<Exit> {
  const { messages, surroundings } = context
  const output = streamOutput(surroundings.stdout)
  return withLedger(options, context, async (ledger) => {
    if (options.count === true) {
      const count = await countAnswers(ledger, question, options, messages)
      await output.write(options.json === true || options.jsonl === true ? `${JSON.stringify({ question, count })}\n` : `${count}\n`)
      return exits.done
    }
    if (options.jsonl === true) {
      for (let cursor: string | null = options.cursor ?? null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
        const page = await ask(ledger, question, { limit: 200, ...options, ...(cursor === null ? {} : { cursor }) }, messages)
        for (const item of page.items) await output.write(`${JSON.stringify(item)}\n`)
        cursor = page.next
      }
      return exits.done
    }
    const page = await ask(ledger, question, options, messages)
    if (options.json === true) {
      await output.write(`${JSON.stringify({ question, ...page }, null, 2)}\n`)
      return exits.done
    }
    const format = formatFor(options, context)
    for (const item of page.items) await output.write(`${format.answer(question, item)}\n\n`)
    if (page.items.length === 0) surroundings.stderr.write(`isnad: ${messages.ledger.nothing}\n`)
    if (page.next !== null) surroundings.stderr.write(`isnad: ${messages.ledger.more(page.next)}\n`)
    return exits.done
  })
}

/** Runs `isnad bundle`. */
export function runBundle(question: Question, options: QueryOptions & { readonly output?: string }, context: Context): Promise<Exit> {
  const { messages, surroundings } = context
  return withLedger(options, context, async (ledger) => {
    const answer = await ask(ledger, question, options, messages)
    const { ledger: _ledger, color: _color, knowledge: _knowledge, output: file, ...asked } = options
    const bundle = await createBundle(ledger, { question, ...asked }, answer)
    try {
      const output = file === undefined || file === '-' ? streamOutput(surroundings.stdout) : await fileOutput(file)
      await output.write(`${JSON.stringify(bundle, null, 2)}\n`)
      await output.close()
    } catch (cause) {
      throw new IsnadError(
        'file-unreadable',
        messages.usage.outputFailed(file ?? 'stdout', cause instanceof Error ? cause.message : String(cause)),
        '',
        null,
        cause,
      )
    }
    return exits.done
  })
}

/** Runs `isnad verify`: a file that is there is a bundle, anything else words. */
export async function runVerify(asked: string, options: LedgerOptions, context: Context): Promise<Exit> {
  const { messages, surroundings } = context
  const output = streamOutput(surroundings.stdout)
  const isFile = await stat(asked).then(
    (status) => status.isFile(),
    () => false,
  )
  if (isFile) {
    const bundle = parseBundle(await readFile(asked, 'utf8'))
    const problems = checkBundle(bundle)
    const lines = [...evidenceIn(bundle.answer)].length
    if (options.json === true)
      await output.write(`${JSON.stringify({ isWhole: problems.length === 0, lines, reports: bundle.reports.length, problems }, null, 2)}\n`)
    else if (problems.length === 0) await output.write(`${messages.ledger.bundleWhole(lines, bundle.reports.length)}\n`)
    else
      for (const problem of problems)
        await output.write(`${'line' in problem ? `${problem.line} (${problem.report}): ` : ''}${messages.ledger.bundleProblems[problem.code]}\n`)
    return problems.length === 0 ? exits.done : exits.partly
  }
  return withLedger(options, context, async (ledger) => {
    const found = await verifyQuotation(ledger, asked)
    await output.write(options.json === true ? `${JSON.stringify({ asked, ...found }, null, 2)}\n` : `${formatFor(options, context).verification(found)}\n`)
    return found.verdict === 'exact' || found.verdict === 'in-text' ? exits.done : exits.partly
  })
}

/** Runs `isnad reread`. */
export async function runReread(options: LedgerOptions, context: Context): Promise<Exit> {
  const { messages, surroundings } = context
  const output = streamOutput(surroundings.stdout)
  const knowledge = loadKnowledge(options.knowledge ?? [])
  const stop = listenForStop(surroundings)
  let count = 0
  try {
    await withLedger(options, context, async (ledger) => {
      for await (const { report, id, differences } of rereadReports(
        ledger,
        nameReader(findVersion(), knowledge),
        (text) => readAny(text, knowledge, false).record,
      )) {
        count++
        const { added, removed, changed } = differences
        const isOther = added.length + removed.length + changed.length > 0
        if (options.json === true) await output.write(`${JSON.stringify({ report, id, ...differences })}\n`)
        else if (isOther) await output.write(`${report}  ${id}: ${messages.ledger.changed(added.length, removed.length, changed.length)}\n`)
        if (stop.isStopped()) return
      }
    })
  } finally {
    stop.forget()
  }
  surroundings.stderr.write(`isnad: ${messages.ledger.reread(count)}\n`)
  return stop.isStopped() ? exits.interrupted : exits.done
}
