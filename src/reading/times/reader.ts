import { offsetAfter } from '../../fold.ts'
import type { TimeForm, TimeItem, TimeTables } from '../../knowledge/times.ts'
import type { TimeConflict, TimeExpression, TimeType } from '../../record.ts'
import type { Text } from '../document.ts'
import { type Day, dayOf, dayOfIslamic, isoDay, isoMonth, isoWeek, monthOf, parseDay, weekdayOf, yearOf } from './calendar.ts'

type ItemOf<K extends TimeItem['kind']> = Extract<TimeItem, { kind: K }>
/** A form found at a token: the token behind it, and the folded letters of proclitics before it. */
interface Found<K extends TimeItem['kind'] = TimeItem['kind']> {
  readonly item: ItemOf<K>
  readonly form: TimeForm
  readonly to: number
  readonly cut: number
}
interface Reading {
  readonly to: number
  readonly expression: TimeExpression
}
/** A value under way: what is known of the date, and the rule that said so. */
interface Draft {
  to: number
  type: TimeType
  value: string
  why: string
  conflict?: TimeConflict
}

const DAYS_AHEAD = 14

/** Reads the time expression at a token of one document. */
export class TimeReader {
  private readonly document: Text
  private readonly tables: TimeTables
  private readonly today: Day | null

  constructor(document: Text, tables: TimeTables) {
    this.document = document
    this.tables = tables
    this.today = parseDay(document.published)
  }

  /** The expression that begins at `t`, the longest one, or null. */
  readAt(t: number): Reading | null {
    const { kind } = this.document.tokens
    if (kind[t] === 'mark' || kind[t] === 'latin') return null
    if (kind[t] === 'word' && !this.mayBegin(t)) return null
    for (const read of [
      this.readEarly,
      this.readDay,
      this.readFixed,
      this.readAgo,
      this.readUnit,
      this.readMonth,
      this.readYear,
      this.readSeason,
      this.readDuration,
      this.readClock,
    ]) {
      const found = read.call(this, t)
      if (found) return found
    }
    return null
  }

  // ---- looking words up

  private *candidates(t: number): Generator<{ key: string; cut: number }> {
    const form = this.document.tokens.form[t]
    if (form === undefined) return
    yield { key: form, cut: 0 }
    const { conjunctions, prepositions, article, joined } = this.tables
    const heads = [{ rest: form, cut: 0 }]
    for (const c of conjunctions) if (form.startsWith(c) && form.length > c.length + 1) heads.push({ rest: form.slice(c.length), cut: c.length })
    for (const { rest, cut } of heads) {
      if (cut > 0) yield { key: rest, cut }
      if (rest.startsWith(joined) && rest.length > joined.length + 1) yield { key: article + rest.slice(joined.length), cut: cut + joined.length - 1 }
      for (const p of prepositions) if (rest.startsWith(p) && rest.length > p.length + 1) yield { key: rest.slice(p.length), cut: cut + p.length }
    }
  }

  private mayBegin(t: number): boolean {
    for (const { key } of this.candidates(t)) if (this.tables.forms.has(key)) return true
    return false
  }

  private find<K extends TimeItem['kind']>(t: number, kind: K, test: (item: ItemOf<K>) => boolean = () => true, bare = false): Found<K> | null {
    const { tokens } = this.document
    for (const { key, cut } of this.candidates(t)) {
      if (bare && cut > 0) continue
      for (const form of this.tables.forms.get(key) ?? []) {
        if (form.item.kind !== kind || !test(form.item as ItemOf<K>)) continue
        let fits = true
        for (let i = 1; i < form.words.length && fits; i++) fits = tokens.form[t + i] === form.words[i]
        if (fits) return { item: form.item as ItemOf<K>, form, to: t + form.words.length, cut }
      }
    }
    return null
  }

  private word(t: number, name: string, bare = true): number {
    return this.find(t, 'word', (item) => item.name === name, bare)?.to ?? 0
  }

