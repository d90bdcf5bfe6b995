import type {
  Assumer,
  CatalogService,
  Confidence,
  ErrorTemplate,
  LaterPlace,
  PassSite,
  RoleTiming,
  SentKey,
  ServiceCall,
} from './pass-site'

type Docs = PassSite['docs']

/** The words of a trust failure; left out where they are not known. */
interface FailureSpec {
  readonly code?: string
  readonly message?: string
  /** Default: the call when the trust policy is tried there, else not known. */
  readonly place?: 'call' | LaterPlace
  readonly confidence?: Confidence
}

/** What a service file says of one role parameter: only what differs from "its own principal takes one role ARN on". */
export interface SiteSpec {
  readonly id: string
  readonly at: string | readonly string[]
  readonly kind?: PassSite['kind']
  readonly use?: PassSite['use']
  readonly principal?: string
  readonly otherPrincipals?: readonly string[]
  readonly assumer?: Assumer
  /** Default: the principal. Empty: not known to be sent. Several: which of them is not known. */
  readonly passedTo?: readonly string[]
  readonly associatedResourceArn?: PassSite['associatedResourceArn']
  readonly timing: RoleTiming
  readonly tried?: boolean
  readonly sends?: readonly SentKey[]
  readonly session?: string
  readonly fails?: FailureSpec
  /** The facts that AWS does not document. */
  readonly confidence?: Readonly<Record<string, Confidence>>
  readonly docs?: Docs
}

/** What a service file says of one call. */
export interface CallSpec extends Pick<ServiceCall, 'typicalAction' | 'contrast' | 'speaksAs' | 'exampleResolved'> {
  /** The IAM action without its service, and the API's name where that differs: `PUT=PutIntegration`. */
  readonly name: string
  readonly cli?: string
  /** The ARN's end, or a whole ARN; left out: the action has no resource types. */
  readonly resource?: string
  readonly returns?: string
  readonly label: string
  readonly example: ServiceCall['exampleParameters']
  readonly sites: readonly SiteSpec[]
}

/** A service as its file writes it. */
export interface ServiceSpec extends Pick<CatalogService, 'id' | 'name' | 'shortName' | 'workload'> {
  /** The CLI's name of the service, where it is not the IAM prefix. */
  readonly cli?: string
  readonly principal: string
  /** Code of a denied call. Default: `AccessDeniedException`, widely reported. */
  readonly denied?: Partial<ServiceCall['accessDenied']>
  readonly docs?: Docs
  readonly calls: readonly CallSpec[]
}

const documented = ['roleParameter', 'trustPrincipal', 'passedToService', 'associatedResourceArn', 'sessionName', 'assumed'] as const

/** The key that names the account for which the service acts. */
export const sourceAccount = (confidence: Confidence = 'documented'): SentKey => ({
  key: 'aws:SourceAccount',
  value: '<account>',
  confidence,
})

/** The key that names the resource for which the service acts. */
export const sourceArn = (value: string, confidence: Confidence = 'documented'): SentKey => ({ key: 'aws:SourceArn', value, confidence })

/** Both keys against the confused deputy. */
export const sourceKeys = (value: string, confidence: Confidence = 'documented'): readonly SentKey[] => [
  sourceAccount(confidence),
  sourceArn(value, confidence),
]

/** The key with which a service proves for whom it acts. */
export const externalId = (value: string, confidence: Confidence = 'documented'): SentKey => ({ key: 'sts:ExternalId', value, confidence })

/** Role ARN of the example account. */
export const exampleRole = (path: string): string => `arn:aws:iam::111122223333:role/${path}`

/** What an instance shows when its role does not trust EC2. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html */
export const metadataFailure: FailureSpec = {
  code: 'AssumeRoleUnauthorizedAccess',
  message: '{\n  "Code" : "AssumeRoleUnauthorizedAccess",\n  "Message" : "EC2 cannot assume the role <role-name>. …"\n}',
  confidence: 'documented',
  place: 'instance-metadata',
}

