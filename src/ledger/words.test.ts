import { describe, expect, it } from 'vitest'
import { formatTsquery } from './dialects/postgres/words.ts'
import { formatFts5 } from './dialects/sqlite/words.ts'
import { knowledge } from './engines.fixture.ts'
import { createStemmer, sentenceAt, wordsIn } from './words.ts'

const stemmer = createStemmer(knowledge)

describe('stems', () => {
  it.each(['الوزير', 'ووزير', 'للوزير', 'وبالوزير', 'الوَزيـر'])('of «%s» is وزير', (word) => expect(stemmer.wordsOf(word).stems).toEqual(['وزير']))
  it('fold spellings alike and keep numbers and Latin letters', () => {
    expect(stemmer.wordsOf('أحمد احمد ٢٠١٥ Guterres').stems).toEqual(['احمد', 'احمد', '2015', 'guterres'])
  })
  it('leave the written form beside them', () => expect(stemmer.wordsOf('وبالوزير').forms).toEqual(['وبالوزير']))
})

describe('queries', () => {
  it('take words in quotation marks for a phrase, on both engines', () => {
    const query = stemmer.queryOf('الوزير «الخط الجديد»', false)
    expect(query).toEqual({ field: 'stems', all: [[['وزير']], [['خط', 'جديد']]] })
    expect(formatFts5(query)).toBe('stems : (("وزير") AND ("خط جديد"))')
    expect(formatTsquery(query)).toBe("('wzyr') & ('xT' <-> 'jdyd')")
  })
  it('hold nothing that could break out of a word', () => {
    const query = { field: 'stems' as const, all: [[['a"b', "c'd\\"]]] }
    expect(formatFts5(query)).toBe('stems : (("a""b c\'d\\"))')
    expect(formatTsquery(query)).toBe("('~a\"b' <-> '~c''d\\\\')")
  })
})

describe('places', () => {
  const text = 'قال نعم. قال لا.'
  const words = stemmer.wordsOf(text)
  it('give the words of a span and its sentence', () => {
    expect(wordsIn(words, [[9, 15]]).forms).toEqual(['قال', 'لا'])
    expect(sentenceAt(words, [13, 15])).toEqual([9, 16])
    expect(sentenceAt(stemmer.wordsOf(''), [0, 0])).toEqual([0, 0])
  })
})
