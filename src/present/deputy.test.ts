import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { type Documents, runDocuments } from '../simulate'
import {
  buildGraphFrame,
  buildScene,
  buildTimeline,
  deputyEdit,
  isPassedBy,
  narrate,
  noLesson,
  segmentName,
  terminalPanels,
  twinOf,
} from '.'
import { deputyFacts } from './deputy-facts'
import { loadDeputyParts } from './deputy-parts'

const account = '111122223333'
const other = '444455556666'
const role = `arn:aws:iam::${account}:role/orders`
const stranger = `arn:aws:iam::${other}:user/mallory`
const [english, japanese] = await Promise.all([loadTranslate('en'), loadTranslate('ja'), loadDeputyParts()])

const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const trusting = (more: object = {}) =>
  policy({ Effect: 'Allow', Principal: { Service: 'appsync.amazonaws.com' }, Action: 'sts:AssumeRole', ...more })
const from = (...accounts: readonly string[]) => trusting({ Condition: { StringEquals: { 'aws:SourceAccount': accounts } } })

function request(more: object = {}): string {
  const parameters = { apiId: 'abc123', name: 'orders', type: 'AMAZON_DYNAMODB', serviceRoleArn: role }
  const workload = { action: 'dynamodb:Query', resource: `arn:aws:dynamodb:us-east-1:${account}:table/orders` }
  const asked = {
    caller: `arn:aws:iam::${account}:user/aya`,
    action: 'appsync:CreateDataSource',
    region: 'us-east-1',
    parameters,
    workload,
  }
  return JSON.stringify({ ...asked, confusedDeputy: { caller: stranger }, ...more }, null, 2)
}

const usual: Documents = {
  request: request(),
  identityPolicy: policy({ Effect: 'Allow', Action: ['appsync:*', 'iam:PassRole'], Resource: '*' }),
  trustPolicy: trusting(),
  rolePolicy: policy({ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }),
}

function drawn(changes: Documents = {}, translate = english) {
  const documents = { ...usual, ...changes }
  const timeline = buildTimeline(runDocuments(documents))
  return { documents, timeline, scene: buildScene(timeline, translate) }
}

type Drawn = ReturnType<typeof drawn>

const quiet = { ...noLesson, canGuess: true } as const

const said = ({ timeline }: Drawn, t = timeline.end, translate = english) => narrate(timeline, t, translate, quiet)
const words = (rich: readonly { readonly text: string }[] = []) => rich.map(({ text }) => text).join('')
const terminal = ({ timeline }: Drawn) =>
  terminalPanels(timeline, timeline.end, english).flatMap((panel) => panel.lines.map((line) => line.map(({ text }) => text).join('')))

describe('how the trust policy tells the two apart', () => {
  it.each<[string, Documents, string, string | undefined]>([
    ['no condition', {}, 'untold', undefined],
    ['the owner’s account alone', { trustPolicy: from(account) }, 'told', 'aws:SourceAccount'],
    ['both accounts', { trustPolicy: from(account, other) }, 'both', 'aws:SourceAccount'],
    ['the stranger’s account alone', { trustPolicy: from(other) }, 'other', 'aws:SourceAccount'],
    ['a third account', { trustPolicy: from('777788889999') }, 'neither', 'aws:SourceAccount'],
    ['another service', { trustPolicy: trusting({ Principal: { Service: 'ec2.amazonaws.com' } }) }, 'neither', undefined],
  ])('%s: %#', (_, changes, apart, asked) => {
    const { trace } = drawn(changes).timeline
    expect(trace && deputyFacts(trace)).toMatchObject({ apart, asked })
  })

  it('the account differs, and what the service works on in it', () => {
    const { trace } = drawn().timeline
    expect(trace && deputyFacts(trace)?.differing.map(({ key }) => key)).toEqual(['aws:SourceAccount', 'aws:SourceArn'])
  })
})

describe('the stage', () => {
  it('has the owner beside the stranger, and whom each gate was asked about', () => {
    const { scene } = drawn({ trustPolicy: from(account) })
    expect(scene.user).toEqual({ name: 'Mallory', detail: other })
    expect(scene.deputy?.owner).toEqual({ name: 'Aya', detail: account })
    expect(scene.deputy?.callers.map(({ name, mark, answer }) => [name, mark, answer])).toEqual([
      ['Aya', 'ok', 'yes'],
      ['Mallory', 'skip', undefined],
    ])
    expect([scene.gates.iam.verdict, scene.gates.sts.verdict]).toEqual([undefined, 'deny'])
  })

  it.each<[string, Documents, string]>([
    ['may not pass it', { identityPolicy: policy({ Effect: 'Allow', Action: 'appsync:*', Resource: '*' }) }, 'may not pass it'],
    ['may not call', { identityPolicy: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) }, 'may not make this call'],
    ['cannot be told', { identityPolicy: '{' }, 'cannot be told: document 2 cannot be read'],
  ])('says that the owner %s', (_, changes, text) => {
    const { scene, timeline } = drawn(changes)
    expect(scene.deputy?.callers[0]).toMatchObject({ text })
    // What the owner may is beside the point: the stranger was never asked.
    expect(timeline.trace?.outcome).toBe('allowed')
  })

  it('an answer that went the other way is red on the line to the second gate', () => {
    const { scene, timeline } = drawn({ trustPolicy: from(account) })
    const frame = buildGraphFrame(timeline, scene, english, { reduced: false })(timeline.end)
    expect(frame.edges['assume-answer'].answer).toEqual({ text: 'no, for 4444…', kind: 'deny' })
    expect(frame.edges['pass-answer'].answer).toEqual({ text: 'yes, for Aya', kind: 'allow' })
    expect(frame.user).toBe('on-deny')
  })

  it('is nothing for any other call', () => {
    const { scene, timeline } = drawn({ request: request({ confusedDeputy: undefined }) })
    expect([scene.deputy, timeline.trace?.owner]).toEqual([undefined, undefined])
    expect(scene.user.name).toBe('Aya')
  })
})

