import { describe, expect, it } from 'vitest'
import { account, allow, policy, request, role, runTask, trust } from '../testing/documents'
import { findingsOf, mark, session, trusting, when } from '../testing/scene-findings'
import type { DocumentId, Documents } from '../trace'

const target = role('deploy')
const vendor = '444455556666'
const user = `arn:aws:iam::${account}:user/aya`
const root = (owner = account) => `arn:aws:iam::${owner}:root`
const tags = { Tags: [{ Key: 'team', Value: 'sales' }] }
const identity = { SourceIdentity: 'aya' }
const bothActions = ['sts:AssumeRole', 'sts:TagSession']

interface Scene {
  readonly trust: readonly object[]
  readonly identity?: readonly object[]
  readonly parameters?: object
  readonly caller?: string
  readonly more?: object
  readonly others?: Documents
}

const take = ({
  trust: statements,
  identity: own = [allow('sts:AssumeRole', target)],
  parameters,
  caller = user,
  more,
  others,
}: Scene): Documents => ({
  request: request({ caller, action: 'sts:AssumeRole', parameters: { RoleArn: target, RoleSessionName: 'aya', ...parameters }, ...more }),
  identityPolicy: policy(...own),
  trustPolicy: policy(...statements),
  ...others,
})
const at = (documentId: DocumentId, value: string, documents: Documents): Documents => ({
  ...documents,
  [documentId]: mark(documents[documentId] ?? '', value),
})

const mfa = when('Bool', 'aws:MultiFactorAuthPresent', 'true')
const externalId = when('StringEquals', 'sts:ExternalId', 'x')
const accountWide = trusting({ AWS: root() })
const ofRole = trusting({ AWS: role('dev') })
const batchJob = (trustPolicy: object): Documents => ({ request: runTask, trustPolicy: policy(trustPolicy) })

interface Row {
  readonly code: string
  readonly severity: string
  readonly suggestion?: string
  readonly addition?: string
  readonly found: Readonly<Record<string, Documents>>
  readonly not: Readonly<Record<string, Documents>>
}

