import { type Command, Option } from 'commander'
import type { Messages } from '../../messages/en.ts'
import type { Exit } from '../exit-codes.ts'
import { languages } from '../language.ts'
import type { Surroundings } from '../surroundings.ts'

/** What every command is given: the language it speaks, what it may touch, and where it leaves its exit status. */
export interface Context {
  readonly messages: Messages
  readonly surroundings: Surroundings
  readonly finish: (exit: Exit) => void
}

/** Adds the options that every command has. */
export const addCommonOptions = (command: Command, { help }: Messages): Command =>
  command
    .addOption(new Option('--lang <language>', help.lang).choices(languages))
    .addOption(new Option('--color', help.color))
    .addOption(new Option('--no-color', help.noColor))
    .helpOption('-h, --help', help.showHelp)

/** Puts values of a repeatable option into a list. */
export const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]
