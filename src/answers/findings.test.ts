import { beforeAll, expect, it } from 'vitest'
import { rejectLine } from '../ledger/correct.ts'
import { describeEngines } from '../ledger/engines.fixture.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { recordOf } from '../ledger/records.fixture.ts'
import { archive } from './answers.fixture.ts'
import { checkBundle, createBundle, parseBundle } from './bundle.ts'
import { findChanges } from './changes.ts'
import { findDenials, findDenialsOf } from './denials.ts'
import { findDisagreements } from './disagreements.ts'
import { findPlans } from './plans.ts'
import { findSides } from './sides.ts'
import { findStatements } from './statements.ts'
import { verifyQuotation } from './verify.ts'

describeEngines('finding', ({ open }) => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await open()
    await ledger.store(archive, '1.0.0')
  })

  it('pairs the positions in which an actor is told to change sides, typed', async () => {
    const changes = await findChanges(ledger, { holder: 'البرقاوي' })
    expect(changes.map(({ type, earlier, later }) => [type, earlier.report.id, later.report.id])).toEqual([['same-day-conflict', 'a1', 'b1']])
    expect(changes[0]?.earlier.sentence).toContain('ترفض تمويل')
  })

  it('tells a reversal where the day in between is left out', async () => {
    const changes = await findChanges(ledger, { holder: 'البرقاوي', outlets: ['المرفأ'] })
    expect(changes.map(({ type, earlier, later }) => [type, earlier.report.id, later.report.id])).toEqual([['reversal', 'a1', 'a2']])
  })

  it('finds the same words of one day told otherwise by two outlets, though neither by its full name', async () => {
    const changes = await findChanges(ledger, { holder: 'المرزوقي' })
    expect(changes.map(({ type, earlier, later }) => [type, earlier.report.id, later.report.id])).toEqual([['wording-differs', 'c1', 'b2']])
  })

  it('tells who agrees and who is at odds on an issue', async () => {
    const { supporters, opponents, divided } = await findSides(ledger, { issue: 'ferry-line' })
    expect(supporters.map(({ holder }) => holder.name)).toEqual(['هالة المرزوقي'])
    expect(opponents).toEqual([])
    expect(divided).toMatchObject([{ holder: { name: 'سليم البرقاوي' }, supports: 2, opposes: 1, outlets: 2, origins: 3 }])
    expect(divided[0]?.latest.map(({ report, polarity }) => [report.id, polarity]).sort()).toEqual([
      ['a1', 'opposes'],
      ['a2', 'supports'],
    ])
    expect(await findSides(ledger, { issue: 'nothing-of-the-kind' })).toEqual({ supporters: [], opponents: [], divided: [] })
  })

  it('ties denials to the claims before them and to the events they deny', async () => {
    const { items } = await findDenials(ledger)
    expect(items).toHaveLength(1)
    expect(items[0]?.denial).toMatchObject({ speaker: { name: 'شركة الموانئ الوطنية' }, quotation: 'تأخير المشروع' })
    expect(items[0]?.claims[0]).toMatchObject({ act: 'accuse', speaker: { name: 'هالة المرزوقي' }, report: { id: 'a2' } })
    expect(items[0]?.events).toMatchObject([{ type: 'REJECT' }])
    const accusation = await ledger.engine.database.selectFrom('statements').select('key').where('act', '=', 'accuse').executeTakeFirstOrThrow()
    expect((await findDenialsOf(ledger, accusation.key)).map(({ report }) => report.id)).toEqual(['c1'])
  })

  it('tells which plans came true', async () => {
    const { items } = await findPlans(ledger)
    expect(items.map(({ plan, outcome, evidence }) => [plan.report.id, outcome, evidence.map(({ report, words }) => `${report.id} ${words}`)])).toEqual([
      ['b1', 'came-true', ['a2 التقت']],
    ])
  })

  it('shows in what outlets tell one event otherwise', async () => {
    const told = (id: string, outlet: string, verb: string, status: 'occurred' | 'denied', where: string) =>
      recordOf({ id, outlet, published: '2015-10-20', text: `${verb} كمال الزين نادية الصافي في ${where}.` }, ({ actor, event }) => ({
        actors: [actor('k', 'كمال الزين'), actor('n', 'نادية الصافي')],
        events: [event('CONSULT', verb, ['k'], ['n'], { status, where })],
      }))
    const other = await open()
    await other.store(
      [
        told('d1', 'المرفأ', 'التقى', 'occurred', 'بنزرت'),
        told('d2', 'الشاطئ', 'قابل', 'denied', 'مدينة بنزرت'),
        told('d3', 'الأفق', 'استقبل', 'occurred', 'سوسة'),
        told('d4', 'الأفق', 'حادث', 'occurred', 'تونس'),
      ],
      '1.0.0',
    )
    const found = await findDisagreements(other, { participant: 'كمال الزين' })
    expect(found.map(({ types, first, second }) => [first.report.id, second.report.id, types.join()])).toEqual([
      ['d1', 'd2', 'status'],
      ['d1', 'd3', 'place'],
      ['d2', 'd3', 'status,place'],
      ['d1', 'd4', 'place'],
      ['d2', 'd4', 'status,place'],
    ])
  })

  it('verifies a quotation whatever its spelling, and shows what differs', async () => {
    expect(await verifyQuotation(ledger, 'لن نقبل باي تأخير في المشروع')).toMatchObject({
      verdict: 'exact',
      statements: [{ report: { id: 'c1' }, speaker: { name: 'هالة المرزوقي' } }],
    })
    expect(await verifyQuotation(ledger, 'مدينة بنزرت يوم ١٢ أكتوبر')).toMatchObject({ verdict: 'in-text', reports: [{ id: 'b1' }] })
    const { verdict, near } = await verifyQuotation(ledger, 'لن نسمح بأي تأخير في المشروع بعد اليوم')
    expect(verdict).toBe('differs')
    expect(near[0]).toMatchObject({
      statement: { report: { id: 'c1' } },
      difference: [
        { kind: 'same', words: 'لن' },
        { kind: 'recorded', words: 'نقبل' },
        { kind: 'asked', words: 'نسمح' },
        { kind: 'same', words: 'بأي تأخير في المشروع بعد اليوم' },
      ],
    })
    expect(await verifyQuotation(ledger, 'السماء صافية فوق الجبال')).toMatchObject({ verdict: 'absent', near: [] })
    expect(await verifyQuotation(ledger, '«»')).toMatchObject({ verdict: 'absent' })
  })

  it('freezes an answer so that any change to it is found', async () => {
    const answer = await findStatements(ledger, { speaker: 'البرقاوي' })
    const text = JSON.stringify(await createBundle(ledger, { speaker: 'البرقاوي' }, answer))
    const bundle = parseBundle(text)
    expect(bundle.reports).toHaveLength(3)
    expect(checkBundle(bundle)).toEqual([])
    expect(checkBundle(parseBundle(text.replaceAll('ترفض', 'تقبل'))).map(({ code }) => code)).toContain('digest-differs')
    expect(checkBundle({ ...bundle, reports: bundle.reports.map((report) => ({ ...report, text: `${report.text} ` })) }).map(({ code }) => code)).toContain(
      'report-changed',
    )
    expect(() => parseBundle('{"format": "other"}')).toThrow('no bundle')
    expect(() => parseBundle('…')).toThrow('not JSON')
  })

  it('leaves rejected lines out of what it finds', async () => {
    const { items } = await findStatements(ledger, { acts: ['deny'] })
    await rejectLine(ledger, items[0]?.id as string, { person: 'سلمى' })
    expect((await findDenials(ledger)).items).toEqual([])
  })
})
