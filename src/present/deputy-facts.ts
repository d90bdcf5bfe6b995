import type { StatementExplanation } from '../iam'
import { type AuthorizationStep, type Caller, type Trace, whoCalls } from '../simulate'

/**
 * How the role's trust tells the two apart: `told`: it lets in the owner alone; `untold`: nothing asked whom the service works for;
 * `both`: it asked, and takes both; `other`: it takes the stranger alone; `neither`: both are refused.
 */
type Apart = 'told' | 'untold' | 'both' | 'other' | 'neither' | 'not-known'

/** A context key that comes with the stranger's call, and does not come like that with the owner's. */
interface Differing {
  readonly key: string
  readonly value: string
}

export interface DeputyFacts {
  readonly owner: Caller
  readonly stranger: Caller
  /** The step in which the service asked for the role: the one that was refused, else the first. */
  readonly step: AuthorizationStep | undefined
  /** The same, when the service works for the owner. */
  readonly own: AuthorizationStep | undefined
  readonly apart: Apart
  /** In the order in which the service sends them; none: nothing of it is known. */
  readonly differing: readonly Differing[]
  /** The key that a condition of the deciding statement asks for, of those that differ. */
  readonly asked: string | undefined
}

function differingKeys(step: AuthorizationStep | undefined, own: AuthorizationStep | undefined): readonly Differing[] {
  const [keys, others] = [step, own].map((one) => one?.evaluation?.request.contextKeys)
  if (!keys || !others) return []
  return Object.entries(keys).flatMap(([key, value]) =>
    String(others[key] ?? '') === String(value) ? [] : [{ key, value: [value].flat().join(', ') }],
  )
}

/** What the conditions of a statement ask for, of the keys that differ; the one that failed first. */
function askedKey(statement: StatementExplanation | undefined, differing: readonly Differing[]): string | undefined {
  const conditions = statement?.elements.filter(
    ({ contextKey }) => contextKey !== undefined && differing.some(({ key }) => key.toLowerCase() === contextKey.toLowerCase()),
  )
  return (conditions?.find(({ matched }) => !matched) ?? conditions?.[0])?.contextKey
}

function apartOf(step: AuthorizationStep | undefined, own: AuthorizationStep | undefined, asked: string | undefined): Apart {
  if (!step || !own) return 'not-known'
  if (step.verdict === 'deny') return own.verdict === 'allow' ? 'told' : 'neither'
  if (own.verdict === 'deny') return 'other'
  return asked === undefined ? 'untold' : 'both'
}

/** What there is to say of somebody else's call; undefined for any other. */
export function deputyFacts({ situation, steps, owner: side }: Trace): DeputyFacts | undefined {
  if (!side) return undefined
  const asking = steps.filter((step) => step.kind === 'authorization' && step.check === 'assume-role') as AuthorizationStep[]
  const step = asking.find(({ verdict }) => verdict === 'deny') ?? asking[0]
  const own = side.assume.find(({ roleArn, letter }) => step?.roleArn === roleArn && step?.letter === letter)
  const differing = differingKeys(step, own)
  const asked = askedKey(step?.evaluation?.verdict.statement, differing)
  return { owner: situation.caller, stranger: whoCalls(situation), step, own, apart: apartOf(step, own, asked), differing, asked }
}

/** As much of an account's number as tells it from another. */
export const shortAccount = (account: string, other: string): string =>
  account.slice(0, 4) === other.slice(0, 4) ? account : `${account.slice(0, 4)}…`
