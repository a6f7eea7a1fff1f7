import { type NounPhrase, headAt, nounPhraseAt, titleAt } from '../phrases/noun-phrases.ts'
import type { Page } from '../phrases/page.ts'
import type { Cast, Member } from './cast.ts'

/** The named phrases of a page and the actor each means. */
export interface Mentions {
  /** The actor of a phrase; one met here first joins the cast now. */
  readonly of: (phrase: NounPhrase) => Member
  /** Phrases in order of their first token. */
  readonly phrases: readonly NounPhrase[]
}

/**
 * Introduces every named phrase of a page to its cast, in reading order, so that a pronoun or short name always finds whom the
 * text has named before it. O(tokens).
 */
export function findMentions(page: Page, cast: Cast): Mentions {
  const found = new Map<number, { phrase: NounPhrase; member: Member }>()
  const phrases: NounPhrase[] = []
  for (let t = 0; t < page.tokens.count; ) {
    const starts = page.matches[t] !== null || titleAt(page, t) !== null || headAt(page, t) !== null || startsName(page, t)
    const phrase = starts ? nounPhraseAt(page, t) : null
    if (!phrase || phrase.head === 'common') {
      t++
      continue
    }
    found.set(phrase.from, { phrase, member: cast.ofPhrase(phrase) })
    phrases.push(phrase)
    t = Math.max(phrase.to, t + 1)
  }
  return {
    phrases,
    of: (phrase) => {
      const known = found.get(phrase.from)
      if (known && known.phrase.to === phrase.to) return known.member
      const member = cast.ofPhrase(phrase)
      found.set(phrase.from, { phrase, member })
      return member
    },
  }
}

/** A first name that is nothing else opens a person's name. */
const startsName = (page: Page, t: number): boolean => {
  const best = page.best[t]
  if (!best || page.tokens.kind[t] !== 'word' || best.article) return false
  const first = page.knowledge.names.firstNames.get(best.stem)
  return first !== undefined && !first.weak && best.verbs.length === 0 && best.classes === 0
}
