import { beforeAll, expect, it } from 'vitest'
import { describeEngines, knowledge } from '../ledger/engines.fixture.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { recordOf } from '../ledger/records.fixture.ts'
import { countReports, pageReports } from '../ledger/queries/reports.ts'
import { listActors } from '../ledger/queries/actors.ts'
import { archive } from './answers.fixture.ts'
import { countEvents, findEvents } from './events.ts'
import { findPositions } from './positions.ts'
import { countStatements, findStatements } from './statements.ts'

describeEngines('asking', ({ open }) => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await open()
    await ledger.store(archive, '1.0.0')
  })
  const said = async (filter: Parameters<typeof findStatements>[1]) =>
    (await findStatements(ledger, filter)).items.map(({ report, words }) => `${report.id} ${words}`)

  it('gives each statement with its report, its sentence and its words', async () => {
    const { items } = await findStatements(ledger, { speaker: 'سليم البرقاوي', outlets: ['المرفا'], to: '2015-10-10' })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      report: { id: 'a1', outlet: 'المرفأ', published: '2015-10-05', url: 'https://marfa.example/1' },
      state: 'suggested',
      speaker: { name: 'سليم البرقاوي', latin: 'Salim Barqawi' },
      quotation: 'الوزارة ترفض تمويل الخط الجديد',
      sentence: 'قال وزير النقل سليم البرقاوي إن الوزارة ترفض تمويل الخط الجديد.',
      words: 'قال',
      act: 'say',
    })
  })

  it.each<[string, Parameters<typeof findStatements>[1], string[]]>([
    ['by the last name', { speaker: 'البرقاوي' }, ['a2 وقال', 'b1 أكد', 'a1 قال']],
    ['by a name in Latin letters', { speaker: 'barqawi' }, ['a2 وقال', 'b1 أكد', 'a1 قال']],
    ['by someone nobody knows', { speaker: 'فلان' }, []],
    ['about an actor', { about: 'شركة الموانئ' }, ['a2 واتهمت']],
    ['by a word without its clitics', { words: 'وزارة' }, ['b1 أكد', 'a1 قال']],
    ['by words that must all be there', { words: 'وزارة دعم' }, ['b1 أكد']],
    ['by a phrase', { words: '«الخط الجديد» تؤيد' }, ['a1 وأعلنت']],
    ['by words as they are written', { words: 'لتمويل الخط', isExact: true }, ['b1 أكد']],
    ['by words nobody wrote', { words: 'قطار' }, []],
    ['by marks alone', { words: '«»' }, []],
    ['by act', { acts: ['deny'] }, ['c1 نفت']],
    ['on an issue', { issue: 'ferry-line', speaker: 'هالة المرزوقي' }, ['a1 وأعلنت']],
    ['between dates', { from: '2015-10-13', to: '2015-10-13' }, ['a2 وقال', 'a2 واتهمت']],
    ['by outlet', { outlets: ['الأفق'] }, ['c1 وقالت', 'c1 نفت']],
    ['by report', { report: 'b2' }, ['b2 قالت']],
    ['that were rejected', { states: ['rejected'] }, []],
  ])('finds statements %s', async (_, filter, expected) => {
    expect(await said(filter)).toEqual(expected)
    expect(await countStatements(ledger, filter)).toBe(expected.length)
  })

  it('gives every line once, page by page, in both directions', async () => {
    for (const isAscending of [false, true]) {
      const ids: string[] = []
      let cursor: string | null = null
      do {
        const page = await findStatements(ledger, {}, { limit: 2, cursor, isAscending })
        ids.push(...page.items.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== null)
      expect(ids).toHaveLength(8)
      expect(new Set(ids).size).toBe(8)
    }
    await expect(findStatements(ledger, {}, { cursor: 'x' })).rejects.toMatchObject({ code: 'option-invalid' })
  })

  it('finds events by type, who, to whom, status, place and time', async () => {
    const found = async (filter: Parameters<typeof findEvents>[1]) =>
      (await findEvents(ledger, filter)).items.map(({ report, words }) => `${report.id} ${words}`)
    expect(await found({ types: ['CONSULT'] })).toEqual(['a2 التقت', 'b1 للقاء'])
    expect(await found({ types: ['CONSULT'], statuses: ['planned'] })).toEqual(['b1 للقاء'])
    expect(await found({ actor: 'هالة المرزوقي', recipient: 'الموانئ' })).toEqual(['a2 واتهمت'])
    expect(await found({ participant: 'شركة الموانئ الوطنية' })).toEqual(['c1 نفت', 'a2 واتهمت'])
    expect(await found({ place: 'ببنزرت' })).toEqual(['a2 التقت', 'b1 للقاء'])
    expect(await found({ happenedFrom: '2015-10-13' })).toEqual(['a2 واتهمت'])
    expect(await countEvents(ledger, { words: 'تأخير' })).toBe(2)
    expect((await findEvents(ledger, { statuses: ['planned'] })).items[0]).toMatchObject({
      actors: [{ name: 'هالة المرزوقي' }],
      recipients: [{ name: 'سليم البرقاوي' }],
      when: '2015-10-12',
      where: 'بنزرت',
    })
  })

  it('gives the positions of an actor over time with the statements they are read from', async () => {
    const { items } = await findPositions(ledger, { holder: 'البرقاوي', issue: 'ferry line' }, { isAscending: true })
    expect(items.map(({ report, polarity, statement }) => [report.id, polarity, statement?.cue])).toEqual([
      ['a1', 'opposes', 'قال'],
      ['b1', 'supports', 'أكد'],
      ['a2', 'supports', 'وقال'],
    ])
    expect((await findPositions(ledger, { issue: 'تمويل' })).items).toHaveLength(4)
  })

  it('shows actors of the catalogue by its names, whatever the report calls them', async () => {
    const [id, entry] = [...knowledge.catalogue.entries].find(([, { kind }]) => kind === 'state') as [string, { name: string }]
    const other = await open()
    const record = recordOf({ text: 'قالت الحكومة الفلانية نعم.' }, ({ actor, statement, position, issue }) => ({
      actors: [actor('g', 'الحكومة الفلانية', { kind: 'state', catalogue: id })],
      statements: [statement('g', 'قالت', 'نعم')],
      // What an issue is about may be a name that is no actor of the report.
      positions: [position('g', 'supports', 'نعم', { issue: issue('i', ['مكان ما', 'الحكومة الفلانية']) })],
    }))
    await other.store([record], '1.0.0')
    for (const speaker of [entry.name, 'الفلانية', id])
      expect((await findStatements(other, { speaker })).items).toMatchObject([{ speaker: { id, name: entry.name } }])
    expect((await listActors(other.engine.database, other.stemmer, null, 10)).map((found) => found.id)).toEqual([id])
  })

  it('counts and lists reports and actors', async () => {
    expect(await countReports(ledger, {})).toBe(5)
    expect(await countReports(ledger, { words: 'بنزرت', actor: 'سليم البرقاوي' })).toBe(2)
    expect((await pageReports(ledger, { from: '2015-10-14' }, {})).items.map(({ id, outlet }) => [id, outlet])).toEqual([
      ['b2', 'الشاطئ'],
      ['c1', 'الأفق'],
    ])
    expect((await listActors(ledger.engine.database, ledger.stemmer, 'المرزوقي', 10)).map(({ name, reports }) => [name, reports])).toEqual([
      ['هالة المرزوقي', 5],
    ])
  })
})
