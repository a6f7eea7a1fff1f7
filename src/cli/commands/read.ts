import { type Command, Option } from 'commander'
import { outputFormats } from '../output-formats.ts'
import type { ReadOptions } from '../read-inputs.ts'
import { addCommonOptions, collect, type Context } from './command.ts'

/** `isnad read`: reports in, records out. */
export function addReadCommand(program: Command, { messages, surroundings, finish }: Context): void {
  const { help } = messages
  const command = program
    .command('read')
    .summary(help.read)
    .description(help.readExamples)
    .argument('[files...]', help.readFiles)
    .addOption(new Option('-p, --published <date>', help.published))
    .addOption(new Option('-f, --format <format>', help.format).choices(outputFormats))
    .addOption(new Option('-o, --output <file>', help.output))
    .addOption(new Option('--ledger <address>', `${messages.ledger.help.keep} (${messages.ledger.help.ledger})`))
    .addOption(new Option('--keep', messages.ledger.help.keep))
    .addOption(new Option('-k, --knowledge <folder>', help.knowledge).argParser(collect))
  addCommonOptions(command, messages)
    .addHelpText('after', `\n${help.readExits}`)
    .action(async (files: string[], options: ReadOptions) => {
      const { readInputs } = await import('../read-inputs.ts')
      finish(await readInputs(files, options, messages, surroundings))
    })
}
