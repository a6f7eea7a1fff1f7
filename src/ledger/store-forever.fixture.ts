import { loadKnowledge } from '../knowledge/load.ts'
import { openLedger } from './ledger.ts'
import { ferry } from './records.fixture.ts'

// Stores batches until it is killed, and names each batch when it is stored.
const ledger = await openLedger(process.argv[2] as string, loadKnowledge())
for (let n = 0; ; n += 10) {
  const ids = Array.from({ length: 10 }, (_, i) => `f${n + i}`)
  await ledger.store(
    ids.map((id) => ferry({ id, title: id })),
    '1.0.0',
  )
  process.stdout.write(`${ids.join(' ')}\n`)
}
