import { nearest } from '../lib/nearest'
import type { CatalogService, ServiceCall } from './pass-site'
import { cloudformation } from './pass-sites/cloudformation'
import { codebuild } from './pass-sites/codebuild'
import { codepipeline } from './pass-sites/codepipeline'
import { ec2 } from './pass-sites/ec2'
import { ecs } from './pass-sites/ecs'
import { lambda } from './pass-sites/lambda'
import { sts } from './pass-sites/sts'

/** Every service that the lab knows, with its calls. */
export const services: readonly CatalogService[] = [ecs, ec2, lambda, codebuild, codepipeline, cloudformation, sts]

const calls = new Map<string, { readonly service: CatalogService; readonly call: ServiceCall }>(
  services.flatMap((service) => service.calls.map((call) => [call.action.toLowerCase(), { service, call }] as const)),
)

/** The call of an IAM action, whatever its case. */
export function findCall(action: string): { readonly service: CatalogService; readonly call: ServiceCall } | undefined {
  return calls.get(action.toLowerCase())
}

/** The known call whose name is nearest: the same operation of another service first, then by spelling. */
export function nearestCall(action: string): string | undefined {
  const all = [...calls.values()].map((entry) => entry.call.action)
  const service = action.split(':')[0]?.toLowerCase() ?? ''
  const operation = action.split(':')[1]?.toLowerCase() ?? action.toLowerCase()
  const sameOperation = all.find((known) => known.toLowerCase().endsWith(`:${operation}`))
  const sameService = all.filter((known) => known.toLowerCase().startsWith(`${service}:`))
  return sameOperation ?? nearest(action, all) ?? sameService[0]
}
