import type { Evaluation, PolicyDocument, Statement } from '../iam'
import type { Authority } from '../simulate'
import { type FoundPath, findPaths } from './escalation-paths'
import { covers } from './gains-glob'
import { shortValue } from './short-value'

/** `some`: part of it. `condition`: only where a condition of the statement holds, which cannot be told from here. */
export type Can = 'yes' | 'no' | 'some' | 'condition'

/** What one statement of the role lets it do, and what the caller may do of that without it. */
export interface GainRow {
  readonly actions: readonly string[]
  /** As the policy writes it. */
  readonly resources: readonly string[]
  /** The statement speaks of everything but these. */
  readonly except: boolean
  /** An action with a star cannot be listed in full: what is said of it is the least. */
  readonly atLeast: boolean
  readonly caller: Can
  readonly role: Can
  readonly gained: boolean
}

/** Who gains what by the role, and the known paths that lead there. */
export interface Gains {
  readonly rows: readonly GainRow[]
  readonly gained: boolean
  readonly paths: readonly FoundPath[]
}

/** Stands where a star stood: a name that no policy writes out, so that only a star can cover it. */
const anything = 'AnythingAtAll'
const written = (pattern: string) => pattern.replace(/\*+/g, anything).replace(/\?/g, 'x')

/** A resource that a pattern covers, in the role's own account where the pattern leaves that open: elsewhere nothing here could allow it. */
function writtenResource(pattern: string, accountId: string): string {
  const parts = pattern.split(':')
  if (parts.length > 5 && hasWildcard(parts[4] ?? '')) parts[4] = accountId
  return written(parts.join(':'))
}

const hasWildcard = (pattern: string) => /[*?]/.test(pattern)

const values = (element: Statement['action'] | Statement['resource']) => element?.values.map((located) => located.value) ?? []

const everyValue = (policies: readonly PolicyDocument[], of: (statement: Statement) => readonly string[]) =>
  [...new Set(policies.flatMap((policy) => policy.statements.flatMap(of)))].filter((name) => name.length <= longestName).slice(0, mostNames)

/** At most this many of each are tried, so that hostile policies stay quick. */
const most = 12
const mostProbes = 16
const mostRows = 30
const mostNames = 60
const longestName = 160

/** Requests that stand for a pattern: what it writes with its stars filled in, and every name in any policy that it covers. */
function samples(pattern: string, named: readonly string[], write: (pattern: string) => string = written): readonly string[] {
  if (!hasWildcard(pattern)) return [pattern]
  const covered = pattern.length > longestName ? [] : named.map(write).filter((name) => covers(pattern, name))
  return [...new Set([write(pattern), ...covered])].slice(0, most)
}

/** A resource that only a star covers, in the form that the action's service has. */
const anyResource = (action: string) => `arn:aws:${action.split(':')[0]?.toLowerCase() ?? 'x'}:::${anything}`

interface Probe {
  readonly action: string
  readonly resource: string
}

const allowed = (evaluation: Evaluation | undefined) => evaluation?.verdict.kind === 'allow'

const onlyCondition = (evaluation: Evaluation | undefined): boolean => {
  const statement = evaluation?.verdict.kind === 'implicit-deny' ? evaluation.verdict.statement : undefined
  const failed = statement?.elements.filter((element) => !element.matched) ?? []
  return failed.length > 0 && failed.every((element) => element.element === 'Condition')
}

function can(probes: readonly Probe[], may: (probe: Probe) => Evaluation | undefined): Can {
  const evaluations = probes.map(may)
  const yes = evaluations.filter(allowed).length
  if (yes === probes.length) return 'yes'
  if (yes > 0) return 'some'
  return evaluations.some(onlyCondition) ? 'condition' : 'no'
}

interface Named {
  readonly accountId: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
}

function probesOf(actions: readonly string[], resources: readonly string[], named: Named): Probe[] {
  const write = (pattern: string) => writtenResource(pattern, named.accountId)
  const all = actions.flatMap((pattern) =>
    samples(pattern === '*' ? '*:*' : pattern, named.actions)
      .filter((action) => action.includes(':'))
      .flatMap((action) =>
        resources.flatMap((resource) => {
          // "*" covers what has no resource type as well: there the request says "*" itself.
          if (resource === '*')
            return [anyResource(action), ...samples('*', named.resources, write).slice(1)].map((one) => ({ action, resource: one }))
          return samples(resource, named.resources, write).map((one) => ({ action, resource: one }))
        }),
      ),
  )
  return all.slice(0, mostProbes)
}

