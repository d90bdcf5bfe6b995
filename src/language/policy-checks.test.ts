/// <reference path="../ui/editor/virtual-actions.d.ts" />
import { load, names } from 'virtual:actions'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ActionTable, createActionTable, unpackService } from '../catalog'
import { loadWidgetTranslate, type Translate } from '../i18n'
import { lintPolicy, type PolicyType, parsePolicy } from '../iam'
import { type DocumentId, runDocuments } from '../simulate'
import { type Diagnostic, diagnose, lintNames, policiesIn, withNameProblems } from '.'

/**
 * The checks of policies, each with a policy that has it found: IAM Access Analyzer's by the names under which AWS explains them
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html), parliament's by its ids. Our own are in
 * `simulate/scene-lint/own-checks.test.ts`. What each must be silent about is tested beside it; this table says that none is missing.
 */
let actions: ActionTable
let translate: Translate

beforeAll(async () => {
  const services = await Promise.all(
    ['iam', 'ecs', 'sts', 's3', 'glue'].map(async (prefix) => unpackService(prefix, names[prefix] ?? '', await load(prefix))),
  )
  actions = createActionTable(names, services)
  translate = await loadWidgetTranslate('en')
})

const documentOf: Readonly<Record<Exclude<PolicyType, 'resource-based'>, DocumentId>> = {
  'identity-based': 'identityPolicy',
  'permissions-boundary': 'permissionsBoundary',
  session: 'sessionPolicy',
  trust: 'trustPolicy',
  'service-control': 'serviceControlPolicies',
  'resource-control': 'resourceControlPolicies',
}

/** What the page shows of a policy. */
function shown(type: PolicyType, text: string): readonly Diagnostic[] {
  if (type !== 'resource-based') {
    const id = documentOf[type]
    const found = diagnose(runDocuments({ [id]: text }).problems, id, translate)
    const problems = policiesIn(id, text).flatMap((policy) => lintNames(policy, actions))
    return withNameProblems(found, problems, translate)
  }
  // No document of a scenario is of this kind: what the engine says of one is shown as is.
  const { document, problems } = parsePolicy(text, type, 'trustPolicy')
  const advice = document ? lintPolicy(document, text, { actions: [], contextKeys: [] }) : []
  return diagnose([...problems, ...advice], 'trustPolicy', translate)
}

type Row = readonly [check: string, code: string, type: PolicyType, text: string]

const v = '"Version":"2012-10-17"'
const policy = (statement: string) => `{${v},"Statement":${statement}}`
const allow = (rest: string) => policy(`{"Effect":"Allow",${rest}}`)
const get = (rest: string) => allow(`"Action":"s3:GetObject",${rest}`)
const on = (resource: string) => get(`"Resource":${JSON.stringify(resource)}`)
const when = (condition: string) => get(`"Resource":"*","Condition":{${condition}}`)
const pass = (rest: string) => allow(`"Action":"iam:PassRole",${rest}`)
const trust = (principal: string, rest = '"Action":"sts:AssumeRole"') => allow(`"Principal":${principal},${rest}`)
const trustWhen = (principal: string, condition: string, action = 'sts:AssumeRole') =>
  trust(principal, `"Action":"${action}","Condition":{${condition}}`)
const granted = (principal: string, rest = '"Action":"s3:GetObject"') => allow(`"Principal":${principal},${rest},"Resource":"*"`)
const aws = '{"AWS":"111122223333"}'
const service = '{"Service":"ecs-tasks.amazonaws.com"}'
const role = 'arn:aws:iam::111122223333:role/app'
const everyRole = '"arn:aws:iam::111122223333:role/*"'
const long = (size: number) => JSON.stringify('a'.repeat(size))
const github = '{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}'
const sub = (value: string) => `"StringLike":{"token.actions.githubusercontent.com:sub":"${value}"}`
const variable = (inner: string) => `$\{${inner}}`
const id: PolicyType = 'identity-based'
const web = 'sts:AssumeRoleWithWebIdentity'

