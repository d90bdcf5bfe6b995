import { accessDeniedMessage, crossAccountRefusal, fullCatalogue, reasonPhrase } from '../../catalog'
import { type PolicyType, parseArn } from '../../iam'
import type { Check } from '../trace'
import type { ErrorFacts, ErrorPart, ErrorReading, ErrorReason, PartKind } from './error-reading'
import { type FlatText, flatText } from './flat-text'
import { patternOf, trustFailures } from './trust-failures'

/** Longer than any message with its log line around it, in UTF-16 units. */
export const longestErrorText = 60_000

const layers: readonly PolicyType[] = [
  'identity-based',
  'resource-based',
  'trust',
  'permissions-boundary',
  'session',
  'service-control',
  'resource-control',
]

interface Found {
  readonly text: string
  readonly start: number
  readonly end: number
}

const groupOf = (match: RegExpMatchArray, group: number, from: number): Found | undefined => {
  const place = match.indices?.[group]
  return place && { text: match[group] ?? '', start: place[0] + from, end: place[1] + from }
}

/** The first of some patterns that is there; its group 1. */
function first(text: string, patterns: readonly RegExp[]): Found | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const found = match && groupOf(match, 1, 0)
    if (found) return found
  }
  return undefined
}

const codes = [
  /An error occurred \(([\w.]{1,100})\)/d,
  /(?:api error|Error Code:|Code:) ([A-Z]\w{2,99})\b/d,
  /"(?:errorCode|Code|code|__type|name)"\s?:\s?"(?:[\w.]{1,100}#)?([A-Z]\w{2,99})"/d,
  /(?:^|[\s(])([A-Z][A-Za-z]{2,80}(?:Exception|AccessDenied|UnauthorizedOperation|ValidationError|ClientError)|AccessDenied|UnauthorizedOperation|ValidationError)(?=\)?:)/d,
]
const operations = [
  /when calling the (\w{2,100}) operation/d,
  /operation error [\w ]{1,60}: (\w{2,100})/d,
  /"eventName"\s?:\s?"(\w{2,100})"/d,
]
/** Which service the text names, in whatever way: `Service: AmazonECS`, `operation error Lambda:`, `"eventSource": "ecs.amazonaws.com"`. */
const services = [
  /\(Service: (?:Amazon|AWS)?\s?([\w ]{2,60})[;,]/d,
  /operation error ([\w ]{1,60}):/d,
  /"eventSource"\s?:\s?"([\w-]{2,60})\./d,
]

/** "because no identity-based policy allows …", "with an explicit deny in a service control policy". */
function reasonIn(text: string, action: string): { readonly reason: ErrorReason; readonly length: number } | undefined {
  for (const policyType of layers) {
    for (const kind of ['implicit-deny', 'explicit-deny'] as const) {
      const phrase = reasonPhrase(policyType, kind, action)
      if (text.toLowerCase().startsWith(phrase.toLowerCase())) return { reason: { kind, policyType }, length: phrase.length }
    }
  }
  const endpoint = /^(?:because no VPC endpoint policy allows the \S{3,100} action|with an explicit deny in a VPC endpoint policy)/i.exec(
    text,
  )
  if (!endpoint) return undefined
  const kind = endpoint[0].startsWith('with') ? 'explicit-deny' : 'implicit-deny'
  return { reason: { kind, policyType: 'vpc-endpoint' }, length: endpoint[0].length }
}

const passing = (action: string) => action.toLowerCase() === 'iam:passrole'
/** What is asked of a role's trust policy. */
const assuming = (action: string) => /^sts:(?:assumerole|tagsession|setsourceidentity)$/i.test(action)

/** Which check made it: passing, taking on, the call's own action, or what runs as a role. */
function checkOf(action: string, callerArn: string, operation: string | undefined): Check {
  if (passing(action)) return 'pass-role'
  if (assuming(action)) return 'assume-role'
  const known = fullCatalogue.findCall(action)?.known === 'fully'
  return callerArn.includes(':assumed-role/') && !known && operation !== undefined ? 'role-permission' : 'service-action'
}

/** The calls that an operation may be, the likeliest first. */
function callsNamed(operation: string | undefined, service: string | undefined, action: string | undefined): readonly string[] {
  const all = fullCatalogue.services.flatMap(({ id, name, shortName, calls }) =>
    calls.map((call) => ({ call, names: [id, name, shortName] })),
  )
  const own = action && !passing(action) && !assuming(action) ? fullCatalogue.findCall(action) : undefined
  if (own && own.known !== 'not') return [own.call.action]
  if (assuming(action ?? '')) return ['sts:AssumeRole']
  if (operation === undefined) return []
  const plainName = (name: string) => name.toLowerCase().replace(/amazon|aws|[^a-z0-9]/g, '')
  const named = all.filter(({ call }) => call.operation.toLowerCase() === operation.toLowerCase() && !call.contrast)
  const asked = service === undefined ? '' : plainName(service)
  const fits = ({ names }: (typeof all)[number]) =>
    asked !== '' && names.some((name) => plainName(name) === asked || plainName(name).includes(asked))
  return [...named.filter(fits), ...named.filter((entry) => !fits(entry))].map(({ call }) => call.action)
}

const stationOf: Readonly<Record<Check, 2 | 3 | 5>> = { 'service-action': 2, 'pass-role': 2, 'assume-role': 3, 'role-permission': 5 }

const isRole = (arn: string | undefined): arn is string => arn !== undefined && parseArn(arn)?.service === 'iam' && /:role\//.test(arn)

class Parts {
  readonly parts: ErrorPart[] = []
  constructor(private readonly flat: FlatText) {}

  add(kind: PartKind, found: Pick<Found, 'start' | 'end'> | undefined, station: ErrorPart['station']): void {
    if (!found || found.end <= found.start) return
    const start = this.flat.at[found.start] ?? 0
    const end = (this.flat.at[found.end - 1] ?? start) + 1
    if (this.parts.every(({ span }) => end <= span.start || start >= span.end)) this.parts.push({ kind, span: { start, end }, station })
  }

  get inOrder(): readonly ErrorPart[] {
    return [...this.parts].sort((a, b) => a.span.start - b.span.start)
  }
}

const denied =
  /(?:User: )?(arn:[\w-]{1,20}:(?:iam|sts)::\d{12}:[\w+=,.@/-]{1,600}|anonymous) is (not authorized) to perform: ([\w-]{2,60}:[\w*]{1,120})(?: on resource: (?:"([^"]{1,2000})"|(\S{1,2000})))?/d

const blob = /(?:[Ee]ncoded authorization (?:failure )?message: ?|^)([\w-]{120,}={0,2})(?=[\s"',)]|$)/d

const decodeCommand = (message: string) => `aws sts decode-authorization-message --encoded-message ${message}`

/** What is around every message: code, operation, service. */
interface Around {
  readonly flat: FlatText
  readonly code: Found | undefined
  readonly operation: Found | undefined
  readonly service: string | undefined
  readonly parts: Parts
}

/** `User: … is not authorized to perform: …` */
function readDenied({ flat, code, operation, service, parts }: Around): ErrorReading | undefined {
  const match = denied.exec(flat.text)
  if (!match) return undefined
  const [caller, refused, action, quoted, bare] = [1, 2, 3, 4, 5].map((group) => groupOf(match, group, 0))
  const actionName = action?.text ?? ''
  const callerArn = caller?.text === 'anonymous' ? undefined : caller?.text
  const resource = quoted ?? (bare && trimmed(bare))
  const check = checkOf(actionName, callerArn ?? '', operation?.text)
  const station = stationOf[check]
  const rest = Math.max(action?.end ?? 0, resource?.end ?? 0)
  const gap = /^["'.]?\s*/.exec(flat.text.slice(rest))?.[0].length ?? 0
  const said = reasonIn(flat.text.slice(rest + gap), actionName)
  const roleArn = check === 'role-permission' ? roleOfSession(callerArn) : isRole(resource?.text) ? resource.text : undefined
  parts.add('code', code, undefined)
  parts.add('operation', operation, 1)
  parts.add('caller', caller, check === 'role-permission' ? 5 : 1)
  parts.add('refused', refused, undefined)
  parts.add('action', action, station)
  parts.add(isRole(resource?.text) ? 'role' : 'resource', resource, station)
  if (said) parts.add('reason', { start: rest + gap, end: rest + gap + said.length }, station)
  addBlob(flat, parts)
  const facts: ErrorFacts = {
    code: code?.text,
    operation: operation?.text ?? (check === 'service-action' ? actionName.split(':')[1] : undefined),
    callerArn,
    action: actionName,
    resource: resource?.text,
    roleArn,
    calls: callsNamed(operation?.text, service, actionName),
    check,
    reason: said?.reason ?? { kind: 'unsaid' },
  }
  return { kind: 'read', parts: parts.inOrder, facts }
}

function addBlob(flat: FlatText, parts: Parts): Found | undefined {
  const match = blob.exec(flat.text)
  const found = match ? groupOf(match, 1, 0) : undefined
  parts.add('encoded', found, undefined)
  return found
}

/** Without what ends the sentence. */
const trimmed = (found: Found): Found => {
  const text = found.text.replace(/[.,;:)"'\]}]+$/, '')
  return { text, start: found.start, end: found.start + text.length }
}

function roleOfSession(arn: string | undefined): string | undefined {
  const session = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn ?? '')
  return session ? `arn:${session[1]}:iam::${session[2]}:role/${session[3]}` : undefined
}

/** A service's own words for a role that it could not take on. */
function readTrustFailure({ flat, code, operation, service, parts }: Around): ErrorReading | undefined {
  const matches = trustFailures().flatMap((failure) => {
    const match = new RegExp(failure.pattern.source, 'di').exec(flat.text)
    return match ? [{ failure, match }] : []
  })
  const [best] = matches.sort((a, b) => b.failure.weight - a.failure.weight)
  if (!best) return undefined
  const { failure, match } = best
  const whole = groupOf(match, 0, 0)
  const atRole = groupOf(match, 1, 0)
  const role = atRole && trimmed(atRole)
  const named = callsNamed(operation?.text, service, undefined).filter((action) => failure.calls.includes(action))
  parts.add('code', code, undefined)
  parts.add('operation', operation, 1)
  parts.add('role', role, 3)
  parts.add('refused', role && whole ? { start: whole.start, end: role.start } : whole, 3)
  if (role && whole) parts.add('refused', { start: role.end, end: whole.end }, 3)
  const facts: ErrorFacts = {
    code: code?.text,
    operation: operation?.text,
    callerArn: undefined,
    action: 'sts:AssumeRole',
    resource: role?.text,
    roleArn: isRole(role?.text) ? role.text : undefined,
    calls: named.length > 0 ? named : failure.calls,
    check: 'assume-role',
    reason: { kind: 'unsaid' },
  }
  return { kind: 'read', parts: parts.inOrder, facts }
}

function readCrossAccount({ flat, code, operation, service, parts }: Around): ErrorReading | undefined {
  const start = flat.text.toLowerCase().indexOf(crossAccountRefusal.message.toLowerCase().replace(/\.$/, ''))
  if (start < 0) return undefined
  parts.add('code', code, undefined)
  parts.add('operation', operation, 1)
  parts.add('refused', { start, end: start + crossAccountRefusal.message.length - 1 }, 2)
  const facts: ErrorFacts = {
    code: code?.text,
    operation: operation?.text,
    callerArn: undefined,
    action: 'iam:PassRole',
    resource: undefined,
    roleArn: undefined,
    calls: callsNamed(operation?.text, service, 'iam:PassRole'),
    check: 'pass-role',
    reason: { kind: 'other-account' },
  }
  return { kind: 'read', parts: parts.inOrder, facts }
}

/** What STS refuses for the request itself. */
function readRefusal({ flat, code, operation, parts }: Around): ErrorReading | undefined {
  for (const { calls } of fullCatalogue.services) {
    for (const { action, refusals = {} } of calls) {
      for (const [refusal, { message }] of Object.entries(refusals)) {
        const match = new RegExp(patternOf(message.replace(/\s+/g, ' ')).source, 'di').exec(flat.text)
        if (!match) continue
        parts.add('code', code, undefined)
        parts.add('operation', operation, 1)
        parts.add('refused', groupOf(match, 0, 0), 1)
        const facts: ErrorFacts = {
          code: code?.text,
          operation: operation?.text,
          callerArn: undefined,
          action,
          resource: undefined,
          roleArn: undefined,
          calls: [action],
          check: 'assume-role',
          reason: { kind: 'refused', refusal },
        }
        return { kind: 'read', parts: parts.inOrder, facts }
      }
    }
  }
  return undefined
}

/** What `decode-authorization-message` returns: it says whether a Deny matched, not in which policy. */
function readDecoded({ flat, parts }: Around): ErrorReading | undefined {
  if (!/"allowed"\s?:\s?false/.test(flat.text)) return undefined
  const member = (name: string) => first(flat.text, [new RegExp(`"${name}"\\s?:\\s?"([^"]{1,2000})"`, 'd')])
  const [caller, action, resource] = [member('arn'), member('action'), member('resource')]
  const explicit = first(flat.text, [/"explicitDeny"\s?:\s?(true|false)/d])
  if (!action) return undefined
  const check = checkOf(action.text, caller?.text ?? '', undefined)
  const station = stationOf[check]
  parts.add('caller', caller, 1)
  parts.add('action', action, station)
  parts.add(isRole(resource?.text) ? 'role' : 'resource', resource, station)
  parts.add('reason', explicit, station)
  const facts: ErrorFacts = {
    code: undefined,
    operation: undefined,
    callerArn: caller?.text,
    action: action.text,
    resource: resource?.text,
    roleArn: isRole(resource?.text) ? resource.text : undefined,
    calls: callsNamed(undefined, undefined, action.text),
    check,
    reason: { kind: 'unsaid', ...(explicit ? { denies: explicit.text === 'true' } : {}) },
  }
  return { kind: 'read', parts: parts.inOrder, facts }
}

/** Forms of the messages that are known, with examples for what varies. */
function forms(): readonly string[] {
  const caller = 'arn:aws:iam::111122223333:user/aya'
  const role = 'arn:aws:iam::111122223333:role/app-task'
  const said = layers
    .filter((policyType) => policyType !== 'trust' && policyType !== 'resource-based')
    .flatMap((policyType) =>
      (['implicit-deny', 'explicit-deny'] as const).map((kind) =>
        accessDeniedMessage({ principal: caller, action: 'iam:PassRole', resource: role, policyType, kind }),
      ),
    )
  const assumed = accessDeniedMessage({
    principal: caller,
    action: 'sts:AssumeRole',
    resource: role,
    policyType: 'trust',
    kind: 'implicit-deny',
  })
  return [...said, assumed, crossAccountRefusal.message, ...trustFailures().map(({ words }) => words)]
}

const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? [])

/** The forms that share most words with a text; at most three. */
function closestForms(text: string): readonly string[] {
  const asked = wordsIn(text.slice(0, 2000))
  const scored = forms().map((form) => {
    const words = wordsIn(form)
    const shared = [...words].filter((word) => asked.has(word)).length
    return { form, score: shared / Math.sqrt(Math.max(1, words.size)) }
  })
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ form }) => form)
}

