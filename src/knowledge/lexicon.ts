import { fold } from '../fold.ts'
import { IsnadError } from '../errors.ts'
import {
  type Agreement,
  compileConjugation,
  conjugate,
  type ConjugatedForm,
  type Conjugation,
  declineParticiple,
  isWeak,
  parseAgreement,
  type GrammaticalNumber,
} from './conjugation.ts'
import { fieldOf, listOf, rowsOf, type Entry } from './entry.ts'
import { compileFrame, type Frame } from './frames.ts'

/** Classes of function words and set phrases; knowledge/words/function-words names them. */
export const WORD_CLASSES = [
  'preposition',
  'complementizer',
  'bare complementizer',
  'question complementizer',
  'relative',
  'subordinator',
  'coordinator',
  'negation',
  'perfect particle',
  'future particle',
  'demonstrative',
  'pronoun',
  'reflexive',
  'quantifier',
  'adverb',
] as const
export type WordClass = (typeof WORD_CLASSES)[number]
const bitOf = new Map<string, number>(WORD_CLASSES.map((name, i) => [name, 1 << i]))

/** The bit of a word class, for tests on `Word.classes`. */
export const classBit = (name: WordClass): number => bitOf.get(name) as number

/** How a verb is used: in the frame book, as an auxiliary or modal, or any other verb. */
export type VerbKind = 'frame' | 'auxiliary' | 'modal' | 'general'
export interface Lemma {
  readonly text: string
  readonly kind: VerbKind
  readonly frames: readonly Frame[]
}
export interface VerbForm {
  readonly lemma: Lemma
  readonly tense: 'perfect' | 'imperfect'
  readonly agreement: Agreement
  readonly isJussive: boolean
  readonly isBound: boolean
}
export interface ParticipleForm {
  readonly lemma: Lemma
  /** Whether the written form can be an accusative: all but the bare masculine. */
  readonly isAccusative: boolean
  readonly agreement: Agreement
}
/** A noun of the frame book: the verbal noun of a verb, or a noun with frames of its own. */
export interface NounForm {
  readonly lemma: Lemma
  readonly frames: readonly Frame[]
}

/** What a folded form can be besides a verb; bits of `vocabulary`. */
export const COMMON = 1
export const NAME = 2
export const TITLE = 4
export const HEAD = 8
export const ADVERBIAL = 16
export const ADJECTIVE = 32
/** A form of the catalogue begins with this word. */
export const CATALOGUE = 64
export const DEMONYM = 128
/** A plural that its ending does not show («تقارير»). */
export const PLURAL = 256

export interface Clitics {
  readonly conjunctions: readonly string[]
  readonly prepositions: readonly string[]
  readonly future: readonly string[]
  readonly article: string
  /** Written forms of preposition and article together, other than one after the other («لل»). */
  readonly joined: readonly { readonly form: string; readonly preposition: string }[]
  readonly pronouns: readonly { readonly form: string; readonly agreement: Agreement }[]
  readonly changes: readonly { readonly written: string; readonly alone: string }[]
  readonly feminineEndings: readonly string[]
  /** Endings of adjectives made from nouns. */
  readonly adjectiveEndings: readonly string[]
  readonly nounEndings: readonly { readonly form: string; readonly number: GrammaticalNumber; readonly isFree: boolean; readonly isClosed: boolean }[]
}

/** A phrase of fixed words. A last word of one letter is a preposition written with the word behind it («وفقا لـ»). */
export interface SetPhrase {
  readonly name: string
  readonly why: string
  readonly words: readonly string[]
  readonly isOpen: boolean
}

/** All forms of all words that are known, keyed by folded form. */
export interface Lexicon {
  readonly clitics: Clitics
  readonly frames: readonly Frame[]
  readonly functionWords: ReadonlyMap<string, number>
  /** Function words as they are spelled, to tell «على» from the name «علي»; matching folds them to one. */
  readonly functionSpellings: ReadonlySet<string>
  readonly verbs: ReadonlyMap<string, readonly VerbForm[]>
  readonly participles: ReadonlyMap<string, readonly ParticipleForm[]>
  readonly nouns: ReadonlyMap<string, readonly NounForm[]>
  readonly vocabulary: Map<string, number>
  /** Prepositions that name whose words a medium passes on («نقلت الوكالة عن»). */
  readonly relayPrepositions: ReadonlySet<string>
  /** Prepositions that say where («في»). */
  readonly placePrepositions: ReadonlySet<string>
  /** Words in which a speaker speaks of himself («إننا», «نحن»). */
  readonly firstPerson: ReadonlySet<string>
  /** Set phrases by their first folded word: their class (turn, contrast, …) and all their words, longest first. */
  readonly phrases: ReadonlyMap<string, readonly SetPhrase[]>
}

