import { parseArn } from '../match/arn'
import type { PrincipalElement, PrincipalValue, Statement } from '../parse/policy-document'
import type { PolicyType, Problem } from '../terms'
import { finding, type LintInput, suggesting } from './finding'
import type { KnownNames } from './near-misses'
import { isServiceName } from './service-name'

/** Providers of web identity that are named without an ARN. */
const webDomains: ReadonlySet<string> = new Set([
  'cognito-identity.amazonaws.com',
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
  'accounts.amazon.com',
])

/** Accounts, ARNs, everyone; canonical and unique ids are told by the reader or stand under their own type. */
const isAwsPrincipal = (value: string) =>
  value === '*' || /^(\d{12}|arn:[^:]+:(iam|sts)::\d{12}:.+|A[A-Z0-9]{15,})$/.test(value) || value.includes('${')

function format({ type, value }: PrincipalValue, policyType: PolicyType): Problem[] {
  const text = value.value
  const facts = { value: text }
  switch (type) {
    case 'Service': {
      if (isServiceName(text)) return []
      const suggestion = /^[a-z0-9-]+(\.amazonaws(\.[a-z]*)?)?$/.test(text) ? `${text.replace(/\..*$/, '')}.amazonaws.com` : undefined
      return [finding('service-format', 'error', value.span, { ...facts, ...suggesting(suggestion) })]
    }
    case 'AWS':
      if (/^arn:[^:]*:iam::[^:]*:group\//.test(text)) return [finding('principal-group', 'error', value.span, facts)]
      return isAwsPrincipal(text) ? [] : [finding('principal-format', 'error', value.span, facts)]
    case 'Federated':
      if (policyType !== 'trust') return [finding('federated-not-supported', 'error', value.span, facts)]
      if (text === '*' || webDomains.has(text) || /^arn:[^:]+:iam::\d{12}:(saml|oidc)-provider\/.+$/.test(text)) return []
      return [finding('federated-format', 'error', value.span, facts)]
    default:
      return []
  }
}

const isSaml = (value: string) => value.includes(':saml-provider/')
const literalActions = ({ action }: Statement) => (action?.name === 'Action' ? action.values : [])
const hasAction = (statement: Statement, name: string) =>
  statement.action?.name === 'NotAction' ||
  literalActions(statement).some(({ value }) => value.toLowerCase() === name || value.includes('*'))

/** Which way into a role belongs to which kind of principal. https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html */
function actionsFor(statement: Statement, principal: PrincipalElement): Problem[] {
  if (principal.values.length === 0) return []
  const federated = principal.values.filter(({ type }) => type === 'Federated')
  const others = principal.values.length > federated.length
  const expected = new Set([
    ...(others ? ['sts:assumerole'] : []),
    ...federated.map(({ value }) => (isSaml(value.value) ? 'sts:assumerolewithsaml' : 'sts:assumerolewithwebidentity')),
  ])
  const right: Readonly<Record<string, string>> = {
    'sts:assumerole': 'sts:AssumeRole',
    'sts:assumerolewithsaml': 'sts:AssumeRoleWithSAML',
    'sts:assumerolewithwebidentity': 'sts:AssumeRoleWithWebIdentity',
  }
  const [only] = expected
  return literalActions(statement)
    .filter(({ value }) => value.toLowerCase() in right && !expected.has(value.toLowerCase()))
    .map(({ value, span }) =>
      finding('action-for-principal', 'error', span, {
        action: value,
        principal: principal.values[0]?.value.value ?? '',
        ...suggesting(expected.size === 1 && only ? right[only] : undefined),
      }),
    )
}

/** An OpenID Connect provider vouches for everyone it knows: who exactly is for a condition to say. */
function webIdentity({ conditions, effect }: Statement, { values }: PrincipalElement): Problem[] {
  if (effect?.value !== 'Allow') return []
  return values.flatMap(({ type, value }): Problem[] => {
    const provider = /:oidc-provider\/(.+)$/.exec(value.value)?.[1] ?? (webDomains.has(value.value) ? value.value : undefined)
    if (type !== 'Federated' || provider === undefined) return []
    const own = conditions.filter(({ key }) => key.value.toLowerCase().startsWith(`${provider.toLowerCase()}:`))
    if (provider !== 'token.actions.githubusercontent.com')
      return own.length > 0 ? [] : [finding('oidc-without-key', 'security', value.span, { provider })]
    const subjects = own.filter(({ key }) => key.value.toLowerCase().endsWith(':sub'))
    if (subjects.length === 0) return [finding('github-without-repository', 'security', value.span, { provider })]
    return subjects.flatMap((subject) =>
      subject.values
        .filter((entry) => entry.value.length < 1000 && /^(\*|repo:(\*|[^/]*\*[^/]*\/.*|[^:]*\/\*.*|[^:]*:\*))$/.test(entry.value))
        .map((entry) => finding('github-any-repository', 'warning', entry.span, { value: entry.value })),
    )
  })
}

const sourceKeys = /^aws:source(arn|account|orgid|orgpaths)$/i
/** Keys of a caller with an identity: a service that acts for itself never sends them. */
const callerKeys = /^(aws:principal(orgid|orgpaths|account|arn|type|tag\/.*)|aws:username|aws:userid)$/i
const mfaKeys = /^aws:multifactorauth(present|age)$/i

function services(
  statement: Statement,
  { values }: PrincipalElement,
  policyType: PolicyType,
  { sourceKeySenders = [], externalIdSenders = [] }: KnownNames,
): Problem[] {
  const named = values.filter(({ type }) => type === 'Service')
  const [first] = named
  if (!first || statement.effect?.value !== 'Allow') return []
  const { conditions } = statement
  const found: Problem[] = []
  if (!conditions.some(({ key }) => sourceKeys.test(key.value)))
    for (const { value } of named)
      if (policyType !== 'trust') found.push(finding('service-without-source', 'security', value.span, { service: value.value }))
      else if (sourceKeySenders.includes(value.value))
        found.push(finding('service-without-source', 'info', value.span, { service: value.value }))
  if (named.length < values.length) return found
  for (const { key } of conditions) {
    const facts = { key: key.value, service: first.value.value }
    if (key.value.toLowerCase() === 'sts:externalid') {
      const unsent = named.find(({ value }) => !externalIdSenders.includes(value.value))?.value.value
      if (unsent !== undefined) found.push(finding('external-id-of-service', 'warning', key.span, { ...facts, service: unsent }))
    } else if (mfaKeys.test(key.value)) found.push(finding('mfa-of-service', 'warning', key.span, facts))
    else if (callerKeys.test(key.value)) found.push(finding('service-without-key', 'warning', key.span, facts))
  }
  return found
}

/** A key about tags or the source identity is only sent with a call that needs one more action. */
function furtherActions(statement: Statement): Problem[] {
  if (statement.effect?.value !== 'Allow') return []
  return statement.conditions.flatMap(({ key }): Problem[] => {
    const lower = key.value.toLowerCase()
    const action =
      lower === 'sts:sourceidentity'
        ? 'sts:SetSourceIdentity'
        : /^(aws:requesttag\/|aws:tagkeys$|sts:transitivetagkeys$)/.test(lower)
          ? 'sts:TagSession'
          : undefined
    return action && !hasAction(statement, action.toLowerCase())
      ? [finding('tag-session-missing', 'warning', key.span, { key: key.value, action })]
      : []
  })
}

function redundantSessions({ values }: PrincipalElement): Problem[] {
  const roles = new Set(
    values.flatMap(({ value }) => {
      const arn = parseArn(value.value)
      return arn?.service === 'iam' && arn.resource.startsWith('role/') ? [`${arn.account} ${arn.resource.split('/').at(-1)}`] : []
    }),
  )
  return values.flatMap(({ value }): Problem[] => {
    const arn = parseArn(value.value)
    const [kind, role] = arn?.resource.split('/') ?? []
    const covered = arn?.service === 'sts' && kind === 'assumed-role' && roles.has(`${arn.account} ${role}`)
    return covered ? [finding('principal-session-redundant', 'suggestion', value.span, { value: value.value, role: role ?? '' })] : []
  })
}

function one(statement: Statement, policyType: PolicyType, names: KnownNames): Problem[] {
  const { principal, effect, conditions } = statement
  if (!principal) return []
  const found = principal.values.flatMap((value) => format(value, policyType))
  if (principal.name === 'NotPrincipal') return found
  found.push(...services(statement, principal, policyType, names))
  if (policyType !== 'trust') return found
  const everyone = principal.values.find(({ value }) => value.value === '*')
  if (everyone && effect?.value === 'Allow') {
    const { span } = everyone.value
    found.push(finding('trust-everyone', conditions.length > 0 ? 'warning' : 'security', span))
  }
  if (!everyone) found.push(...actionsFor(statement, principal))
  return [...found, ...webIdentity(statement, principal), ...furtherActions(statement), ...redundantSessions(principal)]
}

/** Checks of principals, in trust policies and other policies of resources. */
export function lintPrincipals({ document, names }: LintInput): Problem[] {
  const { policyType } = document
  if (policyType !== 'trust' && policyType !== 'resource-based') return []
  return document.statements.flatMap((statement) => (statement.usable ? one(statement, policyType, names) : []))
}
