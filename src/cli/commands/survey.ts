import { type Command, InvalidArgumentError, Option } from 'commander'
import { addCommonOptions, collect, type Context } from './command.ts'

interface SurveyOptions {
  readonly most?: number
  readonly limit?: number
  readonly json?: boolean
  readonly knowledge?: readonly string[]
}

/** A whole number from 1 up. */
function parseCount(value: string): number {
  if (!/^[1-9]\d{0,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 up.')
  return Number(value)
}

/** `isnad survey`: what reading leaves unresolved over a corpus that nobody annotated. */
export function addSurveyCommand(program: Command, { messages, surroundings, finish }: Context): void {
  const { help } = messages
  const command = program
    .command('survey')
    .summary(help.survey)
    .description(help.surveyExamples)
    .argument('<files...>', help.readFiles)
    .addOption(new Option('--most <count>', help.most).argParser(parseCount))
    .addOption(new Option('--limit <count>', help.limit).argParser(parseCount))
    .addOption(new Option('--json', help.json))
    .addOption(new Option('-k, --knowledge <folder>', help.knowledge).argParser(collect))
  addCommonOptions(command, messages)
    .addHelpText('after', `\n${help.surveyExits}`)
    .action(async (files: string[], options: SurveyOptions) => {
      const { runSurvey } = await import('../../evaluation/index.ts')
      finish(await runSurvey({ ...options, files }, (text) => void surroundings.stdout.write(text)))
    })
}
