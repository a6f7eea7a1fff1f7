import { describe, expect, it } from 'vitest'
import { makeReport } from './fields.ts'
import { isJsonCut, parseJson } from './json.ts'
import { isPublished } from './published.ts'

describe('makeReport', () => {
  it('keeps the fields of a report, its own id among them, and drops others', () => {
    const fields = { id: 'a-1', outlet: 'المرفأ', published: '2016-04-26', title: 'عنوان', url: 'https://example.org/a', text: 'نص' }
    expect(makeReport({ ...fields, times: [], note: 'x' }, 'other', null)).toEqual({ report: fields, problems: [] })
  })

  it('fills in the id and the date of a report that has none', () => {
    expect(makeReport({ text: 'نص' }, 'news:3', '2016-01-01').report).toMatchObject({ id: 'news:3', published: '2016-01-01', outlet: null })
  })

  it('takes a number for an id and keeps a stated date over the given one', () => {
    expect(makeReport({ id: 17, text: 'نص', published: '2015-11-16T08:30+02:00' }, 'x', '2016-01-01').report).toMatchObject({
      id: '17',
      published: '2015-11-16T08:30+02:00',
    })
  })

  it('names the fields it found where text is missing', () => {
    expect(makeReport({ body: 'نص', date: 1 }, 'x', null)).toEqual({ report: null, problems: [{ code: 'field-missing', found: ['body', 'date'] }] })
    expect(makeReport({ text: 5 }, 'x', null).problems).toEqual([{ code: 'field-missing', found: ['text'] }])
  })

  it('leaves out a date that is none, and says so', () => {
    const made = makeReport({ text: 'نص', published: '16/11/2015' }, 'x', null)
    expect(made.report?.published).toBeNull()
    expect(made.problems).toEqual([{ code: 'published-invalid', value: '16/11/2015' }])
  })

  it.each([
    ['a list', []],
    ['a string', 'نص'],
    ['nothing', null],
  ])('refuses %s', (_, value) => {
    expect(makeReport(value, 'x', null)).toEqual({ report: null, problems: [{ code: 'report-invalid' }] })
  })
})

describe('isPublished', () => {
  it.each(['2015-11-16', '2016-02-29', '2015-11-16T08:30', '2015-11-16T08:30:15Z', '2015-11-16T23:59:59.123+03:00'])('accepts %s', (value) => {
    expect(isPublished(value)).toBe(true)
  })
  it.each(['2015-13-01', '2015-02-29', '2015-11-31', '16-11-2015', '2015/11/16', '2015-11', '2015-11-16 08:30', '2015-11-16T24:00', 'yesterday', ''])(
    'refuses %s',
    (value) => {
      expect(isPublished(value)).toBe(false)
    },
  )
})

describe('isJsonCut', () => {
  it.each(['{"text": "قال', '{"a": 1', '[{"a": 1},', '{"a": "x\\"', '['])('knows %s for cut', (text) => {
    expect(isJsonCut(text)).toBe(true)
    expect('value' in parseJson(text)).toBe(false)
  })
  it.each(['{"a": 1}}', '{a: 1}', '[1, 2)]', 'x'])('knows %s for wrong, not cut', (text) => {
    expect(isJsonCut(text)).toBe(false)
  })
})
