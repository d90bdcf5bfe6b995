import { workloadRole } from './simulate'
import type { Situation } from './situation'
import type { PassedRole } from './trace'

/** The request that stands beside another in the comparison, or why there is none. */
export type Twin = { readonly kind: 'request'; readonly text: string; readonly role: PassedRole } | { readonly kind: 'no-role' }

/** STS takes 2 to 64 of these. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const notInSessionName = /[^\w+=,.@-]/g

/** A session name that STS accepts, as near to the caller's own name as it may be. */
export function sessionNameFor(name: string): string {
  const clean = name.replace(notInSessionName, '-').slice(0, 64)
  return clean.length >= 2 ? clean : `${clean}-session`.replace(/^-/, '')
}

/** What both requests have in common: who calls, from where, in which context, and what is then done as the role. */
function shared({ caller, region, contextKeys, organization, workload }: Situation, role: PassedRole, keepsWorkload: boolean) {
  // What goes with the check of iam:PassRole alone is no key of the caller's.
  const keys = Object.fromEntries(Object.entries(contextKeys).filter(([key]) => !key.toLowerCase().startsWith('iam:')))
  return {
    caller: caller.arn,
    ...(caller.roleArn === undefined ? {} : { callerRoleArn: caller.roleArn }),
    region,
    ...(Object.keys(keys).length > 0 ? { contextKeys: keys } : {}),
    ...(organization ? { organization } : {}),
    ...(workload && keepsWorkload ? { workload: { action: workload.action, resource: workload.resource, roleArn: role.roleArn } } : {}),
  }
}

/**
 * `aws sts assume-role` by the same caller on a role that the request hands over: by default the one that the workload's code uses.
 * What the workload does is asked again only of that role.
 */
export function directTwin(situation: Situation, roleArn?: string): Twin {
  const { roles, caller } = situation
  const own = workloadRole({ situation })
  const role = roles.find((candidate) => candidate.roleArn === (roleArn ?? own)) ?? roles[0]
  if (!role) return { kind: 'no-role' }
  const content = {
    ...shared(situation, role, role.roleArn === own),
    action: 'sts:AssumeRole',
    parameters: { RoleArn: role.roleArn, RoleSessionName: sessionNameFor(caller.name) },
  }
  return { kind: 'request', text: JSON.stringify(content, null, 2), role }
}

/** The other way round, for a request that takes the role: the same caller hands the same role to ECS. */
export function handOverTwin(situation: Situation): Twin {
  const [role] = situation.roles
  if (!role) return { kind: 'no-role' }
  const content = {
    ...shared(situation, role, true),
    action: 'ecs:RunTask',
    parameters: { taskDefinition: 'app:7', overrides: { taskRoleArn: role.roleArn } },
    resolved: { taskDefinition: { taskRoleArn: role.roleArn } },
  }
  return { kind: 'request', text: JSON.stringify(content, null, 2), role }
}
