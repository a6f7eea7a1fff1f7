import type { Database, Engine } from '../engine.ts'
import { createRecords } from './0001-records.ts'

/** A step from one schema to the next; a step that was released is never changed. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly run: (transaction: Database, engine: Engine) => Promise<void>
}

/** All steps in order. */
export const migrations: readonly Migration[] = [{ number: 1, name: 'records', run: createRecords }]
