import type { TimeConflict } from '../../record.ts'
import type { Quotation, Text } from '../document.ts'
import { type Day, isoDay, parseDay, weekdayOf } from './calendar.ts'
import { readDate } from './dates.ts'
import { readModifier } from './months.ts'
import { isReference, type Match, type Reading, type Scan } from './scan.ts'
import { isPerfect, tenseAt } from './tense.ts'
import { readUnit } from './units.ts'

/** How many words around «اليوم» may tell that it means these days. */
const NOWADAYS_REACH = 3
/** A quotation shorter than this is a name or a few quoted words. */
const QUOTED = 5

/** What the words of one day have told so far. */
interface Draft {
  to: number
  cut: number
  why: string
  value: string | null
  part: string | null
  weekday: number | null
  conflict: TimeConflict | null
  confidence: number
}

/**
 * Reads a day as named from the report's own: [part of the day] [يوم] [اليوم، أمس] [weekday] [modifier] [date, in brackets or not]
 * [part of the day]. All of it is one expression; a date says more than a weekday, a weekday more than «اليوم».
 */
export function readDay(scan: Scan, t: number): Reading | null {
  const part = scan.find(t, 'part', false, ({ isAdverb }) => !isAdverb)
  const withPart = part ? readNamedDay(scan, t, part) : null
  return withPart ?? readNamedDay(scan, t, null) ?? readAdverb(scan, t)
}

function readNamedDay(scan: Scan, t: number, part: Match<'part'> | null): Reading | null {
  const draft: Draft = {
    to: part?.to ?? t,
    cut: part?.cut ?? 0,
    why: part?.why ?? '',
    value: null,
    part: part?.item.part ?? null,
    weekday: null,
    conflict: null,
    confidence: 0.9,
  }
  const day = takeRelativeDay(scan, t, draft)
  const word = day ? 0 : takeDayWord(scan, t, draft)
  const comma = day && scan.isMark(draft.to, '،', ',') && scan.find(draft.to + 1, 'weekday', true) ? 1 : 0
  draft.to += comma
  const weekday = takeWeekday(scan, t, draft, day)
  if (!day && !weekday && word === 0 && !part) return null
  const hasDate = takeDate(scan, t, draft, day, day !== null || weekday !== null)
  if (draft.value === null && part && !word) takeUnitOrBareDay(scan, draft)
  if (draft.value === null) return null
  if (word > 0 && !weekday && !hasDate) return null
  if (draft.part === null || part === null) takePartBehind(scan, draft)
  const isDated = !isReference(draft.value)
  if (day?.item.isNowadays && !weekday && !hasDate && draft.part === null && isNowadays(scan, t, draft.to)) {
    draft.value = 'PRESENT_REF'
    draft.confidence = 0.6
  }
  const isTime = draft.part !== null
  return {
    to: draft.to,
    cut: draft.cut,
    type: isTime ? 'TIME' : 'DATE',
    value: isTime && isDated ? `${draft.value}T${draft.part}` : draft.value,
    why: draft.why,
    ...(draft.conflict ? { conflict: draft.conflict } : { confidence: draft.confidence }),
  }
}

/** The first piece read at `t` gives the proclitics and, unless a part of the day stands before it, the entry. */
function open(draft: Draft, t: number, match: { readonly cut: number; readonly why: string; readonly to: number }) {
  if (draft.to === t) draft.cut = match.cut
  if (draft.why === '') draft.why = match.why
  draft.to = match.to
}

function takeRelativeDay(scan: Scan, t: number, draft: Draft): Match<'day'> | null {
  const day = scan.find(draft.to, 'day', draft.to > t)
  if (!day) return null
  open(draft, t, day)
  const { shift, part } = day.item
  draft.value = scan.today === null ? (shift < 0 ? 'PAST_REF' : shift > 0 ? 'FUTURE_REF' : 'PRESENT_REF') : isoDay(scan.today + shift)
  if (part !== null && draft.part === null) draft.part = part
  return day
}

