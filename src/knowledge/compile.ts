import { parseEntries, type Entry, type KnowledgeFile } from './entry.ts'
import type { Knowledge } from './knowledge.ts'
import { type Catalogue, compileCatalogue } from './catalogue.ts'
import { compileDeeds } from './deeds.ts'
import { compileIssues } from './issues.ts'
import { CATALOGUE, compileLexicon, DEMONYM, HEAD, type Lexicon, NAME, TITLE } from './lexicon.ts'
import { compileNames, type NameTables } from './names.ts'
import { compileRomanisation } from './romanisation.ts'
import { compileStance } from './stance.ts'
import { compileTimes } from './times.ts'

/**
 * Compiles knowledge files into the tables that reading uses. Pure: the same files give the same tables.
 * @throws IsnadError `knowledge-syntax` or `knowledge-field`, naming file and line.
 */
export function compileKnowledge(files: readonly KnowledgeFile[]): Knowledge {
  const entries: Entry[] = files.filter((file) => !file.path.endsWith('.examples')).flatMap(parseEntries)
  const lexicon = compileLexicon(entries)
  const { article } = lexicon.clitics
  const names = compileNames(entries, article)
  const catalogue = compileCatalogue(
    entries.filter((entry) => entry.file.startsWith('actors/')),
    article,
  )
  markNames(lexicon, names, catalogue)
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    lexicon,
    names,
    catalogue,
    deeds: compileDeeds(entries),
    stance: compileStance(entries),
    issues: compileIssues(entries, article),
    times: compileTimes(entries),
    romanisation: compileRomanisation(entries),
    analyses: new Map(),
  }
}

/** Tells the lexicon which words open titles, bodies and names, so that one look at a word's flags says what to try there. */
function markNames(lexicon: Lexicon, names: NameTables, catalogue: Catalogue) {
  const { vocabulary, clitics } = lexicon
  const mark = (form: string, flag: number) => vocabulary.set(form, (vocabulary.get(form) ?? 0) | flag)
  for (const form of names.titles.keys()) mark(form, TITLE)
  for (const form of names.heads.keys()) mark(form, HEAD)
  for (const form of names.firstNames.keys()) mark(form, NAME)
  for (const form of catalogue.demonyms.keys()) mark(form, DEMONYM)
  for (const form of catalogue.forms.keys()) {
    if (catalogue.articled.has(form)) mark(form.slice(clitics.article.length), CATALOGUE)
    else mark(form, CATALOGUE | NAME)
  }
}