const errors: readonly Row[] = [
  ['Json syntax error', 'json-syntax', id, '{"Version" "2012-10-17"}'],
  ['Json syntax error', 'json-trailing-comma', id, '{"Version":"2012-10-17","Statement":[],}'],
  ['Json syntax error', 'json-comment', id, '{"Version":"2012-10-17" /* a */,"Statement":[]}'],
  ['Json syntax error', 'duplicate-element', id, `{${v},${v},"Statement":[]}`],
  ['Data type mismatch', 'wrong-type', id, allow('"Action":5,"Resource":"*"')],
  ['Data type mismatch', 'wrong-type', 'trust', trust('["111122223333"]')],
  ['Invalid policy element', 'unknown-element', id, allow('"action":"*","Resource":"*"')],
  ['Missing statement', 'missing-element', id, `{${v}}`],
  ['Missing effect', 'missing-element', id, policy('{"Action":"*","Resource":"*"}')],
  ['Missing action', 'missing-element', id, allow('"Resource":"*"')],
  ['Missing resource', 'missing-element', id, allow('"Action":"*"')],
  ['Missing principal', 'missing-element', 'trust', allow('"Action":"sts:AssumeRole"')],
  ['Unsupported principal', 'forbidden-element', id, get(`"Principal":${aws},"Resource":"*"`)],
  ['Unsupported principal', 'forbidden-element', 'permissions-boundary', get(`"Principal":${aws},"Resource":"*"`)],
  ['SCP syntax error principal', 'forbidden-element', 'service-control', get('"Principal":"*","Resource":"*"')],
  ['Role trust policy syntax error resource', 'forbidden-element', 'trust', trust(aws, '"Action":"sts:AssumeRole","Resource":"*"')],
  ['Role trust policy syntax error notprincipal', 'forbidden-element', 'trust', allow(`"NotPrincipal":${aws},"Action":"sts:AssumeRole"`)],
  ['Role trust policy unsupported wildcard in principal', 'trust-everyone', 'trust', trust('"*"')],
  ['Unsupported element combination', 'element-conflict', id, get('"NotAction":"*","Resource":"*"')],
  ['Invalid effect', 'invalid-effect', id, policy('{"Effect":"allow","Action":"*","Resource":"*"}')],
  ['Invalid version', 'invalid-version', id, '{"Version":"2012-10-18","Statement":[]}'],
  [
    'Unique Sids required',
    'duplicate-sid',
    id,
    policy('[{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"}]'),
  ],
  ['Unsupported Sid', 'invalid-sid', id, get('"Sid":"a-b","Resource":"*"')],
  ['Invalid action', 'unknown-action', id, allow('"Action":"ecs:RunTaks","Resource":"*"')],
  ['Invalid action', 'unknown-action', id, allow('"Action":"glue:Fly","Resource":"*"')],
  ['Invalid action', 'malformed-action', id, allow('"Action":"ecs RunTask","Resource":"*"')],
  ['Invalid service in action', 'unknown-service', id, allow('"Action":"gleu:StartJobRun","Resource":"*"')],
  ['Invalid ARN prefix', 'arn-prefix', id, on('my-bucket')],
  ['Missing ARN field', 'arn-fields', id, on('arn:aws:s3:b')],
  ['Invalid ARN account', 'arn-account', id, on('arn:aws:sqs:us-east-1:1111:q')],
  ['Invalid ARN account', 'arn-account-missing', id, on('arn:aws:iam:::role/app')],
  ['Invalid partition', 'arn-partition', id, on('arn:awz:s3:::b')],
  ['Invalid ARN Region', 'arn-region', id, on('arn:aws:sqs:us-est-1:111122223333:q')],
  ['Invalid ARN service case', 'arn-service-case', id, on('arn:aws:S3:::b')],
  ['ARN account not allowed', 'arn-account-not-allowed', id, on('arn:aws:s3::111122223333:b')],
  ['ARN Region not allowed', 'arn-region-not-allowed', id, on('arn:aws:iam:us-east-1:111122223333:role/app')],
  ['Unsupported action in policy', 'non-sts-action', 'trust', trust(aws, '"Action":"s3:GetObject"')],
  ['Invalid condition operator', 'unknown-operator', id, when('"StringEqual":{"aws:username":"a"}')],
  ['Invalid condition operator', 'unknown-operator', id, when('"ForAllValue:StringEquals":{"aws:username":"a"}')],
  ['Null with if exists', 'unknown-operator', id, when('"NullIfExists":{"aws:username":"true"}')],
  ['Invalid condition key format', 'key-format', id, when('"StringEquals":{"SourceAccount":"1"}')],
  ['Invalid global condition key', 'unknown-key', id, when('"StringEquals":{"aws:SourceAcount":"1"}')],
  ['Invalid service condition key', 'unknown-key', id, when('"StringEquals":{"iam:PassedToServices":"a"}')],
  [
    'Unsupported action for condition key',
    'key-never-sent',
    id,
    allow('"Action":"ecs:RunTask","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}'),
  ],
  [
    'Unsupported condition key for service principal',
    'service-without-key',
    'trust',
    trustWhen(service, '"StringEquals":{"aws:PrincipalOrgID":"o-1"}'),
  ],
  ['Missing qualifier', 'missing-set-operator', id, when('"StringEquals":{"aws:TagKeys":"a"}')],
  ['Invalid condition data type', 'condition-types-mixed', id, when('"NumericEquals":{"s3:max-keys":[1,"2"]}')],
  ['Invalid condition multiple Boolean', 'bool-several', id, when('"Bool":{"aws:SecureTransport":["true","false"]}')],
  ['Duplicate keys with different case', 'key-twice', id, when('"StringEquals":{"aws:username":"a","aws:UserName":"b"}')],
  ['Missing tag key in condition', 'tag-key-missing', id, when('"StringEquals":{"aws:ResourceTag":"a"}')],
  [
    'Variable unsupported in version',
    'variable-without-version',
    id,
    `{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${variable('aws:username')}"}}`,
  ],
  ['Variable unsupported in element', 'variable-in-element', id, allow(`"Action":"s3:${variable('aws:username')}","Resource":"*"`)],
  ['Invalid variable for operator', 'variable-for-operator', id, when(`"NumericEquals":{"s3:max-keys":"${variable('aws:username')}"}`)],
  ['Missing brace in variable', 'variable-unclosed', id, on('arn:aws:s3:::b/${aws:username')],
  ['Empty variable', 'variable-empty', id, on(`arn:aws:s3:::b/${variable('')}`)],
  ['Unsupported space in variable', 'variable-space', id, on(`arn:aws:s3:::b/${variable(' aws:username')}`)],
  ['Missing quote in variable', 'variable-quote', id, on(`arn:aws:s3:::b/${variable('aws:username, x')}`)],
  ['Invalid principal format', 'invalid-principal', 'trust', trust('"111122223333"')],
  ['Invalid principal key', 'invalid-principal-type', 'trust', trust('{"Servce":"ecs-tasks.amazonaws.com"}')],
  ['Unsupported wildcard in principal', 'principal-wildcard', 'trust', trust(`{"AWS":${everyRole}}`)],
  ['Unsupported wildcard in principal', 'principal-wildcard', 'trust', trust('{"Service":"*.amazonaws.com"}')],
  ['Invalid service principal format', 'service-format', 'trust', trust('{"Service":"ecs-tasks.amazonaws.co"}')],
  [
    'Invalid federated principal syntax in role trust policy',
    'federated-format',
    'trust',
    trust('{"Federated":"google.com"}', `"Action":"${web}"`),
  ],
  ['Mismatched action for principal', 'action-for-principal', 'trust', trust(service, `"Action":"${web}"`)],
  ['Mismatched action for principal', 'action-for-principal', 'trust', trust('{"Federated":"arn:aws:iam::111122223333:saml-provider/x"}')],
  ['Federated principal not supported', 'federated-not-supported', 'resource-based', granted('{"Federated":"accounts.google.com"}')],
  ['Missing action for condition key', 'tag-session-missing', 'trust', trustWhen(aws, '"StringEquals":{"aws:RequestTag/team":"a"}')],
  ['Missing action for condition key', 'tag-session-missing', 'trust', trustWhen(aws, '"StringEquals":{"sts:SourceIdentity":"a"}')],
  ['Private IP address', 'private-address', id, when('"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}')],
  ['Private NotIpAddress', 'private-address', id, when('"NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}')],
  ['Policy size exceeds SCP quota', 'policy-too-large', 'service-control', on(`arn:aws:s3:::${'a'.repeat(5200)}`)],
]

