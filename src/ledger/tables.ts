/**
 * The columns of every table, for both engines. Keys are whole numbers; flags are 0 or 1; `*_start`/`*_end` are half-open
 * offsets in UTF-16 code units of the report's current text. What each table is for stands in docs/ledger.md.
 */
export interface Tables {
  outlets: OutletRow
  reports: ReportRow
  report_versions: VersionRow
  readings: ReadingRow
  corrections: CorrectionRow
  tombstones: TombstoneRow
  actors: ActorRow
  actor_words: ActorWordRow
  report_actors: ReportActorRow
  mentions: MentionRow
  issues: IssueRow
  statements: StatementRow
  events: EventRow
  positions: PositionRow
  times: TimeRow
  line_actors: LineActorRow
  origins: OriginRow
  stories: StoryRow
  migrations: MigrationRow
}

export type LineTable = 'statements' | 'events' | 'positions' | 'times'

/** Whether a line is what the machine suggests or what a person made of it. */
export const LINE_STATES = ['suggested', 'accepted', 'edited', 'added', 'rejected'] as const
export type LineState = (typeof LINE_STATES)[number]

/** How an actor takes part in a line. */
export const ACTOR_PARTS = ['speaker', 'addressee', 'via', 'about', 'actor', 'recipient', 'claimant', 'holder'] as const
export type ActorPart = (typeof ACTOR_PARTS)[number]

export interface OutletRow {
  key: number
  name: string
}
export interface ReportRow {
  key: number
  /** What makes it one report: its address, or its outlet and id. */
  identity: string
  id: string
  outlet: number | null
  published: string | null
  /** The day as written, `2015-11-16`. */
  day: string | null
  /** Seconds since 1970; `NO_MOMENT` when the date is not known. */
  moment: number
  title: string | null
  url: string | null
  /** The version and the reading that the lines below come from. */
  version: number
  reading: number
  suppressed: number
  origin: number | null
  story: number | null
  stored: string
}
export interface VersionRow {
  key: number
  report: number
  number: number
  hash: string
  id: string
  outlet: string | null
  published: string | null
  title: string | null
  url: string | null
  text: string
  /** The report as compressed JSON, only where text columns cannot hold it unchanged (lone surrogates, U+0000). */
  original: Uint8Array | null
  stored: string
}
export interface ReadingRow {
  key: number
  report: number
  version: number
  reader: string
  /** What was read, as JSON compressed with raw deflate (RFC 1951). */
  record: Uint8Array
  stored: string
}
export interface CorrectionRow {
  id: string
  made: string
  person: string
  why: string | null
  action: string
  report: number | null
  version: number | null
  subject: string | null
  value: string
}
export interface TombstoneRow {
  /** SHA-256 of the identity of what was erased. */
  identity: string
  /** The key that the report had; it is not given again. */
  report: number
  hash: string
  erased: string
  person: string
  why: string
}
export interface ActorRow {
  key: number
  id: string
  name: string
  kind: string
  catalogue: string | null
  latin: string
  romanised: number
  /** The actor that this one was merged into, or its own key. */
  canonical: number
  /** The name a person gave it. */
  renamed: string | null
  suppressed: number
}
export interface ActorWordRow {
  word: string
  actor: number
}
export interface ReportActorRow {
  report: number
  actor: number
  name: string
  role: string | null
}
export interface MentionRow {
  report: number
  actor: number
  span_start: number
  span_end: number
  form: string
}
export interface IssueRow {
  id: string
  concept: string
  renamed: string | null
}

/** What all lines have. */
export interface LineRow {
  key: number
  report: number
  outlet: number | null
  state: LineState
  moment: number
  day: string | null
  span_start: number
  span_end: number
  /** Counts lines of one kind on the same span, from 1. */
  nth: number
  sentence_start: number
  sentence_end: number
  why: string
  confidence: number
  /** The latest correction that made the line what it is. */
  correction: string | null
}
export interface StatementRow extends LineRow {
  type: string
  act: string | null
  speaker: number | null
  addressee: number | null
  via: number | null
  /** JSON list of spans. */
  content: string
  quotation: string
  cue_start: number | null
  cue_end: number | null
  source_start: number | null
  source_end: number | null
  venue_start: number | null
  venue_end: number | null
  said: string | null
  /** JSON list of names. */
  chain: string
}
export interface EventRow extends LineRow {
  type: string
  mode: string | null
  status: string
  factuality: string
  happened: string | null
  first_day: string | null
  last_day: string | null
  place: string | null
  /** Stems of the place between blanks, for searching. */
  place_words: string | null
  claimant: number | null
  background: number
  condition: string | null
  denied_by: number | null
}
export interface PositionRow extends LineRow {
  holder: number
  polarity: string
  conditional: number
  target: string
  evidence: number | null
  issue: string | null
}
export interface TimeRow extends LineRow {
  type: string
  value: string
  conflict: string | null
  first_day: string | null
  last_day: string | null
}
export interface LineActorRow {
  line: number
  part: ActorPart
  actor: number
  moment: number
}
export interface OriginRow {
  key: number
  name: string
  how: string
}
export interface StoryRow {
  key: number
  title: string | null
  began: string | null
}
export interface MigrationRow {
  number: number
  name: string
  applied: string
}