const rows: readonly Row[] = [
  {
    code: 'assume-lacks-action',
    severity: 'warning',
    addition: 'sts:TagSession',
    found: {
      'tags that the trust policy lacks': at(
        'trustPolicy',
        '"sts:AssumeRole"',
        take({ trust: [trusting({ AWS: user })], parameters: tags }),
      ),
      'the same, where a service may send them': at(
        'trustPolicy',
        '"sts:AssumeRole"',
        take({
          trust: [ofRole, trusting({ Service: 'ecs-tasks.amazonaws.com' }, 'sts:TagSession')],
          parameters: tags,
          caller: session('dev'),
        }),
      ),
      'tags that the own policy lacks, where the account is trusted': at(
        'identityPolicy',
        '"sts:AssumeRole"',
        take({ trust: [trusting({ AWS: root() }, bothActions)], parameters: tags }),
      ),
      'the same in another account': at(
        'identityPolicy',
        '"sts:AssumeRole"',
        take({ trust: [trusting({ AWS: session('dev', vendor) }, bothActions)], parameters: tags, caller: session('dev', vendor) }),
      ),
    },
    not: {
      'no tags': take({ trust: [trusting({ AWS: user })] }),
      'an empty list of tags': take({ trust: [trusting({ AWS: user })], parameters: { Tags: [] } }),
      'both actions': take({ trust: [trusting({ AWS: user }, bothActions)], parameters: tags }),
      'every action': take({ trust: [trusting({ AWS: user }, 'sts:*')], parameters: tags }),
      'two statements': take({ trust: [trusting({ AWS: user }), trusting({ AWS: root() }, 'sts:TagSession')], parameters: tags }),
      'a user who is named needs no policy of her own': take({
        trust: [trusting({ AWS: user }, bothActions)],
        parameters: tags,
        identity: [],
      }),
      'a trust policy that does not name the caller at all': take({ trust: [trusting({ AWS: role('other') })], parameters: tags }),
      'both sides, with the account': take({
        trust: [trusting({ AWS: root() }, bothActions)],
        identity: [allow('sts:*', target)],
        parameters: tags,
      }),
      'a condition on the tag, which the policy itself has been told of': take({
        trust: [trusting({ AWS: user }, 'sts:AssumeRole', when('StringEquals', 'aws:RequestTag/team', 'sales'))],
        parameters: tags,
      }),
      'a service call': { request: runTask, identityPolicy: policy(allow('*')), trustPolicy: trust('ecs-tasks.amazonaws.com') },
    },
  },
  {
    code: 'assume-lacks-action',
    severity: 'warning',
    addition: 'sts:SetSourceIdentity',
    found: {
      'a source identity': at('trustPolicy', '"sts:AssumeRole"', take({ trust: [trusting({ AWS: user })], parameters: identity })),
      'a source identity beside tags': at(
        'trustPolicy',
        '"sts:AssumeRole"',
        take({ trust: [trusting({ AWS: user }, bothActions)], parameters: { ...tags, ...identity } }),
      ),
    },
    not: {
      'the action for it': take({ trust: [trusting({ AWS: user }, ['sts:AssumeRole', 'sts:SetSourceIdentity'])], parameters: identity }),
      none: take({ trust: [trusting({ AWS: user })], parameters: { SourceIdentity: '' } }),
    },
  },
  {
    code: 'trust-whole-account',
    severity: 'info',
    found: {
      'the account by its root': at('trustPolicy', `"${root()}"`, take({ trust: [accountWide] })),
      'the account by its id, beside a service': at(
        'trustPolicy',
        `"${account}"`,
        take({ trust: [trusting({ Service: 'ecs-tasks.amazonaws.com' }), trusting({ AWS: account })] }),
      ),
      'the account of a caller elsewhere': at(
        'trustPolicy',
        `"${root(vendor)}"`,
        take({ trust: [trusting({ AWS: root(vendor) })], caller: session('dev', vendor) }),
      ),
    },
    not: {
      'the user': take({ trust: [trusting({ AWS: user })] }),
      'the account and the user': take({ trust: [accountWide, trusting({ AWS: user })] }),
      'with MFA': take({ trust: [trusting({ AWS: root() }, 'sts:AssumeRole', mfa)] }),
      'with an external id': take({
        trust: [trusting({ AWS: root(vendor) }, 'sts:AssumeRole', externalId)],
        caller: session('dev', vendor),
      }),
      'with a condition on the principal': take({
        trust: [trusting({ AWS: root() }, 'sts:AssumeRole', when('ArnLike', 'aws:PrincipalArn', role('dev-*')))],
      }),
      'another account': take({ trust: [trusting({ AWS: root(vendor) })] }),
      'a role for many, told apart by tags': take({ trust: [trusting({ AWS: root() }, bothActions)], parameters: tags }),
      'a call of a service': batchJob(accountWide),
      'the root user, who takes on no roles': take({ trust: [accountWide], caller: root() }),
      'no request': { trustPolicy: policy(accountWide) },
    },
  },
  {
    code: 'role-trusts-not-itself',
    severity: 'warning',
    found: {
      'a session of the role itself': at(
        'trustPolicy',
        `"Principal":${JSON.stringify({ AWS: role('dev') })}`,
        take({ trust: [ofRole], caller: session('deploy') }),
      ),
    },
    not: {
      'named in its own trust policy': take({ trust: [trusting({ AWS: [role('dev'), target] })], caller: session('deploy') }),
      'the account is trusted': take({ trust: [accountWide], caller: session('deploy') }),
      'a session of another role': take({ trust: [ofRole], caller: session('web') }),
      'a role of that name elsewhere': take({ trust: [ofRole], caller: session('deploy', vendor) }),
      'another path': take({ trust: [ofRole], caller: session('deploy'), more: { callerRoleArn: role('team/deploy') } }),
    },
  },
  {
    code: 'chain-too-long',
    severity: 'warning',
    suggestion: '3600',
    found: {
      'two hours for a session': at(
        'request',
        '7200',
        take({ trust: [ofRole], caller: session('dev'), parameters: { DurationSeconds: 7200 } }),
      ),
    },
    not: {
      'an hour': take({ trust: [ofRole], caller: session('dev'), parameters: { DurationSeconds: 3600 } }),
      'nothing said': take({ trust: [ofRole], caller: session('dev') }),
      'two hours for a user': take({ trust: [trusting({ AWS: user })], parameters: { DurationSeconds: 7200 } }),
    },
  },
  {
    code: 'external-id-same-account',
    severity: 'info',
    found: {
      'for the own account': at(
        'trustPolicy',
        '"sts:ExternalId"',
        take({ trust: [trusting({ AWS: root() }, 'sts:AssumeRole', externalId)] }),
      ),
      'for a user and a role of it': at(
        'trustPolicy',
        '"sts:ExternalId"',
        take({ trust: [trusting({ AWS: [user, role('dev')] }, 'sts:AssumeRole', externalId)] }),
      ),
      'with the call of a service': at(
        'trustPolicy',
        '"sts:ExternalId"',
        batchJob(trusting({ AWS: account }, 'sts:AssumeRole', externalId)),
      ),
    },
    not: {
      'for a third party': take({ trust: [trusting({ AWS: root(vendor) }, 'sts:AssumeRole', externalId)], caller: session('dev', vendor) }),
      'for both': take({ trust: [trusting({ AWS: [root(vendor), root()] }, 'sts:AssumeRole', externalId)] }),
      'for anybody': take({ trust: [trusting('*', 'sts:AssumeRole', externalId)] }),
      'for a service, which the policy itself has been told of': batchJob(
        trusting({ Service: 'ecs-tasks.amazonaws.com' }, 'sts:AssumeRole', externalId),
      ),
      'without it': take({ trust: [accountWide] }),
      'a role whose account is not known': { trustPolicy: policy(trusting({ AWS: account }, 'sts:AssumeRole', externalId)) },
    },
  },
  {
    code: 'mfa-of-chain',
    severity: 'warning',
    found: {
      'for a session of a role': at(
        'trustPolicy',
        '"aws:MultiFactorAuthPresent"',
        take({ trust: [trusting({ AWS: root() }, 'sts:AssumeRole', mfa)], caller: session('dev') }),
      ),
      'for the role itself': at(
        'trustPolicy',
        '"aws:MultiFactorAuthPresent"',
        take({
          trust: [trusting({ AWS: role('dev') }, 'sts:AssumeRole', when('BoolIfExists', 'aws:MultiFactorAuthPresent', 'true'))],
          caller: session('dev'),
        }),
      ),
    },
    not: {
      'for a user': take({ trust: [trusting({ AWS: root() }, 'sts:AssumeRole', mfa)] }),
      'for a user, with a way for the role': take({
        trust: [trusting({ AWS: root() }, 'sts:AssumeRole', mfa), ofRole],
        caller: session('dev'),
      }),
      'with a code': take({
        trust: [trusting({ AWS: root() }, 'sts:AssumeRole', mfa)],
        caller: session('dev'),
        parameters: { SerialNumber: 'arn:aws:iam::111122223333:mfa/aya', TokenCode: '123456' },
      }),
      'with MFA, as the request says': take({
        trust: [trusting({ AWS: root() }, 'sts:AssumeRole', mfa)],
        caller: session('dev'),
        more: { contextKeys: { 'aws:multifactorauthpresent': 'true' } },
      }),
      'without MFA': take({ trust: [accountWide], caller: session('dev') }),
      'false allowed': take({
        trust: [trusting({ AWS: root() }, 'sts:AssumeRole', when('Bool', 'aws:MultiFactorAuthPresent', ['false']))],
        caller: session('dev'),
      }),
      'a statement that is not about the caller': take({ trust: [trusting({ AWS: user }, 'sts:AssumeRole', mfa)], caller: session('dev') }),
    },
  },
]

