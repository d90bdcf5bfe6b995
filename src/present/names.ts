import type { Translate } from '../i18n'
import type { Caller, PassedRole, Situation } from '../simulate'

/** Of the lessons' own people it is known to say she and her; of anybody else it is not. */
export const aya = 'Aya'
export const mallory = 'Mallory'

/** The caller's name as a sentence uses it: `aya` is Aya. */
export function callerName(caller: Caller, translate: Translate): string {
  if (caller.kind === 'root') return translate('name.root')
  return caller.name === '' ? caller.arn : caller.name.charAt(0).toUpperCase() + caller.name.slice(1)
}

/** What stands under the name: `user/aya`, "session dev/aya"; with the account where two are in play. */
export function callerDetail({ arn, kind, accountId, name, roleArn }: Caller, withAccount: boolean, translate: Translate): string {
  if (kind === 'role-session') {
    const role = roleArn?.split('/').at(-1) ?? ''
    return withAccount ? translate('name.session-in', { role, name, account: accountId }) : translate('name.session', { role, name })
  }
  const resource = arn.split(':').slice(5).join(':')
  return withAccount ? `${accountId}:${resource}` : resource
}

/** Does EC2 take this role on, for a service that launches instances? */
export const isTakenByInstance = ({ service }: Situation, role: PassedRole | undefined): boolean =>
  role?.passSite?.servicePrincipal === 'ec2.amazonaws.com' && service.id !== 'ec2'

/** Who takes the role on, in a sentence: "ECS tasks", "Lambda". */
export function principalName(situation: Situation, translate: Translate, role: PassedRole | undefined = situation.roles[0]): string {
  if (situation.generic) return translate('name.the-service')
  if (isTakenByInstance(situation, role)) return 'EC2'
  return situation.service.workload === 'task' ? translate('name.ecs-tasks') : situation.service.shortName
}

/** The service that makes the call with the caller's identity, when one does: the last of `aws:CalledVia`. */
export function calledVia({ contextKeys }: Situation): string | undefined {
  const entry = Object.entries(contextKeys).find(([key]) => key.toLowerCase() === 'aws:calledvia')
  return [entry?.[1] ?? []].flat().at(-1)
}

/** "2", or "2b" when the request names several roles. */
export const stationLabel = (station: number, role: PassedRole | undefined): string => `${station}${role?.letter ?? ''}`

/** The operation without its service: `RunTask`. */
export const operationOf = (action: string): string => action.split(':')[1] ?? action
