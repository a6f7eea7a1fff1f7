import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/load.ts'
import type { Record, Report } from '../record.ts'
import { read } from './read.ts'

const knowledge = loadKnowledge()
const report = (text: string): Report => ({ id: 'test', outlet: null, published: '2015-11-16', title: null, url: null, text })
const readText = (text: string): Record => read(report(text), knowledge)
const examples = readdirSync('examples/reports')
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(`examples/reports/${file}`, 'utf8')) as Report)

/** What a record says, without offsets: who, by which cue, in which words. */
const said = (record: Record, text: string) =>
  record.statements.map(({ source, cue, content, type }) => ({
    source: record.actors.find(({ id }) => id === source)?.name ?? null,
    cue: cue && text.slice(...cue),
    content: content.map((span) => text.slice(...span)),
    type,
  }))

describe('every line of a record stands on words of the report', () => {
  test.each(examples.map((example) => [example.id, example] as const))('%s', (_, example) => {
    const record = read(example, knowledge)
    const { length } = example.text
    const isInside = ([start, end]: readonly [number, number]) => start >= 0 && start < end && end <= length
    const spans = [
      ...record.statements.flatMap(({ cue, sourceSpan, content, venue }) => [cue, sourceSpan, venue, ...content].filter((span) => span !== null)),
      ...record.events.map(({ trigger }) => trigger),
      ...record.positions.map(({ target }) => target),
      ...record.times.map(({ span }) => span),
      ...record.actors.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
    ]
    expect(spans.length).toBeGreaterThan(5)
    expect(spans.filter((span) => !isInside(span))).toEqual([])
    const ids = new Set(record.actors.map(({ id }) => id))
    const used = [
      ...record.statements.flatMap(({ source, addressee, via }) => [source, addressee, via]),
      ...record.events.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
      ...record.positions.map(({ holder }) => holder),
    ].filter((id) => id !== null)
    expect(used.filter((id) => !ids.has(id))).toEqual([])
  })
})

test('any text gives a record, and the same text the same record', () => {
  const words = examples.flatMap(({ text }) => text.split(/(?<=[\s،."])/))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      expect(readText(text)).toEqual(readText(text))
    }),
    { numRuns: 60 },
  )
})

test('tatweel and vowels change nothing of who said what', () => {
  const plain = 'قال وزير الخارجية الأردني ناصر الحلبي إن بلاده ترفض القرار. وأضاف الوزير أن الحوار ممكن.'
  const dressed = 'قـال وزير الخارجية الأردني ناصر الحلبي إنّ بلادَه ترفض القرار. وأضافَ الوزيــر أنّ الحوار ممكن.'
  const sources = (text: string) => said(readText(text), text).map(({ source, type }) => `${source} ${type}`)
  expect(sources(plain)).toEqual(['ناصر الحلبي indirect', 'ناصر الحلبي indirect'])
  expect(sources(dressed)).toEqual(sources(plain))
})

test('a paragraph behind changes nothing that was read before it', () => {
  for (const { text } of examples.slice(0, 5)) {
    const longer = `${text}\nوقال محافظ المدينة سمير الخطيب إن الطريق مفتوح.`
    const before = said(readText(text), text)
    const after = said(readText(longer), longer)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.at(-1)).toMatchObject({ source: 'سمير الخطيب', content: ['إن الطريق مفتوح'] })
  }
})

describe('who speaks', () => {
  const sources = (text: string) => said(readText(text), text).map(({ source }) => source)

  test('no name of the catalogue is cut out of another name', () => {
    const record = readText('وقال المتحدث باسم الشركة باولو فيريتي إن الأمر سهل.')
    expect(record.actors.map(({ name, catalogue }) => [name, catalogue])).toEqual([['باولو فيريتي', null]])
  })

  test('who acts in a sentence goes on in it, and the next phrase is whom he asks', () => {
    expect(sources('اقترحت شركة الساحل تشغيل رحلتين بين المدينتين، وطالبت الحكومة التونسية بدعم مالي.')).toEqual(['شركة الساحل', 'شركة الساحل'])
  })

  test('a first name that is spelled like a preposition is a name before another name', () => {
    expect(sources('وقال علي بيرال من أنصار الحزب إن الأمر واضح.')).toEqual(['علي بيرال'])
    expect(sources('قال الوزير إن الأمر واضح. وشدد على ضرورة الحوار.')).toEqual(['الوزير', 'الوزير'])
  })

  test('a police force of another country is another one', () => {
    expect(new Set(sources('قالت الشرطة الإسبانية إن الرجل فر. وقالت الشرطة الأوروبية إن البحث مستمر.')).size).toBe(2)
  })

  test('a sum speaks for nobody', () => {
    expect(sources('ارتفعت الأسعار لتبلغ 67 دولارا بعد أن هبطت أمس.')).toEqual([])
  })
})

describe('who does', () => {
  const deeds = (text: string) => {
    const record = readText(text)
    const name = (id: string) => record.actors.find((actor) => actor.id === id)?.name
    return record.events.map(({ type, status, actors, recipients }) => `${type} ${status} ${actors.map(name)} > ${recipients.map(name)}`)
  }

  test('in an accusation the pronoun is the accused', () => {
    expect(deeds('اتهمت واشنطن طهران بأنها قصفت الحوثيين.')).toEqual(['ACCUSE occurred واشنطن > طهران', 'ASSAULT occurred طهران > الحوثيين'])
  })

  test('who denies what he was accused of is named on it, and a position knows its issue', () => {
    const record = readText('اتهمت واشنطن طهران بقصف الميناء. ونفت طهران الاتهام. ورحبت موسكو بوقف إطلاق النار في اليمن.')
    const denial = record.statements.find(({ act }) => act === 'deny')
    expect(denial?.source).toBe('IR')
    expect(record.events.find(({ type }) => type === 'ACCUSE')?.deniedBy).toBe(denial?.id)
    expect(record.positions.find(({ polarity }) => polarity === 'supports')?.issue?.concept).toBe('وقف إطلاق النار')
  })

  test('a visit that is planned has not occurred', () => {
    expect(deeds('سيزور ماكرون بيروت غدا.')).toEqual([expect.stringMatching(/^CONSULT planned ماكرون > /)])
  })
})
