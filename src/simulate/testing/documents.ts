import type { AuthorizationStep, Documents, RunResult, Trace } from '../trace'

/** For tests: the account of the caller. */
export const account = '111122223333'
/** A role's ARN. */
export const role = (name: string, owner = account) => `arn:aws:iam::${owner}:role/${name}`
/** A policy's text. */
export const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
/** A statement. */
export const allow = (action: string, resource = '*', condition?: object) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition ? { Condition: condition } : {}),
})
/** The same with Deny. */
export const deny = (action: string, resource = '*', condition?: object) => ({ ...allow(action, resource, condition), Effect: 'Deny' })
/** A trust policy that names a service. */
export const trust = (service: string, condition?: object) =>
  policy({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...(condition ? { Condition: condition } : {}) })
/** A request document's text. */
export const request = (content: object) =>
  JSON.stringify({ caller: `arn:aws:iam::${account}:user/aya`, region: 'ap-northeast-1', ...content })

/** Run a task with the role app-task, which then reads from S3. */
export const runTask = request({
  action: 'ecs:RunTask',
  parameters: { taskDefinition: 'app:7', overrides: { taskRoleArn: role('app-task') } },
  resolved: { taskDefinition: {} },
  workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' },
})

/** Documents with which that is allowed. */
export const everything: Documents = {
  request: runTask,
  identityPolicy: policy(allow('*')),
  trustPolicy: trust('ecs-tasks.amazonaws.com'),
  rolePolicy: policy(allow('s3:GetObject')),
}

/** The trace of a run that has one. */
export function traceOf(run: RunResult): Trace {
  if (!run.trace) throw new Error(run.problems.map((problem) => problem.code).join())
  return run.trace
}

/** What became of a run. */
export const summary = (run: RunResult) => ({
  kind: run.kind,
  outcome: run.trace?.outcome,
  stoppedAt: run.trace?.stoppedAt,
  seenAt: run.trace?.seenAt,
})
/** The checks made, each with its letter and verdict. */
export const checks = (run: RunResult) =>
  traceOf(run).steps.flatMap((step) => (step.kind === 'authorization' ? [`${step.check}${step.letter ?? ''}:${step.verdict}`] : []))
/** The checks made, whole. */
export const authorizations = (run: RunResult): readonly AuthorizationStep[] =>
  traceOf(run).steps.filter((step) => step.kind === 'authorization')
