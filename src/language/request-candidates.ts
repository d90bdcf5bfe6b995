import { fullCatalogue, type JsonSchema, type RoleMark, requestShape, schemasAt } from '../catalog'
import type { Translate } from '../i18n'
import { actionsOf } from './action-candidates'
import type { EditorSituation } from './editor-situation'
import type { ElementAt } from './element-at'
import type { Candidate } from './proposal'
import { type ReadRequest, readRequest, schemasOf } from './request-schema'

/** Every call with facts, the service that it belongs to, and who takes its roles on. */
const allCalls = (translate: Translate): readonly Candidate[] =>
  (requestShape(undefined).properties?.action?.enum ?? []).map((label): Candidate => {
    const found = fullCatalogue.findCall(label)
    const principal = [...new Set(found?.call.passSites.map((site) => site.servicePrincipal))].join(', ')
    const detail = principal && translate('doc.request.role-parameter', { principal })
    return { label, kind: 'action', note: found?.service.shortName ?? '', detail }
  })

/** The role parameters at a place and below it. */
const rolesBelow = (schema: JsonSchema): readonly RoleMark[] => [
  ...(schema['x-passrole'] ? [schema['x-passrole']] : []),
  ...[
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.patternProperties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.allOf ?? []).map((branch) => branch.then),
  ].flatMap(rolesBelow),
]

/** How a value begins, as a snippet. */
function emptyValue({ type, items }: JsonSchema): string {
  if (type === 'object') return '{ "$0" }'
  if (type === 'array') return `[${items?.type === undefined ? '$0' : emptyValue(items)}]`
  return type === 'number' || type === 'boolean' ? '$0' : '"$0"'
}

/** The members of an object of the request: below the parameters, those that lead to a role come first. */
function members(request: ReadRequest, path: ElementAt['path'], translate: Translate): readonly Candidate[] {
  const names = schemasAt(request.schema, request.root, path).flatMap(({ properties }) => Object.keys(properties ?? {}))
  return names.map((label): Candidate => {
    const schemas = schemasAt(request.schema, request.root, [...path, label])
    const value = emptyValue(schemas.find(({ type }) => type !== undefined) ?? {})
    const roles = path.length === 0 ? [] : schemas.flatMap(rolesBelow)
    const description = schemas.map((schema) => schema.description ?? '').find((sentence) => sentence !== '') ?? ''
    if (roles.length === 0) return { label, kind: 'element', value, detail: description }
    const principal = [...new Set(roles.map((mark) => mark.principal))].join(', ')
    const detail = description || translate('doc.request.role-parameter', { principal })
    return { label, kind: 'role', note: translate('note.role-parameter'), needed: true, detail, value }
  })
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

/** Instance profiles: those that hold a role of this request, by name. */
const profiles = (here: EditorSituation, translate: Translate): readonly Candidate[] =>
  (here.trace?.situation.roles ?? []).flatMap(({ instanceProfile }): readonly Candidate[] =>
    instanceProfile === undefined ? [] : [{ label: instanceProfile, kind: 'role', note: translate('note.role-here'), needed: true }],
  )

/** What could stand at a place of the request document: as the schema of its call has it. */
export function requestCandidates(text: string, element: ElementAt, here: EditorSituation, translate: Translate): readonly Candidate[] {
  const request = readRequest(text, translate)
  if (element.part === 'key') return members(request, element.path, translate)
  const [name, member] = element.path
  if (name === 'action') return allCalls(translate)
  if (name === 'workload' && member === 'action') {
    const service = here.actions.service(element.value.split(':')[0] ?? '')
    return service ? actionsOf(service, translate) : []
  }
  return schemasOf(request, element).flatMap(({ format, examples = [] }) => {
    if (format === 'iam-role') return roleArns(here, translate)
    if (format === 'iam-instance-profile') return profiles(here, translate)
    return examples.map((label): Candidate => ({ label, kind: 'value' }))
  })
}
