import type { Frame } from '../../knowledge/frames.ts'
import type { Span } from '../../span.ts'
import type { Member } from '../actors/cast.ts'
import type { EventDraft } from '../events/events.ts'
import { type NounPhrase, nounPhraseAt } from '../phrases/noun-phrases.ts'
import { BARE_COMPLEMENTIZER, COMPLEMENTIZER, isClass, isMark, type Page, PREPOSITION, RELATIVE, stemStart, SUBORDINATOR, verbAt } from '../phrases/page.ts'
import { findSetPhrase } from '../phrases/subjects.ts'
import type { StatementDraft } from '../statements/statements.ts'

/** Where an actor stands, before ids: the line it is read from is a statement or an event. */
export interface PositionDraft {
  readonly holder: Member
  readonly target: Span
  readonly polarity: 'supports' | 'opposes'
  readonly conditional: boolean
  readonly statement: StatementDraft | null
  readonly event: EventDraft | null
  readonly why: string
  readonly confidence: number
}

/** Reads positions from statements and events; at most one for each holder, target and polarity. */
export function findPositions(page: Page, statements: readonly StatementDraft[], events: readonly EventDraft[]): PositionDraft[] {
  const found: PositionDraft[] = []
  const add = (draft: PositionDraft) => {
    const isKnown = found.some((other) => other.holder === draft.holder && other.polarity === draft.polarity && overlaps(other.target, draft.target))
    if (!isKnown) found.push(draft)
  }
  for (const statement of statements) {
    if (!statement.source) continue
    for (const position of statement.frame?.positions ?? []) {
      if (position.target !== 'content') continue
      const target = contentTarget(page, statement)
      if (target)
        add({
          holder: statement.source,
          target,
          polarity: position.polarity,
          conditional: false,
          statement,
          event: null,
          why: (statement.frame as Frame).id,
          confidence: 0.7,
        })
    }
    for (const wish of wishesOf(page, statement)) add(wish)
  }
  for (const event of events) {
    if (event.status === 'denied') continue
    for (const position of event.frame.positions) {
      if (position.target === 'content') continue
      for (const phrase of event.slots.phrases.get(position.target) ?? []) {
        const target = phraseTarget(page, phrase)
        for (const holder of event.actors)
          add({
            holder,
            target,
            polarity: position.polarity,
            conditional: event.status === 'conditional',
            statement: event.statement,
            event,
            why: event.frame.id,
            confidence: 0.65,
          })
        break
      }
    }
  }
  return found
}

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

/** The whole of what was asked or welcomed: a clause without its complementizer's weight, up to its first comma. */
function contentTarget(page: Page, statement: StatementDraft): Span | null {
  const span = statement.content[0]
  if (!span) return null
  let from = statement.from
  if (isClass(page, from, COMPLEMENTIZER | BARE_COMPLEMENTIZER) && (page.tokens.form[from] as string).length <= 4) from++
  const end = targetEnd(page, from, statement.to)
  if (end <= from) return null
  const start = from === statement.from ? span[0] : (page.tokens.start[from] as number)
  return [start, page.tokens.end[end - 1] as number]
}

/** «ضرورة …», «يجب …», «نرفض …» inside reported words: what follows is wanted or not. */
function* wishesOf(page: Page, statement: StatementDraft): Generator<PositionDraft> {
  if (!statement.source) return
  for (let t = statement.from; t < statement.to; t++) {
    for (const [name, polarity] of [
      ['wanted', 'supports'],
      ['we want', 'supports'],
      ['we refuse', 'opposes'],
    ] as const) {
      if (name !== 'wanted' && statement.type === 'indirect') continue
      const match = findSetPhrase(page, t, name)
      if (!match) continue
      let from = match.to
      if (isClass(page, from, COMPLEMENTIZER | BARE_COMPLEMENTIZER)) from++
      if (isClass(page, from, PREPOSITION)) continue
      const end = targetEnd(page, from, statement.to)
      if (end <= from) continue
      const start = stemStart(page, from, match.phrase.isOpen ? (page.best[from]?.proclitics ?? 0) : 0)
      yield {
        holder: statement.source,
        target: [start, page.tokens.end[end - 1] as number],
        polarity,
        conditional: false,
        statement,
        event: null,
        why: match.phrase.why,
        confidence: 0.6,
      }
      t = end
      break
    }
  }
}

/** Where what is wanted ends: at a comma, a relative or subordinate clause, or the end of the words. */
function targetEnd(page: Page, from: number, limit: number): number {
  let t = from
  while (t < limit) {
    if (isMark(page, t, '،') || isMark(page, t, ',') || isMark(page, t, ':') || isMark(page, t, '؛')) break
    if (t > from && isClass(page, t, RELATIVE | SUBORDINATOR) && !isClass(page, t, PREPOSITION)) break
    if (t > from && page.best[t]?.conjunction && verbAt(page, t)) break
    t++
  }
  while (t > from + 1 && page.tokens.kind[t - 1] === 'mark' && !/^["»”]$/.test(page.tokens.form[t - 1] as string)) t--
  return t
}

/** A phrase with what hangs on it by a preposition («العقوبات على موسكو»). */
function phraseTarget(page: Page, phrase: NounPhrase): Span {
  let end = phrase.to
  for (let step = 0; step < 2; step++) {
    if (!isClass(page, end, PREPOSITION) || (page.timeAt[end + 1] ?? -1) >= 0) break
    const next = nounPhraseAt(page, end + 1)
    if (!next) break
    end = next.to
  }
  return [phrase.start, page.tokens.end[end - 1] as number]
}
