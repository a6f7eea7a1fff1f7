import { compileKnowledge } from '../knowledge/compile.ts'
import type { Entry, KnowledgeFile } from '../knowledge/entry.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { read } from '../reading/read.ts'
import { checkKnowledge, parseFiles, problemOf } from './check.ts'
import type { ReadReport } from './evaluate.ts'
import { runExamples } from './examples.ts'
import { compareProblems, type Problem } from './problem.ts'

/** What a check came to, in one file. */
export interface FileResult {
  readonly file: string
  readonly entries: number
  readonly examples: number
  readonly passed: number
  /** Examples marked ✓? or ✗?: not read yet. */
  readonly wanted: number
  /** Problems of form; failed examples are `examples - passed - wanted`. */
  readonly problems: number
}
export interface CheckResult {
  readonly files: readonly FileResult[]
  readonly problems: readonly Problem[]
  /** False when the files could not be compiled, so that no example was run. */
  readonly isRun: boolean
}

const isBelow = (file: string, only: string): boolean => {
  const wanted = only
    .replace(/^(?:\.\/)?knowledge\//, '')
    .replace(/\.txt$/, '')
    .replace(/\/$/, '')
  return wanted === '' || file === wanted || file.startsWith(`${wanted}/`)
}

/**
 * Checks the form of knowledge files and runs their examples. `base` are files known before them; `only` names a folder or a
 * file (`frames/say`) to which the answer is narrowed.
 */
export function runCheck(files: readonly KnowledgeFile[], base: readonly KnowledgeFile[] = [], only = '', readReport: ReadReport = read): CheckResult {
  const wanted = files.filter(({ path }) => isBelow(path, only))
  const problems: Problem[] = checkKnowledge(files, base).filter(({ file }) => isBelow(file, only))
  const compiled = compile([...base, ...files])
  if ('problem' in compiled && !problems.some(({ file, line }) => file === compiled.problem.file && line === compiled.problem.line))
    problems.push(compiled.problem)
  const results = wanted.map((file): FileResult => {
    const entries: readonly Entry[] = parseFiles([file]).entries
    const formal = problems.filter((problem) => problem.file === file.path).length
    if (!('knowledge' in compiled)) return { file: file.path, entries: entries.length, examples: 0, passed: 0, wanted: 0, problems: formal }
    const run = runExamples(entries, (report) => readReport(report, compiled.knowledge))
    problems.push(...run.problems)
    return { file: file.path, entries: entries.length, examples: run.examples, passed: run.passed, wanted: run.wanted, problems: formal }
  })
  return { files: results, problems: problems.sort(compareProblems), isRun: 'knowledge' in compiled }
}

function compile(files: readonly KnowledgeFile[]): { readonly knowledge: Knowledge } | { readonly problem: Problem } {
  try {
    return { knowledge: compileKnowledge(files) }
  } catch (error) {
    return { problem: problemOf(error, files[0]?.path ?? '') }
  }
}
