import { Argument, type Command, Option } from 'commander'
import type { CorrectOptions, DeedName } from '../correct-run.ts'
import { addCommonOptions, type Context } from './command.ts'

/** As in `correct-run.ts`, which is loaded only when it runs. */
const deeds: readonly DeedName[] = ['accept', 'reject', 'edit', 'add', 'merge', 'split', 'rename', 'suppress', 'erase', 'undo']

/** `isnad correct`: what a person knows better than the machine. */
export function addCorrectCommand(program: Command, context: Context): void {
  const { messages, finish } = context
  const { help } = messages.ledger
  const command = program
    .command('correct')
    .summary(help.correct)
    .description(help.correctExamples)
    .addArgument(new Argument('<deed>', help.correctDeed).choices(deeds))
    .argument('[ids...]', help.correctArguments)
    .addOption(new Option('--set <json>', help.set))
    .addOption(new Option('--by <name>', help.by))
    .addOption(new Option('--why <reason>', help.why))
    .addOption(new Option('--yes', help.yes))
    .addOption(new Option('--ledger <address>', help.ledger))
    .addOption(new Option('--json', help.json))
  addCommonOptions(command, messages)
    .addHelpText('after', `\n${help.correctExits}`)
    .action(async (deed: DeedName, ids: string[], options: CorrectOptions) => {
      const { runCorrect } = await import('../correct-run.ts')
      finish(await runCorrect(deed, ids, options, context))
    })
}