describe('the run', () => {
  it('passes the first gate by', () => {
    const { timeline } = drawn({ trustPolicy: from(account) })
    expect(timeline.segments.map((segment) => [segment.id, segment.reached, isPassedBy(timeline, segment)])).toEqual([
      ['call', true, false],
      ['pass', false, true],
      ['assume', true, false],
      ['error', true, false],
      ['credentials', false, false],
      ['act', false, false],
    ])
    const name = (id: string, translate = english) => {
      const segment = timeline.segments.find((candidate) => candidate.id === id)
      return segment && segmentName(segment, timeline, translate)
    }
    expect([name('call'), name('error'), name('call', japanese)]).toEqual(['Mallory’s call', 'No keys', 'Mallory の呼び出し'])
  })

  it.each<[string, Documents, string, readonly string[]]>([
    [
      'stopped',
      { trustPolicy: from(account) },
      'Mallory is stopped at check 3. One condition saw whom AppSync works for.',
      ['remove-condition', 'own-call'],
    ],
    ['let through', {}, 'AppSync reads Aya’s orders for Mallory. Nothing told the two apart.', ['add-condition', 'own-call']],
    ['both', { trustPolicy: from(account, other) }, 'AppSync reads Aya’s orders for Mallory. The trust policy takes both.', ['own-call']],
    ['the stranger alone', { trustPolicy: from(other) }, 'AppSync reads Aya’s orders for Mallory. Aya would be refused.', ['own-call']],
  ])('%s is told so, with the moves that are left', (_, changes, headline, actions) => {
    const { headline: found, aside } = said(drawn(changes))
    expect(words(found)).toBe(headline)
    expect(aside?.actions).toEqual(actions)
  })

  it('whoever writes only of writing is not said to read', () => {
    const writes = request({ workload: { action: 'dynamodb:PutItem', resource: `arn:aws:dynamodb:us-east-1:${account}:table/orders` } })
    expect(words(said(drawn({ request: writes })).headline)).toBe(
      'AppSync acts as Aya’s role orders for Mallory. Nothing told the two apart.',
    )
  })

  it('nobody guesses that PassRole stops it', () => {
    const before = said(drawn(), 0)
    expect(before.guesses).toEqual(['runs', 'assume-role'])
    expect(words(before.headline)).toBe('Mallory names Aya’s role orders to AppSync. Who will notice?')
  })

  it('the terminal names what differs, and that it is assumed to be sent', () => {
    const lines = terminal(drawn({ trustPolicy: from(account) })).join('\n')
    expect(lines).toContain('# through the hole: nobody asks for iam:PassRole')
    expect(lines).toContain(`aws:SourceAccount = ${other}`)
    expect(lines).toContain('Assumed: AppSync sends aws:SourceAccount.')
    expect(lines).not.toContain('AccessDenied')
  })

  it('the list of the stations has both calls', () => {
    const { timeline, scene } = drawn()
    expect(twinOf(timeline, scene, english).map(({ text }) => text)).toEqual([
      '1, call. Aya calls appsync:CreateDataSource at AWS AppSync, and names the role',
      '1, call. Mallory calls appsync:CreateDataSource at AWS AppSync too, and names Aya’s role',
      '2, PassRole check. Aya passes it in her own account: yes; Mallory slipped past, never asked',
      expect.stringMatching(/^3, AssumeRole check.*allow/i),
    ])
  })
})

describe('what its moves write', () => {
  const edited = (from: Drawn, action: Parameters<typeof deputyEdit>[0]) => {
    const made = deputyEdit(action, from.timeline, from.documents)
    return made && drawn({ ...from.documents, [made.documentId]: made.text })
  }

  it('the condition that is missing keeps the stranger out, and not the owner', () => {
    const { trace } = edited(drawn(), 'add-condition')?.timeline ?? {}
    expect([trace?.outcome, trace?.stoppedAt, trace?.owner?.run.outcome]).toEqual(['denied', 'assume-role', 'allowed'])
  })

  it('without the condition the stranger is in again', () => {
    expect(edited(drawn({ trustPolicy: from(account) }), 'remove-condition')?.timeline.trace?.outcome).toBe('allowed')
  })

  it('the owner’s own call is the same request without the stranger', () => {
    const own = edited(drawn(), 'own-call')
    expect(JSON.parse(own?.documents.request ?? '')).toEqual({ ...JSON.parse(request()), confusedDeputy: undefined })
    expect(own?.timeline.trace?.steps.some((step) => step.kind === 'authorization' && step.check === 'pass-role')).toBe(true)
  })

  it('nothing, where there is nothing to change', () => {
    const own = drawn({ request: request({ confusedDeputy: undefined }) })
    expect(
      (['own-call', 'add-condition', 'remove-condition', 'fix'] as const).map((action) => deputyEdit(action, own.timeline, own.documents)),
    ).toEqual([undefined, undefined, undefined, undefined])
  })
})
