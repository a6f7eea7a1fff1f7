import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IsnadError } from '../errors.ts'
import { EVENT_TYPES } from '../record.ts'
import type { Span } from '../span.ts'
import type { Annotated, AnnotatedActor, AnnotatedEvent, AnnotatedPosition, AnnotatedStatement, AnnotatedTime } from './score.ts'

export interface GoldActor extends AnnotatedActor {
  readonly role: string | null
}
export interface GoldStatement extends AnnotatedStatement {
  readonly id: string
  readonly cue: Span | null
  readonly addressee: string | null
  readonly via: string | null
}
export interface GoldEvent extends AnnotatedEvent {
  readonly id: string
  readonly when: string | null
  readonly where: string | null
  readonly source: string | null
}
export interface GoldPosition extends AnnotatedPosition {
  readonly conditional: boolean
  readonly evidence: string | null
}

/** A report as people annotated it. Spans are half-open, in UTF-16 code units of `text`. */
export interface Gold extends Annotated {
  readonly id: string
  readonly published: string | null
  readonly outlet: string | null
  readonly times: readonly AnnotatedTime[]
  readonly actors: readonly GoldActor[]
  readonly statements: readonly GoldStatement[]
  readonly events: readonly GoldEvent[]
  readonly positions: readonly GoldPosition[]
}

type Fields = { readonly [name: string]: unknown }
const TIME_TYPES = ['DATE', 'TIME', 'DURATION', 'SET']
const ACTOR_KINDS = ['person', 'state', 'organization', 'group', 'anonymous', 'collective']
const STATEMENT_TYPES = ['direct', 'indirect', 'mixed']
const STATUSES = ['occurred', 'ongoing', 'planned', 'conditional', 'denied']
const POLARITIES = ['supports', 'opposes']

/** Reads values out of one gold file and fails with the file and the path of the field (`events[3].trigger`). */
class GoldReader {
  private readonly file: string
  private readonly length: number
  private readonly actorIds: ReadonlySet<string>

  constructor(file: string, length: number, actorIds: ReadonlySet<string>) {
    this.file = file
    this.length = length
    this.actorIds = actorIds
  }

  fail(field: string, value: unknown, help: string): never {
    const shown = value === undefined ? 'is missing' : `cannot be ${JSON.stringify(value)?.slice(0, 80)}`
    throw new IsnadError('gold-invalid', `${this.file}: the field «${field}» ${shown}.`, help, { file: this.file })
  }

  string(fields: Fields, key: string, at = ''): string {
    const value = fields[key]
    return typeof value === 'string' && value !== '' ? value : this.fail(at + key, value, 'Write a text that is not empty.')
  }

  stringOrNull(fields: Fields, key: string, at = ''): string | null {
    const value = fields[key] ?? null
    return value === null || typeof value === 'string' ? value : this.fail(at + key, value, 'Write a text or null.')
  }

  oneOf(fields: Fields, key: string, values: readonly string[], at: string): string {
    const value = fields[key]
    return typeof value === 'string' && values.includes(value) ? value : this.fail(at + key, value, `Write one of ${values.join(', ')}.`)
  }

  list(fields: Fields, key: string, at = ''): readonly unknown[] {
    const value = fields[key]
    return Array.isArray(value) ? value : this.fail(at + key, value, 'Write a list; an empty one is [].')
  }

  items<T>(fields: Fields, key: string, make: (item: Fields, at: string) => T): T[] {
    return this.list(fields, key).map((item, i) => {
      if (typeof item !== 'object' || item === null || Array.isArray(item)) this.fail(`${key}[${i}]`, item, 'Write an object {…}.')
      return make(item as Fields, `${key}[${i}].`)
    })
  }

  span(value: unknown, field: string): Span {
    const [start, end] = Array.isArray(value) && value.length === 2 ? (value as unknown[]) : []
    const isSpan = Number.isInteger(start) && Number.isInteger(end) && (start as number) >= 0 && (start as number) < (end as number)
    if (!isSpan || (end as number) > this.length)
      this.fail(field, value, `Write [start, end) in UTF-16 code units of the text, which has ${this.length}; a span is not empty.`)
    return [start as number, end as number]
  }

  spanOrNull(fields: Fields, key: string, at: string): Span | null {
    return (fields[key] ?? null) === null ? null : this.span(fields[key], at + key)
  }

  spans(fields: Fields, key: string, at: string): Span[] {
    return this.list(fields, key, at).map((value, i) => this.span(value, `${at}${key}[${i}]`))
  }

  actor(value: unknown, field: string): string {
    return typeof value === 'string' && this.actorIds.has(value) ? value : this.fail(field, value, 'Write the id of an actor of this file.')
  }

