import type { Cast, Member } from '../actors/cast.ts'
import type { Mentions } from '../actors/mentions.ts'
import type { Page } from '../phrases/page.ts'
import type { StatementDraft } from '../statements/statements.ts'

/** What every part of the event stage looks at: the layers below, and who did what so far. */
export interface Stage {
  readonly page: Page
  readonly cast: Cast
  readonly mentions: Mentions
  /** Statements by the token of their cue. */
  readonly cues: ReadonlyMap<number, StatementDraft>
  /** The innermost statement whose reported words hold a token, else null; by token. */
  readonly hosts: readonly (StatementDraft | null)[]
  /** Whether a token stands in a phrase that names an actor: no deed («وزير الدفاع», «المعارضة»). */
  readonly isName: Uint8Array
  /** Nouns that a verb phrase has taken for its own («شنت غارات»), by token. */
  readonly taken: Set<number>
  /** Doers of the event words read so far, by token. */
  readonly doers: Map<number, readonly Member[]>
  /** Actors of phrases by their first and last token, once they were asked for. */
  readonly known: Map<number, Member | null>
}

/** Opens the stage of a page. O(tokens + reported tokens). */
export function openStage(page: Page, cast: Cast, mentions: Mentions, statements: readonly StatementDraft[]): Stage {
  const cues = new Map<number, StatementDraft>()
  const hosts = new Array<StatementDraft | null>(page.tokens.count).fill(null)
  for (const statement of [...statements].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (!cues.has(statement.cueToken)) cues.set(statement.cueToken, statement)
    for (let t = statement.from; t < statement.to; t++) if (t !== statement.cueToken) hosts[t] = statement
  }
  const isName = new Uint8Array(page.tokens.count)
  for (const { from, to } of mentions.phrases) isName.fill(1, from, to)
  return { page, cast, mentions, cues, hosts, isName, taken: new Set(), doers: new Map(), known: new Map() }
}
