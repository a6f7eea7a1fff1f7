import { describe, expect, test } from 'vitest'
import { describeProblem } from '../src/evaluation/check-report.ts'
import { runCheck } from '../src/evaluation/check-run.ts'
import { ownKnowledgeFolder, readKnowledgeFiles } from '../src/knowledge/load.ts'

const files = readKnowledgeFiles([ownKnowledgeFolder()])
const { problems, files: results, isRun } = runCheck(files)

/** The codes of examples that do not come out as written. */
const EXAMPLE = /^example-(?:nothing|part|more|found|learnt|crash)$/

/** Problems as the command prints them; an empty list means that all is well. */
const shown = (wanted: typeof problems): string[] => wanted.map(describeProblem)

test('every knowledge file is well formed: known keys and values, no double entry, no collision, an example where one is due', () => {
  expect(shown(problems.filter(({ code }) => !EXAMPLE.test(code)))).toEqual([])
})

test('the knowledge compiles, so that its examples can be run', () => {
  expect(isRun).toBe(true)
})

describe('every ✓ gives exactly what it says and every ✗ nothing, but for those marked ? as not read yet', () => {
  for (const { file, examples, passed, wanted } of results.filter(({ examples }) => examples > 0))
    test(`${file} (${examples} examples)`, () => {
      expect(shown(problems.filter((problem) => problem.file === file && EXAMPLE.test(problem.code)))).toEqual([])
      expect(passed + wanted).toBe(examples)
    })
})

describe('broken entries are rejected', () => {
  const broken = (...lines: string[]) => runCheck([{ path: 'frames/broken', text: lines.join('\n') }], files, 'frames/broken').problems.map(({ code }) => code)
  const sound = ['== تبلبل', 'present: يتبلبل', 'event: REJECT']

  test('an entry without an example', () => {
    expect(broken(...sound)).toEqual(['example-missing'])
  })

  test('a key that nothing reads', () => {
    expect(broken(...sound, 'reciever: object', '✗ تبلبل الطقس.')).toEqual(expect.arrayContaining(['unknown-key']))
  })

  test('a line that is no field', () => {
    expect(broken(...sound, 'بلا نقطتين')).toContain('syntax')
  })

  test('a ✓ whose words do not stand there', () => {
    expect(broken(...sound, '✓ هطل المطر في المدينة.', '  event: REJECT | المطر | -')).toEqual(['example-nothing'])
  })

  test('an entry that Isnad already has', () => {
    const known = files.find(({ path }) => path === 'frames/reject')?.text.split('\n\n') ?? []
    const copied = known.find((block) => block.startsWith('==')) ?? ''
    expect(broken(copied)).toContain('duplicate')
  })
})
