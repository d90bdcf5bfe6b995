import { listPassRoleOperations } from './generic-call'
import type { CatalogService } from './pass-site'

/** STS's actions. https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html */
const stsActions = [
  'AssumeRole',
  'AssumeRoleWithSAML',
  'AssumeRoleWithWebIdentity',
  'AssumeRoot',
  'DecodeAuthorizationMessage',
  'GetAccessKeyInfo',
  'GetCallerIdentity',
  'GetFederationToken',
  'GetServiceBearerToken',
  'GetSessionToken',
  'SetContext',
  'SetSourceIdentity',
  'TagSession',
].map((name) => `sts:${name}`)

/** The actions that a learner of PassRole writes: those of the calls the lab knows and of what typically runs afterwards, those known by name, STS's, and PassRole itself. */
export const knownActions = (services: readonly CatalogService[]): readonly string[] => [
  'iam:PassRole',
  ...stsActions,
  ...listPassRoleOperations().map(({ action }) => action),
  ...services.flatMap((service) =>
    service.calls.flatMap(({ action, typicalAction }) => (typicalAction === undefined ? [action] : [action, typicalAction])),
  ),
]

/** Context keys that matter here. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const knownContextKeys: readonly string[] = [
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:MultiFactorAuthAge',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'aws:PrincipalType',
  'aws:RequestedRegion',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:ResourceOrgPaths',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIdentity',
  'aws:SourceIp',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:TagKeys',
  'aws:TokenIssueTime',
  'aws:UserAgent',
  'aws:userid',
  'aws:username',
  'aws:ViaAWSService',
  'aws:VpcSourceIp',
  'iam:AssociatedResourceArn',
  'iam:AWSServiceName',
  'iam:PassedToService',
  'iam:PermissionsBoundary',
  'iam:PolicyARN',
  'iam:ResourceTag',
  'sts:DurationSeconds',
  'sts:ExternalId',
  'sts:RoleSessionName',
  'sts:SourceIdentity',
  'sts:TransitiveTagKeys',
]
