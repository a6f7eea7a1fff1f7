import { fold } from '../fold.ts'
import { IsnadError } from '../errors.ts'
import { compileConjugation, conjugate } from './conjugation.ts'
import { fieldOf, listOf, rowsOf, type Entry } from './entry.ts'

/** A number's class: «خمسة», «الخامس», «الخامسة» of the clock, «عشر» that adds ten, «مئة» that multiplies. */
export type NumberForm = 'cardinal' | 'ordinal' | 'hour' | 'teen' | 'scale'
/** Which newsrooms call a month so; names of one system are never two names of one month. */
export type MonthSystem = 'gulf' | 'levant' | 'maghreb' | 'morocco' | 'islamic'

/** What a word or phrase of time is; see knowledge/times/README.md for the fields it is written in. */
export type TimeItem =
  | { readonly kind: 'month'; readonly month: number; readonly system: MonthSystem; readonly isWeak: boolean }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly hasArticle: boolean }
  | {
      readonly kind: 'unit'
      readonly unit: string
      readonly factor: number
      readonly number: 'singular' | 'dual' | 'construct' | 'plural'
      readonly hasArticle: boolean
      readonly isWeak: boolean
    }
  | { readonly kind: 'part'; readonly part: string; readonly isAdverb: boolean }
  | { readonly kind: 'season'; readonly season: string; readonly hasArticle: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly form: NumberForm }
  | { readonly kind: 'day'; readonly shift: number; readonly part: string | null; readonly isNowadays: boolean }
  | { readonly kind: 'reference'; readonly value: string; readonly type: 'DATE' | 'SET'; readonly extends: ReadonlySet<string> }
  | { readonly kind: 'decade'; readonly decade: number }
  | { readonly kind: 'every' }
  | { readonly kind: 'ago' }
  /** A helping word of knowledge/times/words; `amount` is the shift of a modifier or the denominator of a fraction. */
  | { readonly kind: 'class'; readonly name: string; readonly amount: number }

export type ItemOf<K extends TimeItem['kind']> = Extract<TimeItem, { kind: K }>

/** Neighbours that decide whether a form is a word of time at all; forms are folded, `unwritten` is not. */
export interface Guard {
  readonly notBehind: ReadonlySet<string>
  readonly notBefore: ReadonlySet<string>
  readonly after: ReadonlySet<string>
  readonly before: ReadonlySet<string>
  readonly unwritten: readonly string[]
}

/** An item under one of its written forms. `words` are folded, the first with its proclitics. */
export interface TimeForm {
  readonly words: readonly string[]
  /** Folded letters of proclitics on the first word. */
  readonly cut: number
  /** The preposition among them, or «». */
  readonly preposition: string
  readonly why: string
  readonly item: TimeItem
  readonly guard: Guard | null
}

/** The forms of one first word, the longest first, and what one look tells of them. */
export interface TimeForms {
  readonly list: readonly TimeForm[]
  /** Bits of `kindBit`. */
  readonly kinds: number
  /** Classes of the helping words among them. */
  readonly classes: readonly string[]
  /** Whether an expression may begin with one of them. */
  readonly isOpening: boolean
}

const KINDS: readonly TimeItem['kind'][] = ['month', 'weekday', 'unit', 'part', 'season', 'number', 'day', 'reference', 'decade', 'every', 'ago', 'class']
const bits = Object.fromEntries(KINDS.map((kind, i) => [kind, 1 << i])) as { readonly [K in TimeItem['kind']]: number }
/** The bit of a kind in `TimeForms.kinds`. */
export const kindBit = (kind: TimeItem['kind']): number => bits[kind]

