import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeCodePage } from '../sources/bytes.fixture.ts'

// The built command line, as a user runs it: arguments, standard streams, exit status.
const root = fileURLToPath(new URL('../../', import.meta.url))
let folder: string
let bundle: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-cli-'))
  // Two folders below the root, where the built files look for `knowledge` and `node_modules`.
  bundle = join(root, '.cache', `cli-test-${process.pid}`)
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

const env = { PATH: process.env.PATH, LANG: 'C.UTF-8' }
const isnad = (args: readonly string[], input: string | Uint8Array = '', more: NodeJS.ProcessEnv = {}) => {
  const done = spawnSync(process.execPath, [join(bundle, 'cli.js'), ...args], { input, cwd: folder, env: { ...env, ...more }, encoding: 'utf8' })
  return { out: done.stdout, err: done.stderr, exit: done.status }
}
const start = (args: readonly string[]): ChildProcess => spawn(process.execPath, [join(bundle, 'cli.js'), ...args], { cwd: folder, env })
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve))
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return name
}
const TEXT = 'قال وزير النقل سليم البرقاوي اليوم الإثنين إن الوزارة ترفض تمويل الخط الجديد.\nوأضاف الوزير أن الدراسات التي تسلمتها الوزارة لا تكفي.'
const line = (id: string, text = TEXT) => `${JSON.stringify({ id, outlet: 'المرفأ', published: '2015-10-05', title: null, url: null, text })}\n`
const records = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((record) => JSON.parse(record) as { id: string; text: string; published: string | null; notices: { code: string }[] })

describe('help', () => {
  it.each([[[]], [['read']], [['eval']], [['survey']], [['knowledge']], [['knowledge', 'check']]])(
    'of isnad %j shows examples first and exit codes last',
    (command) => {
      const { out, err, exit } = isnad([...command, '--help'])
      expect({ err, exit }).toEqual({ err: '', exit: 0 })
      expect(out).toMatchSnapshot()
      expect(out.indexOf('Examples:')).toBeLessThan(out.indexOf('Options:'))
    },
  )
  it('speaks Arabic', () => {
    expect(isnad(['read', '--help', '--lang', 'ar']).out).toMatchSnapshot()
  })
  it('comes in less than 150 ms', () => {
    const times = Array.from({ length: 5 }, () => {
      const begun = performance.now()
      isnad(['--help'])
      return performance.now() - begun
    })
    // Over an empty script, so that a busy machine does not decide.
    const begun = performance.now()
    spawnSync(process.execPath, ['-e', ''])
    const empty = performance.now() - begun
    expect(Math.min(...times)).toBeLessThan(Math.max(150, empty * 3))
  })
  it('prints the version of package.json', () => {
    expect(isnad(['--version']).out.trim()).toBe((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version)
  })
})

describe('wrong usage exits with 2 and says what to do', () => {
  it.each([
    [['raed'], 'Did you mean read?'],
    [['read', '--publishd', 'x'], 'Did you mean --published?'],
    [['read', '-', '--published', 'yesterday'], 'is no date'],
    [['read', '-', '--format', 'xml'], 'text, json, jsonl'],
    [['read', '-', '--format'], 'needs a value'],
    [['read', '-', '-o', 'no/such/folder/x'], 'cannot be written'],
    [['read', '-', '--knowledge', 'no-such-folder'], 'no-such-folder'],
    [['read', '-', '--lang', 'fr'], 'en, ar'],
    [['survey', '.', '--most', 'many'], 'whole number'],
    [['eval'], 'gold-folder'],
  ])('isnad %j', (args, words) => {
    const { out, err, exit } = isnad(args, TEXT)
    expect({ out, exit }).toEqual({ out: '', exit: 2 })
    expect(err).toContain(words)
  })
  it('in Arabic too', () => {
    expect(isnad(['raed'], '', { ISNAD_LANG: 'ar' }).err).toBe('isnad: لا يوجد أمر «raed». هل تقصد read؟ انظر «isnad --help».\n')
  })
  it('without a command shows the help on standard error', () => {
    const { out, err, exit } = isnad([])
    expect({ out, exit }).toEqual({ out: '', exit: 2 })
    expect(err).toContain('Usage: isnad')
  })
})

describe('isnad read', () => {
  it('prints one record a line and nothing else', () => {
    const { out, err, exit } = isnad(['read', write('two.jsonl', line('a') + line('b')), '--format', 'jsonl'])
    expect({ err, exit }).toEqual({ err: '', exit: 0 })
    expect(records(out).map(({ id, text }) => [id, text])).toEqual([
      ['a', TEXT],
      ['b', TEXT],
    ])
  })
  it('prints the same bytes on a second run', () => {
    const run = () => isnad(['read', '-', '--format', 'jsonl'], line('a')).out
    expect(run()).toBe(run())
  })
  it('reads standard input without a name', () => {
    const { out, exit } = isnad(['read', '--published', '2015-10-05', '--format', 'jsonl'], TEXT)
    expect(exit).toBe(0)
    expect(records(out)).toMatchObject([{ id: 'stdin', published: '2015-10-05', text: TEXT }])
  })
  it('prints one array with --format json', () => {
    expect(JSON.parse(isnad(['read', '-', '--format', 'json'], line('a') + line('b')).out)).toHaveLength(2)
  })
  it('writes no colour and no isolates into a pipe', () => {
    const { out } = isnad(['read', '-'], line('a'))
    expect(out).toContain('a · المرفأ · 2015-10-05')
    for (const mark of ['\u001b', '\u2068', '\u2069']) expect(out).not.toContain(mark)
  })
  it('writes to the file of -o in the format of its ending, even over what it reads', () => {
    const name = write('same.jsonl', line('a') + line('b'))
    expect(isnad(['read', name, '-o', name])).toEqual({ out: '', err: '', exit: 0 })
    expect(records(readFileSync(join(folder, name), 'utf8')).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(readdirSync(folder).filter((file) => file.endsWith('.part'))).toEqual([])
  })
  it('reads the good among the bad, names each bad one and exits with 1', () => {
    const names = [
      write('good.txt', TEXT),
      write('empty.txt', ''),
      write('old.txt', encodeCodePage(TEXT, 'windows-1256')),
      write('cut.txt', Buffer.from('قالت الوزارة').subarray(0, -1)),
      write('paper.txt', '%PDF-1.7 …'),
      write('large.txt', 'قال الوزير. '.repeat(2_500_000)),
      write('english.txt', 'The minister said on Monday that talks would go on.'),
      write('lines.jsonl', `${line('a')}{"text": \n{"body": "نص"}\n${line('b')}`),
      write('cut.json', '{"text": "قال'),
      'missing.txt',
    ]
    const { out, err, exit } = isnad(['read', ...names, '--format', 'jsonl'])
    expect(exit).toBe(1)
    expect(records(out).map(({ id, notices }) => [id, notices.some(({ code }) => code === 'not-arabic' || code === 'text-cut')])).toEqual([
      ['good', false],
      ['old', false],
      ['cut', true],
      ['english', true],
      ['a', false],
      ['b', false],
    ])
    // The parser's own words differ between versions of Node.
    expect(err.replace(/(was skipped \()Unexpected.*?\)\./, '$1…).')).toMatchSnapshot()
  })
  it('exits with 3 when nothing could be read', () => {
    const { out, err, exit } = isnad(['read', write('nothing.txt', ''), '--format', 'jsonl'])
    expect({ out, exit }).toEqual({ out: '', exit: 3 })
    expect(err).toBe('isnad: nothing.txt: is empty: there is nothing to read in it.\n')
  })
  it('says why nothing was found in a report', () => {
    const { out } = isnad(['read', '-'], 'لا شيء هنا سوى كلام عابر عن الطقس والبحر والجبال والطيور.')
    expect(out).toContain('No word that reports anyone’s words was found.')
  })
  it('stays quiet when the reader of its output has seen enough', async () => {
    const child = start(['read', '-', '--format', 'jsonl'])
    let err = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.stdin?.on('error', () => {})
    child.stdin?.write(line('a').repeat(500))
    child.stdout?.once('data', () => {
      child.stdout?.destroy()
      child.stdin?.write(line('a').repeat(5000))
      child.stdin?.end()
    })
    expect(await ended(child)).toBe(0)
    expect(err).toBe('')
  })
  it('leaves whole output behind at Ctrl-C, while waiting for more input', async () => {
    const child = start(['read', '-', '--format', 'json'])
    let out = ''
    let err = ''
    let isStopped = false
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.stdin?.write(line('a') + line('b'))
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      // Only once: a second Ctrl-C ends the process at once.
      if (!isStopped && out.includes('"b"')) isStopped = child.kill('SIGINT')
    })
    expect(await ended(child)).toBe(130)
    expect(JSON.parse(out)).toHaveLength(2)
    expect(err).toBe('isnad: stopped; 2 reports were read and written until then.\n')
  })
  it('keeps memory flat over many lines', async () => {
    // 60 MB of text as UTF-16, with its records, would not fit beside what starting takes.
    const child = spawn(process.execPath, ['--max-old-space-size=128', join(bundle, 'cli.js'), 'read', '-', '--format', 'jsonl'], { cwd: folder, env })
    const padded = line('a', `${'كلام عابر عن الطقس والبحر. '.repeat(400)}`)
    const chunk = padded.repeat(20)
    const rounds = 140
    let count = 0
    child.stdout?.on('data', (part: Buffer) => {
      for (const byte of part) if (byte === 0x0a) count++
    })
    const done = ended(child)
    for (let i = 0; i < rounds; i++) if (child.stdin?.write(chunk) === false) await new Promise((resolve) => child.stdin?.once('drain', resolve))
    child.stdin?.end()
    expect(await done).toBe(0)
    expect(count).toBe(rounds * 20)
  })
})

