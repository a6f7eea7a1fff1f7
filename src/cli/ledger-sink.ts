import { IsnadError } from '../errors.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import { nameReader } from '../ledger/readers.ts'
import type { Outcome } from '../ledger/store.ts'
import type { Record } from '../record.ts'
import { findVersion } from './version.ts'

/** Reports of one transaction at most, and in milliseconds how long one may wait for more. */
const BATCH = 100
const PATIENCE = 300

/** Takes records into a ledger in batches; each is handed on only when it is on disk. */
export interface LedgerSink {
  readonly take: (record: Record) => Promise<void>
  /** Waits for the next report, but stores what is held when it does not come soon. */
  readonly waitFor: <Result>(next: Promise<Result>) => Promise<Result>
  readonly flush: () => Promise<void>
  readonly counts: { readonly [Name in Outcome]: number }
  readonly close: () => Promise<void>
}

export async function openLedgerSink(address: string, knowledge: Knowledge, handOn: (record: Record) => Promise<void>): Promise<LedgerSink> {
  const ledger: Ledger = await openLedger(address, knowledge)
  const reader = nameReader(findVersion(), knowledge)
  const counts = { new: 0, version: 0, reading: 0, same: 0, erased: 0 }
  let held: Record[] = []
  let stored = 0
  const flush = async () => {
    const batch = held
    held = []
    if (batch.length === 0) return
    const outcomes = await ledger.store(batch, reader).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new IsnadError(
        'ledger-unreadable',
        `The ledger cannot be written (${reason}).`,
        'What was stored before is safe; run the same command again.',
        null,
        cause,
      )
    })
    for (const { outcome } of outcomes) counts[outcome]++
    stored += batch.length
    for (const record of batch) await handOn(record)
  }
  return {
    counts,
    flush,
    take: async (record) => {
      held.push(record)
      if (held.length >= BATCH) await flush()
    },
    waitFor: async (next) => {
      if (held.length === 0) return next
      let timer: NodeJS.Timeout | undefined
      const isLate = await Promise.race([next.then(() => false), new Promise<boolean>((resolve) => (timer = setTimeout(resolve, PATIENCE, true)))])
      clearTimeout(timer)
      if (isLate) await flush()
      return next
    },
    close: async () => {
      if (stored > BATCH) await ledger.engine.tidy()
      await ledger.close()
    },
  }
}
