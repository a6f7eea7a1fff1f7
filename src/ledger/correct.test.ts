import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findEvents } from '../answers/events.ts'
import { findPositions } from '../answers/positions.ts'
import { findStatements } from '../answers/statements.ts'
import type { Record } from '../record.ts'
import { applyCorrections } from './apply-corrections.ts'
import {
  acceptLine,
  addLine,
  editLine,
  mergeActors,
  rejectLine,
  renameActor,
  renameIssue,
  splitActor,
  suppressActor,
  suppressReport,
  undoCorrection,
} from './correct.ts'
import { type Correction, createCorrection } from './correction.ts'
import { describeEngines } from './engines.fixture.ts'
import { eraseReport } from './erase.ts'
import type { Ledger } from './ledger.ts'
import { listActors } from './queries/actors.ts'
import { ferry, recordOf } from './records.fixture.ts'
import { rereadReports } from './reread.ts'

const LINES = { states: ['suggested', 'accepted', 'edited', 'added', 'rejected'] } as const
const salma = { person: 'سلمى', why: 'راجعت النص' }
let minute = 0
/** Each correction a minute after the one before. */
const by = (person = 'سلمى') => ({ person, made: new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString() })

const statements = async (ledger: Ledger) =>
  (await findStatements(ledger, LINES, { isAscending: true })).items.map(({ state, cue, speaker, quotation }) => [state, cue, speaker?.name ?? null, quotation])
const lineId = async (ledger: Ledger, words: string) => (await findStatements(ledger, LINES)).items.find((item) => item.words === words)?.id as string