  private number(t: number): { value: number; to: number } | null {
    const { tokens } = this.document
    if (tokens.kind[t] === 'number') {
      const form = tokens.form[t] as string
      return form.length <= 4 ? { value: Number(form), to: t + 1 } : null
    }
    const first = this.find(t, 'number')
    if (!first) return null
    const next = this.find(first.to, 'number')
    // «الرابع والعشرين», «خمسة وعشرين»
    if (next && next.cut > 0 && next.item.value >= 20 && first.item.value < 10) return { value: first.item.value + next.item.value, to: next.to }
    return { value: first.item.value, to: first.to }
  }

  private year(t: number): number | null {
    const { tokens } = this.document
    if (tokens.kind[t] !== 'number') return null
    const form = tokens.form[t] as string
    const value = Number(form)
    return form.length === 4 && value >= 1000 && value <= 2100 ? value : null
  }

  private result(t: number, cut: number, draft: Draft): Reading {
    const { text, tokens } = this.document
    const start = cut > 0 ? offsetAfter(text, tokens.start[t] as number, tokens.end[t] as number, cut) : (tokens.start[t] as number)
    return {
      to: draft.to,
      expression: {
        span: [start, tokens.end[draft.to - 1] as number],
        type: draft.type,
        value: draft.value,
        why: draft.why,
        confidence: draft.conflict ? 0.6 : 0.9,
        ...(draft.conflict ? { conflict: draft.conflict } : {}),
      },
    }
  }

  private isMark(t: number, ...marks: string[]): boolean {
    const { tokens } = this.document
    return tokens.kind[t] === 'mark' && marks.includes(tokens.form[t] as string)
  }

  /** Whether what is said around a token lies ahead: a verb of the future before it in its sentence. */
  private isAhead(t: number): boolean {
    const { tokens, sentences } = this.document
    const from = Math.max(sentences[tokens.sentence[t] as number]?.from ?? 0, t - DAYS_AHEAD)
    for (let u = t - 1; u >= from; u--) if (this.word(u, 'future verb', false) > 0 || this.isFutureForm(u)) return true
    return false
  }

  private isFutureForm(t: number): boolean {
    const form = this.document.tokens.form[t] as string
    for (const { key } of this.candidates(t))
      if (this.tables.futurePrefixes.some((prefix) => key.startsWith(prefix) && key.length > prefix.length + 2)) return true
    return form === ''
  }

  // ---- days

  /** The modifier behind a noun of time: -1 last, 0 this, +1 next. */
  private modifier(t: number): { shift: number; to: number } | null {
    for (const [name, shift] of [
      ['last', -1],
      ['next', 1],
      ['this', 0],
    ] as const) {
      const to = this.word(t, name)
      if (to > 0) return { shift, to }
    }
    return null
  }

  private weekdayValue(weekday: number, shift: number | null, t: number): string {
    const { today } = this
    if (today === null) return `XXXX-WXX-${weekday}`
    const back = (weekdayOf(today) - weekday + 7) % 7
    const ahead = (7 - back) % 7
    if (shift === 1) return isoDay(today + (ahead === 0 ? 7 : ahead))
    if (shift === -1) return isoDay(today - (back === 0 ? 7 : back))
    if (back === 0) return isoDay(today)
    return isoDay(this.isAhead(t) ? today + ahead : today - back)
  }

  /** «في وقت سابق من …»: the time behind it is what counts. */
  private readEarly(t: number): Reading | null {
    const to = this.word(t, 'early in', false)
    if (to === 0) return null
    const cut = this.find(t, 'word', (item) => item.name === 'early in')?.cut ?? 0
    const inner = this.readDay(to) ?? this.readUnit(to) ?? this.readMonth(to) ?? this.readFixed(to)
    if (!inner || inner.expression.type === 'SET' || /_REF$/.test(inner.expression.value)) return null
    return this.result(t, cut, { to: inner.to, type: inner.expression.type, value: inner.expression.value, why: inner.expression.why })
  }

