import { IsnadError } from '../errors.ts'

/** One thing an example must find: `statement: source | content` is layer `statement` with two fields. */
export interface Expectation {
  readonly layer: string
  readonly fields: readonly string[]
  readonly line: number
}

/** A ✓ or ✗ sentence of an entry. */
export interface Example {
  readonly holds: boolean
  /** Written ✓? or ✗?: what a careful reader would say, which Isnad does not read yet. */
  readonly isWanted: boolean
  readonly text: string
  readonly expectations: readonly Expectation[]
  readonly line: number
}

/** One block of a knowledge file. `id` is file and head (`frames/say/قال`), numbered from the second of one head on. */
export interface Entry {
  readonly id: string
  readonly head: string
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly examples: readonly Example[]
  readonly file: string
  readonly line: number
}

/** A knowledge file: its path below the knowledge folder, without ending, and its text. */
export interface KnowledgeFile {
  readonly path: string
  readonly text: string
}

/**
 * Reads the entries of one knowledge file; the format is described in knowledge/README.md. Lines count from 1.
 * @throws IsnadError `knowledge-syntax` for a line that is no remark, entry, field or example; mend that line.
 */
export function parseEntries(file: KnowledgeFile): Entry[] {
  const entries: Entry[] = []
  const seen = new Map<string, number>()
  let head: { id: string; head: string; fields: Map<string, string[]>; examples: Example[]; line: number } | null = null
  let example: { holds: boolean; isWanted: boolean; text: string; expectations: Expectation[]; line: number } | null = null
  const fail = (line: number, message: string): never => {
    throw new IsnadError('knowledge-syntax', message, 'See knowledge/README.md for the form of a line.', { file: file.path, line })
  }
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/)
  for (let i = 0; i < lines.length; i++) {
    const raw = lines[i] ?? ''
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('==')) {
      const name = line.slice(2).trim()
      if (name === '') fail(i + 1, 'An entry has no head after ==.')
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      head = { id: `${file.path}/${name}${count > 1 ? `#${count}` : ''}`, head: name, fields: new Map(), examples: [], line: i + 1 }
      entries.push({ ...head, file: file.path })
      example = null
      continue
    }
    if (!head) {
      fail(i + 1, `«${line}» stands before the first entry (== HEAD).`)
      continue
    }
    if (line.startsWith('✓') || line.startsWith('✗')) {
      const isWanted = line.charAt(1) === '?'
      example = { holds: line.startsWith('✓'), isWanted, text: line.slice(isWanted ? 2 : 1).trim(), expectations: [], line: i + 1 }
      if (example.text === '') fail(i + 1, 'An example has no sentence.')
      head.examples.push(example)
      continue
    }
    const colon = line.indexOf(':')
    if (colon <= 0) fail(i + 1, `«${line}» is no field (key: value).`)
    const key = line.slice(0, colon).trim()
    const value = line.slice(colon + 1).trim()
    if (example && /^\s/.test(raw)) {
      example.expectations.push({ layer: key, fields: value.split('|').map((field) => field.trim()), line: i + 1 })
    } else {
      const values = head.fields.get(key)
      if (values) values.push(value)
      else head.fields.set(key, [value])
    }
  }
  return entries
}

/** The first value of a field, or null. */
export const fieldOf = (entry: Entry, key: string): string | null => entry.fields.get(key)?.[0] ?? null

/** The parts of a field's values, divided by a comma of either script. */
export const listOf = (entry: Entry, key: string): string[] =>
  (entry.fields.get(key) ?? [])
    .flatMap((value) => value.split(/[،,]/))
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-')

/** The `|`-divided columns of each line of a field. */
export const rowsOf = (entry: Entry, key: string): string[][] => (entry.fields.get(key) ?? []).map((value) => value.split('|').map((part) => part.trim()))
