import { fillTemplate, type PassSite, pathSteps, type ServiceCall, type TemplateFacts } from '../catalog'
import { parseArn } from '../iam'
import { type JsonNode, memberOf } from '../lib/json-tree'
import type { Span } from '../lib/span'
import type { RequestReader } from './parse-service-request'
import type { Caller } from './situation'
import type { PassedRole } from './trace'

interface Source {
  readonly caller: Caller
  readonly call: ServiceCall
  readonly partition: string
  readonly parametersNode: JsonNode | undefined
  readonly resolvedNode: JsonNode | undefined
  readonly facts: TemplateFacts
}

/** The nodes at a path of the request. */
function nodesAt(root: JsonNode | undefined, path: string): JsonNode[] {
  let nodes: JsonNode[] = root ? [root] : []
  for (const { name, elements } of pathSteps(path)) {
    nodes = nodes.flatMap((node) => {
      const every = name === '*' && node.kind === 'object'
      const found = every ? node.members.map((member) => member.value) : [memberOf(node, name)?.value]
      const values = found.flatMap((value) => value ?? [])
      if (!elements) return values
      const says = (item: JsonNode, [key, text]: readonly [string, string]) => {
        const value = memberOf(item, key)?.value
        return value?.kind === 'string' && value.value === text
      }
      return values
        .flatMap((value) => (value.kind === 'array' ? value.items : []))
        .filter((item) => Object.entries(elements).every((pair) => says(item, pair)))
    })
  }
  return nodes
}

/** Every role ARN in the request, wherever it stands. */
function roleArnsIn(node: JsonNode | undefined): Named[] {
  switch (node?.kind) {
    case 'object':
      return node.members.flatMap((member) => roleArnsIn(member.value))
    case 'array':
      return node.items.flatMap(roleArnsIn)
    case 'string':
      return /^arn:[^:]+:iam::\d{12}:role\/./.test(node.value) ? [{ text: node.value, span: node.span }] : []
    default:
      return []
  }
}

interface Named {
  readonly text: string
  readonly span: Span
}

function namedAt(reader: RequestReader, root: JsonNode | undefined, paths: readonly string[]): Named[] {
  for (const path of paths) {
    const found: Named[] = []
    for (const node of nodesAt(root, path)) {
      if (node.kind === 'string' && node.value !== '') found.push({ text: node.value, span: node.span })
      else if (node.kind !== 'null' && node.kind !== 'string') reader.error('role-wrong-type', node.span, { path, found: node.kind })
    }
    if (found.length > 0) return found
  }
  return []
}

const roleArnOf = (source: Source, name: string) =>
  `arn:${source.partition}:iam::${source.caller.accountId}:role/${name.replace(/^\//, '')}`

interface Profile {
  readonly arn: string
  readonly profile: string
  /** Where `resolved` says what is inside. */
  readonly told: Span | undefined
}

/** The role inside an instance profile: as told in `resolved`, else the role of the profile's own name. */
function roleInProfile(reader: RequestReader, source: Source, named: Named): Profile {
  const arn = parseArn(named.text)
  const profile = arn ? (arn.resource.split('/').at(-1) ?? named.text) : named.text
  const listing = memberOf(source.resolvedNode, 'instanceProfiles')?.value
  const entries = listing?.kind === 'object' ? listing.members : []
  // A profile's name is its own in an account, so that an ARN there speaks of the profile that is named here.
  const isCalledSo = (key: string) => {
    const other = arn ? undefined : parseArn(key)
    return other?.account === source.caller.accountId && other.resource.split('/').at(-1) === profile
  }
  const ways = [(key: string) => key === named.text, (key: string) => key === profile, isCalledSo]
  const [listed] = ways.flatMap((way) =>
    entries.flatMap(({ key, value, span }) =>
      way(key.value) && value.kind === 'string' && value.value !== '' ? [{ name: value.value, told: span }] : [],
    ),
  )
  if (listed) return { arn: listed.name.startsWith('arn:') ? listed.name : roleArnOf(source, listed.name), profile, told: listed.told }
  reader.warn('instance-profile-role-assumed', named.span, { profile })
  const account = arn?.account || source.caller.accountId
  return { arn: `arn:${source.partition}:iam::${account}:role/${profile}`, profile, told: undefined }
}

