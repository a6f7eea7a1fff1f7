import { expect, test } from 'vitest'
import type { Record, Report } from '../record.ts'
import { record } from './score.fixture.ts'
import { findSpanFaults } from './span-check.ts'
import { describeSurvey, surveyAsJson } from './survey-report.ts'
import { mostFrequent, openSurvey, surveyReport } from './survey.ts'

const report = (id: string, outlet: string | null = 'وكالة'): Report => ({ id, outlet, published: null, title: null, url: null, text: record.text })
const readAs =
  (values: Partial<Record>) =>
  (report: Report): Record => ({ ...record, ...report, ...values })

test('statements, unresolved sources, cues and unknown actors are counted by outlet', () => {
  const survey = openSurvey()
  surveyReport(survey, report('1'), readAs({}))
  surveyReport(survey, report('2'), readAs({ statements: [] }))
  surveyReport(survey, report('3', null), readAs({}))
  const outlet = survey.outlets.get('وكالة')!
  expect(outlet).toMatchObject({ reports: 2, silent: 1, statements: 3, unresolved: 1, events: 6, positions: 2, times: 4 })
  expect([...outlet.unresolvedSources]).toEqual([['(understood) (no cue)', 1]])
  expect(outlet.unknownActors.get('روسيا (state)')).toBe(2)
  expect(survey.outlets.get('(none)')?.reports).toBe(1)
})

test('a source without an actor is listed by its words', () => {
  const survey = openSurvey()
  const [statement] = record.statements
  surveyReport(survey, report('1'), readAs({ statements: [{ ...statement!, source: null }] }))
  expect([...survey.outlets.get('وكالة')!.unresolvedSources]).toEqual([['سيرغي لافروف', 1]])
})

test('an exception of the reader is counted with the report’s id', () => {
  const survey = openSurvey()
  for (const id of ['1', '2'])
    surveyReport(survey, report(id), () => {
      throw new TypeError('boom')
    })
  expect([...survey.exceptions]).toEqual([['TypeError: boom', { count: 2, ids: ['1', '2'] }]])
  expect(survey.outlets.get('وكالة')?.reports).toBe(2)
})

test('the slowest reports are kept, slowest first', () => {
  const survey = openSurvey()
  for (let i = 1; i <= 30; i++) {
    const ticks = [0, i]
    surveyReport(survey, report(`${i}`), readAs({}), () => ticks.shift() ?? 0)
  }
  expect(survey.slow).toHaveLength(20)
  expect(survey.slow[0]).toMatchObject({ id: '30', milliseconds: 30 })
})

test('spans outside the text, turned round, or with white space at an end are found', () => {
  const [time] = record.times
  const faulty = { ...record, times: [time!, { ...time!, span: [5, 3] as const }, { ...time!, span: [0, 4] as const }, { ...time!, span: [0, 9999] as const }] }
  expect(findSpanFaults(faulty).map(({ field, fault }) => `${field} ${fault}`)).toEqual([
    'times[1].span outside',
    'times[2].span blank',
    'times[3].span outside',
  ])
  expect(findSpanFaults(record)).toEqual([])
})

test('a survey is told as a table and lists, and as JSON', () => {
  const survey = openSurvey()
  surveyReport(survey, report('1'), readAs({}))
  const text = describeSurvey(survey, 5)
  expect(text).toContain('         1     0.0%           3        3.00       33.3%        3          1        2  وكالة')
  expect(text).toContain('sources left unresolved (1 different)')
  expect(text).toContain('exceptions: 0')
  expect(JSON.parse(JSON.stringify(surveyAsJson(survey, 1))).outlets.وكالة.unknownActors).toHaveLength(1)
})

test('of equally frequent strings the order is that of their letters', () => {
  expect(
    mostFrequent(
      new Map([
        ['ب', 1],
        ['أ', 1],
        ['ج', 2],
      ]),
      2,
    ),
  ).toEqual([
    ['ج', 2],
    ['أ', 1],
  ])
})
