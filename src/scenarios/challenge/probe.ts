import type { PolicyDocument, RequestContext, Statement } from '../../iam'
import type { AuthorizationStep } from '../../simulate'

/** What differs from a request that the lesson needs. */
export type ProbeKind =
  | 'other-role'
  | 'other-service'
  | 'other-account'
  | 'other-principal'
  | 'other-action'
  | 'other-resource'
  | 'without-key'
  /** The call with which the lesson began, where it is the call that has to change. */
  | 'first-call'
  /** What a statement of the learner's own writes. */
  | 'written'

/** A request like one that the lesson needs, and not it: nobody needs it to be allowed. */
export interface Probe {
  readonly kind: ProbeKind
  /** The check of the solution's run that is asked again. */
  readonly step: AuthorizationStep
  /** What that check was asked. */
  readonly needed: RequestContext
  readonly request: RequestContext
  /** The value that differs; of `without-key` the key's name. */
  readonly value: string
}

/** Stands where a star stood: a name that no policy writes out, so that only a star can cover it. */
const anything = 'AnythingAtAll'
const written = (pattern: string) => pattern.replace(/\*+/g, anything).replace(/\?/g, 'x')

/** At most this many for each statement, so that hostile documents stay quick. */
const mostPerStatement = 12
const longestValue = 400

const otherServices = ['lambda.amazonaws.com', 'ec2.amazonaws.com', 'ecs-tasks.amazonaws.com', 'glue.amazonaws.com']
const otherAccount = '999988887777'

/** A request's keys, one of them replaced or taken away (`undefined`), whatever its case. */
export function withKey(keys: RequestContext['contextKeys'], name: string, value: string | readonly string[] | undefined) {
  const others = Object.entries(keys).filter(([key]) => key.toLowerCase() !== name.toLowerCase())
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]])
}

export function keyOf(keys: RequestContext['contextKeys'], name: string): string | readonly string[] | undefined {
  return Object.entries(keys).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
}

type Vary = (kind: ProbeKind, value: string, change: Partial<RequestContext>) => Probe

const isService = (principal: string) => !principal.startsWith('arn:')
const accountIn = (arn: string) => arn.split(':')[4] ?? ''

function otherPrincipals(needed: RequestContext, vary: Vary): readonly Probe[] {
  const account = accountIn(needed.resource)
  const people = [`arn:aws:iam::${account}:user/somebody-else`, `arn:aws:iam::${otherAccount}:user/mallory`]
  const asked = people.map((arn) =>
    vary('other-principal', arn, {
      principal: arn,
      contextKeys: {
        ...needed.contextKeys,
        'aws:PrincipalArn': arn,
        'aws:PrincipalAccount': accountIn(arn),
        'aws:PrincipalIsAWSService': 'false',
      },
    }),
  )
  if (!isService(needed.principal)) return asked
  const services = otherServices
    .filter((service) => service !== needed.principal)
    .map((service) =>
      vary('other-principal', service, {
        principal: service,
        contextKeys: withKey(needed.contextKeys, 'aws:PrincipalServiceName', service),
      }),
    )
  return [...services.slice(0, 2), ...asked]
}

/** What a service says about whom it works for, said of another account. */
function otherAccounts(needed: RequestContext, vary: Vary): readonly Probe[] {
  const told = ['aws:SourceAccount', 'aws:SourceArn'].filter((key) => keyOf(needed.contextKeys, key) !== undefined)
  if (told.length === 0) return []
  const keys = told.reduce((all, key) => {
    const value = String(keyOf(all, key))
    return withKey(all, key, key === 'aws:SourceAccount' ? otherAccount : value.replace(/\d{12}/, otherAccount))
  }, needed.contextKeys)
  return [vary('other-account', otherAccount, { contextKeys: keys })]
}

/** What a person has to bring along to take a role on. */
const brought = ['aws:MultiFactorAuthPresent', 'sts:ExternalId']

