import { type Catalogue, type FoundCall, fillArn, type TemplateFacts } from '../catalog'
import { type ContextKeys, type Problem, parseArn } from '../iam'
import { type JsonNode, memberOf, parseJson, plainValue } from '../lib/json-tree'
import type { Span } from '../lib/span'
import { callerOfArn } from './caller-of-arn'
import { directRole, maxSessionDuration, warnOfManagedPolicies } from './direct-role'
import { findRoles } from './find-roles'
import { otherCallerOf } from './other-caller'
import type { Caller, Situation, Workload } from './situation'

const defaultRegion = 'us-east-1'

/** A request document, read. `situation` is missing when an error makes it impossible to say what is asked. */
export interface ParsedRequest {
  readonly situation: Situation | undefined
  readonly problems: readonly Problem[]
}

/** Collects what is wrong with the request while its parts are read. */
export class RequestReader {
  readonly problems: Problem[] = []

  constructor(
    readonly root: JsonNode,
    readonly catalogue: Catalogue,
  ) {}

  error(code: string, span: Span, facts: Record<string, string> = {}): undefined {
    this.problems.push({ code, severity: 'error', span, facts })
    return undefined
  }

  warn(code: string, span: Span, facts: Record<string, string> = {}): void {
    this.problems.push({ code, severity: 'warning', span, facts })
  }

  /** A member that must be a string when it is there. */
  text(node: JsonNode, name: string): { readonly value: string; readonly span: Span } | undefined {
    const member = memberOf(node, name)
    if (!member) return undefined
    if (member.value.kind === 'string') return { value: member.value.value, span: member.value.span }
    return this.error('request-wrong-type', member.value.span, { member: name, expected: 'string', found: member.value.kind })
  }

  object(node: JsonNode, name: string): JsonNode | undefined {
    const member = memberOf(node, name)
    if (!member) return undefined
    if (member.value.kind === 'object') return member.value
    return this.error('request-wrong-type', member.value.span, { member: name, expected: 'object', found: member.value.kind })
  }
}

function callerOf(reader: RequestReader): Caller | undefined {
  const text = reader.text(reader.root, 'caller')
  if (!text) {
    if (!memberOf(reader.root, 'caller')) reader.error('caller-missing', reader.root.span)
    return undefined
  }
  const roleArn = reader.text(reader.root, 'callerRoleArn')?.value
  const caller = callerOfArn(text.value, roleArn)
  if (caller) return caller
  return reader.error('caller-invalid', text.span, { value: text.value })
}

function stringMap(reader: RequestReader, name: string, nullable: boolean): Record<string, string | readonly string[] | null> {
  const result: Record<string, string | readonly string[] | null> = Object.create(null)
  const node = reader.object(reader.root, name)
  if (node?.kind !== 'object') return result
  for (const { key, value } of node.members) {
    if (value.kind === 'string') result[key.value] = value.value
    else if (value.kind === 'number') result[key.value] = value.text
    else if (value.kind === 'boolean') result[key.value] = String(value.value)
    else if (value.kind === 'null' && nullable) result[key.value] = null
    else if (value.kind === 'array') {
      const items: string[] = []
      for (const item of value.items) {
        if (item.kind === 'string') items.push(item.value)
        else reader.error('request-wrong-type', item.span, { member: key.value, expected: 'string', found: item.kind })
      }
      result[key.value] = items
    } else reader.error('request-wrong-type', value.span, { member: key.value, expected: 'string | array', found: value.kind })
  }
  return result
}

function withoutNulls(keys: Record<string, string | readonly string[] | null>): ContextKeys {
  const result: Record<string, string | readonly string[]> = Object.create(null)
  for (const [name, value] of Object.entries(keys)) if (value !== null) result[name] = value
  return result
}

function workloadOf(reader: RequestReader): Workload | undefined {
  const node = reader.object(reader.root, 'workload')
  if (!node) return undefined
  const action = reader.text(node, 'action')
  const resource = reader.text(node, 'resource')
  if (!action || !/^[^:\s]+:\S+$/.test(action.value)) {
    return reader.error('workload-action-missing', action?.span ?? node.span)
  }
  return { action: action.value, resource: resource?.value ?? '*', roleArn: reader.text(node, 'roleArn')?.value }
}

