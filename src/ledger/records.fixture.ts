import type { Actor, ActorKind, Event, Issue, Position, Record, Report, Statement } from '../record.ts'
import type { Span } from '../span.ts'

const made = { why: 'fixture', confidence: 1 }

/** Builds records by hand, their spans found by the words they cover. */
export function recordOf(
  report: Partial<Report> & { readonly text: string },
  build: (make: Maker) => Partial<Pick<Record, 'statements' | 'events' | 'positions' | 'times' | 'actors'>> = () => ({}),
): Record {
  const full: Report = { id: 'r1', outlet: 'المرفأ', published: '2015-10-06', title: null, url: null, ...report }
  return { ...full, times: [], actors: [], statements: [], events: [], positions: [], notices: [], ...build(makerOf(full)) }
}

export interface Maker {
  readonly at: (words: string) => Span
  readonly actor: (id: string, name: string, more?: Partial<Actor> & { readonly words?: readonly string[] }) => Actor
  readonly statement: (source: string | null, cue: string, content: string, more?: Partial<Statement>) => Statement
  readonly event: (type: Event['type'], trigger: string, actors: readonly string[], recipients: readonly string[], more?: Partial<Event>) => Event
  readonly position: (holder: string, polarity: Position['polarity'], target: string, more?: Partial<Position>) => Position
  readonly issue: (id: string, about?: readonly string[]) => Issue
}

function makerOf({ text }: Report): Maker {
  const at = (words: string): Span => {
    const start = text.indexOf(words)
    if (start === -1) throw new Error(`The text does not hold «${words}»`)
    return [start, start + words.length]
  }
  let statements = 0
  let events = 0
  return {
    at,
    actor: (id, name, { words = [], ...more } = {}) => ({
      id,
      name,
      aliases: [],
      kind: 'person' as ActorKind,
      role: null,
      mentions: [name, ...words].filter((form) => text.includes(form)).map((form) => ({ span: at(form), form: 'name' as const })),
      catalogue: null,
      latin: { name: `Latin ${id}`, romanised: true },
      ...made,
      ...more,
    }),
    statement: (source, cue, content, more = {}) => ({
      id: `s${++statements}`,
      source,
      sourceSpan: null,
      cue: at(cue),
      content: [at(content)],
      type: 'indirect',
      addressee: null,
      via: null,
      act: 'say',
      chain: [],
      when: null,
      venue: null,
      ...made,
      ...more,
    }),
    event: (type, trigger, actors, recipients, more = {}) => ({
      id: `e${++events}`,
      type,
      mode: null,
      trigger: at(trigger),
      actors,
      recipients,
      status: 'occurred',
      factuality: 'CT+',
      when: null,
      where: null,
      source: null,
      background: false,
      condition: null,
      deniedBy: null,
      ...made,
      ...more,
    }),
    position: (holder, polarity, target, more = {}) => ({
      holder,
      target: at(target),
      polarity,
      conditional: false,
      evidence: null,
      issue: null,
      ...made,
      ...more,
    }),
    issue: (id, about = []) => ({ id, concept: id, about }),
  }
}

const FERRY_TEXT = 'قال وزير النقل سليم البرقاوي إن الوزارة ترفض تمويل الخط الجديد.\nواتهمت رئيسة البلدية هالة المرزوقي الوزير بالمماطلة في بنزرت أمس.'

/** A report with every kind of line. */
export const ferry = (report: Partial<Report> = {}): Record =>
  recordOf({ id: 'ferry', text: FERRY_TEXT, ...report }, ({ actor, statement, event, position, issue, at }) => ({
    actors: [
      actor('a1', 'سليم البرقاوي', { role: 'وزير النقل', words: ['الوزير'], latin: { name: 'Salim Barqawi', romanised: true } }),
      actor('a2', 'هالة المرزوقي', { role: 'رئيسة البلدية' }),
      actor('a3', 'الوزارة', { kind: 'organization' }),
    ],
    statements: [
      statement('a1', 'قال', 'الوزارة ترفض تمويل الخط الجديد', { sourceSpan: at('وزير النقل سليم البرقاوي'), chain: ['المرفأ', 'سليم البرقاوي'] }),
      statement('a2', 'واتهمت', 'بالمماطلة', { act: 'accuse' }),
    ],
    events: [event('ACCUSE', 'واتهمت', ['a2'], ['a1'], { when: '2015-10-05', where: 'بنزرت', deniedBy: 's1' })],
    positions: [position('a1', 'opposes', 'تمويل الخط الجديد', { evidence: 's1', issue: issue('ferry-line', ['a3']) })],
    times: [{ span: at('أمس'), type: 'DATE', value: '2015-10-05', ...made }],
  }))
