const account = '111122223333'
const caller = `arn:aws:iam::${account}:user/aya`

function statement(/** @type {number} */ seed, /** @type {number} */ index) {
  const actions = index % 3 === 0 ? ['iam:PassRole', 's3:Get*', 'ec2:Describe*'] : ['dynamodb:*', 'sqs:SendMessage', 'lambda:Invoke*']
  const condition = {
    StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com', 'lambda.amazonaws.com'] },
    ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:user/*` },
  }
  const resources = [
    `arn:aws:iam::${account}:role/team-${seed}/service-${index}-*`,
    `arn:aws:s3:::company-wide-data-and-reports-${seed}-${index}/*`,
  ]
  return { Sid: ['Statement', seed, index].join('x'), Effect: 'Allow', Action: actions, Resource: resources, Condition: condition }
}

/** A policy; 15 statements have about 6,000 characters without white space. */
export const policyOf = (/** @type {number} */ seed, statements = 15) => ({
  Version: '2012-10-17',
  Statement: Array.from({ length: statements }, (_, index) => statement(seed, index)),
})

/** 64 roles and contexts in rotation, so that no answer can be kept from the call before. About half of them are allowed by ten policies. */
export const requests = Array.from({ length: 64 }, (_, i) => ({
  principal: caller,
  action: 'iam:PassRole',
  resource: `arn:aws:iam::${account}:role/team-${i % 10}/service-${(i % 5) * 3}-${i}`,
  resourceAccount: account,
  contextKeys: { 'iam:PassedToService': i % 2 ? 'ecs-tasks.amazonaws.com' : 'ec2.amazonaws.com', 'aws:PrincipalArn': caller },
}))

/** Policies made to be slow: what is compared, and with what. */
export const hostile = [
  { name: '*a*a*a… (6,000) against a… (6,000)', pattern: '*a'.repeat(3000), text: 'a'.repeat(6000) },
  { name: '*a*a*a…b (6,000) against a… (6,000)', pattern: `${'*a'.repeat(2999)}*b`, text: 'a'.repeat(6000) },
  { name: '*a×1,023b against a×2,048', pattern: `*${'a'.repeat(1023)}b`, text: 'a'.repeat(2048) },
  { name: '*a×3,000b* against a×6,000', pattern: `*${'a'.repeat(3000)}b*`, text: 'a'.repeat(6000) },
]
