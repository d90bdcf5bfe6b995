import { type FoundCall, fullCatalogue, valuesAt } from '../catalog'
import type { Translate } from '../i18n'
import { memberOf, parseJson } from '../lib/json-tree'
import { actionsOf } from './action-candidates'
import type { EditorSituation } from './editor-situation'
import type { ElementAt } from './element-at'
import { requestDocs } from './element-docs'
import type { Candidate } from './proposal'

const regions = ['ap-northeast-1', 'ap-northeast-3', 'us-east-1', 'us-west-2', 'eu-central-1', 'eu-west-1']

const objects: ReadonlySet<string> = new Set(['parameters', 'resolved', 'contextKeys', 'organization', 'serviceContextKeys', 'workload'])

/** Members of the objects that are this lab's own. */
const members: Readonly<Record<string, readonly string[]>> = {
  organization: ['id', 'managementAccount'],
  workload: ['action', 'resource', 'roleArn'],
  resolved: ['taskDefinition', 'instanceProfiles'],
}

/** The call that a request text names. */
export function callIn(text: string): FoundCall | undefined {
  const action = memberOf(parseJson(text, 'request').root, 'action')?.value
  return action?.kind === 'string' ? fullCatalogue.findCall(action.value) : undefined
}

/** A place as the paths of pass sites write it: `$.a[].b`. */
export function sitePath(path: readonly (string | number)[]): string {
  return `$${path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('')}`
}

const allCalls = (translate: Translate): readonly Candidate[] =>
  fullCatalogue.services.flatMap((service) =>
    service.calls.map(({ action, passSites }): Candidate => {
      const principals = [...new Set(passSites.map((site) => site.servicePrincipal))].join(', ')
      return {
        label: action,
        kind: 'action',
        note: service.shortName,
        detail: principals && translate('doc.request.role-parameter', { principal: principals }),
      }
    }),
  )

/** Members below one object of the parameters: those that lead to a role, then those of the example. */
function parameterMembers({ call }: FoundCall, inside: readonly (string | number)[], translate: Translate): readonly Candidate[] {
  const at = sitePath(inside)
  const toRoles = call.passSites.flatMap((site) =>
    site.paths.flatMap((path): Candidate[] => {
      if (!path.startsWith(`${at}.`)) return []
      const [step = '', ...more] = path.slice(at.length + 1).split('.')
      const label = step.replace(/\[.*$/, '')
      // Any member may stand there: the example's are proposed.
      if (label === '' || label === '*') return []
      const list = step.includes('[')
      const inner = more.length > 0 ? '{ "$0" }' : '"$0"'
      const detail = translate('doc.request.role-parameter', { principal: site.servicePrincipal })
      return [
        {
          label,
          kind: 'role',
          note: translate('note.role-parameter'),
          needed: true,
          detail,
          value: list ? `[${inner}]` : inner,
        },
      ]
    }),
  )
  const example = inside.length === 0 ? [call.exampleParameters] : valuesAt(call.exampleParameters, at)
  const others = example.flatMap((value): Candidate[] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
    return Object.entries(value).map(([label, inner]) => ({
      label,
      kind: 'element',
      value: Array.isArray(inner) ? '[$0]' : typeof inner === 'object' ? '{ "$0" }' : typeof inner === 'string' ? '"$0"' : '$0',
    }))
  })
  return [...toRoles, ...others]
}

function roleArns(here: EditorSituation, translate: Translate): readonly Candidate[] {
  const situation = here.trace?.situation
  if (!situation) return []
  const named = situation.roles.map(
    ({ roleArn }): Candidate => ({ label: roleArn, kind: 'role', note: translate('note.role-here'), needed: true }),
  )
  const start = `arn:aws:iam::${situation.caller.accountId}:role/`
  return [...named, { label: start, kind: 'role', content: `${start}$0` }]
}

/** What could stand at a place of the request document. */
export function requestCandidates(text: string, element: ElementAt, here: EditorSituation, translate: Translate): readonly Candidate[] {
  const [name, ...inside] = element.path
  if (name === undefined) {
    if (element.part !== 'key') return []
    return Object.entries(requestDocs).map(([label, doc]) => ({
      label,
      kind: 'element',
      detail: translate(doc.message),
      ...(objects.has(label) ? { value: '{ "$0" }' } : {}),
    }))
  }
  if (element.part === 'key') {
    if (name === 'parameters') {
      const found = callIn(text)
      return found ? parameterMembers(found, inside, translate) : []
    }
    return inside.length === 0
      ? (Object.hasOwn(members, name) ? (members[name] ?? []) : []).map((label) => ({ label, kind: 'element' }))
      : []
  }
  if (name === 'action') return allCalls(translate)
  if (name === 'region') return regions.map((label) => ({ label, kind: 'value' }))
  if (name === 'callerRoleArn' || (name === 'workload' && inside[0] === 'roleArn')) return roleArns(here, translate)
  if (name === 'workload' && inside[0] === 'action') {
    const service = here.actions.service(element.value.split(':')[0] ?? '')
    return service ? actionsOf(service, translate) : []
  }
  const at = sitePath(inside)
  const site =
    name === 'parameters'
      ? callIn(text)?.call.passSites.some(({ paths }) => paths.includes(at))
      : name === 'resolved' && /Arn$/.test(String(inside.at(-1)))
  return site ? roleArns(here, translate) : []
}
