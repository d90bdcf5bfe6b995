import { RequestKeys } from '../condition/context-key'
import { accountOf } from '../match/arn'
import { readAction } from '../match/match-action'
import { readResource } from '../match/match-resource'
import { readPrincipal } from '../match/principal'
import type { ReadRequest } from './evaluate-statement'
import type { PolicySet } from './policy-set'
import type { RequestContext } from './request-context'

/** Takes a request apart once. An anonymous caller has no `aws:Principal…` keys. */
export function readRequest(request: RequestContext, policies: PolicySet): ReadRequest {
  const principal = readPrincipal(request.principal)
  const anonymous = principal.kind === 'anonymous'
  return {
    request,
    principal,
    action: readAction(request.action),
    resource: readResource(request.resource),
    keys: new RequestKeys(request.contextKeys, (name) => anonymous && name.startsWith('aws:principal')),
    hasBoundary: policies.permissionsBoundary !== undefined && principal.kind !== 'root',
  }
}

/** The account that owns the resource: as told, else as in its ARN, else the caller's. */
export function resourceAccountOf(read: ReadRequest): string | undefined {
  return read.request.resourceAccount ?? accountOf(read.request.resource) ?? read.principal.account
}

/** SCPs and RCPs do not restrict service-linked roles. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
export function isServiceLinkedRole(read: ReadRequest): boolean {
  if (read.principal.kind !== 'role-session') return false
  const named = [read.request.principal, read.keys.single('aws:PrincipalArn') ?? '']
  return named.some((arn) => arn.includes(':role/aws-service-role/')) || read.principal.roleName.startsWith('AWSServiceRoleFor')
}
