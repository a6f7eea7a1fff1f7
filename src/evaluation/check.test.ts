import { expect, test } from 'vitest'
import type { KnowledgeFile } from '../knowledge/entry.ts'
import { checkKnowledge } from './check.ts'

const file = (path: string, ...lines: string[]): KnowledgeFile => ({ path, text: lines.join('\n') })
const frame = (...lines: string[]) => file('frames/try', ...lines)
const TELL = ['== قال', 'present: يقول', 'act: say', '✓ قال الوزير إن الحل قريب.', '  statement: الوزير | إن الحل قريب']
/** What is wrong, each as `code line: message`. */
const problems = (...files: KnowledgeFile[]) => checkKnowledge(files).map(({ code, line, message }) => `${code} ${line}: ${message}`)

test('a sound entry has no problem', () => {
  expect(problems(frame(...TELL))).toEqual([])
})

test('a line that is no field is named with its place, and the other files are still checked', () => {
  const found = checkKnowledge([frame('== قال', 'present'), file('frames/other', '== أعلن', 'present: يعلن', 'act: announce')])
  expect(found.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual(['example-missing frames/other:1', 'syntax frames/try:2'])
})

test('an unknown key is named with its line and the nearest known one', () => {
  expect(problems(frame('# remark', ...TELL.slice(0, 2), 'recipent: object', ...TELL.slice(2)))).toEqual([
    'unknown-key 4: «قال»: nothing reads the key «recipent» in frames/try. Did you mean «recipient»?',
  ])
})

test('an unknown key that is near to nothing lists the known ones', () => {
  expect(problems(file('titles/modifiers', '== سابق', 'colour: red'))[0]).toContain('Known here: words.')
})

test('an example’s line that is not indented is told as such', () => {
  expect(problems(frame(...TELL.slice(0, 4), 'statement: الوزير | إن الحل قريب')).join()).toContain('indented below its ✓')
})

test('a file in no room is named', () => {
  expect(problems(file('verbs/say', '== قال'))).toEqual(['unknown-room 1: Nothing reads «verbs/say.txt». The rooms are listed in knowledge/README.md.'])
})

test('an entry without ✓ is refused where its room asks for one, and passes elsewhere', () => {
  expect(problems(frame(...TELL.slice(0, 3), '✗ قال قولا.'))[0]).toMatch(/^example-missing 1/)
  expect(problems(file('names/first-names', '== masculine', 'gender: m', 'words: سيرغي'))).toEqual([])
})

test('a ✓ that lists nothing and a ✗ that lists something are refused', () => {
  expect(problems(frame(...TELL.slice(0, 4)))).toEqual([expect.stringMatching(/^example-malformed 4: .*does not say what it must give/)])
  expect(problems(frame(...TELL, '✗ قال قولا.', '  statement: - | قولا'))).toEqual([expect.stringMatching(/^example-malformed 7: A ✗ gives nothing/)])
})

test.each([
  ['statment: الوزير | إن الحل قريب', 'Did you mean «statement»?'],
  ['statement: الوزير', '2 or 3 fields'],
  ['statement: الوزير | إن الحل قريب | spoken', 'direct, indirect, mixed'],
  ['event: FIGHT | الوزير | -', '«FIGHT» cannot stand here'],
  ['event: ACCUSE/blame | الوزير | - | maybe', '«maybe» cannot stand here'],
  ['position: الوزير | likes | الحل', 'supports, opposes'],
  ['constructor: الوزير | الحل', 'is no layer'],
])('the example line «%s» is refused', (line, help) => {
  const found = problems(frame(...TELL.slice(0, 4), `  ${line}`))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^example-malformed 5: /)
  expect(found[0]).toContain(help)
})

test('a sentence that stands twice in one entry is refused', () => {
  expect(problems(frame(...TELL, ...TELL.slice(3)))).toEqual([expect.stringMatching(/^example-malformed 6: .*stands twice/)])
})

test('a value outside its closed set, a verb without present and a frame that asserts nothing are refused', () => {
  expect(problems(frame('== قال', 'present: يقول', 'act: shout', ...TELL.slice(3)))[0]).toContain('act cannot be «shout»')
  expect(problems(frame('== قال', 'act: say', ...TELL.slice(3)))[0]).toContain('A verb needs its present')
  expect(problems(frame('== قال', 'present: يقول', ...TELL.slice(3)))[0]).toContain('asserts nothing')
})

test('a marker that is no slot and no known preposition is refused', () => {
  const words = file('words/function-words', '== preposition', 'words: على، عن، ضد')
  const found = problems(words, frame(...TELL.slice(0, 3), 'content: objet، على', ...TELL.slice(3)))
  expect(found).toEqual(['field 1: «قال»: content cannot be «objet», which is no marker. Did you mean «object»?'])
})

test('an entry written twice is refused, with the place of the first', () => {
  const [found, ...rest] = problems(frame(...TELL), file('frames/zzz', ...TELL))
  expect(found).toBe('duplicate 1: «قال» is written twice: here and frames/try.txt:1. Keep one.')
  expect(rest).toEqual([])
})

