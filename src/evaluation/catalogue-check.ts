import { fold } from '../fold.ts'
import { formWords } from '../knowledge/catalogue.ts'
import { fieldOf, listOf, rowsOf, type Entry } from '../knowledge/entry.ts'
import type { Problem } from './problem.ts'

/** Orders two ISO dates by what both state: a year and a day of it are equal. */
function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  const [x, y] = [a.slice(0, length), b.slice(0, length)]
  return x < y ? -1 : x > y ? 1 : 0
}

interface Tenure {
  readonly entry: Entry
  readonly from: string
  readonly to: string
}
const FOREVER = '9999'
const ALWAYS = '0000'

/** Tells whether two people held one office at once; a handover on one day (or in one year, where no more is stated) is none. */
const overlaps = (a: Tenure, b: Tenure): boolean => compareDates(a.from || ALWAYS, b.to || FOREVER) < 0 && compareDates(b.from || ALWAYS, a.to || FOREVER) < 0

const problem = (entry: Entry, message: string): Problem => ({
  code: 'catalogue',
  file: entry.file,
  line: entry.line,
  entry: entry.id,
  message,
  details: [],
})

/** Checks what the catalogue of actors must hold as a whole: ids given once and known, offices held by one, forms that name one. */
export function checkCatalogue(entries: readonly Entry[]): Problem[] {
  return [...checkIds(entries), ...checkOffices(entries), ...checkForms(entries)]
}

function checkIds(entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = []
  const byId = new Map<string, Entry>()
  for (const entry of entries) {
    const id = fieldOf(entry, 'id')
    if (id === null) continue
    const earlier = byId.get(id)
    if (earlier) problems.push(problem(entry, `The id «${id}» is given twice: here and ${earlier.file}.txt:${earlier.line}.`))
    else byId.set(id, entry)
    if (!/^(?:[A-Z]{2,3}|[a-z0-9]+(?:-[a-z0-9]+)*)$/.test(id))
      problems.push(problem(entry, `The id «${id}» is not of lower-case Latin letters, digits and hyphens, nor an ISO 3166 code.`))
  }
  for (const entry of entries)
    for (const [key, id] of [
      ['part-of', fieldOf(entry, 'part-of')],
      ['country', fieldOf(entry, 'country')],
      ...rowsOf(entry, 'role').map((row): [string, string | null] => ['role', row[1] ?? null]),
    ] as [string, string | null][])
      if (id !== null && id !== '' && !byId.has(id)) problems.push(problem(entry, `${key}: no entry of the catalogue has the id «${id}».`))
  return problems
}

function checkOffices(entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = []
  const offices = new Map<string, Tenure[]>()
  for (const entry of entries)
    for (const [title = '', holder = '', dates = '', exclusive = ''] of rowsOf(entry, 'role')) {
      const [from = '', to = ''] = dates.split('..').map((date) => date.trim())
      if (![from, to].every((date) => date === '' || /^\d{4}(?:-\d{2}){0,2}$/.test(date)))
        problems.push(problem(entry, `role: «${dates}» is not FROM..TO in ISO dates (year, year-month or year-month-day).`))
      else if (from !== '' && to !== '' && compareDates(from, to) > 0) problems.push(problem(entry, `role: «${dates}» ends before it begins.`))
      if (exclusive !== 'exclusive') continue
      const key = `${fold(title)} | ${holder}`
      const tenure = { entry, from, to }
      const others = offices.get(key) ?? []
      offices.set(key, others)
      for (const other of others)
        if (other.entry !== entry && overlaps(tenure, other))
          problems.push(
            problem(
              entry,
              `The office «${title} | ${holder}» (exclusive) was held by ${other.entry.id} (${other.from}..${other.to}) at the same time (${dates}).`,
            ),
          )
      others.push(tenure)
    }
  return problems
}

/**
 * A form names one actor. Shared ones are allowed where the report's own words must decide: weak aliases, aliases of people
 * only (a family name), and places.
 */
function checkForms(entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = []
  const owners = new Map<string, { entry: Entry; isAlias: boolean }[]>()
  for (const entry of entries) {
    if (fieldOf(entry, 'kind') === 'place') continue
    const weak = new Set(listOf(entry, 'weak-alias').map((form) => formWords(form).join(' ')))
    const add = (form: string, isAlias: boolean) => {
      const key = formWords(form).join(' ')
      if (weak.has(key)) return
      const known = owners.get(key) ?? []
      owners.set(key, known)
      if (!known.some((owner) => owner.entry === entry)) known.push({ entry, isAlias })
    }
    for (const form of [entry.head, ...listOf(entry, 'variant')]) add(form, false)
    for (const key of ['alias', 'seat']) for (const form of listOf(entry, key)) add(form, true)
  }
  for (const [form, known] of owners) {
    if (known.length < 2) continue
    if (known.every(({ entry, isAlias }) => isAlias && fieldOf(entry, 'kind') === 'person')) continue
    const [first, ...others] = known.map(({ entry }) => entry) as [Entry, ...Entry[]]
    for (const other of others)
      problems.push(problem(other, `«${form}» already names ${first.id} (${first.file}.txt:${first.line}). Make it a weak-alias of one of them.`))
  }
  return problems
}
