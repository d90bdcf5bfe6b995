import type { JsonNode } from '../lib/json-tree'
import type { FoundCall } from './catalogue'
import { type PathStep, pathSteps } from './fill-template'
import { fullCatalogue } from './full-catalogue'
import type { AssumedWhen, PassSite, RoleParameterKind, ServiceCall } from './pass-site'

/** What a role parameter of a call means: an annotation, which validators pass over. */
export interface RoleMark {
  /** Id of the pass site. */
  readonly site: string
  readonly kind: RoleParameterKind
  /** Who takes the role on. */
  readonly principal: string
  /** What may be sent as `iam:PassedToService`; empty where it is not known to be sent. */
  readonly passedToService: readonly string[]
  readonly assumed: AssumedWhen
  /** AWS's page on the parameter, where one is noted. */
  readonly docs?: string
}

export type JsonType = JsonNode['kind']

/** As much of JSON Schema (draft 2020-12) as the request document needs. */
export interface JsonSchema {
  readonly $schema?: string
  readonly title?: string
  readonly description?: string
  readonly type?: JsonType | readonly JsonType[]
  readonly format?: 'iam-role' | 'iam-instance-profile'
  readonly const?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly examples?: readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly allOf?: readonly ConditionalSchema[]
  readonly 'x-passrole'?: RoleMark
}

/** What holds of values that another schema fits. */
export interface ConditionalSchema {
  readonly if: JsonSchema
  readonly then: JsonSchema
}

/** Makes a condition of a schema. */
// biome-ignore lint/suspicious/noThenProperty: the keyword's name; nobody awaits a schema.
export const ifThen = (condition: JsonSchema, consequence: JsonSchema): ConditionalSchema => ({ if: condition, then: consequence })

const text: JsonSchema = { type: 'string' }
const caller: JsonSchema = {
  type: 'string',
  pattern: '^arn:[^:]+:(iam::\\d{12}:(root|user/.+)|sts::\\d{12}:assumed-role/[^/]+/[^/]+)$',
}
const role: JsonSchema = { type: 'string', format: 'iam-role' }
const open = (properties: Readonly<Record<string, JsonSchema>> = {}): JsonSchema => ({ type: 'object', properties })
const closed = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({ ...open(properties), additionalProperties: false })

/** Values of context keys, as a person may write them: one or several. */
const keyValues = (...more: readonly JsonType[]): JsonSchema => ({
  type: 'object',
  additionalProperties: { type: ['string', 'number', 'boolean', 'array', ...more], items: text },
})

const regions = ['ap-northeast-1', 'ap-northeast-3', 'us-east-1', 'us-west-2', 'eu-central-1', 'eu-west-1']

/** The body of the direct call. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const assumeRole: JsonSchema = {
  ...open({
    RoleArn: role,
    RoleSessionName: text,
    ExternalId: text,
    DurationSeconds: { type: 'number' },
    Tags: { type: 'array', items: open({ Key: text, Value: text }) },
    TransitiveTagKeys: { type: 'array', items: text },
    Policy: text,
    SourceIdentity: text,
  }),
  required: ['RoleArn'],
}

/** The types of a value, and of what is in it: every element of a list counts, since each may show other members. */
function shapeOf(value: unknown): JsonSchema {
  if (Array.isArray(value)) return { type: 'array', items: value.map(shapeOf).reduce(bothShapes, {}) }
  if (value === null) return {}
  if (typeof value === 'object') return open(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)])))
  return { type: typeof value as 'string' | 'number' | 'boolean' }
}

function bothShapes(one: JsonSchema, other: JsonSchema): JsonSchema {
  const properties: Record<string, JsonSchema> = { ...one.properties }
  for (const [name, schema] of Object.entries(other.properties ?? {})) {
    properties[name] = Object.hasOwn(properties, name) ? bothShapes(properties[name] ?? {}, schema) : schema
  }
  return { ...one, ...other, ...(one.properties || other.properties ? { properties } : {}) }
}

