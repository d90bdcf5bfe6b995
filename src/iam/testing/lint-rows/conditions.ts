import { type LintRow, variable, when } from './texts'

/** For tests: the checks of `lint-conditions.ts`. */
export const conditionsRows: readonly LintRow[] = [
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
]
