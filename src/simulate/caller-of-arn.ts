import { parseArn } from '../iam'
import type { Caller } from './situation'

/** Reads who calls from an ARN; undefined where it is not that of a user, a role session or the account root. */
export function callerOfArn(value: string, roleArn?: string): Caller | undefined {
  const arn = parseArn(value)
  if (!arn || !/^\d{12}$/.test(arn.account)) return undefined
  const [type, ...rest] = arn.resource.split('/')
  const base = { arn: value, accountId: arn.account }
  const last = rest.at(-1) ?? ''
  if (arn.service === 'iam' && arn.resource === 'root') return { ...base, kind: 'root', name: 'root', roleArn: undefined }
  if (arn.service === 'iam' && type === 'user' && last !== '') return { ...base, kind: 'user', name: last, roleArn: undefined }
  if (arn.service === 'sts' && type === 'assumed-role' && rest.length === 2 && last !== '') {
    return { ...base, kind: 'role-session', name: last, roleArn: roleArn ?? `arn:${arn.partition}:iam::${arn.account}:role/${rest[0]}` }
  }
  return undefined
}
