import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { dumpPostgresSchema } from './dialects/postgres/schema.ts'
import { dumpSqliteSchema } from './dialects/sqlite/schema.ts'
import { describeEngines, knowledge } from './engines.fixture.ts'
import { openLedger } from './ledger.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'

describeEngines('migrating', ({ open, newAddress }, engineName) => {
  it('makes the schema that is kept beside the migrations; run with UPDATE_SCHEMA=1 to renew it', async () => {
    const { engine } = await open()
    const dump = await (engineName === 'sqlite' ? dumpSqliteSchema(engine.database) : dumpPostgresSchema(engine.database))
    const file = fileURLToPath(new URL(`./migrations/schema.${engineName}.sql`, import.meta.url))
    if (process.env.UPDATE_SCHEMA === '1' || !existsSync(file)) writeFileSync(file, dump)
    expect(dump).toBe(readFileSync(file, 'utf8'))
  })
  it('opens a ledger again, also by several at once', async () => {
    const address = await newAddress()
    const ledgers = await Promise.all([open(address), open(address), open(address)])
    const rows = await ledgers[0]?.engine.database.selectFrom('migrations').select(['number', 'name']).execute()
    expect(rows).toEqual(migrations.map(({ number, name }) => ({ number, name })))
  })
  it('refuses a ledger of a newer Isnad and changes nothing in it', async () => {
    const address = await newAddress()
    const { engine } = await open(address)
    await migrate(engine, [...migrations, { number: 1000, name: 'later', run: async () => {} }])
    await expect(open(address)).rejects.toMatchObject({ code: 'ledger-newer' })
  })
  it('leaves nothing of a step that fails', async () => {
    const { engine } = await open()
    const failing = { number: 2, name: 'fails', run: async () => Promise.reject(new Error('broken')) }
    await expect(migrate(engine, [...migrations, failing])).rejects.toThrow('broken')
    expect(await engine.database.selectFrom('migrations').selectAll().where('number', '=', 2).execute()).toEqual([])
  })
})

it('refuses what is no ledger, with what to do', async () => {
  const missing = openLedger('/no/such/folder/x.isnad', knowledge, { create: false })
  await expect(missing).rejects.toMatchObject({ code: 'ledger-missing' })
  await expect(openLedger(fileURLToPath(import.meta.url), knowledge)).rejects.toMatchObject({ code: 'ledger-unreadable' })
  await expect(openLedger('postgres://nobody:secret@127.0.0.1:1/none', knowledge)).rejects.toMatchObject({ code: 'ledger-unreadable' })
  await openLedger('postgres://nobody:secret@127.0.0.1:1/none', knowledge).catch((error: Error) => expect(error.message).not.toContain('secret'))
})
