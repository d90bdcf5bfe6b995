import { RequestKeys } from '../condition/context-key'
import { accountOf } from '../match/arn'
import { readAction } from '../match/match-action'
import { readPrincipal } from '../match/principal'
import { readResource } from '../match/request-resource'
import type { ReadRequest } from './match-statement'
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
    hasBoundary: policies.permissionsBoundary !== undefined && principal.account !== undefined && principal.kind !== 'root',
  }
}

/** The account that owns the resource: as told, else as in its ARN, else the caller's. AWS's own managed policies (`iam::aws:policy/…`) are everyone's. */
export function resourceAccountOf(read: ReadRequest): string | undefined {
  const named = read.request.resourceAccount ?? accountOf(read.request.resource)
  return named === undefined || named === 'aws' || named === '*' ? read.principal.account : named
}

/** SCPs and RCPs do not restrict service-linked roles. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
export function isServiceLinkedRole(read: ReadRequest): boolean {
  if (read.principal.kind !== 'role-session') return false
  // A session's ARN has lost the path that marks such a role; its reserved name is what is left when no role ARN is known.
  const roleArn = read.request.principal.includes(':role/') ? read.request.principal : read.keys.single('aws:PrincipalArn')
  if (roleArn?.includes(':role/')) return roleArn.includes(':role/aws-service-role/')
  return read.principal.roleName.startsWith('AWSServiceRoleFor')
}
