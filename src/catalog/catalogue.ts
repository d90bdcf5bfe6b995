import { nearest } from '../lib/nearest'
import type { CatalogService, ServiceCall } from './pass-site'

/** A call of a service. */
export interface FoundCall {
  readonly service: CatalogService
  readonly call: ServiceCall
  /** How far the call is known: with its role parameters, by name only (AWS lists that it passes roles), or not at all. */
  readonly known: 'fully' | 'by-name' | 'not'
}

/** What stands in for a call that no service of the catalogue has; undefined when the text is no `service:Action`. */
export type GenericCall = (action: string, services: readonly CatalogService[]) => FoundCall | undefined

/** The services that are at hand, and how to find a call among them. */
export interface Catalogue {
  readonly services: readonly CatalogService[]
  /** The call of an IAM action, whatever its case. */
  findCall(action: string): FoundCall | undefined
  /** The known call whose name is nearest: the same operation of another service first, then by spelling. */
  nearestCall(action: string): string | undefined
}

/** Makes a catalogue of some services. */
export function createCatalogue(services: readonly CatalogService[], generic?: GenericCall): Catalogue {
  const calls = new Map<string, FoundCall>(
    services.flatMap((service) =>
      service.calls.map(
        (call) => [call.action.toLowerCase(), { service: { ...service, ...call.speaksAs }, call, known: 'fully' }] as const,
      ),
    ),
  )
  const names = [...calls.values()].map(({ call }) => call.action)
  return {
    services,
    findCall: (action) => calls.get(action.toLowerCase()) ?? generic?.(action, services),
    nearestCall: (action) => {
      const [service = '', operation = ''] = action.toLowerCase().split(':')
      const sameOperation = names.find((known) => known.toLowerCase().endsWith(`:${operation || service}`))
      const sameService = names.find((known) => known.toLowerCase().startsWith(`${service}:`))
      return sameOperation ?? nearest(action, names) ?? sameService
    },
  }
}