/** «يوم», which opens a weekday or a date; the token behind it, or 0. */
function takeDayWord(scan: Scan, t: number, draft: Draft): number {
  const word = scan.classAt(draft.to, 'day word', draft.to > t)
  if (!word) return 0
  if (draft.to === t) draft.cut = word.cut
  draft.to = word.to
  // «صباح يوم أمس»
  const day = scan.find(draft.to, 'day', true)
  if (day && draft.why !== '') takeRelativeDay(scan, t, draft)
  return word.to
}

function takeWeekday(scan: Scan, t: number, draft: Draft, day: Match<'day'> | null): Match<'weekday'> | null {
  const weekday = scan.find(draft.to, 'weekday', draft.to > t, ({ hasArticle }) => hasArticle)
  if (!weekday) return null
  const isNamed = day !== null || draft.value !== null
  open(draft, t, weekday)
  draft.weekday = weekday.item.weekday
  const own = readModifier(scan, draft.to)
  if (own) draft.to = own.to
  // «الأحد والاثنين المقبلين»
  const listed = own ? null : scan.find(draft.to, 'weekday')
  const modifier = own ?? (listed && listed.cut > 0 && listed.preposition === '' ? readModifier(scan, listed.to) : null)
  if (isNamed && scan.today !== null && draft.value !== null) {
    const named = parseDay(draft.value)
    if (named !== null && weekdayOf(named) !== draft.weekday) {
      // «اليوم السبت» in a report of Sunday was written on Saturday: the weekday is the surer word.
      draft.conflict = 'weekday-disagrees'
      draft.value = isoDay(nearest(scan.today, draft.weekday, day !== null && day.item.shift > 0 ? 'ahead' : 'past'))
    }
  } else draft.value = weekdayValue(scan, t, draft.weekday, modifier?.shift ?? null)
  if (draft.part === 'NI') takeNextNight(scan, draft, weekday.item.weekday)
  return weekday
}

/** «ليل السبت الأحد», «ليلة السبت - الأحد»: the night begins on the first day. */
function takeNextNight(scan: Scan, draft: Draft, weekday: number) {
  const mark = scan.isMark(draft.to, '-', '–', '/') ? draft.to + 1 : scan.word(draft.to, 'night to') || draft.to
  const next = scan.find(mark, 'weekday', false, ({ hasArticle }) => hasArticle)
  if (next && next.item.weekday === (weekday % 7) + 1) draft.to = next.to
}

const nearest = (today: Day, weekday: number, tense: 'past' | 'ahead'): Day => {
  const back = (weekdayOf(today) - weekday + 7) % 7
  return tense === 'ahead' && back > 0 ? today + 7 - back : today - back
}

function weekdayValue(scan: Scan, t: number, weekday: number, shift: number | null): string {
  const { today } = scan
  if (today === null) return `XXXX-WXX-${weekday}`
  const isToday = weekdayOf(today) === weekday
  if (shift === null || shift === 0) return isoDay(isToday ? today : nearest(today, weekday, tenseAt(scan, t) === 'ahead' ? 'ahead' : 'past'))
  const weeks = Math.abs(shift) - (isToday ? 0 : 1)
  return isoDay(shift > 0 ? nearest(today, weekday, 'ahead') + 7 * weeks : nearest(today, weekday, 'past') - 7 * weeks)
}

