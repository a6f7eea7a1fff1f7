import { type Command, Option } from 'commander'
import { addCommonOptions, collect, type Context } from './command.ts'

interface EvalOptions {
  readonly misses?: boolean
  readonly rules?: boolean
  readonly json?: boolean
  readonly knowledge?: readonly string[]
}

/** `isnad eval`: how well reading does against gold files. */
export function addEvalCommand(program: Command, { messages, surroundings, finish }: Context): void {
  const { help } = messages
  const command = program
    .command('eval')
    .summary(help.eval)
    .description(help.evalExamples)
    .argument('<gold-folder>', help.evalFolder)
    .addOption(new Option('--misses', help.misses))
    .addOption(new Option('--rules', help.rules))
    .addOption(new Option('--json', help.json))
    .addOption(new Option('-k, --knowledge <folder>', help.knowledge).argParser(collect))
  addCommonOptions(command, messages)
    .addHelpText('after', `\n${help.evalExits}`)
    .action(async (folder: string, options: EvalOptions) => {
      const { runEval } = await import('../../evaluation/index.ts')
      finish(runEval({ ...options, folder }, (text) => void surroundings.stdout.write(text)))
    })
}
