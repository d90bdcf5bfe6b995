import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { loadScenario, type ScenarioId } from '../scenarios'
import { type Documents, runDocuments } from '../simulate'
import { buildTimeline, type NarrationExtras, narrate, noLesson, terminalPanels } from '.'

const account = '111122223333'
const allowing = (...actions: string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'Some', Effect: 'Allow', Action: actions, Resource: '*' }] })
const denying = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' },
      { Sid: 'No', Effect: 'Deny', Action: action, Resource: '*' },
    ],
  })

async function asked(id: ScenarioId, more: object): Promise<Documents> {
  const { documents } = await loadScenario(id)
  return { request: JSON.stringify({ ...JSON.parse(documents.request ?? ''), ...more }) }
}

/** What is said at the end of a run that no lesson speaks for. */
async function said(id: ScenarioId, changes: Documents, language: 'en' | 'ja' = 'en', extras: Partial<NarrationExtras> = {}) {
  const translate = await loadTranslate(language)
  const { documents } = await loadScenario(id)
  const timeline = buildTimeline(runDocuments({ ...documents, ...changes }))
  const told = narrate(timeline, timeline.end, translate, { ...noLesson, ...extras })
  const flat = (rich: typeof told.headline) => rich.map((segment) => segment.text).join('')
  const terminal = terminalPanels(timeline, timeline.end, translate)
    .flatMap((panel) => panel.lines.map((line) => line.map((span) => span.text).join('')))
    .join('\n')
  return { headline: flat(told.headline), body: flat(told.body), title: told.aside?.title, move: flat(told.aside?.text ?? []), terminal }
}

describe('a denial by what limits from outside', () => {
  it.each([
    {
      name: 'a boundary that allows other things',
      changes: { permissionsBoundary: allowing('ecs:*', 's3:*') },
      headline: /boundary does not cover iam:PassRole/,
      body: /the identity policy and the boundary must both allow it/,
      move: /Let the boundary allow iam:PassRole/,
      terminal: /because no permissions boundary allows the iam:PassRole action/,
    },
    {
      name: 'a Deny in a boundary',
      changes: { permissionsBoundary: denying('iam:PassRole') },
      headline: /A Deny in Aya’s boundary forbids iam:PassRole/,
      body: /Statement No matches/,
      move: /No Allow can lift it/,
      terminal: /with an explicit deny in a permissions boundary/,
    },
    {
      name: 'a session policy that allows other things',
      changes: { sessionPolicy: allowing('ecs:*') },
      headline: /session policy does not cover iam:PassRole/,
      body: /the role’s policies and this one must both allow it/,
      move: /Let the session policy allow/,
      terminal: /because no session policy allows/,
    },
    {
      name: 'a Deny in a session policy',
      changes: { sessionPolicy: denying('iam:PassRole') },
      headline: /A Deny in the session policy forbids/,
      body: /Statement No matches/,
      move: /No Allow can lift it/,
      terminal: /with an explicit deny in a session policy/,
    },
    {
      name: 'a level of SCPs without an Allow',
      changes: { serviceControlPolicies: `[[${allowing('*')}],[${allowing('s3:*')}]]` },
      headline: /The organization does not allow it/,
      body: /every level must allow the call, and the account does not/,
      move: /Attach an SCP that allows ecs:RunTask/,
      terminal: /because no service control policy allows/,
    },
    {
      name: 'one SCP without an Allow',
      changes: { serviceControlPolicies: allowing('s3:*') },
      headline: /The organization does not allow it/,
      body: /^An SCP grants nothing, but every level must allow the call/,
      move: /Attach an SCP/,
      terminal: /because no service control policy allows/,
    },
    {
      name: 'a Deny in an SCP',
      changes: { serviceControlPolicies: `[[${allowing('*')}],[${denying('iam:PassRole')}],[${allowing('*')}]]` },
      headline: /The organization forbids it/,
      body: /an SCP at OU 1/,
      move: /Only who manages the organization/,
      terminal: /with an explicit deny in a service control policy/,
    },
  ])('$name', async ({ changes, headline, body, move, terminal }) => {
    const told = await said('clean-hand-over', changes)
    expect(told.headline).toMatch(headline)
    expect(told.body).toMatch(body)
    expect(told.move).toMatch(move)
    expect(told.terminal.replace(/\s+/g, ' ')).toMatch(terminal)
  })

  it('an RCP is no matter of trust, also where it shows only later', async () => {
    const deny = { Sid: 'Guard', Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole', Resource: '*' }
    const { solution } = await loadScenario('ec2-instance-profile')
    const resourceControlPolicies = JSON.stringify({ Version: '2012-10-17', Statement: [deny] })
    const told = await said('ec2-instance-profile', { ...solution, resourceControlPolicies })
    expect(told.headline).toMatch(/organization forbids taking on web-role \(RCP\)/)
    expect(told.body).toMatch(/only when the EC2 instance started.*It stands in an RCP/)
  })
})

describe('an error that leads astray', () => {
  const rcp = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole', Resource: '*' }],
  })
  const trusts = (service: string) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }] })
  const role = (name: string) => `arn:aws:iam::${account}:role/${name}`
  const register = JSON.stringify({
    caller: `arn:aws:iam::${account}:user/aya`,
    action: 'ecs:RegisterTaskDefinition',
    region: 'eu-west-1',
    parameters: { family: 'app', taskRoleArn: role('app-task'), executionRoleArn: role('app-exec') },
  })
  const later = {
    request: register,
    identityPolicy: allowing('ecs:RegisterTaskDefinition', 'iam:PassRole'),
    trustPolicy: trusts('ecs.amazonaws.com'),
  }
  const task = 'Do this.'

  it.each<{ name: string; id: ScenarioId; changes: Documents; task?: string; title: string; move: RegExp }>([
    {
      name: 'its words blame PassRole, and only the principal is wrong, also in a lesson',
      id: 'wrong-service-principal',
      changes: {},
      task,
      title: 'Reading this error',
      move: /^The message also speaks of .* only the trust policy is wrong/,
    },
    {
      name: 'the same words where an RCP denies: the trust policy is not blamed',
      id: 'clean-hand-over',
      changes: { resourceControlPolicies: rcp },
      title: 'Your move',
      move: /^(?!.*only the trust policy)/,
    },
    {
      name: 'the same words where a condition of the trust policy fails: the task stays',
      id: 'source-account',
      changes: {},
      task,
      title: 'Your move',
      move: /^Do this\.$/,
    },
    {
      name: 'it shows in the events of the service',
      id: 'clean-hand-over',
      changes: later,
      title: 'Where to look',
      move: /^Not in Aya’s terminal/,
    },
    { name: 'a task comes before the place', id: 'clean-hand-over', changes: later, task, title: 'Your move', move: /^Do this\.$/ },
  ])('$name', async ({ id, changes, task: own, title, move }) => {
    const told = await said(id, changes, 'en', own === undefined ? {} : { task: own })
    expect(told.title).toBe(title)
    expect(told.move).toMatch(move)
  })

  it('of more than two roles the headline names the one that is refused, of two both', async () => {
    const stage = (name: string) => ({ actions: [{ roleArn: role(name) }] })
    const create = (...stages: object[]) =>
      JSON.stringify({
        caller: `arn:aws:iam::${account}:user/aya`,
        action: 'codepipeline:CreatePipeline',
        region: 'eu-west-1',
        parameters: { pipeline: { roleArn: role('pipe'), stages } },
      })
    const passes = (...names: string[]) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 'codepipeline:*', Resource: '*' },
          { Effect: 'Allow', Action: 'iam:PassRole', Resource: names.map(role) },
        ],
      })
    const third = await said('codepipeline-pipeline', {
      request: create(stage('source'), stage('build')),
      identityPolicy: passes('pipe', 'source'),
    })
    expect(third.headline).toBe('Stopped at check 2c. Aya may not pass build.')
    const second = await said('codepipeline-pipeline', { request: create(stage('source')), identityPolicy: passes('pipe') })
    expect(second.headline).toBe('Stopped at check 2b. Aya may pass pipe, but not source.')
  })
})

