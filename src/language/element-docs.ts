import type { MessageKey, Translate } from '../i18n'
import { parseOperator } from '../iam'

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

/** One sentence about a name, and AWS's page on it. */
export interface Doc {
  readonly message: MessageKey
  readonly url: string
}

/** A row of one of the tables here; a text may name anything, also what every object has. */
export const docOf = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

const element = (message: MessageKey, page: string): Doc => ({ message, url: `${guide}/reference_policies_elements_${page}.html` })

/** Elements of policies and statements. */
export const elementDocs: Readonly<Record<string, Doc>> = {
  Version: element('doc.Version', 'version'),
  Id: element('doc.Id', 'id'),
  Statement: element('doc.Statement', 'statement'),
  Sid: element('doc.Sid', 'sid'),
  Effect: element('doc.Effect', 'effect'),
  Principal: element('doc.Principal', 'principal'),
  NotPrincipal: element('doc.NotPrincipal', 'notprincipal'),
  Action: element('doc.Action', 'action'),
  NotAction: element('doc.NotAction', 'notaction'),
  Resource: element('doc.Resource', 'resource'),
  NotResource: element('doc.NotResource', 'notresource'),
  Condition: element('doc.Condition', 'condition'),
  Allow: element('doc.Allow', 'effect'),
  Deny: element('doc.Deny', 'effect'),
}

/** Members of a Principal element. */
export const principalDocs: Readonly<Record<string, Doc>> = {
  Service: element('doc.principal-service', 'principal'),
  AWS: element('doc.principal-aws', 'principal'),
  Federated: element('doc.principal-federated', 'principal'),
  CanonicalUser: element('doc.principal-canonical-user', 'principal'),
}

const keys = {
  'iam:PassedToService': 'doc.key.PassedToService',
  'iam:AssociatedResourceArn': 'doc.key.AssociatedResourceArn',
  'aws:SourceAccount': 'doc.key.SourceAccount',
  'aws:SourceArn': 'doc.key.SourceArn',
  'aws:SourceOrgID': 'doc.key.SourceOrgID',
  'aws:SourceOrgPaths': 'doc.key.SourceOrgPaths',
  'aws:PrincipalArn': 'doc.key.PrincipalArn',
  'aws:PrincipalAccount': 'doc.key.PrincipalAccount',
  'aws:PrincipalOrgID': 'doc.key.PrincipalOrgID',
  'aws:PrincipalType': 'doc.key.PrincipalType',
  'aws:PrincipalTag': 'doc.key.PrincipalTag',
  'aws:PrincipalIsAWSService': 'doc.key.PrincipalIsAWSService',
  'aws:PrincipalServiceName': 'doc.key.PrincipalServiceName',
  'aws:ViaAWSService': 'doc.key.ViaAWSService',
  'aws:CalledVia': 'doc.key.CalledVia',
  'aws:MultiFactorAuthPresent': 'doc.key.MultiFactorAuthPresent',
  'aws:MultiFactorAuthAge': 'doc.key.MultiFactorAuthAge',
  'aws:RequestedRegion': 'doc.key.RequestedRegion',
  'aws:ResourceAccount': 'doc.key.ResourceAccount',
  'aws:ResourceOrgID': 'doc.key.ResourceOrgID',
  'aws:ResourceTag': 'doc.key.ResourceTag',
  'iam:ResourceTag': 'doc.key.ResourceTag',
  'aws:RequestTag': 'doc.key.RequestTag',
  'aws:TagKeys': 'doc.key.TagKeys',
  'aws:SourceIp': 'doc.key.SourceIp',
  'aws:SourceVpc': 'doc.key.SourceVpc',
  'aws:SourceVpce': 'doc.key.SourceVpce',
  'aws:SecureTransport': 'doc.key.SecureTransport',
  'aws:CurrentTime': 'doc.key.CurrentTime',
  'aws:username': 'doc.key.username',
  'aws:userid': 'doc.key.userid',
  'sts:ExternalId': 'doc.key.ExternalId',
  'sts:RoleSessionName': 'doc.key.RoleSessionName',
  'sts:SourceIdentity': 'doc.key.SourceIdentity',
  'aws:SourceIdentity': 'doc.key.SourceIdentity',
} as const satisfies Readonly<Record<string, MessageKey>>

