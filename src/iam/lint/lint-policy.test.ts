import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../parse/parse-policy'
import type { PolicyType } from '../terms'
import type { LintCode } from './finding'
import { lintCodes } from './lint-codes'
import { lintPolicy } from './lint-policy'
import type { KnownNames } from './near-misses'

const none: KnownNames = { actions: [], contextKeys: [], sourceKeySenders: ['ecs-tasks.amazonaws.com'] }

/** Lints a text in which `|…|` marks a place; the marks are no part of it. */
function lint(marked: string, policyType: PolicyType) {
  const [before = '', inside = '', after = ''] = marked.split('|')
  const text = before + inside + after
  const { document, problems } = parsePolicy(text, policyType, 'd')
  if (!document) throw new Error(`not a policy: ${text}`)
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
  return { found: lintPolicy(document, text, none), start: before.length, end: before.length + inside.length }
}

const v = '"Version":"2012-10-17"'
const identity = (rest: string, effect = 'Allow') => `{${v},"Statement":{"Effect":"${effect}",${rest}}}`
const of = (rest: string, effect?: string) => identity(`"Action":"s3:GetObject",${rest}`, effect)
const on = (resource: string) => of(`"Resource":${resource}`)
const when = (condition: string, effect?: string) => of(`"Resource":"*","Condition":{${condition}}`, effect)
const pass = (rest: string) => identity(`"Action":"iam:PassRole",${rest}`)
const passTo = (resource: string, condition = '"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}') =>
  pass(`"Resource":${resource},"Condition":{${condition}}`)
const trust = (principal: string, rest = '"Action":"sts:AssumeRole"', effect = 'Allow') =>
  `{${v},"Statement":{"Effect":"${effect}","Principal":${principal},${rest}}}`
const trustWhen = (principal: string, condition: string, action = 'sts:AssumeRole') =>
  trust(principal, `"Action":"${action}","Condition":{${condition}}`)
const role = 'arn:aws:iam::111122223333:role/app'
const oidc = (host: string) => `{"Federated":"arn:aws:iam::111122223333:oidc-provider/${host}"}`
const github = 'token.actions.githubusercontent.com'
const ecs = '{"Service":"ecs-tasks.amazonaws.com"}'
const variable = (inner: string) => `$\{${inner}}`
const long = (size: number) => `"${'a'.repeat(size)}"`

interface Row {
  readonly code: LintCode
  /** Texts with the finding at the marked place. */
  readonly found: readonly string[]
  /** Texts without it. */
  readonly not: readonly string[]
  readonly type?: PolicyType
  readonly severity?: string
  readonly suggestion?: string
}

const s3 = '"arn:aws:s3:::b"'
const allow = (resource: string, sid = '') => `{${sid}"Effect":"Allow","Action":"s3:GetObject","Resource":${resource}}`

