import type { Catalogue } from '../catalog'
import type { Problem } from '../iam'
import { parseServiceRequest } from './parse-service-request'
import { allProblems, type Lint, readPolicyDocuments, withDocumentIds } from './policy-documents'
import { simulate, workloadRole } from './simulate'
import type { Documents, RunResult } from './trace'

export interface RunOptions {
  /** ISO 8601, for `aws:CurrentTime`; absent: the key is absent. */
  readonly now?: string
}

export type RunDocuments = (documents: Documents, options?: RunOptions) => RunResult

/** What can be said of a request beside what a run finds in it. Never changes a verdict. */
export type RequestLint = (text: string, catalogue: Catalogue, found: readonly Problem[]) => readonly Problem[]

/** Makes a `runDocuments` that knows some services, and says what the lints find. */
export function createRunDocuments(catalogue: Catalogue, lint: Lint, requestLint: RequestLint = () => []): RunDocuments {
  return (documents, options = {}) => {
    const policies = readPolicyDocuments(documents)
    const policyProblems = allProblems(policies, documents, lint)
    const text = documents.request ?? ''
    const request = parseServiceRequest(text, catalogue)
    const problems: Problem[] = [...request.problems, ...requestLint(text, catalogue, request.problems), ...policyProblems]
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
}