const security: readonly Row[] = [
  ['Pass role with star in resource', 'pass-role-any-role', id, pass('"Resource":"*"')],
  ['Pass role with star in action and resource', 'pass-role-any-role', id, allow('"Action":"iam:*","Resource":"*"')],
  ['Pass role with star in resource and NotAction', 'pass-role-any-role', id, allow('"NotAction":"s3:*","Resource":"*"')],
  ['Pass role with NotResource', 'pass-role-any-role', id, pass(`"NotResource":"${role}"`)],
  ['Pass role with star in action and NotResource', 'pass-role-any-role', id, allow(`"Action":"iam:Pass*","NotResource":"${role}"`)],
  ['Pass role with NotAction and NotResource', 'pass-role-any-role', id, allow(`"NotAction":"s3:*","NotResource":"${role}"`)],
  [
    'Allow with NotPrincipal',
    'allow-not-principal',
    'resource-based',
    allow(`"NotPrincipal":${aws},"Action":"s3:GetObject","Resource":"*"`),
  ],
  ['ForAllValues with single valued key', 'all-values-of-single', id, when('"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-1"}')],
  ['Restrict access to service principal', 'service-without-source', 'trust', trust(service)],
  ['Restrict access to service principal', 'service-without-source', 'resource-based', granted('{"Service":"sns.amazonaws.com"}')],
  ['Missing paired condition keys', 'paired-key-missing', id, when('"IpAddress":{"aws:VpcSourceIp":"10.0.0.0/8"}')],
  [
    'Missing condition key for oidc principal',
    'oidc-without-key',
    'trust',
    trust('{"Federated":"arn:aws:iam::111122223333:oidc-provider/x.example"}', `"Action":"${web}"`),
  ],
  ['Missing github repo condition key', 'github-without-repository', 'trust', trust(github, `"Action":"${web}"`)],
]

