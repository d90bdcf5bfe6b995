import type { Catalogue, PassSite } from '../../catalog'
import { isServiceName, type PolicyDocument, type Problem, parseOperator, type Statement } from '../../iam'
import type { Located } from '../../lib/span'
import { isOnlyNamed } from '../check-service-assume'
import type { Situation } from '../situation'
import type { PassedRole } from '../trace'
import { allowing, finding, isLiteral, mayCover, type Scene, type SceneRole, usable } from './scene'
import { areSiblings, serviceFamily } from './service-family'

/** A statement that allows iam:PassRole, and the services that it limits it to. */
interface PassStatement {
  readonly statement: Statement
  /** Undefined: nothing is said of the service, or not in a way that names some. */
  readonly services: readonly Located<string>[] | undefined
}

function passStatements({ identity }: Scene): readonly PassStatement[] {
  return allowing(identity, 'iam:PassRole').map((statement) => {
    const about = statement.conditions.filter(({ key }) => key.value.toLowerCase() === 'iam:passedtoservice')
    const names = about.every(({ operator }) => {
      const parsed = parseOperator(operator.value)
      return parsed?.family === 'string' && !parsed.negated && !parsed.ifExists && parsed.set !== 'ForAllValues'
    })
    return { statement, services: about.length > 0 && names ? about.flatMap(({ values }) => values) : undefined }
  })
}

/** Who may take a role on by its trust policy: anybody, or the services it names. */
interface Trusted {
  readonly anybody: boolean
  readonly services: readonly Located<string>[]
  readonly names: ReadonlySet<string>
  readonly families: ReadonlySet<string>
}

const known = new WeakMap<PolicyDocument, Trusted>()

function trustedBy(trust: PolicyDocument): Trusted {
  const before = known.get(trust)
  if (before) return before
  const statements = allowing(usable([trust]), 'sts:AssumeRole').filter(({ principal }) => principal?.name === 'Principal')
  const values = statements.flatMap(({ principal }) => principal?.values ?? [])
  const services = values.flatMap(({ type, value }) => (type === 'Service' ? [value] : []))
  const names = new Set(services.map(({ value }) => value))
  const trusted: Trusted = {
    anybody: values.some(({ value }) => value.value === '*'),
    services,
    names,
    families: new Set([...names].map(serviceFamily)),
  }
  known.set(trust, trusted)
  return trusted
}

/** The service values that the call is known to send as iam:PassedToService with this role; undefined: not known, or told otherwise. */
function sentServices({ generic, contextKeys }: Situation, { passSite }: PassedRole): readonly string[] | undefined {
  if (generic || !passSite?.passedToService) return undefined
  if (Object.keys(contextKeys).some((key) => key.toLowerCase() === 'iam:passedtoservice')) return undefined
  return [passSite.passedToService, ...passSite.otherPassedToServices]
}

/** The role goes to another principal of the service than the statement names: the call says which. */
function passedToSibling(scene: Scene, statements: readonly PassStatement[]): Problem[] {
  const { situation, documents } = scene
  if (situation?.mode !== 'service') return []
  return scene.passed.flatMap((role): Problem[] => {
    const sent = sentServices(situation, role)
    const [service] = sent ?? []
    if (!sent || service === undefined || isOnlyNamed({ situation, documents, now: undefined }, role)) return []
    const about = statements.filter(({ statement }) => mayCover(statement, role.roleArn))
    if (about.some(({ services }) => !services || services.some(({ value }) => !isLiteral(value) || sent.includes(value)))) return []
    return about.flatMap(({ services = [] }) =>
      services
        .filter(({ value }) => isServiceName(value) && areSiblings(value, service))
        .map(({ value, span }) =>
          finding('passed-to-sibling', 'warning', span, { value, service, action: situation.action, suggestion: service }),
        ),
    )
  })
}

const takersOf = new WeakMap<Catalogue, ReadonlyMap<string, ReadonlySet<string>>>()