describe.each(rows)('$code', ({ code, severity, suggestion, addition, found, not }) => {
  it.each(Object.entries(found))('finds %s', (_name, documents) => {
    const { found: all, marked, run, unadvised } = findingsOf(documents)
    const own = all.filter((problem) => problem.code === code)
    expect(own).toEqual([{ code, severity, span: marked, facts: own[0]?.facts, foundBy: 'lint' }])
    expect([own[0]?.facts.suggestion, own[0]?.facts.addition]).toEqual([suggestion, addition])
    expect(run.trace).toEqual(unadvised.trace)
  })
  it.each(Object.entries(not))('is silent about %s', (_name, documents) => {
    expect(findingsOf(documents).found.map((problem) => problem.code)).not.toContain(code)
  })
})

it('a role that another role of the same call takes on gets no MFA either', () => {
  const statement = trusting({ AWS: role('pipeline') }, 'sts:AssumeRole', mfa)
  const documents: Documents = {
    request: request({
      action: 'codepipeline:CreatePipeline',
      parameters: {
        pipeline: {
          name: 'p',
          roleArn: role('pipeline'),
          stages: [{ name: 's', actions: [{ name: 'a', roleArn: role('action') }] }],
        },
      },
    }),
    trustPolicy: trust('codepipeline.amazonaws.com'),
    roles: JSON.stringify({ [role('action')]: { trustPolicy: { Version: '2012-10-17', Statement: [statement] } } }),
  }
  const codes = findingsOf(documents).found.map(({ code, span }) => `${code} ${span.documentId}`)
  expect(codes).toContain('mfa-of-chain roles')
})