const warnings: readonly Row[] = [
  ['Missing version', 'missing-version', id, '{"Statement":[]}'],
  [
    'Unique Sids recommended',
    'duplicate-sid',
    'resource-based',
    policy(
      `[{"Sid":"a","Effect":"Allow","Principal":${aws},"Action":"s3:*","Resource":"*"},{"Sid":"a","Effect":"Deny","Principal":${aws},"Action":"s3:*","Resource":"*"}]`,
    ),
  ],
  ['Wildcard without like operator', 'wildcard-without-like', id, when('"StringEquals":{"aws:username":"dev-*"}')],
  ['Type mismatch', 'operator-for-key', id, when('"StringEquals":{"aws:SourceIp":"203.0.113.1"}')],
  ['Type mismatch Boolean', 'value-type', id, when('"Bool":{"aws:SecureTransport":"yes"}')],
  ['Type mismatch date', 'value-type', id, when('"DateLessThan":{"aws:CurrentTime":"tomorrow"}')],
  ['Type mismatch IP range', 'value-type', id, when('"IpAddress":{"aws:SourceIp":"203.0.113.999"}')],
  ['Type mismatch number', 'value-type', id, when('"NumericLessThan":{"aws:MultiFactorAuthAge":"1h"}')],
  ['Invalid role reference', 'principal-deleted', 'trust', trust('{"AWS":"AROA1234567890EXAMPLE"}')],
  ['Invalid user reference', 'principal-deleted', 'trust', trust('{"AWS":"AIDA1234567890EXAMPLE"}')],
  ['Policy size exceeds identity policy quota', 'policy-too-large', id, on(`arn:aws:s3:::${'a'.repeat(6200)}`)],
  ['Policy size exceeds role trust policy quota', 'policy-too-large', 'trust', trust(aws, `"Action":"sts:AssumeRole","Sid":${long(2000)}`)],
  ['Create SLR with star in resource', 'slr-any-service', id, allow('"Action":"iam:CreateServiceLinkedRole","Resource":"*"')],
  ['Create SLR with star in action and resource', 'slr-any-service', id, allow('"Action":"iam:Create*","Resource":"*"')],
  ['Create SLR with star in resource and NotAction', 'slr-any-service', id, allow('"NotAction":"s3:*","Resource":"*"')],
  ['Create SLR with NotResource', 'slr-any-service', id, allow(`"Action":"iam:CreateServiceLinkedRole","NotResource":"${role}"`)],
  ['Create SLR with star in action and NotResource', 'slr-any-service', id, allow(`"Action":"iam:*","NotResource":"${role}"`)],
  ['Create SLR with NotAction and NotResource', 'slr-any-service', id, allow(`"NotAction":"s3:*","NotResource":"${role}"`)],
  ['Specific github repo and branch recommended', 'github-any-repository', 'trust', trustWhen(github, sub('repo:a/*'), web)],
]

