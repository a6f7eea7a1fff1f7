import { fold } from '../fold.ts'
import { type Entry, listOf, rowsOf } from './entry.ts'

export type Polarity = 'supports' | 'opposes'

/** What a verb outside the frame book says of its doer's stand: the markers of the target, folded. */
export interface Standing {
  readonly markers: readonly string[]
  readonly polarity: Polarity
}

/** Words that tell where somebody stands, compiled from knowledge/words/stance. All forms are folded. */
export interface Stance {
  /** By the lemma of the verb. */
  readonly verbs: ReadonlyMap<string, Standing>
  /** By the stem of the adjective; what it takes is wanted. */
  readonly inclined: ReadonlyMap<string, string>
  readonly ill: ReadonlySet<string>
  readonly well: ReadonlySet<string>
  /** Lemmas of verbs that only join a judgement to its subject. */
  readonly joins: ReadonlySet<string>
  /** Stems that judge ill when they are denied («غير مقبول»). */
  readonly notSo: ReadonlySet<string>
}

const FILE = 'words/stance'

/** Compiles knowledge/words/stance; a missing entry leaves its table empty. */
export function compileStance(entries: readonly Entry[]): Stance {
  const own = entries.filter(({ file }) => file === FILE)
  const words = (head: string, key = 'words') => new Set(own.filter((entry) => entry.head === head).flatMap((entry) => listOf(entry, key).map(fold)))
  const verbs = new Map<string, Standing>()
  const inclined = new Map<string, string>()
  for (const entry of own) {
    for (const [lemma = '', markers = '', polarity = ''] of rowsOf(entry, 'stands'))
      verbs.set(fold(lemma), {
        markers: markers
          .split(/[،,]/)
          .map((marker) => fold(marker.trim()))
          .filter((marker) => marker !== ''),
        polarity: polarity === 'opposes' ? 'opposes' : 'supports',
      })
    for (const [stem = '', marker = ''] of rowsOf(entry, 'inclined')) inclined.set(fold(stem), fold(marker))
  }
  return { verbs, inclined, ill: words('judges ill'), well: words('judges well'), joins: words('joins', 'verb'), notSo: words('not so') }
}