const rows: readonly Row[] = [
  { code: 'missing-version', found: ['|{|"Statement":[]}'], not: [`{${v},"Statement":[]}`, '{"Version":"2008-10-17","Statement":[]}'] },
  {
    code: 'policy-too-large',
    found: [`|{|${v},"Statement":${allow(long(6100))}}`],
    not: [`{${v},"Statement":${allow(long(6000))}}`, `{${v},"Statement":${allow('"*"')}${' '.repeat(7000)}}`],
  },
  {
    code: 'policy-too-large',
    type: 'service-control',
    severity: 'error',
    found: [`|{|${v},"Statement":${allow(long(5100))}}`],
    not: [`{${v},"Statement":${allow(long(5000))}}`],
  },
  {
    code: 'policy-near-limit',
    severity: 'info',
    found: [`|{|${v},"Statement":${allow(long(5500))}}`, `|{|${v},"Statement":${allow(long(6000))}}`],
    not: [
      `{${v},"Statement":${allow(long(5400))}}`,
      `{${v},"Statement":${allow(long(6100))}}`,
      `{${v},"Statement":${allow('"*"')}${' '.repeat(5800)}}`,
    ],
  },
  {
    code: 'policy-near-limit',
    type: 'trust',
    severity: 'info',
    found: [`|{|${v},"Statement":{"Sid":${long(1800)},"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}`],
    not: [trust(ecs)],
  },
  {
    code: 'boundary-allows-nothing',
    type: 'permissions-boundary',
    found: [`|{|${v},"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}`],
    not: [of('"Resource":"*"'), `{${v},"Statement":[]}`],
  },
  {
    code: 'duplicate-statement',
    severity: 'suggestion',
    found: [`{${v},"Statement":[${allow('["x","*"]', '"Sid":"A",')},|${allow('["*","x"]', '"Sid":"B",')}|]}`],
    not: [`{${v},"Statement":[${allow('"*"')},${allow(s3)}]}`],
  },
  {
    code: 'empty-list',
    severity: 'suggestion',
    found: [identity('|"Action":[]|,"Resource":"*"'), of('|"Resource":[]|'), identity('|"NotAction":[]|,"Resource":"*"')],
    not: [of('"Resource":["*"]')],
  },
  {
    code: 'empty-list',
    type: 'trust',
    found: [trust('{"AWS":[]}').replace('"Principal":{"AWS":[]}', '|"Principal":{"AWS":[]}|')],
    not: [trust(ecs)],
  },
  {
    code: 'empty-condition',
    found: [of('"Resource":"*",|"Condition":{}|'), when('|"StringEquals": { }|')],
    not: [when('"StringEquals":{"aws:username":"a"}'), on('"arn:aws:s3:::b/\\"Condition\\":{}"')],
  },
  {
    code: 'redundant-value',
    found: [
      identity('"Action":["s3:Get*",|"s3:GetObject"|],"Resource":"*"'),
      identity('"Action":["s3:GetObject",|"s3:getobject"|],"Resource":"*"'),
      identity('"Action":[|"s3:Get?"|,"s3:Get*"],"Resource":"*"'),
      on('["*",|"arn:aws:s3:::b"|]'),
      on('[|"arn:aws:s3:::b/x"|,"arn:aws:s3:::b/*"]'),
    ],
    not: [
      identity('"Action":["s3:Get*","s3:PutObject"],"Resource":"*"'),
      identity('"Action":["s3:?et*","s3:*et"],"Resource":"*"'),
      on('["arn:aws:s3:::b/*","arn:aws:s3:::c/x"]'),
      on(`["arn:aws:s3:::b/*","arn:aws:s3:::b/${variable('aws:username')}"]`),
    ],
  },
  {
    code: 'service-wildcard',
    found: [identity('"Action":|"s*:Get*"|,"Resource":"*"')],
    not: [of('"Resource":"*"'), identity('"Action":"*:*","Resource":"*"')],
  },
  {
    code: 'allow-not-principal',
    type: 'resource-based',
    severity: 'security',
    found: [`{${v},"Statement":{"Effect":"Allow",|"NotPrincipal":{"AWS":"111122223333"}|,"Action":"s3:GetObject","Resource":"*"}}`],
    not: [`{${v},"Statement":{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"*"}}`],
  },
  {
    code: 'deny-not-principal',
    type: 'resource-based',
    severity: 'info',
    found: [`{${v},"Statement":{"Effect":"Deny",|"NotPrincipal":{"AWS":"111122223333"}|,"Action":"s3:GetObject","Resource":"*"}}`],
    not: [`{${v},"Statement":{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"*"}}`],
  },
  { code: 'allow-not-resource', found: [of(`|"NotResource":${s3}|`)], not: [of(`"NotResource":${s3}`, 'Deny'), on(s3)] },
  {
    code: 'slr-any-service',
    found: [
      identity('"Action":|"iam:Create*"|,"Resource":"*"'),
      identity('"Action":|"iam:CreateServiceLinkedRole"|,"Resource":"*"'),
      identity(`"Action":|"iam:CreateServiceLinkedRole"|,"NotResource":"${role}"`),
      identity(`"Action":["s3:*",|"iam:*"|],"NotResource":"${role}"`),
      identity('|"NotAction":"s3:*"|,"Resource":"*"'),
      identity(`|"NotAction":"s3:*"|,"NotResource":"${role}"`),
    ],
    not: [
      identity('"NotAction":"iam:*","Resource":"*"'),
      identity('"Action":"*","Resource":"*"'),
      identity('"Action":"iam:CreateServiceLinkedRole","NotResource":"*"'),
      identity('"NotAction":"s3:*","Resource":"*"', 'Deny'),
      identity('"Action":"iam:CreateServiceLinkedRole","Resource":"arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*"'),
      identity('"NotAction":"s3:*","Resource":"arn:aws:ecs:*:*:*"'),
      identity(
        '"Action":"iam:CreateServiceLinkedRole","Resource":"*","Condition":{"StringEquals":{"iam:AWSServiceName":"ecs.amazonaws.com"}}',
      ),
      identity('"Action":"iam:CreateRole","Resource":"*"'),
    ],
  },
  {
    code: 'variable-in-element',
    severity: 'error',
    found: [identity(`"Action":|"s3:${variable('aws:username')}"|,"Resource":"*"`)],
    not: [on(`"arn:aws:s3:::${variable('aws:username')}"`)],
  },
  {
    code: 'variable-for-operator',
    found: [when(`"NumericEquals":{"s3:max-keys":|"${variable('aws:PrincipalTag/n')}"|}`)],
    not: [when(`"StringEquals":{"s3:prefix":"${variable('aws:username')}"}`)],
  },
  {
    code: 'variable-unclosed',
    found: [on('|"arn:aws:s3:::b/${aws:username"|')],
    not: [on(`"arn:aws:s3:::b/${variable('aws:username')}"`)],
  },
  { code: 'variable-empty', found: [on(`|"arn:aws:s3:::b/${variable('')}"|`)], not: [on(`"arn:aws:s3:::b/${variable('*')}"`)] },
  {
    code: 'variable-space',
    found: [on(`|"arn:aws:s3:::b/${variable(' aws:username')}"|`), on(`|"arn:aws:s3:::b/${variable("aws:username,'x'")}"|`)],
    not: [on(`"arn:aws:s3:::b/${variable("aws:username, 'x'")}"`), on(`"arn:aws:s3:::b/${variable('aws:PrincipalTag/cost center')}"`)],
  },
  {
    code: 'variable-quote',
    found: [on(`|"arn:aws:s3:::b/${variable('aws:username, x')}"|`)],
    not: [on(`"arn:aws:s3:::b/${variable("aws:username, 'x'")}"`)],
  },
  { code: 'arn-prefix', severity: 'error', found: [on('|"my-bucket"|')], not: [on(s3), on('"*"')] },
  { code: 'arn-fields', found: [on('|"arn:aws:s3:b"|')], not: [on(s3), on('"arn:aws:s3:*"')] },
  {
    code: 'arn-partition',
    found: [on('|"arn:awz:s3:::b"|')],
    not: [on('"arn:aws-cn:s3:::b"'), on('"arn:*:s3:::b"')],
    suggestion: 'arn:aws:s3:::b',
  },
  { code: 'arn-service-case', found: [on('|"arn:aws:S3:::b"|')], not: [on(s3)], suggestion: 'arn:aws:s3:::b' },
  {
    code: 'arn-region',
    found: [on('|"arn:aws:sqs:us-est-1:111122223333:q"|')],
    not: [on('"arn:aws:sqs:us-east-1:111122223333:q"'), on('"arn:aws:sqs:us-*:111122223333:q"')],
    suggestion: 'arn:aws:sqs:us-east-1:111122223333:q',
  },
  {
    code: 'arn-account',
    found: [on('|"arn:aws:sqs:us-east-1:11112222333:q"|')],
    not: [on('"arn:aws:sqs:us-east-1:111122223333:q"'), on('"arn:aws:iam::aws:policy/ReadOnlyAccess"')],
  },
  { code: 'arn-account-missing', found: [on('|"arn:aws:iam:::role/app"|')], not: [on(`"${role}"`), on('"arn:aws:iam::*:role/app"')] },
  {
    code: 'arn-region-not-allowed',
    found: [on('|"arn:aws:iam:us-east-1:111122223333:role/app"|')],
    not: [on(`"${role}"`), on('"arn:aws:s3:us-east-1:111122223333:accesspoint/a"')],
    suggestion: role,
  },
  {
    code: 'arn-account-not-allowed',
    found: [on('|"arn:aws:s3::111122223333:b"|')],
    not: [on(s3), on('"arn:aws:s3::*:b"')],
    suggestion: 'arn:aws:s3:::b',
  },
  { code: 'key-format', found: [when('"StringEquals":{|"SourceAccount"|:"1"}')], not: [when('"StringEquals":{"aws:SourceAccount":"1"}')] },
  {
    code: 'key-twice',
    found: [when('"StringEquals":{"aws:username":"a",|"aws:UserName"|:"b"}')],
    not: [when('"StringEquals":{"aws:username":"a"},"StringLike":{"aws:UserName":"b"}')],
  },
  {
    code: 'tag-key-missing',
    found: [when('"StringEquals":{|"aws:ResourceTag"|:"a"}')],
    not: [when('"StringEquals":{"aws:ResourceTag/team":"a"}')],
  },
  {
    code: 'wildcard-without-like',
    found: [when('|"StringEquals"|:{"aws:username":"dev-*"}')],
    not: [when('"StringLike":{"aws:username":"dev-*"}'), when(`"StringEquals":{"s3:prefix":"${variable('*')}"}`)],
    suggestion: 'StringLike',
  },
  {
    code: 'wildcard-without-like',
    found: [when('"StringEquals":{"aws:username":|"dev-*"|,"aws:SourceAccount":"1"}')],
    not: [when('"StringEquals":{"aws:username":"dev","aws:SourceAccount":"1"}')],
  },
  {
    code: 'missing-set-operator',
    severity: 'error',
    found: [when('|"StringEquals"|:{"aws:TagKeys":"team"}')],
    not: [
      when('"ForAnyValue:StringEquals":{"aws:TagKeys":"team"}'),
      when('"StringEquals":{"aws:RequestTag/team":"a"}'),
      when('"Null":{"aws:TagKeys":"true"}'),
    ],
    suggestion: 'ForAnyValue:StringEquals',
  },
  {
    code: 'all-values-of-single',
    severity: 'security',
    found: [when('|"ForAllValues:StringEquals"|:{"aws:PrincipalOrgID":"o-1"}')],
    not: [
      when('"ForAllValues:StringEquals":{"aws:TagKeys":"a"}'),
      when('"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-1"}', 'Deny'),
      when('"ForAllValues:StringEquals":{"x:unknown":"o-1"}'),
    ],
    suggestion: 'StringEquals',
  },
  {
    code: 'all-values-of-none',
    found: [when('|"ForAllValues:StringEquals"|:{"aws:TagKeys":"a"}')],
    not: [
      when('"ForAllValues:StringEquals":{"aws:TagKeys":"a"},"Null":{"aws:TagKeys":"false"}'),
      when('"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}'),
    ],
  },
  {
    code: 'null-with-set',
    found: [when('|"ForAllValues:Null"|:{"aws:TagKeys":"true"}')],
    not: [when('"Null":{"aws:TagKeys":"true"}')],
    suggestion: 'Null',
  },
  {
    code: 'operator-for-key',
    found: [when('|"StringEquals"|:{"aws:SourceIp":"203.0.113.1"}'), when('|"StringEquals"|:{"aws:CurrentTime":"2026-01-01T00:00:00Z"}')],
    not: [when('"IpAddress":{"aws:SourceIp":"203.0.113.1"}'), when('"StringEquals":{"aws:SourceArn":"arn:aws:s3:::b"}')],
  },
  {
    code: 'value-type',
    found: [
      when('"Bool":{"aws:SecureTransport":|"yes"|}'),
      when('"NumericLessThan":{"aws:MultiFactorAuthAge":|"1h"|}'),
      when('"DateLessThan":{"aws:CurrentTime":|"tomorrow"|}'),
      when('"IpAddress":{"aws:SourceIp":|"203.0.113.999"|}'),
      when('"ArnLike":{"aws:SourceArn":|"my-bucket"|}'),
    ],
    not: [
      when('"Bool":{"aws:SecureTransport":true}'),
      when('"NumericLessThan":{"aws:MultiFactorAuthAge":3600}'),
      when('"IpAddress":{"aws:SourceIp":"2001:DB8::/32"}'),
      when('"ArnLike":{"aws:SourceArn":"*:s3:::b"}'),
    ],
  },
  {
    code: 'condition-types-mixed',
    severity: 'error',
    found: [
      when('"NumericEquals":{"s3:max-keys":[1,|"2"|,"3"]}'),
      when('"StringEquals":{"aws:PrincipalTag/a":["true",|true|]}'),
      when('"StringEquals":{"aws:PrincipalTag/a":[false,|5|]}'),
    ],
    not: [
      when('"NumericEquals":{"s3:max-keys":[1,2.5,-3]}'),
      when('"NumericEquals":{"s3:max-keys":["1","2"]}'),
      when('"Bool":{"aws:SecureTransport":true}'),
      when('"NumericEquals":{"s3:max-keys":1},"StringEquals":{"aws:username":"a"}'),
    ],
  },
  {
    code: 'bool-several',
    found: [when('"Bool":{"aws:SecureTransport":|["true","false"]|}')],
    not: [when('"Bool":{"aws:SecureTransport":["true"]}')],
  },
  {
    code: 'bounds-several',
    found: [when('"NumericLessThan":{"s3:max-keys":|[1,2]|}')],
    not: [when('"NumericEquals":{"s3:max-keys":[1,2]}')],
  },
  {
    code: 'empty-condition-values',
    found: [when('"StringEquals":{|"aws:username":[]|}')],
    not: [when('"StringEquals":{"aws:username":["a"]}')],
  },
  {
    code: 'private-address',
    found: [when('"IpAddress":{"aws:SourceIp":|["10.0.0.0/8","192.168.0.0/16"]|}')],
    not: [when('"IpAddress":{"aws:SourceIp":["10.0.0.0/8","203.0.113.0/24"]}'), when('"IpAddress":{"aws:VpcSourceIp":"10.0.0.0/8"}')],
  },
  {
    code: 'paired-key-missing',
    severity: 'security',
    found: [when('"IpAddress":{|"aws:VpcSourceIp"|:"10.0.0.0/8"}')],
    not: [when('"IpAddress":{"aws:VpcSourceIp":"10.0.0.0/8"},"StringEquals":{"aws:SourceVpc":"vpc-1"}')],
  },
  {
    code: 'deny-negated-absent',
    severity: 'info',
    found: [when('|"StringNotEquals"|:{"aws:SourceVpc":"vpc-1"}', 'Deny')],
    not: [
      when('"StringNotEquals":{"aws:PrincipalAccount":"1"}', 'Deny'),
      when('"StringNotEquals":{"aws:SourceVpc":"vpc-1"},"Null":{"aws:SourceVpc":"false"}', 'Deny'),
    ],
  },
  {
    code: 'allow-negated-absent',
    found: [when('|"StringNotEquals"|:{"aws:SourceVpc":"vpc-1"}')],
    not: [when('"StringEquals":{"aws:SourceVpc":"vpc-1"}'), when('"StringNotEquals":{"aws:RequestedRegion":"us-east-1"}')],
  },
  {
    code: 'mfa-deny-absent',
    found: [when('|"Bool"|:{"aws:MultiFactorAuthPresent":"false"}', 'Deny')],
    not: [when('"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}', 'Deny')],
    suggestion: 'BoolIfExists',
  },
  {
    code: 'mfa-allow-absent',
    severity: 'security',
    found: [when('|"BoolIfExists"|:{"aws:MultiFactorAuthPresent":"true"}')],
    not: [when('"Bool":{"aws:MultiFactorAuthPresent":"true"}')],
    suggestion: 'Bool',
  },
  {
    code: 'pass-role-any-role',
    severity: 'security',
    found: [
      pass('"Resource":|"*"|'),
      pass('"Resource":|"arn:aws:iam::111122223333:role/*"|'),
      pass(`|"NotResource":"${role}"|`),
      identity('"Action":"iam:*","Resource":|"*"|'),
      identity('"Action":"*","Resource":|"*"|'),
      identity('"NotAction":"s3:*","Resource":|"*"|'),
      passTo('|"*"|', '"StringEqualsIfExists":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}'),
    ],
    not: [
      passTo('"*"'),
      pass('"Resource":"arn:aws:iam::111122223333:role/app-*"'),
      identity('"Action":"iam:PassRole","Resource":"*"', 'Deny'),
      identity('"NotAction":"iam:*","Resource":"*"'),
      identity('"Action":"s3:*","Resource":"*"'),
    ],
  },
  {
    code: 'pass-role-every-role',
    severity: 'warning',
    found: [passTo('|"arn:aws:iam::111122223333:role/*"|')],
    not: [passTo(`"${role}"`), pass('"Resource":"*"')],
  },
  {
    code: 'pass-role-no-service',
    severity: 'suggestion',
    found: [`{${v},"Statement":{"Effect":"Allow","Action":|"iam:PassRole"|,"Resource":"${role}"}}`],
    not: [passTo(`"${role}"`), of(`"Resource":"${role}"`)],
  },
  {
    code: 'pass-role-not-a-role',
    found: [passTo('|"arn:aws:iam::111122223333:instance-profile/web"|'), passTo('|"arn:aws:s3:::b"|')],
    not: [passTo(`"${role}"`), passTo('"arn:aws:iam::111122223333:role*"')],
  },
  {
    code: 'pass-role-tags',
    found: [passTo(`"${role}"`, '"StringEquals":{|"iam:ResourceTag/team"|:"a"}')],
    not: [passTo(`"${role}"`), when('"StringEquals":{"aws:ResourceTag/team":"a"}')],
  },
  {
    code: 'pass-role-other-key',
    found: [passTo(`"${role}"`, '"StringEquals":{|"ecs:cluster"|:"a"}')],
    not: [
      passTo(`"${role}"`),
      passTo(`"${role}"`, '"ArnLike":{"iam:AssociatedResourceArn":"arn:aws:ec2:us-east-1:111122223333:instance/*"}'),
    ],
  },
  {
    code: 'passed-to-no-service',
    found: [passTo(`"${role}"`, '"StringEquals":{"iam:PassedToService":|"ecs-tasks"|}')],
    not: [passTo(`"${role}"`), passTo(`"${role}"`, '"StringLike":{"iam:PassedToService":"ecs*"}')],
    suggestion: 'ecs-tasks.amazonaws.com',
  },
  {
    code: 'trust-everyone',
    type: 'trust',
    severity: 'security',
    found: [trust('|"*"|'), trust('{"AWS":|"*"|}')],
    not: [trust('"*"', '"Action":"sts:AssumeRole"', 'Deny'), trust('{"AWS":"111122223333"}')],
  },
  {
    code: 'trust-everyone',
    type: 'trust',
    severity: 'warning',
    found: [trustWhen('|"*"|', '"StringEquals":{"aws:PrincipalOrgID":"o-1"}')],
    not: [trustWhen('{"AWS":"111122223333"}', '"StringEquals":{"aws:PrincipalOrgID":"o-1"}')],
  },
  {
    code: 'service-format',
    type: 'trust',
    severity: 'error',
    found: [trust('{"Service":|"ecs-tasks"|}'), trust('{"Service":|"ecs-tasks.amazonaws.co"|}')],
    not: [trust(ecs), trust('{"Service":"states.us-east-1.amazonaws.com"}'), trust('{"Service":"ec2.amazonaws.com.cn"}')],
    suggestion: 'ecs-tasks.amazonaws.com',
  },
  {
    code: 'federated-format',
    type: 'trust',
    found: [trust('{"Federated":|"google.com"|}', '"Action":"sts:AssumeRoleWithWebIdentity"')],
    not: [
      trust('{"Federated":"accounts.google.com"}', '"Action":"sts:AssumeRoleWithWebIdentity"'),
      trust('{"Federated":"arn:aws:iam::111122223333:saml-provider/x"}', '"Action":"sts:AssumeRoleWithSAML"'),
    ],
  },
  {
    code: 'federated-not-supported',
    type: 'resource-based',
    found: [
      `{${v},"Statement":{"Effect":"Allow","Principal":{"Federated":|"accounts.google.com"|},"Action":"s3:GetObject","Resource":"*"}}`,
    ],
    not: [`{${v},"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"*"}}`],
  },
  {
    code: 'principal-format',
    type: 'trust',
    found: [trust('{"AWS":|"aya"|}'), trust('{"AWS":|"ecs-tasks.amazonaws.com"|}'), trust('{"AWS":|"arn:aws:iam:::role/x"|}')],
    not: [trust('{"AWS":"111122223333"}'), trust(`{"AWS":"${role}"}`), trust('{"AWS":"*"}')],
  },
  {
    code: 'principal-group',
    type: 'trust',
    found: [trust('{"AWS":|"arn:aws:iam::111122223333:group/devs"|}')],
    not: [trust('{"AWS":"arn:aws:iam::111122223333:user/devs"}')],
  },
  {
    code: 'principal-session-redundant',
    type: 'trust',
    found: [trust(`{"AWS":["${role}",|"arn:aws:sts::111122223333:assumed-role/app/s"|]}`)],
    not: [trust(`{"AWS":["${role}","arn:aws:sts::111122223333:assumed-role/other/s"]}`)],
  },
  {
    code: 'action-for-principal',
    type: 'trust',
    severity: 'error',
    found: [trust('{"Federated":"arn:aws:iam::111122223333:saml-provider/x"}', '"Action":|"sts:AssumeRole"|')],
    not: [
      trust('{"Federated":"arn:aws:iam::111122223333:saml-provider/x"}', '"Action":["sts:AssumeRoleWithSAML","sts:TagSession"]'),
      trust(ecs),
    ],
    suggestion: 'sts:AssumeRoleWithSAML',
  },
  {
    code: 'action-for-principal',
    type: 'trust',
    found: [trust(ecs, '"Action":|"sts:AssumeRoleWithWebIdentity"|')],
    not: [trust(ecs, '"Action":"sts:*"')],
    suggestion: 'sts:AssumeRole',
  },
  {
    code: 'oidc-without-key',
    type: 'trust',
    severity: 'security',
    found: [trust(oidc('x.example').replace(/("arn.*?")/, '|$1|'), '"Action":"sts:AssumeRoleWithWebIdentity"')],
    not: [trustWhen(oidc('x.example'), '"StringEquals":{"x.example:sub":"a"}', 'sts:AssumeRoleWithWebIdentity')],
  },
  {
    code: 'github-without-repository',
    type: 'trust',
    severity: 'security',
    found: [
      trustWhen(
        oidc(github).replace(/("arn.*?")/, '|$1|'),
        `"StringEquals":{"${github}:aud":"sts.amazonaws.com"}`,
        'sts:AssumeRoleWithWebIdentity',
      ),
    ],
    not: [trustWhen(oidc(github), `"StringEquals":{"${github}:sub":"repo:a/b:ref:refs/heads/main"}`, 'sts:AssumeRoleWithWebIdentity')],
  },
  {
    code: 'github-any-repository',
    type: 'trust',
    found: [trustWhen(oidc(github), `"StringLike":{"${github}:sub":|"repo:a/*"|}`, 'sts:AssumeRoleWithWebIdentity')],
    not: [trustWhen(oidc(github), `"StringLike":{"${github}:sub":"repo:a/b:ref:refs/heads/*"}`, 'sts:AssumeRoleWithWebIdentity')],
  },
  {
    code: 'service-without-source',
    type: 'trust',
    severity: 'info',
    found: [trust('{"Service":|"ecs-tasks.amazonaws.com"|}')],
    not: [trustWhen(ecs, '"StringEquals":{"aws:SourceAccount":"111122223333"}'), trust('{"Service":"ec2.amazonaws.com"}')],
  },
  {
    code: 'service-without-source',
    type: 'resource-based',
    severity: 'security',
    found: [
      `{${v},"Statement":{"Effect":"Allow","Principal":{"Service":|"sns.amazonaws.com"|},"Action":"sqs:SendMessage","Resource":"*"}}`,
    ],
    not: [`{${v},"Statement":{"Effect":"Deny","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"*"}}`],
  },
  {
    code: 'service-without-key',
    type: 'trust',
    found: [trustWhen(ecs, '"StringEquals":{|"aws:PrincipalOrgID"|:"o-1"}')],
    not: [trustWhen('{"AWS":"111122223333"}', '"StringEquals":{"aws:PrincipalOrgID":"o-1"}')],
  },
  {
    code: 'external-id-of-service',
    type: 'trust',
    found: [trustWhen(ecs, '"StringEquals":{|"sts:ExternalId"|:"x"}')],
    not: [trustWhen('{"AWS":"111122223333"}', '"StringEquals":{"sts:ExternalId":"x"}')],
  },
  {
    code: 'mfa-of-service',
    type: 'trust',
    found: [trustWhen(ecs, '"Bool":{|"aws:MultiFactorAuthPresent"|:"true"}')],
    not: [trustWhen('{"AWS":"111122223333"}', '"Bool":{"aws:MultiFactorAuthPresent":"true"}')],
  },
  {
    code: 'tag-session-missing',
    type: 'trust',
    found: [
      trustWhen('{"AWS":"111122223333"}', '"StringEquals":{|"aws:RequestTag/team"|:"a"}'),
      trustWhen('{"AWS":"111122223333"}', '"StringEquals":{|"sts:SourceIdentity"|:"a"}'),
    ],
    not: [
      trust(
        '{"AWS":"111122223333"}',
        '"Action":["sts:AssumeRole","sts:TagSession"],"Condition":{"StringEquals":{"aws:RequestTag/team":"a"}}',
      ),
      trustWhen('{"AWS":"111122223333"}', '"StringEquals":{"sts:ExternalId":"a"}'),
    ],
  },
]

