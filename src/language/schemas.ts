import { fullCatalogue } from '../catalog'
import type { PolicyType } from '../iam'

/** JSON Schemas for completion and hover only: what is wrong with a text is said by the policy reader, which knows better. */
export type JsonSchema = Readonly<Record<string, unknown>>

const operators = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null',
  'ForAllValues:StringEquals',
  'ForAnyValue:StringEquals',
  'ForAllValues:StringLike',
  'ForAnyValue:StringLike',
]

const keys = [
  'iam:PassedToService',
  'iam:AssociatedResourceArn',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:PrincipalArn',
  'aws:MultiFactorAuthPresent',
  'sts:ExternalId',
  'sts:RoleSessionName',
]

const list = (examples: readonly string[]): JsonSchema => ({
  anyOf: [
    { type: 'string', examples },
    { type: 'array', items: { type: 'string', examples } },
  ],
  examples,
})

const { services } = fullCatalogue

const servicePrincipals = [
  ...new Set(services.flatMap((service) => service.calls.flatMap((call) => call.passSites.map((site) => site.servicePrincipal)))),
]

const condition: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(
    operators.map((operator) => [
      operator,
      { type: 'object', properties: Object.fromEntries(keys.map((key) => [key, list(servicePrincipals)])) },
    ]),
  ),
}

/** Elements that one kind of policy may have. */
export function policySchema(type: PolicyType): JsonSchema {
  const trust = type === 'trust'
  const actions = trust
    ? ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']
    : ['iam:PassRole', 'sts:AssumeRole', ...services.flatMap((service) => service.calls.map((call) => call.action))]
  const statement: JsonSchema = {
    type: 'object',
    properties: {
      Sid: { type: 'string' },
      Effect: { enum: ['Allow', 'Deny'] },
      ...(trust
        ? { Principal: { type: 'object', properties: { Service: list(servicePrincipals), AWS: list([]), Federated: list([]) } } }
        : {}),
      Action: list(actions),
      ...(trust ? {} : { Resource: list(['*']), NotResource: list([]) }),
      NotAction: list(actions),
      Condition: condition,
    },
  }
  return {
    type: 'object',
    properties: { Version: { enum: ['2012-10-17'] }, Statement: { anyOf: [statement, { type: 'array', items: statement }] } },
  }
}

/** Members of the request document. */
export function requestSchema(): JsonSchema {
  return {
    type: 'object',
    properties: {
      caller: { type: 'string' },
      callerRoleArn: { type: 'string' },
      action: { type: 'string', examples: services.flatMap((service) => service.calls.map((call) => call.action)) },
      region: { type: 'string', examples: ['ap-northeast-1', 'us-east-1', 'eu-central-1'] },
      resource: { type: 'string' },
      parameters: { type: 'object' },
      resolved: { type: 'object', properties: { taskDefinition: { type: 'object' }, instanceProfiles: { type: 'object' } } },
      contextKeys: { type: 'object' },
      organization: { type: 'object', properties: { id: { type: 'string' }, managementAccount: { type: 'string' } } },
      serviceContextKeys: { type: 'object' },
      workload: { type: 'object', properties: { action: { type: 'string' }, resource: { type: 'string' }, roleArn: { type: 'string' } } },
    },
  }
}
