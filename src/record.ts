import type { Span } from './span.ts'

/** A text with its outlet and date, as it came in; `text` is never changed. */
export interface Report {
  readonly id: string
  readonly outlet: string | null
  /** ISO 8601 date, or date-time with offset; null when unknown. */
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  readonly text: string
}

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** Which knowledge entry made a line, and how sure the reader is (0–1; a rank, never the truth). */
export interface Provenance {
  readonly why: string
  readonly confidence: number
}

/** A time expression (TIMEX3, TimeML 1.2.1) resolved against the report's date. */
export interface TimeExpression extends Provenance {
  readonly span: Span
  readonly type: TimeType
  readonly value: string
  /** What the text says of this time that cannot be true together, such as a weekday that is not on its date. */
  readonly conflict?: TimeConflict
}
export type TimeConflict = 'weekday-disagrees' | 'months-disagree' | 'calendars-disagree' | 'day-impossible'

export type ActorKind = 'person' | 'state' | 'organization' | 'group' | 'anonymous' | 'collective'
export type MentionForm = 'name' | 'role' | 'pronoun' | 'metonym' | 'epithet' | 'nominal'

export interface Mention {
  readonly span: Span
  readonly form: MentionForm
  /** The form of the catalogue or of this report that was meant, where the text has a slip of one letter. */
  readonly misspelt?: string
}

/** One real-world actor of one report, with every form this report calls it by. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: ActorKind
  readonly role: string | null
  readonly mentions: readonly Mention[]
  /** Id in the catalogue of actors, when the report's words decide it. */
  readonly catalogue: string | null
  /** Name in Latin letters; `romanised` when no catalogue gives it. */
  readonly latin: { readonly name: string; readonly romanised: boolean }
  readonly why: string
  readonly confidence: number
}

export const STATEMENT_ACTS = [
  'say',
  'announce',
  'assert',
  'continue',
  'explain',
  'opine',
  'expect',
  'claim',
  'deny',
  'admit',
  'accuse',
  'condemn',
  'demand',
  'promise',
  'threaten',
  'welcome',
  'feel',
  'agree',
  'relay',
] as const
export type StatementAct = (typeof STATEMENT_ACTS)[number]
export type StatementType = 'direct' | 'indirect' | 'mixed'

/** One act of reporting: whose words (`source`), the word that reports them (`cue`), and the words (`content`). */
export interface Statement extends Provenance {
  readonly id: string
  readonly source: string | null
  readonly sourceSpan: Span | null
  readonly cue: Span | null
  readonly content: readonly Span[]
  readonly type: StatementType
  readonly addressee: string | null
  readonly via: string | null
  readonly act: StatementAct | null
  /** Who passes the words on, outermost first: outlet, medium, speaker (names as the report has them). */
  readonly chain: readonly string[]
  readonly when: string | null
  /** Where it was said: the words that name a press conference, a statement, a tweet. */
  readonly venue: Span | null
}

export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
/** PLOVER 0.8 event types. */
export type EventType = (typeof EVENT_TYPES)[number]
export type EventStatus = 'occurred' | 'ongoing' | 'planned' | 'conditional' | 'denied'
/** FactBank values, according to the one who tells it. */
export type Factuality = 'CT+' | 'PR+' | 'PS+' | 'CT-' | 'PR-' | 'PS-' | 'Uu'

/** Who did what to whom, when and where, and whose claim it is. */
export interface Event extends Provenance {
  readonly id: string
  readonly type: EventType
  readonly mode: string | null
  readonly trigger: Span
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly status: EventStatus
  readonly factuality: Factuality
  readonly when: string | null
  readonly where: string | null
  readonly source: string | null
  /** True when it happened before the report's own days. */
  readonly background: boolean
  /** The condition it hangs on, and how likely the report says that is. */
  readonly condition: Condition | null
  /** The statement that denies it. */
  readonly deniedBy: string | null
}
export interface Condition {
  readonly span: Span
  readonly setBy: string | null
  readonly likelihood: 'likely' | 'unlikely' | null
}

/** Where an actor stands, and the line it is read from. */
export interface Position extends Provenance {
  readonly holder: string
  readonly target: Span
  readonly polarity: 'supports' | 'opposes'
  readonly conditional: boolean
  readonly evidence: string | null
  readonly issue: Issue | null
}
/** A concept of the catalogue of issues with the actors and places named in the target. */
export interface Issue {
  readonly id: string
  readonly concept: string
  readonly about: readonly string[]
}

/** A doubt about the text, or the reason why nothing was read. */
export interface Notice {
  readonly code: NoticeCode
  readonly span: Span | null
}
export type NoticeCode =
  | 'not-arabic'
  | 'text-empty'
  | 'no-reporting-verb'
  | 'links-only'
  | 'quotation-unclosed'
  | 'bidi-override'
  | 'weekday-disagrees'
  | 'months-disagree'
  | 'calendars-disagree'
  | 'day-impossible'
  | 'name-misspelt'
  | 'text-cut'
  | 'no-published-date'

/** Everything read from one report. The format is described in docs/record.md. */
export interface Record extends Report {
  readonly times: readonly TimeExpression[]
  readonly actors: readonly Actor[]
  readonly statements: readonly Statement[]
  readonly events: readonly Event[]
  readonly positions: readonly Position[]
  readonly notices: readonly Notice[]
}
