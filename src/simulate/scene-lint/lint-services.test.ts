import { describe, expect, it } from 'vitest'
import { account, allow, deny, policy, request, role, runTask, trust } from '../testing/documents'
import { findingsOf, mark, trusting, when } from '../testing/scene-findings'
import type { Documents } from '../trace'
import { areSiblings, serviceFamily } from './service-family'

const ecsTasks = 'ecs-tasks.amazonaws.com'
const app = role('app-task')
const passTo = (service: string | readonly string[], resource = app) =>
  allow('iam:PassRole', resource, when('StringEquals', 'iam:PassedToService', service))
const run = allow('ecs:RunTask')
const scene = (identity: readonly object[], trustPolicy: string = trust(ecsTasks), more: Documents = {}): Documents => ({
  request: runTask,
  identityPolicy: policy(...identity),
  trustPolicy,
  ...more,
})
const marked = (documents: Documents, documentId: 'identityPolicy' | 'trustPolicy', value: string): Documents => ({
  ...documents,
  [documentId]: mark(documents[documentId] ?? '', `"${value}"`),
})
const createFunction = request({ action: 'lambda:CreateFunction', parameters: { FunctionName: 'f', Role: role('f') } })
const nodegroup = request({ action: 'eks:CreateNodegroup', parameters: { clusterName: 'c', nodegroupName: 'n', nodeRole: role('node') } })
const monitoring = request({
  action: 'rds:CreateDBInstance',
  parameters: { DBInstanceIdentifier: 'd', DBInstanceClass: 'x', Engine: 'mysql', MonitoringRoleArn: role('mon') },
})
const everyRole = role('*')

