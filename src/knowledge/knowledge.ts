import type { Entry } from './entry.ts'
import type { TimeTables } from './times.ts'

/**
 * Everything that is known of the language and the world, compiled once into tables and then shared: nothing in it changes
 * while reports are read, but for caches of derived forms.
 */
export interface Knowledge {
  readonly entries: ReadonlyMap<string, Entry>
  readonly times: TimeTables
}
