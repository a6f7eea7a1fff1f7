import { expect, test } from 'vitest'
import { evaluateReport, summarise } from './evaluate.ts'
import { compareKinds, countQuietEvents, groupMentions } from './grouping.ts'
import { foldName, isSameActor } from './names.ts'
import { overlapOf } from './overlap.ts'
import { pairUp } from './pair.ts'
import { measuresAsJson } from './report.ts'
import { gold, record } from './score.fixture.ts'
import { scoreReport, sentenceStarts } from './score.ts'

test('the measures are those of score.mjs to the last digit', () => {
  const measures = measuresAsJson(summarise([evaluateReport(gold, record)]))
  // Printed by `node score.mjs GOLD SYSTEM --json` for these two records.
  expect(measures).toMatchObject({
    reports: 1,
    absent: 0,
    time: { precision: 1, recall: 1, f1: 1, tp: 2, gold: 2, system: 2 },
    'time+value': { precision: 0.5, recall: 0.5, f1: 0.5, tp: 1, gold: 2, system: 2 },
    statement: { precision: 0.6666666666666666, recall: 1, f1: 0.8, tp: 2, gold: 2, system: 3 },
    'statement+source': { precision: 0.3333333333333333, recall: 0.5, f1: 0.4, tp: 1, gold: 2, system: 3 },
    'direct+source': { precision: 0, recall: 0, f1: 0, tp: 0, gold: 1, system: 1 },
    event: { precision: 0.6666666666666666, recall: 1, f1: 0.8, tp: 2, gold: 2, system: 3 },
    'event+who': { precision: 0.3333333333333333, recall: 0.5, f1: 0.4, tp: 1, gold: 2, system: 3 },
    position: { precision: 1, recall: 1, f1: 1, tp: 1, gold: 1, system: 1 },
    'false attribution': { rate: 0.5, wrong: 1, of: 2 },
    'event status (accuracy)': { accuracy: 0.5, right: 1, of: 2 },
  })
})

test('gold scored against itself is right in everything', () => {
  const { measures } = scoreReport(gold, gold)
  for (const { tp, gold: of, system } of Object.values(measures)) expect([tp, system]).toEqual([of, of])
})

test('an empty record misses everything and adds nothing', () => {
  const { measures, wrong } = scoreReport(gold, { ...record, times: [], actors: [], statements: [], events: [], positions: [] })
  for (const { tp, system } of Object.values(measures)) expect([tp, system]).toEqual([0, 0])
  expect(wrong).toEqual({ right: 0, of: 0 })
})

test('an unnamed source is a miss and no false attribution', () => {
  const unnamed = { ...record, statements: record.statements.map((statement) => ({ ...statement, source: null, sourceSpan: null })) }
  expect(scoreReport(gold, unnamed).wrong).toEqual({ right: 0, of: 2 })
})

test('overlap counts code units in both spans by those in either', () => {
  expect(overlapOf([[0, 4]], [[2, 6]])).toBe(2 / 6)
  expect(overlapOf([[0, 4]], [])).toBe(0)
  expect(overlapOf([[3, 3]], [[3, 3]])).toBe(0)
})

test('overlap counts code units once that several spans of a list cover', () => {
  expect(
    overlapOf(
      [
        [0, 4],
        [2, 6],
      ],
      [[0, 6]],
    ),
  ).toBe(1)
})

test('pairs take the best score first, and each item once', () => {
  const { pairs, missed, extra } = pairUp([1, 2], [10, 20, 30], (g, s) => (g === 1 && s === 20 ? 3 : s === 20 ? 2 : g === 2 && s === 30 ? 1 : 0))
  expect(pairs).toEqual([
    [1, 20],
    [2, 30],
  ])
  expect([missed, extra]).toEqual([[], [10]])
})

test('names fold hamza, final yaa, taa marbuta, marks and punctuation', () => {
  expect(foldName('مَسؤولة «رئاسيّة»')).toBe('مسووله رياسيه')
  expect(foldName('#كريستين_لاغارد')).toBe('كريستين لاغارد')
  expect(foldName(null)).toBe('')
})

test('a family name is the same person, and part of a state’s name is not the same state', () => {
  const person = (name: string) => ({ name, aliases: [], kind: 'person' })
  expect(isSameActor(person('سيرغي لافروف'), person('لافروف'))).toBe(true)
  expect(isSameActor(person('سيرغي لافروف'), person('سيرغي شويغو'))).toBe(false)
  expect(isSameActor({ ...person('كوريا الشمالية'), kind: 'state' }, { ...person('كوريا'), kind: 'state' })).toBe(false)
  expect(isSameActor(null, person('لافروف'))).toBe(false)
})

test('a sentence ends at a stop before white space, and at a line break', () => {
  expect(sentenceStarts('أ. ب؟ ج\nد 3.5 ه')).toEqual([0, 3, 6, 8])
})

test('grouping is B³ over the forms of the gold’s actors', () => {
  // Found: two forms of Lavrov together, his title among Russia's, one form of Britain, one of Russia; three of eight missing.
  const { precision, recall, found, mentions } = groupMentions(gold.actors, record.actors)
  expect([found, mentions]).toEqual([5, 8])
  expect(precision).toBeCloseTo(1 + 1 + 1 / 2 + 1 + 1 / 2, 12)
  expect(recall).toBeCloseTo(2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2, 12)
})

test('one group of all forms has full recall and poor precision', () => {
  const all = { id: 'x', kind: 'person', name: 'جميعهم', aliases: gold.actors.flatMap(({ name, aliases }) => [name, ...aliases]) }
  const { precision, recall, found, mentions } = groupMentions(gold.actors, [all])
  expect([found, recall]).toEqual([mentions, mentions])
  expect(precision / found).toBeCloseTo((3 * 3 + 1 + 2 * 2 + 2 * 2) / 64, 12)
})

test('actor kinds are compared among actors that both sides have', () => {
  const { right, of, wrong } = compareKinds(gold.actors, record.actors)
  expect([right, of]).toEqual([2, 3])
  expect(wrong.map(([g, s]) => `${g.name}: ${g.kind}, not ${s.kind}`)).toEqual(['بريطانيا: state, not organization'])
})

test('events are counted in sentences where the gold has none', () => {
  expect(countQuietEvents(gold, record)).toEqual({ sentences: 3, events: 1 })
})
