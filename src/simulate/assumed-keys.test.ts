import { describe, expect, it } from 'vitest'
import { runDocuments } from '.'
import {
  account,
  allow,
  authorizations,
  checks,
  deny,
  everything,
  policy,
  request,
  role,
  runTask,
  summary,
  trust,
} from './testing/documents'

const asked = (more: object) => JSON.stringify({ ...JSON.parse(runTask), ...more })
const call = (action: string, parameters: object, more: object = {}) => request({ action, parameters, ...more })
const assumed = (run: ReturnType<typeof runDocuments>) =>
  authorizations(run).flatMap(({ check, assumption, assumedKey }) => (assumption ? [`${check} ${assumption} ${assumedKey}`] : []))

const sourceAccount = { StringEquals: { 'aws:SourceAccount': account } }
const sourceArn = { ArnLike: { 'aws:SourceArn': `arn:aws:cloudformation:*:${account}:stack/*` } }
const passedTo = (service: string) => policy(allow('*'), deny('iam:PassRole', '*', { StringNotEquals: { 'iam:PassedToService': service } }))

describe('what a verdict assumes', () => {
  const createStack = call('cloudformation:CreateStack', { StackName: 'app', RoleARN: role('cfn') })
  it.each([
    { name: 'one key of the trust policy', condition: sourceAccount, said: ['assume-role key-not-sent aws:SourceAccount'] },
    {
      name: 'two keys in one statement, each alone without effect',
      condition: { ...sourceAccount, ...sourceArn },
      said: ['assume-role key-not-sent aws:SourceAccount'],
    },
    { name: 'a key that is told, in vain', condition: { StringEquals: { 'aws:SourceOrgID': 'o-1' } }, said: [] },
  ])('$name', ({ condition, said }) => {
    const run = runDocuments({ ...everything, request: createStack, trustPolicy: trust('cloudformation.amazonaws.com', condition) })
    expect(summary(run)).toMatchObject({ outcome: 'denied', stoppedAt: 'assume-role' })
    expect(assumed(run)).toEqual(said)
  })

  it('a key that is widely reported, not documented', () => {
    const run = runDocuments({
      ...everything,
      request: call('logs:PutSubscriptionFilter', { logGroupName: '/app', roleArn: role('to-stream') }),
      trustPolicy: trust('logs.amazonaws.com', { ArnLike: { 'aws:SourceArn': `arn:aws:logs:*:${account}:*` } }),
    })
    expect(assumed(run)).toEqual(['assume-role key-sent aws:SourceArn'])
  })

  const createPipeline = call('codepipeline:CreatePipeline', { pipeline: { roleArn: role('pipeline'), stages: [] } })
  const spotFleet = call('ec2:RequestSpotFleet', { SpotFleetRequestConfig: { IamFleetRole: role('fleet') } })
  const userPool = call('cognito-idp:CreateUserPool', { SmsConfiguration: { SnsCallerArn: role('sms') } })
  it.each([
    {
      name: 'a value that is not documented',
      text: spotFleet,
      service: 'ec2.amazonaws.com',
      said: ['pass-role key-sent iam:PassedToService'],
    },
    {
      name: 'a key that is not known to be sent',
      text: userPool,
      service: 'cognito-idp.amazonaws.com',
      said: ['pass-role key-not-sent iam:PassedToService'],
    },
    { name: 'a value that is documented', text: createPipeline, service: 'codepipeline.amazonaws.com', said: [] },
    { name: 'a service to which the role never goes', text: spotFleet, service: 'lambda.amazonaws.com', said: [] },
  ])('iam:PassRole: $name', ({ text, service, said }) => {
    const run = runDocuments({ ...everything, request: text, identityPolicy: passedTo(service) })
    expect(assumed(run).filter((entry) => entry.startsWith('pass-role'))).toEqual(said)
  })

  it('nothing when the request tells the key', () => {
    const told = JSON.stringify({ ...JSON.parse(userPool), contextKeys: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } })
    const run = runDocuments({ ...everything, request: told, identityPolicy: passedTo('cognito-idp.amazonaws.com') })
    expect(checks(run)).toContain('pass-role:allow')
    expect(assumed(run).filter((entry) => entry.startsWith('pass-role'))).toEqual([])
  })
})

