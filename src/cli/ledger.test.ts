import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The built command line over a ledger in a file, as a desk uses it.
const root = fileURLToPath(new URL('../../', import.meta.url))
let folder: string
let bundle: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-cli-ledger-'))
  bundle = join(root, '.cache', `cli-ledger-test-${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: bundle,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(bundle, { recursive: true, force: true })
})

const environment = () => ({ PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: folder, XDG_DATA_HOME: join(folder, 'data'), ISNAD_PERSON: 'سلمى' })
const isnad = (args: readonly string[], input = '') => {
  const done = spawnSync(process.execPath, [join(bundle, 'cli.js'), ...args], { input, cwd: folder, env: environment(), encoding: 'utf8' })
  return { out: done.stdout, err: done.stderr, exit: done.status }
}
interface Line {
  readonly id: string
  readonly state: string
  readonly quotation: string
  readonly speaker: { readonly name: string } | null
  readonly report: { readonly id: string }
}
const lines = (...args: string[]): Line[] => (JSON.parse(isnad(['query', ...args, '--json']).out) as { items: Line[] }).items
const report = (id: string, text: string) => `${JSON.stringify({ id, outlet: 'المرفأ', published: '2015-10-05', title: null, url: null, text })}\n`
const REPORTS =
  report('a', 'قال وزير النقل سليم البرقاوي اليوم الإثنين إن الوزارة ترفض تمويل الخط الجديد.') +
  report('b', 'وأكدت الوزيرة هالة المرزوقي أن المشروع سيبدأ غدا.')

describe('isnad with a ledger', () => {
  it('says what to do where there is no ledger yet', () => {
    const { out, err, exit } = isnad(['query', 'reports', '--count'])
    expect({ out, exit }).toEqual({ out: '', exit: 3 })
    expect(err).toContain('isnad read')
  })
  it('stores what it reads in the user’s data folder, once', () => {
    const first = isnad(['read', '-', '--keep'], REPORTS)
    expect(first).toEqual({ out: '', err: 'isnad: 2 new reports stored; 0 changed, 0 read anew, 0 known already.\n', exit: 0 })
    expect(existsSync(join(folder, 'data', 'isnad', 'ledger.isnad'))).toBe(true)
    const second = isnad(['read', '-', '--keep', '--format', 'jsonl'], REPORTS)
    expect(second.err).toContain('2 known already')
    expect(second.out.trim().split('\n')).toHaveLength(2)
    expect(isnad(['query', 'reports', '--count']).out).toBe('2\n')
  })
  it('answers with evidence, for people and for programs', () => {
    const [line] = lines('statements', '--words', 'تمويل')
    expect(line).toMatchObject({ state: 'suggested', speaker: { name: 'سليم البرقاوي' }, report: { id: 'a' } })
    const { out } = isnad(['query', 'statements', '--words', 'تمويل'])
    expect(out).toContain(`«${line?.quotation}»`)
    expect(out).toContain('a · المرفأ · 2015-10-05')
    expect(isnad(['query', 'statements', '--jsonl']).out.trim().split('\n').length).toBe(lines('statements').length)
  })
  it('verifies quotations by its exit code', () => {
    expect(isnad(['verify', 'الوزارة ترفض تمويل الخط']).exit).toBe(0)
    expect(isnad(['verify', 'الوزارة تقبل تمويل الخط الجديد'])).toMatchObject({ exit: 1 })
    expect(isnad(['verify', 'السماء صافية فوق الجبال']).exit).toBe(1)
  })
  it('freezes evidence that is checked without the ledger', () => {
    expect(isnad(['bundle', 'statements', '-o', 'evidence.json'])).toEqual({ out: '', err: '', exit: 0 })
    expect(isnad(['verify', 'evidence.json', '--ledger', 'no-such-file'])).toMatchObject({ exit: 0 })
    const text = isnad(['bundle', 'statements']).out.replaceAll('ترفض', 'تقبل')
    writeFileSync(join(folder, 'changed.json'), text)
    expect(isnad(['verify', 'changed.json'])).toMatchObject({ exit: 1 })
    writeFileSync(join(folder, 'other.json'), '{}')
    expect(isnad(['verify', 'other.json'])).toMatchObject({ exit: 3 })
  })
  it('corrects and takes back', () => {
    const id = lines('statements', '--words', 'تمويل')[0]?.id as string
    expect(isnad(['correct', 'reject', id, '--why', 'عنوان']).exit).toBe(0)
    expect(lines('statements', '--words', 'تمويل')).toEqual([])
    expect(lines('statements', '--state', 'rejected').map((line) => line.id)).toEqual([id])
    expect(isnad(['correct', 'undo']).exit).toBe(0)
    expect(isnad(['correct', 'edit', id, '--set', '{"act": "deny"}']).exit).toBe(0)
    expect(lines('statements', '--act', 'deny')).toMatchObject([{ id, state: 'edited' }])
    expect(isnad(['query', 'corrections']).out).toContain('reject (undone)')
    expect(isnad(['reread']).err).toContain('0 reports were read again')
  })
  it.each([
    [['query', 'weather'], 'weather'],
    [['query', 'statements', '--from', 'yesterday'], 'yesterday'],
    [['query', 'sides'], '--issue'],
    [['query', 'events', '--type', 'WEATHER'], 'CONSULT'],
    [['query', 'statements', '--cursor', 'x'], 'cursor'],
    [['correct', 'accept', 'nothing'], 'nothing'],
    [['correct', 'edit', 's1.1-2', '--set', '[]'], 'JSON'],
    [['correct', 'erase', '1'], '--yes'],
  ])('refuses %j and says what to do', (args, words) => {
    const { out, err, exit } = isnad(args)
    expect({ out, exit }).toEqual({ out: '', exit: 2 })
    expect(err).toContain(words)
  })
  it('stores reports of an open pipe as they come', async () => {
    const child = spawn(process.execPath, [join(bundle, 'cli.js'), 'read', '-', '--ledger', 'pipe.isnad', '--format', 'jsonl'], {
      cwd: folder,
      env: environment(),
    })
    child.stdin.write(REPORTS)
    await new Promise((resolve) => child.stdout.once('data', resolve))
    expect(isnad(['query', 'reports', '--count', '--ledger', 'pipe.isnad']).out).toBe('2\n')
    child.stdin.end()
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })
})
