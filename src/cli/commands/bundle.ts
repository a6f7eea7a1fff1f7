import { type Command, Option } from 'commander'
import type { Question } from '../questions.ts'
import type { QueryOptions } from '../ledger-run.ts'
import { addCommonOptions, type Context } from './command.ts'
import { addQuestion } from './query.ts'

/** `isnad bundle`: the evidence of an answer, frozen into a file. */
export function addBundleCommand(program: Command, context: Context): void {
  const { messages, finish } = context
  const { help } = messages.ledger
  const command = addQuestion(program.command('bundle').summary(help.bundle).description(help.bundleExamples), context).addOption(
    new Option('-o, --output <file>', messages.help.output),
  )
  addCommonOptions(command, messages)
    .addHelpText('after', `\n${help.bundleExits}`)
    .action(async (question: Question, options: QueryOptions) => {
      const { runBundle } = await import('../ledger-run.ts')
      finish(await runBundle(question, options, context))
    })
}