/** What a call passes a role to is not always what takes it on: `eks.amazonaws.com` for a role that `ec2.amazonaws.com` takes on. */
function takersByService(catalogue: Catalogue): ReadonlyMap<string, ReadonlySet<string>> {
  const before = takersOf.get(catalogue)
  if (before) return before
  const takers = new Map<string, Set<string>>()
  const add = ({ passedToService, otherPassedToServices, servicePrincipal, otherPrincipals }: PassSite) => {
    for (const service of passedToService === undefined ? [] : [passedToService, ...otherPassedToServices]) {
      const families = takers.get(service) ?? new Set()
      for (const principal of [servicePrincipal, ...otherPrincipals]) families.add(serviceFamily(principal))
      takers.set(service, families)
    }
  }
  for (const { calls } of catalogue.services) for (const { passSites } of calls) for (const site of passSites) add(site)
  takersOf.set(catalogue, takers)
  return takers
}

/** A statement about roles of the scene and nothing else, for services that none of them trusts. */
function passedToUntrusted(scene: Scene, statements: readonly PassStatement[]): Problem[] {
  const { situation } = scene
  const byArn = new Map<string, SceneRole>(scene.roles.map((role) => [role.roleArn, role]))
  const takers = takersByService(scene.catalogue)
  return statements.flatMap(({ statement, services }): Problem[] => {
    const resources =
      statement.resource?.name === 'Resource' ? new Set(statement.resource.values.map(({ value }) => value)) : new Set<string>()
    const roles = [...resources].flatMap((value) => byArn.get(value) ?? [])
    if (!services || roles.length === 0 || roles.length < resources.size) return []
    const trusted = roles.map(({ trust }) => trustedBy(trust))
    if (trusted.some(({ anybody }) => anybody) || trusted.every(({ names }) => names.size === 0)) return []
    const sent = situation ? roles.flatMap(({ passed }) => (passed && sentServices(situation, passed)) ?? []) : []
    const isTrusted = (family: string) => trusted.some(({ families }) => families.has(family))
    // Of a service that no known call sends it is not known who takes the role on.
    const leadsSomewhere = ({ value }: Located<string>) => {
      const families = takers.get(value)
      return !families || sent.includes(value) || isTrusted(serviceFamily(value)) || [...families].some(isTrusted)
    }
    if (services.some(leadsSomewhere)) return []
    const [right] = sent
    const suggestion = right !== undefined && trusted.some(({ names }) => names.has(right)) ? { suggestion: right } : {}
    const role = roles[0]?.roleArn.split('/').at(-1) ?? ''
    return services.map(({ value, span }) => finding('passed-to-untrusted', 'warning', span, { value, role, ...suggestion }))
  })
}

/** A trust policy names another principal of the service than the one that takes this role on. */
function trustSibling({ roles, situation }: Scene): Problem[] {
  if (situation?.mode !== 'service' || situation.generic) return []
  return roles.flatMap(({ passed, trust }): Problem[] => {
    const site = passed?.passSite
    if (site?.assumer.kind !== 'service' || site.confidence.trustPrincipal === 'unsure') return []
    const taking = [site.servicePrincipal, ...site.otherPrincipals]
    const { anybody, names, services } = trustedBy(trust)
    if (anybody || taking.some((principal) => names.has(principal))) return []
    const service = site.servicePrincipal
    return services
      .filter(({ value }) => areSiblings(value, service))
      .map(({ value, span }) =>
        finding('trust-sibling-service', 'warning', span, { value, service, action: situation.action, suggestion: service }),
      )
  })
}

const edge = 'edgelambda.amazonaws.com'
const lambda = 'lambda.amazonaws.com'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html */
function edgeAlone({ roles, documents }: Scene): Problem[] {
  const { trustPolicy } = documents
  const trusts = new Set(roles.map(({ trust }) => trust))
  if (trustPolicy?.value && !trustPolicy.broken) trusts.add(trustPolicy.value)
  return [...trusts].flatMap((trust): Problem[] => {
    const { anybody, names, services } = trustedBy(trust)
    if (anybody || names.has(lambda)) return []
    const at = services.find(({ value }) => value === edge)
    return at ? [finding('edge-needs-two', 'warning', at.span, { value: edge, addition: lambda })] : []
  })
}

/** Checks of the services that a role is passed to, and of those that its trust policy names. One finding for one place. */
export function lintServices(scene: Scene): Problem[] {
  const statements = passStatements(scene)
  const told = new Set<string>()
  return [
    ...passedToSibling(scene, statements),
    ...passedToUntrusted(scene, statements),
    ...trustSibling(scene),
    ...edgeAlone(scene),
  ].filter(({ span }) => {
    const place = `${span.documentId} ${span.start}`
    return !told.has(place) && told.add(place)
  })
}
