import type { ActionFacts, ServiceFacts } from '../catalog'
import type { MessageKey, Translate } from '../i18n'
import type { AskedRequest, EditorSituation } from './editor-situation'
import type { PolicyPlace, Side } from './policy-place'
import type { Candidate } from './proposal'

/** AWS's word for what an action does. */
export const levelText = ({ accessLevel }: ActionFacts, translate: Translate): string => translate(`level.${accessLevel}`)

const part: Readonly<Record<string, MessageKey>> = { 'iam:PassRole': 'note.checked-inside', 'sts:AssumeRole': 'note.takes-the-role' }

/** What an action of this run is in it. */
function noteOf(action: string, side: Side): MessageKey {
  if (side === 'role') return 'note.used-by-workload'
  return part[action] ?? 'note.called-here'
}

const byName = (a: ActionFacts, b: ActionFacts) => (a.name < b.name ? -1 : 1)

/** The actions of one service by name, and all of them at once. */
export function actionsOf(service: ServiceFacts, translate: Translate): readonly Candidate[] {
  const all: Candidate = { label: `${service.prefix}:*`, kind: 'action', note: translate('note.all-of-service'), detail: service.name }
  const rows = [...service.actions.values()].sort(byName).map((action): Candidate => {
    const level = levelText(action, translate)
    return { label: action.name, kind: 'action', note: level, detail: translate('detail.action', { service: service.name, level }) }
  })
  return [...rows, all]
}

/** Actions: those this run asks for, then the services, and behind a colon the actions of the one that is named. */
export function actionCandidates(
  written: string,
  place: PolicyPlace,
  asked: readonly AskedRequest[],
  { actions }: EditorSituation,
  translate: Translate,
): readonly Candidate[] {
  const needed = asked.map(
    ({ action }): Candidate => ({ label: action, kind: 'action', note: translate(noteOf(action, place.side)), needed: true }),
  )
  const colon = written.indexOf(':')
  const prefix = place.type === 'trust' ? 'sts' : written.slice(0, Math.max(colon, 0))
  const service = actions.service(prefix)
  if (service) return [...needed, ...actionsOf(service, translate)]
  if (colon >= 0 || place.type === 'trust') return needed
  const services = Object.entries(actions.names).map(
    ([name, title]): Candidate => ({ label: `${name}:`, kind: 'service', note: title, content: `${name}:$0`, goesOn: true }),
  )
  return [...needed, ...services, { label: '*', kind: 'value', note: translate('note.everything') }]
}
