import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEntries } from '../../knowledge/entry.ts'
import { loadKnowledge, ownKnowledgeFolder, readKnowledgeFiles } from '../../knowledge/load.ts'
import type { TimeExpression } from '../../record.ts'
import { readText } from '../text/text.ts'
import { dayOf, dayOfIslamic, isoDay, islamicMonth, islamicOf, isoWeek, parseDay, weekdayOf } from './calendar.ts'
import { findTimes } from './times.ts'

const knowledge = loadKnowledge()
const MONDAY = '2015-11-16'
const timesOf = (text: string, published: string | null = MONDAY): TimeExpression[] => findTimes(readText(text, published), knowledge)
/** `words | value` of every expression, as the example lines write them. */
const shown = (text: string, published: string | null = MONDAY): string[] =>
  timesOf(text, published).map(({ span, value }) => `${text.slice(...span)} | ${value}`)
const valueIn = (text: string, published: string | null = MONDAY): string => {
  const [only, ...others] = timesOf(text, published)
  expect(others).toEqual([])
  return only?.value ?? 'nothing'
}

describe('properties of any text', () => {
  const words = [...knowledge.times.forms.keys()].flatMap((key) => key.split(' '))
  const piece = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.constantFrom('في', 'من', 'إلى', 'الـ', 'و', 'ل', '/', '(', ')', '،', '.', '-', ':', '"', '\n', 'هـ', '\u00a0', '#') },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 3000 }).map(String) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  )
  const text = fc.array(piece, { maxLength: 40 }).chain((pieces) => fc.constantFrom(' ', '', '\u00a0').map((blank) => pieces.join(blank)))
  const published = fc.constantFrom(null, MONDAY, '2018-02-28T23:30:00+03:00', '2016-02-29', 'yesterday', '2015-13-40')

  test('spans lie inside the text, hold something, are sorted and never overlap; nothing throws', () => {
    fc.assert(
      fc.property(text, published, (text, published) => {
        let last = 0
        for (const { span, value, why, confidence } of timesOf(text, published)) {
          expect(span[0]).toBeGreaterThanOrEqual(last)
          expect(span[1]).toBeGreaterThan(span[0])
          expect(span[1]).toBeLessThanOrEqual(text.length)
          expect(text.slice(...span)).toBe(text.slice(...span).trim())
          expect(value).toMatch(/^(?:P|X|T|\d|PRESENT_REF|PAST_REF|FUTURE_REF)/)
          expect(value).not.toMatch(/NaN|undefined|null/)
          expect(knowledge.entries.has(why)).toBe(true)
          expect(confidence).toBeGreaterThan(0)
          last = span[1]
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('the second run gives the same bytes', () => {
    fc.assert(
      fc.property(text, (text) => {
        expect(JSON.stringify(timesOf(text))).toBe(JSON.stringify(timesOf(text)))
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    '12 و',
    '1,000,',
    'أكثر من ',
    'يوم ',
    'في وقت سابق من ',
    '12 رمضان 1436 الموافق ',
    '"اليوم ',
    '"نحن نعيش اليوم في عالم آخر" ',
    'مئة و',
    'مايو و',
    'ذلك العام ',
  ])('a text of «%s» alone stays linear', (piece) => {
    const started = performance.now()
    timesOf(piece.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(4000)
  })
})

describe('the examples of knowledge/times', () => {
  const files = readKnowledgeFiles([ownKnowledgeFolder()]).filter(({ path }) => path.startsWith('times/'))
  const entries = files.flatMap(parseEntries)
  for (const entry of entries)
    for (const { text, holds, expectations } of entry.examples)
      test(`${entry.id}: ${holds ? '✓' : '✗'} ${text}`, () => {
        const written = entry.fields.get('published')?.[0] ?? MONDAY
        const published = written === '-' ? null : written
        const own = timesOf(text, published).filter(({ why }) => entry.file.endsWith('.examples') || why === entry.id)
        expect(own.map(({ span, value }) => `${text.slice(...span)} | ${value}`)).toEqual(expectations.map(({ fields }) => fields.join(' | ')))
      })

  test('every entry that makes a time has an example, and every id that stands as `why` is an entry', () => {
    const helping = ['times/words', 'times/numbers']
    const bare = entries.filter(({ file, examples }) => !helping.includes(file) && !examples.some(({ holds }) => holds))
    expect(bare.map(({ id }) => id)).toEqual([])
  })
})

describe('months', () => {
  const systems = {
    gulf: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
    levant: 'كانون الثاني،شباط،آذار،نيسان،أيار،حزيران،تموز،آب،أيلول،تشرين الأول،تشرين الثاني،كانون الأول'.split('،'),
    maghreb: 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
    morocco: 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'.split(' '),
  }
  for (const [system, names] of Object.entries(systems))
    test(`${system}: with a day and year, alone with a year, and doubled with the Gulf's name`, () => {
      names.forEach((name, i) => {
        const month = `2012-${String(i + 1).padStart(2, '0')}`
        expect(shown(`وصل الوفد في 7 ${name} 2012.`)).toEqual([`7 ${name} 2012 | ${month}-07`])
        expect(shown(`وصل الوفد في ${name} 2012.`)).toEqual([`${name} 2012 | ${month}`])
        if (name === systems.gulf[i]) return
        for (const doubled of [`${systems.gulf[i]}/${name}`, `${name} / ${systems.gulf[i]}`, `${name} (${systems.gulf[i]})`, `${systems.gulf[i]} ${name}`])
          expect(shown(`وصل الوفد في ${doubled} 2012.`)).toEqual([`${doubled} 2012 | ${month}`])
      })
    })

  const islamic = 'محرم،صفر،ربيع الأول،ربيع الآخر،جمادى الأولى،جمادى الآخرة،رجب،شعبان،رمضان،شوال،ذو القعدة،ذو الحجة'.split('،')
  test('the Islamic year turns into Gregorian days, by the same calendar back again', () => {
    islamic.forEach((name, i) => {
      const value = valueIn(`وصل الوفد في 10 ${name} 1437هـ.`)
      expect(islamicOf(parseDay(value) as number)).toEqual({ year: 1437, month: i + 1, day: 10 })
    })
  })

  test('two months of one system are two times, of two systems a disagreement', () => {
    expect(shown('بين مايو/يونيو 2012.').length).toBe(2)
    expect(timesOf('وصل الوفد في مايو/تموز 2012.')).toMatchObject([{ value: '2012-05', conflict: 'months-disagree' }])
  })
})

describe('weekdays', () => {
  const names = ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد']
  test('past acts lie at most six days back, coming ones at most six ahead, and the report’s own day is today', () => {
    for (let shift = 0; shift < 7; shift++) {
      const today = (parseDay(MONDAY) as number) + shift
      names.forEach((name, i) => {
        const past = parseDay(valueIn(`قال الوزير ${name} إن الأمر انتهى.`, isoDay(today))) as number
        const ahead = parseDay(valueIn(`سيصل الوفد ${name}.`, isoDay(today))) as number
        expect([weekdayOf(past), weekdayOf(ahead)]).toEqual([i + 1, i + 1])
        expect(today - past).toBeGreaterThanOrEqual(0)
        expect(today - past).toBeLessThan(7)
        expect(ahead - today).toBeGreaterThanOrEqual(0)
        expect(ahead - today).toBeLessThan(7)
        const last = parseDay(valueIn(`وصل الوفد ${name} الماضي.`, isoDay(today))) as number
        expect(today - last).toBeGreaterThan(0)
        expect(today - last).toBeLessThanOrEqual(7)
      })
    }
  })

  test('a clitic stays outside the span', () => {
    expect(shown('والسبت قال الوزير إن الأمر انتهى.')).toEqual(['السبت | 2015-11-14'])
    expect(shown('رؤيتنا للسنوات القادمة واضحة.')).toEqual(['لسنوات القادمة | FUTURE_REF'])
  })

  test.each([
    ['وصل الوفد الأحد 16 نوفمبر 2015.', '2015-11-16', 'weekday-disagrees'],
    ['وصل الوفد اليوم الأحد.', '2015-11-15', 'weekday-disagrees'],
    ['وصل الوفد في 31 فبراير 2014.', '2014-02-31', 'day-impossible'],
    ['وصل الوفد في 12 رمضان 1436 الموافق 9 يونيو 2015.', '2015-06-09', 'calendars-disagree'],
  ])('%s is kept and marked', (text, value, conflict) => {
    expect(timesOf(text)).toMatchObject([{ value, conflict }])
  })

  test.each(['وصل الوفد الاثنين 16 نوفمبر 2015.', 'وصل الوفد أمس الأحد.', 'وصل الوفد في 12 رمضان 1436 الموافق 29 يونيو 2015.'])('%s agrees', (text) => {
    expect(timesOf(text)[0]?.conflict).toBeUndefined()
  })
})

describe('the report’s date', () => {
  test('a date-time counts by its own day, whatever its offset', () => {
    expect(valueIn('وصل الوفد أمس.', '2015-11-16T00:30:00+03:00')).toBe('2015-11-15')
  })
  test.each([null, 'soon', '2015-02-30', '16/11/2015'])('without one (%s) the text dates only itself', (published) => {
    expect(valueIn('وصل الوفد أمس.', published)).toBe('PAST_REF')
    expect(valueIn('يصل الوفد غدا.', published)).toBe('FUTURE_REF')
    expect(valueIn('وصل الوفد الجمعة.', published)).toBe('XXXX-WXX-5')
    expect(valueIn('وصل الوفد في 3 مايو.', published)).toBe('XXXX-05-03')
    expect(valueIn('وصل الوفد في 3 مايو 2012.', published)).toBe('2012-05-03')
  })
})

describe('calendar', () => {
  test('ISO weeks belong to the year of their Thursday', () => {
    expect(isoWeek(dayOf(2016, 1, 3) as number)).toBe('2015-W53')
    expect(isoWeek(dayOf(2018, 12, 31) as number)).toBe('2019-W01')
  })
  test('a day that is none is null', () => {
    expect(dayOf(2015, 2, 29)).toBeNull()
    expect(dayOfIslamic(1436, 2, 31)).toBeNull()
    expect(islamicMonth(12, 1)).toBeNull()
  })
})
