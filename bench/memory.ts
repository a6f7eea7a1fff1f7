// A process of its own that reads COUNT reports as they come and prints how much memory that took, as JSON.
// usage: node --expose-gc --import tsx bench/memory.ts COUNT FILES…
import { loadKnowledge } from '../src/knowledge/load.ts'
import { read } from '../src/reading/read.ts'
import { streamReports } from './corpus.ts'

const [count = '1000', ...paths] = process.argv.slice(2)
const knowledge = loadKnowledge()
let statements = 0
for await (const report of streamReports(paths, Number(count))) statements += read(report, knowledge).statements.length
globalThis.gc?.()
// Knowledge is still in use here, so that `kept` counts it.
const entries = knowledge.entries.size
const MEGABYTE = 1024 * 1024
console.log(
  JSON.stringify({
    statements,
    entries,
    // maxRSS is in kilobytes.
    peak: process.resourceUsage().maxRSS / 1024,
    kept: process.memoryUsage().heapUsed / MEGABYTE,
  }),
)
