// `npm run bench [-- FILES…]`: how fast Isnad reads on one core, and how much memory that takes. See bench/README.md.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadKnowledge } from '../src/knowledge/load.ts'
import { chooseCorpus, nameCorpus, takeSample } from './corpus.ts'
import { type Cost, measureSpeed } from './speed.ts'

const here = dirname(fileURLToPath(import.meta.url))
const SAMPLE = 400
const ROUNDS = 5
const FEW = 1_000
const MANY = 10_000

interface Memory {
  readonly peak: number
  readonly kept: number
}

const round = (value: number, digits = 0): number => Number(value.toFixed(digits))
const row = (name: string, ...cells: readonly string[]): string => `${name.padEnd(34)}${cells.map((cell) => cell.padStart(14)).join('')}`

function measureMemory(count: number, paths: readonly string[]): Memory {
  const args = ['--expose-gc', '--import', import.meta.resolve('tsx'), join(here, 'memory.ts'), String(count), ...paths]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Memory
}

const paths = chooseCorpus(process.argv.slice(2))
const startedLoading = performance.now()
const knowledge = loadKnowledge()
const loading = performance.now() - startedLoading
const reports = await takeSample(paths, SAMPLE)
// Few reports are read several times a round, so that a round is long enough to time.
const times = Math.max(1, Math.ceil(SAMPLE / reports.length))
const speed = measureSpeed(Array.from({ length: times }, () => reports).flat(), knowledge, ROUNDS)

const perSecond = ({ wall }: Cost): number => round(speed.words / wall)
const perCpuSecond = ({ cpu }: Cost): number => round(speed.words / cpu)
const ratio = ({ wall }: Cost): number => round(wall / speed.split.wall, 1)
const rest: Cost = {
  wall: speed.whole.wall - speed.text.wall - speed.times.wall,
  cpu: speed.whole.cpu - speed.text.cpu - speed.times.cpu,
}
const stages: readonly (readonly [string, Cost])[] = [
  ['regex split at white space', speed.split],
  ['whole reading', speed.whole],
  ['  text layer', speed.text],
  ['  time expressions', speed.times],
  ['  all other stages', rest],
]
console.log(`${nameCorpus(paths)}: ${reports.length} reports, ${speed.words / times} words; median of ${ROUNDS} rounds\n`)
console.log(row('', 'words/s', 'per CPU s', '× regex split'))
for (const [name, cost] of stages) console.log(row(name, perSecond(cost).toLocaleString('en'), perCpuSecond(cost).toLocaleString('en'), `${ratio(cost)}`))

const few = measureMemory(FEW, paths)
const many = measureMemory(MANY, paths)
console.log(`\n${row('memory, MB', 'peak', 'kept')}`)
for (const [count, { peak, kept }] of [
  [FEW, few],
  [MANY, many],
] as const)
  console.log(row(`${count.toLocaleString('en')} reports`, peak.toFixed(0), kept.toFixed(1)))
console.log(`\nknowledge loaded in ${loading.toFixed(0)} ms`)

const figures = (cost: Cost) => ({ wordsPerSecond: perSecond(cost), wordsPerCpuSecond: perCpuSecond(cost), timesRegexSplit: ratio(cost) })
const memory = ({ peak, kept }: Memory) => ({ peakMegabytes: round(peak), keptMegabytes: round(kept, 1) })
const now = new Date().toISOString()
const result = {
  measured: now,
  machine: {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMegabytes: round(totalmem() / 1024 / 1024),
    platform: `${process.platform} ${process.arch}`,
  },
  versions: { node: process.versions.node, v8: process.versions.v8 },
  corpus: { name: nameCorpus(paths), reports: reports.length, words: speed.words / times },
  speed: { regexSplit: figures(speed.split), whole: figures(speed.whole), text: figures(speed.text), times: figures(speed.times), rest: figures(rest) },
  memory: { reports1000: memory(few), reports10000: memory(many) },
  knowledgeLoadedInMilliseconds: round(loading),
}
const folder = join(here, 'results')
mkdirSync(folder, { recursive: true })
const file = join(folder, `reading-${now.slice(0, 10)}.json`)
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
console.log(`written to ${file}`)
