// Runs one of the project's commands straight after a clone: installs what is missing, builds what is stale, then goes on.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command, ...rest] = process.argv.slice(2)

/** Runs a command in the project's folder with its output on stderr, so that stdout stays the result's; ends here if it fails. */
const run = (file, args, quiet = false) => {
  const done = spawnSync(file, args, { cwd: root, stdio: [quiet ? 'ignore' : 'inherit', 2, 2], shell: process.platform === 'win32' && file === 'npm' })
  if (done.status !== 0) {
    console.error(`isnad: «${file} ${args.join(' ')}» failed${done.error ? `: ${done.error.message}` : ''}.`)
    process.exit(done.status ?? 1)
  }
}
const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs), 0)

const install = () => {
  const lock = join(root, 'package-lock.json')
  const done = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(done) || statSync(done).mtimeMs + 1000 < statSync(lock).mtimeMs) {
    console.error('isnad: installing what is missing (npm ci) …')
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], true)
  }
}
const build = () => {
  const built = join(root, 'dist', 'cli.js')
  if (!existsSync(built) || statSync(built).mtimeMs < Math.max(newest(join(root, 'src')), statSync(join(root, 'scripts', 'build.mjs')).mtimeMs))
    run(process.execPath, ['scripts/build.mjs'])
}
const go = (file, args) => {
  const done = spawnSync(file, args, { cwd: process.env.INIT_CWD ?? process.cwd(), stdio: 'inherit' })
  process.exit(done.status ?? 1)
}
const bin = (name) => join(root, 'node_modules', name)

install()
switch (command) {
  case 'start':
    build()
    go(process.execPath, [join(root, 'dist', 'cli.js'), 'read', join(root, 'examples', 'reports'), ...rest])
    break
  case 'isnad':
    build()
    go(process.execPath, [join(root, 'dist', 'cli.js'), ...rest])
    break
  case 'build':
    run(process.execPath, ['scripts/build.mjs', '--types'])
    break
  case 'check':
    run(process.execPath, [bin('@biomejs/biome/bin/biome'), 'check', '.'])
    run(process.execPath, [bin('typescript/bin/tsc'), '-p', '.'])
    break
  case 'test':
    build()
    run(process.execPath, [bin('@biomejs/biome/bin/biome'), 'check', '.'])
    run(process.execPath, [bin('typescript/bin/tsc'), '-p', '.'])
    process.chdir(root)
    go(process.execPath, [bin('vitest/vitest.mjs'), 'run', ...rest])
    break
  case 'bench':
    build()
    go(process.execPath, ['--expose-gc', '--import', 'tsx', join(root, 'bench', 'bench.ts'), ...rest])
    break
  default:
    console.error(`isnad: scripts/run.mjs knows start, test, isnad, build, check and bench, not «${command}».`)
    process.exit(2)
}
