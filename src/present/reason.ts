import type { ElementExplanation, PolicyType, StatementExplanation } from '../iam'
import type { AuthorizationStep, DocumentId, PassedRole, Refusal } from '../simulate'
import type { Playable } from './timeline'

/** Why a run ended as it did: what sentences are made of. */
export type Reason =
  | { readonly kind: 'fault' }
  | { readonly kind: 'invalid'; readonly documentId: DocumentId; readonly code: string; readonly facts: Readonly<Record<string, string>> }
  | { readonly kind: 'no-role' }
  | { readonly kind: 'success' }
  | {
      readonly kind: 'denied'
      readonly why: DenialKind
      readonly step: AuthorizationStep
      readonly role: PassedRole | undefined
      readonly detail: Detail
    }

/** A run that was denied. */
export type Denied = Extract<Reason, { kind: 'denied' }>

export type DenialKind =
  | 'call-implicit'
  | 'call-explicit'
  | 'pass-implicit'
  | 'pass-condition'
  | 'pass-resource'
  | 'pass-explicit'
  | 'boundary'
  | 'boundary-explicit'
  | 'session'
  | 'session-explicit'
  | 'scp-implicit'
  | 'scp-explicit'
  | 'second-role'
  | 'other-account'
  | 'trust-principal'
  | 'trust-condition'
  | 'trust-explicit'
  | 'rcp'
  | 'direct-not-trusted'
  | 'direct-identity'
  | 'direct-explicit'
  | 'tag-session'
  | 'source-identity'
  | Exclude<Refusal, 'role-in-other-account'>
  | 'permission'
  | 'permission-explicit'
  | 'permission-session'
  | 'permission-scp-implicit'
  | 'permission-scp-explicit'

/** What the deciding statement lacks. */
export type Detail =
  | { readonly kind: 'none' }
  | { readonly kind: 'nothing'; readonly action: string; readonly resource: string }
  | { readonly kind: 'statement-denies'; readonly statement: StatementExplanation }
  | { readonly kind: 'element'; readonly statement: StatementExplanation; readonly element: ElementExplanation }

function detailOf(step: AuthorizationStep): Detail {
  const { evaluation } = step
  if (!evaluation) return { kind: 'none' }
  const { statement, kind } = evaluation.verdict
  if (statement && kind === 'explicit-deny') return { kind: 'statement-denies', statement }
  const element = statement?.elements.find((candidate) => !candidate.matched)
  if (statement && element) return { kind: 'element', statement, element }
  return { kind: 'nothing', action: evaluation.request.action, resource: evaluation.request.resource }
}

/** What limits a caller from outside: the headline without, and with, an explicit deny. */
const byLayer: Partial<Record<PolicyType, readonly [implicit: DenialKind, explicit: DenialKind]>> = {
  'permissions-boundary': ['boundary', 'boundary-explicit'],
  session: ['session', 'session-explicit'],
  'service-control': ['scp-implicit', 'scp-explicit'],
  'resource-control': ['rcp', 'rcp'],
}

/** The same, when the role itself acts. A boundary is the caller's and has no say there. */
const byLayerOfRole: typeof byLayer = {
  session: ['permission-session', 'permission-explicit'],
  'service-control': ['permission-scp-implicit', 'permission-scp-explicit'],
}

function passDenial(step: AuthorizationStep, detail: Detail, earlier: boolean): DenialKind {
  const explicit = step.evaluation?.verdict.kind === 'explicit-deny'
  if (explicit) return 'pass-explicit'
  if (earlier) return 'second-role'
  if (detail.kind !== 'element') return 'pass-implicit'
  return detail.element.element === 'Condition' ? 'pass-condition' : 'pass-resource'
}

function assumeDenial(step: AuthorizationStep, detail: Detail, direct: boolean): DenialKind {
  const { verdict } = step.evaluation ?? {}
  const explicit = verdict?.kind === 'explicit-deny'
  if (step.action === 'sts:TagSession') return 'tag-session'
  if (step.action === 'sts:SetSourceIdentity') return 'source-identity'
  if (direct && verdict?.policyType !== 'trust') return explicit ? 'direct-explicit' : 'direct-identity'
  if (explicit) return 'trust-explicit'
  if (detail.kind === 'element' && detail.element.element === 'Condition') return 'trust-condition'
  return direct ? 'direct-not-trusted' : 'trust-principal'
}

function denialOf(step: AuthorizationStep, detail: Detail, direct: boolean, earlier: boolean): DenialKind {
  if (step.refusal === 'role-in-other-account') return 'other-account'
  if (step.refusal) return step.refusal
  const verdict = step.evaluation?.verdict
  const explicit = verdict?.kind === 'explicit-deny'
  const layer = verdict?.policyType && (step.check === 'role-permission' ? byLayerOfRole : byLayer)[verdict.policyType]
  if (layer) return layer[explicit ? 1 : 0]
  switch (step.check) {
    case 'service-action':
      return explicit ? 'call-explicit' : 'call-implicit'
    case 'pass-role':
      return passDenial(step, detail, earlier)
    case 'assume-role':
      return assumeDenial(step, detail, direct)
    case 'role-permission':
      return explicit ? 'permission-explicit' : 'permission'
  }
}

/** The reason of a run. */
export function reasonOf(playable: Playable): Reason {
  if (playable.kind === 'fault') return { kind: 'fault' }
  if (playable.kind === 'invalid') {
    const own = playable.problems.find((problem) => problem.severity === 'error' && problem.span.documentId === playable.documentId)
    return { kind: 'invalid', documentId: playable.documentId, code: own?.code ?? 'empty-document', facts: own?.facts ?? {} }
  }
  const { trace } = playable
  const { situation } = trace
  const index = trace.steps.findIndex((step) => step.kind === 'authorization' && step.verdict === 'deny')
  const step = trace.steps[index]
  if (step?.kind === 'authorization') {
    const detail = detailOf(step)
    const earlier = trace.steps.slice(0, index).some((other) => other.kind === 'authorization' && other.check === 'pass-role')
    const why = denialOf(step, detail, situation.mode === 'direct', earlier)
    return { kind: 'denied', why, step, role: situation.roles.find((role) => role.roleArn === step.roleArn), detail }
  }
  return situation.mode === 'service' && situation.roles.length === 0 ? { kind: 'no-role' } : { kind: 'success' }
}