/** The words of time by their first folded word as written, proclitics included. */
export interface TimeTables {
  readonly forms: ReadonlyMap<string, TimeForms>
  /** The id of the entry that stands for a pattern of digits, by its head. */
  readonly patterns: (head: string) => string
  /** The article, written alone before a number («الـ15»). */
  readonly article: string
  /** Verbs that tell past from future: third persons of the perfect, and stems of the imperfect without its prefix. */
  readonly perfects: ReadonlySet<string>
  readonly imperfectStems: ReadonlySet<string>
  readonly futurePrefixes: readonly string[]
  readonly verbEndings: readonly string[]
  readonly conjunctions: readonly string[]
}

/** Classes whose words open an expression; only they carry prepositions too, so that «لمن» is no «من». */
const OPENING = new Set([
  'month noun',
  'first day',
  'near demonstrative',
  'far demonstrative',
  'about',
  'some',
  'period',
  'weekend',
  'early',
  'day word',
  'quarter',
  'half year',
  'clock',
  'and a fraction',
])
const SYSTEMS = ['levant', 'maghreb', 'morocco'] as const
const FOLDER = 'times/'

/**
 * Compiles the entries of knowledge/times, every form with the clitics it may carry, and what the frame book and the verb
 * lists tell of tense.
 * @throws IsnadError `knowledge-field` for a number that is none.
 */
export function compileTimes(entries: readonly Entry[]): TimeTables {
  const clitics = (head: string) => {
    const entry = entries.find(({ file, head: name }) => file === 'morphology/clitics' && name === head)
    return entry ? listOf(entry, 'forms').map(fold) : []
  }
  const article = clitics('article')[0] ?? ''
  const conjunctions = clitics('conjunction')
  const prepositions = clitics('preposition')
  const joined = clitics('preposition with article')[0] ?? ''
  const forms = new Map<string, TimeForm[]>()
  const put = (form: TimeForm) => {
    const key = form.words[0] as string
    const list = forms.get(key)
    if (list) list.push(form)
    else forms.set(key, [form])
  }
  const add = (text: string, entry: Entry, item: TimeItem, guard: Guard | null) => {
    const [first = '', ...rest] = fold(text).split(/\s+/)
    if (first === '') return
    const shared = { why: entry.id, item, guard }
    const takesPreposition = item.kind !== 'class' || OPENING.has(item.name)
    for (const conjunction of ['', ...conjunctions]) {
      put({ words: [conjunction + first, ...rest], cut: conjunction.length, preposition: '', ...shared })
      if (!takesPreposition) continue
      for (const preposition of prepositions)
        put({ words: [conjunction + preposition + first, ...rest], cut: conjunction.length + preposition.length, preposition, ...shared })
      // The preposition and the article are written as one («لل»); the span begins at the second lam.
      if (joined && first.startsWith(article))
        put({
          words: [conjunction + joined + first.slice(article.length), ...rest],
          cut: conjunction.length + joined.length - 1,
          preposition: joined.slice(0, 1),
          ...shared,
        })
    }
  }
  for (const entry of entries) if (entry.file.startsWith(FOLDER)) for (const [text, item, guard] of itemsOf(entry, article)) add(text, entry, item, guard)
  const words = (head: string, key: string) => {
    const entry = entries.find(({ file, head: name }) => file.startsWith(FOLDER) && name === head)
    return entry ? listOf(entry, key).map(fold) : []
  }
  const patterns = new Map(entries.filter(({ file, fields }) => file.startsWith(FOLDER) && fields.has('pattern')).map(({ head, id }) => [head, id]))
  return {
    forms: new Map([...forms].map(([key, list]) => [key, groupForms(list)])),
    patterns: (head) => patterns.get(head) ?? `${FOLDER}patterns/${head}`,
    article,
    conjunctions,
    ...tensesOf(entries, words('imperfect prefix', 'prefixes')),
    futurePrefixes: words('future prefix', 'prefixes'),
    verbEndings: words('verb ending', 'endings'),
  }
}

