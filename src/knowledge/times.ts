import { fold } from '../fold.ts'
import { fieldOf, listOf, rowsOf, type Entry } from './entry.ts'

/** What a word or phrase of time is. */
export type TimeItem =
  | { readonly kind: 'month'; readonly month: number; readonly calendar: 'gregorian' | 'islamic'; readonly isWeak: boolean }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | {
      readonly kind: 'unit'
      readonly unit: string
      readonly factor: number
      readonly number: 'singular' | 'dual' | 'plural'
      readonly hasArticle: boolean
      readonly isWeak: boolean
    }
  | { readonly kind: 'part'; readonly part: string; readonly isBare: boolean; readonly isWeak: boolean }
  | { readonly kind: 'season'; readonly season: string; readonly hasArticle: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly isOrdinal: boolean }
  | { readonly kind: 'value'; readonly value: string; readonly type: 'DATE' | 'SET' }
  | { readonly kind: 'word'; readonly name: string }

/** An item with the folded words that call it. */
export interface TimeForm {
  readonly words: readonly string[]
  readonly why: string
  readonly item: TimeItem
}

/** The words of time by their first folded word, longest first. */
export interface TimeTables {
  readonly forms: ReadonlyMap<string, readonly TimeForm[]>
  readonly conjunctions: readonly string[]
  readonly prepositions: readonly string[]
  readonly article: string
  readonly joined: string
  /** Beginnings of a verb of the future, third person («سي», «ست»), before its stem. */
  readonly futurePrefixes: readonly string[]
}

/** Compiles the entries of knowledge/times, with the clitics they may carry. */
export function compileTimes(entries: readonly Entry[]): TimeTables {
  const forms = new Map<string, TimeForm[]>()
  const clitic = (head: string) => entries.find((entry) => entry.file === 'morphology/clitics' && entry.head === head)
  const listed = (head: string) => {
    const entry = clitic(head)
    return entry ? listOf(entry, 'forms') : []
  }
  const article = listed('article')[0] ?? ''
  const add = (text: string, entry: Entry, item: TimeItem) => {
    const words = fold(text).split(/\s+/)
    const first = words[0]
    if (!first) return
    const list = forms.get(first) ?? []
    if (!list.some((form) => form.words.join(' ') === words.join(' ') && form.item.kind === item.kind && form.why === entry.id))
      list.push({ words, why: entry.id, item })
    forms.set(first, list)
  }
  for (const entry of entries) {
    if (!entry.file.startsWith('times/')) continue
    const names = [entry.head, ...listOf(entry, 'names')]
    const month = fieldOf(entry, 'month')
    const weekday = fieldOf(entry, 'weekday')
    const unit = fieldOf(entry, 'unit')
    const part = fieldOf(entry, 'part')
    const season = fieldOf(entry, 'season')
    const value = fieldOf(entry, 'value')
    const weak = new Set([...listOf(entry, 'weak'), ...(fieldOf(entry, 'verb') === 'yes' ? [entry.head] : [])].map(fold))
    if (month) {
      const calendar = fieldOf(entry, 'calendar') === 'islamic' ? 'islamic' : 'gregorian'
      for (const name of names) add(name, entry, { kind: 'month', month: Number(month), calendar, isWeak: weak.has(fold(name)) })
    } else if (weekday) {
      for (const name of names) add(name, entry, { kind: 'weekday', weekday: Number(weekday) })
    } else if (unit) {
      const factor = Number(fieldOf(entry, 'factor') ?? '1')
      const isWeak = fieldOf(entry, 'weak') === 'yes'
      const put = (name: string, number: 'singular' | 'dual' | 'plural') => {
        add(name, entry, { kind: 'unit', unit, factor, number, hasArticle: false, isWeak })
        add(article + name, entry, { kind: 'unit', unit, factor, number, hasArticle: true, isWeak })
      }
      for (const name of names) {
        put(name, 'singular')
        // The accusative behind a number: «11 عاما».
        for (const ending of listOf(entry, 'accusative')) put(ending, 'singular')
      }
      for (const name of listOf(entry, 'plural')) put(name, 'plural')
      for (const name of listOf(entry, 'dual')) put(name, 'dual')
    } else if (part) {
      for (const name of names) {
        add(name, entry, { kind: 'part', part, isBare: false, isWeak: weak.has(fold(name)) })
        add(article + name, entry, { kind: 'part', part, isBare: false, isWeak: weak.has(fold(name)) })
      }
      for (const name of listOf(entry, 'bare')) add(name, entry, { kind: 'part', part, isBare: true, isWeak: false })
    } else if (season) {
      for (const name of names) {
        add(name, entry, { kind: 'season', season, hasArticle: false })
        add(article + name, entry, { kind: 'season', season, hasArticle: true })
      }
    } else if (value) {
      const type = fieldOf(entry, 'type') === 'SET' ? 'SET' : 'DATE'
      const isName = /^[a-z]/.test(entry.head)
      for (const name of isName ? listOf(entry, 'names') : names) add(name, entry, { kind: 'value', value, type })
    }
    for (const [number = '', list = ''] of rowsOf(entry, 'number'))
      for (const name of list.split('،')) add(name.trim(), entry, { kind: 'number', value: Number(number), isOrdinal: false })
    for (const [number = '', list = ''] of rowsOf(entry, 'ordinal'))
      for (const name of list.split('،')) add(name.trim(), entry, { kind: 'number', value: Number(number), isOrdinal: true })
    for (const name of [...listOf(entry, 'words'), ...listOf(entry, 'phrases')]) add(name, entry, { kind: 'word', name: entry.head })
  }
  for (const list of forms.values()) list.sort((a, b) => b.words.length - a.words.length)
  return {
    forms,
    conjunctions: listed('conjunction'),
    prepositions: listed('preposition'),
    article,
    joined: listed('preposition with article')[0] ?? '',
    futurePrefixes: entries.filter((entry) => entry.file === 'times/phrases' && entry.head === 'future prefix').flatMap((entry) => listOf(entry, 'prefixes')),
  }
}
