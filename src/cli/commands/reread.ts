import { type Command, Option } from 'commander'
import type { LedgerOptions } from '../ledger-run.ts'
import { addCommonOptions, collect, type Context } from './command.ts'

/** `isnad reread`: the reports of the ledger read by the present reader. */
export function addRereadCommand(program: Command, context: Context): void {
  const { messages, finish } = context
  const { help } = messages.ledger
  const command = program
    .command('reread')
    .summary(help.reread)
    .description(help.rereadExamples)
    .addOption(new Option('--ledger <address>', help.ledger))
    .addOption(new Option('-k, --knowledge <folder>', messages.help.knowledge).argParser(collect))
    .addOption(new Option('--json', help.jsonl))
  addCommonOptions(command, messages)
    .addHelpText('after', `\n${help.rereadExits}`)
    .action(async (options: LedgerOptions) => {
      const { runReread } = await import('../ledger-run.ts')
      finish(await runReread(options, context))
    })
}
