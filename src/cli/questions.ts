/** What `isnad query` and `isnad bundle` can be asked for. */
export const questions = [
  'reports',
  'statements',
  'events',
  'positions',
  'changes',
  'sides',
  'denials',
  'plans',
  'disagreements',
  'actors',
  'corrections',
] as const
export type Question = (typeof questions)[number]
