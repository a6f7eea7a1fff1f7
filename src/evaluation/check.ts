import { IsnadError } from '../errors.ts'
import { fold } from '../fold.ts'
import { listOf, parseEntries, type Entry, type Example, type Expectation, type KnowledgeFile } from '../knowledge/entry.ts'
import { compileFrame } from '../knowledge/frames.ts'
import { EVENT_TYPES } from '../record.ts'
import { checkCatalogue } from './catalogue-check.ts'
import { findCollisions } from './collisions.ts'
import { compareProblems, type Problem } from './problem.ts'
import { isExamplesFile, keysOf, nearestOf, roomOf } from './rooms.ts'

/** Entries of all files that could be parsed, and the problems of those that could not. */
export function parseFiles(files: readonly KnowledgeFile[]): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const entries = files.flatMap((file) => {
    try {
      return parseEntries(file)
    } catch (error) {
      problems.push(problemOf(error, file.path))
      return []
    }
  })
  return { entries, problems }
}

/** Makes a problem of what parsing or compiling threw. */
export function problemOf(error: unknown, file: string): Problem {
  if (!(error instanceof IsnadError)) throw error
  return {
    code: error.code === 'knowledge-syntax' ? 'syntax' : error.code === 'knowledge-duplicate' ? 'duplicate' : 'field',
    file: error.place?.file ?? file,
    line: error.place?.line ?? 1,
    entry: null,
    message: `${error.message} ${error.help}`,
    details: [],
  }
}

/**
 * Checks the form of knowledge files: lines, rooms, keys, values, double entries, frames that collide, entries without an
 * example, example lines, and the catalogue of actors. Pure; runs no example. `base` are files that come before these (Isnad's
 * own, for a user's folder): entries may refer to them, and their own problems are not told.
 */
export function checkKnowledge(files: readonly KnowledgeFile[], base: readonly KnowledgeFile[] = []): Problem[] {
  const own = parseFiles(files)
  const before = parseFiles(base).entries
  const all = [...before, ...own.entries]
  const texts = new Map(files.map(({ path, text }) => [path, text.split(/\r?\n/)]))
  const isOwn = new Set(own.entries)
  const markers = knownMarkers(all)
  const problems: Problem[] = [...own.problems]
  for (const file of files)
    if (roomOf(file.path) === null)
      problems.push({
        code: 'unknown-room',
        file: file.path,
        line: 1,
        entry: null,
        message: `Nothing reads «${file.path}.txt». The rooms are listed in knowledge/README.md.`,
        details: [],
      })
  for (const entry of own.entries) {
    problems.push(...checkKeys(entry, texts.get(entry.file) ?? []), ...checkExamples(entry))
    if (entry.file.startsWith('frames/') && !isExamplesFile(entry.file)) problems.push(...checkFrame(entry, markers))
  }
  const inRoom = (room: string) => all.filter(({ file }) => file.startsWith(room) && !isExamplesFile(file))
  const doubles = findDoubles(all)
  const isDouble = new Set(doubles.map(({ entry }) => entry))
  const whole = [...doubles, ...findCollisions(inRoom('frames/')).filter(({ entry }) => !isDouble.has(entry)), ...checkCatalogue(inRoom('actors/'))]
  // Of pairs, the later one is named; among the user's and Isnad's own that is the user's.
  const ownPlaces = new Set([...isOwn].map(({ file, line }) => `${file}:${line}`))
  problems.push(...whole.filter(({ file, line }) => ownPlaces.has(`${file}:${line}`)))
  return problems.sort(compareProblems)
}

const at = (entry: Entry, code: Problem['code'], message: string, line = entry.line): Problem => ({
  code,
  file: entry.file,
  line,
  entry: entry.id,
  message,
  details: [],
})

function checkKeys(entry: Entry, lines: readonly string[]): Problem[] {
  const room = roomOf(entry.file)
  if (room === null) return []
  const known = keysOf(room)
  return [...entry.fields.keys()]
    .filter((key) => !known.includes(key))
    .map((key) => {
      const index = lines.findIndex((line, i) => i >= entry.line && line.trim().startsWith(key) && line.trim().slice(key.length).trimStart().startsWith(':'))
      const nearest = nearestOf(key, known)
      const help =
        key in LAYERS && !known.includes(key)
          ? 'A line of an example is indented below its ✓.'
          : nearest
            ? `Did you mean «${nearest}»?`
            : `Known here: ${room.keys.join(', ')}.`
      return at(entry, 'unknown-key', `«${entry.head}»: nothing reads the key «${key}» in ${entry.file}. ${help}`, index < 0 ? entry.line : index + 1)
    })
}

/** What a line of an example may hold: how many fields, and which values a field is of (by its place). */
const LAYERS: {
  readonly [layer: string]: { readonly least: number; readonly most: number; readonly values: { readonly [place: number]: readonly string[] } }
} = {
  statement: { least: 2, most: 3, values: { 2: ['direct', 'indirect', 'mixed'] } },
  event: { least: 3, most: 4, values: { 0: EVENT_TYPES, 3: ['occurred', 'ongoing', 'planned', 'conditional', 'denied'] } },
  position: { least: 3, most: 3, values: { 1: ['supports', 'opposes'] } },
  time: { least: 2, most: 2, values: {} },
  actor: { least: 2, most: 3, values: { 1: ['person', 'state', 'organization', 'group', 'anonymous', 'collective'] } },
}

