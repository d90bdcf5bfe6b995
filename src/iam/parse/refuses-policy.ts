import type { Problem } from '../terms'

/** True when IAM would refuse to save the text: such a document makes a run invalid where a check needs it. Advice never does. */
export const refusesPolicy = (problem: Problem): boolean => problem.severity === 'error' && problem.foundBy === undefined
