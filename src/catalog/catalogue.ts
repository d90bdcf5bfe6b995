import { nearest } from '../lib/nearest'
import type { CatalogService, ServiceCall } from './pass-site'

/** A call of a service. */
export interface FoundCall {
  readonly service: CatalogService
  readonly call: ServiceCall
}

/** The services that are at hand, and how to find a call among them. */
export interface Catalogue {
  readonly services: readonly CatalogService[]
  /** The call of an IAM action, whatever its case. */
  findCall(action: string): FoundCall | undefined
  /** The known call whose name is nearest: the same operation of another service first, then by spelling. */
  nearestCall(action: string): string | undefined
}

/** Makes a catalogue of some services. */
export function createCatalogue(services: readonly CatalogService[]): Catalogue {
  const calls = new Map<string, FoundCall>(
    services.flatMap((service) => service.calls.map((call) => [call.action.toLowerCase(), { service, call }] as const)),
  )
  const names = [...calls.values()].map(({ call }) => call.action)
  return {
    services,
    findCall: (action) => calls.get(action.toLowerCase()),
    nearestCall: (action) => {
      const [service = '', operation = ''] = action.toLowerCase().split(':')
      const sameOperation = names.find((known) => known.toLowerCase().endsWith(`:${operation || service}`))
      const sameService = names.find((known) => known.toLowerCase().startsWith(`${service}:`))
      return sameOperation ?? nearest(action, names) ?? sameService
    },
  }
}
