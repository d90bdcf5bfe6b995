import { describe, expect, it } from 'vitest'
import type { PrincipalElement, PrincipalValue } from '../parse/policy-document'
import { A, B, grant, policy, session, user } from '../testing/policies'
import { matchPrincipal, namedBy } from './match-principal'
import { readPrincipal } from './principal'

function element(principal: unknown): PrincipalElement {
  const found = policy('resource-based', grant(principal)).statements[0]?.principal
  if (!found) throw new Error('no Principal')
  return found
}
const values = (principal: unknown): readonly PrincipalValue[] => element(principal).values

const roleArn = `arn:aws:iam::${A}:role/r`
const federated = `arn:aws:sts::${A}:federated-user/u`
const saml = `arn:aws:iam::${A}:saml-provider/X`

describe('Principal names the caller', () => {
  it.each([
    ['*', user, 'direct'],
    ['*', 'anonymous', 'direct'],
    [{ AWS: '*' }, session, 'direct'],
    [{ AWS: A }, user, 'account'],
    [{ AWS: A }, session, 'account'],
    [{ AWS: A }, federated, 'account'],
    [{ AWS: A }, `arn:aws:iam::${A}:root`, 'account'],
    [{ AWS: A }, 'anonymous', 'none'],
    [{ AWS: A }, 'ecs.amazonaws.com', 'none'],
    [{ AWS: B }, user, 'none'],
    [{ AWS: `arn:aws:iam::${A}:root` }, user, 'account'],
    [{ AWS: `arn:aws:iam::${B}:root` }, user, 'none'],
    [{ AWS: user }, user, 'direct'],
    [{ AWS: user.replace('/u', '/U') }, user, 'none'],
    [{ AWS: `arn:aws:iam::${A}:user/team/u` }, user, 'none'],
    [{ AWS: `arn:aws:iam::${A}:user/team/u` }, `arn:aws:iam::${A}:user/team/u`, 'direct'],
    [{ AWS: roleArn }, session, 'role'],
    [{ AWS: `arn:aws:iam::${A}:role/team/r` }, session, 'role'],
    [{ AWS: `arn:aws:iam::${A}:role/team/R` }, session, 'none'],
    [{ AWS: `arn:aws:iam::${B}:role/r` }, session, 'none'],
    [{ AWS: `arn:aws-cn:iam::${A}:role/r` }, session, 'none'],
    [{ AWS: roleArn }, roleArn, 'role'],
    [{ AWS: `arn:aws:iam::${A}:role/team/r` }, roleArn, 'none'],
    [{ AWS: session }, session, 'direct'],
    [{ AWS: `${session}2` }, session, 'none'],
    [{ AWS: federated }, federated, 'direct'],
    [{ AWS: user }, federated, 'role'],
    [{ AWS: `arn:aws:iam::${A}:user/v` }, federated, 'none'],
    [{ AWS: `arn:aws:iam::${A}:user/r` }, session, 'none'],
    [{ Service: 'ecs-tasks.amazonaws.com' }, 'ecs-tasks.amazonaws.com', 'direct'],
    [{ Service: 'ecs.amazonaws.com' }, 'ecs-tasks.amazonaws.com', 'none'],
    [{ Service: ['ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'] }, 'ecs-tasks.amazonaws.com', 'direct'],
    [{ AWS: 'ecs-tasks.amazonaws.com' }, 'ecs-tasks.amazonaws.com', 'none'],
    [{ Federated: saml }, saml, 'direct'],
    [{ Federated: `arn:aws:iam::${A}:oidc-provider/h` }, `arn:aws:iam::${A}:oidc-provider/h`, 'direct'],
    [{ Federated: 'cognito-identity.amazonaws.com' }, 'cognito-identity.amazonaws.com', 'direct'],
    [{ Federated: saml }, user, 'none'],
    [{ CanonicalUser: 'f'.repeat(64) }, 'f'.repeat(64), 'account'],
    [{ AWS: 'AIDAEXAMPLEEXAMPLE' }, user, 'none'],
    [{ AWS: [B, user], Service: 'ec2.amazonaws.com' }, user, 'direct'],
    [{ AWS: [A, roleArn, session] }, session, 'direct'],
    [{ AWS: A }, saml, 'none'],
    [{ AWS: `arn:aws:iam::${A}:root` }, saml, 'none'],
    [{ AWS: saml }, saml, 'none'],
    [{ AWS: `arn:aws:iam::${A}:root` }, 'anonymous', 'none'],
    [{ AWS: `arn:aws:iam::${A}:root` }, 'ecs.amazonaws.com', 'none'],
    [{ AWS: `arn:aws:sts::${A}:root` }, user, 'none'],
    [{ AWS: `arn:aws:iam::${A}:group/g` }, user, 'none'],
    [{ AWS: 'not-an-arn' }, 'not-an-arn', 'none'],
    [{ AWS: `${A}1` }, user, 'none'],
    [{ AWS: `x${A}` }, user, 'none'],
    [{ AWS: `arn:aws:iam::${B}:user/u` }, federated, 'none'],
    [{ AWS: `arn:aws:sts::${A}:user/u` }, federated, 'none'],
    [{ AWS: `arn:aws:iam::${A}:user/team/u` }, federated, 'role'],
    [{ AWS: `arn:aws:iam::${A}:role/u` }, federated, 'none'],
    [{ AWS: `arn:aws:sts::${A}:role/r` }, session, 'none'],
    [{ Service: 'ecs.amazonaws.com' }, user, 'none'],
    [{ Service: user }, user, 'none'],
    [{ Federated: 'ecs.amazonaws.com' }, 'ecs.amazonaws.com', 'none'],
    [{ Federated: `${saml}2` }, saml, 'none'],
    [{ Federated: user }, user, 'none'],
    [{ Service: saml }, saml, 'none'],
    [{ CanonicalUser: 'f'.repeat(64) }, user, 'none'],
    [{ AWS: [user, A] }, user, 'direct'],
    [{ AWS: [roleArn, A] }, session, 'role'],
    [{ AWS: [A, roleArn] }, session, 'role'],
    [{ AWS: [] }, user, 'none'],
  ] as const)('%j on %s: %s', (principal, caller, kind) => {
    expect(namedBy(values(principal), readPrincipal(caller))).toBe(kind)
  })
})