describeEngines('correcting', ({ open, newAddress }, engineName) => {
  const filled = async (...records: Record[]) => {
    const ledger = await open()
    await ledger.store(records.length === 0 ? [ferry()] : records, '1.0.0')
    return ledger
  }

  it('keeps who did what, when and why, and what the machine had read', async () => {
    const ledger = await filled()
    const { id } = await acceptLine(ledger, await lineId(ledger, 'قال'), salma)
    const row = await ledger.engine.database.selectFrom('corrections').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ id, person: 'سلمى', why: 'راجعت النص', action: 'accept', report: 1 })
    expect((await ledger.records([1])).get(1)).toEqual(ferry())
  })

  it('shows accepted, rejected and edited lines as such, and never shows rejected ones unasked', async () => {
    const ledger = await filled()
    await acceptLine(ledger, await lineId(ledger, 'قال'), by())
    await rejectLine(ledger, await lineId(ledger, 'واتهمت'), by())
    expect(await statements(ledger)).toEqual([
      ['accepted', 'قال', 'سليم البرقاوي', 'الوزارة ترفض تمويل الخط الجديد'],
      ['rejected', 'واتهمت', 'هالة المرزوقي', 'بالمماطلة'],
    ])
    expect((await findStatements(ledger)).items).toHaveLength(1)
    await editLine(ledger, await lineId(ledger, 'قال'), { source: 'هالة المرزوقي', act: 'announce' }, by())
    expect((await findStatements(ledger, { speaker: 'هالة المرزوقي' })).items).toMatchObject([{ state: 'edited', act: 'announce' }])
  })

  it('undoes one step at a time, and an undo too', async () => {
    const ledger = await filled()
    await acceptLine(ledger, await lineId(ledger, 'قال'), by())
    await rejectLine(ledger, await lineId(ledger, 'قال'), by())
    const state = async () => (await statements(ledger))[0]?.[0]
    const undo = await undoCorrection(ledger, null, by())
    expect(await state()).toBe('accepted')
    await undoCorrection(ledger, undo.id, by())
    expect(await state()).toBe('rejected')
    await undoCorrection(ledger, null, by())
    await undoCorrection(ledger, null, by())
    expect(await state()).toBe('suggested')
    await expect(undoCorrection(ledger, null, by())).rejects.toMatchObject({ code: 'ledger-line-missing' })
  })

  it('adds lines, with actors whom nobody knew', async () => {
    const ledger = await filled()
    const line = {
      kind: 'position' as const,
      holder: 'كمال الزين',
      target: [12, 24] as const,
      polarity: 'supports' as const,
      conditional: false,
      evidence: null,
      issue: null,
      why: '',
      confidence: 0,
    }
    await addLine(ledger, 1, line, by())
    expect((await findPositions(ledger, { holder: 'الزين' })).items).toMatchObject([{ state: 'added', why: 'person', holder: { name: 'كمال الزين' } }])
    await expect(addLine(ledger, 1, { ...line, target: [5, 9000] }, by())).rejects.toMatchObject({ code: 'correction-invalid' })
    await expect(acceptLine(ledger, 's1.7-9', by())).rejects.toMatchObject({ code: 'ledger-line-missing' })
  })

  it('merges, splits and renames actors, and takes each back', async () => {
    const ledger = await filled(
      ferry(),
      recordOf({ id: 'x', text: 'قال البرقاوي شيئا.' }, ({ actor, statement }) => ({
        actors: [actor('b', 'البرقاوي')],
        statements: [statement('b', 'قال', 'شيئا')],
      })),
    )
    const whose = async (speaker: string) => (await findStatements(ledger, { speaker })).items.map(({ report }) => report.id)
    const idOf = async (name: string) => (await listActors(ledger.engine.database, ledger.stemmer, name, 9)).map(({ id }) => id)
    const full = (await idOf('سليم البرقاوي'))[0] as string
    const short = (await idOf('البرقاوي')).find((id) => id !== full) as string
    expect(await whose('سليم')).toEqual(['ferry'])
    await mergeActors(ledger, short, full, by())
    expect((await whose('سليم')).sort()).toEqual(['ferry', 'x'])
    await renameActor(ledger, full, 'سليم بن علي البرقاوي', by())
    expect((await findStatements(ledger, { speaker: 'سليم' })).items[0]?.speaker?.name).toBe('سليم بن علي البرقاوي')
    await undoCorrection(ledger, null, by())
    await undoCorrection(ledger, null, by())
    expect(await whose('سليم')).toEqual(['ferry'])
    await splitActor(ledger, full, 1, { name: 'سليم البرقاوي الابن' }, by())
    expect((await findStatements(ledger, { speaker: 'الابن' })).items).toHaveLength(1)
    expect((await findStatements(ledger, { speaker: full })).items).toHaveLength(0)
    await undoCorrection(ledger, null, by())
    expect((await findStatements(ledger, { speaker: full })).items).toHaveLength(1)
    await renameIssue(ledger, 'ferry-line', 'خط العبارة', by())
    expect((await findPositions(ledger, { issue: 'العبارة' })).items).toHaveLength(1)
  })

  it('keeps corrections over a later reading, and shows what that changed', async () => {
    const ledger = await filled()
    await acceptLine(ledger, await lineId(ledger, 'قال'), by())
    await editLine(ledger, await lineId(ledger, 'واتهمت'), { act: 'condemn' }, by())
    const later: Record = {
      ...ferry(),
      statements: ferry()
        .statements.slice(1)
        .map((statement) => ({ ...statement, id: 's1', source: null })),
      events: [],
    }
    const changes = []
    for await (const { id, differences } of rereadReports(ledger, '1.1.0', () => later))
      changes.push([id, differences.added.length, differences.removed.map(({ kind }) => kind), differences.changed.map(({ before }) => before.kind)])
    expect(changes).toEqual([['ferry', 0, ['statement', 'event'], ['statement', 'position']]])
    for await (const { id } of rereadReports(ledger, '1.1.0', () => later)) expect(id).toBe('read again once only')
    expect(await statements(ledger)).toEqual([
      ['accepted', 'قال', 'سليم البرقاوي', 'الوزارة ترفض تمويل الخط الجديد'],
      ['edited', 'واتهمت', 'هالة المرزوقي', 'بالمماطلة'],
    ])
    expect((await findEvents(ledger)).items).toEqual([])
  })

  it('anchors corrections anew in a changed text, and keeps those whose words are gone without showing them', async () => {
    const ledger = await filled()
    await acceptLine(ledger, await lineId(ledger, 'قال'), by())
    await acceptLine(ledger, await lineId(ledger, 'واتهمت'), by())
    const text = ferry().text.replace('قال وزير', 'تونس - قال وزير').replace('بالمماطلة', 'بالتأخير')
    await ledger.store([{ ...recordOf({ id: 'ferry', text }) }], '1.0.0')
    const { items } = await findStatements(ledger)
    expect(items).toMatchObject([{ state: 'accepted', words: 'قال', span: [7, 10], quotation: 'الوزارة ترفض تمويل الخط الجديد' }])
    expect(await ledger.engine.database.selectFrom('corrections').select('id').execute()).toHaveLength(2)
    await ledger.store([recordOf({ id: 'ferry', text: `${ferry().text} وسكت.` })], '1.0.0')
    expect((await findStatements(ledger)).items).toHaveLength(2)
  })

  it('hides a suppressed report and a suppressed actor, also in reports to come, and shows them again', async () => {
    const ledger = await filled()
    await suppressReport(ledger, 1, by())
    expect((await findStatements(ledger)).items).toEqual([])
    await undoCorrection(ledger, null, by())
    expect((await findStatements(ledger)).items).toHaveLength(2)
    const [actor] = await listActors(ledger.engine.database, ledger.stemmer, 'هالة', 1)
    await suppressActor(ledger, actor?.id as string, by())
    await ledger.store([ferry({ id: 'next', published: '2015-10-09' })], '1.0.0')
    expect((await statements(ledger)).map(([, cue]) => cue)).toEqual(['قال', 'قال'])
    await undoCorrection(ledger, null, by())
    expect(await statements(ledger)).toHaveLength(4)
  })

  it('erases a report and does not take it in again', async () => {
    const ledger = await filled(
      ferry(),
      recordOf({ id: 'x', text: 'قال كمال الزين شيئا.' }, ({ actor }) => ({ actors: [actor('k', 'كمال الزين')] })),
    )
    await acceptLine(ledger, await lineId(ledger, 'قال'), by())
    await eraseReport(ledger, 1, { person: 'سلمى', why: 'طلب صاحب النص' })
    for (const table of [
      'report_versions',
      'readings',
      'statements',
      'events',
      'positions',
      'times',
      'mentions',
      'report_actors',
      'line_actors',
      'corrections',
    ] as const)
      expect([table, (await ledger.engine.database.selectFrom(table).selectAll().execute()).filter((row) => !('report' in row) || row.report === 1)]).toEqual([
        table,
        [],
      ])
    expect((await ledger.engine.database.selectFrom('actors').select('name').execute()).map(({ name }) => name)).toEqual(['كمال الزين'])
    expect(await ledger.store([ferry()], '2.0.0')).toEqual([{ outcome: 'erased', report: null }])
    expect(await ledger.engine.database.selectFrom('tombstones').select(['person', 'why']).execute()).toEqual([{ person: 'سلمى', why: 'طلب صاحب النص' }])
    if (engineName === 'sqlite') {
      const address = await newAddress()
      const file = await open(address)
      await file.store([ferry()], '1.0.0')
      await eraseReport(file, 1, { person: 'سلمى', why: 'طلب' })
      await file.close()
      for (const word of ['المماطلة', 'البرقاوي']) expect(readFileSync(address).includes(word)).toBe(false)
    }
    expect(await ledger.store([recordOf({ id: 'new', text: 'نص آخر تماما.' })], '2.0.0')).toEqual([{ outcome: 'new', report: 3 }])
  })

  it('comes to the same answers in whatever order corrections and readings come', { timeout: 120_000 }, async () => {
    const readings: [Record, string][] = [
      [ferry(), '1.0.0'],
      [{ ...ferry(), statements: ferry().statements.slice(1), positions: [] }, '1.1.0'],
      [{ ...ferry(), statements: ferry().statements.map((line) => ({ ...line, source: 'a2', act: 'claim' as const })) }, '1.2.0'],
    ]
    // The corrections are made once, as people make them, and then brought to other ledgers.
    const first = await filled()
    const made: Correction[] = []
    const keep = async (correction: Promise<Correction>) => void made.push(await correction)
    await keep(acceptLine(first, await lineId(first, 'قال'), by()))
    await keep(editLine(first, await lineId(first, 'واتهمت'), { source: 'كمال الزين' }, by()))
    await keep(rejectLine(first, await lineId(first, 'قال'), by()))
    await keep(undoCorrection(first, null, by()))
    const [a, b] = (await listActors(first.engine.database, first.stemmer, null, 9)).map(({ id }) => id)
    await keep(mergeActors(first, a as string, b as string, by()))
    await keep(renameActor(first, a as string, 'اسم آخر', by()))
    made.push(createCorrection({ action: 'suppress-actor', actor: 'person:لا-احد' }, 'سلمى', '2026-01-02T00:00:00.000Z', null))
    const answers = async (ledger: Ledger) =>
      JSON.stringify([(await findStatements(ledger, LINES)).items, (await findEvents(ledger, LINES)).items, (await findPositions(ledger, LINES)).items])
    for (const [record, reader] of readings) await first.store([record], reader)
    const expected = await answers(first)
    type Step = Correction | readonly [Record, string]
    const steps: Step[] = [...made, ...readings]
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(steps, { minLength: steps.length }), async (order) => {
        // A report must be there before it can be corrected.
        const ledger = await open()
        await ledger.store([ferry()], '0.9.0')
        for (const step of order)
          await (Array.isArray(step) ? ledger.store([step[0] as Record], step[1] as string) : applyCorrections(ledger, [step as Correction]))
        expect(await answers(ledger)).toBe(expected)
        await ledger.close()
      }),
      { numRuns: 12 },
    )
  })
})
