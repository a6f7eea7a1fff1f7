import { sql } from 'kysely'
import type { ColumnType, Database, Engine } from '../engine.ts'

type Column = readonly [name: string, type: ColumnType, isNullable?: 'null']

const line: readonly Column[] = [
  ['key', 'key'],
  ['report', 'integer'],
  ['outlet', 'integer', 'null'],
  ['state', 'text'],
  ['moment', 'large'],
  ['day', 'text', 'null'],
  ['span_start', 'integer'],
  ['span_end', 'integer'],
  ['nth', 'integer'],
  ['sentence_start', 'integer'],
  ['sentence_end', 'integer'],
  ['why', 'text'],
  ['confidence', 'real'],
  ['correction', 'text', 'null'],
]
const span = (name: string): readonly Column[] => [
  [`${name}_start`, 'integer', 'null'],
  [`${name}_end`, 'integer', 'null'],
]

/** Tables with their columns; a column `key` is the primary key. */
const tables: { readonly [table: string]: readonly Column[] } = {
  outlets: [
    ['key', 'key'],
    ['name', 'text'],
  ],
  reports: [
    ['key', 'key'],
    ['identity', 'text'],
    ['id', 'text'],
    ['outlet', 'integer', 'null'],
    ['published', 'text', 'null'],
    ['day', 'text', 'null'],
    ['moment', 'large'],
    ['title', 'text', 'null'],
    ['url', 'text', 'null'],
    ['version', 'integer'],
    ['reading', 'integer'],
    ['suppressed', 'integer'],
    ['origin', 'integer', 'null'],
    ['story', 'integer', 'null'],
    ['stored', 'text'],
  ],
  report_versions: [
    ['key', 'key'],
    ['report', 'integer'],
    ['number', 'integer'],
    ['hash', 'text'],
    ['id', 'text'],
    ['outlet', 'text', 'null'],
    ['published', 'text', 'null'],
    ['title', 'text', 'null'],
    ['url', 'text', 'null'],
    ['text', 'text'],
    ['original', 'bytes', 'null'],
    ['stored', 'text'],
  ],
  readings: [
    ['key', 'key'],
    ['report', 'integer'],
    ['version', 'integer'],
    ['reader', 'text'],
    ['record', 'bytes'],
    ['stored', 'text'],
  ],
  corrections: [
    ['id', 'text'],
    ['made', 'text'],
    ['person', 'text'],
    ['why', 'text', 'null'],
    ['action', 'text'],
    ['report', 'integer', 'null'],
    ['version', 'integer', 'null'],
    ['subject', 'text', 'null'],
    ['value', 'text'],
  ],
  tombstones: [
    ['identity', 'text'],
    ['report', 'integer'],
    ['hash', 'text'],
    ['erased', 'text'],
    ['person', 'text'],
    ['why', 'text'],
  ],
  actors: [
    ['key', 'key'],
    ['id', 'text'],
    ['name', 'text'],
    ['kind', 'text'],
    ['catalogue', 'text', 'null'],
    ['latin', 'text'],
    ['romanised', 'integer'],
    ['canonical', 'integer'],
    ['renamed', 'text', 'null'],
    ['suppressed', 'integer'],
  ],
  actor_words: [
    ['word', 'text'],
    ['actor', 'integer'],
  ],
  report_actors: [
    ['report', 'integer'],
    ['actor', 'integer'],
    ['name', 'text'],
    ['role', 'text', 'null'],
  ],
  mentions: [
    ['report', 'integer'],
    ['actor', 'integer'],
    ['span_start', 'integer'],
    ['span_end', 'integer'],
    ['form', 'text'],
  ],
  issues: [
    ['id', 'text'],
    ['concept', 'text'],
    ['renamed', 'text', 'null'],
  ],
  statements: [
    ...line,
    ['type', 'text'],
    ['act', 'text', 'null'],
    ['speaker', 'integer', 'null'],
    ['addressee', 'integer', 'null'],
    ['via', 'integer', 'null'],
    ['content', 'text'],
    ['quotation', 'text'],
    ...span('cue'),
    ...span('source'),
    ...span('venue'),
    ['said', 'text', 'null'],
    ['chain', 'text'],
  ],
  events: [
    ...line,
    ['type', 'text'],
    ['mode', 'text', 'null'],
    ['status', 'text'],
    ['factuality', 'text'],
    ['happened', 'text', 'null'],
    ['first_day', 'text', 'null'],
    ['last_day', 'text', 'null'],
    ['place', 'text', 'null'],
    ['place_words', 'text', 'null'],
    ['claimant', 'integer', 'null'],
    ['background', 'integer'],
    ['condition', 'text', 'null'],
    ['denied_by', 'large', 'null'],
  ],
  positions: [
    ...line,
    ['holder', 'integer'],
    ['polarity', 'text'],
    ['conditional', 'integer'],
    ['target', 'text'],
    ['evidence', 'large', 'null'],
    ['issue', 'text', 'null'],
  ],
  times: [...line, ['type', 'text'], ['value', 'text'], ['conflict', 'text', 'null'], ['first_day', 'text', 'null'], ['last_day', 'text', 'null']],
  line_actors: [
    ['line', 'large'],
    ['moment', 'large'],
    ['actor', 'integer'],
    ['part', 'text'],
  ],
  origins: [
    ['key', 'key'],
    ['name', 'text'],
    ['how', 'text'],
  ],
  stories: [
    ['key', 'key'],
    ['title', 'text', 'null'],
    ['began', 'text', 'null'],
  ],
}