describe('a request’s principal', () => {
  it.each([
    ['anonymous', { kind: 'anonymous', account: undefined }],
    ['*', { kind: 'anonymous', account: undefined }],
    ['ecs.amazonaws.com', { kind: 'service', account: undefined }],
    ['accounts.google.com', { kind: 'federated', account: undefined }],
    ['graph.facebook.com', { kind: 'federated', account: undefined }],
    ['www.amazon.com', { kind: 'federated', account: undefined }],
    ['cognito-identity.amazonaws.com', { kind: 'federated', account: undefined }],
    ['nobody', { kind: 'other', account: undefined }],
    [user, { kind: 'user', account: A }],
    [`arn:aws:sts::${A}:user/u`, { kind: 'other', account: A }],
    [`arn:aws:iam::${A}:root`, { kind: 'root', account: A }],
    [`arn:aws:iam::${A}:group/root`, { kind: 'other', account: A }],
    [federated, { kind: 'federated-user', account: A }],
    [`arn:aws:iam::${A}:federated-user/u`, { kind: 'other', account: A }],
    [saml, { kind: 'federated', account: undefined }],
    [`arn:aws:iam::${A}:oidc-provider/h`, { kind: 'federated', account: undefined }],
    [session, { kind: 'role-session', account: A, partition: 'aws', roleName: 'r' }],
    [`arn:aws-cn:sts::${A}:assumed-role/r/s/t`, { kind: 'role-session', account: A, partition: 'aws-cn', roleName: 'r' }],
    [`arn:aws:sts::${A}:assumed-role`, { kind: 'role-session', roleName: '' }],
    [`arn:aws:iam::${A}:assumed-role/r/s`, { kind: 'other', account: A }],
    [`arn:aws:iam::${A}:role/team/r`, { kind: 'role-session', account: A, partition: 'aws', roleName: 'r' }],
    [`arn:aws:sts::${A}:role/team/r`, { kind: 'other', account: A }],
    [`arn:aws:iam::${A}:/r`, { kind: 'other', account: A }],
  ] as const)('%s', (text, expected) => {
    expect(readPrincipal(text)).toMatchObject({ text, ...expected })
  })
})

describe('NotPrincipal', () => {
  const not = (listed: readonly string[]): PrincipalElement => ({ ...element({ AWS: listed }), name: 'NotPrincipal' })
  const root = `arn:aws:iam::${A}:root`

  it.each([
    ['Deny', [user], user, false, 'none'],
    ['Deny', [root, user], user, false, 'none'],
    ['Deny', [root], user, false, 'direct'],
    ['Deny', [user], user, true, 'direct'],
    ['Deny', [roleArn], session, false, 'direct'],
    ['Deny', [session], session, false, 'direct'],
    ['Deny', [root, roleArn, session], session, false, 'none'],
    ['Deny', [root], root, false, 'none'],
    ['Deny', [root, user], root, false, 'none'],
    ['Deny', [user], root, false, 'direct'],
    ['Deny', ['*'], session, false, 'none'],
    ['Deny', ['*', user], session, false, 'none'],
    ['Deny', [session, user], session, false, 'direct'],
    ['Deny', [federated], federated, false, 'none'],
    ['Allow', [roleArn], session, true, 'none'],
    ['Allow', [user], session, true, 'direct'],
    ['Deny', [user], 'anonymous', false, 'direct'],
    ['Allow', [user], 'anonymous', false, 'direct'],
    ['Allow', [user], user, false, 'none'],
    ['Allow', [root], user, false, 'none'],
    ['Allow', [user], session, false, 'direct'],
  ] as const)('%s %j, caller %s, boundary %j: %s', (effect, listed, caller, boundary, kind) => {
    expect(matchPrincipal(not(listed), readPrincipal(caller), effect, boundary)).toBe(kind)
  })
})