  /** A day by name: [part] [يوم/اليوم/أمس] weekday [date in brackets] [modifier] [part]. */
  private readDay(t: number): Reading | null {
    let u = t
    let cut = 0
    let why = ''
    let part = ''
    let value: string | null = null
    let weekday: number | null = null
    let conflict: TimeConflict | undefined
    const opening = this.find(u, 'part', (item) => !item.isBare)
    if (opening) {
      part = opening.item.part
      cut = opening.cut
      why = opening.form.why
      u = opening.to
    }
    const start = u
    const fixed = this.find(u, 'value', (item) => /^day/.test(item.value))
    let fixedDay: Day | null = null
    if (fixed) {
      const [, shift = '0', own = ''] = /^day([+-]\d+)(T[A-Z]+)?$/.exec(fixed.item.value) ?? []
      if (u === t) cut = fixed.cut
      if (why === '') why = fixed.form.why
      u = fixed.to
      fixedDay = this.today === null ? null : this.today + Number(shift)
      value = fixedDay === null ? (shift === '+0' ? 'PRESENT_REF' : shift.startsWith('-') ? 'PAST_REF' : 'FUTURE_REF') : isoDay(fixedDay)
      if (own) part = own.slice(2)
    }
    let hasDayWord = false
    const dayWord = fixed ? 0 : this.word(u, 'day word', u !== t)
    if (dayWord > 0) {
      if (u === t) cut = this.find(u, 'word', (item) => item.name === 'day word')?.cut ?? 0
      u = dayWord
      hasDayWord = true
      const tomorrow = this.find(u, 'value', (item) => /^day/.test(item.value), true)
      if (tomorrow) return null
    }
    if (this.isMark(u, '،', ',') && fixed && this.find(u + 1, 'weekday', () => true, true)) u++
    const named = this.find(u, 'weekday', () => true, u !== t)
    if (named) {
      if (u === t) cut = named.cut
      if (why === '') why = named.form.why
      weekday = named.item.weekday
      u = named.to
      const modifier = this.modifier(u)
      if (modifier) u = modifier.to
      if (fixedDay !== null) {
        if (weekdayOf(fixedDay) !== weekday) conflict = 'weekday-disagrees'
      } else if (value === null || this.today === null) value = this.weekdayValue(weekday, modifier?.shift ?? null, t)
    }
    // A date behind the day, in brackets or not: it says more than the day's name.
    const bracket = this.isMark(u, '(') ? 1 : 0
    const comma = this.isMark(u, '،', ',') ? 1 : 0
    const date = weekday !== null || fixed || hasDayWord ? this.readDate(u + (bracket || comma)) : null
    if (date && (weekday !== null || fixed || hasDayWord) && (!comma || weekday !== null)) {
      const closes = bracket && this.isMark(date.to, ')') ? 1 : 0
      if (!bracket || closes) {
        const written = parseDay(date.value)
        if (written !== null) {
          if (weekday !== null && weekdayOf(written) !== weekday) conflict = 'weekday-disagrees'
          value = date.value
          u = date.to + closes
          if (why === '') why = date.why
        } else if (weekday === null && hasDayWord && !fixed) {
          value = date.value
          u = date.to + closes
          why = date.why
        }
        if (date.conflict) conflict = date.conflict
      }
    }
    if (value === null) {
      if (!opening) return null
      // «مساء 13 نوفمبر»
      const late = this.readDate(start)
      if (!late || !/^\d{4}-\d{2}-\d{2}$/.test(late.value)) return null
      return this.result(t, cut, { ...late, type: 'TIME', value: `${late.value}T${part}` })
    }
    if (hasDayWord && weekday === null && !date) return null
    const closing = part === '' ? this.find(u, 'part', (item) => item.isBare, true) : null
    if (closing && (weekday !== null || fixed)) {
      part = closing.item.part
      u = closing.to
    }
    const isDated = !/_REF$/.test(value)
    if (part !== '' && isDated) value = `${value}T${part}`
    const isToday = fixed !== null && weekday === null && part === '' && !date && this.isNowadays(t, fixed)
    if (isToday) value = 'PRESENT_REF'
    return this.result(t, cut, { to: u, type: part !== '' && isDated ? 'TIME' : 'DATE', value, why, ...(conflict ? { conflict } : {}) })
  }

