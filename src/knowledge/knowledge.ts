import type { Word } from './analysis.ts'
import type { Entry } from './entry.ts'
import type { Catalogue } from './catalogue.ts'
import type { Deeds } from './deeds.ts'
import type { Issues } from './issues.ts'
import type { Lexicon } from './lexicon.ts'
import type { NameTables } from './names.ts'
import type { Romanisation } from './romanisation.ts'
import type { Stance } from './stance.ts'
import type { TimeTables } from './times.ts'

/**
 * Everything that is known of the language and the world, compiled once into tables and then shared: nothing in it changes
 * while reports are read, but for caches of derived forms.
 */
export interface Knowledge {
  readonly entries: ReadonlyMap<string, Entry>
  readonly lexicon: Lexicon
  readonly names: NameTables
  readonly catalogue: Catalogue
  readonly deeds: Deeds
  readonly stance: Stance
  readonly issues: Issues
  readonly times: TimeTables
  readonly romanisation: Romanisation
  /** Analyses of forms met before; bounded. */
  readonly analyses: Map<string, readonly Word[]>
}
