import type { Trace } from './trace'

/** A session that may take a further role on: the role it came of, and its own ARN. */
export interface ChainLink {
  readonly roleArn: string
  readonly roleName: string
  readonly sessionArn: string
}

/** The session that an allowed direct call ended in. */
export function chainLinkOf({ situation, outcome, steps }: Trace): ChainLink | undefined {
  if (situation.mode !== 'direct' || outcome !== 'allowed') return undefined
  const [role] = situation.roles
  const step = steps.find((candidate) => candidate.kind === 'credentials')
  return role && step?.kind === 'credentials' ? { roleArn: role.roleArn, roleName: role.name, sessionArn: step.sessionArn } : undefined
}