const add = <T>(map: Map<string, T[]>, form: string, value: T) => {
  const list = map.get(form)
  if (list) list.push(value)
  else map.set(form, [value])
}

function compileClitics(entries: readonly Entry[]): Clitics {
  const of = (head: string): Entry => {
    const entry = entries.find((e) => e.head === head)
    if (!entry) throw new IsnadError('knowledge-field', `There is no entry «${head}» among the clitics.`, 'Add it to morphology/clitics.')
    return entry
  }
  const joined = of('preposition with article')
  const pronoun = of('pronoun')
  return {
    conjunctions: listOf(of('conjunction'), 'forms'),
    prepositions: listOf(of('preposition'), 'forms'),
    future: listOf(of('future'), 'forms'),
    article: listOf(of('article'), 'forms')[0] as string,
    joined: listOf(joined, 'forms').map((form) => ({ form, preposition: fieldOf(joined, 'preposition') as string })),
    pronouns: rowsOf(pronoun, 'pronoun')
      .map(([form = '', agreement = '']) => ({ form, agreement: parseAgreement(agreement, pronoun) }))
      .sort((a, b) => b.form.length - a.form.length),
    changes: rowsOf(of('before a pronoun'), 'change').map(([written = '', alone = '']) => ({ written: fold(written), alone: fold(alone) })),
    feminineEndings: listOf(of('feminine ending'), 'forms').map(fold),
    adjectiveEndings: listOf(of('adjective ending'), 'forms').map(fold),
    nounEndings: rowsOf(of('noun ending'), 'ending').map(([form = '', number = '', free = '', closed = '']) => ({
      form: fold(form),
      number: number as GrammaticalNumber,
      isFree: free === 'free',
      isClosed: closed === 'closed',
    })),
  }
}

/**
 * Compiles the frame book, the word lists and the morphology into one lexicon of folded forms.
 * @throws IsnadError `knowledge-field` where an entry lacks what its kind needs.
 */
export function compileLexicon(entries: readonly Entry[]): Lexicon {
  const inFile = (file: string) => entries.filter((entry) => entry.file === file || entry.file.startsWith(`${file}/`))
  const conjugation = compileConjugation(inFile('morphology/conjugation'))
  const verbs = new Map<string, VerbForm[]>()
  const participles = new Map<string, ParticipleForm[]>()
  const nouns = new Map<string, NounForm[]>()
  const functionWords = new Map<string, number>()
  const functionSpellings = new Set<string>()
  const vocabulary = new Map<string, number>()
  const phrases = new Map<string, SetPhrase[]>()

  const frameEntries = inFile('frames').flatMap(withPhrases)
  const frames = frameEntries.map(compileFrame)
  compileVerbs(frameEntries, frames, conjugation, verbs, participles, nouns)

  for (const entry of inFile('words/verbs')) {
    const kind = entry.head === 'auxiliary' || entry.head === 'modal' ? entry.head : 'general'
    for (const row of entry.fields.get('verb') ?? []) {
      const [past = '-', present = '-'] = row.split(/[،,]/).map((part) => part.trim())
      addVerb(conjugation, verbs, past, present, { text: past === '-' ? present : past, kind, frames: [] })
    }
  }
  for (const entry of inFile('words/function-words')) {
    const bit = bitOf.get(entry.head)
    if (bit === undefined) continue
    for (const word of listOf(entry, 'words')) {
      functionWords.set(fold(word), (functionWords.get(fold(word)) ?? 0) | bit)
      functionSpellings.add(word)
    }
  }
  for (const entry of inFile('words'))
    for (const phrase of listOf(entry, 'phrases')) {
      const words = fold(phrase).split(' ')
      add(phrases, words[0] as string, { name: entry.head, why: entry.id, words, isOpen: words.at(-1)?.length === 1 })
    }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  const mark = (form: string, flag: number) => vocabulary.set(form, (vocabulary.get(form) ?? 0) | flag)
  for (const file of ['words/lookalikes', 'words/nouns'])
    for (const entry of inFile(file)) {
      const flag = entry.head.includes('adverbial')
        ? COMMON | ADVERBIAL
        : entry.head.includes('name')
          ? NAME
          : entry.head === 'adjectives'
            ? COMMON | ADJECTIVE
            : entry.head === 'plural'
              ? COMMON | PLURAL
              : entry.head === 'verbs'
                ? 0
                : COMMON
      if (flag) for (const word of listOf(entry, 'words')) mark(fold(word), flag)
    }
  const wordSet = (file: string, head: string) =>
    new Set(
      inFile(file)
        .filter((entry) => entry.head === head)
        .flatMap((entry) => listOf(entry, 'words').map(fold)),
    )
  return {
    relayPrepositions: wordSet('words/attribution', 'relayed from'),
    placePrepositions: wordSet('words/venues', 'preposition of place'),
    firstPerson: wordSet('words/attribution', 'first person'),
    clitics: compileClitics(inFile('morphology/clitics')),
    frames,
    functionWords,
    functionSpellings,
    verbs,
    participles,
    nouns,
    vocabulary,
    phrases,
  }
}

