import type { EventStatus, Factuality } from '../../record.ts'
import { COMPLEMENTIZER, BARE_COMPLEMENTIZER, FUTURE_PARTICLE, isClass, NEGATION, type Page, PERFECT_PARTICLE, verbAt } from '../phrases/page.ts'
import { findSetPhrase } from '../phrases/subjects.ts'
import type { Trigger } from './triggers.ts'

/** How far before a verb its particles stand, in tokens. */
const BEFORE = 3
/** How far before an act the words that plan, condition or doubt it may stand in its sentence. */
const REACH = 14

/** Whether a set phrase of a class stands before a token in its sentence, close enough to govern it. */
function governs(page: Page, t: number, name: string, reach: number = REACH): boolean {
  const from = Math.max(page.sentences[page.tokens.sentence[t] as number]?.from ?? 0, t - reach)
  for (let u = t - 1; u >= from; u--) {
    if (page.tokens.kind[u] === 'mark' && /^[«»"“”:.]$/.test(page.tokens.form[u] as string)) return false
    if (findSetPhrase(page, u, name)) return true
  }
  return false
}

/** The status of an act, from its own form and from what governs it. */
export function statusOf(page: Page, trigger: Trigger): EventStatus {
  const { token: t, verb, frame } = trigger
  if (verb) {
    let isNegated = false
    for (let u = t - 1; u >= Math.max(0, t - BEFORE); u--) {
      if (page.tokens.kind[u] === 'mark') break
      if (isClass(page, u, NEGATION)) isNegated = true
      if (isClass(page, u, FUTURE_PARTICLE)) return governs(page, t, 'condition') ? 'conditional' : 'planned'
      if (verb.form.tense === 'imperfect' && isClass(page, u, PERFECT_PARTICLE)) return 'conditional'
      const other = verbAt(page, u)
      if (other && !other.isAmbiguous && other.form.lemma.kind !== 'auxiliary') break
    }
    if (isNegated && !governs(page, t, 'continuation', 2))
      return governs(page, t, 'condition', REACH) || follows(page, t, 'condition') ? 'conditional' : 'denied'
    if (governs(page, t, 'condition', 5)) return 'conditional'
    if (verb.word.future) return follows(page, t, 'condition') ? 'conditional' : 'planned'
    if (frame.status) return frame.status
    if (verb.form.tense === 'perfect') return 'occurred'
    const afterThat = isClass(page, t - 1, COMPLEMENTIZER | BARE_COMPLEMENTIZER) && (page.tokens.form[t - 1] as string).length <= 3
    if (governs(page, t, 'possibility', 4)) return 'conditional'
    if (governs(page, t, 'planned', 5) || afterThat) return 'planned'
    return 'ongoing'
  }
  if (frame.status) return frame.status
  if (governs(page, t, 'possibility', 3) || governs(page, t, 'condition', 4)) return 'conditional'
  if (governs(page, t, 'planned', 4) || findSetPhrase(page, t + 1, 'planned') || findSetPhrase(page, t + 2, 'planned')) return 'planned'
  if (governs(page, t, 'continuation', 3)) return 'ongoing'
  const governor = governingVerb(page, t)
  if (governor?.word.future) return 'planned'
  return 'occurred'
}

/** The nearest finite verb before a noun in its clause. */
export function governingVerb(page: Page, t: number) {
  const from = Math.max(page.sentences[page.tokens.sentence[t] as number]?.from ?? 0, t - 8)
  for (let u = t - 1; u >= from; u--) {
    const verb = verbAt(page, u)
    if (verb && !verb.isAmbiguous) return verb
  }
  return null
}

function follows(page: Page, t: number, name: string): boolean {
  const to = Math.min(page.sentences[page.tokens.sentence[t] as number]?.to ?? t, t + 25)
  for (let u = t + 1; u < to; u++) if (findSetPhrase(page, u, name)) return true
  return false
}

/** FactBank's value of a status, according to whoever tells it. */
export function factualityOf(status: EventStatus): Factuality {
  switch (status) {
    case 'occurred':
    case 'ongoing':
      return 'CT+'
    case 'planned':
      return 'PR+'
    case 'conditional':
      return 'PS+'
    case 'denied':
      return 'CT-'
    default:
      return status satisfies never
  }
}
