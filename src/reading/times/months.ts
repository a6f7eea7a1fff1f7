import type { MonthSystem } from '../../knowledge/times.ts'
import type { TimeConflict } from '../../record.ts'
import type { Match, Scan } from './scan.ts'

/** A month's name, written once or twice. */
export interface MonthName {
  readonly month: number
  readonly system: MonthSystem
  readonly to: number
  readonly cut: number
  readonly why: string
  readonly isWeak: boolean
  readonly conflict: TimeConflict | null
}

/**
 * Reads a month's name with a second one behind it: «نوفمبر/ تشرين الثاني», «أيلول (سبتمبر)», «سبتمبر أيلول». Two different
 * months of two systems disagree (the first is kept); of one system they are two months («مايو/يونيو»), and the first is read.
 */
export function readMonthName(scan: Scan, t: number): MonthName | null {
  const first = scan.find(t, 'month')
  if (!first) return null
  const { item, why, cut } = first
  const base = { month: item.month, system: item.system, cut, why, isWeak: item.isWeak }
  const second = secondName(scan, first)
  if (!second) return { ...base, to: first.to, conflict: null }
  return { ...base, isWeak: false, to: second.to, conflict: second.month === item.month ? null : 'months-disagree' }
}

function secondName(scan: Scan, first: Match<'month'>): { month: number; to: number } | null {
  const bracket = scan.isMark(first.to, '(', '[')
  const stroke = scan.isMark(first.to, '/', '\\', '-', '–')
  const second = scan.find(first.to + (bracket || stroke ? 1 : 0), 'month', true)
  if (!second || (second.item.system === 'islamic') !== (first.item.system === 'islamic')) return null
  const isSame = second.item.month === first.item.month
  if (!isSame && (!(bracket || stroke) || second.item.system === first.item.system || first.item.system === 'islamic')) return null
  if (!bracket) return { month: second.item.month, to: second.to }
  return scan.isMark(second.to, ')', ']') ? { month: second.item.month, to: second.to + 1 } : null
}

/** A modifier behind a noun of time: how many units away, and whether it counts from a date before it in the text. */
export interface Modifier {
  readonly shift: number
  readonly to: number
  readonly isOther: boolean
}

/** «الماضي» -1, «الجاري» 0, «المقبل» 1; «السابق», «نفسه», «التالي» count from the date before. */
export function readModifier(scan: Scan, t: number): Modifier | null {
  const plain = scan.classAt(t, 'modifier', true)
  if (plain) return { shift: plain.item.amount, to: plain.to, isOther: false }
  const other = scan.classAt(t, 'other modifier', true)
  return other ? { shift: other.item.amount, to: other.to, isOther: true } : null
}
