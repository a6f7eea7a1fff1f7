import { fold } from '../fold.ts'
import { type Entry, fieldOf, listOf, rowsOf } from './entry.ts'

/** The words between an actor and the noun of his deed, compiled from knowledge/words/deeds. All forms are folded. */
export interface Deeds {
  /** Lemmas whose subject does what the noun behind them names. */
  readonly carriesOut: ReadonlySet<string>
  /** Lemmas whose subject does what is decided, announced or tried. */
  readonly decides: ReadonlySet<string>
  /** Of these, the ones that leave the deed still to be done. */
  readonly stillToDo: ReadonlySet<string>
  /** Lemmas that only weigh a deed. */
  readonly weighs: ReadonlySet<string>
  /** Lemmas whose subject is the one it is done to. */
  readonly undergoes: ReadonlySet<string>
  /** Stems of nouns whose owner does what follows («قرار الحكومة طرد السفير»). */
  readonly decisions: ReadonlySet<string>
  /** Stems of things whose owner does what they do («طائرات التحالف»). */
  readonly instruments: ReadonlySet<string>
  /** Stems of nouns between a doer and his deed that leave it done: «توجيه اتهامات», «قرار الانسحاب». */
  readonly carrying: ReadonlySet<string>
  /** Lemmas of announcing, and the types of what is then still to come. */
  readonly announces: ReadonlySet<string>
  readonly announced: ReadonlySet<string>
  /** Stems of adjectives whose subject does what follows, if it comes to that. */
  readonly able: ReadonlySet<string>
  /** Two catalogue ids by the written word for both («الكوريتان»). */
  readonly pairs: ReadonlyMap<string, readonly string[]>
  /** Titles and head nouns of people and bodies that take part in no political event. */
  readonly unpolitical: ReadonlySet<string>
  /** Words for the one named last, and for the two named before, as written. */
  readonly latter: ReadonlySet<string>
  readonly both: ReadonlySet<string>
  /** Markers of several words by their first word, longest first, and the marker of the frame book each stands for. */
  readonly markers: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly isOpen: boolean; readonly marker: string }[]>
  /** The marker that names a doer in the passive. */
  readonly by: string
  /** The marker of one letter that names the object of a noun («اتهام واشنطن لموسكو»). */
  readonly receiver: string
}

const FILE = 'words/deeds'

/** Compiles knowledge/words/deeds; a missing entry leaves its set empty. */
export function compileDeeds(entries: readonly Entry[]): Deeds {
  const own = entries.filter(({ file }) => file === FILE)
  const set = (head: string, key = 'verb') => new Set(own.filter((entry) => entry.head === head).flatMap((entry) => listOf(entry, key).map(fold)))
  const markers = new Map<string, { words: string[]; isOpen: boolean; marker: string }[]>()
  const marking = own.filter((entry) => fieldOf(entry, 'marker') !== null)
  for (const entry of marking)
    for (const form of [entry.head, ...listOf(entry, 'marker')]) {
      const words = fold(form).split(' ')
      if (words.length === 1 && form === entry.head) continue
      const list = markers.get(words[0] as string) ?? []
      list.push({ words, isOpen: words.at(-1)?.length === 1, marker: fold(entry.head) })
      list.sort((a, b) => b.words.length - a.words.length)
      markers.set(words[0] as string, list)
    }
  return {
    carriesOut: set('carries out'),
    decides: set('decides'),
    stillToDo: set('still to be done'),
    weighs: set('weighed'),
    undergoes: set('undergoes'),
    able: set('able', 'words'),
    carrying: set('carrying', 'words'),
    announces: set('announces'),
    announced: new Set(own.filter(({ head }) => head === 'announces').flatMap((entry) => listOf(entry, 'types'))),
    pairs: new Map(own.flatMap((entry) => rowsOf(entry, 'pair')).map(([form = '', ...ids]) => [fold(form), ids])),
    unpolitical: set('not political', 'words'),
    latter: set('the latter', 'words'),
    both: set('both', 'words'),
    decisions: set('decision', 'words'),
    instruments: set('instrument', 'words'),
    markers,
    by: fold(marking[0]?.head ?? ''),
    receiver: marking.map(({ head }) => fold(head)).find((head) => head.length === 1) ?? '',
  }
}
