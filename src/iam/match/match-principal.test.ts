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
    [{ AWS: [] }, user, 'none'],
  ] as const)('%j on %s: %s', (principal, caller, kind) => {
    expect(namedBy(values(principal), readPrincipal(caller))).toBe(kind)
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
    ['Deny', [user], 'anonymous', false, 'direct'],
    ['Allow', [user], 'anonymous', false, 'direct'],
    ['Allow', [user], user, false, 'none'],
    ['Allow', [root], user, false, 'none'],
    ['Allow', [user], session, false, 'direct'],
  ] as const)('%s %j, caller %s, boundary %j: %s', (effect, listed, caller, boundary, kind) => {
    expect(matchPrincipal(not(listed), readPrincipal(caller), effect, boundary)).toBe(kind)
  })
})