function groupForms(list: TimeForm[]): TimeForms {
  list.sort((a, b) => b.words.length - a.words.length)
  return {
    list,
    kinds: list.reduce((kinds, { item }) => kinds | kindBit(item.kind), 0),
    classes: [...new Set(list.flatMap(({ item }) => (item.kind === 'class' ? [item.name] : [])))],
    isOpening: list.some(({ item }) => item.kind !== 'class' || OPENING.has(item.name)),
  }
}

const NONE: ReadonlySet<string> = new Set()
const setOf = (entry: Entry, key: string): ReadonlySet<string> => (entry.fields.has(key) ? new Set(listOf(entry, key).map(fold)) : NONE)

function guardOf(entry: Entry): Guard | null {
  if (!['not behind', 'not before', 'after', 'before', 'unwritten'].some((key) => entry.fields.has(key))) return null
  return {
    notBehind: setOf(entry, 'not behind'),
    notBefore: setOf(entry, 'not before'),
    after: setOf(entry, 'after'),
    before: setOf(entry, 'before'),
    unwritten: listOf(entry, 'unwritten'),
  }
}

function numberOf(entry: Entry, value: string): number {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number))
    throw new IsnadError('knowledge-field', `«${entry.head}»: «${value}» is no number.`, 'Write it in Latin digits.', { file: entry.file, line: entry.line })
  return number
}

type Named = [text: string, item: TimeItem, guard: Guard | null]

/** Every form of an entry with what it is. */
function itemsOf(entry: Entry, article: string): Named[] {
  const guard = guardOf(entry)
  const spellings = [entry.head, ...listOf(entry, 'names'), ...listOf(entry, 'spelling')]
  const number = (key: string) => {
    const value = fieldOf(entry, key)
    return value === null ? null : numberOf(entry, value)
  }
  const named = (texts: readonly string[], item: TimeItem): Named[] => texts.map((text) => [text, item, guard])
  const month = number('month')
  if (month !== null) {
    const weak = new Set(listOf(entry, 'weak').map(fold))
    const own = fieldOf(entry, 'calendar') === 'islamic' ? 'islamic' : 'gulf'
    const of = (texts: readonly string[], system: MonthSystem) =>
      texts.flatMap((text) => named([text], { kind: 'month', month, system, isWeak: weak.has(fold(text)) }))
    return [...of(spellings, own), ...SYSTEMS.flatMap((system) => of(listOf(entry, system), system))]
  }
  const weekday = number('weekday')
  if (weekday !== null)
    return [
      ...named(spellings, { kind: 'weekday', weekday, hasArticle: true }),
      ...named(listOf(entry, 'singular'), { kind: 'weekday', weekday, hasArticle: false }),
    ]
  const unit = fieldOf(entry, 'unit')
  if (unit !== null) {
    const base = { kind: 'unit', unit, factor: number('factor') ?? 1, isWeak: fieldOf(entry, 'weak') === 'yes' } as const
    const of = (texts: readonly string[], form: ItemOf<'unit'>['number']) => [
      ...named(texts, { ...base, number: form, hasArticle: false }),
      ...(form === 'construct'
        ? []
        : named(
            texts.map((text) => article + text),
            { ...base, number: form, hasArticle: true },
          )),
    ]
    return [
      ...of([...spellings, ...listOf(entry, 'singular')], 'singular'),
      ...of(listOf(entry, 'dual'), 'dual'),
      ...of(listOf(entry, 'construct'), 'construct'),
      ...of(listOf(entry, 'plural'), 'plural'),
    ]
  }
  const day = number('day')
  if (day !== null) return named(spellings, { kind: 'day', shift: day, part: fieldOf(entry, 'part'), isNowadays: fieldOf(entry, 'nowadays') === 'yes' })
  const part = fieldOf(entry, 'part')
  if (part !== null)
    return [...named(spellings, { kind: 'part', part, isAdverb: false }), ...named(listOf(entry, 'adverb'), { kind: 'part', part, isAdverb: true })]
  const season = fieldOf(entry, 'season')
  if (season !== null)
    return [
      ...named(spellings, { kind: 'season', season, hasArticle: false }),
      ...named(
        spellings.map((text) => article + text),
        { kind: 'season', season, hasArticle: true },
      ),
    ]
  const decade = number('decade')
  if (decade !== null)
    return named(
      spellings.flatMap((text) => [text, text.startsWith(article) ? text.slice(article.length) : text]),
      { kind: 'decade', decade },
    )
  const value = fieldOf(entry, 'value')
  if (value !== null)
    return named(spellings, { kind: 'reference', value, type: fieldOf(entry, 'type') === 'SET' ? 'SET' : 'DATE', extends: setOf(entry, 'extends') })
  if (entry.fields.has('every')) return named(spellings, { kind: 'every' })
  if (entry.fields.has('ago')) return named(spellings, { kind: 'ago' })
  const numbers = (key: string, form: NumberForm) =>
    rowsOf(entry, key).flatMap(([amount = '', list = '']) => named(partsOf(list), { kind: 'number', value: numberOf(entry, amount), form }))
  const classed = (key: string) =>
    rowsOf(entry, key).flatMap(([amount = '', list = '']) => named(partsOf(list), { kind: 'class', name: entry.head, amount: numberOf(entry, amount) }))
  return [
    ...numbers('number', 'cardinal'),
    ...numbers('ordinal', 'ordinal'),
    ...numbers('hour', 'hour'),
    ...numbers('teen', 'teen'),
    ...numbers('scale', 'scale'),
    ...classed('modifier'),
    ...classed('fraction'),
    ...named([...listOf(entry, 'words'), ...listOf(entry, 'phrases')], { kind: 'class', name: entry.head, amount: 0 }),
  ]
}

