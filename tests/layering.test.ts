import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const source = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src')

/** What each room may import besides itself. A room is a folder of `src`, or a file that lies directly in it. */
const GROUND = ['span', 'record', 'errors', 'fold']
const READING = [...GROUND, 'knowledge']
const LEDGER = [...READING, 'reading']
const ANSWERS = [...LEDGER, 'ledger', 'messages']
const EDGES = [...ANSWERS, 'answers', 'sources', 'evaluation']
const ALLOWED: { readonly [room: string]: readonly string[] } = {
  span: [],
  errors: [],
  fold: [],
  record: ['span'],
  knowledge: GROUND,
  reading: READING,
  ledger: LEDGER,
  answers: ANSWERS,
  // Sentences are functions of the data that they tell, so messages know its types.
  messages: [...GROUND, 'sources'],
  sources: GROUND,
  evaluation: [...LEDGER, 'sources'],
  cli: EDGES,
  api: EDGES,
  web: EDGES,
  index: EDGES,
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'))
  .sort()
const parse = (file: string) => ts.createSourceFile(file, readFileSync(join(source, file), 'utf8'), ts.ScriptTarget.Latest, true)
const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] as string) : file.replace(/\.ts$/, ''))
const isTest = (file: string) => file.endsWith('.test.ts') || file.endsWith('.fixture.ts')

/** Everything that a file imports or exports from, also by `import()`. */
function importsOf(file: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push(node.moduleSpecifier.text)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] && ts.isStringLiteral(node.arguments[0]))
      found.push(node.arguments[0].text)
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

test('every room of src has its place in the order', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !Object.hasOwn(ALLOWED, room))).toEqual([])
})

test('no file imports upward: span, record, errors ← knowledge ← reading ← ledger ← answers ← edges', () => {
  const upward: string[] = []
  for (const file of files)
    for (const name of importsOf(file)) {
      if (!name.startsWith('.') || isTest(file)) continue
      const target = roomOf(posix.normalize(posix.join(posix.dirname(file), name)))
      if (target !== roomOf(file) && !ALLOWED[roomOf(file)]?.includes(target)) upward.push(`${file} imports ${name}`)
    }
  expect(upward).toEqual([])
})

test('reading imports nothing of Node, so that it runs in a worker or a browser', () => {
  const outside = files
    .filter((file) => roomOf(file) === 'reading' && !isTest(file))
    .flatMap((file) => importsOf(file).map((name) => [file, name] as const))
    .filter(([, name]) => !name.startsWith('.'))
  expect(outside.map(([file, name]) => `${file} imports ${name}`)).toEqual([])
})

const ARABIC_LETTER = /(?=\p{Script=Arabic})\p{L}/u

/** Where code other than remarks holds Arabic letters, escapes apart: strings, templates and patterns. */
function arabicIn(file: string): string[] {
  const found: string[] = []
  const tree = parse(file)
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    if ((isText || ts.isIdentifier(node)) && ARABIC_LETTER.test(node.getText(tree)))
      found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1} ${node.getText(tree)}`)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

test('Arabic words live in knowledge/, not in the code that reads them', () => {
  expect(files.filter((file) => ['reading', 'knowledge'].includes(roomOf(file)) && !isTest(file)).flatMap(arabicIn)).toEqual([])
})