  /** «اليوم» inside somebody's words means these days; so does one behind a present with no act of the day. */
  private isNowadays(t: number, fixed: Found<'value'>): boolean {
    if (fixed.item.value !== 'day+0') return false
    return this.document.quotations.some((quotation) => t >= quotation.from && t < quotation.to && quotation.to - quotation.from > 4)
  }

  /** day number + month [+ year], without a day's name. */
  private readDate(t: number): Draft | null {
    const number = this.number(t)
    let day: number | null = null
    let u = t
    if (number && number.value >= 1 && number.value <= 31) {
      day = number.value
      u = number.to
      const of = this.word(u, 'of')
      if (of > 0 && this.find(of, 'month', () => true, true)) u = of
    }
    const month = this.readMonthName(u, day !== null)
    if (!month) return this.readNumericDate(t)
    u = month.to
    let year: number | null = null
    let shift: number | null = null
    const comma = this.isMark(u, '،', ',') && this.year(u + 1) !== null ? 1 : 0
    const of = this.word(u, 'of')
    const written = this.year(u + comma) ?? (of > 0 ? this.year(of) : null)
    if (written !== null) {
      year = written
      u = this.year(u + comma) !== null ? u + comma + 1 : of + 1
    } else {
      const relative = of > 0 ? this.readUnit(of) : null
      if (relative && /^\d{4}$/.test(relative.expression.value)) {
        year = Number(relative.expression.value)
        u = relative.to
      } else {
        const modifier = this.modifier(u)
        if (modifier) {
          shift = modifier.shift
          u = modifier.to
        }
      }
    }
    const hijri = month.calendar === 'islamic' ? this.word(u, 'hijri mark') : 0
    if (hijri > 0) u = hijri
    if (month.calendar === 'islamic') {
      const also = this.word(u, 'corresponding')
      const other = also > 0 ? this.readDate(also) : null
      if (other) {
        const own = year !== null && day !== null ? dayOfIslamic(year, month.month, day) : null
        const given = parseDay(other.value)
        const conflict = own !== null && given !== null && Math.abs(own - given) > 1 ? ({ conflict: 'calendars-disagree' } as const) : {}
        return { ...other, why: month.why, ...conflict }
      }
      if (year === null || day === null) return null
      const found = dayOfIslamic(year, month.month, day)
      return found === null ? null : { to: u, type: 'DATE', value: isoDay(found), why: month.why, ...(month.conflict ? { conflict: month.conflict } : {}) }
    }
    if (year === null) year = this.nearestYear(month.month, day, shift, t)
    const two = (n: number) => String(n).padStart(2, '0')
    const value =
      year === null ? `XXXX-${two(month.month)}${day === null ? '' : `-${two(day)}`}` : `${year}-${two(month.month)}${day === null ? '' : `-${two(day)}`}`
    const impossible = year !== null && day !== null && dayOf(year, month.month, day) === null ? ({ conflict: 'day-impossible' } as const) : {}
    return { to: u, type: 'DATE', value, why: month.why, ...(month.conflict ? { conflict: month.conflict } : impossible) }
  }

