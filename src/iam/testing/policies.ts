import { evaluateRequest } from '../evaluate/evaluate-request'
import type { Evaluation } from '../evaluate/explanation'
import type { PolicySet } from '../evaluate/policy-set'
import type { ContextKeys } from '../evaluate/request-context'
import { parsePolicy } from '../parse/parse-policy'
import type { PolicyDocument } from '../parse/policy-document'
import type { PolicyType } from '../terms'

/** For tests: statements as one writes them, short. */
export type StatementSketch = Readonly<Record<string, unknown>>
export type PolicySketch = StatementSketch | readonly StatementSketch[]

/** Accounts of the worked cases. */
export const A = '111111111111'
export const B = '222222222222'

/** Reads a policy of Version 2012-10-17 from a sketch of its statements, or any policy from its whole text. */
export function policy(policyType: PolicyType, sketch: PolicySketch | string): PolicyDocument {
  const text = typeof sketch === 'string' ? sketch : JSON.stringify({ Version: '2012-10-17', Statement: sketch })
  const { document } = parsePolicy(text, policyType, policyType)
  if (!document) throw new Error(`not a policy: ${text}`)
  return document
}

export interface RequestSketch {
  readonly caller?: string
  readonly action?: string
  readonly resource?: string
  readonly resourceAccount?: string
  readonly keys?: ContextKeys
  /** Each entry is one attached policy. */
  readonly id?: readonly (PolicySketch | string)[]
  readonly rp?: PolicySketch | string
  readonly trust?: PolicySketch | string
  readonly pb?: PolicySketch
  readonly sp?: PolicySketch
  readonly scp?: readonly (readonly PolicySketch[])[]
  readonly rcp?: readonly (readonly PolicySketch[])[]
}

export const user = `arn:aws:iam::${A}:user/u`
export const session = `arn:aws:sts::${A}:assumed-role/r/s`
export const bucketObject = 'arn:aws:s3:::bucket/key'

/** The policies of a sketch, read. */
export function policySet(sketch: RequestSketch): PolicySet {
  return {
    identityBased: (sketch.id ?? []).map((entry) => policy('identity-based', entry)),
    ...(sketch.rp ? { resourceBased: policy('resource-based', sketch.rp) } : {}),
    ...(sketch.trust ? { trust: policy('trust', sketch.trust) } : {}),
    ...(sketch.pb ? { permissionsBoundary: [policy('permissions-boundary', sketch.pb)] } : {}),
    ...(sketch.sp ? { session: policy('session', sketch.sp) } : {}),
    ...(sketch.scp ? { serviceControl: sketch.scp.map((level) => level.map((entry) => policy('service-control', entry))) } : {}),
    ...(sketch.rcp ? { resourceControl: sketch.rcp.map((level) => level.map((entry) => policy('resource-control', entry))) } : {}),
  }
}

/** Judges a sketch. Default request: user `u` of account A reads an object of a bucket of account A. */
export function judge(sketch: RequestSketch): Evaluation {
  const { resourceAccount } = sketch
  const request = {
    principal: sketch.caller ?? user,
    action: sketch.action ?? 's3:GetObject',
    resource: sketch.resource ?? bucketObject,
    contextKeys: sketch.keys ?? {},
    ...(resourceAccount ? { resourceAccount } : {}),
  }
  return evaluateRequest(request, policySet(sketch))
}

/** The end of a sketch, in a word, with the layer that decided: `implicit-deny identity-based`. */
export function endOf(sketch: RequestSketch): string {
  const { kind, policyType } = judge(sketch).verdict
  return policyType ? `${kind} ${policyType}` : kind
}

/** One identity-based statement, so a test can speak of one element alone. */
export const allow = (rest: StatementSketch = {}): StatementSketch => ({ Effect: 'Allow', Action: '*', Resource: '*', ...rest })
export const deny = (rest: StatementSketch = {}): StatementSketch => ({ Effect: 'Deny', Action: '*', Resource: '*', ...rest })
/** One resource-based statement. */
export const grant = (principal: unknown, rest: StatementSketch = {}): StatementSketch => ({
  Effect: 'Allow',
  Principal: principal,
  Action: '*',
  Resource: '*',
  ...rest,
})
/** One trust statement. */
export const trusts = (principal: unknown, rest: StatementSketch = {}): StatementSketch => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'sts:AssumeRole',
  ...rest,
})
/** A policy variable: `${aws:username}`. */
export const variable = (expression: string): string => `\${${expression}}`

/** The request of most rows: may the user pass this role to ECS tasks? */
export const passRoleRequest = {
  action: 'iam:PassRole',
  resource: `arn:aws:iam::${A}:role/app`,
  keys: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
}

/** A Condition of one operator and one key. */
export const when = (operator: string, key: string, value: unknown) => ({ Condition: { [operator]: { [key]: value } } })