/**
 * Reads the text of an error: a CLI's, an SDK's, the console's, a CloudTrail event's, a service's own, or a decoded message. Says nothing
 * that the text does not. Never throws; the work is bounded.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readErrorText(text: string): ErrorReading {
  if (text.trim() === '') return { kind: 'empty' }
  if (text.length > longestErrorText) return { kind: 'too-long', length: text.length, most: longestErrorText }
  const flat = flatText(text)
  const around: Around = {
    flat,
    code: first(flat.text, codes),
    operation: first(flat.text, operations),
    service: first(flat.text, services)?.text,
    parts: new Parts(flat),
  }
  const read = readDenied(around) ?? readCrossAccount(around) ?? readRefusal(around) ?? readTrustFailure(around) ?? readDecoded(around)
  if (read) return read
  const encoded = addBlob(flat, around.parts)
  if (!encoded) return { kind: 'unknown', closest: closestForms(flat.text) }
  around.parts.add('code', around.code, undefined)
  around.parts.add('operation', around.operation, 1)
  return { kind: 'encoded', parts: around.parts.inOrder, command: decodeCommand(encoded.text) }
}

/** Does a text look like one of these errors? For texts that are pasted or dropped where nobody asked for one. */
export const looksLikeError = (text: string): boolean =>
  text.length <= longestErrorText &&
  /not authorized|unable to assume|(?:cannot|could not) be assumed|could not assume|not be assumed|ncoded authorization|Cross-account pass role/i.test(
    text,
  )
