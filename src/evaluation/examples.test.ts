import { expect, test } from 'vitest'
import { type Entry, parseEntries } from '../knowledge/entry.ts'
import type { Actor, Event, Position, Record, Report, Statement, TimeExpression } from '../record.ts'
import { runExamples } from './examples.ts'

const WHY = 'frames/try/اتهم'
const TEXT = 'اتهمت واشنطن موسكو بقصف المدنيين.'
const at = (words: string, text = TEXT): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]

const entryOf = (lines: readonly string[], path = 'frames/try', head = 'اتهم'): Entry => parseEntries({ path, text: [`== ${head}`, ...lines].join('\n') })[0]!
const actor = (id: string, name: string, values: Partial<Actor> = {}): Actor => ({
  id,
  name,
  aliases: [],
  kind: 'state',
  role: null,
  mentions: [],
  catalogue: null,
  latin: { name: '', romanised: true },
  why: 'actors/states/x',
  confidence: 1,
  ...values,
})
const event = (values: Partial<Event> = {}): Event => ({
  id: 'e1',
  type: 'ACCUSE',
  mode: null,
  trigger: at('اتهمت'),
  actors: ['a1'],
  recipients: ['a2'],
  status: 'occurred',
  factuality: 'CT+',
  when: null,
  where: null,
  source: null,
  background: false,
  condition: null,
  deniedBy: null,
  why: WHY,
  confidence: 1,
  ...values,
})
const statement = (values: Partial<Statement> = {}): Statement => ({
  id: 's1',
  source: 'a1',
  sourceSpan: at('واشنطن'),
  cue: at('اتهمت'),
  content: [at('قصف المدنيين')],
  type: 'indirect',
  addressee: null,
  via: null,
  act: 'accuse',
  chain: [],
  when: null,
  venue: null,
  why: WHY,
  confidence: 1,
  ...values,
})
const position: Position = {
  holder: 'a1',
  target: at('قصف المدنيين'),
  polarity: 'opposes',
  conditional: false,
  evidence: null,
  issue: null,
  why: WHY,
  confidence: 1,
}
const ACTORS = [actor('a1', 'الولايات المتحدة', { aliases: ['واشنطن'] }), actor('a2', 'روسيا', { aliases: ['موسكو'] })]
const recordOf = (report: Report, values: Partial<Record> = {}): Record => ({
  ...report,
  times: [],
  actors: ACTORS,
  statements: [],
  events: [],
  positions: [],
  notices: [],
  ...values,
})

/** Runs a ✓ with these lines below it over a reader that gives these values; the failures, each as `code: message`. */
const check = (lines: readonly string[], values: Partial<Record>) =>
  runExamples([entryOf([`✓ ${TEXT}`, ...lines.map((line) => `  ${line}`)])], (report) => recordOf(report, values)).problems.map(
    ({ code, message }) => `${code}: ${message}`,
  )

test('an example holds when its entry gives exactly what it lists', () => {
  const values = { statements: [statement()], events: [event()], positions: [position] }
  expect(
    check(['statement: واشنطن | قصف المدنيين | indirect', 'event: ACCUSE | واشنطن | موسكو | occurred', 'position: واشنطن | opposes | قصف المدنيين'], values),
  ).toEqual([])
})

test('layers that an example does not list are not looked at', () => {
  expect(check(['event: ACCUSE | واشنطن | موسكو'], { events: [event()], statements: [statement(), statement()] })).toEqual([])
})

test('lines of other entries do not count, and are shown where the entry gives nothing', () => {
  const { problems } = runExamples([entryOf([`✓ ${TEXT}`, '  event: ACCUSE | واشنطن | موسكو'])], (report) =>
    recordOf(report, { events: [event({ why: 'frames/other/اتهم' })] }),
  )
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ code: 'example-nothing', file: 'frames/try', line: 2, entry: WHY, message: 'nothing: the entry gives no event' })
  expect(problems[0]?.details).toEqual([
    `✓ ${TEXT}`,
    'expected  event: ACCUSE | واشنطن | موسكو',
    'instead   event: ACCUSE | الولايات المتحدة | روسيا | occurred   [frames/other/اتهم]',
  ])
})

test('a part says which fields differ', () => {
  expect(check(['event: ACCUSE | واشنطن | موسكو | planned'], { events: [event({ recipients: [] })] })).toEqual([
    'example-part: only a part: recipients, status',
  ])
})

test('a line of which nothing fits is still a part, not nothing', () => {
  expect(check(['event: REJECT | موسكو | -'], { events: [event()] })).toEqual(['example-part: only a part: type, actors, recipients'])
})

test('lines that are missing beside others are a part', () => {
  expect(check(['event: ACCUSE | واشنطن | موسكو', 'event: ACCUSE | موسكو | واشنطن'], { events: [event()] })).toEqual([
    'example-part: only a part: 1 of 2 lines missing',
  ])
})

test('more lines than listed are more than one reading', () => {
  expect(check(['event: ACCUSE | واشنطن | موسكو'], { events: [event(), event({ id: 'e2', actors: ['a2'] })] })).toEqual([
    'example-more: more than one reading: 2 lines «event», 1 listed',
  ])
})

