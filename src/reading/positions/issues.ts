import type { CatalogueEntry } from '../../knowledge/catalogue.ts'
import type { Concept, ConceptForm } from '../../knowledge/issues.ts'
import type { Span } from '../../span.ts'
import type { Member } from '../actors/cast.ts'
import { actorsWithin } from '../events/actors.ts'
import type { Stage } from '../events/stage.ts'
import { demonymAt } from '../phrases/noun-phrases.ts'
import type { Page } from '../phrases/page.ts'

/** A concept with the actors and places of its target, before ids. */
export interface IssueDraft {
  readonly concept: Concept
  /** In the order of the text, each once. */
  readonly about: readonly Member[]
}

/** How many words may stand between two words of a form («وقف فوري لإطلاق النار»). */
const GAP = 1

/**
 * What a target (a span of UTF-16 units) is about: the first of the longest concepts it names, with the actors and places
 * beside it; null when the catalogue knows none. O(tokens of the target).
 */
export function issueOf(stage: Stage, target: Span): IssueDraft | null {
  const { page } = stage
  const from = tokenAt(page, target[0])
  let to = from
  while (to < page.tokens.count && (page.tokens.start[to] as number) < target[1]) to++
  const found = conceptIn(page, from, to)
  return found && { concept: found.concept, about: aboutOf(stage, from, to) }
}

/** The id of an issue: its concept and the catalogue ids of what it is about, sorted; what is of this report alone is left out. */
export const issueId = ({ concept, about }: IssueDraft): string => {
  const ids = [...new Set(about.flatMap(({ entry }) => (entry ? [entry.id] : [])))].sort()
  return ids.length > 0 ? `${concept.id}:${ids.join('+')}` : concept.id
}

function conceptIn(page: Page, from: number, to: number): ConceptForm | null {
  let best: ConceptForm | null = null
  for (let t = from; t < to; t++) {
    if (page.tokens.kind[t] !== 'word') continue
    const form = formAt(page, t, to)
    if (form && (best === null || rank(form) > rank(best))) best = form
  }
  return best
}

const rank = ({ isWeak, words }: ConceptForm): number => (isWeak ? 0 : words.length > 1 ? 2 : 1)

/** The longest form of a concept that begins at a token, or null. */
function formAt(page: Page, t: number, limit: number): ConceptForm | null {
  let best: ConceptForm | null = null
  for (const { stem, base } of page.words[t] ?? [])
    for (const first of stem === base ? [stem] : [stem, base])
      for (const form of page.knowledge.issues.get(first) ?? [])
        if (form.words.length > (best?.words.length ?? 0) && isWritten(page, t + 1, limit, form.words)) best = form
  return best
}

function isWritten(page: Page, from: number, limit: number, words: readonly string[]): boolean {
  let t = from
  for (const word of words.slice(1)) {
    const end = Math.min(limit, t + GAP + 1)
    while (t < end && !isWordOf(page, t, word)) t++
    if (t >= end) return false
    t++
  }
  return true
}

const isWordOf = (page: Page, t: number, word: string): boolean =>
  page.tokens.form[t] === word || (page.words[t]?.some(({ stem, base }) => stem === word || base === word) ?? false)

/** Actors and places that a target names: catalogue forms, adjectives of states, and phrases of the report's own actors. */
function aboutOf(stage: Stage, from: number, to: number): Member[] {
  const { page, cast } = stage
  const { entries } = page.knowledge.catalogue
  const about = new Set<Member>()
  for (let t = from; t < to; t++) {
    const match = page.matches[t]
    const state = demonymAt(page, t)
    const entry: CatalogueEntry | undefined =
      match?.form.entries.length === 1 && match.form.kind !== 'weak' && match.to <= to ? match.form.entries[0] : state ? entries.get(state) : undefined
    const end = match && entry && !state ? match.to : t + 1
    if (entry) about.add(cast.ofEntry(entry, [page.tokens.start[t] as number, page.tokens.end[end - 1] as number], state ? 'nominal' : 'name'))
    t = end - 1
  }
  for (const member of actorsWithin(stage, from, to)) if (member.kind !== 'anonymous' && member.kind !== 'collective') about.add(member)
  return [...about]
}

/** The first token that ends behind an offset. O(log tokens). */
function tokenAt(page: Page, offset: number): number {
  const { tokens } = page
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.end[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
