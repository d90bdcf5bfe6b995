import { parseArn } from '../iam'
import { type ChainLink, chainLinkOf } from './chain-link'
import { sessionKeys } from './request-contexts'
import type { Situation } from './situation'
import type { Documents, Trace } from './trace'

/** What belongs to the call that made the session: MFA is a user's, and neither id, limits nor tags are asked for again. */
const ofTheFirstCall = ['SerialNumber', 'TokenCode', 'ExternalId', 'Policy', 'PolicyArns', 'Tags', 'TransitiveTagKeys', 'ProvidedContexts']

/** Keys that say who calls, or what the first call carried: the session has its own. */
const ofTheFirstCaller = /^(aws:(principal|username|userid|multifactorauth|tokenissuetime|sourceidentity|requesttag|tagkeys)|sts:|iam:)/i

/** `next`, `next-2`, …: a name that is no role's of the link before. */
function nextName(name: string): string {
  const number = /^next(?:-(\d+))?$/.exec(name)
  return number ? `next-${Number(number[1] ?? 1) + 1}` : 'next'
}

function requestText(situation: Situation, { roleArn, roleName, sessionArn }: ChainLink, next: string, abroad: boolean): string {
  const { parameters, region, contextKeys, organization, workload } = situation
  const kept = Object.entries(parameters).filter(([member]) => !ofTheFirstCall.includes(member))
  const told = Object.entries(contextKeys).filter(([key]) => !ofTheFirstCaller.test(key))
  const keys = Object.fromEntries([...told, ...Object.entries(sessionKeys(situation, roleArn))])
  const hasPath = parseArn(roleArn)?.resource !== `role/${roleName}`
  const content = {
    caller: sessionArn,
    // The session's ARN has lost the role's path.
    ...(hasPath ? { callerRoleArn: roleArn } : {}),
    action: 'sts:AssumeRole',
    region,
    parameters: { ...Object.fromEntries(kept), RoleArn: next },
    ...(Object.keys(keys).length > 0 ? { contextKeys: keys } : {}),
    ...(organization && !abroad ? { organization } : {}),
    ...(workload ? { workload: { action: workload.action, resource: workload.resource } } : {}),
  }
  return JSON.stringify(content, null, 2)
}

/** The next role trusts the role of the session. A source identity goes on by itself, and has to be allowed again. */
function trustText({ roleArn, roleName }: ChainLink, situation: Situation): string {
  const identity = typeof situation.parameters.SourceIdentity === 'string'
  const action = identity ? '["sts:AssumeRole", "sts:SetSourceIdentity"]' : '"sts:AssumeRole"'
  const name = roleName.replace(/[^A-Za-z0-9]/g, '')
  const sid = `Trust${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return `{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Sid": "${sid}",\n    "Effect": "Allow",\n    "Principal": {\n      "AWS": ${JSON.stringify(roleArn)}\n    },\n    "Action": ${action}\n  }]\n}`
}

/** The permissions of a role: its entry in `roles` where it has one, else the document that serves all others. */
function permissionsText(documents: Documents, roleArn: string): string | undefined {
  try {
    const entry: unknown = JSON.parse(documents.roles ?? '{}')[roleArn]
    if (typeof entry !== 'object' || entry === null) return documents.rolePolicy
    return 'rolePolicy' in entry ? JSON.stringify(entry.rolePolicy, null, 2) : undefined
  } catch {
    return documents.rolePolicy
  }
}

/** The session policy that the first call carried: from here on it limits the caller. */
function sessionPolicyText({ parameters: { Policy: policy } }: Situation): string | undefined {
  if (policy === undefined || policy === null) return undefined
  return typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2)
}

/**
 * The documents of the next link of a role chain, after an allowed direct call; undefined after any other. The session is the caller, its
 * authority is the role's own policy, and what limited the person before (boundary, session policy, another account's SCPs) does not go
 * with it. The role to take is a placeholder, `role/next`, that trusts the session's role; its permissions start as those of the role before.
 */
export function chainedDocuments(documents: Documents, trace: Trace): Documents | undefined {
  const link = chainLinkOf(trace)
  if (!link) return undefined
  const { situation } = trace
  const arn = parseArn(link.roleArn)
  if (!arn) return undefined
  const abroad = arn.account !== situation.caller.accountId
  const next = `arn:${arn.partition}:iam::${arn.account}:role/${nextName(link.roleName)}`
  const own = permissionsText(documents, link.roleArn)
  const { serviceControlPolicies: scps, resourceControlPolicies: rcps, roles } = documents
  const session = sessionPolicyText(situation)
  return {
    request: requestText(situation, link, next, abroad),
    identityPolicy: own ?? '[]',
    trustPolicy: trustText(link, situation),
    ...(own === undefined ? {} : { rolePolicy: own }),
    ...(session === undefined ? {} : { sessionPolicy: session }),
    ...(scps === undefined || abroad ? {} : { serviceControlPolicies: scps }),
    ...(rcps === undefined ? {} : { resourceControlPolicies: rcps }),
    ...(roles === undefined ? {} : { roles }),
  }
}
