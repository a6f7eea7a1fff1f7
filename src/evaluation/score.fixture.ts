import type { Record } from '../record.ts'
import { type Gold, parseGold } from './gold.ts'

const text =
  'قال وزير الخارجية الروسي سيرغي لافروف أمس إن بلاده مستعدة للحوار. وأضاف: "نريد السلام". والتقى لافروف نظيره التركي في أنقرة.\nورفضت الحكومة البريطانية المقترح الروسي. ويصل الوفد غدا.'

/** Finds words in the synthetic report's text; fails when they are not there. */
const at = (words: string): [number, number] => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`«${words}» does not stand in the text.`)
  return [start, start + words.length]
}

/** A small report of this project's own, annotated by hand. */
export const gold: Gold = parseGold(
  {
    id: 'synthetic',
    published: '2015-11-16',
    outlet: null,
    text,
    times: [
      { span: at('أمس'), type: 'DATE', value: '2015-11-15' },
      { span: at('غدا'), type: 'DATE', value: '2015-11-17' },
    ],
    actors: [
      { id: 'a1', name: 'سيرغي لافروف', aliases: ['لافروف', 'وزير الخارجية الروسي'], kind: 'person', role: 'وزير الخارجية الروسي' },
      { id: 'a2', name: 'نظيره التركي', aliases: [], kind: 'person', role: null },
      { id: 'a3', name: 'بريطانيا', aliases: ['الحكومة البريطانية'], kind: 'state', role: null },
      { id: 'a4', name: 'روسيا', aliases: ['بلاده'], kind: 'state', role: null },
    ],
    statements: [
      {
        id: 's1',
        source: 'a1',
        sourceSpan: at('وزير الخارجية الروسي سيرغي لافروف'),
        cue: at('قال'),
        content: [at('إن بلاده مستعدة للحوار')],
        type: 'indirect',
        addressee: null,
        via: null,
      },
      { id: 's2', source: 'a1', sourceSpan: null, cue: at('وأضاف'), content: [at('نريد السلام')], type: 'direct', addressee: null, via: null },
    ],
    events: [
      {
        id: 'e1',
        type: 'CONSULT',
        trigger: at('والتقى'),
        actors: ['a1'],
        recipients: ['a2'],
        status: 'occurred',
        when: null,
        where: 'أنقرة',
        source: null,
      },
      { id: 'e2', type: 'REJECT', trigger: at('ورفضت'), actors: ['a3'], recipients: ['a4'], status: 'occurred', when: null, where: null, source: null },
    ],
    positions: [{ holder: 'a3', target: at('المقترح الروسي'), polarity: 'opposes', conditional: false, evidence: 'e2' }],
  },
  'synthetic.json',
)

const sure = { confidence: 0.9 }
const event = { mode: null, factuality: 'CT+', when: null, where: null, source: null, background: false, condition: null, deniedBy: null, ...sure } as const
const statement = { cue: null, addressee: null, via: null, act: null, chain: [], when: null, venue: null, ...sure } as const
const actor = { role: null, catalogue: null, latin: { name: '', romanised: true }, why: 'names/shape', mentions: [], ...sure } as const

/** What an imperfect reader might make of it: one value, one source, one side and one kind wrong, an event too many. */
export const record: Record = {
  id: 'synthetic',
  published: '2015-11-16',
  outlet: null,
  title: null,
  url: null,
  text,
  times: [
    { span: at('أمس'), type: 'DATE', value: '2015-11-15', why: 'times/relative/أمس', ...sure },
    { span: at('غدا'), type: 'DATE', value: '2015-11-18', why: 'times/relative/غدا', ...sure },
  ],
  actors: [
    { id: 'x1', name: 'سيرغي لافروف', aliases: ['لافروف'], kind: 'person', ...actor },
    { id: 'x2', name: 'الحكومة البريطانية', aliases: [], kind: 'organization', ...actor, why: 'names/heads/حكومة' },
    { id: 'x3', name: 'روسيا', aliases: ['وزير الخارجية الروسي'], kind: 'state', ...actor },
  ],
  statements: [
    {
      id: 's1',
      source: 'x1',
      sourceSpan: at('سيرغي لافروف'),
      content: [at('بلاده مستعدة للحوار')],
      type: 'indirect',
      why: 'frames/say/قال',
      ...statement,
    },
    { id: 's2', source: 'x2', sourceSpan: null, content: [at('نريد السلام')], type: 'direct', why: 'frames/say/أضاف', ...statement },
    { id: 's3', source: null, sourceSpan: null, content: [at('الوفد غدا')], type: 'indirect', why: 'frames/say/قال', ...statement },
  ],
  events: [
    { id: 'e1', type: 'CONSULT', trigger: at('التقى'), actors: ['x1'], recipients: [], status: 'planned', why: 'frames/consult/التقى', ...event },
    { id: 'e2', type: 'REJECT', trigger: at('ورفضت'), actors: ['x2'], recipients: ['x3'], status: 'occurred', why: 'frames/reject/رفض', ...event },
    { id: 'e3', type: 'CONSULT', trigger: at('يصل'), actors: ['x3'], recipients: [], status: 'ongoing', why: 'frames/consult/وصل', ...event },
  ],
  positions: [{ holder: 'x2', target: at('المقترح'), polarity: 'opposes', conditional: false, evidence: null, issue: null, why: 'frames/reject/رفض', ...sure }],
  notices: [],
}