/** A schema with another one laid over the place that a pass site's path leads to. */
function withPath(schema: JsonSchema, [step, ...rest]: readonly PathStep[], leaf: JsonSchema): JsonSchema {
  if (!step) return { ...schema, ...leaf }
  const { name, elements } = step
  const below = (member: JsonSchema): JsonSchema => {
    if (!elements) return withPath(member, rest, leaf)
    const items = member.items ?? {}
    const says = Object.entries(elements)
    const chosen: JsonSchema =
      says.length === 0
        ? withPath(items, rest, leaf)
        : {
            ...items,
            allOf: [
              ...(items.allOf ?? []),
              ifThen(
                { properties: Object.fromEntries(says.map(([key, value]) => [key, { const: value }])), required: says.map(([key]) => key) },
                withPath({}, rest, leaf),
              ),
            ],
          }
    return { ...member, type: 'array', items: chosen }
  }
  // Any member may stand there, and most are something else: nothing is said of their type.
  if (name === '*') return { ...schema, patternProperties: { '^': below(schema.patternProperties?.['^'] ?? {}) } }
  const member = schema.properties?.[name] ?? (rest.length > 0 && !elements ? { type: 'object' } : {})
  return { ...schema, properties: { ...schema.properties, [name]: below(member) } }
}

function markOf(site: PassSite): RoleMark {
  const { id, kind, servicePrincipal, passedToService, otherPassedToServices, assumed, docs } = site
  return {
    site: id,
    kind,
    principal: servicePrincipal,
    passedToService: passedToService === undefined ? [] : [passedToService, ...otherPassedToServices],
    assumed,
    ...(docs.roleParameter === undefined ? {} : { docs: docs.roleParameter }),
  }
}

/** What is true of a role parameter: AWS takes null there for "none". */
const marked = (site: PassSite): JsonSchema => ({
  type: ['string', 'null'],
  format: site.kind === 'instance-profile' ? 'iam-instance-profile' : 'iam-role',
  'x-passrole': markOf(site),
})

const withSites = (schema: JsonSchema, sites: readonly PassSite[], pathsOf: (site: PassSite) => readonly string[]): JsonSchema =>
  sites.reduce((whole, site) => pathsOf(site).reduce((one, path) => withPath(one, pathSteps(path), marked(site)), whole), schema)

function parametersOf({ passSites, exampleParameters, contrast }: ServiceCall): JsonSchema {
  if (contrast === 'direct') return assumeRole
  const anywhere = passSites.find(({ kind }) => kind === 'any-role-arn')
  return {
    ...withSites(shapeOf(exampleParameters), passSites, ({ paths }) => paths),
    additionalProperties: true,
    ...(anywhere ? { 'x-passrole': markOf(anywhere) } : {}),
  }
}

const resolvedOf = (call: ServiceCall | undefined): JsonSchema =>
  withSites(
    closed({
      taskDefinition: { type: 'object' },
      instanceProfiles: { type: 'object', additionalProperties: role },
      maxSessionDuration: { type: 'number' },
    }),
    call?.passSites ?? [],
    ({ resolvedPaths }) => resolvedPaths,
  )

/**
 * What a request document may hold, computed from the catalogue: of one call, or of any as long as none is chosen. Role parameters
 * are marked. AWS's own parameters stay open, this lab's own members are closed. Has no sentences: see `language`.
 */
export function requestShape(found: FoundCall | undefined): JsonSchema {
  const call = found?.call
  const direct = call?.contrast === 'direct'
  return {
    ...closed({
      caller,
      callerRoleArn: role,
      action: call
        ? { type: 'string', const: call.action }
        : { type: 'string', enum: fullCatalogue.services.flatMap(({ calls }) => calls.map(({ action }) => action)) },
      region: { type: 'string', examples: regions },
      resource: text,
      parameters: call ? parametersOf(call) : { type: 'object', additionalProperties: true },
      resolved: resolvedOf(call),
      contextKeys: keyValues(),
      organization: closed({ id: text, managementAccount: text }),
      serviceContextKeys: keyValues('null'),
      workload: {
        ...closed({ action: { type: 'string', pattern: '^[^:\\s]+:\\S+$' }, resource: text, roleArn: role }),
        required: ['action'],
      },
      confusedDeputy: { ...closed({ caller }), required: ['caller'] },
    }),
    required: direct ? ['caller', 'action', 'parameters'] : ['caller', 'action'],
  }
}
