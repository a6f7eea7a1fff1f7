import type { Messages } from '../messages/en.ts'
import type { Problem } from '../sources/problem.ts'
import { showable } from './text-format.ts'

/** Where a problem stands, as editors understand it: `file`, `file:line`, or `file#item` for an item of a JSON array. */
const placeOf = ({ file, line, item }: Problem): string => `${showable(file)}${line === undefined ? '' : `:${line}`}${item === undefined ? '' : `#${item}`}`

/** One line that names the input and says what is wrong with it and what to do. */
export function formatProblem(problem: Problem, messages: Messages): string {
  // Each sentence takes the data of its own code, which the compiler cannot follow through an index.
  const sentence = messages.problems[problem.code] as (problem: Problem) => string
  return `isnad: ${placeOf(problem)}: ${showable(sentence(problem))}`
}
