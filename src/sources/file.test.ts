import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARABIC, encodeCodePage, encodeUtf16 } from './bytes.fixture.ts'
import { readReports } from './file.ts'
import { findInputs, streamInput, type Input } from './input.ts'
import type { Problem } from './problem.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-sources-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const open = async (...paths: string[]) => {
  const inputs: (Input | Problem)[] = []
  for await (const input of findInputs(paths)) inputs.push(input)
  return inputs
}
/** What comes out of the paths: ids of reports and codes of problems, in order. */
const outcome = async (inputs: readonly (Input | Problem)[], sizeLimit?: number) => {
  const seen: string[] = []
  for (const input of inputs) {
    if ('code' in input) seen.push(input.code)
    else
      for await (const sourced of readReports(input, { published: null, ...(sizeLimit === undefined ? {} : { sizeLimit }) })) {
        const { line, item } = 'problem' in sourced ? sourced.problem : sourced
        const place = line === undefined ? (item === undefined ? '' : `#${item}`) : `:${line}`
        seen.push('problem' in sourced ? `${sourced.problem.code}${place}` : `=${sourced.report.id}${place}`)
      }
  }
  return seen
}
const outcomeOf = async (name: string, content: string | Uint8Array, sizeLimit?: number) => outcome(await open(write(name, content)), sizeLimit)
const outcomeOfStream = (...chunks: (string | Uint8Array)[]) =>
  outcome([
    streamInput(
      'stdin',
      (async function* () {
        for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      })(),
    ),
  ])
const report = (id: string) => JSON.stringify({ id, text: ARABIC })

describe('readReports of .txt', () => {
  it('takes the id from the file name and the text as it stands', async () => {
    const [input] = await open(write('a.b.txt', `\ufeff ${ARABIC}\r\n`))
    for await (const sourced of readReports(input as Input, { published: '2015-10-05' }))
      expect(sourced).toMatchObject({ report: { id: 'a.b', outlet: null, published: '2015-10-05', title: null, url: null, text: ` ${ARABIC}\r\n` } })
  })
  it.each([
    ['empty', new Uint8Array(0), ['file-empty']],
    ['blank', ' \n\t\n', ['file-empty']],
    ['windows-1256', encodeCodePage(ARABIC, 'windows-1256'), ['encoding-guessed', '=x']],
    ['UTF-16 with a mark', Buffer.concat([Buffer.of(0xff, 0xfe), encodeUtf16(ARABIC, false)]), ['=x']],
    ['binary', Buffer.from('%PDF-1.4 …'), ['file-binary']],
    ['cut in a character', Buffer.from('قالت الوزارة').subarray(0, -1), ['text-cut', '=x']],
    ['a web page', '<!DOCTYPE html><html><p>قال</p></html>', ['format-unknown']],
    ['Russian in windows-1251', encodeCodePage('Министр заявил журналистам', 'windows-1251'), ['encoding-unknown']],
  ])('%s', async (_, content, expected) => {
    expect(await outcomeOf('x.txt', content)).toEqual(expected)
  })
  it('refuses what is beyond the limit', async () => {
    expect(await outcomeOf('x.txt', ARABIC, 50)).toEqual(['file-too-large'])
  })
})

describe('readReports of .json', () => {
  it.each([
    ['one report', report('r'), ['=r']],
    ['a list, bad ones between', `[${report('a')}, 5, {"body": ""}, {"text": "نص"}]`, ['=a#1', 'report-invalid#2', 'field-missing#3', '=x:4#4']],
    ['an empty list', '[]', ['file-empty']],
    ['JSON lines by mistake', `${report('a')}\n${report('b')}\n`, ['=a:1', '=b:2']],
    ['cut short', report('r').slice(0, 40), ['file-truncated']],
    ['not JSON', '{text: 1}', ['line-invalid']],
    ['empty', '', ['file-empty']],
    ['a report without words', '{"id": "r", "text": " "}', ['text-empty', '=r']],
    ['windows-1256', encodeCodePage(report('r'), 'windows-1256'), ['encoding-guessed', '=r']],
  ])('%s', async (_, content, expected) => {
    expect(await outcomeOf('x.json', content)).toEqual(expected)
  })
})