/** Primary keys of more than `key`. */
const primary: { readonly [table: string]: readonly string[] } = {
  corrections: ['id'],
  tombstones: ['identity'],
  issues: ['id'],
  actor_words: ['word', 'actor'],
}

const unique: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['outlets', 'name'],
  ['reports', 'identity'],
  ['report_versions', 'report', 'number'],
  ['readings', 'version', 'reader'],
  ['actors', 'id'],
]
/** For every order in which pages are asked for: what is asked by, then the sort key. */
const indexes: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['reports', 'moment', 'key'],
  ['reports', 'outlet', 'moment', 'key'],
  ['reports', 'id'],
  ['reports', 'story'],
  ['report_versions', 'hash'],
  ['readings', 'report'],
  ['corrections', 'report'],
  ['corrections', 'subject'],
  ['actors', 'canonical'],
  ['report_actors', 'report'],
  ['report_actors', 'actor'],
  ['mentions', 'report'],
  ['statements', 'moment', 'key'],
  ['statements', 'outlet', 'moment', 'key'],
  ['statements', 'act', 'moment', 'key'],
  ['events', 'moment', 'key'],
  ['events', 'outlet', 'moment', 'key'],
  ['events', 'type', 'moment', 'key'],
  ['events', 'status', 'moment', 'key'],
  ['events', 'denied_by'],
  ['positions', 'moment', 'key'],
  ['positions', 'outlet', 'moment', 'key'],
  ['positions', 'issue', 'moment', 'key'],
  ['positions', 'holder', 'moment', 'key'],
  ['line_actors', 'actor', 'part', 'moment', 'line'],
  ['line_actors', 'line'],
]

/** Everything that a ledger holds from its first version on. */
export async function createRecords(transaction: Database, { columnType, createWordIndex }: Engine): Promise<void> {
  const type = (name: ColumnType) => sql.raw(columnType(name))
  for (const [table, columns] of Object.entries(tables)) {
    const definitions = columns.map(
      ([name, kind, isNullable]) => sql`${sql.ref(name)} ${type(kind)}${sql.raw(name === 'key' ? ' primary key' : isNullable === 'null' ? '' : ' not null')}`,
    )
    const key = primary[table]
    if (key !== undefined) definitions.push(sql`primary key (${sql.join(key.map((name) => sql.ref(name)))})`)
    await sql`create table ${sql.table(table)} (${sql.join(definitions)})`.execute(transaction)
  }
  for (const [isUnique, list] of [[true, unique] as const, [false, indexes] as const])
    for (const [table, ...columns] of list) {
      const name = `${table}_${columns.join('_')}`
      await sql`create ${sql.raw(isUnique ? 'unique index' : 'index')} ${sql.ref(name)} on ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`.execute(
        transaction,
      )
    }
  await createWordIndex(transaction, 'report_words')
  await createWordIndex(transaction, 'line_words')
}
