import { describe, expect, it } from 'vitest'
import { createTranslate } from '../i18n'
import { en } from '../i18n/en'
import { ja } from '../i18n/ja'
import { type Documents, runDocuments } from '../simulate'
import { buildScene, buildTimeline, editorHighlights, joinedMark, layerMarks, narrate, noLesson } from '.'

const translate = createTranslate('en', en)
const japanese = createTranslate('ja', ja)
const account = '111122223333'
const role = `arn:aws:iam::${account}:role/app-task`
const statement = (content: object) => ({ Version: '2012-10-17', Statement: content })
const all = (Sid: string) => statement({ Sid, Effect: 'Allow', Action: '*', Resource: '*' })
const deny = (Action: string) => statement({ Sid: 'No', Effect: 'Deny', Action, Resource: '*' })
const denyRcp = statement({ Sid: 'No', Effect: 'Deny', Principal: '*', Action: 'sts:*', Resource: '*' })
const only = (Sid: string, Action: string) => statement({ Sid, Effect: 'Allow', Action, Resource: '*' })

const request = (content: object = {}) => ({
  caller: `arn:aws:sts::${account}:assumed-role/dev/aya`,
  action: 'ecs:RunTask',
  parameters: { taskDefinition: 'app:7', overrides: { taskRoleArn: role } },
  resolved: { taskDefinition: { taskRoleArn: role } },
  workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' },
  ...content,
})
const direct = (content: object = {}) =>
  request({ action: 'sts:AssumeRole', parameters: { RoleArn: role, RoleSessionName: 'deploy' }, ...content })

function play(more: Record<string, object>, asked: object = request()) {
  const objects = {
    request: asked,
    identityPolicy: all('Identity'),
    trustPolicy: statement({
      Sid: 'Trust',
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com', AWS: `arn:aws:iam::${account}:root` },
      Action: 'sts:AssumeRole',
    }),
    rolePolicy: all('Role'),
    ...more,
  }
  const documents: Documents = Object.fromEntries(Object.entries(objects).map(([id, value]) => [id, JSON.stringify(value, null, 2)]))
  const timeline = buildTimeline(runDocuments(documents))
  return { documents, timeline }
}

const plain = (segments: readonly { text: string }[]) => segments.map(({ text }) => text).join('')

interface Row {
  readonly name: string
  readonly more: Record<string, object>
  readonly asked?: object
  readonly marks: Record<string, string>
  readonly rows: readonly string[]
  readonly headline: string
  readonly lit: string
}

const caller = { identityPolicy: 'ok', permissionsBoundary: 'skip', sessionPolicy: 'skip', serviceControlPolicies: 'skip' }
const rows: readonly Row[] = [
  {
    name: 'a boundary that is silent',
    more: { permissionsBoundary: only('Dev', 'ecs:*') },
    marks: { ...caller, permissionsBoundary: 'no' },
    rows: ['The call ecs:RunTask', 'Identity Identity', 'Boundary Dev no iam:PassRole'],
    headline: 'boundary does not cover',
    lit: 'permissionsBoundary',
  },
  {
    name: 'a boundary that is silent about the call itself',
    more: { permissionsBoundary: only('Dev', 's3:*') },
    marks: { ...caller, permissionsBoundary: 'no' },
    rows: ['The call ecs:RunTask not allowed', 'Identity Identity', 'Boundary Dev no ecs:RunTask'],
    headline: 'boundary does not cover ecs:RunTask',
    lit: 'permissionsBoundary',
  },
  {
    name: 'a boundary that denies',
    more: { permissionsBoundary: statement([all('Dev').Statement, deny('iam:*').Statement]) },
    marks: { ...caller, permissionsBoundary: 'no' },
    rows: ['Boundary No Deny', 'Identity Identity', 'The call ecs:RunTask'],
    headline: 'A Deny in Aya’s boundary',
    lit: 'permissionsBoundary',
  },
  {
    name: 'a session policy that is silent',
    more: { sessionPolicy: only('Run', 'ecs:*') },
    marks: { ...caller, sessionPolicy: 'no' },
    rows: ['The call ecs:RunTask', 'Identity Identity', 'Session Run no iam:PassRole'],
    headline: 'The session policy does not cover',
    lit: 'sessionPolicy',
  },
  {
    name: 'an SCP that denies at an OU',
    more: { serviceControlPolicies: [[all('Full')], [all('Full'), deny('iam:PassRole')], [all('Full')]] },
    marks: { ...caller, serviceControlPolicies: 'no' },
    rows: ['SCP No Deny, at OU 1', 'Identity Identity', 'The call ecs:RunTask'],
    headline: 'The organization forbids it (SCP of OU 1)',
    lit: 'serviceControlPolicies',
  },
  {
    name: 'an SCP level without an Allow',
    more: { serviceControlPolicies: [[all('Full')], [only('Ecs', 'ecs:*')]] },
    marks: { ...caller, serviceControlPolicies: 'no' },
    rows: ['The call ecs:RunTask', 'Identity Identity', 'SCP Ecs no iam:PassRole, at Account'],
    headline: 'The organization does not allow it (SCP)',
    lit: 'serviceControlPolicies',
  },
  {
    name: 'an RCP that denies',
    more: { resourceControlPolicies: denyRcp },
    marks: { ...caller, trustPolicy: 'ok', resourceControlPolicies: 'no' },
    rows: ['RCP No Deny', 'Trust Trust'],
    headline: 'forbids taking on',
    lit: 'resourceControlPolicies',
  },
  {
    name: 'an SCP with nothing but a Deny of something else',
    more: { serviceControlPolicies: deny('s3:*') },
    marks: { ...caller, serviceControlPolicies: 'no' },
    rows: ['The call ecs:RunTask not allowed', 'Identity Identity', 'SCP no statement no ecs:RunTask'],
    headline: 'The organization does not allow it (SCP)',
    lit: 'serviceControlPolicies',
  },
  {
    name: 'a boundary in the direct call',
    more: { permissionsBoundary: only('Dev', 's3:*') },
    asked: direct(),
    marks: { ...caller, permissionsBoundary: 'no', trustPolicy: 'ok', resourceControlPolicies: 'skip' },
    rows: [],
    headline: 'boundary does not cover sts:AssumeRole',
    lit: 'permissionsBoundary',
  },
]