/** Requests that stand for what is usually left open, for one check. */
export function usualProbes(step: AuthorizationStep, needed: RequestContext): readonly Probe[] {
  const vary: Vary = (kind, value, change) => ({ kind, step, needed, value, request: { ...needed, ...change } })
  const account = accountIn(needed.resource)
  const role = (name: string) => `arn:aws:iam::${account}:role/${name}`
  const otherActions = ['iam:CreateUser', `${needed.action.split(':')[0] ?? ''}:${anything}`].map((action) =>
    vary('other-action', action, { action }),
  )
  const roles = [role('admin'), `${needed.resource}-admin`].map((resource) => vary('other-role', resource, { resource }))
  switch (step.check) {
    case 'service-action':
      return otherActions
    case 'pass-role':
      return [
        ...otherServices
          .filter((service) => service !== keyOf(needed.contextKeys, 'iam:PassedToService'))
          .map((service) => vary('other-service', service, { contextKeys: withKey(needed.contextKeys, 'iam:PassedToService', service) }))
          .slice(0, 2),
        ...roles,
        ...otherActions,
      ]
    case 'assume-role':
      return [
        ...(step.speaker === 'caller' ? roles : []),
        ...otherAccounts(needed, vary),
        ...otherPrincipals(needed, vary),
        ...(step.speaker === 'caller' ? brought : [])
          .filter((key) => keyOf(needed.contextKeys, key) !== undefined)
          .map((key) => vary('without-key', key, { contextKeys: withKey(needed.contextKeys, key, undefined) })),
      ]
    case 'role-permission': {
      const parts = needed.resource.split(':')
      const elsewhere = [...parts.slice(0, 5), `${anything}/${anything}`].join(':')
      return [vary('other-resource', elsewhere, { resource: elsewhere }), ...otherActions]
    }
  }
}

const all = (element: Statement['action'] | Statement['resource'], not: string, otherwise: string) =>
  element?.name === not ? [otherwise] : (element?.values ?? []).map(({ value }) => value).filter((value) => value.length <= longestValue)

/** `*` for an action: what nobody should be able to do by the way. */
const actionOf = (pattern: string) => (pattern === '*' || pattern === '*:*' ? 'iam:CreateUser' : written(pattern))

/** Requests that a learner's statement writes out, its stars filled in and its conditions met. */
function probesOf(statement: Statement, step: AuthorizationStep, needed: RequestContext, elsewhere: readonly string[]): readonly Probe[] {
  const service = needed.action.split(':')[0] ?? ''
  const actions = all(statement.action, 'NotAction', `${service}:${anything}`)
    .map(actionOf)
    .filter((action) => !elsewhere.includes(action))
  if (actions.length === 0) return []
  const resources = statement.resource
    ? all(statement.resource, 'NotResource', needed.resource).map((pattern) => (pattern === '*' ? needed.resource : written(pattern)))
    : [needed.resource]
  const principals =
    statement.principal?.name === 'Principal'
      ? statement.principal.values.map(({ type, value: { value } }) => {
          if (type === 'Service') return value
          const account = /^\d{12}$/.test(value) ? value : /^arn:aws:iam::(\d{12}):root$/.exec(value)?.[1]
          return account ? `arn:aws:iam::${account}:user/somebody-else` : value === '*' ? needed.principal : written(value)
        })
      : [needed.principal]
  const conditions = statement.conditions
    .filter(({ operator }) => !/not|null/i.test(operator.value))
    .map(({ key, values }) => [key.value, values.map(({ value }) => written(value))] as const)
  const met = conditions.reduce<RequestContext['contextKeys']>((keys, [key, [first]]) => {
    return first === undefined ? keys : withKey(keys, key, first)
  }, needed.contextKeys)
  const base = {
    action: actions[0] ?? needed.action,
    resource: resources[0] ?? needed.resource,
    principal: principals[0] ?? needed.principal,
  }
  const of = (value: string, change: Partial<RequestContext>): Probe => ({
    kind: 'written',
    step,
    needed,
    value,
    request: { ...needed, ...base, contextKeys: met, ...change },
  })
  return [
    ...actions.map((action) => of(action, { action })),
    ...resources.map((resource) => of(resource, { resource })),
    ...principals.map((principal) => of(principal, { principal })),
    ...conditions.flatMap(([key, values]) => values.map((value) => of(value, { contextKeys: withKey(met, key, value) }))),
  ].slice(0, mostPerStatement)
}

/**
 * What the statements that a learner wrote would allow. `known`: those of the lesson's solution, which need not be tried. `elsewhere`:
 * actions about which another check asks, so that they are tried there.
 */
export function writtenProbes(
  policies: readonly PolicyDocument[],
  known: (statement: Statement) => boolean,
  step: AuthorizationStep,
  needed: RequestContext,
  elsewhere: readonly string[],
): readonly Probe[] {
  return policies
    .flatMap((policy) => policy.statements)
    .filter((statement) => statement.usable && statement.effect?.value === 'Allow' && !known(statement))
    .slice(0, 8)
    .flatMap((statement) => probesOf(statement, step, needed, elsewhere))
}