function rowOf(authority: Authority, statement: Statement, actions: readonly string[], named: Named): GainRow {
  const except = statement.action?.name === 'NotAction' || statement.resource?.name === 'NotResource'
  const resources = values(statement.resource)
  // What is left out cannot be named; a name that no policy writes stands for the rest.
  const probes = except
    ? [{ action: `${anything.toLowerCase()}:${anything}`, resource: anyResource(`${anything}:`) }]
    : probesOf(actions, resources.length > 0 ? resources : ['*'], named)
  const role = can(probes, ({ action, resource }) => authority.roleMay(action, resource))
  const open = probes.filter(({ action, resource }) => role === 'condition' || allowed(authority.roleMay(action, resource)))
  const caller = open.length === 0 ? 'yes' : can(open, ({ action, resource }) => authority.callerMay(action, resource))
  return {
    actions,
    resources,
    except,
    atLeast: except || actions.some(hasWildcard),
    caller,
    role,
    gained: role !== 'no' && caller !== 'yes',
  }
}

/** Rows of the same resources and the same answers are one row. */
function merged(rows: readonly GainRow[]): readonly GainRow[] {
  const kept = new Map<string, GainRow>()
  for (const row of rows) {
    const service = row.actions[0]?.split(':')[0] ?? ''
    const key = JSON.stringify([service, row.resources, row.except, row.caller, row.role, row.atLeast])
    const before = kept.get(key)
    kept.set(key, before ? { ...before, actions: [...new Set([...before.actions, ...row.actions])] } : row)
  }
  return [...kept.values()]
}

/** Everything that a policy may name as its resource, for the question whether the caller may do something at all. */
function mayAtAll(authority: Authority, resources: readonly string[]): (action: string) => boolean {
  return (action) =>
    ['*', anyResource(action), ...resources.map((resource) => writtenResource(resource, authority.accountId))]
      .slice(0, 4 * most)
      .some((resource) => allowed(authority.callerMay(action, resource)))
}

/**
 * What the role may do that the caller may not, by the statements of the role's policy. Each is judged by requests that stand for it: an
 * action with a star by a name that only a star covers, and by every name in either policy that it covers.
 */
export function gainsOf(authority: Authority): Gains {
  const policies = [...authority.rolePolicies, ...authority.callerPolicies]
  const named: Named = {
    accountId: authority.accountId,
    actions: everyValue(policies, (statement) => values(statement.action)),
    resources: everyValue(policies, (statement) => values(statement.resource)),
  }
  const statements = authority.rolePolicies
    .flatMap((policy) => policy.statements)
    .filter((statement) => statement.effect?.value === 'Allow' && statement.usable)
  const rows = statements.slice(0, mostRows).flatMap((statement) => {
    if (statement.action?.name !== 'Action') return [rowOf(authority, statement, values(statement.action), named)]
    return values(statement.action)
      .slice(0, mostRows)
      .map((action) => rowOf(authority, statement, [action], named))
  })
  const shown = merged(rows.filter((row) => row.role !== 'no'))
  const gained = shown.some((row) => row.gained)
  const questions = {
    trusts: authority.trusts,
    mayPassTo: (principal: string) => allowed(authority.mayPassTo(principal)),
    may: mayAtAll(authority, named.resources),
  }
  return {
    rows: [...shown.filter((row) => !row.gained), ...shown.filter((row) => row.gained)],
    gained,
    paths: gained ? findPaths(questions) : [],
  }
}

/** "iam:CreateAccessKey, AttachUserPolicy": the service is said once. */
export function actionList(actions: readonly string[]): string {
  const [first = '', ...others] = actions
  const service = `${first.split(':')[0]}:`
  return [first, ...others.map((action) => (action.startsWith(service) ? action.slice(service.length) : action))].join(', ')
}

/** "app-data/*, logs/*", or undefined for everything. */
export const resourceList = (resources: readonly string[]): string | undefined =>
  resources.length === 0 || resources.includes('*') ? undefined : resources.map(shortValue).join(', ')
