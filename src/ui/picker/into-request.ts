import { type ExampleDocuments, exampleDocuments } from '../../catalog'
import type { Situation } from '../../simulate'
import type { CallEntry } from './call-entry'

const example = { caller: 'arn:aws:iam::111122223333:user/aya', account: '111122223333', region: 'us-east-1' } as const

/** Who calls in the example documents. */
export const exampleUser = 'Aya'

/** The documents of a scene for a call. */
export const sceneOf = ({ found }: CallEntry): ExampleDocuments => exampleDocuments(found)

/** The request of a call for documents that are there already: whoever called before calls now, from the same account and region. */
export function requestFor(entry: CallEntry, situation: Pick<Situation, 'caller' | 'region'> | undefined): string {
  const { request } = sceneOf(entry)
  if (!situation) return request
  const { caller, region } = situation
  const [start = '', ...rest] = request.split(JSON.stringify(example.caller))
  const moved = rest.join(JSON.stringify(example.caller)).replaceAll(example.account, caller.accountId).replaceAll(example.region, region)
  return `${start}${JSON.stringify(caller.arn)}${moved}`
}
