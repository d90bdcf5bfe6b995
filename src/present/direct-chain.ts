import type { Translate } from '../i18n'
import { chainLinkOf, type Trace } from '../simulate'
import type { Scene } from './scene'

/** Role chaining gives an hour at most, in minutes, whatever the role allows. */
const longestLink = 60

/** What may follow an allowed direct call: the session takes the next role. */
export function chainOf(trace: Trace, translate: Translate): Scene['chain'] {
  const link = chainLinkOf(trace)
  if (!link) return undefined
  return { title: translate('chain.title'), text: translate('chain.text', { role: link.roleName, minutes: longestLink }) }
}

/** "deploy/aya, 60 min": the session as whoever holds its keys would see it named. */
export function sessionText({ situation, steps }: Trace, translate: Translate): string {
  const { sessionMinutes: minutes = longestLink, parameters, caller, roles } = situation
  const made = steps.find((step) => step.kind === 'credentials')
  const asked = parameters.RoleSessionName
  const session = made?.kind === 'credentials' ? made.sessionArn.split('/').at(-1) : typeof asked === 'string' ? asked : caller.name
  return translate('workload.worn-session', { role: roles[0]?.name ?? '', session: session ?? '', minutes })
}
