import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { EVENT_TYPES, STATEMENT_ACTS } from '../../record.ts'
import { type Question, questions } from '../questions.ts'
import type { QueryOptions } from '../ledger-run.ts'
import { addCommonOptions, collect, type Context } from './command.ts'

const states = ['suggested', 'accepted', 'edited', 'added', 'rejected']
const statuses = ['occurred', 'ongoing', 'planned', 'conditional', 'denied']

function parseLimit(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value) || Number(value) > 1000) throw new InvalidArgumentError('It must be a whole number from 1 to 1000.')
  return Number(value)
}

/** One of the values, collected into a list. */
const oneOf =
  (values: readonly string[]) =>
  (value: string, before: readonly string[] | undefined): readonly string[] => {
    const found = values.find((known) => known.toLowerCase() === value.toLowerCase())
    if (found === undefined) throw new InvalidArgumentError(`Allowed choices are ${values.join(', ')}.`)
    return collect(found, before)
  }

/** The question and all that it can be asked by. */
export function addQuestion(command: Command, { messages }: Context): Command {
  const { help } = messages.ledger
  return command
    .addArgument(new Argument('<question>', help.queryQuestion).choices(questions))
    .addOption(new Option('--speaker <name>', help.speaker))
    .addOption(new Option('--about <name>', help.about))
    .addOption(new Option('--recipient <name>', help.recipient))
    .addOption(new Option('--issue <issue>', help.issue))
    .addOption(new Option('--from <day>', help.from))
    .addOption(new Option('--to <day>', help.to))
    .addOption(new Option('--outlet <name>', help.outlet).argParser(collect))
    .addOption(new Option('--words <words>', help.words))
    .addOption(new Option('--exact', help.exact))
    .addOption(new Option('--one-script', help.oneScript))
    .addOption(new Option('--report <id>', help.report))
    .addOption(new Option('--state <state>', help.state).argParser(oneOf(states)))
    .addOption(new Option('--act <act>', help.act).argParser(oneOf(STATEMENT_ACTS)))
    .addOption(new Option('--type <type>', help.type).argParser(oneOf(EVENT_TYPES)))
    .addOption(new Option('--status <status>', help.status).argParser(oneOf(statuses)))
    .addOption(new Option('--place <place>', help.place))
    .addOption(new Option('--happened-from <day>', help.happenedFrom))
    .addOption(new Option('--happened-to <day>', help.happenedTo))
    .addOption(new Option('--limit <count>', help.limit).argParser(parseLimit))
    .addOption(new Option('--cursor <cursor>', help.cursor))
    .addOption(new Option('--oldest-first', help.oldest))
    .addOption(new Option('--ledger <address>', help.ledger))
}

/** `isnad query`: questions to the ledger. */
export function addQueryCommand(program: Command, context: Context): void {
  const { messages, finish } = context
  const { help } = messages.ledger
  const command = addQuestion(program.command('query').summary(help.query).description(help.queryExamples), context)
    .addOption(new Option('--count', help.count))
    .addOption(new Option('--json', help.json))
    .addOption(new Option('--jsonl', help.jsonl))
  addCommonOptions(command, messages)
    .addHelpText('after', `\n${help.queryExits}`)
    .action(async (question: Question, options: QueryOptions) => {
      const { runQuery } = await import('../ledger-run.ts')
      finish(await runQuery(question, options, context))
    })
}
