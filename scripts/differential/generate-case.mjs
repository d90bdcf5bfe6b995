import { condition, contextKeys, withVariables } from './generate-conditions.mjs'

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./case.mjs').Case} Case */
/** @typedef {import('./case.mjs').Policy} Policy */

const A = '111111111111'
const B = '222222222222'
const session = (/** @type {string} */ account, name = 'app/s1') => `arn:aws:sts::${account}:assumed-role/${name}`

const callers = (/** @type {string} */ account) => [
  `arn:aws:iam::${account}:user/u`,
  `arn:aws:iam::${account}:user/team/v`,
  session(account),
  session(account),
  session(account, 'other/s2'),
  `arn:aws:sts::${account}:federated-user/u`,
  `arn:aws:iam::${account}:root`,
  session(account, 'AWSServiceRoleForECS/s'),
]
const services = ['ecs-tasks.amazonaws.com', 'lambda.amazonaws.com']
const saml = `arn:aws:iam::${A}:saml-provider/X`

/** Actions by service, with what they act on in an account. */
const targets = [
  {
    service: 's3',
    actions: ['GetObject', 'PutObject', 'DeleteObject', 'GetObjectAcl'],
    arn: () => ['arn:aws:s3:::bucket/a/b', 'arn:aws:s3:::bucket/red/u'],
  },
  { service: 's3', actions: ['ListBucket', 'GetBucketPolicy'], arn: () => ['arn:aws:s3:::bucket'] },
  { service: 'sqs', actions: ['SendMessage', 'ReceiveMessage'], arn: (/** @type {string} */ a) => [`arn:aws:sqs:us-east-1:${a}:queue`] },
  {
    service: 'dynamodb',
    actions: ['GetItem', 'PutItem', 'Query'],
    arn: (/** @type {string} */ a) => [`arn:aws:dynamodb:us-east-1:${a}:table/prod-x`],
  },
  {
    service: 'logs',
    actions: ['GetLogEvents', 'PutLogEvents'],
    arn: (/** @type {string} */ a) => [`arn:aws:logs:us-east-1:${a}:log-group:/app:log-stream:s`],
  },
  {
    service: 'secretsmanager',
    actions: ['GetSecretValue'],
    arn: (/** @type {string} */ a) => [`arn:aws:secretsmanager:us-east-1:${a}:secret:x-1`],
  },
  { service: 'kms', actions: ['Decrypt', 'Encrypt'], arn: (/** @type {string} */ a) => [`arn:aws:kms:us-east-1:${a}:key/k`] },
  {
    service: 'iam',
    actions: ['PassRole', 'GetRole'],
    arn: (/** @type {string} */ a) => [`arn:aws:iam::${a}:role/app`, `arn:aws:iam::${a}:role/team/app`],
  },
  {
    service: 'sts',
    actions: ['AssumeRole', 'AssumeRole', 'AssumeRole', 'TagSession', 'SetSourceIdentity', 'AssumeRoleWithSAML'],
    arn: (/** @type {string} */ a) => [`arn:aws:iam::${a}:role/target`, `arn:aws:iam::${a}:role/app`],
  },
  { service: 's3', actions: ['ListAllMyBuckets'], arn: () => ['*'] },
]

/** Services whose resources have policies that the peer knows to be optional. */
const withResourcePolicy = new Set(['s3', 'sqs', 'dynamodb', 'logs', 'secretsmanager', 'kms'])

const others = ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage', 'sts:AssumeRole', 'iam:PassRole', 'ec2:RunInstances']

/** An Action value that means the request's action about two times in three. */
function actionValue(/** @type {Random} */ random, /** @type {string} */ action) {
  const [service, name = ''] = action.split(':')
  const half = name.slice(0, 3)
  return random.pick([
    '*',
    action,
    action,
    action.toLowerCase(),
    `${service?.toUpperCase()}:${name}`,
    `${service}:*`,
    `${service}:*`,
    `${service}:${half}*`,
    `${service}:*${name.slice(3)}`,
    `${service}:?${name.slice(1)}`,
    `${service}:${half}?*`,
    `${service}:${name}?`,
    `${service}:*${name.slice(2, 4)}*`,
    random.pick(others),
    `${random.pick(others)}*`,
    `${service}:Put*`,
  ])
}