describe.each(rows)('$code', ({ code, found, not, type = 'identity-based', severity, suggestion }) => {
  it.each(found)('finds %s', (text) => {
    const { found: all, start, end } = lint(text, type)
    const problem = all.find((candidate) => candidate.code === code)
    expect(problem, all.map((other) => other.code).join()).toBeDefined()
    expect([problem?.span.start, problem?.span.end]).toEqual([start, end])
    if (severity) expect(problem?.severity).toBe(severity)
    expect(problem?.facts.suggestion).toBe(suggestion)
    expect(problem?.foundBy).toBe('lint')
  })
  it.each(not)('is silent about %s', (text) => {
    expect(lint(text, type).found.map((problem) => problem.code)).not.toContain(code)
  })
})

describe('the table', () => {
  it('has a row for every code', () => {
    const tested = new Set<string>(rows.map(({ code }) => code))
    // What needs the names of a service has a table of its own, below.
    expect(lintCodes.filter((code) => !tested.has(code))).toEqual(['action-unknown-service'])
  })
})

describe('names that are all known', () => {
  const names: KnownNames = { ...none, actionsOf: (service) => (service === 'ecs' ? ['RunTask', 'StopTask'] : 'no-such-service') }
  it.each([
    ['ecs:RunTask', undefined, undefined],
    ['ECS:runtask', undefined, undefined],
    ['ecs:Run*', undefined, undefined],
    ['*', undefined, undefined],
    ['ecs:RunTaks', 'unknown-action', 'ecs:RunTask'],
    ['ecs:Fly', 'unknown-action', undefined],
    ['ecs:Fly*', 'unknown-action', undefined],
    ['esc:RunTask', 'action-unknown-service', undefined],
  ])('%s', (action, code, suggestion) => {
    const text = identity(`"Action":["${action}"],"Resource":"${role}"`)
    const { document } = parsePolicy(text, 'identity-based', 'd')
    const [problem, ...others] = document
      ? lintPolicy(document, text, names).filter(
          ({ span }) => text[span.start] === '"' && text.slice(span.start, span.end) === `"${action}"`,
        )
      : []
    expect([problem?.code, problem?.facts.suggestion, others]).toEqual([code, suggestion, []])
  })
})

