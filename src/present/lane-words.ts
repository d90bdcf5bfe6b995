import type { Translate } from '../i18n'
import type { PassedRole, Situation } from '../simulate'

/** What is there without the role, or comes from outside: it never "starts", it has no keys. */
const standing: ReadonlySet<Situation['service']['workload']> = new Set([
  'app-user',
  'caller-session',
  'data-source',
  'database',
  'delivery',
  'file-transfer',
  'group',
  'outside-workload',
  'pipe',
  'query',
  'recorder',
  'replication',
  'request',
  'rule',
  'schedule',
  'workload',
])

/** Whether one of several roles serves the service itself; in ECS an execution role serves its agent. */
const isForService = ({ service }: Situation, role: PassedRole | undefined): boolean =>
  role?.passSite?.use === 'execution' && service.workload !== 'task'

/** Who uses one of several roles, where that is not the workload that the service is known for. */
export function laneUser(situation: Situation, role: PassedRole | undefined, translate: Translate): string | undefined {
  if (isForService(situation, role)) return situation.service.shortName
  return role?.passSite?.assumer.kind === 'role' ? translate('workload.pipeline-action') : undefined
}

/** Whether what uses a role is there all the same and lacks its keys only, where another never starts. */
export const onlyLacksKeys = (situation: Situation, role: PassedRole | undefined, several: boolean): boolean =>
  standing.has(situation.service.workload) || (several && isForService(situation, role))
