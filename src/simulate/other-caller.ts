import { accountOf, parseArn } from '../iam'
import { type JsonNode, memberOf } from '../lib/json-tree'
import { callerOfArn } from './caller-of-arn'
import type { RequestReader } from './parse-service-request'
import type { Caller, Situation } from './situation'

/** Who makes this run's call: the caller, or somebody else who names the caller's role. */
export const whoCalls = ({ otherCaller, caller }: Situation): Caller => otherCaller ?? caller

/** What the call acts on, in the account of whoever makes it. */
export function resourceOfCall(situation: Situation): string {
  const { caller, resource } = situation
  const { accountId } = whoCalls(situation)
  const parts = resource.split(':')
  if (accountId === caller.accountId || parseArn(resource)?.account !== caller.accountId) return resource
  return parts.map((part, index) => (index === 4 ? accountId : part)).join(':')
}

/** What of the call decides whether somebody else can make it too. */
type CallAtHand = Pick<Situation, 'caller' | 'mode' | 'generic' | 'roles'>

function callerIn(reader: RequestReader, node: JsonNode): { readonly caller: Caller; readonly member: JsonNode } | undefined {
  const member = memberOf(node, 'caller')?.value
  if (!member) return reader.error('deputy-caller-missing', node.span)
  const text = reader.text(node, 'caller')
  if (!text) return undefined
  const caller = callerOfArn(text.value)
  return caller ? { caller, member } : reader.error('caller-invalid', text.span, { value: text.value })
}

/**
 * The member `confusedDeputy`: somebody of another account who names the same role to the same service, through a hole in the service.
 * Undefined, with a problem, where there is no service that could be confused.
 */
export function otherCallerOf(reader: RequestReader, { caller, mode, generic, roles }: CallAtHand): Caller | undefined {
  const node = reader.object(reader.root, 'confusedDeputy')
  const found = node && callerIn(reader, node)
  if (!node || !found) return undefined
  const { accountId, arn } = found.caller
  if (accountId === caller.accountId || roles.some(({ roleArn }) => accountOf(roleArn) === accountId)) {
    return reader.error('deputy-caller-own-account', found.member.span, { value: arn, account: accountId })
  }
  const nobody = mode === 'direct' || roles.length === 0 ? 'deputy-without-role' : generic ? 'deputy-service-unknown' : undefined
  if (nobody === undefined) return found.caller
  reader.warn(nobody, node.span)
  return undefined
}
