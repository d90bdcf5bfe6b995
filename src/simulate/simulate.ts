import { fillTemplate } from '../catalog'
import { accountOf, parseArn } from '../iam'
import { awsErrorOf } from './aws-error'
import { checkServiceAssume, isOnlyNamed } from './check-service-assume'
import {
  type CheckInput,
  callerDocuments,
  checkDirectAssume,
  checkDirectRefusal,
  checkPassRole,
  checkRolePermission,
  checkServiceAction,
  permissionDocuments,
  trustDocuments,
} from './checks'
import { templateFacts } from './request-contexts'
import type { AuthorizationStep, DocumentId, OwnersSide, PassedRole, Step, Trace } from './trace'

/** A trace, and the document that it could not go past. */
export interface Simulation {
  readonly trace: Trace
  readonly unreadable: DocumentId | undefined
}

/** What is collected while the request travels. */
class Journey {
  readonly steps: Step[] = []
  readonly sessions = new Map<string, string>()
  unreadable: DocumentId | undefined
  denied: AuthorizationStep | undefined

  constructor(readonly input: CheckInput) {}

  /** True when a document that the next check needs cannot be used: the journey ends before it. */
  cannotRead(ids: readonly DocumentId[]): boolean {
    const { documents } = this.input
    this.unreadable = ids.find((id) => id !== 'request' && documents[id]?.broken)
    return this.unreadable !== undefined
  }

  /** Records a check; true when it ends the journey. */
  stopsAt(step: AuthorizationStep, role: PassedRole | undefined): boolean {
    this.steps.push(step)
    if (step.verdict === 'allow') return false
    this.denied = step
    this.steps.push({ kind: 'error', seenAt: step.seenAt, error: awsErrorOf(this.input.situation, step, role) })
    return true
  }

  receiveCredentials(role: PassedRole, sessionName: string): void {
    const partition = parseArn(role.roleArn)?.partition ?? 'aws'
    const sessionArn = `arn:${partition}:sts::${accountOf(role.roleArn) ?? ''}:assumed-role/${role.name}/${sessionName}`
    this.sessions.set(role.roleArn, sessionArn)
    this.steps.push({ kind: 'credentials', roleArn: role.roleArn, letter: role.letter, sessionArn })
  }
}

/** First what is tried while the call runs, then what waits; within each an execution role before a task role. */
export function inOrderOfAssumption(roles: readonly PassedRole[]): readonly PassedRole[] {
  const rank = ({ passSite }: PassedRole) => (passSite?.assumed === 'later' ? 2 : 0) + (passSite?.use === 'execution' ? 0 : 1)
  return [...roles].sort((one, other) => rank(one) - rank(other))
}

/** The role that the workload's code runs as: never an execution role. */
export function workloadRole(journey: Pick<CheckInput, 'situation'>): string | undefined {
  const { roles, workload, mode } = journey.situation
  if (workload?.roleArn !== undefined) return workload.roleArn
  if (mode === 'direct') return roles[0]?.roleArn
  return roles.find((role) => role.passSite?.use !== 'execution')?.roleArn
}

/** The caller's own checks; false: the journey ends there. */
function mayHandOver(journey: Journey): boolean {
  const { input } = journey
  if (journey.cannotRead(callerDocuments(input))) return false
  if (journey.stopsAt(checkServiceAction(input), undefined)) return false
  return !input.situation.roles.some((role) => !isOnlyNamed(input, role) && journey.stopsAt(checkPassRole(input, role), role))
}

function handOver(journey: Journey): void {
  const { input } = journey
  const { situation } = input
  // Somebody else's call: the hole in the service is just that nobody asks.
  if (!situation.otherCaller && !mayHandOver(journey)) return
  const label = fillTemplate(situation.call.returnsLabel, templateFacts(situation, undefined))
  if (situation.roles.length === 0) {
    journey.steps.push({ kind: 'return', label })
    return
  }
  let returned = false
  for (const role of inOrderOfAssumption(situation.roles)) {
    if (!returned && role.passSite?.assumed === 'later') {
      journey.steps.push({ kind: 'return', label }, { kind: 'wait' })
      returned = true
    }
    if (journey.cannotRead(trustDocuments(input, role))) return
    if (journey.stopsAt(checkServiceAssume(input, role), role)) return
    journey.receiveCredentials(role, fillTemplate(role.passSite?.sessionName ?? 'session', templateFacts(situation, role)))
  }
  act(journey)
}

function takeOn(journey: Journey): void {
  const { input } = journey
  const [role] = input.situation.roles
  if (!role) return
  const refused = checkDirectRefusal(input, role)
  if (refused) {
    journey.stopsAt(refused, role)
    return
  }
  if (journey.cannotRead([...callerDocuments(input), ...trustDocuments(input, role)])) return
  for (const step of checkDirectAssume(input, role)) if (journey.stopsAt(step, role)) return
  const name = input.situation.parameters.RoleSessionName
  journey.receiveCredentials(role, typeof name === 'string' ? name : input.situation.caller.name)
  act(journey)
}

function act(journey: Journey): void {
  const { input, sessions } = journey
  const { workload } = input.situation
  const roleArn = workloadRole(input)
  if (!workload || roleArn === undefined) return
  if (journey.cannotRead(permissionDocuments(input, roleArn))) return
  const name = roleArn.split('/').at(-1) ?? ''
  const sessionArn = sessions.get(roleArn) ?? `arn:aws:sts::${accountOf(roleArn) ?? ''}:assumed-role/${name}/session`
  const step = checkRolePermission(input, roleArn, sessionArn)
  if (!step || journey.stopsAt(step, undefined)) return
  journey.steps.push({ kind: 'act', action: workload.action, resource: workload.resource })
}

/** What becomes of the owner's own call, where this one is somebody else's. */
function ownersSide(input: CheckInput): OwnersSide | undefined {
  const { situation, documents } = input
  if (!situation.otherCaller) return undefined
  const own: CheckInput = { ...input, situation: { ...situation, otherCaller: undefined } }
  const readable = situation.roles.flatMap((role) => trustDocuments(own, role)).every((id) => id === 'request' || !documents[id]?.broken)
  return {
    run: simulate(own).trace,
    assume: readable ? situation.roles.map((role) => checkServiceAssume(own, role)) : [],
  }
}

/** Sends the request on its way: every check in its order, up to the first denial or the first document that cannot be used. */
export function simulate(input: CheckInput): Simulation {
  const journey = new Journey(input)
  journey.steps.push({ kind: 'call', action: input.situation.action })
  if (input.situation.mode === 'direct') takeOn(journey)
  else handOver(journey)
  const { denied, unreadable } = journey
  return {
    unreadable,
    trace: {
      situation: input.situation,
      steps: journey.steps,
      outcome: unreadable ? undefined : denied ? 'denied' : 'allowed',
      stoppedAt: denied?.check,
      seenAt: denied?.seenAt,
      owner: ownersSide(input),
    },
  }
}