interface Found {
  readonly site: PassSite
  readonly arn: string
  readonly span: Span
  readonly profile: string | undefined
  readonly told: Span | undefined
}

function rolesAt(reader: RequestReader, source: Source, site: PassSite): Found[] {
  const direct = site.kind === 'any-role-arn' ? roleArnsIn(source.parametersNode) : namedAt(reader, source.parametersNode, site.paths)
  // An override replaces the role of its kind; without one the definition's role is passed.
  const named = direct.length > 0 ? direct : namedAt(reader, source.resolvedNode, site.resolvedPaths)
  return named.flatMap((entry): Found[] => {
    // https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html: the caller's own identity is passed through, no role.
    if (site.kind === 'role-arn-or-caller' && entry.text === 'arn:aws:iam::*:user/*') return []
    if (site.kind === 'instance-profile') {
      return [{ site, span: entry.span, ...roleInProfile(reader, source, entry) }]
    }
    const isArn = entry.text.startsWith('arn:')
    const parsed = isArn ? parseArn(entry.text) : undefined
    const isRole = parsed?.service === 'iam' && parsed.resource.startsWith('role/') && /^\d{12}$/.test(parsed.account)
    if (isArn && !isRole) {
      reader.error('role-arn-invalid', entry.span, { value: entry.text })
      return []
    }
    if (!isArn && site.kind !== 'role-name-or-arn') {
      reader.warn('role-name-for-arn', entry.span, { value: entry.text })
    }
    return [{ site, arn: isArn ? entry.text : roleArnOf(source, entry.text), span: entry.span, profile: undefined, told: undefined }]
  })
}

/** Names the region of a regional principal. */
const inRegion = (site: PassSite, facts: TemplateFacts): PassSite => ({
  ...site,
  servicePrincipal: fillTemplate(site.servicePrincipal, facts),
  otherPrincipals: site.otherPrincipals.map((principal) => fillTemplate(principal, facts)),
})

/** The roles a request hands over, in the order of the pass sites. The same role for the same principal counts once. */
export function findRoles(reader: RequestReader, source: Source): PassedRole[] | undefined {
  const definitionUnknown =
    source.call.passSites.some((site) => site.resolvedPaths.some((path) => path.startsWith('$.taskDefinition.'))) &&
    memberOf(source.resolvedNode, 'taskDefinition')?.value.kind !== 'object'
  if (definitionUnknown) {
    const at = memberOf(source.parametersNode, 'taskDefinition') ?? memberOf(reader.root, 'action')
    reader.warn('roles-of-task-definition-unknown', at?.span ?? reader.root.span)
  }
  const all = source.call.passSites.flatMap((site) => rolesAt(reader, source, site))
  const passed = new Map<string, Found>()
  for (const role of all) {
    const key = `${role.site.servicePrincipal} ${role.arn}`
    // What serves as execution role too is still the role that the workload's code runs as.
    const known = passed.get(key)?.site.use
    if (known === undefined || (known === 'execution' && role.site.use !== 'execution')) passed.set(key, role)
  }
  const found = [...passed.values()]
  const places = new Set(all.map((role) => role.span.start))
  for (const named of source.call.passSites.length > 0 ? roleArnsIn(source.parametersNode) : []) {
    if (!places.has(named.span.start)) reader.warn('role-parameter-unknown', named.span, { value: named.text })
  }
  return found.map((role, index) => ({
    roleArn: role.arn,
    name: role.arn.split('/').at(-1) ?? role.arn,
    accountId: parseArn(role.arn)?.account ?? '',
    letter: found.length > 1 ? String.fromCharCode(97 + (index % 26)) : undefined,
    passSite: inRegion(role.site, source.facts),
    span: role.span,
    instanceProfile: role.profile,
    profileTold: role.told,
    trustDocumentId: 'trustPolicy',
    permissionsDocumentId: 'rolePolicy',
  }))
}
