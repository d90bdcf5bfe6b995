import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { type Documents, runDocuments } from '../simulate'
import { accountTrustOf, buildGraphFrame, buildScene, buildTimeline, editorHighlights, narrate, noLesson, terminalPanels, twinOf } from '.'

const account = '111122223333'
const partner = '444455556666'
const role = (name: string, owner = account) => `arn:aws:iam::${owner}:role/${name}`
const user = `arn:aws:iam::${account}:user/aya`
const root = `arn:aws:iam::${account}:root`
const session = `arn:aws:sts::${account}:assumed-role/dev/aya`
const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
const trusting = (principal: string, more: object = {}) =>
  policy({ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole', ...more })
const mine = policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' })
const everything = policy({ Effect: 'Allow', Action: '*', Resource: '*' })
const denies = policy({ Effect: 'Deny', Action: 'sts:*', Resource: '*' })
const workload = { action: 's3:PutObject', resource: 'arn:aws:s3:::releases/app.zip' }

function taking(parameters: object = {}, more: object = {}): string {
  const RoleArn = role('deploy')
  const asked = { RoleArn, RoleSessionName: 'aya', ...parameters }
  return JSON.stringify({ caller: user, action: 'sts:AssumeRole', parameters: asked, workload, ...more })
}

const usual: Documents = { request: taking(), identityPolicy: mine, trustPolicy: trusting(root), rolePolicy: everything }
const english = await loadTranslate('en')
const now = '2026-11-02T10:02:11Z'

function drawn(changes: Documents = {}, translate = english) {
  const documents = { ...usual, ...changes }
  const timeline = buildTimeline(runDocuments(documents, { now }))
  return { documents, timeline, scene: buildScene(timeline, translate) }
}

type Drawn = ReturnType<typeof drawn>

const rows = ({ scene }: Drawn, gate: 'iam' | 'sts') =>
  scene.gates[gate].roles[0]?.rows.map((row) => [row.result, row.label, row.value].join(' '))

const said = ({ timeline }: Drawn) => narrate(timeline, timeline.end, english, { ...noLesson, canCompare: true })
const words = (rich: readonly { readonly text: string }[]) => rich.map(({ text }) => text).join('')

describe('the rows of a direct call', () => {
  it('whose side is read, and whom the trust policy names', () => {
    const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }
    const scene = drawn({ request: taking({ SerialNumber: 'arn', TokenCode: '123456' }), trustPolicy: trusting(root, mfa) })
    expect(rows(scene, 'iam')).toEqual(['ok Caller user/aya', 'ok Action sts:AssumeRole', 'ok Resource * (every role)'])
    expect(rows(scene, 'sts')).toEqual([
      'ok Principal account 111122223333',
      'ok Action sts:AssumeRole',
      'ok Condition MultiFactorAuth = true',
    ])
  })

  it.each<[string, Documents, string]>([
    ['the user', { trustPolicy: trusting(user) }, 'user/aya'],
    ['the account by its number', { trustPolicy: trusting(account) }, 'account 111122223333'],
    ['everyone', { trustPolicy: trusting('*') }, '* (everyone)'],
    ['the role of a session', { request: taking({}, { caller: session }), trustPolicy: trusting(role('dev')) }, 'role/dev'],
    ['the session itself', { request: taking({}, { caller: session }), trustPolicy: trusting(session) }, 'assumed-role/dev/aya'],
  ])('a trust policy that names %s says so', (_, changes, value) => {
    expect(rows(drawn(changes), 'sts')?.[0]).toBe(`ok Principal ${value}`)
  })

  it('a Deny goes before whose it is, and the caller before the layers', () => {
    expect(rows(drawn({ identityPolicy: denies }), 'iam')).toEqual([
      'no Effect Deny',
      'ok Caller user/aya',
      'ok Action sts:AssumeRole',
      'ok Resource * (every role)',
    ])
    const layered = rows(drawn({ permissionsBoundary: everything, serviceControlPolicies: everything }), 'iam')
    expect(layered?.map((row) => row.split(' ')[1])).toEqual(['Caller', 'Identity', 'Boundary', 'SCP'])
  })
})

describe('how the two documents join', () => {
  const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }
  const far = taking({ RoleArn: role('deploy', partner) })
  const chained = taking({}, { caller: session })
  const pills: readonly (readonly [name: string, changes: Documents, join: string, text: string, second: string | undefined])[] = [
    ['the account', {}, 'and', 'the trust names the account, so both must say yes', 'allow'],
    ['the account, the caller’s side silent', { identityPolicy: '[]' }, 'and', 'the trust names the account, so both must say yes', 'deny'],
    ['another account', { request: far, trustPolicy: trusting(user) }, 'and', 'another account, so both must say yes', 'allow'],
    ['a service', { trustPolicy: trusting(role('x')) }, 'and', 'both documents must say yes', 'allow'],
    ['the user', { trustPolicy: trusting(user) }, 'or', 'the trust names Aya, so that alone is enough', 'not-needed'],
    [
      'the user, whose side is silent',
      { trustPolicy: trusting(user), identityPolicy: '[]' },
      'or',
      'the trust names Aya, so that alone is enough',
      'not-needed',
    ],
    [
      'the user, but not without MFA',
      { trustPolicy: trusting(user, mfa), identityPolicy: '[]' },
      'or',
      'the trust names Aya: its yes alone would be enough',
      'not-needed',
    ],
    ['everyone', { trustPolicy: trusting('*') }, 'or', 'the trust names everyone, so that alone is enough', 'not-needed'],
    [
      'the user, under an SCP',
      { trustPolicy: trusting(user), serviceControlPolicies: everything },
      'or',
      'the trust names Aya: no identity policy needed, but limits still count',
      'allow',
    ],
    [
      'the role of a session',
      { request: chained, trustPolicy: trusting(role('dev')) },
      'or',
      'the trust names dev, so that alone is enough',
      'not-needed',
    ],
    [
      'the role of a session that a boundary limits',
      {
        request: chained,
        trustPolicy: trusting(role('dev')),
        permissionsBoundary: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }),
      },
      'or',
      'the trust names dev: no identity policy needed, but limits still count',
      'deny',
    ],
    [
      'the user, whose own side forbids it',
      { trustPolicy: trusting(user), identityPolicy: denies },
      'deny',
      'the trust names Aya, but a Deny always counts',
      'deny',
    ],
    ['the account, and the caller’s side forbids it', { identityPolicy: denies }, 'deny', 'a Deny on either side always counts', 'deny'],
  ]
  it.each(pills)('a trust policy that names %s', (_, changes, kind, text, second) => {
    const { scene, timeline } = drawn(changes)
    expect(scene.join).toEqual({ kind, text })
    expect(scene.gates.iam.verdict).toBe(second)
    // The twin tells the same.
    expect(twinOf(timeline, scene, english).find(({ station }) => station === '3')?.rule).toContain(text)
  })

  it('a source identity in a chain has to be allowed on both sides, whomever the trust policy names', () => {
    const actions = ['sts:AssumeRole', 'sts:SetSourceIdentity']
    const named = policy({ Effect: 'Allow', Principal: { AWS: role('dev') }, Action: actions })
    const { scene } = drawn({
      request: taking({ SourceIdentity: 'aya' }, { caller: session }),
      identityPolicy: everything,
      trustPolicy: named,
    })
    expect(scene.join?.kind).toBe('and')
    expect(scene.gates.iam.verdict).toBe('allow')
  })

  it('what is not needed is drawn so, answers nothing, and lights no document', () => {
    const { scene, timeline } = drawn({ trustPolicy: trusting(user) })
    const frame = buildGraphFrame(timeline, scene, english, { reduced: false })(timeline.end)
    expect(frame.gates.iam).toMatchObject({ state: 'spared', stamp: { kind: 'not-needed' }, rows: [['ok', 'skip', 'skip']] })
    expect(frame.edges['pass-answer']).toMatchObject({ base: 'not-reached', answer: undefined })
    expect(editorHighlights(timeline, timeline.end, english).some(({ documentId }) => documentId === 'identityPolicy')).toBe(false)
  })
})