const keyDocs = new Map<string, Doc>(
  Object.entries(keys).map(([name, message]) => {
    const page = name.startsWith('aws:') ? 'reference_policies_condition-keys' : 'reference_policies_iam-condition-keys'
    return [name.toLowerCase(), { message, url: `${guide}/${page}.html` }]
  }),
)

/** What a condition key means; a tag key is known without its tag. */
export const keyDoc = (name: string): Doc | undefined => keyDocs.get((name.toLowerCase().split('/')[0] ?? '').trim())

/** Keys that have a sentence here: the ones that learners of PassRole meet. */
export const explainedKeys: readonly string[] = Object.keys(keys)

const families = {
  string: 'doc.operator.string',
  numeric: 'doc.operator.numeric',
  date: 'doc.operator.date',
  bool: 'doc.operator.bool',
  binary: 'doc.operator.binary',
  'ip-address': 'doc.operator.ip-address',
  arn: 'doc.operator.arn',
  null: 'doc.operator.null',
} as const satisfies Readonly<Record<string, MessageKey>>

/** What an operator does, put together from its parts; undefined when IAM knows no such operator. */
export function operatorText(name: string, translate: Translate): string | undefined {
  const operator = parseOperator(name)
  if (!operator) return undefined
  const { family, comparison, negated, ifExists, set } = operator
  const like = family === 'string' && comparison === 'like' && 'doc.operator.string-like'
  const ignoreCase = comparison === 'equals-ignore-case' && 'doc.operator.string-ignore-case'
  const messages: readonly (MessageKey | false | undefined)[] = [
    like || ignoreCase || families[family],
    negated && 'doc.operator.negated',
    ifExists && 'doc.operator.if-exists',
    set === 'ForAllValues' && 'doc.operator.for-all',
    set === 'ForAnyValue' && 'doc.operator.for-any',
  ]
  return messages.flatMap((message) => (message ? [translate(message)] : [])).join(translate.language === 'ja' ? '' : ' ')
}

export const operatorUrl = `${guide}/reference_policies_elements_condition_operators.html`
export const principalUrl = `${guide}/reference_policies_elements_principal.html`
export const actionUrl =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html'

/** Members of the request document, by their paths: it is this lab's own, and AWS has no page on it. */
export const requestDocs: Readonly<Record<string, MessageKey>> = {
  caller: 'doc.request.caller',
  callerRoleArn: 'doc.request.callerRoleArn',
  action: 'doc.request.action',
  region: 'doc.request.region',
  resource: 'doc.request.resource',
  parameters: 'doc.request.parameters',
  resolved: 'doc.request.resolved',
  'resolved.taskDefinition': 'doc.request.resolved.taskDefinition',
  'resolved.instanceProfiles': 'doc.request.resolved.instanceProfiles',
  'resolved.maxSessionDuration': 'doc.request.resolved.maxSessionDuration',
  contextKeys: 'doc.request.contextKeys',
  organization: 'doc.request.organization',
  'organization.id': 'doc.request.organization.id',
  'organization.managementAccount': 'doc.request.organization.managementAccount',
  serviceContextKeys: 'doc.request.serviceContextKeys',
  workload: 'doc.request.workload',
  'workload.action': 'doc.request.workload.action',
  'workload.resource': 'doc.request.workload.resource',
  'workload.roleArn': 'doc.request.workload.roleArn',
  confusedDeputy: 'doc.request.confusedDeputy',
  'confusedDeputy.caller': 'doc.request.confusedDeputy.caller',
}