describe('what is said besides', () => {
  it('the management account is not limited', async () => {
    expect((await said('management-account', {})).body).toMatch(/111122223333 manages the organization/)
    const member = await asked('management-account', { organization: { id: 'o-1', managementAccount: '999999999999' } })
    expect((await said('management-account', member)).headline).toMatch(/The organization forbids it/)
  })

  it('tags of a passed role are not reliable', async () => {
    const statement = { Sid: 'Tagged', Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }
    const condition = { StringEquals: { 'aws:ResourceTag/team': 'a' } }
    const run = { Sid: 'Run', Effect: 'Allow', Action: 'ecs:*', Resource: '*' }
    const identityPolicy = JSON.stringify({ Version: '2012-10-17', Statement: [run, { ...statement, Condition: condition }] })
    expect((await said('clean-hand-over', { identityPolicy })).body).toMatch(/AWS advises against aws:ResourceTag\/team/)
  })

  it('a call that a service makes names the service, in the terminal too', async () => {
    const { terminal } = await said('forward-access-session', {})
    expect(terminal).toMatch(/^# cloudformation\.amazonaws\.com makes this call with Aya’s identity:\n\$ aws lambda create-function/)
    expect((await said('forward-access-session', await asked('forward-access-session', { contextKeys: {} }))).terminal).toMatch(
      /^\$ aws lambda/,
    )
  })

  it.each([
    [
      'the root user',
      { caller: `arn:aws:iam::${account}:root` },
      /root user cannot take on a role/,
      /Roles may not be assumed by root accounts/,
    ],
    [
      'a broken session policy',
      { parameters: { RoleArn: `arn:aws:iam::${account}:role/app-task`, Policy: '{' } },
      /does not take this session policy/,
      /MalformedPolicyDocument/,
    ],
  ])('STS refuses %s', async (_name, more, headline, terminal) => {
    const told = await said('direct-assume-role', await asked('direct-assume-role', more))
    expect(told.headline).toMatch(headline)
    expect(told.terminal).toMatch(terminal)
  })

  it('Japanese sentences follow each other without a space', async () => {
    const { body } = await said('clean-hand-over', { serviceControlPolicies: denying('iam:PassRole') }, 'ja')
    expect(body).toMatch(/。これは .* SCP です。/)
  })
})