const second = (...lines: string[]) => ['== قال', 'present: يقول', 'act: assert', ...lines, '✓ قال الوزير بالحل.', '  statement: الوزير | الحل']

test('two frames of one verb that the same sentence fits collide', () => {
  expect(problems(frame(...TELL, ...second()))).toEqual([expect.stringMatching(/^collision 6: .*neither needs anything/)])
})

test('two frames that need the same marker collide, and the marker is named', () => {
  const needy = [...TELL.slice(0, 3), 'needs: ب، على', ...TELL.slice(3)]
  expect(problems(frame(...needy, ...second('needs: ب')))).toEqual([expect.stringMatching(/^collision 7: .*both hold with «ب»/)])
})

test.each([
  ['another marker is needed', ['needs: ب']],
  ['another present makes it another verb', ['present: يقيل']],
])('two frames of one head do not collide where %s', (_, lines) => {
  const other = second(...lines)
  if (lines[0]?.startsWith('present')) other.splice(1, 1)
  expect(problems(frame(...TELL, ...other))).toEqual([])
})

test('one marker needed by both parts them where «not» excludes it', () => {
  const needy = [...TELL.slice(0, 3), 'needs: ب، على', 'not: ب', ...TELL.slice(3)]
  expect(problems(frame(...needy, ...second('needs: ب')))).toEqual([])
})

test('a frame for words and one for an act do not compete', () => {
  const act = ['== قال', 'present: يقول', 'event: REQUEST', '✓ قال الوزير بالحل.', '  event: REQUEST | الوزير | -']
  expect(problems(frame(...TELL, ...act))).toEqual([])
})

test('a user’s file is checked with Isnad’s own before it, and only its own problems are told', () => {
  const own = [frame(...TELL.slice(0, 3))]
  expect(checkKnowledge([file('frames/mine', ...TELL)], own).map(({ code, file }) => `${code} ${file}`)).toEqual(['duplicate frames/mine'])
  expect(checkKnowledge([file('frames/mine', '== أعلن', 'present: يعلن', ...TELL.slice(2))], own)).toEqual([])
  expect(checkKnowledge([frame(...TELL)], own)[0]?.message).toContain('Give your file another name')
})

const people = (...lines: string[]) => file('actors/people', ...lines)
const RUSSIA = ['== روسيا', 'id: RU', 'kind: state']
const boss = (name: string, id: string, dates: string, ...more: string[]) => [
  `== ${name}`,
  `id: ${id}`,
  'kind: person',
  `role: رئيس | RU | ${dates} | exclusive`,
  ...more,
]

test('the catalogue refuses an id given twice, of wrong letters, or unknown where it is referred to', () => {
  const found = problems(people(...RUSSIA, '== الاتحاد الروسي', 'id: RU', 'kind: state', '== بوتين', 'id: Putin_V', 'kind: person', 'country: RS'))
  expect(found.join('\n')).toMatch(/«RU» is given twice[\s\S]*«Putin_V» is not of lower-case[\s\S]*country: no entry of the catalogue has the id «RS»/)
  expect(found).toHaveLength(3)
})

test('an exclusive office has one holder at a time; a handover on one day is none', () => {
  const first = boss('فلاديمير بوتين', 'vladimir-putin', '2000-05-07..2008-05-07')
  expect(problems(people(...RUSSIA, ...first, ...boss('دميتري ميدفيديف', 'dmitry-medvedev', '2008-05-07..2012-05-07')))).toEqual([])
  expect(problems(people(...RUSSIA, ...first, ...boss('دميتري ميدفيديف', 'dmitry-medvedev', '2008..')))).toEqual([])
  expect(problems(people(...RUSSIA, ...first, ...boss('دميتري ميدفيديف', 'dmitry-medvedev', '2007-01..')))).toEqual([
    expect.stringMatching(/^catalogue 8: .*was held by actors\/people\/فلاديمير بوتين/),
  ])
})

test('dates that are no dates, or turned round, are refused', () => {
  expect(problems(people(...RUSSIA, ...boss('أ', 'a', '2008/05..')))[0]).toContain('is not FROM..TO')
  expect(problems(people(...RUSSIA, ...boss('أ', 'a', '2009..2008-05')))[0]).toContain('ends before it begins')
})

test('a form names one actor, unless it is weak, or a family name that people share', () => {
  const press = (key: string) => file('actors/media', '== صحيفة الحياة', 'id: al-hayat', 'kind: organization', `${key}: الحياة`)
  const party = file('actors/parties', '== الحياة', 'id: hayat-party', 'kind: organization')
  expect(problems(press('alias'), party)).toEqual([expect.stringMatching(/^catalogue 1: «الحياه» already names actors\/media/)])
  expect(problems(press('weak-alias'), party)).toEqual([])
  const family = (name: string, id: string) => [`== ${name}`, `id: ${id}`, 'kind: person', 'alias: ماكين']
  expect(problems(people(...family('جون ماكين', 'john-mccain'), ...family('سيندي ماكين', 'cindy-mccain')))).toEqual([])
})
