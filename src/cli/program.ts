import { Command, CommanderError } from 'commander'
import { IsnadError } from '../errors.ts'
import type { Messages } from '../messages/en.ts'
import { addCommonOptions, type Context } from './commands/command.ts'
import { addBundleCommand } from './commands/bundle.ts'
import { addCorrectCommand } from './commands/correct.ts'
import { addEvalCommand } from './commands/eval.ts'
import { addKnowledgeCommand } from './commands/knowledge.ts'
import { addQueryCommand } from './commands/query.ts'
import { addReadCommand } from './commands/read.ts'
import { addRereadCommand } from './commands/reread.ts'
import { addSurveyCommand } from './commands/survey.ts'
import { addVerifyCommand } from './commands/verify.ts'
import { exitOf, exits, type Exit } from './exit-codes.ts'
import { chooseLanguage, loadMessages } from './language.ts'
import type { Surroundings } from './surroundings.ts'
import { describeMisuse } from './usage.ts'
import { findVersion } from './version.ts'

/** The headings that commander writes into its help pages, in the language of the messages. */
const translateTitle = (title: string, { help }: Messages): string =>
  ({ 'Usage:': help.usage, 'Arguments:': help.arguments, 'Options:': help.options, 'Commands:': help.commands })[title] ?? title

/** All commands of `isnad`. A command is one file in `commands/`, and one line here; it loads what it runs only when it runs. */
function createProgram(context: Context): Command {
  const { messages, surroundings } = context
  const { help } = messages
  const program = new Command('isnad')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void surroundings.stdout.write(text),
      writeErr: (text) => void surroundings.stderr.write(text),
      // Mistakes are told once, by `run`, in the language of the messages.
      outputError: () => {},
      getOutHelpWidth: () => Math.min(surroundings.stdout.columns ?? 100, 110),
    })
    .configureHelp({ styleTitle: (title) => translateTitle(title, messages), optionDescription: (option) => option.description })
    .description(`${help.program}\n\n${help.programExamples}`)
    .version(findVersion(), '-V, --version', help.version)
    .helpCommand('help [command]', help.helpCommand)
    .addHelpText('after', `\n${help.programExits}`)
  addCommonOptions(program, messages)
  addReadCommand(program, context)
  addQueryCommand(program, context)
  addVerifyCommand(program, context)
  addBundleCommand(program, context)
  addCorrectCommand(program, context)
  addRereadCommand(program, context)
  addEvalCommand(program, context)
  addSurveyCommand(program, context)
  addKnowledgeCommand(program, context)
  return program
}

const hintFor = (argv: readonly string[], program: Command): string => {
  const command = program.commands.find((candidate) => argv.includes(candidate.name()))
  return command === undefined ? 'isnad' : `isnad ${command.name()}`
}

/** Tells a mistake on standard error and gives its exit status. */
function tellMistake(error: unknown, argv: readonly string[], program: Command, { messages, surroundings }: Context): Exit {
  const say = (text: string) => void surroundings.stderr.write(`isnad: ${text}\n`)
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exits.done
    // Without a command commander has already shown the help.
    if (error.code !== 'commander.help') say(`${describeMisuse(error, messages)} ${messages.usage.hint(hintFor(argv, program))}`)
    return exits.usage
  }
  if (surroundings.env.ISNAD_DEBUG !== undefined && error instanceof Error) say(error.stack ?? error.message)
  if (error instanceof IsnadError) {
    const { file, line } = error.place ?? {}
    const isNamed = file === undefined || error.message.includes(file)
    say(`${isNamed ? '' : `${file}${line === undefined ? '' : `:${line}`}: `}${error.message}${error.help === '' ? '' : ` ${error.help}`}`)
    return exitOf(error.code)
  }
  say(messages.usage.internal(error instanceof Error ? error.message : String(error)))
  return exits.internal
}

/**
 * Runs `isnad` with its arguments (without node and script). Never throws; the answer is the exit status.
 */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<Exit> {
  const messages = await loadMessages(chooseLanguage(argv, surroundings.env))
  let exit: Exit = exits.done
  const context: Context = {
    messages,
    surroundings,
    finish: (status) => {
      exit = status
    },
  }
  const program = createProgram(context)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exit
  } catch (error) {
    return tellMistake(error, argv, program, context)
  }
}
