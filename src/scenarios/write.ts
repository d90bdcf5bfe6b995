/** Writes the texts of lessons the way a person lays a policy out: short lines, two spaces. */

export const account = '111122223333'
export const roleArn = (name: string, inAccount = account): string => `arn:aws:iam::${inAccount}:role/${name}`

type ConditionText = readonly [operator: string, key: string, value: string]

export interface StatementText {
  readonly sid: string
  readonly effect?: 'Allow' | 'Deny'
  /** Type and value: `['Service', 'ecs-tasks.amazonaws.com']`; or everyone. */
  readonly principal?: readonly [string, string] | '*'
  readonly action: string | readonly string[]
  readonly resource?: string | readonly string[]
  /** Operator, key and value; several must all hold. */
  readonly condition?: ConditionText | readonly ConditionText[]
}

const value = (text: string | readonly string[]): string =>
  typeof text === 'string' ? JSON.stringify(text) : `[\n${text.map((item) => `      ${JSON.stringify(item)}`).join(',\n')}\n    ]`

function conditionText(condition: ConditionText | readonly ConditionText[]): string {
  const all = typeof condition[0] === 'string' ? [condition as ConditionText] : (condition as readonly ConditionText[])
  return all.map(([operator, key, text]) => `"${operator}": {\n      "${key}": ${JSON.stringify(text)}\n    }`).join(', ')
}

function statementText({ sid, effect = 'Allow', principal, action, resource, condition }: StatementText): string {
  const lines = [`    "Sid": ${JSON.stringify(sid)}`, `    "Effect": "${effect}"`]
  if (principal === '*') lines.push('    "Principal": "*"')
  else if (principal) lines.push(`    "Principal": {\n      "${principal[0]}": ${JSON.stringify(principal[1])}\n    }`)
  lines.push(`    "Action": ${value(action)}`)
  if (resource !== undefined) lines.push(`    "Resource": ${value(resource)}`)
  if (condition) lines.push(`    "Condition": { ${conditionText(condition)} }`)
  return lines.join(',\n')
}

/** A policy's text. */
export function policy(...statements: readonly StatementText[]): string {
  return `{\n  "Version": "2012-10-17",\n  "Statement": [{\n${statements.map(statementText).join('\n  }, {\n')}\n  }]\n}`
}

/** A policy variable, which IAM fills in. */
export const variable = (key: string): string => `$\{${key}}`

/** Policies by level, from the root down. */
export const levels = (...all: readonly (readonly string[])[]): string => `[${all.map((level) => `[${level.join(', ')}]`).join(', ')}]`

/** The SCP that is attached everywhere until somebody takes it away. */
export const fullAccess = policy({ sid: 'FullAWSAccess', action: '*', resource: '*' })

/** A request document's text. */
export function request(content: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ caller: `arn:aws:iam::${account}:user/aya`, ...content }, null, 2)}`
}

/** The statement that lets the caller pass one role to one service. */
export const passTo = (sid: string, resource: string | readonly string[], service: string): StatementText => ({
  sid,
  action: 'iam:PassRole',
  resource,
  condition: ['StringEquals', 'iam:PassedToService', service],
})

/** The statement with which a role trusts a service. */
export const trusts = (sid: string, service: string): StatementText => ({ sid, principal: ['Service', service], action: 'sts:AssumeRole' })

export const readData = policy({ sid: 'ReadAppData', action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/*' })

/** The trust policy of the ECS lessons, with the account that the task runs in; further statements go after it. */
export const trustEcsTasksAnd = (...others: readonly StatementText[]): string =>
  policy({ ...trusts('TrustEcsTasks', 'ecs-tasks.amazonaws.com'), condition: ['StringEquals', 'aws:SourceAccount', account] }, ...others)

export const trustEcsTasks = trustEcsTasksAnd()

/** The call of the ECS lessons: run a task, and hand it a role. */
export const runTask = (taskRoleArn: string, more: Readonly<Record<string, unknown>> = {}): string =>
  request({
    action: 'ecs:RunTask',
    region: 'ap-northeast-1',
    parameters: { taskDefinition: 'app:7', overrides: { taskRoleArn } },
    resolved: { taskDefinition: { taskRoleArn } },
    workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' },
    ...more,
  })

/** The caller of the lessons, as a session of one of the account's roles. */
export const sessionOf = (role: string, inAccount = account): string => `arn:aws:sts::${inAccount}:assumed-role/${role}/aya`

/** The permissions that every hand-over of app-task to ECS needs. */
export const runAndPass: readonly StatementText[] = [
  { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' },
  passTo('PassAppRole', roleArn('app-task'), 'ecs-tasks.amazonaws.com'),
]

/** The statement with which a role trusts somebody of AWS IAM: a user, a role or an account. */
export const trustsPrincipal = (sid: string, arn: string): StatementText => ({ sid, principal: ['AWS', arn], action: 'sts:AssumeRole' })

/** The direct call: the caller asks STS for a role. */
export const takeRole = (
  role: string,
  parameters: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
): string =>
  request({
    action: 'sts:AssumeRole',
    region: 'ap-northeast-1',
    parameters: { RoleArn: role, RoleSessionName: 'aya', ...parameters },
    ...more,
  })
