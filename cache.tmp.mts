import { loadKnowledge } from '/work/main/src/knowledge/load.ts'
import { read } from '/work/main/src/index.ts'
import { streamReports } from '/work/main/bench/corpus.ts'
import { createWriteStream } from 'node:fs'
const k = loadKnowledge(); const out = createWriteStream('/tmp/records.ndjson'); const t0=performance.now(); let n=0
for await (const r of streamReports(['/work/shared/corpus'], 20000)) { if(!out.write(JSON.stringify(read(r,k))+'\n')) await new Promise<void>(x=>out.once('drain',()=>x())); n++ }
out.end(); console.log(n, (performance.now()-t0)/1000, process.cpuUsage().user/1e6)