function checkExpectation({ layer, fields }: Expectation): string | null {
  const form = Object.hasOwn(LAYERS, layer) ? LAYERS[layer] : undefined
  if (!form) {
    const nearest = nearestOf(layer, Object.keys(LAYERS))
    return `«${layer}» is no layer. ${nearest ? `Did you mean «${nearest}»?` : `Write one of ${Object.keys(LAYERS).join(', ')}.`}`
  }
  if (fields.length < form.least || fields.length > form.most)
    return `A line «${layer}:» has ${form.least === form.most ? form.least : `${form.least} or ${form.most}`} fields divided by |, not ${fields.length}.`
  for (const [place, values] of Object.entries(form.values)) {
    const value = (fields[Number(place)] ?? '').split('/')[0] as string
    if (fields[Number(place)] !== undefined && !values.includes(value)) return `«${value}» cannot stand here; write one of ${values.join(', ')}.`
  }
  return null
}

function checkExamples(entry: Entry): Problem[] {
  const problems: Problem[] = []
  if (roomOf(entry.file)?.needsExample && !entry.examples.some(({ holds }) => holds))
    problems.push(at(entry, 'example-missing', `«${entry.head}» has no example (✓). Write a sentence of your own and, below it, what it must give.`))
  const seen = new Set<string>()
  for (const example of entry.examples) {
    const malformed = (message: string, line = example.line) => problems.push(at(entry, 'example-malformed', message, line))
    if (seen.has(example.text)) malformed(`The sentence «${example.text}» stands twice in this entry.`)
    seen.add(example.text)
    checkSides(example, malformed)
    for (const expectation of example.expectations) {
      const message = checkExpectation(expectation)
      if (message) malformed(message, expectation.line)
    }
  }
  return problems
}

function checkSides({ holds, expectations, text }: Example, malformed: (message: string, line?: number) => void): void {
  if (holds && expectations.length === 0) malformed(`«${text}» does not say what it must give. Write it below, indented (event: …, statement: …).`)
  if (!holds && expectations.length > 0) malformed('A ✗ gives nothing, so no line may stand below it.', expectations[0]?.line)
}

const MARKER_KEYS = ['needs', 'not', 'content', 'addressee', 'actor', 'recipient']

/** All markers that a frame may name: the slots, and every preposition that is known. Empty where no preposition is known. */
function knownMarkers(entries: readonly Entry[]): ReadonlySet<string> {
  const words = (file: string, key: string) =>
    entries.filter((entry) => entry.file === file && entry.head === 'preposition').flatMap((entry) => listOf(entry, key).map(fold))
  const prepositions = [...words('words/function-words', 'words'), ...words('morphology/clitics', 'forms')]
  return new Set(prepositions.length > 0 ? ['subject', 'object', 'clause', 'quote', 'content', ...prepositions] : [])
}

function checkFrame(entry: Entry, markers: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = []
  try {
    compileFrame(entry)
  } catch (error) {
    problems.push({ ...problemOf(error, entry.file), entry: entry.id })
  }
  if (!entry.fields.has('act') && !entry.fields.has('event') && !entry.fields.has('position'))
    problems.push(at(entry, 'field', `«${entry.head}» asserts nothing: it has no act, event or position.`))
  if (markers.size === 0) return problems
  const named = MARKER_KEYS.flatMap((key) => listOf(entry, key).map((marker) => [key, marker] as const))
  const targets = listOf(entry, 'position').map((value) => ['position', value.split(/\s+/)[1] ?? 'object'] as const)
  for (const [key, marker] of [...named, ...targets])
    if (!markers.has(fold(marker))) {
      const nearest = nearestOf(fold(marker), [...markers])
      problems.push(at(entry, 'field', `«${entry.head}»: ${key} cannot be «${marker}», which is no marker.${nearest ? ` Did you mean «${nearest}»?` : ''}`))
    }
  return problems
}

/** Rooms in which one head of one kind is one entry. */
const ONE_PER_KIND = ['titles/titles', 'names/heads']

/** Finds entries that say the same twice, and ids given twice (a user's file of the same path as one of Isnad's). */
function findDoubles(entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, Entry>()
  const look = (key: string, entry: Entry, message: (earlier: Entry) => string): boolean => {
    const earlier = seen.get(key)
    if (!earlier) seen.set(key, entry)
    else problems.push(at(entry, 'duplicate', message(earlier)))
    return earlier !== undefined
  }
  for (const entry of entries) {
    if (isExamplesFile(entry.file)) continue
    const same = (earlier: Entry) => `«${entry.head}» is written twice: here and ${earlier.file}.txt:${earlier.line}. Keep one.`
    if (look(`id ${entry.id}`, entry, () => `The id ${entry.id} is already one of Isnad’s own. Give your file another name.`)) continue
    const room = roomOf(entry.file)
    if (room && ONE_PER_KIND.includes(room.path) && look(`kind ${room.path} ${fold(entry.head)} ${entry.fields.get('kind')}`, entry, same)) continue
    const fields = [...entry.fields].filter(([key]) => key !== 'gloss' && key !== 'note' && key !== 'published').sort(([a], [b]) => (a < b ? -1 : 1))
    look(`fields ${room?.path} ${fold(entry.head)} ${JSON.stringify(fields)}`, entry, same)
  }
  return problems
}
