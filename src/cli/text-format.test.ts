import { describe, expect, it } from 'vitest'
import { arabic } from '../messages/ar.ts'
import { english } from '../messages/en.ts'
import { emptyFixture, fixture } from './record.fixture.ts'
import { createRecordWriter } from './record-writer.ts'
import { createStyle, isColoured } from './style.ts'
import { formatRecord, showable } from './text-format.ts'

const plain = createStyle(false, false)

describe('formatRecord', () => {
  it('shows statements with speaker, cue, kind and words, then times, events and positions', () => {
    expect(formatRecord(fixture, english, plain)).toMatchSnapshot()
  })
  it('speaks Arabic', () => {
    expect(formatRecord(fixture, arabic, plain)).toMatchSnapshot()
  })
  it('says why nothing was found', () => {
    expect(formatRecord(emptyFixture, english, plain)).toMatchSnapshot()
  })
  it('sets what is of another direction apart on a terminal, line by line', () => {
    const lines = formatRecord(fixture, english, createStyle(false, true)).split('\n')
    expect(lines).toContain('   cue: \u2068قال\u2069')
    for (const line of lines) expect(line.split('\u2068').length, line).toBe(line.split('\u2069').length)
    // A line that is Arabic alone takes its direction from its own words.
    expect(lines).toContain('   «إن الوزارة "ترفض تمويل الخط"»')
  })
  it('writes no isolates and no colour where neither is asked for', () => {
    const page = formatRecord(fixture, english, plain)
    for (const mark of ['\u001b', '\u2068', '\u2069']) expect(page).not.toContain(mark)
  })
  it('colours only when told to', () => {
    expect(formatRecord(fixture, english, createStyle(true, false))).toContain('\u001b[32m«')
  })
})

describe('showable', () => {
  it('takes out what could rewrite the screen or turn the line around', () => {
    expect(showable('قال\u001b[2J\n\tالوزير\u202e ABC\u2069\u0000')).toBe('قال[2J الوزير ABC')
  })
})

describe('isColoured', () => {
  const terminal = { isTTY: true, hasColors: () => true, write: () => true, once: () => {} }
  it.each([
    ['a terminal', undefined, terminal, {}, true],
    ['a pipe', undefined, { ...terminal, isTTY: false }, {}, false],
    ['NO_COLOR', undefined, terminal, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', undefined, terminal, { NO_COLOR: '' }, true],
    ['a dumb terminal', undefined, terminal, { TERM: 'dumb' }, false],
    ['--color on a pipe', true, { ...terminal, isTTY: false }, { NO_COLOR: '1' }, true],
    ['--no-color on a terminal', false, terminal, {}, false],
  ])('%s', (_, stated, stream, env, expected) => {
    expect(isColoured(stated, stream, env)).toBe(expected)
  })
})

describe('createRecordWriter', () => {
  const all = (format: 'text' | 'json' | 'jsonl', count: number) => {
    const writer = createRecordWriter(format, english, plain)
    return Array.from({ length: count }, () => writer.write(fixture)).join('') + writer.end()
  }
  it.each([0, 1, 3])('writes one whole JSON array of %i records', (count) => {
    expect(JSON.parse(all('json', count))).toEqual(Array.from({ length: count }, () => fixture))
  })
  it('writes one record a line, text and spans unchanged', () => {
    const lines = all('jsonl', 2).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([fixture, fixture])
  })
})
