import type { Messages } from '../messages/en.ts'

export const languages = ['en', 'ar'] as const
export type Language = (typeof languages)[number]

const findLanguage = (value: string | undefined): Language | null => languages.find((language) => language === value) ?? null

/** The value of `--lang` among arguments, before they are parsed: help and mistakes must already speak that language. */
const statedLanguage = (argv: readonly string[]): string | undefined => {
  const end = argv.indexOf('--')
  const before = end === -1 ? argv : argv.slice(0, end)
  const i = before.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  return i === -1 ? undefined : argv[i] === '--lang' ? argv[i + 1] : argv[i]?.slice('--lang='.length)
}

/** Chooses the language of messages: `--lang`, then ISNAD_LANG, then the locale as POSIX orders it, else English. */
export function chooseLanguage(argv: readonly string[], env: { readonly [name: string]: string | undefined }): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return findLanguage(statedLanguage(argv)) ?? findLanguage(env.ISNAD_LANG) ?? (/^ar(?:[_.@-]|$)/i.test(locale) ? 'ar' : 'en')
}

/** Loads the sentences of one language only. */
export const loadMessages = async (language: Language): Promise<Messages> =>
  language === 'ar' ? (await import('../messages/ar.ts')).arabic : (await import('../messages/en.ts')).english