describe('isnad eval and isnad knowledge check', () => {
  const gold = {
    id: 'g',
    outlet: null,
    published: '2015-10-05',
    text: TEXT,
    times: [{ span: [30, 43], type: 'DATE', value: '2015-10-05' }],
    actors: [],
    statements: [],
    events: [],
    positions: [],
  }
  it('measure a folder of gold files', () => {
    mkdirSync(join(folder, 'gold'))
    write('gold/g.json', JSON.stringify(gold))
    const { out, exit } = isnad(['eval', 'gold'])
    expect(exit).toBe(0)
    expect(out).toMatch(/^1 reports?\n/)
    expect(Object.keys(JSON.parse(isnad(['eval', 'gold', '--json']).out) as object)).toContain('statement+source')
  })
  it('exit with 3 where there is no gold', () => {
    expect(isnad(['eval', 'no-such-folder'])).toMatchObject({ out: '', exit: 3 })
  })
  it('name a bad entry with its file and line', () => {
    mkdirSync(join(folder, 'entries', 'frames'), { recursive: true })
    write('entries/frames/mine.txt', 'present: يقول\n')
    const { out, exit } = isnad(['knowledge', 'check', 'entries'])
    expect(exit).toBe(1)
    expect(out).toContain('frames/mine.txt:1')
  })
})

describe('examples/reports', () => {
  it('are all read', () => {
    const { out, err, exit } = isnad(['read', join(root, 'examples', 'reports'), '--format', 'jsonl'])
    expect({ err, exit }).toEqual({ err: '', exit: 0 })
    expect(records(out).length).toBeGreaterThanOrEqual(12)
  })
})
