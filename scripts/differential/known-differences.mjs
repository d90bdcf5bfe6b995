import { always, contextValue, listOf, mapConditions, mapPolicies, mapResources, mapStatements, never } from './case.mjs'

/** @typedef {import('./case.mjs').Case} Case */

const full = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
const isRoot = (/** @type {Case} */ one) => one.request.principal.endsWith(':root')
const isService = (/** @type {Case} */ one) =>
  one.request.principal.endsWith('.amazonaws.com') || one.request.principal.includes(':saml-provider/')
const isServiceLinked = (/** @type {Case} */ one) => one.request.principal.includes('assumed-role/AWSServiceRoleFor')
const isAnonymous = (/** @type {Case} */ one) => one.request.principal === 'anonymous'
const isDate = (/** @type {string} */ operator) => /^(?:For\w+:)?Date/.test(operator)
const isNegated = (/** @type {string} */ operator) => /Not/.test(operator)
const hasSet = (/** @type {string} */ operator) => operator.startsWith('For')
const isMissing = (/** @type {Case} */ one, /** @type {string} */ key) => {
  const value = contextValue(one, key)
  return value === undefined || (isAnonymous(one) && key.toLowerCase().startsWith('aws:principal'))
}
/** What the generator sends that is no number, date, address or ARN. */
const unreadable = new Set(['abc', 'yesterday', 'nowhere', 'no-arn'])
const isoOf = (/** @type {string} */ text) => (/^\d+$/.test(text) ? new Date(Number(text) * 1000).toISOString() : text)

/** The names of the variables in a text that have neither a value nor a default. */
function unresolved(/** @type {Case} */ one, /** @type {string} */ text) {
  return [...text.matchAll(/\$\{([^},]{2,})\}/g)].some(([, key = '']) => typeof contextValue(one, key) !== 'string' || isMissing(one, key))
}

/** The text with the variables that have a plain value filled in. */
const filled = (/** @type {Case} */ one, /** @type {string} */ text) =>
  text.replace(/\$\{([^},]{2,})(?:, '([^']*)')?\}/g, (whole, /** @type {string} */ key, /** @type {string | undefined} */ fallback) => {
    const value = isMissing(one, key) ? undefined : contextValue(one, key)
    return typeof value === 'string' ? value : (fallback ?? whole)
  })

/** Reads a Resource pattern the documented way, with a regular expression: a star that ends a part may run past the colon. */
function covers(/** @type {string} */ pattern, /** @type {string} */ resource) {
  const parts = pattern.split(':')
  const written = parts.map((part, index) => {
    const free = index >= 5
    const escaped = part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
    return escaped.replace(/[*?]/g, (wildcard, at) => {
      if (wildcard === '?') return free ? '.' : '[^:]'
      return free || at === escaped.length - 1 ? '.*' : '[^:]*'
    })
  })
  return new RegExp(`^${written.join(':')}$`, 's').test(resource)
}

/** A control policy takes no ARN of fewer than six parts; an SCP does when it ends in a star. */
const isRefused = (/** @type {string} */ value, /** @type {string} */ type) =>
  type.endsWith('-control') && value !== '*' && value.split(':').length < 6 && (type === 'resource-control' || !value.endsWith('*'))

/**
 * What @cloud-copilot/iam-simulate does otherwise than AWS's documents, each as a rewriting of the case that takes the difference away
 * without changing what AWS would answer. A disagreement is explained only when after it both agree, and our verdict is the one that it
 * was before. The numbers are those of the list in the evaluation reference.
 * @type {readonly { name: string, rewrite: (one: Case) => Case }[]}
 */
