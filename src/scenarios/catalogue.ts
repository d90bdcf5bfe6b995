import type { Scenario } from './scenario'

/** Every lesson by theme, fetched when it is opened. The order is the order of the picker. */
const themes = {
  passing: {
    'clean-hand-over': async () => (await import('./lessons/clean-hand-over')).cleanHandOver,
    'no-pass-role': async () => (await import('./lessons/no-pass-role')).noPassRole,
    'passed-to-service': async () => (await import('./lessons/passed-to-service')).passedToService,
    'role-path': async () => (await import('./lessons/role-path')).rolePath,
    'explicit-deny-admin': async () => (await import('./lessons/explicit-deny-admin')).explicitDenyAdmin,
    'other-account-role': async () => (await import('./lessons/other-account-role')).otherAccountRole,
    'assume-not-pass': async () => (await import('./lessons/assume-not-pass')).assumeNotPass,
  },
  trust: {
    'wrong-service-principal': async () => (await import('./lessons/wrong-service-principal')).wrongServicePrincipal,
    'source-account': async () => (await import('./lessons/source-account')).sourceAccount,
    'external-id': async () => (await import('./lessons/external-id')).externalId,
    'mfa-required': async () => (await import('./lessons/mfa-required')).mfaRequired,
  },
  services: {
    'task-definition-roles': async () => (await import('./lessons/task-definition-roles')).taskDefinitionRoles,
    'swapped-roles': async () => (await import('./lessons/swapped-roles')).swappedRoles,
    'ec2-instance-profile': async () => (await import('./lessons/ec2-instance-profile')).ec2InstanceProfile,
    'lambda-execution-role': async () => (await import('./lessons/lambda-execution-role')).lambdaExecutionRole,
    'codebuild-project': async () => (await import('./lessons/codebuild-project')).codebuildProject,
    'codepipeline-pipeline': async () => (await import('./lessons/codepipeline-pipeline')).codepipelinePipeline,
    'cloudformation-role': async () => (await import('./lessons/cloudformation-role')).cloudformationRole,
    'forward-access-session': async () => (await import('./lessons/forward-access-session')).forwardAccessSession,
  },
  layers: {
    'permissions-boundary': async () => (await import('./lessons/permissions-boundary')).permissionsBoundary,
    'session-policy': async () => (await import('./lessons/session-policy')).sessionPolicy,
    'scp-deny-at-ou': async () => (await import('./lessons/scp-deny-at-ou')).scpDenyAtOu,
    'scp-level-without-allow': async () => (await import('./lessons/scp-level-without-allow')).scpLevelWithoutAllow,
    'scp-explicit-deny': async () => (await import('./lessons/scp-explicit-deny')).scpExplicitDeny,
    'management-account': async () => (await import('./lessons/management-account')).managementAccount,
    'rcp-on-sts': async () => (await import('./lessons/rcp-on-sts')).rcpOnSts,
  },
  taking: {
    'direct-assume-role': async () => (await import('./lessons/direct-assume-role')).directAssumeRole,
    'tag-session': async () => (await import('./lessons/tag-session')).tagSession,
    'role-chaining': async () => (await import('./lessons/role-chaining')).roleChaining,
    'cross-account-assume-role': async () => (await import('./lessons/cross-account-assume-role')).crossAccountAssumeRole,
    'cross-account-trust': async () => (await import('./lessons/cross-account-trust')).crossAccountTrust,
  },
} as const satisfies Record<string, Record<string, () => Promise<Scenario>>>

const lessons = { ...themes.passing, ...themes.trust, ...themes.services, ...themes.layers, ...themes.taking }

export type ScenarioId = keyof typeof lessons

/** Ids are stable words: links and files name them. */
export const scenarioIds = Object.keys(lessons) as readonly ScenarioId[]

/** A theme and its scenarios, as lists of them are headed. */
export interface ScenarioGroup {
  readonly id: keyof typeof themes
  readonly scenarios: readonly ScenarioId[]
}

/** Every scenario under its theme, in the order of the picker. */
export const scenarioGroups: readonly ScenarioGroup[] = Object.entries(themes).map(([id, own]) => ({
  id: id as keyof typeof themes,
  scenarios: Object.keys(own) as readonly ScenarioId[],
}))

/** What a fresh visit shows. */
export const defaultScenarioId: ScenarioId = 'clean-hand-over'

export const isScenarioId = (id: string): id is ScenarioId => Object.hasOwn(lessons, id)

export const loadScenario = (id: ScenarioId): Promise<Scenario> => lessons[id]()
