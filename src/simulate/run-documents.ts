import type { Problem } from '../iam'
import { parseServiceRequest } from './parse-service-request'
import { allProblems, readPolicyDocuments, withDocumentIds } from './policy-documents'
import { simulate, workloadRole } from './simulate'
import type { Documents, RunResult } from './trace'

export interface RunOptions {
  /** ISO 8601, for `aws:CurrentTime`; absent: the key is absent. */
  readonly now?: string
}

/**
 * Runs a scenario from its texts. A document is needed when a check first reads it: one that is not JSON, or that IAM would refuse to
 * save, makes the run `invalid` there; one that the flow never reaches changes nothing but the list of problems. Never throws on bad input.
 */
export function runDocuments(documents: Documents, options: RunOptions = {}): RunResult {
  const policies = readPolicyDocuments(documents)
  const policyProblems = allProblems(policies)
  const request = parseServiceRequest(documents.request ?? '')
  const problems: Problem[] = [...request.problems, ...policyProblems]
  if (!request.situation) return { kind: 'invalid', documentId: 'request', trace: undefined, problems }
  const situation = { ...request.situation, roles: withDocumentIds(request.situation.roles, policies) }
  const input = { situation, documents: policies, now: options.now }
  if (situation.workload && situation.roles.length > 0 && workloadRole(input) === undefined && situation.actionSpan) {
    problems.push({ code: 'workload-has-no-role', severity: 'warning', span: situation.actionSpan, facts: {} })
  }
  const { trace, unreadable } = simulate(input)
  if (unreadable) return { kind: 'invalid', documentId: unreadable, trace, problems }
  return { kind: 'ready', trace, problems }
}
