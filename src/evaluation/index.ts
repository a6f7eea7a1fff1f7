import { loadKnowledge } from '../knowledge/load.ts'
import { evaluate } from './evaluate.ts'
import { listMisses } from './misses.ts'
import { describeMeasures, describeMiss, describeMissCounts, describeRules, measuresAsJson } from './report.ts'
import { countRules } from './rules.ts'

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
