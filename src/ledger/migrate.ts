import { sql } from 'kysely'
import { IsnadError } from '../errors.ts'
import type { Database, Engine } from './engine.ts'
import { type Migration, migrations } from './migrations/migrations.ts'

const highest = async (database: Database): Promise<number> => {
  const row = await database
    .selectFrom('migrations')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst()
  return row?.number ?? 0
}

/**
 * Brings a ledger to the newest schema, each step in a writing transaction of its own: of two processes that open a ledger at
 * once, one migrates and the other finds it done.
 * @throws IsnadError `ledger-newer` when a newer Isnad has written it; nothing is changed then.
 * @throws IsnadError `ledger-unreadable` when the database holds other tables under these names.
 */
export async function migrate(engine: Engine, steps: readonly Migration[] = migrations, now: () => Date = () => new Date()): Promise<void> {
  const newest = steps.at(-1)?.number ?? 0
  const refuse = (found: number) => {
    throw new IsnadError(
      'ledger-newer',
      `The ledger is of schema ${found}, and this Isnad knows schemas up to ${newest}.`,
      'Use the Isnad that wrote it, or a later one.',
    )
  }
  if (await engine.isTable(engine.database, 'migrations')) {
    const found = await highest(engine.database)
    if (found > newest) refuse(found)
    if (found === newest) return
  }
  for (const step of steps)
    await engine.write(async (transaction) => {
      if (!(await engine.isTable(transaction, 'migrations'))) {
        if (await engine.isTable(transaction, 'reports'))
          throw new IsnadError(
            'ledger-unreadable',
            'The database is not a ledger of Isnad: it has a table «reports» of its own.',
            'Give another file or database.',
          )
        const integer = sql.raw(engine.columnType('key'))
        const text = sql.raw(engine.columnType('text'))
        await sql`create table migrations (number ${integer} primary key, name ${text} not null, applied ${text} not null)`.execute(transaction)
      }
      const found = await highest(transaction)
      if (found > newest) refuse(found)
      if (found >= step.number) return
      await transaction.insertInto('migrations').values({ number: step.number, name: step.name, applied: now().toISOString() }).execute()
      await step.run(transaction, engine)
    })
}
