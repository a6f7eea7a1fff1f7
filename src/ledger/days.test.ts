import { describe, expect, it } from 'vitest'
import { daysOf, momentOf, NO_MOMENT } from './days.ts'

describe('momentOf', () => {
  it.each([
    ['2015-11-16', '2015-11-16', Date.UTC(2015, 10, 16)],
    ['2015-11-16T01:30+02:00', '2015-11-16', Date.UTC(2015, 10, 15, 23, 30)],
    ['2015-11-16T01:30+0200', '2015-11-16', Date.UTC(2015, 10, 15, 23, 30)],
    ['2015-11-16T01:30', '2015-11-16', Date.UTC(2015, 10, 16, 1, 30)],
    ['2015-11-16T01:30:05,5Z', '2015-11-16', Date.UTC(2015, 10, 16, 1, 30, 5)],
  ])('reads %s', (published, day, moment) => expect(momentOf(published)).toEqual({ day, moment: moment / 1000 }))
  it.each([null, 'yesterday', '2015-13-45'])('knows no moment of %s', (published) => expect(momentOf(published)).toEqual({ day: null, moment: NO_MOMENT }))
})

describe('daysOf', () => {
  it.each([
    ['2015-11-16', '2015-11-16', '2015-11-16'],
    ['2015-11-15TEV', '2015-11-15', '2015-11-15'],
    ['2015-W47', '2015-11-16', '2015-11-22'],
    ['2015-W47-WE', '2015-11-21', '2015-11-22'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2015-Q4', '2015-10-01', '2015-12-31'],
    ['2015-H1', '2015-01-01', '2015-06-30'],
    ['2015', '2015-01-01', '2015-12-31'],
  ])('covers %s', (value, first, last) => expect(daysOf(value)).toEqual([first, last]))
  it.each([null, 'P3D', 'PRESENT_REF', 'XXXX-WXX-1'])('covers no days for %s', (value) => expect(daysOf(value)).toBeNull())
})
