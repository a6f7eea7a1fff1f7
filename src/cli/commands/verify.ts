import { type Command, Option } from 'commander'
import type { LedgerOptions } from '../ledger-run.ts'
import { addCommonOptions, type Context } from './command.ts'

/** `isnad verify`: whether words stand in the record, or a bundle of evidence is whole. */
export function addVerifyCommand(program: Command, context: Context): void {
  const { messages, finish } = context
  const { help } = messages.ledger
  const command = program
    .command('verify')
    .summary(help.verify)
    .description(help.verifyExamples)
    .argument('<words-or-file>', help.verifyWhat)
    .addOption(new Option('--ledger <address>', help.ledger))
    .addOption(new Option('--json', help.json))
  addCommonOptions(command, messages)
    .addHelpText('after', `\n${help.verifyExits}`)
    .action(async (asked: string, options: LedgerOptions) => {
      const { runVerify } = await import('../ledger-run.ts')
      finish(await runVerify(asked, options, context))
    })
}
