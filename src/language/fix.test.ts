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
    expect(fixOf(documentId, text)).toBeUndefined()
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
})
