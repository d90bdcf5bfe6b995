import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { loadScenario, type ScenarioId } from '../scenarios'
import { type Documents, runDocuments } from '../simulate'
import { buildTimeline, narrate, noLesson, terminalPanels } from '.'

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
async function said(id: ScenarioId, changes: Documents, language: 'en' | 'ja' = 'en') {
  const translate = await loadTranslate(language)
  const { documents } = await loadScenario(id)
  const timeline = buildTimeline(runDocuments({ ...documents, ...changes }))
  const told = narrate(timeline, timeline.end, translate, noLesson)
  const flat = (rich: typeof told.headline) => rich.map((segment) => segment.text).join('')
  const terminal = terminalPanels(timeline, timeline.end, translate)
    .flatMap((panel) => panel.lines.map((line) => line.map((span) => span.text).join('')))
    .join('\n')
  return { headline: flat(told.headline), body: flat(told.body), move: flat(told.aside?.text ?? []), terminal }
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
