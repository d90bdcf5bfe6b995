import type { Scenario } from './scenario'

/** Every lesson, fetched when it is opened. The order is the order of the picker. */
const lessons = {
  'clean-hand-over': async () => (await import('./lessons/clean-hand-over')).cleanHandOver,
  'no-pass-role': async () => (await import('./lessons/no-pass-role')).noPassRole,
  'wrong-service-principal': async () => (await import('./lessons/wrong-service-principal')).wrongServicePrincipal,
  'passed-to-service': async () => (await import('./lessons/passed-to-service')).passedToService,
  'explicit-deny-admin': async () => (await import('./lessons/explicit-deny-admin')).explicitDenyAdmin,
  'role-path': async () => (await import('./lessons/role-path')).rolePath,
  'task-definition-roles': async () => (await import('./lessons/task-definition-roles')).taskDefinitionRoles,
  'swapped-roles': async () => (await import('./lessons/swapped-roles')).swappedRoles,
  'ec2-instance-profile': async () => (await import('./lessons/ec2-instance-profile')).ec2InstanceProfile,
  'lambda-execution-role': async () => (await import('./lessons/lambda-execution-role')).lambdaExecutionRole,
  'codebuild-project': async () => (await import('./lessons/codebuild-project')).codebuildProject,
  'codepipeline-pipeline': async () => (await import('./lessons/codepipeline-pipeline')).codepipelinePipeline,
  'cloudformation-role': async () => (await import('./lessons/cloudformation-role')).cloudformationRole,
  'other-account-role': async () => (await import('./lessons/other-account-role')).otherAccountRole,
  'source-account': async () => (await import('./lessons/source-account')).sourceAccount,
  'direct-assume-role': async () => (await import('./lessons/direct-assume-role')).directAssumeRole,
  'assume-not-pass': async () => (await import('./lessons/assume-not-pass')).assumeNotPass,
} as const satisfies Record<string, () => Promise<Scenario>>

export type ScenarioId = keyof typeof lessons

/** Ids are stable words: links and files name them. */
export const scenarioIds = Object.keys(lessons) as readonly ScenarioId[]

/** What a fresh visit shows. */
export const defaultScenarioId: ScenarioId = 'clean-hand-over'

export const isScenarioId = (id: string): id is ScenarioId => Object.hasOwn(lessons, id)

export const loadScenario = (id: ScenarioId): Promise<Scenario> => lessons[id]()
