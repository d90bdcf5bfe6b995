import { describe, expect, it } from 'vitest'
import { type Documents, directTwin, handOverTwin, runDocuments, type Situation } from '.'
import { sessionNameFor } from './direct-twin'

const account = '111122223333'
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`
const workload = { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' }
const taskRoles = { taskRoleArn: role('app-task'), executionRoleArn: role('app-exec') }
const runTask = (more: object = {}) => ({
  caller: `arn:aws:iam::${account}:user/aya`,
  action: 'ecs:RunTask',
  region: 'eu-west-1',
  parameters: { taskDefinition: 'app:7' },
  resolved: { taskDefinition: taskRoles },
  workload,
  ...more,
})

function situationOf(request: object): Situation {
  const { trace } = runDocuments({ request: JSON.stringify(request) })
  if (!trace) throw new Error('the request of this test cannot be read')
  return trace.situation
}

const twinOf = (request: object, roleArn?: string) => {
  const twin = directTwin(situationOf(request), roleArn)
  return twin.kind === 'request' ? JSON.parse(twin.text) : twin.kind
}

describe('the direct twin of a request', () => {
  it.each([
    ['the role that the workload runs as, of several', runTask(), undefined, role('app-task'), true],
    ['the role that is chosen; another role’s workload is not asked of it', runTask(), role('app-exec'), role('app-exec'), false],
    ['a role that the request does not name: back to its own', runTask(), role('other'), role('app-task'), true],
    [
      'the role inside an instance profile',
      {
        caller: `arn:aws:iam::${account}:user/aya`,
        action: 'ec2:RunInstances',
        parameters: { IamInstanceProfile: { Name: 'web' } },
        resolved: { instanceProfiles: { web: role('web-role') } },
        workload,
      },
      undefined,
      role('web-role'),
      true,
    ],
  ])('%s', (_, request, chosen, arn, acts) => {
    const twin = twinOf(request, chosen)
    expect(twin).toMatchObject({ caller: request.caller, action: 'sts:AssumeRole', parameters: { RoleArn: arn, RoleSessionName: 'aya' } })
    expect(twin.workload?.action).toBe(acts ? 's3:GetObject' : undefined)
  })

  it('keeps the caller’s own keys, and none of the PassRole check or of the service', () => {
    const twin = twinOf(
      runTask({
        contextKeys: { 'aws:MultiFactorAuthPresent': 'true', 'iam:PassedToService': 'x' },
        serviceContextKeys: { 'aws:SourceArn': 'arn:aws:ecs:::x' },
        organization: { id: 'o-1' },
      }),
    )
    expect(twin).toMatchObject({ region: 'eu-west-1', contextKeys: { 'aws:MultiFactorAuthPresent': 'true' }, organization: { id: 'o-1' } })
    expect(Object.keys(twin.contextKeys)).toHaveLength(1)
    expect(twin.serviceContextKeys).toBeUndefined()
  })

  it('has nothing to take where no role is passed', () => {
    expect(
      twinOf({ caller: `arn:aws:iam::${account}:user/aya`, action: 'ecs:RunTask', parameters: {}, resolved: { taskDefinition: {} } }),
    ).toBe('no-role')
  })

  it.each([
    ['aya', 'aya'],
    ['a', 'a-session'],
    ['Aya Tanaka/ops', 'Aya-Tanaka-ops'],
    ['x'.repeat(80), 'x'.repeat(64)],
  ])('calls the session of %s %s', (name, expected) => expect(sessionNameFor(name)).toBe(expected))

  it('is a request that can be judged by itself', () => {
    const trust = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:user/aya` }, Action: 'sts:AssumeRole' }],
    }
    const twin = directTwin(situationOf(runTask()))
    const documents: Documents = { request: twin.kind === 'request' ? twin.text : '', trustPolicy: JSON.stringify(trust) }
    expect(runDocuments(documents).trace).toMatchObject({ outcome: 'denied', stoppedAt: 'role-permission' })
  })
})

describe('the handing over of a role that is taken', () => {
  it('is a task of ECS with that role, by the same caller', () => {
    const twin = handOverTwin(
      situationOf({
        caller: `arn:aws:iam::${account}:user/aya`,
        action: 'sts:AssumeRole',
        parameters: { RoleArn: role('deploy') },
        workload,
      }),
    )
    const request = twin.kind === 'request' ? JSON.parse(twin.text) : {}
    expect(request).toMatchObject({ action: 'ecs:RunTask', parameters: { overrides: { taskRoleArn: role('deploy') } }, workload })
    expect(situationOf(request).roles.map((passed) => passed.roleArn)).toEqual([role('deploy')])
  })
})