function organizationOf(reader: RequestReader): Situation['organization'] {
  const node = reader.object(reader.root, 'organization')
  if (!node) return undefined
  return { id: reader.text(node, 'id')?.value, managementAccount: reader.text(node, 'managementAccount')?.value }
}

function callOf(reader: RequestReader): (FoundCall & { readonly span: Span }) | undefined {
  const action = reader.text(reader.root, 'action')
  if (!action) {
    if (!memberOf(reader.root, 'action')) reader.error('action-missing', reader.root.span)
    return undefined
  }
  const found = reader.catalogue.findCall(action.value)
  const suggestion = reader.catalogue.nearestCall(action.value)
  const facts = { action: action.value, ...(suggestion ? { suggestion } : {}) }
  // Contract section 2: a call that the catalogue does not know runs generically; only a text that names no call cannot be run.
  if (found?.known === 'not') reader.warn('unknown-call', action.span, facts)
  if (found) return { ...found, span: action.span }
  return reader.error('unknown-call', action.span, facts)
}

function plainObject(node: JsonNode | undefined): Readonly<Record<string, unknown>> {
  return node?.kind === 'object' ? (plainValue(node) as Record<string, unknown>) : {}
}

function read(reader: RequestReader): Situation | undefined {
  const { root } = reader
  if (root.kind !== 'object') return reader.error('request-not-object', root.span, { found: root.kind })
  const caller = callerOf(reader)
  const found = callOf(reader)
  const region = reader.text(root, 'region')?.value ?? defaultRegion
  const resource = reader.text(root, 'resource')?.value
  const parametersNode = reader.object(root, 'parameters')
  const resolvedNode = reader.object(root, 'resolved')
  const parameters = plainObject(parametersNode)
  const workload = workloadOf(reader)
  const organization = organizationOf(reader)
  const contextKeys = withoutNulls(stringMap(reader, 'contextKeys', false))
  const serviceContextKeys = stringMap(reader, 'serviceContextKeys', true)
  if (!caller || !found) return undefined
  const { service, call, span, known } = found
  const direct = call.action === 'sts:AssumeRole'
  const partition = parseArn(caller.arn)?.partition ?? 'aws'
  const facts: TemplateFacts = { names: { partition, region, account: caller.accountId, 'caller-arn': caller.arn }, parameters }
  const roles = direct
    ? directRole(reader, parametersNode)
    : findRoles(reader, { caller, call, partition, parametersNode, resolvedNode, facts })
  if (!roles) return undefined
  if (known !== 'fully' && resource === undefined) reader.warn('resource-of-call-unknown', span, { action: call.action })
  if (!direct && roles.length === 0) reader.warn('no-role-passed', span, { action: call.action })
  if (direct) warnOfManagedPolicies(reader, parametersNode)
  const seconds = parameters.DurationSeconds
  const mode = direct ? 'direct' : 'service'
  const generic = known !== 'fully'
  return {
    caller,
    otherCaller: otherCallerOf(reader, { caller, mode, generic, roles }),
    mode,
    action: call.action,
    actionSpan: span,
    region,
    resource: resource ?? (call.resource ? fillArn(call.resource, facts) : '*'),
    parameters,
    service,
    generic,
    call,
    roles,
    workload,
    contextKeys,
    serviceContextKeys,
    organization,
    sessionMinutes: direct ? Math.round((typeof seconds === 'number' ? seconds : 3600) / 60) : undefined,
    maxSessionDuration: direct ? maxSessionDuration(reader, caller, parametersNode, resolvedNode) : undefined,
  }
}

/** Reads the target service request. Everything wrong with it is a problem with a place; nothing throws. */
export function parseServiceRequest(text: string, catalogue: Catalogue): ParsedRequest {
  const tree = parseJson(text, 'request')
  const problems: Problem[] = tree.problems.map(({ code, span, facts }) => ({ code, span, facts, severity: 'error' }))
  if (!tree.root || !tree.valid || problems.length > 0) return { situation: undefined, problems }
  const reader = new RequestReader(tree.root, catalogue)
  const situation = read(reader)
  const failed = reader.problems.some((problem) => problem.severity === 'error')
  return { situation: failed ? undefined : situation, problems: reader.problems }
}