  private nearestYear(month: number, day: number | null, shift: number | null, t: number): number | null {
    const { today } = this
    if (today === null) return null
    const year = yearOf(today)
    const now = monthOf(today)
    if (shift === 0) return year
    if (shift === 1) return month > now || (month === now && day !== null && (dayOf(year, month, day) ?? 0) > today) ? year : year + 1
    if (shift === -1) return month < now || (month === now && day !== null && (dayOf(year, month, day) ?? 0) < today) ? year : year - 1
    const date = day === null ? null : dayOf(year, month, day)
    const isLater = date !== null ? date > today : month > now
    if (this.isAhead(t)) return isLater || month === now ? year : year + 1
    if (!isLater) return year
    // A date a little ahead without a verb of the future: the coming one, as agendas are written; far ahead is the last one.
    return (date !== null ? date - today : (month - now) * 30) <= 45 ? year : year - 1
  }

  /** A month's name, doubled or not: «نوفمبر/ تشرين الثاني», «أيلول (سبتمبر)». */
  private readMonthName(
    t: number,
    hasDay: boolean,
  ): { month: number; calendar: 'gregorian' | 'islamic'; to: number; why: string; cut: number; isWeak: boolean; conflict?: TimeConflict } | null {
    const first = this.find(t, 'month')
    if (!first) return null
    if (first.item.isWeak && !hasDay && this.year(first.to) === null && !this.isMark(first.to, '/', '(')) {
      if (first.item.calendar === 'islamic' || first.cut > 0 || !this.word(t - 1, 'year before')) return null
    }
    let to = first.to
    let conflict: TimeConflict | undefined
    const bracket = this.isMark(to, '(')
    const slash = this.isMark(to, '/', '-')
    const second = this.find(to + (bracket || slash ? 1 : 0), 'month', () => true, true)
    if (second && second.item.calendar === first.item.calendar && (!bracket || this.isMark(second.to, ')'))) {
      if (second.item.month === first.item.month || slash || bracket) {
        if (second.item.month !== first.item.month) conflict = 'months-disagree'
        to = second.to + (bracket ? 1 : 0)
      }
    }
    return {
      month: first.item.month,
      calendar: first.item.calendar,
      to,
      why: first.form.why,
      cut: first.cut,
      isWeak: first.item.isWeak,
      ...(conflict ? { conflict } : {}),
    }
  }

  /** 15/7/2000, 2018-05-10 */
  private readNumericDate(t: number): Draft | null {
    const { tokens } = this.document
    const at = (u: number) => (tokens.kind[u] === 'number' ? Number(tokens.form[u]) : null)
    const [a, b, c] = [at(t), at(t + 2), at(t + 4)]
    if (a === null || b === null || c === null) return null
    const mark = tokens.form[t + 1]
    if ((mark !== '/' && mark !== '-' && mark !== '.') || tokens.form[t + 3] !== mark) return null
    const [year, month, day] = a > 1000 ? [a, b, c] : [c, b, a]
    if (year < 1900 || year > 2100) return null
    const found = dayOf(year, month, day)
    return found === null ? null : { to: t + 5, type: 'DATE', value: isoDay(found), why: 'times/months' }
  }

  private readMonth(t: number): Reading | null {
    const period = this.periodAt(t)
    const at = period?.to ?? t
    const date = this.readDate(at)
    if (!date) return null
    const month = this.find(at, 'month')
    return this.result(t, period ? period.cut : (month?.cut ?? 0), date)
  }

  /** «مطلع», «نهاية»: belongs to the expression behind it. */
  private periodAt(t: number): { to: number; cut: number } | null {
    const found = this.find(t, 'word', (item) => item.name === 'period')
    return found ? { to: found.to, cut: found.cut } : null
  }

  // ---- set expressions

  private readFixed(t: number): Reading | null {
    const found = this.find(t, 'value', (item) => !/^day/.test(item.value))
    if (!found) return null
    if (found.form.words.length === 1 && this.word(t, 'words before') > 0) {
      // «السابق» is a time only behind «في».
      const before = this.find(t - 1, 'word', (item) => item.name === 'year before', true)
      if (!before || found.cut > 0) return null
    }
    return this.result(t, found.cut, { to: found.to, type: found.item.type, value: found.item.value, why: found.form.why })
  }

