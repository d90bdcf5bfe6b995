import { parseArn } from '../iam'
import { type JsonNode, memberOf } from '../lib/json-tree'
import type { RequestReader } from './parse-service-request'
import type { Caller } from './situation'
import type { PassedRole } from './trace'

/** The role of a direct `sts:AssumeRole`. */
export function directRole(reader: RequestReader, parameters: JsonNode | undefined): PassedRole[] | undefined {
  const named = memberOf(parameters, 'RoleArn')
  if (!named) return reader.error('role-arn-missing', parameters?.span ?? reader.root.span)
  const { value } = named
  if (value.kind !== 'string') {
    return reader.error('request-wrong-type', value.span, { member: 'RoleArn', expected: 'string', found: value.kind })
  }
  const arn = parseArn(value.value)
  if (arn?.service !== 'iam' || !arn.resource.startsWith('role/') || !/^\d{12}$/.test(arn.account)) {
    return reader.error('role-arn-invalid', value.span, { value: value.value })
  }
  return [
    {
      roleArn: value.value,
      name: arn.resource.split('/').at(-1) ?? '',
      accountId: arn.account,
      letter: undefined,
      passSite: undefined,
      span: value.span,
      instanceProfile: undefined,
      trustDocumentId: 'trustPolicy',
      permissionsDocumentId: 'rolePolicy',
    },
  ]
}

/**
 * Managed policies that are named in the call limit the session like `Policy` does, but only their ARNs are known here.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function warnOfManagedPolicies(reader: RequestReader, parameters: JsonNode | undefined): void {
  const named = memberOf(parameters, 'PolicyArns')?.value
  if (!named || named.kind === 'null' || (named.kind === 'array' && named.items.length === 0)) return
  reader.warn('session-policies-unread', named.span)
}

/**
 * How long a session of the role may last, in seconds, as told in `resolved`. Untold, a longer session than a role's default is
 * taken to be allowed, and said to be.
 */
export function maxSessionDuration(
  reader: RequestReader,
  caller: Caller,
  parameters: JsonNode | undefined,
  resolved: JsonNode | undefined,
): number | undefined {
  const told = memberOf(resolved, 'maxSessionDuration')?.value
  if (told?.kind === 'number') return Number(told.text)
  const asked = memberOf(parameters, 'DurationSeconds')?.value
  // A session that takes on a further role gets an hour at most, whatever the role says.
  if (caller.kind === 'user' && asked?.kind === 'number' && Number(asked.text) > 3600) reader.warn('session-duration-assumed', asked.span)
  return undefined
}
