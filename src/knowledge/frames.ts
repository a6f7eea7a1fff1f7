import { IsnadError } from '../errors.ts'
import { EVENT_TYPES, STATEMENT_ACTS, type EventStatus, type EventType, type StatementAct } from '../record.ts'
import { fold } from '../fold.ts'
import { fieldOf, listOf, type Entry } from './entry.ts'

/** What marks a slot: `subject`, `object`, `clause`, `quote`, `content`, or a preposition in its folded form. */
export type Marker = string

/** One meaning of a verb or noun of the frame book. */
export interface Frame {
  readonly id: string
  /** The head without its light-verb noun. */
  readonly lemma: string
  readonly part: 'verb' | 'noun'
  /** Folded words that must follow, for a light-verb phrase («أجرى محادثات»): alternatives of one head are entries of their own. */
  readonly phrase: readonly string[]
  readonly needs: readonly Marker[]
  readonly not: readonly Marker[]
  readonly act: StatementAct | null
  readonly content: readonly Marker[]
  /** The reported content begins at the verb's object: «وصف القرار بأنه خطأ». */
  readonly contentFromObject: boolean
  readonly addressee: readonly Marker[]
  readonly event: EventType | null
  readonly mode: string | null
  readonly actor: readonly Marker[]
  readonly recipient: readonly Marker[]
  readonly symmetric: boolean
  /** Who a verbal noun is annexed to: its doer («زيارة ماكرون») or whom it is done to («اعتقال الصحفي»). */
  readonly annexed: 'subject' | 'object'
  readonly status: EventStatus | null
  /** What its doer must be, when only some can do it: a `person`, a `group` (under arms), or anyone `political`. */
  readonly doer: 'person' | 'group' | 'political' | null
  /** Markers whose phrase must be a place: «انسحب من المدينة». */
  readonly place: readonly Marker[]
  /** Only the verb in the past tells an event: «سيطر على المدينة», not «يسيطر». */
  readonly isPastOnly: boolean
  /** The type where those it is done to are a group under arms or apart from a state («تدعم المقاتلين»). */
  readonly eventForGroups: EventType | null
  readonly positions: readonly { readonly polarity: 'supports' | 'opposes'; readonly target: Marker }[]
}

const ACTS = new Set<string>(STATEMENT_ACTS)
const TYPES = new Set<string>(EVENT_TYPES)
/** Types whose verbal noun is mostly annexed to whom it is done to («قصف المدنيين», «اعتقال الصحفي»). */
const DONE_TO = new Set(['ASSAULT', 'COERCE', 'SANCTION'])
const STATUSES = new Set(['occurred', 'ongoing', 'planned', 'conditional', 'denied'])

const fault = (entry: Entry, key: string, value: string, help: string): IsnadError =>
  new IsnadError('knowledge-field', `«${entry.head}»: ${key} cannot be «${value}».`, help, { file: entry.file, line: entry.line })

/**
 * Compiles one entry of the frame book.
 * @throws IsnadError `knowledge-field` for a verb without `present`, or an act, event or polarity that is not of the closed set.
 */
export function compileFrame(entry: Entry): Frame {
  const part = fieldOf(entry, 'part') ?? 'verb'
  if (part !== 'verb' && part !== 'noun') throw fault(entry, 'part', part, 'Write verb or noun.')
  if (part === 'verb' && !fieldOf(entry, 'present')) throw fault(entry, 'present', '', 'A verb needs its present, third person masculine.')
  const act = fieldOf(entry, 'act')
  if (act && !ACTS.has(act)) throw fault(entry, 'act', act, `Write one of ${STATEMENT_ACTS.join(', ')}.`)
  const [event = null, mode = null] = fieldOf(entry, 'event')?.split('/') ?? []
  if (event && !TYPES.has(event)) throw fault(entry, 'event', event, `Write one of ${EVENT_TYPES.join(', ')}.`)
  const doer = fieldOf(entry, 'doer')
  if (doer && doer !== 'person' && doer !== 'group' && doer !== 'political') throw fault(entry, 'doer', doer, 'Write person, group or political.')
  const forGroups = fieldOf(entry, 'event-for-groups')
  if (forGroups && !TYPES.has(forGroups)) throw fault(entry, 'event-for-groups', forGroups, `Write one of ${EVENT_TYPES.join(', ')}.`)
  const status = fieldOf(entry, 'status')
  if (status && !STATUSES.has(status)) throw fault(entry, 'status', status, 'Write occurred, ongoing, planned, conditional or denied.')
  const words = entry.head.split(/\s+/)
  const markers = (key: string): Marker[] => listOf(entry, key).map(fold)
  return {
    id: entry.id,
    lemma: words[0] as string,
    part,
    phrase: words.slice(1).map(fold),
    needs: markers('needs'),
    not: markers('not'),
    act: act as StatementAct | null,
    content: markers('content'),
    contentFromObject: fieldOf(entry, 'content-from') === 'object',
    addressee: markers('addressee'),
    event: event as EventType | null,
    mode,
    actor: markers('actor').length > 0 ? markers('actor') : ['subject'],
    recipient: markers('recipient'),
    symmetric: fieldOf(entry, 'symmetric') === 'yes',
    annexed:
      fieldOf(entry, 'annexed') === 'object' ||
      (fieldOf(entry, 'annexed') === null && part === 'verb' && event !== null && DONE_TO.has(event) && markers('recipient').includes('object'))
        ? 'object'
        : 'subject',
    status: status as EventStatus | null,
    doer: doer as Frame['doer'],
    place: markers('place'),
    isPastOnly: fieldOf(entry, 'tense') === 'past',
    eventForGroups: forGroups as EventType | null,
    positions: listOf(entry, 'position').map((value) => {
      const [polarity = '', target = 'object'] = value.split(/\s+/)
      if (polarity !== 'supports' && polarity !== 'opposes') throw fault(entry, 'position', value, 'Write «supports MARKER» or «opposes MARKER».')
      return { polarity, target: fold(target) }
    }),
  }
}
