import type { Expectation } from '../knowledge/entry.ts'
import type { Actor, Record } from '../record.ts'
import type { Span } from '../span.ts'
import { foldName } from './names.ts'

/** One line that was read, field by field in the words of an example, with all that a field may be called by. */
export interface Reading {
  readonly why: string
  readonly fields: readonly ReadingField[]
}
export interface ReadingField {
  readonly label: string
  /** As an example would write it. */
  readonly shown: string
  readonly fits: (expected: string) => boolean
}

/** What an example's report is dated when the entry does not say otherwise: a Monday. */
export const EXAMPLE_DATE = '2015-11-16'
const NOTHING = '-'

const words = (record: Record, spans: readonly Span[]): string => spans.map(([start, end]) => record.text.slice(start, end)).join(' … ')
const actorOf = (record: Record, id: string | null): Actor | null => record.actors.find((actor) => actor.id === id) ?? null

/** Every folded form that an actor is called by in its report. */
const formsOf = (record: Record, actor: Actor | null): string[] =>
  actor === null
    ? []
    : [actor.name, ...actor.aliases, ...actor.mentions.filter(({ form }) => form !== 'pronoun').map(({ span }) => words(record, [span]))].map(foldName)

const exactly = (label: string, value: string | null): ReadingField => ({
  label,
  shown: value ?? NOTHING,
  fits: (expected) => expected === (value ?? NOTHING),
})
const folded = (label: string, value: string | null): ReadingField => ({
  label,
  shown: value ?? NOTHING,
  fits: (expected) => (expected === NOTHING ? value === null : value !== null && foldName(expected) === foldName(value)),
})
const oneActor = (record: Record, label: string, id: string | null): ReadingField => {
  const actor = actorOf(record, id)
  return {
    label,
    shown: actor?.name ?? NOTHING,
    fits: (expected) => (expected === NOTHING ? actor === null : formsOf(record, actor).includes(foldName(expected))),
  }
}

/** A list of actors, which an example divides by «،». They are compared as sets. */
const actorSet = (record: Record, label: string, ids: readonly string[]): ReadingField => {
  const actors = [...new Set(ids)].map((id) => actorOf(record, id))
  return {
    label,
    shown: actors.map((actor) => actor?.name ?? '?').join('، ') || NOTHING,
    fits: (expected) => {
      const names = expected === NOTHING ? [] : expected.split(/[\u060C,]/).map(foldName)
      const isCalled = (actor: Actor | null, name: string) => formsOf(record, actor).includes(name)
      return (
        names.length === actors.length &&
        names.every((name) => actors.some((actor) => isCalled(actor, name))) &&
        actors.every((actor) => names.some((name) => isCalled(actor, name)))
      )
    },
  }
}

function sourceField(record: Record, source: string | null, span: Span | null): ReadingField {
  const actor = actorOf(record, source)
  const written = span === null ? null : words(record, [span])
  return {
    label: 'source',
    shown: written ?? NOTHING,
    fits: (expected) => (expected === NOTHING ? span === null : span !== null && [foldName(written), ...formsOf(record, actor)].includes(foldName(expected))),
  }
}

function eventField(type: string, mode: string | null): ReadingField {
  return {
    label: 'type',
    shown: mode === null ? type : `${type}/${mode}`,
    fits: (expected) => expected === type || (mode !== null && expected === `${type}/${mode}`),
  }
}

/** The lines of one layer of a record, in the words of examples. */
export function readingsOf(record: Record, layer: string): Reading[] {
  switch (layer) {
    case 'statement':
      return record.statements.map(({ why, source, sourceSpan, content, type }) => ({
        why,
        fields: [sourceField(record, source, sourceSpan), exactly('content', words(record, content)), exactly('type', type)],
      }))
    case 'event':
      return record.events.map(({ why, type, mode, actors, recipients, status }) => ({
        why,
        fields: [eventField(type, mode), actorSet(record, 'actors', actors), actorSet(record, 'recipients', recipients), exactly('status', status)],
      }))
    case 'position':
      return record.positions.map(({ why, holder, polarity, target }) => ({
        why,
        fields: [oneActor(record, 'holder', holder), exactly('polarity', polarity), exactly('target', words(record, [target]))],
      }))
    case 'time':
      return record.times.map(({ why, span, value }) => ({ why, fields: [exactly('expression', words(record, [span])), exactly('value', value)] }))
    case 'actor':
      return record.actors.map((actor) => ({
        why: actor.why,
        fields: [oneActor(record, 'name', actor.id), exactly('kind', actor.kind), folded('role', actor.role)],
      }))
    default:
      return []
  }
}

/** The labels of the fields in which a line differs from what an example lists; fields that it leaves out may be anything. */
export const differencesOf = ({ fields }: Expectation, reading: Reading): string[] =>
  reading.fields.filter((field, i) => fields[i] !== undefined && !field.fits(fields[i] as string)).map(({ label }) => label)

/** A line as an example would write it. */
export const showReading = (layer: string, { fields, why }: Reading, withWhy = false): string =>
  `${layer}: ${fields.map(({ shown }) => shown).join(' | ')}${withWhy ? `   [${why}]` : ''}`
