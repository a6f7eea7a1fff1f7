import { expect, test } from 'vitest'
import { loadKnowledge } from './load.ts'

const { lexicon } = loadKnowledge()
const lemmas = (form: string) =>
  new Set(
    (lexicon.verbs.get(form) ?? []).map((verb) => `${verb.lemma.text} ${verb.tense} ${verb.agreement.person}${verb.agreement.gender} ${verb.agreement.number}`),
  )

test.each([
  ['سعت', 'سعى perfect 3f singular'],
  ['سعوا', 'سعى perfect 3m plural'],
  ['يسعون', 'سعى imperfect 3m plural'],
  ['نسعي', 'سعى imperfect 1m plural'],
  ['التقت', 'التقى perfect 3f singular'],
  ['يلتقيان', 'التقى imperfect 3m dual'],
  ['زاروا', 'زار perfect 3m plural'],
  ['زرنا', 'زار perfect 1m plural'],
  ['يزر', 'زار imperfect 3m singular'],
  ['اجتمعا', 'اجتمع perfect 3m dual'],
  ['تجتمع', 'اجتمع imperfect 3f singular'],
])('%s is %s', (form, reading) => {
  expect(lemmas(form)).toContain(reading)
})

test('a verb has no form of another class', () => {
  expect(lemmas('زاررت').size).toBe(0)
  expect(lemmas('اجتمعى').size).toBe(0)
})