/** A Resource value that means the request's resource about two times in three. */
function resourceValue(/** @type {Random} */ random, /** @type {string} */ resource) {
  if (resource === '*') return random.pick(['*', '*', 'arn:aws:s3:::*', 'arn:aws:s3:::bucket'])
  const [prefix, partition, service, region, account, ...rest] = resource.split(':')
  const last = rest.join(':')
  const head = `${prefix}:${partition}:${service}:${region}:${account}`
  const slash = last.indexOf('/')
  return withVariables(
    random.pick([
      '*',
      '*',
      resource,
      resource,
      `${head}:*`,
      `${head}:${last.slice(0, 4)}*`,
      `${head}:*${last.slice(-2)}`,
      `${head}:${last.slice(0, -1)}?`,
      `${head}:${last}?`,
      `${head}:?${last.slice(1)}`,
      `arn:aws:${service}:*:*:${last}`,
      `arn:*:${service}:${region}:${account}:${last.slice(0, 3)}*${last.slice(-1)}`,
      `arn:aws:${service}:${region}:${account?.slice(0, 4)}*:${last}`,
      `arn:aws:${service}:us-*:*:*`,
      `${head}:${last.toUpperCase()}`,
      `${head}:${slash < 0 ? last : last.slice(0, slash)}/*`,
      'arn:aws:s3:::bucket/*/<aws:username>',
      'arn:aws:s3:::bucket/<aws:PrincipalTag/team>/*',
      "arn:aws:s3:::bucket/<lab:None, 'a'>/*",
      'arn:aws:s3:::bucket/<lab:None>/*',
      'arn:aws:s3:::bucket/<aws:TagKeys>',
      `arn:aws:${service}:*:${last}`,
      `arn:aws:${service}:*`,
      'arn:aws:s3:::other/*',
      `arn:aws:iam::${A}:r*/app`,
      `arn:aws:iam::${B}:role/*`,
      `arn:aws:dynamodb:*:${A}:table/*`,
    ]),
  )
}

const element = (/** @type {Random} */ random, /** @type {string} */ name, /** @type {(random: Random) => string} */ value) => {
  const values = random.oneOrMore(Array.from({ length: 3 }, () => value(random)))
  return { [random.chance(0.12) ? `Not${name}` : name]: values }
}

/** One statement of a policy without principals. */
function statement(/** @type {Random} */ random, /** @type {Case['request']} */ request, denies = 0.17) {
  return {
    Effect: random.chance(denies) ? 'Deny' : 'Allow',
    ...element(random, 'Action', (r) => actionValue(r, request.action)),
    ...element(random, 'Resource', (r) => resourceValue(r, request.resource)),
    ...(random.chance(0.45) ? { Condition: condition(random) } : {}),
  }
}

const version = (/** @type {Random} */ random) =>
  random.chance(0.9) ? { Version: '2012-10-17' } : random.chance(0.5) ? { Version: '2008-10-17' } : {}
const full = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

function policy(/** @type {Random} */ random, /** @type {Case['request']} */ request, denies = 0.17) {
  const count = random.chance(0.08) ? 0 : 1 + random.below(3)
  return { ...version(random), Statement: Array.from({ length: count }, () => statement(random, request, denies)) }
}

/** Who a resource’s policy speaks of: the caller in its several names, mostly. */
function principalValue(/** @type {Random} */ random, /** @type {string} */ caller) {
  const account = /** @type {string} */ (caller.split(':')[4] ?? A)
  if (services.includes(caller)) return random.pick([{ Service: caller }, { Service: caller }, { Service: services }, '*', { AWS: A }])
  if (caller === saml) return random.pick([{ Federated: saml }, { Federated: saml }, { AWS: B }, { Federated: `${saml}Y` }])
  const role = caller.includes('assumed-role')
    ? [`arn:aws:iam::${account}:role/${caller.split('/')[1]}`, `arn:aws:iam::${account}:role/path/${caller.split('/')[1]}`]
    : []
  const user = caller.includes('federated-user') ? [`arn:aws:iam::${account}:user/u`] : []
  const names = [
    caller,
    caller,
    ...role,
    ...role,
    ...user,
    account,
    `arn:aws:iam::${account}:root`,
    `arn:aws:iam::${A}:user/u`,
    B,
    `arn:aws:iam::${B}:role/app`,
    'AROAEXAMPLEEXAMPLE',
  ]
  return random.pick([
    '*',
    { AWS: '*' },
    { AWS: random.pick(names) },
    { AWS: random.pick(names) },
    { AWS: random.pick(names) },
    { AWS: random.oneOrMore(names) },
    { AWS: [random.pick(names)], Service: services },
    { CanonicalUser: 'f'.repeat(64) },
  ])
}

