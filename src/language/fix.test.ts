import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { runDocuments } from '../simulate'
import { diagnose, fixFor } from '.'

const translate = await loadTranslate('en')
const caller = 'arn:aws:iam::111122223333:user/aya'
const policy = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }'
const request = `{ "caller": "${caller}", "action": "ecs:RunTask", "parameters": {} }`

/** The first problem's way out, in a run of these texts. */
function fixOf(documentId: 'request' | 'identityPolicy', text: string) {
  const { problems } = runDocuments({ request, identityPolicy: policy, [documentId]: text })
  const [first] = diagnose(problems, documentId, translate)
  return first && fixFor(first, text)
}

describe('ways out of a problem', () => {
  const names = [
    { name: 'a call', documentId: 'request', wrong: '"ecs:RunTaks"', right: '"ecs:RunTask"', text: request },
    { name: 'a member of the request', documentId: 'request', wrong: '"paramters"', right: '"parameters"', text: request },
    { name: 'an element', documentId: 'identityPolicy', wrong: '"effect"', right: '"Effect"', text: policy },
    { name: 'an effect', documentId: 'identityPolicy', wrong: '"allow"', right: '"Allow"', text: policy },
    {
      name: 'an operator',
      documentId: 'identityPolicy',
      wrong: '"StringEqual"',
      right: '"StringEquals"',
      text: policy.replace('"Resource": "*"', '"Resource": "*", "Condition": { "StringEquals": { "aws:SourceAccount": "1" } }'),
    },
    {
      name: 'an action one slip away',
      documentId: 'identityPolicy',
      wrong: '"iam:PassRoel"',
      right: '"iam:PassRole"',
      text: policy.replace('"Action": "*"', '"Action": "iam:PassRole"'),
    },
  ] as const
  it.each(names)('$name: the name that was meant', ({ documentId, wrong, right, text }) => {
    expect(fixOf(documentId, text)?.kind).not.toBe('use')
    expect(fixOf(documentId, text.replace(right, wrong))).toEqual({ kind: 'use', name: JSON.parse(right), text })
  })

  const wrapped = [
    { name: 'wrapped', text: `{ "PolicyDocument": ${policy} }` },
    { name: 'URL-encoded', text: encodeURIComponent(policy) },
    { name: 'wrapped as a string', text: JSON.stringify({ PolicyVersion: { Document: encodeURIComponent(policy) } }) },
  ]
  it.each(wrapped)('a policy $name: the policy inside', ({ text }) => {
    const fix = fixOf('identityPolicy', text)
    expect(fix?.kind).toBe('unwrap')
    expect(JSON.parse(fix?.text ?? '')).toEqual(JSON.parse(policy))
  })

  it('a text that one change makes JSON again: that change', () => {
    const text = policy.replace('"Allow",', '"Allow"')
    expect(fixOf('identityPolicy', text)).toMatchObject({ kind: 'repair', repair: { kind: 'insert-comma' }, text: policy })
    expect(fixOf('request', `${request} // as sent`)).toMatchObject({ kind: 'repair', repair: { kind: 'remove-comment' }, text: request })
  })

  it('nothing is offered where nobody can tell', () => {
    expect(fixOf('identityPolicy', '%7B%22Version%22%zz')).toBeUndefined()
    expect(fixOf('request', request.replace('ecs:RunTask', 'zz:Qqqqqqqqqqqqqqq'))).toBeUndefined()
    expect(fixOf('identityPolicy', '{ "Statement": ')).toBeUndefined()
  })

  it('a text that moved on since the problem was found is left alone', () => {
    const wrong = request.replace('RunTask', 'RunTaks')
    const [first] = diagnose(runDocuments({ request: wrong }).problems, 'request', translate)
    expect(first && fixFor(first, `{${wrong}`)).toBeUndefined()
  })

  const passed = { roleArns: ['arn:aws:iam::111122223333:role/app-task'], services: ['ecs-tasks.amazonaws.com'] }

  /** The text with the fix for one code, and what kind of fix it was. */
  function fixed(code: string, text: string, names = passed) {
    const found = diagnose(runDocuments({ request, identityPolicy: text }).problems, 'identityPolicy', translate).find(
      (diagnostic) => diagnostic.code === code,
    )
    const fix = found && fixFor(found, text, names)
    return fix && { kind: fix.kind, text: fix.text }
  }
  const laidOut = (rest: string) => `{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Effect": "Allow",\n    ${rest}\n  }]\n}`
  const roleText = '"Resource": "arn:aws:iam::111122223333:role/app-task"'
  const condition = (key: string) => `"Condition": { "StringEquals": { ${key} } }`
  const service = '"iam:PassedToService": "ecs-tasks.amazonaws.com"'

  const edits = [
    {
      name: 'Version at the head',
      code: 'missing-version',
      kind: 'add-version',
      before: policy.replace('"Version": "2012-10-17", ', ''),
      after: policy,
    },
    {
      name: 'the service, laid out as the rest',
      code: 'pass-role-no-service',
      kind: 'add-passed-to',
      before: laidOut(`"Action": "iam:PassRole",\n    ${roleText}`),
      after: laidOut(`"Action": "iam:PassRole",\n    ${roleText},\n    "Condition": { "StringEquals": {\n      ${service}\n    } }`),
    },
    {
      name: 'the service beside another key',
      code: 'pass-role-any-role',
      kind: 'add-passed-to',
      before: laidOut(`"Action": "iam:PassRole",\n    "Resource": "*",\n    ${condition('"aws:RequestedRegion": "us-east-1"')}`),
      after: laidOut(`"Action": "iam:PassRole",\n    "Resource": "*",\n    ${condition(`"aws:RequestedRegion": "us-east-1", ${service}`)}`),
    },
    {
      name: 'the service beside another operator',
      code: 'pass-role-any-role',
      kind: 'add-passed-to',
      before: laidOut('"Action": "iam:PassRole",\n    "Resource": "*",\n    "Condition": { "Bool": { "aws:SecureTransport": "true" } }'),
      after: laidOut(
        `"Action": "iam:PassRole",\n    "Resource": "*",\n    "Condition": { "Bool": { "aws:SecureTransport": "true" }, "StringEquals": { ${service} } }`,
      ),
    },
    {
      name: 'the one role in place of every role',
      code: 'pass-role-every-role',
      kind: 'only-role',
      before: laidOut(`"Action": "iam:PassRole",\n    "Resource": "*",\n    ${condition(service)}`),
      after: laidOut(`"Action": "iam:PassRole",\n    ${roleText},\n    ${condition(service)}`),
    },
    {
      name: 'a list without what is covered: the last',
      code: 'redundant-value',
      kind: 'remove',
      before: policy.replace('"Action": "*"', '"Action": ["s3:*", "s3:GetObject"]'),
      after: policy.replace('"Action": "*"', '"Action": ["s3:*"]'),
    },
    {
      name: 'a list without what is covered: the first',
      code: 'redundant-value',
      kind: 'remove',
      before: policy.replace('"Action": "*"', '"Action": ["s3:GetObject", "s3:*"]'),
      after: policy.replace('"Action": "*"', '"Action": ["s3:*"]'),
    },
    {
      name: 'an operator that takes wildcards',
      code: 'wildcard-without-like',
      kind: 'use',
      before: laidOut(`"Action": "s3:*",\n    "Resource": "*",\n    ${condition('"aws:username": "dev-*"')}`),
      after: laidOut(
        `"Action": "s3:*",\n    "Resource": "*",\n    ${condition('"aws:username": "dev-*"').replace('StringEquals', 'StringLike')}`,
      ),
    },
  ]
  it.each(edits)('$name', ({ code, kind, before, after }) => {
    expect(fixed(code, before)).toEqual({ kind, text: after })
    expect(fixed(code, after)).toBeUndefined()
  })

  const trusting = (action: string) =>
    `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "${caller}" }, "Action": ${action} }] }`
  const tagging = `{ "caller": "${caller}", "action": "sts:AssumeRole", "parameters": { "RoleArn": "arn:aws:iam::111122223333:role/app", "RoleSessionName": "aya", "Tags": [{ "Key": "a", "Value": "b" }] } }`
  const edge = (service: string) => trusting('"sts:AssumeRole"').replace(`"AWS": "${caller}"`, `"Service": ${service}`)

  it.each([
    ['an action that stands alone', trusting('"sts:AssumeRole"'), trusting('["sts:AssumeRole", "sts:TagSession"]'), 'sts:TagSession'],
    [
      'an action of a list',
      trusting('["sts:AssumeRole", "sts:SetSourceIdentity"]'),
      trusting('["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]'),
      'sts:TagSession',
    ],
    [
      'an action of a list on lines of its own',
      trusting('[\n  "sts:AssumeRole"\n]'),
      trusting('[\n  "sts:AssumeRole",\n  "sts:TagSession"\n]'),
      'sts:TagSession',
    ],
    ['a service', edge('"edgelambda.amazonaws.com"'), edge('["edgelambda.amazonaws.com", "lambda.amazonaws.com"]'), 'lambda.amazonaws.com'],
  ])('beside %s: what is missing there', (_name, before, after, name) => {
    const [found] = diagnose(runDocuments({ request: tagging, trustPolicy: before }).problems, 'trustPolicy', translate)
    expect(found && fixFor(found, before)).toEqual({ kind: 'add', name, text: after })
    expect(found && fixFor(found, ` ${before}`)).toBeUndefined()
    const left = diagnose(runDocuments({ request: tagging, trustPolicy: after }).problems, 'trustPolicy', translate)
    expect(left.map(({ addition }) => addition)).not.toContain(name)
  })

  it('a number in place of a number', () => {
    const before = tagging
      .replace(':user/aya', ':role/dev')
      .replace('arn:aws:iam::111122223333:role/dev', 'arn:aws:sts::111122223333:assumed-role/dev/aya')
      .replace('"Tags"', '"DurationSeconds": 7200, "Tags"')
    const [found] = diagnose(runDocuments({ request: before }).problems, 'request', translate)
    expect(found && fixFor(found, before)).toEqual({ kind: 'use', name: '3600', text: before.replace('7200', '3600') })
  })

  it.each([
    ['its path', 'arn:aws:iam::111122223333:role/app-task', 'arn:aws:iam::111122223333:role/team/app-task', 'role/team/app-task'],
    ['its account', 'arn:aws:iam::444455556666:role/app-*', 'arn:aws:iam::111122223333:role/app-*', '111122223333:role/app-*'],
  ])('a role with %s, named in short', (_name, wrong, right, name) => {
    const passes = (arn: string) => laidOut(`"Action": "iam:PassRole",\n    "Resource": "${arn}",\n    ${condition(service)}`)
    const role = right.replace('*', 'task')
    const asked = request.replace('{} }', `{ "overrides": { "taskRoleArn": "${role}" } } }`)
    const found = diagnose(runDocuments({ request: asked, identityPolicy: passes(wrong) }).problems, 'identityPolicy', translate)
    expect(found[0] && fixFor(found[0], passes(wrong))).toEqual({ kind: 'use', name, text: passes(right) })
  })

  it('the service that the call sends, in place of its sibling', () => {
    const wrong = laidOut(
      `"Action": ["iam:PassRole"],\n    "Resource": "*",\n    ${condition('"iam:PassedToService": "ecs.amazonaws.com"')}`,
    )
    const asked = request.replace('{} }', '{ "overrides": { "taskRoleArn": "arn:aws:iam::111122223333:role/app-task" } } }')
    const found = diagnose(runDocuments({ request: asked, identityPolicy: wrong }).problems, 'identityPolicy', translate)
    const sibling = found.find(({ code }) => code === 'passed-to-sibling')
    expect(sibling && fixFor(sibling, wrong)).toEqual({
      kind: 'use',
      name: 'ecs-tasks.amazonaws.com',
      text: wrong.replace('"ecs.', '"ecs-tasks.'),
    })
  })

  it('a condition is not put on a statement that allows more than iam:PassRole', () => {
    expect(fixed('pass-role-any-role', policy)).toBeUndefined()
    expect(fixed('pass-role-any-role', policy.replace('"Action": "*"', '"Action": ["iam:PassRole", "s3:GetObject"]'))).toBeUndefined()
  })

  it('what the request does not pass is not named', () => {
    const text = laidOut('"Action": "iam:PassRole",\n    "Resource": "*"')
    expect(fixed('pass-role-any-role', text, { roleArns: [], services: [] })).toBeUndefined()
    const wide = laidOut(`"Action": "iam:PassRole",\n    "Resource": "*",\n    ${condition(service)}`)
    expect(fixed('pass-role-every-role', wide, { ...passed, roleArns: ['arn:a/one', 'arn:b/two'] })).toBeUndefined()
  })
})
