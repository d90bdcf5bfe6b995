/** @typedef {import('./case.mjs').Case} Case */
/** @typedef {import('./case.mjs').Policy} Policy */

const kinds = /** @type {Record<string, string>} */ ({
  Allowed: 'allow',
  ImplicitlyDenied: 'implicit-deny',
  ExplicitlyDenied: 'explicit-deny',
})
const fullRcp = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] }

/**
 * The verdict of our engine on a case.
 * @param {{ parsePolicy: Function, evaluateRequest: Function }} engine
 * @param {string} broken an operator to read as its opposite, or nothing
 * @returns {(one: Case) => string}
 */
export function judgeOurs({ parsePolicy, evaluateRequest }, broken = '') {
  const read = (/** @type {Policy} */ policy, /** @type {string} */ type) => {
    const text = JSON.stringify(policy)
    return parsePolicy(
      broken
        ? text.replaceAll(`"${broken}"`, `"${broken.replace(/^([A-Z][a-z]+)(Not)?/, (_, family, not) => (not ? family : `${family}Not`))}"`)
        : text,
      type,
      'document',
    ).document
  }
  const levels = (/** @type {Policy[][] | undefined} */ list, /** @type {string} */ type) =>
    list?.map((level) => level.map((policy) => read(policy, type)))
  return (one) => {
    const policies = {
      identityBased: one.identity.map((policy) => read(policy, 'identity-based')),
      resourceBased: one.resourceBased && read(one.resourceBased, 'resource-based'),
      trust: one.trust && read(one.trust, 'trust'),
      permissionsBoundary: one.boundary && [read(one.boundary, 'permissions-boundary')],
      session: one.session && read(one.session, 'session'),
      serviceControl: levels(one.serviceControl, 'service-control'),
      resourceControl: levels(one.resourceControl, 'resource-control'),
    }
    return evaluateRequest(one.request, policies).verdict.kind
  }
}

/**
 * The verdict of the peer on a case.
 * @param {{ authorize: Function, AwsRequestImpl: any, RequestContextImpl: any, anonymousPrincipal: unknown, loadPolicy: Function, simulationParameters: object }} modules
 * @returns {(one: Case) => string}
 */
export function judgeTheirs({ authorize, AwsRequestImpl, RequestContextImpl, anonymousPrincipal, loadPolicy, simulationParameters }) {
  const load = (/** @type {Policy} */ policy) => loadPolicy(policy, { name: 'policy' })
  const optional = (/** @type {Policy | undefined} */ policy) => policy && load(policy)
  const levels = (/** @type {Policy[][] | undefined} */ list, /** @type {Policy[]} */ implied) =>
    (list ?? []).map((level, index) => ({ orgIdentifier: `level-${index}`, policies: [...implied, ...level].map(load) }))
  return (one) => {
    const { principal, action, resource, resourceAccount, contextKeys } = one.request
    const anonymous = principal === 'anonymous'
    const entries = Object.entries(contextKeys).filter(([key]) => !(anonymous && key.toLowerCase().startsWith('aws:principal')))
    const boundary = optional(one.boundary)
    const { result } = authorize({
      request: new AwsRequestImpl(
        anonymous ? anonymousPrincipal : principal,
        { resource, accountId: resourceAccount },
        action,
        new RequestContextImpl(Object.fromEntries(entries)),
        resource === '*',
      ),
      sessionPolicy: optional(one.session),
      identityPolicies: one.identity.map(load),
      serviceControlPolicies: levels(one.serviceControl, []),
      resourceControlPolicies: levels(one.resourceControl, [fullRcp]),
      resourcePolicy: optional(one.trust ?? one.resourceBased),
      permissionBoundaries: boundary && [boundary],
      vpcEndpointPolicies: undefined,
      simulationParameters,
    })
    return kinds[result] ?? result
  }
}
