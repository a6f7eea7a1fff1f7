// For the time before `src/cli` has these commands: `npx tsx src/evaluation/main.ts eval DIR --misses`. Delete it then.
import { runEval } from './index.ts'

const [command, ...rest] = process.argv.slice(2)
const flags = new Set(rest.filter((word) => word.startsWith('--')))
const values = rest.filter((word) => !word.startsWith('--'))
const write = (text: string) => void process.stdout.write(text)
if (command === 'eval' && values[0])
  process.exitCode = runEval({ folder: values[0], misses: flags.has('--misses'), rules: flags.has('--rules'), json: flags.has('--json') }, write)
else {
  process.stderr.write('usage: main.ts eval DIR [--misses] [--rules] [--json]\n')
  process.exitCode = 2
}