export const knownDifferences = [
  {
    name: '1 variables of a policy of Version 2008 are substituted',
    rewrite: (one) =>
      mapPolicies(one, (policy) =>
        policy.Version === '2012-10-17'
          ? policy
          : JSON.parse(
              JSON.stringify(policy).replace(/\$\{([^}]*)\}/g, (_, /** @type {string} */ key) => `#${key.replaceAll(/[:*?]/g, '_')}`),
            ),
      ),
  },
  {
    name: '2, 16 epoch seconds in dates',
    rewrite: (one) => {
      const converted = mapConditions(one, (operator, key, values) => [operator, key, isDate(operator) ? values.map(isoOf) : values])
      const entries = Object.entries(one.request.contextKeys).map(([key, value]) => [
        key,
        /time$/i.test(key) ? (typeof value === 'string' ? isoOf(value) : value.map(isoOf)) : value,
      ])
      return { ...converted, request: { ...one.request, contextKeys: Object.fromEntries(entries) } }
    },
  },
  {
    name: '3 the escapes for *, ? and $ in StringEquals',
    rewrite: (one) =>
      mapConditions(one, (operator, key, values, variables) => [
        operator,
        key,
        variables && /String(Not)?Equals/.test(operator) ? values.map((value) => value.replace(/\$\{([*?$])\}/g, '$1')) : values,
      ]),
  },
  {
    name: '4 a grant to the session is limited by its session policy',
    rewrite: (one) => ({
      ...one,
      session: one.session && {
        Version: '2012-10-17',
        Statement: [...full.Statement, ...one.session.Statement.filter((s) => s.Effect === 'Deny')],
      },
    }),
  },
  {
    name: '5 control policies reach service-linked roles and services',
    rewrite: (one) =>
      isServiceLinked(one)
        ? { ...one, serviceControl: undefined, resourceControl: undefined }
        : isService(one) || isAnonymous(one)
          ? { ...one, serviceControl: undefined }
          : one,
  },
  {
    name: '6 a star that ends a part of a Resource stays inside it',
    rewrite: (one) =>
      mapResources(one, (value, type) => {
        const parts = value.split(':')
        if (
          value === '*' ||
          one.request.resource === '*' ||
          isRefused(value, type) ||
          !parts.slice(0, 5).some((part) => part.endsWith('*')) ||
          value.includes('${')
        )
          return value
        return covers(value, one.request.resource) ? one.request.resource : 'arn:aws:none:::none'
      }),
  },
  {
    name: '7 ArnLike splits at the colon inside a variable',
    rewrite: (one) =>
      mapConditions(one, (operator, key, values, variables) => {
        if (!variables || !/Arn/.test(operator)) return [operator, key, values]
        return [
          operator,
          key,
          values.map((value) => (/\$\{aws:PrincipalAccount\}/.test(value) && !unresolved(one, value) ? filled(one, value) : value)),
        ]
      }),
  },
  {
    name: '8 ForAllValues compares an empty string',
    rewrite: (one) =>
      mapConditions(one, (operator, key, values) => {
        const value = isMissing(one, key) ? undefined : contextValue(one, key)
        const empty = value !== undefined && listOf(value).every((text) => text === '')
        return hasSet(operator) && !operator.endsWith('Null') && empty
          ? operator.startsWith('ForAll')
            ? always
            : never
          : [operator, key, values]
      }),
  },
  {
    name: '9 ForAllValues:Null and ForAnyValue:Null act as Null',
    rewrite: (one) =>
      mapConditions(one, (operator, key, values) =>
        operator === 'ForAllValues:Null' ? always : operator === 'ForAnyValue:Null' ? never : [operator, key, values],
      ),
  },
  {
    name: '10 ForAnyValue:…IfExists without the key is false',
    rewrite: (one) =>
      mapConditions(one, (operator, key, values) =>
        operator.startsWith('ForAnyValue') && operator.endsWith('IfExists') && isMissing(one, key) ? always : [operator, key, values],
      ),
  },
  {
    name: '11 the root user has nothing by default',
    rewrite: (one) => (isRoot(one) ? { ...one, identity: [...one.identity, full] } : one),
  },
  {
    name: '13 a wildcard in the resource-type word never matches',
    rewrite: (one) =>
      mapResources(one, (value) => {
        if (!/^[^/:]*[*?][^/:]*[/:]/.test(value.split(':').slice(5).join(':'))) return value
        return !value.includes('${') && covers(value, one.request.resource) ? one.request.resource : 'arn:aws:none:::none'
      }),
  },
  {
    name: '14 a negated operator on an unparseable value is false',
    rewrite: (one) => {
      const readable = { ...one.request.contextKeys }
      const changed = mapConditions(one, (operator, key, listed) => {
        if (!isNegated(operator) || /String/.test(operator)) return [operator, key, listed]
        const values = /Arn/.test(operator) ? listed.map((text) => (text.split(':').length < 6 ? 'arn:aws:none:::none' : text)) : listed
        const sent = isMissing(one, key) ? undefined : contextValue(one, key)
        const odd = sent === undefined ? [] : listOf(sent).filter((text) => unreadable.has(text))
        if (sent === undefined || odd.length === 0 || (typeof sent !== 'string' && !hasSet(operator))) return [operator, key, values]
        if (typeof sent === 'string' || operator.startsWith('ForAny')) return always
        // All of the others have to satisfy the operator.
        readable[`${key}-readable`] = listOf(sent).filter((text) => !unreadable.has(text))
        return [operator, `${key}-readable`, values]
      })
      return { ...changed, request: { ...one.request, contextKeys: readable } }
    },
  },
  {
    name: '15 an inverted operator with an unresolved variable is false',
    rewrite: (one) =>
      mapConditions(one, (operator, key, values, variables) => {
        if (!variables || !isNegated(operator) || !/String|Arn/.test(operator)) return [operator, key, values]
        return [
          operator,
          key,
          values.map((value) => (unresolved(one, value) ? (/Arn/.test(operator) ? 'arn:aws:none:::none' : '#none#') : value)),
        ]
      }),
  },
  {
    name: '17 an IPv4 /0 block contains nothing',
    rewrite: (one) =>
      mapConditions(one, (operator, key, values) => [
        operator,
        key,
        values.flatMap((value) => (value === '0.0.0.0/0' ? ['0.0.0.0/1', '128.0.0.0/1'] : [value])),
      ]),
  },
  {
    name: '18 NotIpAddress between IPv4 and IPv6 is false',
    rewrite: (one) =>
      mapConditions(one, (operator, key, values) => {
        const value = contextValue(one, key)
        if (!operator.includes('NotIp') || typeof value !== 'string') return [operator, key, values]
        const same = values.filter((block) => block.includes(':') === value.includes(':'))
        return same.length > 0 ? [operator, key, same] : always
      }),
  },
  {
    name: '19 NotResource with an unresolved variable is not inverted',
    rewrite: (one) =>
      mapStatements(one, (statement, _type, variables) =>
        variables && statement.NotResource && listOf(statement.NotResource).some((value) => unresolved(one, value))
          ? { ...statement, Condition: { Null: { 'lab:AbsentTwo': 'false' } } }
          : statement,
      ),
  },
  {
    name: '20 AssumeRole without a trust policy is granted by the identity policy',
    rewrite: (one) =>
      one.request.action.startsWith('sts:') && !one.trust
        ? {
            ...one,
            trust: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' }],
            },
          }
        : one,
  },
  {
    name: '21 a federated user without a session policy keeps its user’s permissions',
    rewrite: (one) =>
      one.request.principal.includes(':federated-user/') && !one.session
        ? {
            ...one,
            identity: one.identity.map((policy) => ({ ...policy, Statement: policy.Statement.filter((s) => s.Effect === 'Deny') })),
          }
        : one,
  },
  {
    name: '22 resource control policies reach every service',
    rewrite: (one) => (/^(s3|sts|sqs|kms|secretsmanager):/.test(one.request.action) ? one : { ...one, resourceControl: undefined }),
  },
  {
    name: '23 a key with an empty list is present',
    rewrite: (one) => {
      const entries = Object.entries(one.request.contextKeys).filter(([, value]) => value.length > 0 || value === '')
      return { ...one, request: { ...one.request, contextKeys: Object.fromEntries(entries) } }
    },
  },
  {
    name: '24 a short ARN in a control policy leaves the other values of its statement',
    rewrite: (one) =>
      mapStatements(one, (statement, type) => {
        const short = listOf(statement.Resource ?? statement.NotResource ?? []).some((value) => isRefused(value, type))
        return short ? { ...statement, Condition: { Null: { 'lab:AbsentTwo': 'false' } } } : statement
      }),
  },
  {
    name: '25 SetSourceIdentity in a role chain needs only the trust policy',
    rewrite: (one) =>
      one.request.action === 'sts:SetSourceIdentity' && one.request.principal.includes('assumed-role') && one.trust
        ? {
            ...one,
            trust: {
              ...one.trust,
              Statement: one.trust.Statement.map((s) =>
                s.Effect === 'Allow' ? { ...s, Principal: { AWS: one.request.principal.split(':')[4] } } : s,
              ),
            },
          }
        : one,
  },
  {
    name: '26 a variable with an empty value counts as one without a value',
    rewrite: (one) =>
      mapPolicies(one, (policy) =>
        policy.Version === '2012-10-17'
          ? JSON.parse(
              JSON.stringify(policy).replace(/\$\{([^},]+)(?:, '[^']*')?\}/g, (whole, /** @type {string} */ key) =>
                !isMissing(one, key) && contextValue(one, key) === '' ? '' : whole,
              ),
            )
          : policy,
      ),
  },
  {
    name: '27 Deny with NotPrincipal spares whoever has only the account or the role listed',
    rewrite: (one) =>
      mapStatements(one, (statement) => {
        const { NotPrincipal, ...rest } = statement
        if (statement.Effect !== 'Deny' || !NotPrincipal) return statement
        const listed = Object.values(NotPrincipal).flatMap(listOf)
        const { principal } = one.request
        const role = listed.some((value) => value.includes(':role/') && value.endsWith(`/${principal.split('/')[1]}`))
        const spared = isRoot(one) || (listed.includes(principal) && (!principal.includes('assumed-role') || role))
        return spared ? statement : { ...rest, Principal: '*' }
      }),
  },
]

/** After which rewritings, fewest first, do both agree while our verdict stays? Their names; undefined when the disagreement is not explained. */
export function explain(/** @type {Case} */ one, /** @type {(one: Case) => string} */ ours, /** @type {(one: Case) => string} */ theirs) {
  const verdict = ours(one)
  const settles = (/** @type {Case} */ changed) => ours(changed) === verdict && theirs(changed) === verdict
  for (const { name, rewrite } of knownDifferences) if (settles(rewrite(one))) return [name]
  // Several at once: all that leave our verdict as it is, and then again without each that is not needed.
  const apply = (/** @type {readonly { rewrite: (one: Case) => Case }[]} */ list) =>
    list.reduce((changed, { rewrite }) => rewrite(changed), one)
  let needed = knownDifferences.slice(0, 0)
  for (const difference of knownDifferences) if (ours(apply([...needed, difference])) === verdict) needed = [...needed, difference]
  if (!settles(apply(needed))) return undefined
  for (const difference of needed) {
    const fewer = needed.filter((other) => other !== difference)
    if (settles(apply(fewer))) needed = fewer
  }
  return needed.map(({ name }) => name)
}