const partsOf = (list: string): string[] =>
  list
    .split(/[،,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * The third persons of the perfect and the imperfect stems of all known verbs: enough to tell whether the act near a bare
 * weekday is past or to come. What is also a function word, an imperfect or (verbs of the frame book apart) a noun tells nothing.
 */
function tensesOf(entries: readonly Entry[], imperfectPrefixes: readonly string[]): Pick<TimeTables, 'perfects' | 'imperfectStems'> {
  const perfects = new Set<string>()
  const imperfectStems = new Set<string>()
  const conjugation = compileConjugation(entries.filter(({ file }) => file === 'morphology/conjugation'))
  const listed = (files: readonly string[]) =>
    new Set(entries.filter(({ file }) => files.includes(file)).flatMap((entry) => [...listOf(entry, 'words'), ...listOf(entry, 'phrases')].map(fold)))
  const functionWords = listed(['words/function-words'])
  const nouns = listed(['words/nouns', 'words/lookalikes'])
  const verbs: [past: string, present: string, isFrame: boolean][] = []
  for (const entry of entries) {
    if (entry.file.startsWith('words/'))
      for (const value of entry.fields.get('verb') ?? []) {
        const [past = '', present = ''] = partsOf(value)
        verbs.push([past, present, false])
      }
    const present = entry.file.startsWith('frames/') ? fieldOf(entry, 'present') : null
    if (present !== null) verbs.push([entry.head, present, true])
  }
  for (const [, present] of verbs) if (present.length > 2) imperfectStems.add(fold(present).slice(1))
  // A first person is rare in news: «أعلن» is a perfect.
  const [, ...others] = imperfectPrefixes
  const isImperfect = (form: string) => others.some((prefix) => form.startsWith(prefix) && imperfectStems.has(form.slice(prefix.length)))
  for (const [past, , isFrame] of verbs) {
    if (past === '' || past === '-') continue
    for (const { form, agreement, isBound } of conjugate(conjugation, 'perfect', past))
      if (agreement.person === 3 && !isBound && !functionWords.has(form) && !isImperfect(form) && (isFrame || !nouns.has(form))) perfects.add(form)
  }
  return { perfects, imperfectStems }
}
