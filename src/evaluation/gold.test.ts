import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { IsnadError } from '../errors.ts'
import { loadGold, parseGold } from './gold.ts'
import { gold } from './score.fixture.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-gold-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const caught = (run: () => unknown): IsnadError => {
  try {
    run()
  } catch (error) {
    if (error instanceof IsnadError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}
const write = (name: string, value: unknown) => writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

test('files load in order of their names; other files are passed over', () => {
  write('b.json', { ...gold, id: 'second' })
  write('a.json', gold)
  write('README.md', '# notes')
  expect(loadGold(folder).map(({ id }) => id)).toEqual(['synthetic', 'second'])
})

test.each([
  ['text', { text: '' }, 'text'],
  ['a list that is missing', { events: undefined }, 'events'],
  ['an unknown time type', { times: [{ span: [0, 3], type: 'DAY', value: '2015' }] }, 'times[0].type'],
  ['a span beyond the text', { times: [{ span: [0, 9999], type: 'DATE', value: '2015' }] }, 'times[0].span'],
  ['an empty span', { positions: [{ ...gold.positions[0], target: [4, 4] }] }, 'positions[0].target'],
  ['a span that is no pair', { statements: [{ ...gold.statements[0], content: [[0, 3], 7] }] }, 'statements[0].content[1]'],
  ['an actor that is not in the file', { events: [{ ...gold.events[0], recipients: ['a9'] }] }, 'events[0].recipients[0]'],
  ['an unknown event type', { events: [{ ...gold.events[0], type: 'FIGHT' }] }, 'events[0].type'],
  ['an actor id given twice', { actors: [gold.actors[0], gold.actors[0]] }, 'actors[1].id'],
  ['an item that is no object', { positions: ['for'] }, 'positions[0]'],
])('%s is refused with file and field', (_, change, field) => {
  const error = caught(() => parseGold({ ...gold, ...change }, 'some.json'))
  expect(error.code).toBe('gold-invalid')
  expect(error.message).toContain('some.json')
  expect(error.message).toContain(`«${field}»`)
  expect(error.place).toEqual({ file: 'some.json' })
})

test('a file that is no JSON is refused by name', () => {
  write('broken.json', '{"id": ')
  const error = caught(() => loadGold(folder))
  expect(error.code).toBe('gold-invalid')
  expect(error.message).toContain('broken.json')
})

test('a folder without gold and a folder that is not there are told apart', () => {
  expect(caught(() => loadGold(folder)).code).toBe('gold-invalid')
  expect(caught(() => loadGold(join(folder, 'none'))).code).toBe('file-missing')
})
