import type { Actor, Record, Statement } from '../record.ts'
import type { Span } from '../span.ts'

const text = [
  'قال وزير النقل سليم البرقاوي للصحفيين أمس الإثنين إن الوزارة "ترفض تمويل الخط".',
  'وأضاف: "الأرقام\nلا تكفي".',
  'واتهمت رئيسة البلدية هالة المرزوقي الوزارة بالمماطلة.',
].join('\n')

const spanOf = (words: string): Span => {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`The text does not hold «${words}»`)
  return [start, start + words.length]
}
const made = { why: 'fixture', confidence: 1 }
const actor = (id: string, name: string, role: string | null): Actor => ({
  id,
  name,
  aliases: [],
  kind: 'person',
  role,
  mentions: [],
  catalogue: null,
  latin: { name: id, romanised: true },
  ...made,
})
const statement = (id: string, fields: Partial<Statement>): Statement => ({
  id,
  source: 'minister',
  sourceSpan: null,
  cue: null,
  content: [],
  type: 'direct',
  addressee: null,
  via: null,
  act: null,
  chain: [],
  when: null,
  venue: null,
  ...made,
  ...fields,
})

/** A record made by hand that holds every kind of line the output for people shows. */
export const fixture: Record = {
  id: 'ferry',
  outlet: 'صحيفة المرفأ',
  published: '2015-10-06',
  title: 'الوزارة ترفض تمويل الخط',
  url: null,
  text,
  times: [
    { span: spanOf('أمس الإثنين'), type: 'DATE', value: '2015-10-05', ...made },
    { span: spanOf('الإثنين'), type: 'DATE', value: '2015-10-05', conflict: 'weekday-disagrees', ...made },
  ],
  actors: [
    actor('minister', 'سليم البرقاوي', 'وزير النقل'),
    actor('mayor', 'هالة المرزوقي', 'رئيسة البلدية'),
    actor('ministry', 'الوزارة', null),
    actor('journalists', 'الصحفيين', null),
  ],
  statements: [
    statement('s1', {
      sourceSpan: spanOf('وزير النقل سليم البرقاوي'),
      cue: spanOf('قال'),
      content: [spanOf('إن الوزارة "ترفض تمويل الخط"')],
      type: 'mixed',
      act: 'say',
      addressee: 'journalists',
    }),
    statement('s2', { cue: spanOf('وأضاف'), content: [spanOf('الأرقام'), spanOf('لا تكفي')], act: 'continue' }),
    statement('s3', { source: null, content: [spanOf('الأرقام\nلا تكفي')], via: 'ministry' }),
  ],
  events: [
    {
      id: 'e1',
      type: 'ACCUSE',
      mode: null,
      trigger: spanOf('واتهمت'),
      actors: ['mayor'],
      recipients: ['ministry', 'minister'],
      status: 'occurred',
      factuality: 'CT+',
      when: '2015-10-05',
      where: 'بنزرت',
      source: 'minister',
      background: false,
      condition: null,
      deniedBy: null,
      ...made,
    },
  ],
  positions: [{ holder: 'minister', target: spanOf('تمويل الخط'), polarity: 'opposes', conditional: true, evidence: 's1', issue: null, ...made }],
  notices: [
    { code: 'weekday-disagrees', span: spanOf('الإثنين') },
    { code: 'text-cut', span: null },
  ],
}

/** The same report with nothing found in it. */
export const emptyFixture: Record = {
  ...fixture,
  outlet: null,
  published: null,
  title: null,
  times: [],
  actors: [],
  statements: [],
  events: [],
  positions: [],
  notices: [{ code: 'no-reporting-verb', span: null }],
}
