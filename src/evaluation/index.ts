import { isAbsolute, relative, resolve, sep } from 'node:path'
import { loadKnowledge, ownKnowledgeFolder, readKnowledgeFiles } from '../knowledge/load.ts'
import { read } from '../reading/read.ts'
import { readReports } from '../sources/file.ts'
import { findInputs } from '../sources/input.ts'
import { describeFailures, describeFiles, describeProblem } from './check-report.ts'
import { runCheck } from './check-run.ts'
import { evaluate } from './evaluate.ts'
import { listMisses } from './misses.ts'
import { describeMeasures, describeMiss, describeMissCounts, describeRules, measuresAsJson } from './report.ts'
import { countRules } from './rules.ts'
import { describeSurvey, surveyAsJson } from './survey-report.ts'
import { openSurvey, surveyReport } from './survey.ts'

/** Where a command's text goes. */
export type Write = (text: string) => void

export interface EvalOptions {
  readonly folder: string
  /** Folders with further knowledge entries. */
  readonly knowledge?: readonly string[]
  readonly misses?: boolean
  readonly rules?: boolean
  readonly json?: boolean
}

/**
 * `isnad eval`: measures the current reader against a folder of gold files. Returns the exit code, 0.
 * @throws IsnadError `file-missing`, `gold-invalid`, or what loading the knowledge throws.
 */
export function runEval({ folder, knowledge: further = [], misses = false, rules = false, json = false }: EvalOptions, write: Write): 0 {
  const knowledge = loadKnowledge(further)
  const evaluation = evaluate(folder, knowledge)
  const all = misses ? evaluation.reports.flatMap(listMisses) : []
  const use = rules ? countRules(evaluation, knowledge.entries.values()) : null
  if (json) {
    const value = {
      ...measuresAsJson(evaluation),
      ...(misses ? { misses: all } : {}),
      ...(use ? { rules: use.uses, dead: Object.fromEntries(use.dead) } : {}),
    }
    write(`${JSON.stringify(value)}\n`)
    return 0
  }
  for (const miss of all) write(`${describeMiss(miss)}\n`)
  if (misses) write(`${describeMissCounts(all)}\n`)
  if (use) write(`${describeRules(use)}\n`)
  write(describeMeasures(evaluation))
  return 0
}

export interface KnowledgeCheckOptions {
  /** A folder of the user's own entries; without it Isnad's own knowledge is checked. */
  readonly folder?: string | null
  /** A folder or file of knowledge (`frames/say`) to which the answer is narrowed. */
  readonly only?: string
  readonly json?: boolean
}

/**
 * `isnad knowledge check`: the form of every entry, and all examples. Returns 0 when everything holds, 1 when something does not,
 * 3 when there was no entry to check.
 * @throws IsnadError `knowledge-missing` where a folder cannot be read.
 */
export function runKnowledgeCheck({ folder = null, only = '', json = false }: KnowledgeCheckOptions, write: Write): 0 | 1 | 3 {
  const ownFolder = ownKnowledgeFolder()
  const own = readKnowledgeFiles([ownFolder])
  // Isnad's own folder, or a room of it, may be named as well.
  const inside = folder === null ? '' : relative(ownFolder, resolve(folder)).split(sep).join('/')
  const isOwn = inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside)
  const result = isOwn || folder === null ? runCheck(own, [], only || inside) : runCheck(readKnowledgeFiles([folder]), own, only)
  if (json) write(`${JSON.stringify(result)}\n`)
  else {
    for (const problem of result.problems) write(`${describeProblem(problem)}\n`)
    write(describeFiles(result))
    write(describeFailures(result.problems))
    if (!result.isRun) write('No example was run: the entries could not be compiled.\n')
  }
  if (result.files.length === 0) return 3
  return result.problems.length > 0 ? 1 : 0
}

export interface SurveyOptions {
  /** Files or folders of reports, as for `isnad read`. */
  readonly files: readonly string[]
  readonly knowledge?: readonly string[]
  /** How many of the most frequent strings are listed; 20 when left out. */
  readonly most?: number
  /** Stop after so many reports. */
  readonly limit?: number
  readonly json?: boolean
}

/**
 * `isnad survey`: reads a corpus and counts, outlet by outlet, what stays unresolved. Returns 0; 1 where some input could not
 * be read; 3 where none could. Memory holds one report and the tallies.
 */
export async function runSurvey(options: SurveyOptions, write: Write): Promise<0 | 1 | 3> {
  const { files, knowledge: further = [], most = 20, limit = Number.POSITIVE_INFINITY, json = false } = options
  const knowledge = loadKnowledge(further)
  const survey = openSurvey()
  let reports = 0
  const lost: string[] = []
  for await (const input of findInputs(files)) {
    if (reports >= limit) break
    if ('code' in input) {
      lost.push(`${input.file}: ${input.code}`)
      continue
    }
    for await (const sourced of readReports(input, { published: null })) {
      if ('problem' in sourced) {
        lost.push(`${sourced.problem.file}${sourced.problem.line === undefined ? '' : `:${sourced.problem.line}`}: ${sourced.problem.code}`)
        continue
      }
      if (reports >= limit) break
      reports++
      surveyReport(survey, sourced.report, (report) => read(report, knowledge))
    }
  }
  write(json ? `${JSON.stringify({ ...surveyAsJson(survey, most), lost })}\n` : describeSurvey(survey, most))
  if (!json && lost.length > 0)
    write(
      `\ninputs with problems: ${lost.length}\n${lost
        .slice(0, 20)
        .map((line) => `  ${line}\n`)
        .join('')}`,
    )
  return reports === 0 ? 3 : lost.length > 0 ? 1 : 0
}
