import { accountOf, type Evaluation, type PolicyDocument, parseArn } from '../iam'
import { checkServiceAssume } from './check-service-assume'
import { checkPassRole, checkRolePermission, checkServiceAction } from './checks'
import { readPolicyDocuments } from './policy-documents'
import type { Situation } from './situation'
import type { Documents, PassedRole } from './trace'

/** What caller and role may do by the documents, one question at a time. Each answer comes from the checks that a run makes. */
export interface Authority {
  /** The role's account: what a star in an ARN's account stands for. */
  readonly accountId: string
  /** The statements that are read: of the caller's identity policies, and of the role's own. */
  readonly callerPolicies: readonly PolicyDocument[]
  readonly rolePolicies: readonly PolicyDocument[]
  readonly callerMay: (action: string, resource: string) => Evaluation | undefined
  readonly roleMay: (action: string, resource: string) => Evaluation | undefined
  /** May the caller hand the role to this service principal? */
  readonly mayPassTo: (service: string) => Evaluation | undefined
  /** Does the role let this service take it on? */
  readonly trusts: (service: string) => boolean
}

/** Undefined: a document that would have to be read is not one that IAM would save. */
export function authorityOf(texts: Documents, situation: Situation, role: PassedRole, now: string | undefined): Authority | undefined {
  const documents = readPolicyDocuments(texts)
  if (Object.values(documents).some((document) => document?.broken)) return undefined
  const of = (changed: Partial<Situation>) => ({ situation: { ...situation, ...changed }, documents, now })
  const passedTo = (service: string): PassedRole => ({
    ...role,
    passSite: role.passSite && {
      ...role.passSite,
      servicePrincipal: service,
      otherPrincipals: [],
      assumer: { kind: 'service', actions: ['sts:AssumeRole'] },
      passedToService: service,
      otherPassedToServices: [],
      associatedResourceArn: undefined,
      // The account is the same whichever service asks; what it asks for is not.
      sentKeys: role.passSite.sentKeys.filter(({ key }) => key === 'aws:SourceAccount'),
    },
  })
  const sessionArn = `arn:${parseArn(role.roleArn)?.partition ?? 'aws'}:sts::${accountOf(role.roleArn) ?? ''}:assumed-role/${role.name}/session`
  return {
    accountId: role.accountId,
    callerPolicies: documents.identityPolicy?.value ?? [],
    rolePolicies: documents.roles?.value.get(role.roleArn)?.permissions ?? documents.rolePolicy?.value ?? [],
    callerMay: (action, resource) => checkServiceAction(of({ action, resource })).evaluation,
    roleMay: (action, resource) =>
      checkRolePermission(of({ workload: { action, resource, roleArn: role.roleArn } }), role.roleArn, sessionArn)?.evaluation,
    mayPassTo: (service) => checkPassRole(of({}), passedTo(service)).evaluation,
    trusts: (service) => role.passSite !== undefined && checkServiceAssume(of({}), passedTo(service)).verdict === 'allow',
  }
}