  /** «قبل أسبوعين», «قبل ثلاثة أيام»: a date, counted in its own unit. */
  private readAgo(t: number): Reading | null {
    const ago = this.find(t, 'word', (item) => item.name === 'ago')
    if (!ago) return null
    const amount = this.amount(ago.to)
    if (!amount || amount.hasArticle || amount.isVague || !Number.isInteger(amount.count) || this.word(amount.to, 'of') > 0) return null
    const value = this.shifted(amount.unit, -amount.count * amount.factor)
    return value === null ? null : this.result(t, ago.cut, { to: amount.to, type: 'DATE', value, why: ago.form.why })
  }

  private shifted(unit: string, by: number): string | null {
    const { today } = this
    if (today === null) return by < 0 ? 'PAST_REF' : by > 0 ? 'FUTURE_REF' : 'PRESENT_REF'
    if (unit === 'D') return isoDay(today + by)
    if (unit === 'W') return isoWeek(today + 7 * by)
    if (unit === 'M') return isoMonth(today, by)
    if (unit === 'Y') return String(yearOf(today) + by)
    return null
  }

  /** «الأسبوع الماضي», «هذا العام», «نهاية الشهر الجاري». */
  private readUnit(t: number): Reading | null {
    const period = this.periodAt(t)
    let u = period?.to ?? t
    const before = this.word(u, 'this before', u !== t)
    let cut = period?.cut ?? 0
    if (before > 0) {
      if (!period) cut = this.find(u, 'word', (item) => item.name === 'this before')?.cut ?? 0
      u = before
    }
    const unit = this.find(u, 'unit', (item) => item.hasArticle && item.unit.length === 1, u !== t)
    if (!unit) return null
    if (u === t) cut = unit.cut
    if (unit.item.number === 'singular') {
      const year = unit.item.unit === 'Y' && unit.item.factor === 1 ? this.year(unit.to) : null
      if (year !== null) return this.result(t, cut, { to: unit.to + 1, type: 'DATE', value: String(year), why: unit.form.why })
      const modifier = this.modifier(unit.to)
      if (!modifier && before === 0) return period && unit.item.unit !== 'D' && unit.item.factor === 1 ? this.unitValue(t, cut, unit, 0, unit.to) : null
      if (unit.item.unit === 'D' && !modifier) return null
      const shift = modifier?.shift ?? 0
      return this.unitValue(t, cut, unit, shift, modifier?.to ?? unit.to)
    }
    const number = this.find(unit.to, 'number')
    const behind = number ? number.to : unit.to
    const modifier = this.modifier(behind)
    if (!modifier) return null
    const count = unit.item.number === 'dual' ? 2 : (number?.item.value ?? null)
    if (count === null) return this.result(t, cut, { to: modifier.to, type: 'DATE', value: modifier.shift < 0 ? 'PAST_REF' : 'FUTURE_REF', why: unit.form.why })
    return this.result(t, cut, { to: modifier.to, type: 'DURATION', value: `P${count * unit.item.factor}${unit.item.unit}`, why: unit.form.why })
  }

  private unitValue(t: number, cut: number, unit: Found<'unit'>, shift: number, to: number): Reading | null {
    const { today } = this
    if (unit.item.factor === 100)
      return this.result(t, cut, { to, type: 'DATE', value: String(Math.floor((today === null ? 2000 : yearOf(today)) / 100) + shift), why: unit.form.why })
    if (unit.item.factor === 10)
      return this.result(t, cut, { to, type: 'DATE', value: String(Math.floor((today === null ? 2000 : yearOf(today)) / 10) + shift), why: unit.form.why })
    const value = this.shifted(unit.item.unit, shift)
    return value === null ? null : this.result(t, cut, { to, type: 'DATE', value, why: unit.form.why })
  }

