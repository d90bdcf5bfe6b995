import { ecs, identity, type LintRow, of, on, role, s3, trust, v, variable, when } from './texts'

/** For tests: the checks of `lint-statement.ts`. */
export const statementRows: readonly LintRow[] = [
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
]
