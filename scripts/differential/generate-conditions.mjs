/** @typedef {import('./random.mjs').Random} Random */

/** Policy variables are written `<key>` here, which no linter takes for a mistake. */
export const withVariables = (/** @type {string} */ text) => text.replaceAll('<', `\${`).replaceAll('>', '}')

const numeric = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']
const tenants = [
  'arn:aws:iam::111111111111:user/u',
  'arn:aws:iam::*:user/*',
  'arn:*:iam::111111111111:role/?pp',
  'arn:aws:iam::222222222222:root',
]
const strings = [
  'red',
  'Red',
  'blue',
  'r?d',
  'r*',
  '*',
  'b*e',
  '',
  'a b',
  'x/y:z',
  '<aws:PrincipalTag/team>',
  "<aws:PrincipalTag/team, 'red'>",
  "<lab:None, 'blue'>",
  '<lab:None>',
  '<aws:TagKeys>',
  '<*>',
  'r<*>',
  '<?>ed',
  '<$>',
  '<aws:username>',
  'x-<AWS:principaltag/TEAM>',
  'u',
]
/**
 * What each kind of key may hold in a request and be compared with in a policy.
 * @type {readonly { keys: string[], operators: string[], sent: string[], listed: string[], many?: boolean }[]}
 */
const kinds = [
  {
    keys: ['aws:PrincipalTag/team', 's3:prefix', 'sts:ExternalId', 'lab:String'],
    operators: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike', 'StringNotLike'],
    sent: ['red', 'red', 'blue', 'RED', '', '*', 'r*', 'a b', 'x/y:z', '$', 'u'],
    listed: strings,
  },
  {
    keys: ['aws:TagKeys', 'aws:CalledVia', 'lab:Strings'],
    operators: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringLike', 'StringNotLike'],
    sent: ['red', 'blue', 'green', '', 'RED'],
    listed: strings,
    many: true,
  },
  {
    keys: ['s3:max-keys', 'lab:Number'],
    operators: numeric.map((name) => `Numeric${name}`),
    sent: ['1', '5', '10', '5.5', '-3', '05', 'abc'],
    listed: ['1', '5', '10', '5.0', '-3', '7.25', '100'],
  },
  {
    keys: ['aws:CurrentTime', 'aws:TokenIssueTime', 'aws:EpochTime'],
    operators: numeric.map((name) => `Date${name}`),
    sent: ['2026-01-01T00:00:00Z', '2026-06-01T12:30:00Z', '2025-01-01T00:00:00.000Z', '1767225600', '2026-01-01', 'yesterday'],
    listed: [
      '2026-01-01T00:00:00Z',
      '2026-01-01T09:00:00+09:00',
      '2025-06-01T00:00:00Z',
      '1767225600',
      '2026-01-01',
      '2027-01-01T00:00:00Z',
    ],
  },
  {
    keys: ['aws:MultiFactorAuthPresent', 'aws:SecureTransport', 'lab:Bool'],
    operators: ['Bool'],
    sent: ['true', 'false', 'True', 'maybe'],
    listed: ['true', 'false', 'TRUE', 'False', '<lab:Bool>'],
  },
  {
    keys: ['aws:SourceIp', 'aws:VpcSourceIp'],
    operators: ['IpAddress', 'NotIpAddress'],
    sent: ['10.1.2.3', '203.0.113.200', '192.168.1.1', '2001:db8::1', '2001:DB8:0:0:0:0:0:2', 'nowhere'],
    listed: [
      '10.0.0.0/8',
      '203.0.113.7/24',
      '10.1.2.3',
      '192.168.0.0/23',
      '0.0.0.0/0',
      '2001:db8::/32',
      '2001:db8::1',
      '::/0',
      '10.1.2.3/31',
    ],
  },
  {
    keys: ['aws:SourceArn', 'aws:PrincipalArn', 'lab:Arn'],
    operators: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    sent: [
      ...tenants.filter((arn) => !/[*?]/.test(arn)),
      'arn:aws:iam::111111111111:role/app',
      'arn:aws:logs:us-east-1:111111111111:log-group:/x:y',
      'no-arn',
    ],
    listed: [
      ...tenants,
      '*',
      'arn:aws:iam::*',
      'arn:aws:iam::111111111111:*',
      'arn:aws:*:*:role/app',
      'arn:aws:logs:*:*:log-group:*',
      'arn:aws:i?m::1*:user/u',
      'arn:aws:iam::<aws:PrincipalAccount>:user/u',
      'arn:aws:iam::111111111111:user/<aws:username>',
      'arn:aws:iam::111111111111:user/<lab:None>',
      "arn:aws:iam::111111111111:role/<lab:None, 'app'>",
      'arn:aws:iam::111111111111:user/<*>',
    ],
  },
  { keys: ['lab:Binary'], operators: ['BinaryEquals'], sent: ['QmluYXJ5', 'b3RoZXI='], listed: ['QmluYXJ5', 'b3RoZXI=', 'QQ=='] },
]

/** The context keys of one request: of each kind about half are sent. */
export function contextKeys(/** @type {Random} */ random) {
  /** @type {Record<string, string | string[]>} */
  const keys = {}
  for (const { keys: names, sent, many } of kinds) {
    for (const name of names) {
      if (random.chance(0.4)) continue
      const plain = many ? random.chance(0.12) : !random.chance(0.03)
      keys[random.chance(0.1) ? name.toUpperCase() : name] = plain
        ? random.pick(sent)
        : Array.from({ length: random.below(4) }, () => random.pick(sent))
    }
  }
  return keys
}

/** One operator with one key and its values. */
function entry(/** @type {Random} */ random) {
  const kind = random.pick(kinds)
  const key = random.pick(kind.keys)
  const spelled = random.chance(0.1) ? key.toLowerCase() : key
  if (random.chance(0.08)) {
    const prefix = random.chance(0.15) ? random.pick(['ForAllValues:', 'ForAnyValue:']) : ''
    return { operator: `${prefix}Null`, key: spelled, values: random.pick([['true'], ['false'], ['true', 'false']]) }
  }
  const set = random.chance(kind.many ? 0.9 : 0.1) ? random.pick(['ForAllValues:', 'ForAnyValue:']) : ''
  const ifExists = random.chance(0.2) ? 'IfExists' : ''
  return {
    operator: `${set}${random.pick(kind.operators)}${ifExists}`,
    key: spelled,
    values: random.oneOrMore(kind.listed.map(withVariables)),
  }
}

/** A Condition element of one or two operators. */
export function condition(/** @type {Random} */ random) {
  /** @type {Record<string, Record<string, unknown>>} */
  const block = {}
  for (let i = random.chance(0.75) ? 1 : 2; i > 0; i--) {
    const { operator, key, values } = entry(random)
    block[operator] = { ...block[operator], [key]: values }
  }
  return block
}
