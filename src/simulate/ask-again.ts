import { type Evaluation, evaluateRequest, type PolicyDocument, type PolicySet, parsePolicy, type RequestContext } from '../iam'
import { type CheckInput, callerPolicies, rolePolicies, trustSide } from './checks'
import { readPolicyDocuments } from './policy-documents'
import type { Situation } from './situation'
import type { AuthorizationStep, DocumentId, Documents } from './trace'

/** Documents that are asked other questions than their own run asks. */
export interface AskedDocuments {
  /** The request judged by the policies that judged this step. Undefined where no policy is asked. */
  readonly ask: (step: AuthorizationStep, request: RequestContext) => Evaluation | undefined
  /** What allows in the documents that a step's own side wrote: the caller's policies, the trust policy, the role's permissions. */
  readonly allowing: (step: AuthorizationStep) => readonly PolicyDocument[]
  readonly broken: DocumentId | undefined
}

/** Of somebody else, and of another role, nothing is known: they are supposed to agree, so that what is asked about decides alone. */
const supposed = (type: 'identity-based' | 'trust', members: string) => {
  const text = `{"Version":"2012-10-17","Statement":{"Effect":"Allow",${members}}}`
  const { document } = parsePolicy(text, type, 'supposed')
  return document ? [document] : []
}

function policiesFor(input: CheckInput, step: AuthorizationStep, request: RequestContext): PolicySet | undefined {
  const { situation } = input
  if (step.check === 'role-permission') return rolePolicies(input, step.roleArn ?? '')
  if (step.check !== 'assume-role') return callerPolicies(input)
  const role = situation.roles.find(({ roleArn }) => roleArn === step.roleArn)
  if (!role) return undefined
  const trust = trustSide(input, role)
  const own = step.evaluation?.request.principal
  if (request.principal !== own && request.principal.startsWith('arn:'))
    return { identityBased: supposed('identity-based', '"Action":"*","Resource":"*"'), ...trust }
  if (step.speaker !== 'caller') return { identityBased: [], ...trust }
  if (request.resource === role.roleArn) return { ...callerPolicies(input), ...trust }
  // Whoever asks for another role meets another trust policy: one that leaves it to the caller's account.
  const [other] = supposed(
    'trust',
    `"Principal":{"AWS":"arn:aws:iam::${situation.caller.accountId}:root"},"Action":["sts:AssumeRole","sts:TagSession"]`,
  )
  return { ...callerPolicies(input), ...(other ? { trust: other } : {}) }
}

/** Reads the documents once, and answers any request as the checks of this situation would. */
export function askDocuments(texts: Documents, situation: Situation, now?: string): AskedDocuments {
  const documents = readPolicyDocuments(texts)
  const input: CheckInput = { situation, documents, now }
  const trustOf = (step: AuthorizationStep) => {
    const role = situation.roles.find(({ roleArn }) => roleArn === step.roleArn)
    const { trust } = role ? trustSide(input, role) : {}
    return trust ? [trust] : []
  }
  return {
    ask: (step, request) => {
      const policies = policiesFor(input, step, request)
      return policies && evaluateRequest(request, policies)
    },
    allowing: (step) => {
      if (step.check === 'role-permission') return rolePolicies(input, step.roleArn ?? '').identityBased
      const own = documents.identityPolicy?.value ?? []
      if (step.check !== 'assume-role') return own
      return step.speaker === 'caller' ? [...own, ...trustOf(step)] : trustOf(step)
    },
    broken: Object.values(documents).find((document) => document?.broken)?.documentId,
  }
}
