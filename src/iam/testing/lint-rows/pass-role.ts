import { identity, type LintRow, of, pass, passTo, role, v, when } from './texts'

/** For tests: the checks of `lint-pass-role.ts`. */
export const passRoleRows: readonly LintRow[] = [
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
]
