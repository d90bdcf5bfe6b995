import type { ActionTable } from '../catalog'
import { compileAction, matchAction, readAction } from '../iam'
import {
  type DocumentId,
  directAssumeKeys,
  type PassedRole,
  passRoleKeys,
  type Situation,
  serviceActionKeys,
  serviceAssumeKeys,
  type Trace,
  workloadKeys,
} from '../simulate'
import type { Side } from './policy-place'

/** What the editors know besides the text: which document it is, what the run says, and what has been fetched of AWS's actions. */
export interface EditorSituation {
  readonly documentId: DocumentId
  /** Undefined while the request cannot be read. */
  readonly trace: Trace | undefined
  readonly actions: ActionTable
}

/** One of the requests that this run puts to the policies of one side. */
export interface AskedRequest {
  readonly action: string
  readonly resource: string
  /** The caller, the service principal, or the role. */
  readonly principal: string
  readonly role: PassedRole | undefined
  readonly contextKeys: Readonly<Record<string, string | readonly string[]>>
}

/** What the run asks the caller's policies: the call itself, then PassRole for each role. */
function askedOfCaller(situation: Situation): readonly AskedRequest[] {
  const { caller, roles } = situation
  if (situation.mode === 'direct') return askedOfTrust(situation, undefined)
  return [
    {
      action: situation.action,
      resource: situation.resource,
      principal: caller.arn,
      role: undefined,
      contextKeys: serviceActionKeys(situation, undefined),
    },
    ...roles.map((role) => ({
      action: 'iam:PassRole',
      resource: role.roleArn,
      principal: caller.arn,
      role,
      contextKeys: passRoleKeys(situation, role, undefined),
    })),
  ]
}

function askedOfTrust(situation: Situation, roleArn: string | undefined): readonly AskedRequest[] {
  return situation.roles
    .filter((role) => roleArn === undefined || role.roleArn === roleArn)
    .map((role) => ({
      action: 'sts:AssumeRole',
      resource: role.roleArn,
      principal: role.passSite?.servicePrincipal ?? situation.caller.arn,
      role,
      contextKeys: role.passSite ? serviceAssumeKeys(situation, role, role.passSite).keys : directAssumeKeys(situation, role, undefined),
    }))
}

function askedOfRole(situation: Situation): readonly AskedRequest[] {
  const { workload } = situation
  if (!workload) return []
  const roleArn = workload.roleArn ?? situation.roles[0]?.roleArn ?? ''
  const role = situation.roles.find((candidate) => candidate.roleArn === roleArn)
  const contextKeys = workloadKeys(situation, roleArn, roleArn, undefined)
  return [{ action: workload.action, resource: workload.resource, principal: roleArn, role, contextKeys }]
}

/** Everything that this run asks one side's policies, whether or not it comes to that. `roleArn`: only what concerns this role. */
export function askedOf(side: Side, trace: Trace | undefined, roleArn: string | undefined): readonly AskedRequest[] {
  if (!trace) return []
  if (side === 'caller') return askedOfCaller(trace.situation)
  return side === 'trust' ? askedOfTrust(trace.situation, roleArn) : askedOfRole(trace.situation)
}

/** Those of the requests whose action a statement names; all of them where it names none of theirs. */
export function askedByStatement(asked: readonly AskedRequest[], actions: readonly string[]): readonly AskedRequest[] {
  const patterns = actions.map(compileAction)
  const named = asked.filter(({ action }) => patterns.some((pattern) => matchAction(pattern, readAction(action))))
  return named.length > 0 ? named : asked
}
