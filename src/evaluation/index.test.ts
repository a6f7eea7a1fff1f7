import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownKnowledgeFolder } from '../knowledge/load.ts'
import { runEval, runKnowledgeCheck, runSurvey } from './index.ts'
import { gold } from './score.fixture.ts'

let folder = ''
let written = ''
const write = (text: string) => {
  written += text
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-evaluation-'))
  written = ''
})
afterEach(() => rmSync(folder, { recursive: true }))

test('eval prints the measures, and as JSON with misses and rules', () => {
  writeFileSync(join(folder, 'one.json'), JSON.stringify(gold))
  expect(runEval({ folder }, write)).toBe(0)
  expect(written).toMatch(/^1 reports\ntime {20} {1}P /)
  written = ''
  expect(runEval({ folder, json: true, misses: true, rules: true }, write)).toBe(0)
  expect(JSON.parse(written)).toMatchObject({
    reports: 1,
    statement: { gold: 2 },
    misses: expect.any(Array),
    rules: expect.any(Array),
    dead: expect.any(Object),
  })
})

test('knowledge check tells a user’s broken entry with its place, and nothing of Isnad’s own', () => {
  mkdirSync(join(folder, 'frames'))
  writeFileSync(join(folder, 'frames', 'mine.txt'), '== تبلبل\npresent: يتبلبل\nevent: REJECTT\n')
  expect(runKnowledgeCheck({ folder }, write)).toBe(1)
  expect(written).toContain('frames/mine.txt:1  تبلبل\n  «تبلبل»: event cannot be «REJECTT».')
  expect(written).toContain('No example was run')
  expect(written).not.toContain('frames/aid.txt')
})

test('knowledge check of a folder without entries says that there was nothing', () => {
  expect(runKnowledgeCheck({ folder }, write)).toBe(3)
})

test('Isnad’s own folder, or a room of it, may be named', () => {
  runKnowledgeCheck({ folder: join(ownKnowledgeFolder(), 'morphology'), json: true }, write)
  expect(JSON.parse(written).files.map(({ file }: { file: string }) => file)).toEqual(['morphology/clitics', 'morphology/conjugation'])
})

test('survey reads files of reports, and names the inputs that it could not read', async () => {
  const reports = join(folder, 'reports.jsonl')
  writeFileSync(reports, ['a', 'b'].map((id) => `${JSON.stringify({ id, outlet: 'وكالة', text: gold.text })}\n`).join(''))
  expect(await runSurvey({ files: [reports], json: true }, write)).toBe(0)
  expect(JSON.parse(written)).toMatchObject({ outlets: { وكالة: { reports: 2 } }, lost: [] })
  written = ''
  expect(await runSurvey({ files: [join(folder, 'none.jsonl'), reports], limit: 1 }, write)).toBe(1)
  expect(written).toContain('none.jsonl: file-missing')
  expect(await runSurvey({ files: [join(folder, 'none.jsonl')] }, write)).toBe(3)
})