  /** «عام 2015», «في 2011»; «عامي 2011 و2012» are two. */
  private readYear(t: number): Reading | null {
    const { tokens } = this.document
    const period = this.periodAt(t)
    const at = period?.to ?? t
    const unit = this.find(at, 'unit', (item) => item.unit === 'Y' && item.factor === 1, at !== t)
    const year = unit ? this.year(unit.to) : null
    if (unit && year !== null) return this.result(t, period ? period.cut : unit.cut, { to: unit.to + 1, type: 'DATE', value: String(year), why: unit.form.why })
    const bare = this.year(at)
    if (bare === null || bare < 1900) return null
    const next = tokens.form[at + 1]
    const before = this.word(at - 1, 'year before', true) > 0 || period !== null
    const joins = tokens.kind[at - 1] === 'word' && this.tables.conjunctions.includes(tokens.form[at - 1] as string) && this.hasYearBefore(at - 1)
    const stands = this.isMark(at - 1, '(') && this.isMark(at + 1, ')')
    if (!before && !joins && !stands) return null
    // A number of things is no year: «في 2011 شخصا».
    if (tokens.kind[at + 1] === 'word' && !joins && !stands && tokens.end[at] === tokens.start[at + 1]) return null
    if (next === '%' || next === '.' ? tokens.kind[at + 2] === 'number' && tokens.end[at + 1] === tokens.start[at + 2] : false) return null
    return this.result(t, period?.cut ?? 0, { to: at + 1, type: 'DATE', value: String(bare), why: 'times/phrases/year before' })
  }

  private hasYearBefore(t: number): boolean {
    for (let u = t - 1; u >= Math.max(0, t - 3); u--) if (this.year(u) !== null) return true
    return false
  }

  private readSeason(t: number): Reading | null {
    const season = this.find(t, 'season')
    if (!season) return null
    const year = this.year(season.to)
    if (year !== null) return this.result(t, season.cut, { to: season.to + 1, type: 'DATE', value: `${year}-${season.item.season}`, why: season.form.why })
    const of = this.word(season.to, 'of')
    const written = of > 0 ? this.year(of) : null
    if (written !== null) return this.result(t, season.cut, { to: of + 1, type: 'DATE', value: `${written}-${season.item.season}`, why: season.form.why })
    const modifier = season.item.hasArticle ? this.modifier(season.to) : null
    if (!modifier || this.today === null) return null
    const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[season.item.season] ?? 1
    const now = monthOf(this.today)
    const isOver = start + 3 <= now
    const isAhead = start > now
    const shift = modifier.shift === -1 ? (isOver ? 0 : -1) : modifier.shift === 1 ? (isAhead ? 0 : 1) : 0
    return this.result(t, season.cut, { to: modifier.to, type: 'DATE', value: `${yearOf(this.today) + shift}-${season.item.season}`, why: season.form.why })
  }

  // ---- durations

