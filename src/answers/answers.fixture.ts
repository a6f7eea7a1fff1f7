import type { Record } from '../record.ts'
import { recordOf } from '../ledger/records.fixture.ts'

const minister = { role: 'وزير النقل', latin: { name: 'Salim Barqawi', romanised: true } } as const

/** A small archive of invented reports over two weeks and three outlets, with changes of mind, a denial and a plan. */
export const archive: readonly Record[] = [
  recordOf(
    {
      id: 'a1',
      outlet: 'المرفأ',
      published: '2015-10-05',
      title: 'الخط الجديد',
      url: 'https://marfa.example/1',
      text: 'قال وزير النقل سليم البرقاوي إن الوزارة ترفض تمويل الخط الجديد. وأعلنت رئيسة البلدية هالة المرزوقي أنها تؤيد تمويل الخط الجديد.',
    },
    ({ actor, statement, position, issue }) => ({
      actors: [actor('m', 'سليم البرقاوي', minister), actor('h', 'هالة المرزوقي', { role: 'رئيسة البلدية' })],
      statements: [statement('m', 'قال', 'الوزارة ترفض تمويل الخط الجديد'), statement('h', 'وأعلنت', 'تؤيد تمويل الخط الجديد', { act: 'announce' })],
      positions: [
        position('m', 'opposes', 'تمويل الخط الجديد', { evidence: 's1', issue: issue('ferry-line') }),
        position('h', 'supports', 'تمويل الخط الجديد', { evidence: 's2', issue: issue('ferry-line') }),
      ],
    }),
  ),
  recordOf(
    {
      id: 'b1',
      outlet: 'الشاطئ',
      published: '2015-10-05',
      url: 'https://shati.example/1',
      text: 'أكد سليم البرقاوي دعم الوزارة لتمويل الخط الجديد في بنزرت. وستزور هالة المرزوقي مدينة بنزرت يوم 12 أكتوبر للقاء سليم البرقاوي.',
    },
    ({ actor, statement, event, position, issue }) => ({
      actors: [actor('m', 'سليم البرقاوي', minister), actor('h', 'هالة المرزوقي')],
      statements: [statement('m', 'أكد', 'دعم الوزارة لتمويل الخط الجديد', { act: 'assert' })],
      events: [event('CONSULT', 'للقاء', ['h'], ['m'], { status: 'planned', when: '2015-10-12', where: 'بنزرت' })],
      positions: [position('m', 'supports', 'لتمويل الخط الجديد', { evidence: 's1', issue: issue('ferry-line') })],
    }),
  ),
  recordOf(
    {
      id: 'a2',
      outlet: 'المرفأ',
      published: '2015-10-13T08:00+01:00',
      title: 'لقاء في بنزرت',
      url: 'https://marfa.example/2',
      text: 'التقت هالة المرزوقي أمس سليم البرقاوي في بنزرت. واتهمت هالة المرزوقي شركة الموانئ الوطنية بتأخير المشروع. وقال الوزير إنه يؤيد تمويل الخط الجديد.',
    },
    ({ actor, statement, event, position, issue }) => ({
      actors: [actor('m', 'سليم البرقاوي', minister), actor('h', 'هالة المرزوقي'), actor('c', 'شركة الموانئ الوطنية', { kind: 'organization' })],
      statements: [statement('h', 'واتهمت', 'شركة الموانئ الوطنية بتأخير المشروع', { act: 'accuse' }), statement('m', 'وقال', 'يؤيد تمويل الخط الجديد')],
      events: [
        event('CONSULT', 'التقت', ['h'], ['m'], { when: '2015-10-12', where: 'بنزرت' }),
        event('ACCUSE', 'واتهمت', ['h'], ['c'], { when: '2015-10-13' }),
      ],
      positions: [position('m', 'supports', 'تمويل الخط الجديد', { evidence: 's2', issue: issue('ferry-line') })],
    }),
  ),
  recordOf(
    {
      id: 'c1',
      outlet: 'الأفق',
      published: '2015-10-14',
      url: 'https://ufuq.example/1',
      text: 'نفت شركة الموانئ الوطنية تأخير المشروع. وقالت هالة المرزوقي «لن نقبل بأي تأخير في المشروع بعد اليوم».',
    },
    ({ actor, statement, event }) => ({
      actors: [actor('h', 'هالة المرزوقي'), actor('c', 'شركة الموانئ الوطنية', { kind: 'organization' })],
      statements: [
        statement('c', 'نفت', 'تأخير المشروع', { act: 'deny' }),
        statement('h', 'وقالت', 'لن نقبل بأي تأخير في المشروع بعد اليوم', { type: 'direct' }),
      ],
      events: [event('REJECT', 'نفت', ['c'], [], { deniedBy: 's1' })],
    }),
  ),
  recordOf(
    {
      id: 'b2',
      outlet: 'الشاطئ',
      published: '2015-10-14',
      url: 'https://shati.example/2',
      text: 'قالت المرزوقي: «لن نقبل أي تأخير للمشروع بعد اليوم»، بحسب الشاطئ.',
    },
    ({ actor, statement }) => ({
      actors: [actor('h', 'هالة المرزوقي', { words: ['المرزوقي'] })],
      statements: [statement('h', 'قالت', 'لن نقبل أي تأخير للمشروع بعد اليوم', { type: 'direct' })],
    }),
  ),
]