/** An entry of the frame book and the phrases of its verb that mean the same (`also: ألغى عقود`), each under the entry's id. */
function withPhrases(entry: Entry): Entry[] {
  const heads = new Set(listOf(entry, 'noun').map((noun) => noun.split(/\s+/)[0] as string))
  return [
    entry,
    ...listOf(entry, 'also').map((head) => {
      const phrase = head.split(/\s+/).slice(1).join(' ')
      const fields = new Map(entry.fields)
      fields.set('noun', heads.size > 0 ? [[...heads].map((noun) => `${noun} ${phrase}`).join('،')] : [])
      fields.delete('participle')
      return { ...entry, head, fields }
    }),
  ]
}

function compileVerbs(
  entries: readonly Entry[],
  frames: readonly Frame[],
  conjugation: Conjugation,
  verbs: Map<string, VerbForm[]>,
  participles: Map<string, ParticipleForm[]>,
  nouns: Map<string, NounForm[]>,
) {
  // One lemma a verb: all its frames together, so that context chooses among them.
  const groups = new Map<string, { frames: Frame[]; entries: Entry[]; present: string | null }>()
  entries.forEach((entry, i) => {
    const frame = frames[i] as Frame
    const present = fieldOf(entry, 'present')
    const key = frame.part === 'verb' ? `verb ${frame.lemma} ${fold(present ?? '')}` : `noun ${entry.head}`
    const group = groups.get(key) ?? { frames: [], entries: [], present }
    group.frames.push(frame)
    group.entries.push(entry)
    groups.set(key, group)
  })
  for (const group of groups.values()) {
    const first = group.frames[0] as Frame
    const lemma: Lemma = { text: first.lemma, kind: 'frame', frames: group.frames }
    if (first.part === 'verb' && group.present) addVerb(conjugation, verbs, first.lemma, group.present, lemma)
    const seen = new Set<string>()
    group.entries.forEach((entry, i) => {
      const frame = group.frames[i] as Frame
      for (const participle of listOf(entry, 'participle'))
        for (const { form, agreement } of declineParticiple(conjugation, participle, isWeak(conjugation, frame.lemma))) {
          if (seen.has(form)) continue
          seen.add(form)
          add(participles, form, { lemma, agreement, isAccusative: form !== fold(participle) })
        }
      const written = frame.part === 'noun' ? [frame.lemma, ...listOf(entry, 'plural'), ...listOf(entry, 'forms')] : []
      for (const noun of [...written, ...listOf(entry, 'noun')]) {
        const [head = '', ...rest] = noun.split(/\s+/).map(fold)
        const own = rest.length > 0 ? { ...frame, phrase: rest } : frame
        add(nouns, head, { lemma, frames: [own] })
      }
    })
  }
}

/** Adds all forms of a verb; `-` stands for a tense that it lacks. */
function addVerb(conjugation: Conjugation, verbs: Map<string, VerbForm[]>, past: string, present: string, lemma: Lemma) {
  const put = (tense: VerbForm['tense'], forms: ConjugatedForm[]) => {
    for (const { form, agreement, isJussive, isBound } of forms) {
      const known = verbs.get(form)
      if (
        known?.some(
          (v) =>
            v.lemma === lemma &&
            v.tense === tense &&
            v.agreement.person === agreement.person &&
            v.agreement.gender === agreement.gender &&
            v.agreement.number === agreement.number,
        )
      )
        continue
      add(verbs, form, { lemma, tense, agreement, isJussive, isBound })
    }
  }
  if (past !== '-') put('perfect', conjugate(conjugation, 'perfect', past))
  if (present !== '-') put('imperfect', conjugate(conjugation, 'imperfect', present.slice(1), past))
}
