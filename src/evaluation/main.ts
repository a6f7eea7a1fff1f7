// For the time before `src/cli` has these commands: `npx tsx src/evaluation/main.ts eval DIR --misses`. Delete it then.
import { parseArgs } from 'node:util'
import { runEval, runKnowledgeCheck, runSurvey } from './index.ts'

const flag = { type: 'boolean', default: false } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: flag, rules: flag, json: flag, only: { type: 'string', default: '' }, limit: { type: 'string' }, most: { type: 'string' } },
})
const [command, ...rest] = positionals
const write = (text: string) => void process.stdout.write(text)
if (command === 'eval' && rest[0]) process.exitCode = runEval({ folder: rest[0], ...values }, write)
else if (command === 'check') process.exitCode = runKnowledgeCheck({ folder: rest[0] ?? null, only: values.only, json: values.json }, write)
else if (command === 'survey')
  process.exitCode = await runSurvey(
    { files: rest, json: values.json, limit: Number(values.limit ?? Number.POSITIVE_INFINITY), most: Number(values.most ?? 20) },
    write,
  )
else {
  process.stderr.write(
    'usage: main.ts eval DIR [--misses] [--rules] [--json] | check [DIR] [--only FILE] [--json] | survey FILES… [--limit N] [--most N] [--json]\n',
  )
  process.exitCode = 2
}
