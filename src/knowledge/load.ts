import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IsnadError } from '../errors.ts'
import { compileKnowledge } from './compile.ts'
import type { KnowledgeFile } from './entry.ts'
import type { Knowledge } from './knowledge.ts'

/** The knowledge folder that comes with Isnad: beside `dist` in the package, beside `src` in a checkout. */
export const ownKnowledgeFolder = (): string => {
  for (const up of ['../knowledge', '../../knowledge', '../../../knowledge']) {
    const folder = fileURLToPath(new URL(up, import.meta.url))
    try {
      if (statSync(join(folder, 'frames')).isDirectory()) return folder
    } catch {}
  }
  throw new IsnadError('knowledge-missing', 'The folder «knowledge» is not where Isnad was installed.', 'Install the package again, or give --knowledge DIR.')
}

/** Reads every `.txt` file below the folders, sorted by path, so that the order never depends on the machine. */
export function readKnowledgeFiles(folders: readonly string[]): KnowledgeFile[] {
  return folders.flatMap((folder) => {
    let names: string[]
    try {
      names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    } catch (cause) {
      throw new IsnadError(
        'knowledge-missing',
        `The knowledge folder «${folder}» cannot be read.`,
        'Give a folder that holds .txt files.',
        { file: folder },
        cause,
      )
    }
    return names
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => ({
        path: relative(folder, join(folder, name))
          .split(sep)
          .join('/')
          .replace(/\.txt$/, ''),
        text: readFileSync(join(folder, name), 'utf8'),
      }))
  })
}

/**
 * Loads Isnad's own knowledge and that of any further folders (a user's own entries come last and add to it).
 * @throws IsnadError `knowledge-missing`, `knowledge-syntax`, `knowledge-field`.
 */
export const loadKnowledge = (further: readonly string[] = []): Knowledge => compileKnowledge(readKnowledgeFiles([ownKnowledgeFolder(), ...further]))