/** A resource-based or trust policy. */
function resourcePolicy(/** @type {Random} */ random, /** @type {Case['request']} */ request, trust = false) {
  const statements = Array.from({ length: 1 + random.below(3) }, () => {
    const { Resource, NotResource, ...rest } = /** @type {Record<string, unknown>} */ (statement(random, request, 0.1))
    const not = !trust && random.chance(0.05)
    const principal = principalValue(random, request.principal)
    const named = not && principal === '*' ? { AWS: A } : principal
    const action = trust
      ? {
          Action: random.pick([
            request.action,
            request.action,
            'sts:*',
            'sts:AssumeRole',
            ['sts:AssumeRole', 'sts:TagSession'],
            'sts:Assume*',
          ]),
        }
      : {}
    if (trust) rest.NotAction = undefined
    const resource = trust ? {} : Resource === undefined ? { NotResource } : { Resource }
    return JSON.parse(JSON.stringify({ ...rest, ...action, ...resource, [not ? 'NotPrincipal' : 'Principal']: named }))
  })
  return { ...version(random), Statement: statements }
}

function controlLevels(/** @type {Random} */ random, /** @type {() => Policy} */ one, /** @type {Policy[]} */ base) {
  return Array.from({ length: 1 + random.below(3) }, () => [
    ...(random.chance(0.8) ? base : []),
    ...Array.from({ length: random.below(2) }, one),
  ])
}

/** @returns {Case['request']} */
function request(/** @type {Random} */ random) {
  const { service, actions, arn } = random.pick(targets)
  const name = random.pick(actions)
  // A role and the identity provider that it trusts are of one account.
  const owner = name === 'AssumeRoleWithSAML' || random.chance(0.75) ? A : B
  const resource = random.pick(arn(owner))
  const account = random.chance(0.97) ? A : B
  const special = withResourcePolicy.has(service) && resource !== '*' ? ['anonymous', ...services] : service === 'sts' ? services : []
  let principal = special.length > 0 && random.chance(0.12) ? random.pick(special) : random.pick(callers(account))
  if (name === 'AssumeRoleWithSAML') principal = saml
  const keys = contextKeys(random)
  if (principal.includes(':user/') && random.chance(0.9)) keys['aws:username'] = /** @type {string} */ (principal.split('/').at(-1))
  if (random.chance(0.8)) keys['aws:PrincipalAccount'] = account
  return { principal, action: `${service}:${name}`, resource, resourceAccount: resource === '*' ? account : owner, contextKeys: keys }
}

/** One random case. The weights are such that each of the three verdicts is common. */
export function generateCase(/** @type {Random} */ random) {
  const asked = request(random)
  const service = asked.action.split(':')[0] ?? ''
  const own = asked.principal.startsWith('arn:') && asked.principal !== saml
  const isSession = asked.principal.includes(':sts:')
  const resourced = withResourcePolicy.has(service) && asked.resource !== '*'
  const cross = asked.principal.split(':')[4] !== asked.resourceAccount
  /** @type {Case} */
  const one = { request: asked, identity: own ? Array.from({ length: random.below(3) }, () => policy(random, asked)) : [] }
  if (own && random.chance(0.35)) one.identity.push(full)
  if (own && random.chance(0.2) && !asked.principal.endsWith(':root'))
    one.boundary = random.chance(0.3) ? full : policy(random, asked, 0.08)
  if (isSession && random.chance(0.3)) one.session = random.chance(0.3) ? full : policy(random, asked, 0.08)
  if (random.chance(0.25) && asked.principal !== 'anonymous')
    one.serviceControl = controlLevels(random, () => policy(random, asked, 0.2), [full])
  if (random.chance(0.2)) {
    const rcp = () => {
      const { NotAction, ...rest } = /** @type {Record<string, unknown>} */ (statement(random, asked, 1))
      return { Version: '2012-10-17', Statement: [{ ...rest, Action: rest.Action ?? NotAction, Principal: '*' }] }
    }
    one.resourceControl = controlLevels(random, rcp, [])
  }
  if (service === 'sts') {
    if (random.chance(0.93)) one.trust = resourcePolicy(random, asked, true)
  } else if (resourced && (service === 'kms' || random.chance(cross ? 0.85 : 0.5))) one.resourceBased = resourcePolicy(random, asked)
  return one
}