describe('keys of iam:PassRole', () => {
  const condition = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }

  it('go with no other action, told or not', () => {
    const contextKeys = { 'IAM:PassedToService': 'ecs-tasks.amazonaws.com', 'iam:AssociatedResourceArn': 'arn:aws:ecs:::x' }
    const run = runDocuments({
      ...everything,
      request: asked({ contextKeys }),
      identityPolicy: policy(allow('ecs:RunTask', '*', condition), allow('iam:PassRole')),
    })
    expect(summary(run)).toMatchObject({ outcome: 'denied', stoppedAt: 'service-action' })
  })

  it('do not go with a direct call', () => {
    const run = runDocuments({
      ...everything,
      request: call('sts:AssumeRole', { RoleArn: role('deploy') }, { contextKeys: { 'iam:PassedToService': 'x' } }),
      trustPolicy: policy({
        Effect: 'Allow',
        Principal: '*',
        Action: 'sts:AssumeRole',
        Condition: { Null: { 'iam:PassedToService': 'true' } },
      }),
    })
    expect(summary(run).outcome).toBe('allowed')
  })
})

describe('what stands in parameters and resolved', () => {
  it('a session policy written as JSON limits the session as its text does', () => {
    const text = policy(allow('ec2:*'))
    const outcomes = [text, JSON.parse(text)].map((Policy) =>
      checks(
        runDocuments({
          ...everything,
          request: call(
            'sts:AssumeRole',
            { RoleArn: role('deploy'), Policy },
            { workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/x' } },
          ),
          trustPolicy: policy({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:user/aya` }, Action: 'sts:AssumeRole' }),
        }),
      ),
    )
    expect(outcomes).toEqual([
      ['assume-role:allow', 'role-permission:deny'],
      ['assume-role:allow', 'role-permission:deny'],
    ])
  })

  it('a profile asked for by name is found by its ARN', () => {
    const run = runDocuments({
      ...everything,
      request: call(
        'ec2:RunInstances',
        { IamInstanceProfile: { Name: 'web' } },
        { resolved: { instanceProfiles: { [`arn:aws:iam::${account}:instance-profile/team/web`]: role('team/web-role') } } },
      ),
      trustPolicy: trust('ec2.amazonaws.com'),
    })
    expect(authorizations(run).at(-1)?.roleArn).toBe(role('team/web-role'))
    expect(run.problems.map(({ code }) => code)).not.toContain('instance-profile-role-assumed')
  })

  it('a role that is execution and task role in one is what the code runs as, whichever comes first', () => {
    const run = runDocuments({
      ...everything,
      request: call(
        'ecs:CreateExpressGatewayService',
        { executionRoleArn: role('both'), infrastructureRoleArn: role('infra'), taskRoleArn: role('both') },
        { workload: { action: 'dynamodb:GetItem', resource: '*' } },
      ),
      trustPolicy: policy({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }),
    })
    expect(summary(run)).toMatchObject({ outcome: 'denied', stoppedAt: 'role-permission' })
    expect(run.problems.map(({ code }) => code)).not.toContain('role-parameter-unknown')
  })

  it('the policy of a chained role that stands in roles is read there and nowhere else', () => {
    const trustAll = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }] }
    const entry = { trustPolicy: trustAll, rolePolicy: JSON.parse(policy(allow('*'))) }
    const actions = [{ name: 'Deploy', roleArn: role('action') }]
    const run = runDocuments({
      ...everything,
      rolePolicy: '{',
      request: call('codepipeline:CreatePipeline', { pipeline: { roleArn: role('pipeline'), stages: [{ name: 'S', actions }] } }),
      roles: JSON.stringify({ [role('pipeline')]: entry, [role('action')]: entry }),
    })
    expect(summary(run)).toMatchObject({ kind: 'ready', outcome: 'allowed' })
  })

  it.each([
    { name: 'its trust policy names the first', principal: role('app-task'), stoppedAt: undefined },
    { name: 'it names somebody else', principal: role('other'), stoppedAt: 'role-permission' },
  ])('a workload that takes a further role on: $name', ({ principal, stoppedAt }) => {
    const trustPolicy = JSON.parse(policy({ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }))
    const run = runDocuments({
      ...everything,
      request: asked({ workload: { action: 'sts:AssumeRole', resource: role('further') } }),
      rolePolicy: policy(allow('sts:AssumeRole')),
      roles: JSON.stringify({ [role('further')]: { trustPolicy } }),
    })
    expect(summary(run)).toMatchObject({ kind: 'ready', stoppedAt })
  })
})