test('actors are compared as sets, by any form and without hamza or marks', () => {
  const both = event({ actors: ['a2', 'a1'], recipients: [] })
  expect(check(['event: ACCUSE | الولايات المتّحدة، روسيا | -'], { events: [both] })).toEqual([])
  expect(check(['event: ACCUSE | واشنطن، واشنطن | -'], { events: [both] })).toEqual(['example-part: only a part: actors'])
})

test('a type may be given with its mode or without', () => {
  const events = [event({ type: 'ASSAULT', mode: 'aerial' })]
  expect(check(['event: ASSAULT | واشنطن | موسكو'], { events })).toEqual([])
  expect(check(['event: ASSAULT/aerial | واشنطن | موسكو'], { events })).toEqual([])
  expect(check(['event: ASSAULT/ground | واشنطن | موسكو'], { events })).toEqual(['example-part: only a part: type'])
})

test('the source «-» asks that the sentence names none', () => {
  expect(check(['statement: - | قصف المدنيين'], { statements: [statement({ sourceSpan: null })] })).toEqual([])
  expect(check(['statement: - | قصف المدنيين'], { statements: [statement()] })).toEqual(['example-part: only a part: source'])
  expect(check(['statement: واشنطن | قصف المدنيين'], { statements: [statement({ sourceSpan: null })] })).toEqual(['example-part: only a part: source'])
})

test('content must agree letter for letter; several slices are joined by …', () => {
  const statements = [statement({ content: [at('قصف'), at('المدنيين')] })]
  expect(check(['statement: واشنطن | قصف … المدنيين'], { statements })).toEqual([])
  expect(check(['statement: واشنطن | قصف المدنيين'], { statements })).toEqual(['example-part: only a part: content'])
})

test('a time is its expression and value', () => {
  const time: TimeExpression = { span: at('المدنيين'), type: 'DATE', value: '2015-11-15', why: WHY, confidence: 1 }
  expect(check(['time: المدنيين | 2015-11-15'], { times: [time] })).toEqual([])
  expect(check(['time: المدنيين | 2015-11-16'], { times: [time] })).toEqual(['example-part: only a part: value'])
})

test('an actor line asks for such an actor, whatever made it and whoever else there is', () => {
  const actors = [...ACTORS, actor('a3', 'سيرغي لافروف', { kind: 'person', role: 'وزير الخارجية الروسي' })]
  expect(check(['actor: سيرغي لافروف | person | وزير الخارجية الروسي'], { actors })).toEqual([])
  expect(check(['actor: سيرغي لافروف | group | -'], { actors })).toEqual(['example-part: only a part: kind, role'])
  expect(check(['actor: سيرغي شويغو | person | -'], { actors })).toEqual(['example-nothing: nothing: there is no actor of this name'])
})

test('a ✗ holds when its entry gives nothing, whatever other entries give', () => {
  const run = (values: Partial<Record>) => runExamples([entryOf([`✗ ${TEXT}`])], (report) => recordOf(report, values))
  expect(run({ events: [event({ why: 'frames/other/x' })] })).toEqual({ examples: 1, passed: 1, wanted: 0, problems: [] })
  expect(run({ events: [event()], statements: [statement()] }).problems[0]).toMatchObject({
    code: 'example-found',
    message: '✗ must give nothing, and gives 2',
    details: [`✗ ${TEXT}`, 'found     statement: واشنطن | قصف المدنيين | indirect', 'found     event: ACCUSE | الولايات المتحدة | روسيا | occurred'],
  })
  expect(run({ actors: [actor('a1', 'شيء', { why: WHY })] }).passed).toBe(0)
})

test('in a file of examples alone every entry’s lines count', () => {
  const entry = entryOf([`✓ ${TEXT}`, '  event: ACCUSE | واشنطن | موسكو'], 'frames/meet.examples', 'two frames')
  expect(runExamples([entry], (report) => recordOf(report, { events: [event({ why: 'frames/other/x' })] })).passed).toBe(1)
})

test('examples are read as of Monday 2015-11-16, or of the entry’s own date', () => {
  const dates: (string | null)[] = []
  const readExample = (report: Report) => {
    dates.push(report.published)
    return recordOf(report)
  }
  for (const lines of [[], ['published: 2018-02-03'], ['published: -']]) runExamples([entryOf([...lines, `✗ ${TEXT}`])], readExample)
  expect(dates).toEqual(['2015-11-16', '2018-02-03', null])
})

test('an exception of the reader fails its example and stops no other', () => {
  const entry = entryOf(['✗ واحد.', '✗ اثنان.'])
  const { examples, passed, problems } = runExamples([entry], (report) => {
    if (report.text === 'واحد.') throw new Error('boom')
    return recordOf(report)
  })
  expect([examples, passed]).toEqual([2, 1])
  expect(problems[0]).toMatchObject({ code: 'example-crash', message: 'reading failed: boom' })
})

test('an example marked ? is not read yet; when it holds, the mark is a problem', () => {
  const run = (values: Partial<Record>) => runExamples([entryOf([`✗? ${TEXT}`])], (report) => recordOf(report, values))
  expect(run({ events: [event()] })).toEqual({ examples: 1, passed: 0, wanted: 1, problems: [] })
  expect(run({}).problems.map(({ code }) => code)).toEqual(['example-learnt'])
  expect(run({}).passed).toBe(0)
})
