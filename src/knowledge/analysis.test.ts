import { expect, test } from 'vitest'
import { analyse } from './analysis.ts'
import { loadKnowledge } from './load.ts'
import { fold } from '../fold.ts'

const { lexicon } = loadKnowledge()
const best = (form: string) => {
  const [word] = analyse(fold(form), lexicon)
  if (!word) throw new Error(`no reading of ${form}`)
  return {
    conjunction: word.conjunction,
    preposition: word.preposition,
    future: word.future,
    article: word.article,
    stem: word.stem,
    pronoun: word.pronoun !== null,
  }
}
const plain = { conjunction: false, preposition: '', future: false, article: false, pronoun: false }

test.each(['وزير', 'وفد', 'وكالة', 'فرنسا', 'بيان', 'ليبيا', 'فريق', 'كبير', 'وقت', 'بلد', 'سلطة'])('%s keeps its first letter', (form) => {
  expect(best(form)).toEqual({ ...plain, stem: fold(form) })
})

test.each([
  ['والوزير', { conjunction: true, article: true, stem: 'وزير' }],
  ['ووزير', { conjunction: true, stem: 'وزير' }],
  ['بالوفد', { preposition: 'ب', article: true, stem: 'وفد' }],
  ['للحكومة', { preposition: 'ل', article: true, stem: 'حكومه' }],
  ['وللحكومة', { conjunction: true, preposition: 'ل', article: true, stem: 'حكومه' }],
  ['وسيزور', { conjunction: true, future: true, stem: 'يزور' }],
  ['سيجتمعون', { future: true, stem: 'يجتمعون' }],
  ['وزارته', { pronoun: true, stem: 'وزاره' }],
  ['بلقائه', { preposition: 'ب', pronoun: true, stem: 'لقاء' }],
])('the clitics of %s', (form, expected) => {
  expect(best(form)).toEqual({ ...plain, ...expected })
})

test('every token has a reading, whatever it is', () => {
  for (const form of ['و', 'ب', 'الل', 'وو', 'سس', 'ككككك', 'ززززز']) expect(analyse(form, lexicon).length).toBeGreaterThan(0)
})
