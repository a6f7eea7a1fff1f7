import { type Command, Option } from 'commander'
import { addCommonOptions, type Context } from './command.ts'

interface CheckOptions {
  readonly only?: string
  readonly json?: boolean
}

/** `isnad knowledge check`: whether knowledge entries are well formed and their examples hold. */
export function addKnowledgeCommand(program: Command, { messages, surroundings, finish }: Context): void {
  const { help } = messages
  const group = program.command('knowledge').summary(help.knowledgeGroup).description(help.knowledgeGroupExamples).helpCommand(false)
  addCommonOptions(group, messages)
  const check = group
    .command('check')
    .summary(help.knowledgeCheck)
    .description(help.knowledgeCheckExamples)
    .argument('[folder]', help.knowledgeFolder)
    .addOption(new Option('--only <room>', help.only))
    .addOption(new Option('--json', help.checkJson))
  addCommonOptions(check, messages)
    .addHelpText('after', `\n${help.knowledgeCheckExits}`)
    .action(async (folder: string | undefined, options: CheckOptions) => {
      const { runKnowledgeCheck } = await import('../../evaluation/index.ts')
      const { only, json } = options
      const narrowed = { ...(only === undefined ? {} : { only }), ...(json === undefined ? {} : { json }) }
      finish(runKnowledgeCheck({ folder: folder ?? null, ...narrowed }, (text) => void surroundings.stdout.write(text)))
    })
}
