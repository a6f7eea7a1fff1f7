import { IsnadError } from '../errors.ts'
import {
  acceptLine,
  addLine,
  type Author,
  editLine,
  type LineChanges,
  mergeActors,
  rejectLine,
  renameActor,
  renameIssue,
  splitActor,
  suppressActor,
  suppressReport,
  undoCorrection,
} from '../ledger/correct.ts'
import type { Correction } from '../ledger/correction.ts'
import { eraseReport } from '../ledger/erase.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Line } from '../ledger/lines.ts'
import type { Messages } from '../messages/en.ts'
import type { Context } from './commands/command.ts'
import { exits, type Exit } from './exit-codes.ts'
import { type LedgerOptions, withLedger } from './ledger-run.ts'
import { streamOutput } from './output.ts'

export const deeds = ['accept', 'reject', 'edit', 'add', 'merge', 'split', 'rename', 'suppress', 'erase', 'undo'] as const
export type DeedName = (typeof deeds)[number]

export interface CorrectOptions extends LedgerOptions {
  readonly by?: string
  readonly why?: string
  readonly set?: string
  readonly yes?: boolean
}

const misuse = (message: string, messages: Messages) => new IsnadError('option-invalid', message, messages.usage.hint('isnad correct'))

/** The fields that a line of each kind has when a person says nothing of them. */
const empty: { readonly [kind: string]: object } = {
  statement: {
    source: null,
    sourceSpan: null,
    cue: null,
    content: [],
    type: 'indirect',
    addressee: null,
    via: null,
    act: null,
    chain: [],
    when: null,
    venue: null,
  },
  event: {
    mode: null,
    actors: [],
    recipients: [],
    status: 'occurred',
    factuality: 'CT+',
    when: null,
    where: null,
    source: null,
    background: false,
    condition: null,
    deniedBy: null,
  },
  position: { conditional: false, evidence: null, issue: null },
  time: {},
}

/** Runs `isnad correct`. */
export function runCorrect(deed: DeedName, given: readonly string[], options: CorrectOptions, context: Context): Promise<Exit> {
  const { messages, surroundings } = context
  const person = options.by ?? surroundings.env.ISNAD_PERSON ?? ''
  if (person.trim() === '') throw misuse(messages.ledger.usage.by, messages)
  const author: Author = { person, why: options.why ?? null }
  return withLedger(options, context, async (ledger) => {
    const output = streamOutput(surroundings.stdout)
    if (deed === 'erase') {
      if (options.why === undefined || options.yes !== true) throw misuse(messages.ledger.usage.yes, messages)
      await eraseReport(ledger, reportKey(argument(given, 0, messages), messages), { person, why: options.why })
      await output.write(options.json === true ? `${JSON.stringify({ erased: Number(given[0]) })}\n` : `${messages.ledger.erased}\n`)
      return exits.done
    }
    const correction = await correct(ledger, deed, given, options.set, author, messages)
    await output.write(options.json === true ? `${JSON.stringify(correction, null, 2)}\n` : `${messages.ledger.corrected(correction.id)}\n`)
    return exits.done
  })
}

function argument(given: readonly string[], i: number, messages: Messages): string {
  const value = given[i]
  if (value === undefined) throw misuse(messages.usage.missingArgument(`ids ${i + 1}`), messages)
  return value
}

function reportKey(value: string, messages: Messages): number {
  if (!/^[1-9]\d{0,11}$/.test(value)) throw misuse(messages.usage.notCount('REPORT_KEY', value), messages)
  return Number(value)
}

function fieldsOf(set: string | undefined, messages: Messages): { readonly [field: string]: unknown } {
  if (set === undefined) throw misuse(messages.usage.missingArgument('--set'), messages)
  try {
    const fields: unknown = JSON.parse(set)
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) return fields as { readonly [field: string]: unknown }
  } catch {}
  throw misuse(messages.ledger.usage.json(set), messages)
}

async function correct(
  ledger: Ledger,
  deed: Exclude<DeedName, 'erase'>,
  given: readonly string[],
  set: string | undefined,
  author: Author,
  messages: Messages,
): Promise<Correction> {
  const at = (i: number) => argument(given, i, messages)
  switch (deed) {
    case 'accept':
      return acceptLine(ledger, at(0), author)
    case 'reject':
      return rejectLine(ledger, at(0), author)
    case 'edit':
      return editLine(ledger, at(0), fieldsOf(set, messages) as LineChanges, author)
    case 'add': {
      const fields = fieldsOf(set, messages)
      return addLine(ledger, reportKey(at(0), messages), { ...empty[String(fields.kind)], ...fields } as unknown as Line, author)
    }
    case 'merge':
      return mergeActors(ledger, at(0), at(1), author)
    case 'split':
      return splitActor(ledger, at(0), reportKey(at(1), messages), { name: at(2) }, author)
    case 'rename': {
      const issue = await ledger.engine.database.selectFrom('issues').select('id').where('id', '=', at(0)).executeTakeFirst()
      return issue === undefined ? renameActor(ledger, at(0), at(1), author) : renameIssue(ledger, issue.id, at(1), author)
    }
    case 'suppress':
      return /^\d+$/.test(at(0)) ? suppressReport(ledger, reportKey(at(0), messages), author) : suppressActor(ledger, at(0), author)
    case 'undo':
      return undoCorrection(ledger, given[0] ?? null, author)
  }
}
