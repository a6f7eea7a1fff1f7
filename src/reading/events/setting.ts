import type { Condition } from '../../record.ts'
import type { Member } from '../actors/cast.ts'
import { nounPhraseAt } from '../phrases/noun-phrases.ts'
import { isMark, type Page } from '../phrases/page.ts'
import { findSetPhrase } from '../phrases/subjects.ts'

/** The dated time nearest to a token in its sentence, behind it first; null when there is none. */
export function timeOf(page: Page, t: number): string | null {
  const sentence = page.sentences[page.tokens.sentence[t] as number]
  if (!sentence) return null
  let best: { value: string; distance: number } | null = null
  for (let u = sentence.from; u < sentence.to; u++) {
    const time = page.times[page.timeAt[u] as number]
    if (!time || (time.type !== 'DATE' && time.type !== 'TIME') || /_REF$/.test(time.value)) continue
    const distance = u > t ? u - t : (t - u) * 1.5
    if (distance <= 25 && (!best || distance < best.distance)) best = { value: time.value, distance }
  }
  return best?.value ?? null
}

/** The place an event is said to happen in: a name behind «في» in its clause, as written. */
export function placeOf(page: Page, t: number): string | null {
  const sentence = page.sentences[page.tokens.sentence[t] as number]
  if (!sentence) return null
  for (let u = t + 1; u < Math.min(sentence.to, t + 18); u++) {
    if (isMark(page, u, ':') || isMark(page, u, '«') || isMark(page, u, '"')) return null
    if (!page.knowledge.lexicon.placePrepositions.has(page.tokens.form[u] as string)) continue
    const phrase = nounPhraseAt(page, u + 1, sentence.to)
    if (!phrase) continue
    const isPlace = phrase.match?.form.entries.some((entry) => entry.kind === 'place' || entry.kind === 'state') || phrase.headNoun?.kind === 'place'
    if (isPlace) return page.text.slice(phrase.start, phrase.end)
  }
  return null
}

/** A condition before its setter has a final id. */
export type ConditionDraft = Omit<Condition, 'setBy'> & { readonly setBy: Member | null }

/** The condition in a token's sentence: its words, who set it, and how likely the report says it is. */
export function conditionOf(page: Page, t: number, setBy: Member | null): ConditionDraft | null {
  const sentence = page.sentences[page.tokens.sentence[t] as number]
  if (!sentence) return null
  for (let u = sentence.from; u < sentence.to; u++) {
    const found = findSetPhrase(page, u, 'condition')
    if (!found) continue
    let end = found.to
    while (end < sentence.to && !isMark(page, end, '،') && !isMark(page, end, '.') && !isMark(page, end, ',')) end++
    let likelihood: Condition['likelihood'] = null
    for (let v = u; v < sentence.to; v++) {
      if (findSetPhrase(page, v, 'unlikely')) likelihood = 'unlikely'
      else if (likelihood === null && findSetPhrase(page, v, 'likely')) likelihood = 'likely'
    }
    return { span: [page.tokens.start[u] as number, page.tokens.end[end - 1] as number], setBy, likelihood }
  }
  return null
}

/** How many days before the report an event still belongs to its news. */
const NEWS_DAYS = 7

/** Whether an event's time lies before the report's own days. */
export function isBackground(page: Page, when: string | null): boolean {
  if (!when || !page.published || !/^\d{4}/.test(when)) return false
  const day = page.published.slice(0, 10)
  const own = when.slice(0, Math.min(10, when.replace(/T.*/, '').length))
  return own < day.slice(0, own.length) && daysBetween(own, day) > NEWS_DAYS
}

const daysBetween = (a: string, b: string): number =>
  (Date.parse(b) - Date.parse(/^\d{4}$/.test(a) ? `${a}-12-31` : /^\d{4}-\d{2}$/.test(a) ? `${a}-28` : a)) / 86_400_000