describe('readReports of .jsonl', () => {
  it.each([
    ['many lines, blank ones between', `${report('a')}\r\n\n${report('b')}`, ['=a:1', '=b:3']],
    ['a broken line', `${report('a')}\n{"text": oops}\n${report('c')}\n`, ['=a:1', 'line-invalid:2', '=c:3']],
    ['a last line cut short', `${report('a')}\n${report('b').slice(0, 30)}`, ['=a:1', 'file-truncated:2']],
    ['lines without id', '{"text": "نص"}\n{"text": "نص"}\n', ['=x:1:1', '=x:2:2']],
    ['nothing', '\n\n', ['file-empty']],
    ['UTF-16', Buffer.concat([Buffer.of(0xff, 0xfe), encodeUtf16(`${report('a')}\n${report('b')}\n`, false)]), ['=a:1', '=b:2']],
    ['windows-1256, told once', encodeCodePage(`${report('a')}\n${report('b')}\n`, 'windows-1256'), ['encoding-guessed', '=a:1', '=b:2']],
    [
      'a line in another encoding',
      Buffer.concat([Buffer.from(`${report('a')}\n{"text":"`), Buffer.of(0xc3, 0x28, 0xff, 0xfe), Buffer.from(`"}\n`)]),
      ['=a:1', 'encoding-unknown:2'],
    ],
    ['a PDF by another name', '%PDF-1.4\n1 0 obj\n', ['file-binary:1']],
  ])('%s', async (_, content, expected) => {
    expect(await outcomeOf('x.jsonl', content)).toEqual(expected)
  })
  it('passes over a line beyond the limit and reads the others', async () => {
    expect(await outcomeOf('x.jsonl', `${report('a')}\n{"text":"${'ا'.repeat(1000)}"}\n${report('c')}\n`, 500)).toEqual(['=a:1', 'line-too-long:2', '=c:3'])
  })
})

describe('packed files', () => {
  it('are read as what they hold', async () => {
    expect(await outcomeOf('x.jsonl.gz', gzipSync(`${report('a')}\n${report('b')}\n`))).toEqual(['=a:1', '=b:2'])
    expect(await outcomeOf('x.txt.gz', gzipSync(ARABIC))).toEqual(['=x'])
  })
  it('say when they are cut short, and when they unpack to too much', async () => {
    const packed = gzipSync(ARABIC.repeat(200))
    expect(await outcomeOf('x.txt.gz', packed.subarray(0, packed.length - 20))).toEqual(['file-truncated'])
    expect(await outcomeOf('x.txt.gz', packed, 2000)).toEqual(['file-too-large'])
  })
})

describe('streams', () => {
  it.each([
    ['text', [ARABIC.slice(0, 5), ARABIC.slice(5)], ['=stdin']],
    ['JSON lines', [`${report('a')}\n${report('b').slice(0, 9)}`, `${report('b').slice(9)}\n`], ['=a:1', '=b:2']],
    ['one line of JSON without its end', [report('a')], ['=a:1']],
    ['JSON over many lines', [JSON.stringify({ id: 'a', text: ARABIC }, null, 2)], ['=a']],
    ['a list', [`[\n${report('a')},\n${report('b')}]\n`], ['=a#1', '=b#2']],
    ['text after empty lines', ['\n\n', ARABIC], ['=stdin']],
    ['packed JSON lines', [gzipSync(`${report('a')}\n`)], ['=a:1']],
    ['nothing', [], ['file-empty']],
    ['binary', [Buffer.from('PK\x03\x04')], ['file-binary']],
  ])('%s', async (_, chunks, expected) => {
    expect(await outcomeOfStream(...chunks)).toEqual(expected)
  })

  it('gives each report of an endless stream as it comes', async () => {
    async function* endless() {
      for (;;) yield Buffer.from(`${report('a')}\n`)
    }
    let seen = 0
    for await (const sourced of readReports(streamInput('stdin', endless()), { published: null })) {
      expect('report' in sourced).toBe(true)
      if (++seen === 1000) break
    }
    expect(seen).toBe(1000)
  })
})

describe('findInputs', () => {
  it('finds the readable files below a folder by path, and passes over the rest', async () => {
    write('tree/b.txt', ARABIC)
    write('tree/a/z.jsonl', `${report('z')}\n`)
    write('tree/.hidden.txt', ARABIC)
    write('tree/picture.png', 'x')
    expect(await outcome(await open(join(folder, 'tree')))).toEqual(['=z:1', '=b', 'files-passed-over'])
  })
  it('names a missing file, an unreadable name and a folder with nothing to read', async () => {
    write('none/readme.md', '#')
    expect(await outcome(await open(join(folder, 'missing.txt'), join(folder, 'none')))).toEqual(['file-missing', 'folder-empty'])
  })
  it('tells a named file of another ending by its first bytes', async () => {
    expect(await outcomeOf('news.dump', `${report('a')}\n${report('b')}\n`)).toEqual(['=a:1', '=b:2'])
    expect(await outcomeOf('story', ARABIC)).toEqual(['=story'])
  })
})
