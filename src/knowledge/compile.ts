import { parseEntries, type Entry, type KnowledgeFile } from './entry.ts'
import type { Knowledge } from './knowledge.ts'
import { compileCatalogue } from './catalogue.ts'
import { compileLexicon } from './lexicon.ts'
import { compileNames } from './names.ts'
import { compileTimes } from './times.ts'

/**
 * Compiles knowledge files into the tables that reading uses. Pure: the same files give the same tables.
 * @throws IsnadError `knowledge-syntax` or `knowledge-field`, naming file and line.
 */
export function compileKnowledge(files: readonly KnowledgeFile[]): Knowledge {
  const entries: Entry[] = files.filter((file) => !file.path.endsWith('.examples')).flatMap(parseEntries)
  const lexicon = compileLexicon(entries)
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    lexicon,
    names: compileNames(entries, lexicon.clitics.article),
    catalogue: compileCatalogue(
      entries.filter((entry) => entry.file.startsWith('actors/')),
      lexicon.clitics.article,
    ),
    times: compileTimes(entries),
    analyses: new Map(),
  }
}