  /** number + unit, dual, «نصف ساعة», «عدة أيام», «سنوات طويلة». */
  private amount(
    t: number,
  ): { count: number; unit: string; factor: number; to: number; cut: number; isVague: boolean; hasArticle: boolean; why: string; isBare: boolean } | null {
    const about = this.word(t, 'about', false)
    const at = about || t
    const firstCut = about ? (this.find(t, 'word', (item) => item.name === 'about')?.cut ?? 0) : 0
    const some = this.word(at, 'some', at !== t)
    if (some > 0) {
      const unit = this.find(some, 'unit', (item) => item.number === 'plural', true)
      if (unit)
        return { count: 0, unit: unit.item.unit, factor: 1, to: unit.to, cut: firstCut, isVague: true, hasArticle: false, why: unit.form.why, isBare: false }
    }
    const half = this.word(at, 'half', at !== t)
    if (half > 0) {
      const unit = this.find(half, 'unit', (item) => item.number === 'singular', true)
      if (unit && (unit.item.unit === 'TH' || unit.item.unit === 'Y' || unit.item.unit === 'D'))
        return { count: 0.5, unit: unit.item.unit, factor: 1, to: unit.to, cut: firstCut, isVague: false, hasArticle: false, why: unit.form.why, isBare: false }
    }
    const number = this.number(at)
    if (number) {
      const unit = this.find(number.to, 'unit', (item) => !item.hasArticle, true)
      const cut = about ? firstCut : (this.find(at, 'number')?.cut ?? 0)
      if (unit)
        return {
          count: number.value,
          unit: unit.item.unit,
          factor: unit.item.factor,
          to: unit.to,
          cut,
          isVague: false,
          hasArticle: false,
          why: unit.form.why,
          isBare: false,
        }
      return null
    }
    const unit = this.find(at, 'unit', (item) => !item.isWeak || true, at !== t)
    if (!unit) return null
    const cut = about ? firstCut : unit.cut
    const base = { unit: unit.item.unit, factor: unit.item.factor, cut, hasArticle: unit.item.hasArticle, why: unit.form.why }
    if (unit.item.number === 'dual') return { ...base, count: 2, to: unit.to, isVague: false, isBare: false }
    if (unit.item.number === 'plural') {
      const behind = this.word(unit.to, 'some behind')
      return { ...base, count: 0, to: behind || unit.to, isVague: true, isBare: behind === 0 }
    }
    const whole = this.find(unit.to, 'number', (item) => item.value === 1, true)
    return { ...base, count: 1, to: whole ? whole.to : unit.to, isVague: false, isBare: true }
  }

  private readDuration(t: number): Reading | null {
    const amount = this.amount(t)
    if (!amount || amount.hasArticle) return null
    const { tokens } = this.document
    const isYears = amount.unit === 'Y'
    const lasting = this.word(t - 1, 'lasting', false) > 0 || this.word(t - 2, 'lasting', false) === t || amount.cut > 0
    const about = this.word(t, 'about', false) > 0
    // Ages, and words of time that are something else, need a word that says it lasts.
    if ((amount.isBare || (isYears && amount.count > 1 && !amount.isVague)) && !lasting && !(about && !isYears)) return null
    if (amount.isBare && amount.count === 1 && (this.year(amount.to) !== null || this.word(amount.to, 'last') > 0 || this.word(amount.to, 'next') > 0))
      return null
    if (amount.isBare && amount.count === 1 && amount.unit === 'D' && this.find(amount.to, 'weekday')) return null
    if (amount.isBare && this.find(t, 'unit')?.item.isWeak && !lasting) return null
    // «(48 عاما)» is an age.
    if (isYears && this.isMark(t - 1, '(', '،') && !lasting) return null
    const count = amount.isVague ? 'X' : amount.count * amount.factor
    const value =
      amount.count === 0.5
        ? amount.unit === 'TH'
          ? 'PT30M'
          : amount.unit === 'Y'
            ? 'P6M'
            : 'P0.5D'
        : amount.unit.startsWith('T')
          ? `PT${count}${amount.unit.slice(1)}`
          : `P${count}${amount.unit}`
    void tokens
    return this.result(t, amount.cut, { to: amount.to, type: 'DURATION', value, why: amount.why })
  }

  /** «الساعة 10:30» */
  private readClock(t: number): Reading | null {
    const clock = this.find(t, 'word', (item) => item.name === 'clock')
    const { tokens } = this.document
    if (!clock) return null
    const u = clock.to
    if (tokens.kind[u] !== 'number' || !this.isMark(u + 1, ':', '.') || tokens.kind[u + 2] !== 'number') return null
    const [hour, minute] = [Number(tokens.form[u]), Number(tokens.form[u + 2])]
    if (hour > 23 || minute > 59 || this.today === null) return null
    return this.result(t, clock.cut, {
      to: u + 3,
      type: 'TIME',
      value: `${isoDay(this.today)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
      why: clock.form.why,
    })
  }
}
