import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Record } from '../record.ts'
import { describeEngines } from './engines.fixture.ts'
import { ferry, recordOf } from './records.fixture.ts'

describeEngines('storing', ({ open, newAddress }, engineName) => {
  const countOf = async (ledger: Awaited<ReturnType<typeof open>>, table: 'reports' | 'statements' | 'report_versions' | 'readings' | 'actors') =>
    Number(
      (
        await ledger.engine.database
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )

  it('gives a record back as it was', async () => {
    const ledger = await open()
    const record = ferry()
    const [stored] = await ledger.store([record], '1.0.0')
    expect(stored).toEqual({ outcome: 'new', report: 1 })
    expect((await ledger.records([1])).get(1)).toEqual(record)
  })

  it('stores the same report once, in one batch or in two, under its id or another file name', async () => {
    const ledger = await open()
    expect((await ledger.store([ferry(), ferry()], '1.0.0')).map(({ outcome }) => outcome)).toEqual(['new', 'same'])
    expect((await ledger.store([ferry(), ferry({ id: 'copy' })], '1.0.0')).map(({ outcome }) => outcome)).toEqual(['same', 'same'])
    expect(await countOf(ledger, 'reports')).toBe(1)
    expect(await countOf(ledger, 'statements')).toBe(2)
  })

  it('keeps reports of one address together and of different addresses apart', async () => {
    const ledger = await open()
    const outcomes = await ledger.store(
      [
        ferry({ url: 'https://www.example.org/a?utm_source=x#top' }),
        ferry({ url: 'http://example.org/a/', text: `${ferry().text} زيد هنا.` }),
        ferry({ url: 'https://example.org/b' }),
      ],
      '1.0.0',
    )
    expect(outcomes.map(({ outcome, report }) => [outcome, report])).toEqual([
      ['new', 1],
      ['version', 1],
      ['new', 2],
    ])
    expect((await ledger.records([1])).get(1)?.text).toContain('زيد')
  })

  it('takes a changed text for a new version and another text under the same id for another report', async () => {
    const ledger = await open()
    await ledger.store([ferry()], '1.0.0')
    const changed = ferry({ text: `${ferry().text}\nوأضافت أن المشروع متوقف.` })
    const other = recordOf({ id: 'ferry', text: 'أعلنت الجامعة نتائج الامتحانات في كلية الطب صباحا.' })
    expect(await ledger.store([changed, other, other], '1.0.0')).toEqual([
      { outcome: 'version', report: 1 },
      { outcome: 'new', report: 2 },
      { outcome: 'same', report: 2 },
    ])
    expect(await ledger.store([ferry()], '1.0.0')).toEqual([{ outcome: 'same', report: 1 }])
    expect((await ledger.records([1, 2])).get(1)).toEqual(changed)
  })

  it('adds a reading for another reader and shows the newest reader’s, whichever came last', async () => {
    const ledger = await open()
    const later = { ...ferry(), statements: ferry().statements.slice(0, 1) }
    expect(await ledger.store([later], '1.10.0')).toEqual([{ outcome: 'new', report: 1 }])
    expect(await ledger.store([ferry()], '1.9.0')).toEqual([{ outcome: 'reading', report: 1 }])
    expect((await ledger.records([1])).get(1)).toEqual(later)
    expect(await countOf(ledger, 'readings')).toBe(2)
    expect(await countOf(ledger, 'statements')).toBe(1)
  })

  it('gives any record back as it was, whatever its strings hold', { timeout: 120_000 }, async () => {
    const ledger = await open()
    const text = fc.string({ unit: fc.constantFrom('قال', ' ', 'ا', 'ً', '«', '.', '\n', '\u0000', '\ud800', '\udc00', '😀', "'", '\\', 'x'), minLength: 1 })
    let number = 0
    const check = async (fields: { text: string; title: string | null; outlet: string | null; why: string }) => {
      const { why, ...report } = fields
      const record: Record = recordOf({ ...report, id: `p${number++}` }, () => ({
        actors: [
          {
            id: 'a',
            name: report.text,
            aliases: [report.text],
            kind: 'person',
            role: report.title,
            mentions: [{ span: [0, report.text.length], form: 'name' }],
            catalogue: null,
            latin: { name: why, romanised: true },
            why: 'w',
            confidence: 0.5,
          },
        ],
        positions: [
          { holder: 'a', target: [0, report.text.length], polarity: 'supports', conditional: true, evidence: null, issue: null, why: 'w', confidence: 0.25 },
        ],
      }))
      const [stored] = await ledger.store([record], '1.0.0')
      const back = (await ledger.records([stored?.report as number])).get(stored?.report as number)
      // The same text under another id is the same report, which keeps its first id.
      if (stored?.outcome === 'new') expect(back).toEqual(record)
    }
    await fc.assert(fc.asyncProperty(fc.record({ text, title: fc.option(text), outlet: fc.option(text), why: text }), check), { numRuns: 40 })
  })

  it('lets two that write at once each find the other’s reports', async () => {
    const address = await newAddress()
    const [one, two] = await Promise.all([open(address), open(address)])
    const records = Array.from({ length: 20 }, (_, i) => ferry({ id: `f${i}`, published: `2015-10-${10 + i}` }))
    const outcomes = await Promise.all([...records.map((record) => one.store([record], '1.0.0')), ...records.map((record) => two.store([record], '1.0.0'))])
    expect(outcomes.flat().filter(({ outcome }) => outcome === 'new')).toHaveLength(20)
    expect(await countOf(one, 'reports')).toBe(20)
    expect(await countOf(two, 'actors')).toBe(3)
  })

  if (engineName === 'sqlite')
    it('loses nothing that was reported as stored when it is killed, and goes on where it stopped', { timeout: 60_000 }, async () => {
      const address = await newAddress()
      const child = spawn(process.execPath, ['--import', 'tsx', new URL('./store-forever.fixture.ts', import.meta.url).pathname, address], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let told = ''
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString()
        if (told.split('\n').length > 12) child.kill('SIGKILL')
      })
      await once(child, 'close')
      const ids = told
        .split('\n')
        .slice(0, -1)
        .flatMap((line) => line.split(' '))
      expect(ids.length).toBeGreaterThan(50)
      const ledger = await open(address)
      const rows = await ledger.engine.database.selectFrom('reports').select('id').execute()
      const kept = new Set(rows.map(({ id }) => id))
      expect(ids.filter((id) => !kept.has(id))).toEqual([])
      // A batch that was whole but not yet told may be there; the same batch again changes nothing.
      const again = await ledger.store(
        ids.map((id) => ferry({ id, title: id })),
        '1.0.0',
      )
      expect(again.every(({ outcome }) => outcome === 'same')).toBe(true)
    })
})
