import type { Catalogue } from '../catalog'
import type { Problem } from '../iam'
import { parseServiceRequest } from './parse-service-request'
import { allProblems, type Lint, readPolicyDocuments, withDocumentIds } from './policy-documents'
import type { SceneInput } from './scene-lint/scene'
import { simulate, workloadRole } from './simulate'
import type { Documents, RunResult } from './trace'

export interface RunOptions {
  /** ISO 8601, for `aws:CurrentTime`; absent: the key is absent. */
  readonly now?: string
  /** A lesson as it was opened: what its documents tell together is its answer, and not said. Never changes a verdict. */
  readonly keepsAnswer?: boolean
}

export type RunDocuments = (documents: Documents, options?: RunOptions) => RunResult

/** What can be said of the documents together. Never changes a verdict. */
export type LintScene = (scene: SceneInput) => readonly Problem[]

/** What can be said of a request beside what a run finds in it. Never changes a verdict. */
export type LintRequest = (text: string, catalogue: Catalogue, found: readonly Problem[]) => readonly Problem[]

const silent = () => []

/** Makes a `runDocuments` that knows some services, and says what lints find: in each policy, in all of them together, in the request. */
export function createRunDocuments(
  catalogue: Catalogue,
  lint: Lint,
  lintScene: LintScene = silent,
  lintRequest: LintRequest = silent,
): RunDocuments {
  return (documents, options = {}) => {
    const policies = readPolicyDocuments(documents)
    const policyProblems = allProblems(policies, documents, lint)
    const text = documents.request ?? ''
    const request = parseServiceRequest(text, catalogue)
    const requestProblems = lintRequest(text, catalogue, request.problems)
    const scene: SceneInput = { documents: policies, texts: documents, situation: request.situation, catalogue }
    const sceneProblems = options.keepsAnswer ? [] : lintScene(scene)
    const problems: Problem[] = [...request.problems, ...requestProblems, ...policyProblems, ...sceneProblems]
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
