import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseEntries } from '../knowledge/entry.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { evaluate, evaluateReport, summarise } from './evaluate.ts'
import { listMisses } from './misses.ts'
import { describeMeasures, describeMiss, describeMissCounts, describeRules } from './report.ts'
import { countRules } from './rules.ts'
import { gold, record } from './score.fixture.ts'

const evaluation = summarise([evaluateReport(gold, record)])

test('the folder’s reports are read with the reader given, without title and address', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-gold-'))
  try {
    writeFileSync(join(folder, 'one.json'), JSON.stringify(gold))
    const knowledge = { mark: 'any' } as unknown as Knowledge
    const seen: unknown[] = []
    const { measures } = evaluate(folder, knowledge, (report, used) => {
      seen.push(report, used)
      return record
    })
    expect(seen).toEqual([{ id: 'synthetic', outlet: null, published: '2015-11-16', title: null, url: null, text: gold.text }, knowledge])
    expect(measures['event+who'].tp).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the table has every measure on a line of its own', () => {
  expect(describeMeasures(evaluation)).toMatchInlineSnapshot(`
    "1 reports
    time                     P 100.0  R 100.0  F1 100.0  (gold 2, system 2)
    time+value               P 50.0  R 50.0  F1 50.0  (gold 2, system 2)
    statement                P 66.7  R 100.0  F1 80.0  (gold 2, system 3)
    statement+source         P 33.3  R 50.0  F1 40.0  (gold 2, system 3)
    direct+source            P 0.0  R 0.0  F1 0.0  (gold 1, system 1)
    event                    P 66.7  R 100.0  F1 80.0  (gold 2, system 3)
    event+who                P 33.3  R 50.0  F1 40.0  (gold 2, system 3)
    position                 P 100.0  R 100.0  F1 100.0  (gold 1, system 1)
    false attribution        50.0%  (1 of 2 matched statements)
    event status (accuracy)  50.0%  (1 of 2)
    actor grouping (B³)      P 80.0  R 33.3  F1 47.1  (5 of 8 forms found)
    actor kind (accuracy)    66.7%  (2 of 3 matched actors)
    events where gold has 0  33.3 per 100 sentences  (1 in 3)
    "
  `)
})

test('misses are in text order and say what was missed, added and wrong', () => {
  const misses = evaluation.reports.flatMap(listMisses)
  expect(misses.map(({ outcome, thing, words }) => `${outcome} ${thing} ${words}`)).toEqual([
    'wrong actor kind بريطانيا',
    'wrong source نريد السلام',
    'wrong who والتقى',
    'wrong status والتقى',
    'added event يصل',
    'added statement الوفد غدا',
    'wrong value غدا',
  ])
})

test('a miss is a block with both sides, the entry and the sentence', () => {
  const miss = listMisses(evaluation.reports[0]!).find(({ thing }) => thing === 'who')!
  expect(describeMiss(miss)).toBe(
    [
      `WRONG who  synthetic @${gold.text.indexOf('والتقى')}`,
      '  words     «والتقى»',
      '  gold      CONSULT سيرغي لافروف → نظيره التركي',
      '  found     CONSULT سيرغي لافروف → -',
      '  entry     frames/consult/التقى',
      '  sentence  والتقى لافروف نظيره التركي في أنقرة.',
      '',
    ].join('\n'),
  )
})

test('a missed statement shows what was found over the same words', () => {
  const shorter = {
    ...record,
    statements: record.statements
      .slice(0, 1)
      .map((statement) => ({ ...statement, content: [[gold.text.indexOf('مستعدة'), gold.text.indexOf('للحوار')] as const] })),
  }
  const miss = listMisses(evaluateReport(gold, shorter)).find(({ outcome, thing }) => outcome === 'missed' && thing === 'statement')!
  expect(miss.near).toEqual([expect.stringMatching(/^indirect, source: سيرغي لافروف «مستعدة » \(overlap 0\.\d\d, frames\/say\/قال\)$/)])
})

test('misses are counted by sort', () => {
  expect(describeMissCounts(listMisses(evaluation.reports[0]!)).split('\n')).toContain('     1  wrong source')
})

const entries = parseEntries({ path: 'frames/consult', text: '== التقى\nx: 1\n== زار\nx: 1' })

test('rules tell how often an entry fired, was found and was right', () => {
  const { uses } = countRules(evaluation, entries)
  expect(uses).toContainEqual({ id: 'frames/consult/التقى', layer: 'event', fired: 1, found: 1, right: 0 })
  expect(uses).toContainEqual({ id: 'frames/reject/رفض', layer: 'event', fired: 1, found: 1, right: 1 })
  expect(uses).toContainEqual({ id: 'frames/reject/رفض', layer: 'position', fired: 1, found: 1, right: 1 })
  expect(uses).toContainEqual({ id: 'frames/say/قال', layer: 'statement', fired: 2, found: 1, right: 1 })
  expect(uses).toContainEqual({ id: 'names/heads/حكومة', layer: 'actor', fired: 1, found: 1, right: 0 })
})

test('entries that never fired are listed by file, word lists left out', () => {
  const words = parseEntries({ path: 'words/verbs', text: '== auxiliary\nverb: كان، يكون' })
  const report = countRules(evaluation, [...entries, ...words])
  expect([...report.dead]).toEqual([['frames/consult', ['frames/consult/زار']]])
  expect(describeRules(report)).toContain('1 dead in frames/consult: زار')
})
