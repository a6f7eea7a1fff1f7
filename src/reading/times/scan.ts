import { type Guard, type ItemOf, kindBit, type TimeForm, type TimeForms, type TimeItem, type TimeTables } from '../../knowledge/times.ts'
import type { TimeConflict, TimeType } from '../../record.ts'
import type { Text } from '../document.ts'
import { type Day, parseDay } from './calendar.ts'

/** A form of time found at a token: the token behind it, and how many folded letters of proclitics stand before it. */
export interface Match<K extends TimeItem['kind'] = TimeItem['kind']> {
  readonly item: ItemOf<K>
  readonly why: string
  readonly to: number
  readonly cut: number
  readonly preposition: string
}

/** An expression under way, from the token it was read at to `to` (exclusive). */
export interface Reading {
  readonly to: number
  readonly cut: number
  readonly type: TimeType
  readonly value: string
  readonly why: string
  readonly conflict?: TimeConflict
  /** 0–1; 0.9 when nothing speaks against it. */
  readonly confidence?: number
}

/** The bit of digits, beside those of `kindBit`. */
export const DIGITS = 1 << 20

export const isReference = (value: string): boolean => value.endsWith('_REF')

/** The tokens of one document as words of time, and what the report's date and the dates read so far tell. */
export class Scan {
  readonly document: Text
  readonly tables: TimeTables
  /** The report's day: that of its date, else the one that its own text gives with «اليوم»; null when neither does. */
  today: Day | null
  /** The value of the last date read that has a year of its own. */
  last: string | null = null
  /** The token behind the last expression read, or -1. */
  lastEnd = -1
  /** The token behind the last year read, or -1. */
  lastYearEnd = -1
  private readonly forms: (TimeForms | undefined)[]

  constructor(document: Text, tables: TimeTables) {
    this.document = document
    this.tables = tables
    this.today = parseDay(document.published)
    const { form, count } = document.tokens
    this.forms = new Array(count)
    for (let t = 0; t < count; t++) this.forms[t] = tables.forms.get(form[t] as string)
  }

  /** The kinds of what an expression may begin with here, as bits; 0 when none can begin. */
  openingAt(t: number): number {
    const forms = this.forms[t]
    const { kind, form } = this.document.tokens
    if (kind[t] === 'number') return DIGITS
    const digits = kind[t + 1] === 'number' && kind[t] === 'word' && (form[t] as string).endsWith(this.tables.article) ? DIGITS : 0
    return forms?.isOpening ? forms.kinds | digits : digits
  }

  /** The longest form of a kind at a token. `bare`: without proclitics. */
  find<K extends TimeItem['kind']>(t: number, kind: K, bare = false, test?: (item: ItemOf<K>) => boolean): Match<K> | null {
    const forms = this.forms[t]
    if (forms === undefined || (forms.kinds & kindBit(kind)) === 0) return null
    for (const form of forms.list) {
      if (form.item.kind !== kind || (bare && form.cut > 0) || (test && !test(form.item as ItemOf<K>))) continue
      if (!this.matches(t, form)) continue
      const { item, why, cut, preposition, words } = form
      return { item: item as ItemOf<K>, why, to: t + words.length, cut, preposition }
    }
    return null
  }

  /** A helping word of a class, with a conjunction at most; its match, or null. */
  classAt(t: number, name: string, bare = false): Match<'class'> | null {
    const forms = this.forms[t]
    if (forms === undefined || !forms.classes.includes(name)) return null
    return this.find(t, 'class', bare, (item) => item.name === name)
  }

  /** The token behind a helping word of a class, or 0. */
  word(t: number, name: string): number {
    return this.classAt(t, name, true)?.to ?? 0
  }

  /** Whether the word that ends before `t` is of a class (a phrase of up to four words, conjunctions allowed). */
  isBehind(t: number, name: string): boolean {
    for (let from = t - 1; from >= 0 && from >= t - 4; from--) if (this.classAt(from, name)?.to === t) return true
    return false
  }

  private matches(t: number, form: TimeForm): boolean {
    const { tokens, text } = this.document
    for (let i = 1; i < form.words.length; i++) if (tokens.form[t + i] !== form.words[i]) return false
    const { guard } = form
    if (!guard) return true
    if (guard.unwritten.length > 0) {
      const written = text.slice(tokens.start[t], tokens.end[t])
      if (guard.unwritten.some((other) => written.endsWith(other))) return false
    }
    return this.stands(t, t + form.words.length, form, guard)
  }

  private stands(from: number, to: number, form: TimeForm, guard: Guard): boolean {
    const { tokens } = this.document
    const behind = from > 0 ? (tokens.form[from - 1] as string) : ''
    const ahead = tokens.form[to] ?? ''
    // A second word of its kind behind «و» shows that a list is meant: «بين الاثنين والأربعاء».
    if (form.cut === 0 && guard.notBehind.has(behind) && !this.forms[to]?.list.some(({ item, cut }) => item.kind === form.item.kind && cut > 0)) return false
    if (guard.notBefore.has(ahead)) return false
    if (guard.after.size > 0) {
      const bare = this.withoutConjunction(behind)
      if (!(form.preposition !== '' ? guard.after.has(form.preposition) : guard.after.has(behind) || guard.after.has(bare))) return false
    }
    if (guard.before.size > 0) {
      const isEnd = to >= tokens.count || tokens.kind[to] === 'mark'
      if (!(isEnd ? guard.before.has('.') : guard.before.has(ahead))) return false
    }
    return true
  }

  withoutConjunction(form: string): string {
    for (const conjunction of this.tables.conjunctions)
      if (form.startsWith(conjunction) && form.length > conjunction.length + 1) return form.slice(conjunction.length)
    return form
  }

  isMark(t: number, ...marks: string[]): boolean {
    const { kind, form } = this.document.tokens
    return kind[t] === 'mark' && marks.includes(form[t] as string)
  }

  /** The digits at a token as a number of at most `length` digits, or null. */
  digits(t: number, length = 4): number | null {
    const { kind, form } = this.document.tokens
    const digits = form[t]
    return kind[t] === 'number' && digits !== undefined && digits.length <= length ? Number(digits) : null
  }

  /** A year of four digits. */
  year(t: number): number | null {
    const value = this.digits(t)
    return value !== null && value >= 1000 && value <= 2199 && this.document.tokens.form[t]?.length === 4 && !this.isDecimal(t) ? value : null
  }

  /** Whether two tokens stand without a blank between them. */
  touches(t: number): boolean {
    const { start, end } = this.document.tokens
    return t > 0 && end[t - 1] === start[t]
  }

  private isDecimal(t: number): boolean {
    const { kind } = this.document.tokens
    const joins = (mark: number) => this.isMark(mark, '.', ',', '٫', '%', '٪') && this.touches(mark) && this.touches(mark + 1)
    return (joins(t + 1) && kind[t + 2] === 'number') || (joins(t - 1) && kind[t - 2] === 'number' && this.touches(t)) || this.isMark(t + 1, '%', '٪')
  }
}