/** Takes a written date behind the day's name («(16 نوفمبر 2015)», «الموافق 12 مايو»); it decides, and must agree with the weekday. */
function takeDate(scan: Scan, t: number, draft: Draft, day: Match<'day'> | null, isNamed: boolean): boolean {
  const bracket = isNamed && scan.isMark(draft.to, '(', '[') ? 1 : 0
  const comma = isNamed && scan.isMark(draft.to, '،', ',') ? 1 : 0
  const also = isNamed ? scan.word(draft.to, 'corresponding') : 0
  const from = also || draft.to + (bracket || comma)
  const date = readDate(scan, from)
  if (!date || date.cut > 0 || (from === t && draft.why === '')) return false
  const isFull = /^[\dX]{4}-\d{2}-\d{2}$/.test(date.value)
  if (!isFull || (bracket > 0 && !scan.isMark(date.to, ')', ']'))) return false
  const written = parseDay(date.value)
  if (draft.weekday !== null && written !== null && weekdayOf(written) !== draft.weekday) draft.conflict = 'weekday-disagrees'
  else if (draft.weekday !== null && draft.conflict === 'weekday-disagrees') draft.conflict = null
  draft.conflict = date.conflict ?? draft.conflict
  if (draft.why === '') draft.why = date.why
  // «اليوم الأربعاء 18 يناير 2017» dates a report that has no date.
  if (day && written !== null) scan.today ??= written - day.item.shift
  draft.value = date.value
  draft.to = date.to + bracket
  return true
}

/** «صباح ذلك اليوم», «مساء اليوم التالي» */
function takeUnitOrBareDay(scan: Scan, draft: Draft) {
  const unit = readUnit(scan, draft.to, 'D')
  if (!unit || unit.cut > 0 || !/^\d{4}-\d{2}-\d{2}$/.test(unit.value)) return
  draft.value = unit.value
  draft.to = unit.to
}

/** «الأحد صباحا», «السبت بعد الظهر» */
function takePartBehind(scan: Scan, draft: Draft) {
  const part = scan.find(draft.to, 'part', true, ({ isAdverb }) => isAdverb)
  if (!part) return
  // «مساء» is written the same before a noun: «الأحد مساء الاثنين» are two.
  if (scan.find(part.to, 'weekday', true) || scan.find(part.to, 'day', true)) return
  draft.part = part.item.part
  draft.to = part.to
  draft.why = part.why
}

/** A part of the day alone («صباحا», «منتصف الليل»): of the report's day. */
function readAdverb(scan: Scan, t: number): Reading | null {
  const part = scan.find(t, 'part', false, ({ isAdverb }) => isAdverb)
  if (!part || scan.today === null) return null
  // A form that is also a construct stands alone only before a mark.
  const { kind } = scan.document.tokens
  if (scan.find(t, 'part', false, ({ isAdverb }) => !isAdverb)?.to === part.to && part.to < kind.length && kind[part.to] !== 'mark') return null
  return { to: part.to, cut: part.cut, type: 'TIME', value: `${isoDay(scan.today)}T${part.item.part}`, why: part.why, confidence: 0.6 }
}

/** «اليوم» that means these days: inside somebody's words without a past act, or by a verb of state. */
function isNowadays(scan: Scan, t: number, to: number): boolean {
  const { document } = scan
  if (scan.isBehind(t, 'dated today')) return false
  const sentence = document.sentences[document.tokens.sentence[t] as number]
  for (let u = Math.max(sentence?.from ?? 0, t - NOWADAYS_REACH); u < Math.min(sentence?.to ?? 0, to + NOWADAYS_REACH); u++)
    if (scan.classAt(u, 'nowadays')) return true
  const quotation = quotationAround(document, t)
  if (!quotation) return false
  for (let u = t - 1; u >= Math.max(quotation.from, t - NOWADAYS_REACH * 2); u--) if (isPerfect(scan, u)) return false
  return true
}

/** The innermost long quotation that a token stands in; O(log quotations + depth). */
function quotationAround({ quotations }: Text, t: number): Quotation | null {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle] as Quotation).open < t) low = middle + 1
    else high = middle
  }
  for (let q = low - 1; q >= 0; q = (quotations[q] as Quotation).parent) {
    const { from, to } = quotations[q] as Quotation
    if (t >= from && t < to && to - from > QUOTED) return quotations[q] as Quotation
  }
  return null
}
