import { describe, expect, it } from 'vitest'
import { chooseLanguage } from './language.ts'

describe('chooseLanguage', () => {
  it.each([
    ['English when nothing is said', [], {}, 'en'],
    ['the locale', [], { LANG: 'ar_JO.UTF-8' }, 'ar'],
    ['LC_ALL before LANG', [], { LC_ALL: 'en_GB.UTF-8', LANG: 'ar_JO.UTF-8' }, 'en'],
    ['ISNAD_LANG before the locale', [], { ISNAD_LANG: 'en', LANG: 'ar' }, 'en'],
    ['--lang before all', ['read', '--lang', 'ar'], { ISNAD_LANG: 'en' }, 'ar'],
    ['--lang=', ['--lang=ar'], {}, 'ar'],
    ['no option behind --', ['read', '--', '--lang', 'ar'], {}, 'en'],
    ['no language that only begins like Arabic', [], { LANG: 'arn_CL.UTF-8' }, 'en'],
  ])('%s', (_, argv, env, expected) => {
    expect(chooseLanguage(argv, env)).toBe(expected)
  })
})
