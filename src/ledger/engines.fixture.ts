import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { loadKnowledge } from '../knowledge/load.ts'
import { type Ledger, openLedger, type OpenOptions } from './ledger.ts'
import { startPostgres, type TestPostgres } from './postgres.fixture.ts'

export const knowledge = loadKnowledge()

/** How the tests of the contract get at a ledger of one engine. */
export interface TestEngine {
  /** The address of a ledger that nobody has opened yet. */
  readonly newAddress: () => Promise<string>
  /** An empty ledger, or the one at an address; closed after the tests. */
  readonly open: (address?: string, options?: OpenOptions) => Promise<Ledger>
}

/** Runs the same tests over both engines; PostgreSQL's are passed over, saying so, only where it cannot be started. */
export function describeEngines(name: string, tests: (engine: TestEngine, engineName: 'sqlite' | 'postgres') => void): void {
  for (const engineName of ['sqlite', 'postgres'] as const)
    describe(`${name} in ${engineName}`, () => {
      const opened: Ledger[] = []
      let folder = ''
      let server: TestPostgres | null = null
      let files = 0
      const newAddress = async () => (engineName === 'sqlite' ? join(folder, `${files++}.isnad`) : ((await server?.createDatabase()) as string))
      beforeAll(async () => {
        if (engineName === 'sqlite') folder = mkdtempSync(join(tmpdir(), 'isnad-ledger-'))
        else
          server = await startPostgres().catch((cause: unknown) => {
            console.warn(`PostgreSQL cannot be started here, so its tests are passed over: ${cause instanceof Error ? cause.message : String(cause)}`)
            return null
          })
      })
      afterAll(async () => {
        for (const ledger of opened) await ledger.engine.close().catch(() => {})
        await server?.stop()
        if (folder !== '') rmSync(folder, { recursive: true, force: true })
      })
      const open: TestEngine['open'] = async (address, options) => {
        const ledger = await openLedger(address ?? (await newAddress()), knowledge, options)
        opened.push(ledger)
        return ledger
      }
      describe('', () => {
        if (engineName === 'postgres') beforeEachSkip(() => server === null)
        tests({ newAddress, open }, engineName)
      })
    })
}

const beforeEachSkip = (isOut: () => boolean) =>
  beforeEach((context) => {
    if (isOut()) context.skip()
  })