describe.each<{ code: string; suggestion?: string; addition?: string; found: Record<string, Documents>; not: Record<string, Documents> }>([
  {
    code: 'passed-to-sibling',
    suggestion: ecsTasks,
    found: {
      'ecs for a task role': marked(scene([run, passTo('ecs.amazonaws.com')]), 'identityPolicy', 'ecs.amazonaws.com'),
      'for every role': marked(scene([run, passTo('ecs.amazonaws.com', '*')]), 'identityPolicy', 'ecs.amazonaws.com'),
      'beside a statement for another role': marked(
        scene([run, passTo('ecs.amazonaws.com'), passTo(ecsTasks, role('other'))]),
        'identityPolicy',
        'ecs.amazonaws.com',
      ),
    },
    not: {
      'the right one': scene([run, passTo(ecsTasks)]),
      'both in one list': scene([run, passTo(['ecs.amazonaws.com', ecsTasks])]),
      'both in two statements': scene([run, passTo('ecs.amazonaws.com', everyRole), passTo(ecsTasks)]),
      'for other roles': scene([run, passTo(ecsTasks), passTo('ecs.amazonaws.com', role('ecs-infrastructure'))]),
      'a pattern': scene([run, allow('iam:PassRole', app, when('StringLike', 'iam:PassedToService', 'ecs*.amazonaws.com'))]),
      'a statement without the key': scene([run, passTo('ecs.amazonaws.com'), allow('iam:*')]),
      'a Deny': scene([run, passTo(ecsTasks), deny('iam:PassRole', app, when('StringEquals', 'iam:PassedToService', 'ecs.amazonaws.com'))]),
      'another service altogether': scene([run, passTo('lambda.amazonaws.com', '*')]),
      'a call of which it is not known': {
        ...scene([allow('*'), passTo('ecs.amazonaws.com')]),
        request: request({ action: 'iotdeviceadvisor:StartSuiteRun', parameters: { deviceRoleArn: app } }),
      },
      'a request that says what is sent': {
        ...scene([run, passTo('ecs.amazonaws.com')]),
        request: runTask.replace('{', '{"contextKeys":{"iam:PassedToService":"ecs.amazonaws.com"},'),
      },
      'a request that cannot be read': { ...scene([run, passTo('ecs.amazonaws.com')]), request: '{' },
    },
  },
  {
    code: 'passed-to-untrusted',
    suggestion: ecsTasks,
    found: {
      'lambda for a role of ECS tasks': marked(scene([run, passTo('lambda.amazonaws.com')]), 'identityPolicy', 'lambda.amazonaws.com'),
      'beside the right statement': marked(
        scene([run, passTo('lambda.amazonaws.com'), passTo(ecsTasks)]),
        'identityPolicy',
        'lambda.amazonaws.com',
      ),
    },
    not: {
      'the right one': scene([run, passTo(ecsTasks)]),
      'a list with the right one': scene([run, passTo([ecsTasks, 'lambda.amazonaws.com'])]),
      'roles that are not all here': scene([run, passTo(ecsTasks), passTo('lambda.amazonaws.com', role('app-*'))]),
      'another role': scene([run, passTo(ecsTasks), passTo('lambda.amazonaws.com', role('thumbs'))]),
      'a role that trusts both': scene(
        [run, passTo('lambda.amazonaws.com')],
        policy(trusting({ Service: [ecsTasks, 'lambda.amazonaws.com'] })),
      ),
      'a role that trusts no service': scene([run, passTo('lambda.amazonaws.com')], policy(trusting({ AWS: account }))),
      'a role that trusts anybody': scene([run, passTo('lambda.amazonaws.com')], policy(trusting('*'))),
      'what the call sends, whoever is trusted': scene([run, passTo(ecsTasks)], trust('lambda.amazonaws.com')),
      'a node group: passed to EKS, taken on by EC2': {
        request: nodegroup,
        identityPolicy: policy(allow('eks:CreateNodegroup'), passTo('eks.amazonaws.com', role('node'))),
        trustPolicy: trust('ec2.amazonaws.com'),
      },
      'the same, when another call is made': {
        ...scene([run, passTo(ecsTasks)]),
        identityPolicy: policy(run, passTo(ecsTasks), passTo('eks.amazonaws.com', role('node'))),
        roles: JSON.stringify({ [role('node')]: { trustPolicy: JSON.parse(trust('ec2.amazonaws.com')) } }),
      },
      'a service of which nothing is known': scene([run, passTo('snowball.amazonaws.com')], trust('importexport.amazonaws.com')),
      'a trust policy that cannot be read': scene([run, passTo('lambda.amazonaws.com')], '{'),
    },
  },
  {
    code: 'trust-sibling-service',
    suggestion: ecsTasks,
    found: {
      'ecs for a task role': marked(scene([run, passTo(ecsTasks)], trust('ecs.amazonaws.com')), 'trustPolicy', 'ecs.amazonaws.com'),
      'one of two': marked(
        scene([run, passTo(ecsTasks)], policy(trusting({ Service: ['ec2.amazonaws.com', 'ecs.amazonaws.com'] }))),
        'trustPolicy',
        'ecs.amazonaws.com',
      ),
    },
    not: {
      'the right one': scene([run, passTo(ecsTasks)]),
      both: scene([run, passTo(ecsTasks)], policy(trusting({ Service: ['ecs.amazonaws.com', ecsTasks] }))),
      'both in two statements': scene([run], policy(trusting({ Service: 'ecs.amazonaws.com' }), trusting({ Service: ecsTasks }))),
      'another service': scene([run, passTo(ecsTasks)], trust('lambda.amazonaws.com')),
      'a Deny': scene([run], policy(trusting({ Service: ecsTasks }), { ...trusting({ Service: 'ecs.amazonaws.com' }), Effect: 'Deny' })),
      'the role of an ECS service': {
        request: request({ action: 'ecs:CreateService', parameters: { serviceName: 's', cluster: 'c', role: role('ecs') } }),
        identityPolicy: policy(allow('ecs:*'), passTo('ecs.amazonaws.com', role('ecs'))),
        trustPolicy: trust('ecs.amazonaws.com'),
      },
      'a call of which it is not known who takes the role on': {
        request: request({ action: 'iotdeviceadvisor:StartSuiteRun', parameters: { deviceRoleArn: app } }),
        trustPolicy: trust('iot.amazonaws.com'),
      },
      'the direct call': {
        request: request({ action: 'sts:AssumeRole', parameters: { RoleArn: app, RoleSessionName: 'aya' } }),
        trustPolicy: trust('ecs.amazonaws.com'),
      },
    },
  },
  {
    code: 'trust-sibling-service',
    suggestion: 'monitoring.rds.amazonaws.com',
    found: {
      'rds for its monitoring': marked(
        { request: monitoring, identityPolicy: policy(allow('*')), trustPolicy: trust('rds.amazonaws.com') },
        'trustPolicy',
        'rds.amazonaws.com',
      ),
    },
    not: {
      'passed to RDS, taken on by its monitoring': {
        request: monitoring,
        identityPolicy: policy(allow('rds:*'), passTo('rds.amazonaws.com', role('mon'))),
        trustPolicy: trust('monitoring.rds.amazonaws.com'),
      },
    },
  },
  {
    code: 'trust-sibling-service',
    suggestion: 'lambda.amazonaws.com',
    found: {
      'edgelambda for a function': marked(
        { request: createFunction, identityPolicy: policy(allow('*')), trustPolicy: trust('edgelambda.amazonaws.com') },
        'trustPolicy',
        'edgelambda.amazonaws.com',
      ),
    },
    not: {
      'a function at the edge': {
        request: createFunction,
        identityPolicy: policy(allow('*')),
        trustPolicy: policy(trusting({ Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] })),
      },
    },
  },
  {
    code: 'edge-needs-two',
    addition: 'lambda.amazonaws.com',
    found: {
      'edgelambda alone': marked(
        scene([run, passTo(ecsTasks)], trust('edgelambda.amazonaws.com')),
        'trustPolicy',
        'edgelambda.amazonaws.com',
      ),
      'without a request': marked({ trustPolicy: trust('edgelambda.amazonaws.com') }, 'trustPolicy', 'edgelambda.amazonaws.com'),
    },
    not: {
      both: { trustPolicy: policy(trusting({ Service: ['edgelambda.amazonaws.com', 'lambda.amazonaws.com'] })) },
      'both, in two statements': {
        trustPolicy: policy(trusting({ Service: 'edgelambda.amazonaws.com' }), trusting({ Service: 'lambda.amazonaws.com' })),
      },
      'lambda alone': { trustPolicy: trust('lambda.amazonaws.com') },
      anybody: { trustPolicy: policy(trusting({ Service: 'edgelambda.amazonaws.com' }), trusting('*')) },
      'a call that has told so already': { request: createFunction, trustPolicy: trust('edgelambda.amazonaws.com') },
    },
  },
])('$code', ({ code, suggestion, addition, found, not }) => {
  it.each(Object.entries(found))('finds %s', (_name, documents) => {
    const { found: all, marked: place, run: advised, unadvised } = findingsOf(documents)
    expect(all.map(({ code: own, severity, span, facts, foundBy }) => ({ own, severity, span, facts, foundBy }))).toEqual([
      {
        own: code,
        severity: 'warning',
        span: expect.objectContaining({ ...place }),
        facts: expect.objectContaining({ ...(suggestion ? { suggestion } : {}), ...(addition ? { addition } : {}) }),
        foundBy: 'lint',
      },
    ])
    expect(advised.trace).toEqual(unadvised.trace)
  })
  it.each(Object.entries(not))('is silent about %s', (_name, documents) => {
    expect(findingsOf(documents).found.map((problem) => problem.code)).not.toContain(code)
  })
})

describe('service families', () => {
  it.each([
    ['ecs-tasks.amazonaws.com', 'ecs'],
    ['edgelambda.amazonaws.com', 'lambda'],
    ['monitoring.rds.amazonaws.com', 'rds'],
    ['states.ap-northeast-1.amazonaws.com', 'states'],
    ['dms.us-gov-west-1.amazonaws.com', 'dms'],
    ['spotfleet.amazonaws.com', 'ec2'],
    ['ec2.amazonaws.com.cn', 'ec2'],
    ['__proto__', '__proto__'],
    ['', ''],
  ])('%s is of %s', (principal, family) => expect(serviceFamily(principal)).toBe(family))

  it.each([
    ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com', true],
    ['codebuild.amazonaws.com', 'codepipeline.amazonaws.com', false],
    ['states.us-east-1.amazonaws.com', 'states.amazonaws.com', false],
    ['ecs.amazonaws.com', 'ecs.amazonaws.com', false],
  ])('%s and %s: %o', (one, other, siblings) => expect(areSiblings(one, other)).toBe(siblings))
})
