/** @typedef {{ Version?: string, Statement: Record<string, unknown>[] }} Policy */
/**
 * One case, as plain JSON: a request and every policy that applies to it.
 * @typedef {{
 *   request: { principal: string, action: string, resource: string, resourceAccount: string, contextKeys: Record<string, string | string[]> },
 *   identity: Policy[], boundary?: Policy | undefined, session?: Policy | undefined, serviceControl?: Policy[][] | undefined,
 *   resourceControl?: Policy[][] | undefined, resourceBased?: Policy | undefined, trust?: Policy | undefined
 * }} Case
 */

const levels = (/** @type {Policy[][] | undefined} */ list, /** @type {(policy: Policy) => Policy} */ change) =>
  list?.map((level) => level.map(change))

/**
 * The case with every policy put through `change`.
 * @param {Case} one
 * @param {(policy: Policy, type: string) => Policy} change
 * @returns {Case}
 */
export function mapPolicies(one, change) {
  const optional = (/** @type {Policy | undefined} */ policy, /** @type {string} */ type) => policy && change(policy, type)
  return {
    request: one.request,
    identity: one.identity.map((policy) => change(policy, 'identity-based')),
    boundary: optional(one.boundary, 'permissions-boundary'),
    session: optional(one.session, 'session'),
    serviceControl: levels(one.serviceControl, (policy) => change(policy, 'service-control')),
    resourceControl: levels(one.resourceControl, (policy) => change(policy, 'resource-control')),
    resourceBased: optional(one.resourceBased, 'resource-based'),
    trust: optional(one.trust, 'trust'),
  }
}

/**
 * The case with every statement put through `change`.
 * @param {Case} one
 * @param {(statement: Record<string, unknown>, type: string, variables: boolean) => Record<string, unknown>} change
 */
export const mapStatements = (one, change) =>
  mapPolicies(one, (policy, type) => ({
    ...policy,
    Statement: policy.Statement.map((statement) => change(statement, type, policy.Version === '2012-10-17')),
  }))

export const listOf = (/** @type {unknown} */ value) => /** @type {string[]} */ (Array.isArray(value) ? value : [value])

/** Conditions that are always met and never met, whatever is made of operators. */
export const always = /** @type {[string, string, string[]]} */ (['Null', 'lab:AbsentOne', ['true']])
export const never = /** @type {[string, string, string[]]} */ (['Null', 'lab:AbsentTwo', ['false']])

/**
 * The case with every operator and key of its conditions put through `change`.
 * @param {Case} one
 * @param {(operator: string, key: string, values: string[], variables: boolean) => [operator: string, key: string, values: string[]]} change
 */
export const mapConditions = (one, change) =>
  mapStatements(one, (statement, _type, variables) => {
    if (!statement.Condition) return statement
    /** @type {Record<string, Record<string, string[]>>} */
    const conditions = {}
    for (const [operator, block] of Object.entries(statement.Condition)) {
      for (const [key, values] of Object.entries(block)) {
        const [newOperator, newKey, newValues] = change(operator, key, listOf(values), variables)
        conditions[newOperator] = { ...conditions[newOperator], [newKey]: newValues }
      }
    }
    return { ...statement, Condition: conditions }
  })

/** The case with every Resource and NotResource value put through `change`. */
export const mapResources = (/** @type {Case} */ one, /** @type {(value: string, type: string, variables: boolean) => string} */ change) =>
  mapStatements(one, (statement, type, variables) => {
    const name = statement.Resource === undefined ? 'NotResource' : 'Resource'
    if (statement[name] === undefined) return statement
    return { ...statement, [name]: listOf(statement[name]).map((value) => change(value, type, variables)) }
  })

/** A request's value of a key, in any case of letters. */
export function contextValue(/** @type {Case} */ one, /** @type {string} */ key) {
  const name = Object.keys(one.request.contextKeys).find((other) => other.toLowerCase() === key.toLowerCase())
  return name === undefined ? undefined : one.request.contextKeys[name]
}