  actorOrNull(fields: Fields, key: string, at: string): string | null {
    return (fields[key] ?? null) === null ? null : this.actor(fields[key], at + key)
  }

  actors(fields: Fields, key: string, at: string): string[] {
    return this.list(fields, key, at).map((value, i) => this.actor(value, `${at}${key}[${i}]`))
  }
}

/**
 * Makes a gold record of one JSON value. Fields that the measures do not use are left out.
 * @throws IsnadError `gold-invalid`, naming the file and the field; mend that field.
 */
export function parseGold(value: unknown, file: string): Gold {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isObject) throw new IsnadError('gold-invalid', `${file} holds no gold record.`, 'A gold file is one JSON object (docs/gold.md).', { file })
  const fields = value as Fields
  const first = new GoldReader(file, 0, new Set())
  const text = first.string(fields, 'text')
  const ids = first.items(fields, 'actors', (item, at) => first.string(item, 'id', at))
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i)
  if (twice >= 0) first.fail(`actors[${twice}].id`, ids[twice], 'Each actor has an id of its own.')
  const reader = new GoldReader(file, text.length, new Set(ids))
  return {
    id: reader.string(fields, 'id'),
    published: reader.stringOrNull(fields, 'published'),
    outlet: reader.stringOrNull(fields, 'outlet'),
    text,
    times: reader.items(fields, 'times', (item, at) => ({
      span: reader.span(item.span, `${at}span`),
      type: reader.oneOf(item, 'type', TIME_TYPES, at),
      value: reader.string(item, 'value', at),
    })),
    actors: reader.items(fields, 'actors', (item, at) => ({
      id: reader.string(item, 'id', at),
      name: reader.string(item, 'name', at),
      aliases: reader
        .list(item, 'aliases', at)
        .map((alias, i) => (typeof alias === 'string' ? alias : reader.fail(`${at}aliases[${i}]`, alias, 'Write a text.'))),
      kind: reader.oneOf(item, 'kind', ACTOR_KINDS, at),
      role: reader.stringOrNull(item, 'role', at),
    })),
    statements: reader.items(fields, 'statements', (item, at) => ({
      id: reader.string(item, 'id', at),
      source: reader.actorOrNull(item, 'source', at),
      sourceSpan: reader.spanOrNull(item, 'sourceSpan', at),
      cue: reader.spanOrNull(item, 'cue', at),
      content: reader.spans(item, 'content', at),
      type: reader.oneOf(item, 'type', STATEMENT_TYPES, at),
      addressee: reader.actorOrNull(item, 'addressee', at),
      via: reader.actorOrNull(item, 'via', at),
    })),
    events: reader.items(fields, 'events', (item, at) => ({
      id: reader.string(item, 'id', at),
      type: reader.oneOf(item, 'type', EVENT_TYPES, at),
      trigger: reader.span(item.trigger, `${at}trigger`),
      actors: reader.actors(item, 'actors', at),
      recipients: reader.actors(item, 'recipients', at),
      status: reader.oneOf(item, 'status', STATUSES, at),
      when: reader.stringOrNull(item, 'when', at),
      where: reader.stringOrNull(item, 'where', at),
      source: reader.actorOrNull(item, 'source', at),
    })),
    positions: reader.items(fields, 'positions', (item, at) => ({
      holder: reader.actor(item.holder, `${at}holder`),
      target: reader.span(item.target, `${at}target`),
      polarity: reader.oneOf(item, 'polarity', POLARITIES, at),
      conditional: item.conditional === true,
      evidence: reader.stringOrNull(item, 'evidence', at),
    })),
  }
}

/**
 * Loads every `.json` file of a folder as gold, sorted by file name.
 * @throws IsnadError `file-missing` where the folder cannot be read; `gold-invalid` for a file that is no gold record, or a
 * folder without any.
 */
export function loadGold(folder: string): Gold[] {
  let names: string[]
  try {
    names = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (cause) {
    throw new IsnadError(
      'file-missing',
      `The gold folder «${folder}» cannot be read.`,
      'Give a folder that holds one .json file a report.',
      { file: folder },
      cause,
    )
  }
  if (names.length === 0)
    throw new IsnadError('gold-invalid', `«${folder}» holds no gold file.`, 'Give a folder with one .json file a report.', { file: folder })
  return names.map((name) => {
    const file = join(folder, name)
    let value: unknown
    try {
      value = JSON.parse(readFileSync(file, 'utf8'))
    } catch (cause) {
      throw new IsnadError('gold-invalid', `${file} is no JSON: ${(cause as Error).message}.`, 'Mend the file, or take it out of the folder.', { file }, cause)
    }
    return parseGold(value, file)
  })
}
