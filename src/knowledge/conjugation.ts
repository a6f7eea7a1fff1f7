import { fold } from '../fold.ts'
import { IsnadError } from '../errors.ts'
import { listOf, rowsOf, type Entry } from './entry.ts'

export type Gender = 'm' | 'f'
export type GrammaticalNumber = 'singular' | 'dual' | 'plural'
/** Person, gender and number (Universal Dependencies' Person, Gender, Number). */
export interface Agreement {
  readonly person: 1 | 2 | 3
  readonly gender: Gender
  readonly number: GrammaticalNumber
}

interface Ending {
  readonly prefix: string
  readonly stem: 'full' | 'cut' | 'short'
  readonly suffix: string
  readonly agreement: Agreement
  readonly isBound: boolean
}
/** A written form of a verb. */
export interface ConjugatedForm {
  readonly form: string
  readonly agreement: Agreement
  /** The short form of the imperfect, which stands only behind لم and its like. */
  readonly isJussive: boolean
  /** A form that stands only before a pronoun («اتهموه»). */
  readonly isBound: boolean
}
interface Class {
  readonly last: readonly string[]
  readonly middle: readonly string[]
  /** When given, the past must have one of these as its last letter but one. */
  readonly pastMiddle: readonly string[]
  readonly endings: readonly Ending[]
}
export type Paradigm = 'perfect' | 'imperfect' | 'participle'
/** The classes of each paradigm: weak and hollow first, sound last. */
export type Conjugation = ReadonlyMap<Paradigm, readonly Class[]>

/** Reads `3 m singular`. @throws IsnadError `knowledge-field` */
export function parseAgreement(value: string, entry: Entry): Agreement {
  const [person, gender, number] = value.split(/\s+/)
  if (!['1', '2', '3'].includes(person ?? '') || !['m', 'f'].includes(gender ?? '') || !['singular', 'dual', 'plural'].includes(number ?? ''))
    throw new IsnadError('knowledge-field', `«${entry.head}»: «${value}» is no person, gender and number.`, 'Write, for example, 3 m singular.', {
      file: entry.file,
      line: entry.line,
    })
  return { person: Number(person) as 1 | 2 | 3, gender: gender as Gender, number: number as GrammaticalNumber }
}

/** Compiles knowledge/morphology/conjugation. */
export function compileConjugation(entries: readonly Entry[]): Conjugation {
  const paradigms = new Map<Paradigm, Class[]>([
    ['perfect', []],
    ['imperfect', []],
    ['participle', []],
  ])
  for (const entry of entries) {
    const [paradigm = '', kind = ''] = entry.head.split(' ')
    const classes = paradigms.get(paradigm as Paradigm)
    if (!classes)
      throw new IsnadError('knowledge-field', `«${entry.head}» is no paradigm.`, 'Write perfect, imperfect or participle.', {
        file: entry.file,
        line: entry.line,
      })
    const endings = rowsOf(entry, 'form').map(([prefix = '', stem = '', suffix = '', agreement = '', bound = '']): Ending => {
      const bare = (part: string) => (part === '-' ? '' : part)
      return {
        prefix: bare(prefix),
        stem: stem as Ending['stem'],
        suffix: bare(suffix),
        agreement: parseAgreement(agreement, entry),
        isBound: bound === 'bound',
      }
    })
    const compiled: Class = { last: listOf(entry, 'last'), middle: listOf(entry, 'middle'), pastMiddle: listOf(entry, 'past-middle'), endings }
    if (kind === 'sound') classes.push(compiled)
    else classes.unshift(compiled)
  }
  return paradigms
}

/** A verb's class: by its last letter, else by its last but one, else sound. `base` is unfolded. */
const classOf = (classes: readonly Class[], base: string, past: string): Class | undefined =>
  classes.find((c) => c.last.includes(base.slice(-1))) ??
  classes.find((c) => c.middle.includes(base.slice(-2, -1)) && (c.pastMiddle.length === 0 || c.pastMiddle.includes(past.slice(-2, -1)))) ??
  classes.find((c) => c.last.length + c.middle.length === 0)

/** All written forms of a base in one paradigm, folded. For the imperfect, `base` is the verb without its prefix; `past` its perfect. */
export function conjugate(conjugation: Conjugation, paradigm: Paradigm, base: string, past: string = base): ConjugatedForm[] {
  const classes = conjugation.get(paradigm) ?? []
  const chosen = classOf(classes, base, past)
  return (chosen?.endings ?? []).map(({ prefix, stem, suffix, agreement, isBound }) => {
    const root = stem === 'full' ? base : stem === 'cut' ? base.slice(0, -1) : base.slice(0, -2) + base.slice(-1)
    return { form: fold(prefix + root + suffix), agreement, isJussive: paradigm === 'imperfect' && stem !== 'full' && suffix === '', isBound }
  })
}

/** The forms of an active participle, folded; `weak` when its verb ends in a weak letter. */
export function declineParticiple(conjugation: Conjugation, base: string, weak: boolean): { form: string; agreement: Agreement }[] {
  const classes = conjugation.get('participle') ?? []
  const chosen = weak ? (classes[0] as Class) : (classes.at(-1) as Class)
  // A weak one may be given with its last letter or without it.
  const last = weak ? (chosen.endings.find(({ suffix }) => suffix.length === 1)?.suffix ?? '') : ''
  const root = last !== '' && base.endsWith(last) ? base.slice(0, -last.length) : base
  return chosen.endings.map(({ suffix, agreement }) => ({ form: fold(root + suffix), agreement }))
}

/** Tells whether a verb's past ends in a weak letter. */
export const isWeak = (conjugation: Conjugation, past: string): boolean => (conjugation.get('perfect') ?? []).some((c) => c.last.includes(past.slice(-1)))
