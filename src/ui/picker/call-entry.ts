import { type Catalogue, type FoundCall, listPassRoleOperations, type PassSite } from '../../catalog'

/** When the trust policy of a role is tried. `both`: one role's at the call, another's later; `launch`: when an instance starts. */
export type TrustTried = 'call' | 'later' | 'launch' | 'both' | 'not-known'

/** One call as the picker lists it. */
export interface CallEntry {
  /** The IAM action; no two entries have the same. */
  readonly action: string
  /** The API's name of it, `CreateJob`. */
  readonly operation: string
  readonly serviceId: string
  /** "AWS Glue"; the prefix where the service's name is not at hand. */
  readonly service: string
  readonly shortName: string
  /** The members in which the roles stand, without `$.`; empty: not known. */
  readonly where: string
  /** The principals that take the roles on; empty: not known. */
  readonly who: string
  readonly tried: TrustTried
  readonly found: FoundCall
}

/** When one role's trust policy is tried; what the lab does for want of a fact is no answer. */
export function triedOf({ triedAtCall, timing }: PassSite): TrustTried {
  if (triedAtCall === true) return 'call'
  if (timing === 'launch') return 'launch'
  if (triedAtCall === false || timing === 'run') return 'later'
  return 'not-known'
}

function triedOfAll(sites: readonly PassSite[]): TrustTried {
  const all = new Set(sites.map(triedOf))
  const [first = 'not-known'] = all
  if (all.size === 1) return first
  return all.has('call') && (all.has('later') || all.has('launch')) ? 'both' : first
}

const distinct = (values: readonly string[]): string => [...new Set(values)].join(', ')

/** Who takes a role on: a service principal, a web identity provider, or another role of the same call. */
function assumerOf({ assumer, servicePrincipal }: PassSite, others: readonly PassSite[]): string {
  switch (assumer.kind) {
    case 'service':
      return servicePrincipal
    case 'web-identity':
      return assumer.provider
    case 'role':
      return others.find(({ id }) => id === assumer.passSiteId)?.servicePrincipal ?? servicePrincipal
  }
}

function knownEntry(found: FoundCall): CallEntry {
  const { service, call } = found
  const sites = call.passSites
  return {
    action: call.action,
    operation: call.operation,
    serviceId: call.serviceId,
    service: service.name,
    shortName: service.shortName,
    where: distinct(sites.map(({ paths, resolvedPaths }) => (paths[0] ?? resolvedPaths[0] ?? '').replace(/^\$\.?/, ''))),
    who: distinct(sites.map((site) => assumerOf(site, sites))),
    tried: triedOfAll(sites),
    found,
  }
}

/**
 * Every call that hands a role over: those whose way with roles is known, service by service, then those of AWS's list that are known by
 * their name only. `names`: the services' names by prefix.
 */
export function callEntries(catalogue: Catalogue, names: Readonly<Record<string, string>>): readonly CallEntry[] {
  const known = catalogue.services.flatMap((service) =>
    service.calls
      .filter(({ passSites }) => passSites.length > 0)
      .map((call) => knownEntry({ service: { ...service, ...call.speaksAs, name: service.name }, call, known: 'fully' })),
  )
  const taken = new Set(known.flatMap(({ action, serviceId, operation }) => [action, `${serviceId}:${operation}`]))
  const byName = listPassRoleOperations().flatMap(({ action }): CallEntry[] => {
    const found = taken.has(action) ? undefined : catalogue.findCall(action)
    if (found?.known !== 'by-name') return []
    const { service, call } = found
    const name = Object.hasOwn(names, service.id) ? (names[service.id] ?? service.name) : service.name
    return [
      {
        action: call.action,
        operation: call.operation,
        serviceId: service.id,
        service: name,
        shortName: service.id,
        where: '',
        who: '',
        tried: 'not-known',
        found,
      },
    ]
  })
  return [...known, ...byName]
}

/** Nothing but the name is known of the call. */
export const isByName = ({ found }: CallEntry): boolean => found.known === 'by-name'
