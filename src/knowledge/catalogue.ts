import { fold } from '../fold.ts'
import { IsnadError } from '../errors.ts'
import type { Gender } from './conjugation.ts'
import { fieldOf, listOf, rowsOf, type Entry } from './entry.ts'

export type CatalogueKind = 'person' | 'state' | 'organization' | 'group' | 'place'

/** An office held: title without its state, the state or body, and the ISO dates between which it was held. */
export interface Office {
  readonly title: string
  readonly holder: string
  readonly from: string
  readonly to: string
}

/** One actor or place of knowledge/actors. */
export interface CatalogueEntry {
  readonly id: string
  readonly why: string
  readonly kind: CatalogueKind
  readonly name: string
  readonly latin: string | null
  readonly gender: Gender | null
  readonly country: string | null
  readonly partOf: string | null
  readonly offices: readonly Office[]
}

/** How a written form calls its actor. */
export type FormKind = 'name' | 'alias' | 'weak' | 'seat'
export interface CatalogueForm {
  readonly words: readonly string[]
  readonly kind: FormKind
  readonly entries: readonly CatalogueEntry[]
}

export interface Catalogue {
  readonly entries: ReadonlyMap<string, CatalogueEntry>
  /** Forms by their first folded word, longest first. */
  readonly forms: ReadonlyMap<string, readonly CatalogueForm[]>
  /** First words of forms that carry the article («الأزهر», but not «ألمانيا»). */
  readonly articled: ReadonlySet<string>
  /** Folded adjective of a state («روسي», «روسيه», plurals) → state id. */
  readonly demonyms: ReadonlyMap<string, string>
  /** Folded plural of a people («الروس», without article) → state id. */
  readonly peoples: ReadonlyMap<string, string>
  /** Titles of offices by their folded words without article. */
  readonly officeTitles: ReadonlyMap<string, string>
  /** Holders of an office: `folded title|state or body` → offices with their holder, by date. */
  readonly holders: ReadonlyMap<string, readonly { readonly person: CatalogueEntry; readonly office: Office }[]>
}

const KINDS = new Set(['person', 'state', 'organization', 'group', 'place'])

/**
 * Compiles the catalogue of actors.
 * @throws IsnadError `knowledge-field` for an unknown kind or a missing id, `knowledge-duplicate` for an id given twice.
 */
export function compileCatalogue(all: readonly Entry[], article: string): Catalogue {
  const officeTitles = new Map<string, string>()
  const articled = new Set<string>()
  const entries = new Map<string, CatalogueEntry>()
  const forms = new Map<string, Map<string, { words: string[]; kind: FormKind; entries: CatalogueEntry[] }>>()
  const demonyms = new Map<string, string>()
  const peoples = new Map<string, string>()
  const holders = new Map<string, { person: CatalogueEntry; office: Office }[]>()
  const addForm = (text: string, kind: FormKind, entry: CatalogueEntry) => {
    const words = formWords(text)
    const first = words[0]
    if (!first) return
    if (text.startsWith(article)) articled.add(first)
    const same = forms.get(first) ?? new Map()
    forms.set(first, same)
    const key = words.join(' ')
    const known = same.get(key)
    if (!known) same.set(key, { words, kind, entries: [entry] })
    else if (!known.entries.includes(entry)) {
      known.entries.push(entry)
      // A form shared by several is only as strong as its weakest use; a state's own name beats a seat.
      if (kind === 'weak') known.kind = 'weak'
    }
  }
  for (const source of all) {
    const place = { file: source.file, line: source.line }
    const kind = fieldOf(source, 'kind') ?? ''
    if (!KINDS.has(kind))
      throw new IsnadError('knowledge-field', `«${source.head}»: kind cannot be «${kind}».`, `Write one of ${[...KINDS].join(', ')}.`, place)
    const id = fieldOf(source, 'id') ?? (kind === 'place' ? `place:${fold(source.head)}` : null)
    if (!id) throw new IsnadError('knowledge-field', `«${source.head}» has no id.`, 'Give it one: lower-case Latin letters, digits and hyphens.', place)
    if (entries.has(id))
      throw new IsnadError(
        'knowledge-duplicate',
        `The id «${id}» is given twice (${entries.get(id)?.why}, ${source.id}).`,
        'Merge the two entries, or give one of them another id.',
        place,
      )
    const entry: CatalogueEntry = {
      id,
      why: source.id,
      kind: kind as CatalogueKind,
      name: source.head,
      latin: fieldOf(source, 'latin'),
      gender: fieldOf(source, 'gender') as Gender | null,
      country: fieldOf(source, 'country'),
      partOf: fieldOf(source, 'part-of'),
      offices: rowsOf(source, 'role').map(([title = '', holder = '', dates = '']) => {
        const [from = '', to = ''] = dates.split('..')
        return { title, holder, from: from.trim(), to: to.trim() }
      }),
    }
    entries.set(id, entry)
    const weak = new Set(listOf(source, 'weak-alias').map(fold))
    for (const form of [source.head, ...listOf(source, 'variant')]) if (!weak.has(fold(form))) addForm(form, 'name', entry)
    for (const form of listOf(source, 'alias')) if (!weak.has(fold(form))) addForm(form, 'alias', entry)
    for (const form of listOf(source, 'seat')) if (!weak.has(fold(form))) addForm(form, 'seat', entry)
    for (const form of listOf(source, 'weak-alias')) addForm(form, 'weak', entry)
    for (const [i, form] of listOf(source, 'demonym').entries()) {
      if (!demonyms.has(fold(form))) demonyms.set(fold(form), id)
      if (i >= 2) peoples.set(fold(form), id)
    }
    for (const office of entry.offices) {
      const key = `${fold(office.title)}|${office.holder}`
      const list = holders.get(key) ?? []
      list.push({ person: entry, office })
      officeTitles.set(
        fold(office.title)
          .split(' ')
          .map((word) => (word.startsWith(article) && word.length > article.length + 2 ? word.slice(article.length) : word))
          .join(' '),
        office.title,
      )
      holders.set(key, list)
    }
  }
  const byFirst = new Map<string, CatalogueForm[]>()
  for (const [first, same] of forms)
    byFirst.set(
      first,
      [...same.values()].sort((a, b) => b.words.length - a.words.length),
    )
  return { entries, forms: byFirst, articled, demonyms, peoples, officeTitles, holders }
}

/** The folded words of a form, as the tokenizer would part them. */
export const formWords = (text: string): string[] =>
  fold(text)
    .split(/[\s\-./"«»()،_]+/)
    .filter((word) => word !== '')

/** Who held an office on a date (ISO; a year alone means the whole year); null when nobody, or more than one, is known. */
export function holderOn(catalogue: Catalogue, title: string, holder: string, date: string | null): CatalogueEntry | null {
  const offices = catalogue.holders.get(`${fold(title)}|${holder}`)
  if (!offices || !date) return null
  const day = date.slice(0, 10)
  const found = offices.filter(
    ({ office }) =>
      (office.from === '' || office.from <= day.slice(0, office.from.length)) && (office.to === '' || day.slice(0, office.to.length) <= office.to),
  )
  const people = [...new Set(found.map(({ person }) => person))]
  return people.length === 1 ? (people[0] as CatalogueEntry) : null
}
