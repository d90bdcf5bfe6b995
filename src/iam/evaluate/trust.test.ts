import { describe, expect, it } from 'vitest'
import { A, allow, B, endOf, type RequestSketch, session, trusts, user } from '../testing/policies'

const here = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${A}:role/target` }
const there = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${B}:role/target` }
const roleArn = `arn:aws:iam::${A}:role/r`
const id = [allow({ Action: 'sts:*' })]
const saml = `arn:aws:iam::${A}:saml-provider/X`
const oidc = `arn:aws:iam::${A}:oidc-provider/token.actions.githubusercontent.com`
const ecs = 'ecs-tasks.amazonaws.com'
const other = allow({ Action: 's3:*' })

const rows: readonly (readonly [name: string, sketch: RequestSketch, ends: string])[] = [
  ['the user, same account', { ...here, trust: trusts({ AWS: user }) }, 'allow trust'],
  ['the user, boundary without AssumeRole', { ...here, trust: trusts({ AWS: user }), pb: other }, 'allow trust'],
  ['the role', { ...here, caller: session, trust: trusts({ AWS: roleArn }) }, 'allow trust'],
  ['the role, session policy', { ...here, caller: session, trust: trusts({ AWS: roleArn }), sp: other }, 'implicit-deny session'],
  ['the session', { ...here, caller: session, trust: trusts({ AWS: session }), sp: other }, 'allow trust'],
  ['everyone', { ...here, trust: trusts('*') }, 'allow trust'],
  ['the account, no identity Allow', { ...here, trust: trusts({ AWS: A }) }, 'implicit-deny identity-based'],
  ['the account, identity Allow', { ...here, trust: trusts({ AWS: A }), id }, 'allow trust'],
  ['identity Allow alone', { ...here, id, trust: trusts({ AWS: B }) }, 'implicit-deny trust'],
  ['no trust policy', { ...here, id }, 'implicit-deny trust'],
  ['an empty trust policy', { ...here, id, trust: [] }, 'implicit-deny trust'],
  ['trust denies', { ...here, id, trust: [trusts('*'), { ...trusts({ AWS: user }), Effect: 'Deny' }] }, 'explicit-deny trust'],
  ['another account, both', { ...there, id, trust: trusts({ AWS: user }) }, 'allow trust'],
  ['another account names the account, both', { ...there, id, trust: trusts({ AWS: A }) }, 'allow trust'],
  ['another account, everyone, no identity Allow', { ...there, trust: trusts('*') }, 'implicit-deny identity-based'],
  [
    'another account, the session, no identity Allow',
    { ...there, caller: session, trust: trusts({ AWS: session }) },
    'implicit-deny identity-based',
  ],
  ['another account, identity Allow alone', { ...there, id, trust: trusts({ AWS: B }) }, 'implicit-deny trust'],
  ['a service', { ...here, caller: ecs, trust: trusts({ Service: ecs }) }, 'allow trust'],
  ['another service', { ...here, caller: ecs, trust: trusts({ Service: 'ecs.amazonaws.com' }) }, 'implicit-deny trust'],
  ['a service, SCPs of the role’s account', { ...here, caller: ecs, trust: trusts({ Service: ecs }), scp: [[other]] }, 'allow trust'],
  [
    'a service that sends no aws:SourceAccount',
    { ...here, caller: ecs, trust: trusts({ Service: ecs }, { Condition: { StringEquals: { 'aws:SourceAccount': A } } }) },
    'implicit-deny trust',
  ],
  [
    'a service of the right account',
    {
      ...here,
      caller: ecs,
      keys: { 'aws:SourceAccount': A },
      trust: trusts({ Service: ecs }, { Condition: { StringEquals: { 'aws:SourceAccount': A } } }),
    },
    'allow trust',
  ],
  [
    'SAML',
    { ...here, action: 'sts:AssumeRoleWithSAML', caller: saml, trust: trusts({ Federated: saml }, { Action: 'sts:AssumeRoleWithSAML' }) },
    'allow trust',
  ],
  [
    'SAML, trust for AssumeRole only',
    { ...here, action: 'sts:AssumeRoleWithSAML', caller: saml, trust: trusts({ Federated: saml }) },
    'implicit-deny trust',
  ],
  ['SAML, plain AssumeRole', { ...here, caller: saml, trust: trusts({ Federated: saml }) }, 'implicit-deny trust'],
  [
    'OpenID Connect with its audience',
    {
      ...here,
      action: 'sts:AssumeRoleWithWebIdentity',
      caller: oidc,
      keys: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      trust: trusts(
        { Federated: oidc },
        {
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
        },
      ),
    },
    'allow trust',
  ],
  [
    'Cognito',
    {
      ...here,
      action: 'sts:AssumeRoleWithWebIdentity',
      caller: 'cognito-identity.amazonaws.com',
      trust: trusts({ Federated: 'cognito-identity.amazonaws.com' }, { Action: 'sts:AssumeRoleWithWebIdentity' }),
    },
    'allow trust',
  ],
  [
    'a role that trusts itself',
    { action: 'sts:AssumeRole', resource: roleArn, caller: session, trust: trusts({ AWS: roleArn }) },
    'allow trust',
  ],
  [
    'tags, user named',
    { ...here, action: 'sts:TagSession', trust: trusts({ AWS: user }, { Action: ['sts:AssumeRole', 'sts:TagSession'] }) },
    'allow trust',
  ],
  [
    'tags, account named',
    { ...here, action: 'sts:TagSession', trust: trusts({ AWS: A }, { Action: 'sts:TagSession' }) },
    'implicit-deny identity-based',
  ],
  [
    'source identity, user named',
    { ...here, action: 'sts:SetSourceIdentity', trust: trusts({ AWS: user }, { Action: 'sts:SetSourceIdentity' }) },
    'allow trust',
  ],
  [
    'source identity in a chain needs both',
    { ...here, caller: session, action: 'sts:SetSourceIdentity', trust: trusts({ AWS: roleArn }, { Action: 'sts:*' }) },
    'implicit-deny identity-based',
  ],
  [
    'source identity in a chain, both',
    { ...here, caller: session, action: 'sts:SetSourceIdentity', id, trust: trusts({ AWS: roleArn }, { Action: 'sts:*' }) },
    'allow trust',
  ],
  [
    'GetFederationToken is the identity side’s',
    { action: 'sts:GetFederationToken', resource: `arn:aws:sts::${A}:federated-user/x`, id },
    'allow identity-based',
  ],
  ['and so are its tags', { action: 'sts:TagSession', resource: `arn:aws:sts::${A}:federated-user/x`, id }, 'allow identity-based'],
  ['GetSessionToken', { action: 'sts:GetSessionToken', resource: '*' }, 'implicit-deny identity-based'],
]

describe('trust policies', () => {
  it.each(rows)('%s', (_name, sketch, ends) => {
    expect(endOf(sketch)).toBe(ends)
  })
})