describe('what follows an allowed direct call', () => {
  it('the box appears once the role has acted, and not before', () => {
    const { scene, timeline } = drawn()
    expect(scene.chain).toEqual({ title: 'Chaining', text: 'deploy may take the next role: 60 min at most' })
    const frame = buildGraphFrame(timeline, scene, english, { reduced: false })
    const hit = timeline.cues.act?.hit ?? 0
    expect([frame(hit - 1).chain, frame(hit).chain]).toEqual([false, true])
  })

  it.each<[string, Documents]>([
    ['denied', { trustPolicy: trusting(role('x')) }],
    ['allowed, but the role may not act', { rolePolicy: '[]' }],
  ])('none where the call was %s', (_, changes) => expect(drawn(changes).scene.chain).toBeUndefined())

  it('the session has the name and the minutes of the call, and its caller is called after its role', () => {
    const { scene } = drawn({ request: taking({ RoleSessionName: 'release', DurationSeconds: 1800 }, { caller: session }) })
    expect(scene.lanes[0]?.wearing).toBe('deploy/release, 30\u00a0min')
    expect(scene.user).toEqual({ name: 'Aya', detail: 'session dev/aya' })
  })

  it('the terminal shows until when the keys are good, and who the caller is now', () => {
    const [panel] = terminalPanels(drawn().timeline, Number.POSITIVE_INFINITY, english)
    const text = panel?.lines.map((line) => line.map((span) => span.text).join('')).join('\n')
    expect(text).toContain('"Expiration": "…T11:02:11+00:00"')
    expect(text).toContain(`"Arn": "arn:aws:sts::${account}:assumed-role/deploy/aya"`)
    expect(text).toContain('# Now Aya holds the keys, and only deploy’s permissions count. Her own are set aside.')
  })

  it('to name the caller is offered where the trust policy names her account, and is enough once it is done', () => {
    const before = drawn()
    const trust = accountTrustOf(before.timeline.playable)
    if (!trust) throw new Error('the trust policy names the account')
    const text = before.documents.trustPolicy ?? ''
    expect(text.slice(trust.span.start, trust.span.end)).toBe(JSON.stringify(root))
    expect(said(before).aside?.actions).toEqual(['name-caller', 'compare', 'chain'])
    const named = text.slice(0, trust.span.start) + JSON.stringify(trust.arn) + text.slice(trust.span.end)
    const after = drawn({ trustPolicy: named, identityPolicy: '[]' })
    expect(after.timeline.trace?.outcome).toBe('allowed')
    expect(said(after).aside?.actions).not.toContain('name-caller')
  })

  it.each<[string, Documents]>([
    ['another account', { request: taking({ RoleArn: role('deploy', partner) }) }],
    ['a trust policy that names her', { trustPolicy: trusting(user) }],
    ['a call that was denied', { identityPolicy: '[]' }],
  ])('it is not offered with %s', (_, changes) => expect(accountTrustOf(drawn(changes).timeline.playable)).toBeUndefined())

  it.each<[string, Documents, string]>([
    ['her account', {}, 'The trust names her account, not her, so her identity policy must say yes too.'],
    ['her', { trustPolicy: trusting(user) }, 'no identity policy has to say yes'],
    ['everyone', { trustPolicy: trusting('*') }, 'The trust names everyone'],
    ['another account’s role', { request: taking({ RoleArn: role('deploy', partner) }) }, 'both sides had to say yes'],
  ])('the body says what a trust policy that names %s asks for', (_, changes, part) =>
    expect(words(said(drawn(changes)).body)).toContain(part),
  )
})

describe('the marks of a direct call', () => {
  const notesOf = (changes: Documents) =>
    editorHighlights(drawn(changes).timeline, Number.POSITIVE_INFINITY, english)
      .flatMap(({ elements }) => elements)
      .map((element) => element.after)

  it('name whose account it is', () => {
    expect(notesOf({})).toContain('her account')
    const stranger = taking({}, { caller: `arn:aws:iam::${account}:user/exco` })
    expect(notesOf({ request: stranger })).toContain('Exco’s account')
  })

  it('what is missing on the caller’s side is missing for the role that is asked for', () => {
    const { timeline } = drawn({ identityPolicy: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) })
    const missing = editorHighlights(timeline, timeline.end, english).find(({ documentId }) => documentId === 'identityPolicy')?.missing
    expect(missing?.text).toBe('Nothing here allows sts:AssumeRole on role/deploy')
  })
})