const suggestions: readonly Row[] = [
  ['Empty array action', 'empty-list', id, allow('"Action":[],"Resource":"*"')],
  ['Empty array resource', 'empty-list', id, get('"Resource":[]')],
  ['Empty array principal', 'empty-list', 'trust', trust('{"AWS":[]}')],
  ['Empty object principal', 'empty-list', 'trust', trust('{}')],
  ['Empty array condition', 'empty-condition-values', id, when('"StringEquals":{"aws:username":[]}')],
  ['Empty array condition ForAllValues', 'empty-condition-values', id, when('"ForAllValues:StringEquals":{"aws:TagKeys":[]}')],
  ['Empty array condition ForAnyValue', 'empty-condition-values', id, when('"ForAnyValue:StringEquals":{"aws:TagKeys":[]}')],
  ['Empty array condition IfExists', 'empty-condition-values', id, when('"StringEqualsIfExists":{"aws:username":[]}')],
  ['Empty object condition', 'empty-condition', id, get('"Resource":"*","Condition":{}')],
  ['Null with qualifier', 'null-with-set', id, when('"ForAllValues:Null":{"aws:TagKeys":"true"}')],
  ['Redundant action', 'redundant-value', id, allow('"Action":["s3:Get*","s3:GetObject"],"Resource":"*"')],
  ['Redundant resource', 'redundant-value', id, get('"Resource":["*","arn:aws:s3:::b/x"]')],
  [
    'Redundant statement',
    'duplicate-statement',
    id,
    policy('[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Action":"s3:*","Resource":"*"}]'),
  ],
  ['Redundant condition value num', 'bounds-several', id, when('"NumericLessThan":{"s3:max-keys":[1,2]}')],
  [
    'Redundant principal in role trust policy',
    'principal-session-redundant',
    'trust',
    trust(`{"AWS":["${role}","arn:aws:sts::111122223333:assumed-role/app/s"]}`),
  ],
  ['Wildcard in service name', 'service-wildcard', id, allow('"Action":"s*:Get*","Resource":"*"')],
]

describe.each([
  ['errors', errors],
  ['security warnings', security],
  ['warnings', warnings],
  ['suggestions', suggestions],
] as const)("AWS's %s", (_name, rows) => {
  it.each(rows)('%s: %s', (check, code, type, text) => {
    expect(shown(type, text).map((diagnostic) => [diagnostic.code, diagnostic.check])).toContainEqual([code, check])
  })
})

/** Parliament's checks that AWS has not, or calls otherwise. What asks for the meaning of an action's access level is shown by "What if". */
const parliament: readonly Row[] = [
  [
    'OLD_VERSION',
    'variable-without-version',
    id,
    `{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${variable('aws:username')}"}}`,
  ],
  ['UNKNOWN_PRINCIPAL', 'principal-format', 'trust', trust('{"AWS":"aya"}')],
  ['UNKNOWN_FEDERATION_SOURCE', 'federated-format', 'trust', trust('{"Federated":"example.com"}', `"Action":"${web}"`)],
  ['RESOURCE_MISMATCH', 'resource-fits-no-action', id, on('arn:aws:s3:::b')],
  [
    'BAD_PATTERN_FOR_MFA',
    'mfa-deny-absent',
    id,
    policy('{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"}}}'),
  ],
  ['BAD_PATTERN_FOR_MFA', 'mfa-allow-absent', id, when('"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}')],
  ['NOTRESOURCE_WITH_ALLOW', 'allow-not-resource', id, get('"NotResource":"arn:aws:s3:::b/*"')],
  [
    'NOTPRINCIPAL_WITH_ALLOW',
    'allow-not-principal',
    'resource-based',
    allow(`"NotPrincipal":${aws},"Action":"s3:GetObject","Resource":"*"`),
  ],
  ['SINGLE_VALUE_CONDITION_TOO_PERMISSIVE', 'all-values-of-single', id, when('"ForAllValues:StringLike":{"aws:username":"a"}')],
]

describe("parliament's checks", () => {
  it.each(parliament)('%s: %s', (_check, code, type, text) => {
    expect(shown(type, text).map((diagnostic) => diagnostic.code)).toContain(code)
  })
})