describe.each(rows)('$name', ({ more, asked, marks, rows: expected, headline, lit }) => {
  const { timeline, documents } = play(more, asked)
  const { end } = timeline

  it('marks each document as the evaluation says', () => {
    const found = layerMarks(timeline, end)
    const ids = [...new Set(found.map((entry) => entry.documentId))]
    const joined = Object.fromEntries(
      ids.map((id) => [id, joinedMark(found.flatMap((entry) => (entry.documentId === id ? [entry.mark] : [])))]),
    )
    expect(joined).toEqual(marks)
    expect(layerMarks(timeline, 0)).toEqual([])
  })

  it('has a row per layer', () => {
    if (expected.length === 0) return
    const { iam, sts } = buildScene(timeline, translate).gates
    const gate = timeline.trace?.stoppedAt === 'assume-role' ? sts : iam
    expect(gate.roles[0]?.rows.map(({ label, value, note }) => [label, value, note].filter(Boolean).join(' '))).toEqual(expected)
  })

  it('says which layer decided, in both languages', () => {
    expect(plain(narrate(timeline, end, translate, noLesson).headline)).toContain(headline)
    const said = narrate(timeline, end, japanese, noLesson)
    expect(plain(said.headline)).not.toBe('')
    expect(plain(said.body)).not.toMatch(/\{|undefined/)
  })

  it('lights the document that decided, inside its text', () => {
    const highlight = editorHighlights(timeline, end, translate).find((candidate) => candidate.tone === 'deny')
    expect(highlight?.documentId).toBe(lit)
    const at = highlight?.statement?.start ?? highlight?.missing?.at ?? -1
    expect(documents[highlight?.documentId ?? 'request']?.slice(at - 1, at + 1)).toMatch(/[{}]/)
  })
})

describe('when the role itself acts', () => {
  const cases: readonly (readonly [string, Record<string, object>, object, string])[] = [
    [
      'an SCP denies it',
      { serviceControlPolicies: statement([all('Full').Statement, deny('s3:*').Statement]) },
      request(),
      'the organization forbids s3:GetObject',
    ],
    [
      'no SCP allows it',
      { serviceControlPolicies: statement([only('Run', 'ecs:*').Statement, { ...only('Pass', 'iam:*').Statement }]) },
      request(),
      'does not allow app-task to call s3:GetObject',
    ],
    [
      'a session policy in the direct call leaves it out',
      {},
      direct({ parameters: { RoleArn: role, RoleSessionName: 'deploy', Policy: JSON.stringify(only('Run', 'ecs:*')) } }),
      'the session policy leaves app-task without',
    ],
  ]
  it.each(cases)('%s', (_, more, asked, headline) => {
    const { timeline } = play(more, asked)
    expect(timeline.trace?.stoppedAt).toBe('role-permission')
    expect(plain(narrate(timeline, timeline.end, translate, noLesson).headline)).toContain(headline)
    expect(plain(narrate(timeline, timeline.end, japanese, noLesson).headline)).not.toMatch(/\{|^$/)
  })
})

it('nothing of an organization is asked for its management account', () => {
  const { timeline } = play({ serviceControlPolicies: deny('*') }, request({ organization: { id: 'o-a', managementAccount: account } }))
  expect(timeline.trace?.outcome).toBe('allowed')
  const found = layerMarks(timeline, timeline.end).filter((entry) => entry.documentId === 'serviceControlPolicies')
  expect(joinedMark(found.map((entry) => entry.mark))).toBe('skip')
})
