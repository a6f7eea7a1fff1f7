import type { CommanderError } from 'commander'
import type { Messages } from '../messages/en.ts'

const quoted = (message: string): readonly string[] => [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] as string)
const suggestionIn = (message: string): string | null => /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1] ?? null

/** Puts a mistake of usage that commander found into the language of the messages. */
export function describeMisuse(error: CommanderError, { usage }: Messages): string {
  const { message } = error
  const [first = '', second = ''] = quoted(message)
  switch (error.code) {
    case 'commander.unknownOption':
      return usage.unknownOption(first, suggestionIn(message))
    case 'commander.unknownCommand':
      return usage.unknownCommand(first, suggestionIn(message))
    case 'commander.missingArgument':
      return usage.missingArgument(first)
    case 'commander.optionMissingArgument':
      return usage.missingValue(first)
    case 'commander.invalidArgument':
      if (!message.includes('Allowed choices')) return usage.notCount(first, second)
      // Commander names an option first and an argument last.
      if (message.includes('command-argument')) return usage.invalidChoice(second, first, /Allowed choices are (.+?)\.?$/.exec(message)?.[1] ?? '')
      return usage.invalidChoice(first, second, /Allowed choices are (.+?)\.?$/.exec(message)?.[1] ?? '')
    case 'commander.excessArguments':
      return usage.tooMany
    default:
      return message.replace(/^error: /, '')
  }
}