describe('any text that is read', () => {
  const types: readonly PolicyType[] = [
    'identity-based',
    'resource-based',
    'trust',
    'permissions-boundary',
    'session',
    'service-control',
    'resource-control',
  ]
  const words = fc.constantFrom<unknown>(
    '*',
    '',
    'arn:aws:iam::1:role/*',
    '$' + '{',
    variable('a'),
    variable("aws:username, 'x'"),
    'iam:PassRole',
    'ecs-tasks',
    '__proto__',
    'constructor',
    'aws:TagKeys',
    5,
    true,
    null,
  )
  const names = fc.constantFrom(
    ...['Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal', 'Condition', 'Sid', 'AWS', 'Service'],
    ...[
      'Federated',
      'StringEquals',
      'ForAllValues:StringNotLike',
      'Null',
      'iam:PassedToService',
      'aws:TagKeys',
      '__proto__',
      'Statement',
      'Version',
    ],
  )
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, words, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(names, tie('value'), { maxKeys: 6 })),
  })).value
  it('is linted without a throw, every finding inside it, and never found twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.dictionary(names, json, { maxKeys: 9 }), json, (type, statement, other) => {
        const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', ...statement }, other] })
        const { document } = parsePolicy(text, type, 'd')
        const found = document ? lintPolicy(document, text, none) : []
        for (const { span } of found) expect(span.start >= 0 && span.end <= text.length && span.start < span.end).toBe(true)
        const keys = found.map(({ code, span }) => `${code} ${span.start} ${span.end}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    [
      'statements',
      () =>
        Array.from({ length: 9000 }, (_, i) => ({ Effect: 'Allow', Action: [`s3:Get${i}`, 's3:Get*'], Resource: `arn:aws:s3:::b${i}/*` })),
    ],
    ['actions', () => [{ Effect: 'Allow', Action: Array.from({ length: 60_000 }, (_, i) => `ecs:RunTask${i}*`), Resource: '*' }]],
    ['misspelt actions', () => [{ Effect: 'Allow', Action: Array.from({ length: 60_000 }, (_, i) => `ecs:RunTaks${i}`), Resource: '*' }]],
    [
      'resources',
      () => [
        { Effect: 'Allow', Action: 's3:*', Resource: Array.from({ length: 30_000 }, (_, i) => `arn:aws:s3:::b${'*'.repeat(i % 9)}x${i}`) },
      ],
    ],
    ['variables', () => [{ Effect: 'Allow', Action: 's3:*', Resource: '${'.repeat(500_000) }]],
    ['quotes in a variable', () => [{ Effect: 'Allow', Action: 's3:*', Resource: `\${a, '${"' ".repeat(400_000)}}` }]],
    [
      'one condition',
      () => [
        {
          Effect: 'Allow',
          Action: 's3:*',
          Resource: '*',
          Condition: { StringEquals: Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`aws:SourceAcount${i}`, `${i}*`])) },
        },
      ],
    ],
    ['a long name', () => [{ Effect: 'Allow', Action: `iam:${'PassRole'.repeat(120_000)}`, Resource: '*' }]],
  ])(
    'a megabyte of %s does not hang: tenths of a second, or some seconds on a busy machine',
    (_name, statements) => {
      const text = JSON.stringify({ Version: '2012-10-17', Statement: statements() })
      const { document } = parsePolicy(text, 'identity-based', 'd')
      const known: KnownNames = { actions: ['ecs:RunTask', 'iam:PassRole'], contextKeys: ['aws:SourceAccount'], actionsOf: () => undefined }
      const before = performance.now()
      const found = document ? lintPolicy(document, text, known) : []
      expect(performance.now() - before).toBeLessThan(8000)
      expect(found.length).toBeLessThanOrEqual(500)
    },
    20_000,
  )
})
