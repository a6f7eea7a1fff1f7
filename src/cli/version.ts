import { readFileSync } from 'node:fs'

/** The version in Isnad's own package.json: beside `dist` in the package, two folders up in a checkout. */
export function findVersion(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const found = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as { name?: string; version?: string }
      if (found.name === 'isnad' && found.version !== undefined) return found.version
    } catch {}
  }
  return 'unknown'
}
