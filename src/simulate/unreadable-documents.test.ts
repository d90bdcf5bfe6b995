import { describe, expect, it } from 'vitest'
import { type Documents, runDocuments } from '.'
import { account, allow, authorizations, everything, policy, request, role, summary, trust } from './testing/documents'

describe('what cannot be read', () => {
  const broken = '{ "Statement": '
  const invalid: readonly { name: string; documents: Documents; documentId: string; steps: number }[] = [
    { name: 'the request', documents: { ...everything, request: broken }, documentId: 'request', steps: 0 },
    { name: 'white space only', documents: { ...everything, identityPolicy: ' \n' }, documentId: 'identityPolicy', steps: 1 },
    { name: 'the identity policy', documents: { ...everything, identityPolicy: broken }, documentId: 'identityPolicy', steps: 1 },
    {
      name: 'the trust policy, after the caller’s checks',
      documents: { ...everything, trustPolicy: broken },
      documentId: 'trustPolicy',
      steps: 3,
    },
    {
      name: 'the role policy, when the workload needs it',
      documents: { ...everything, rolePolicy: broken },
      documentId: 'rolePolicy',
      steps: 5,
    },
    {
      name: 'SCPs that are no levels',
      documents: { ...everything, serviceControlPolicies: `[${policy(allow('*'))}]` },
      documentId: 'serviceControlPolicies',
      steps: 1,
    },
    {
      name: 'a policy that IAM would refuse',
      documents: { ...everything, identityPolicy: policy({ Effect: 'allow', Action: '*', Resource: '*' }) },
      documentId: 'identityPolicy',
      steps: 1,
    },
    {
      name: 'an action that is not of STS in a trust policy',
      documents: { ...everything, trustPolicy: policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject' }) },
      documentId: 'trustPolicy',
      steps: 3,
    },
  ]

  it.each(invalid)('$name', ({ documents, documentId, steps }) => {
    const run = runDocuments(documents)
    expect(run).toMatchObject({ kind: 'invalid', documentId })
    expect(run.trace?.steps.length ?? 0).toBe(steps)
    expect(run.trace?.outcome).toBeUndefined()
    expect(run.problems.some((problem) => problem.severity === 'error')).toBe(true)
  })

  it('is another matter than advice, however grave: such a policy is evaluated', () => {
    const document = trust('ecs-tasks')
    const run = runDocuments({ ...everything, trustPolicy: document })
    expect(run.problems).toContainEqual(expect.objectContaining({ code: 'service-format', severity: 'error', foundBy: 'lint' }))
    expect(summary(run)).toMatchObject({ kind: 'ready', stoppedAt: 'assume-role' })
  })

  it('changes nothing when the flow never reaches it, but is listed', () => {
    const run = runDocuments({ ...everything, identityPolicy: policy(allow('ecs:*')), trustPolicy: broken })
    expect(summary(run)).toMatchObject({ kind: 'ready', stoppedAt: 'pass-role' })
    expect(run.problems.map((problem) => problem.span.documentId)).toContain('trustPolicy')
  })
})

describe('keys that may or may not be sent', () => {
  const create = request({ action: 'cloudformation:CreateStack', parameters: { StackName: 'app', RoleARN: role('cfn') } })
  it.each([
    {
      name: 'not sent, and that decides',
      condition: { StringEquals: { 'aws:SourceAccount': account } },
      verdict: 'deny',
      assumption: 'key-not-sent',
    },
    { name: 'nothing depends on it', condition: undefined, verdict: 'allow', assumption: undefined },
  ])('CloudFormation: $name', ({ condition, verdict, assumption }) => {
    const run = runDocuments({
      request: create,
      identityPolicy: policy(allow('*')),
      trustPolicy: trust('cloudformation.amazonaws.com', condition),
    })
    expect(authorizations(run).at(-1)).toMatchObject({ verdict, assumption, assumedKey: assumption ? 'aws:SourceAccount' : undefined })
  })
  it('case 58: a stack with a service role passes on further roles as that role', () => {
    const stack = request({
      action: 'cloudformation:CreateStack',
      parameters: { StackName: 'app', RoleARN: role('cfn') },
      workload: { action: 'iam:PassRole', resource: role('function') },
    })
    const documents = { request: stack, identityPolicy: policy(allow('*')), trustPolicy: trust('cloudformation.amazonaws.com') }
    const only = runDocuments({ ...documents, rolePolicy: policy(allow('lambda:*')) })
    expect(summary(only)).toMatchObject({ outcome: 'denied', stoppedAt: 'role-permission' })
    expect(authorizations(only).at(-1)?.evaluation?.request).toMatchObject({
      principal: expect.stringContaining(':assumed-role/cfn/'),
      action: 'iam:PassRole',
    })
    // The caller's own PassRole is asked for the service role alone.
    const narrow = policy(allow('cloudformation:*'), allow('iam:PassRole', role('cfn')))
    const passing = runDocuments({ ...documents, identityPolicy: narrow, rolePolicy: policy(allow('iam:PassRole', role('function'))) })
    expect(summary(passing)).toMatchObject({ outcome: 'allowed' })
  })
  it('Lambda: assumed to be sent', () => {
    const text = request({ action: 'lambda:CreateFunction', parameters: { FunctionName: 'f', Role: role('f') } })
    const run = runDocuments({
      request: text,
      identityPolicy: policy(allow('*')),
      trustPolicy: trust('lambda.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } }),
    })
    expect(authorizations(run).at(-1)).toMatchObject({ verdict: 'allow', assumption: 'key-sent' })
  })
})