/**
 * A role that reaches EC2 inside an instance profile. IAM checks PassRole on the role, never on the profile's ARN, and AWS shows no
 * confused-deputy condition for it: nothing is known to be sent.
 */
export const inProfile = (spec: Pick<SiteSpec, 'id' | 'at'> & Partial<SiteSpec>): SiteSpec => ({
  kind: 'instance-profile',
  principal: 'ec2.amazonaws.com',
  timing: 'launch',
  tried: false,
  session: 'i-0abc1234def567890',
  fails: metadataFailure,
  ...spec,
})

/** A role that only stands in the request: when it is tried at the call, the call fails; otherwise it fails later. */
const seenAtCall = ({ timing, tried }: SiteSpec): boolean => tried ?? (timing === 'both' || timing === 'call')

function trustFailure(spec: SiteSpec): ErrorTemplate & { readonly place: 'call' | LaterPlace } {
  const { code = '', message = '', confidence = 'widely-reported' } = spec.fails ?? {}
  const place = seenAtCall(spec) ? 'call' : (spec.fails?.place ?? 'not-known')
  return { code, message, confidence: message === '' ? 'unsure' : confidence, place }
}

function passSite(spec: SiteSpec, service: ServiceSpec): PassSite {
  const principal = spec.principal ?? service.principal
  const [passedToService, ...otherPassedToServices] = spec.passedTo ?? [principal]
  return {
    id: spec.id,
    paths: typeof spec.at === 'string' ? [spec.at] : spec.at,
    resolvedPaths: [],
    kind: spec.kind ?? 'role-arn',
    use: spec.use ?? 'workload',
    servicePrincipal: principal,
    otherPrincipals: spec.otherPrincipals ?? [],
    assumer: spec.assumer ?? { kind: 'service', actions: ['sts:AssumeRole'] },
    passedToService,
    otherPassedToServices,
    associatedResourceArn: spec.associatedResourceArn,
    assumed: seenAtCall(spec) ? 'call' : 'later',
    timing: spec.timing,
    triedAtCall: spec.tried,
    sentKeys: spec.sends ?? [],
    sessionName: spec.session ?? 'session',
    trustFailure: trustFailure(spec),
    confidence: {
      ...Object.fromEntries(documented.map((fact) => [fact, 'documented'] as const)),
      ...(spec.session === undefined ? { sessionName: 'unsure' } : {}),
      ...(spec.associatedResourceArn === undefined ? { associatedResourceArn: 'unsure' } : {}),
      ...(spec.tried === undefined ? { assumed: 'unsure' } : {}),
      ...spec.confidence,
    },
    docs: spec.docs ?? service.docs ?? {},
  }
}

/** `CreateDBCluster` as the CLI writes it. */
export const kebabCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

function serviceCall(spec: CallSpec, service: ServiceSpec): ServiceCall {
  const { name, cli, resource, returns, label, example, sites, ...more } = spec
  const [action = name, operation = action] = name.split('=')
  return {
    ...more,
    action: `${service.id}:${action}`,
    operation,
    cliCommand: cli ?? `${service.cli ?? service.id} ${kebabCase(operation)}`,
    serviceId: service.id,
    passSites: sites.map((site) => passSite(site, service)),
    resource:
      resource === undefined || resource.startsWith('arn:') ? resource : `arn:<partition>:${service.id}:<region>:<account>:${resource}`,
    accessDenied: { code: 'AccessDeniedException', wrap: 'plain', confidence: 'widely-reported', ...service.denied },
    returns: returns ?? '',
    returnsLabel: label,
    exampleParameters: example,
  }
}

/** Fills in what a service's calls and role parameters have in common. */
export function defineService(spec: ServiceSpec): CatalogService {
  const { id, name, shortName, workload, calls } = spec
  return { id, name, shortName, workload, calls: calls.map((call) => serviceCall(call, spec)) }
}
