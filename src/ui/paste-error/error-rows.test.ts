import { describe, expect, it } from 'vitest'
import { loadTranslate, type RichText } from '../../i18n'
import { readErrorText, sceneOfError } from '../../simulate'
import { spoken, supposedRows, toldRows } from './error-rows'
import { messageStretches } from './message-stretches'

const english = await loadTranslate('en')
const session = 'arn:aws:sts::111122223333:assumed-role/dev/kim'
const role = 'arn:aws:iam::111122223333:role/app-task'
const denied = `An error occurred (AccessDeniedException) when calling the RunTask operation: User: ${session} is not authorized to perform: iam:PassRole on resource: ${role} because no identity-based policy allows the iam:PassRole action`
const lambda = 'The role defined for the function cannot be assumed by Lambda.'

function read(text: string) {
  const reading = readErrorText(text)
  if (reading.kind !== 'read') throw new Error(reading.kind)
  return reading
}
const words = (rich: RichText) => rich.map(({ text }) => text).join('')
const told = (text: string) => toldRows(read(text).facts, english).map((row) => `${row.label}: ${words(row.text)}`)
const supposed = (text: string) => {
  const { facts } = read(text)
  return supposedRows(facts, sceneOfError(facts, text), english).map((row) => `${row.label}: ${words(row.text)}`)
}

describe('what is told of a message', () => {
  it('who, what, about which role and why', () => {
    expect(told(denied)).toEqual([
      'Caller: Kim, in a session of role dev',
      'Call: ecs:RunTask, so the role goes to ECS',
      'Refused: iam:PassRole at check 2, before anything started',
      'Role: app-task, in the same account',
      'Reason: no Allow matched in the identity policies; not a Deny, not a boundary, not an SCP',
    ])
  })

  it.each<[string, string, string]>([
    ['the user herself', denied.replace(session, 'arn:aws:iam::111122223333:user/aya'), 'Caller: Aya'],
    ['a session of hers', denied.replace('dev/kim', 'dev/aya'), 'Caller: Aya, in a session of role dev (not the user herself)'],
    ['the root user', denied.replace(session, 'arn:aws:iam::111122223333:root'), 'Caller: the root user of the account'],
    ['another account', denied.replace(role, role.replace('111122223333', '444455556666')), 'Role: app-task, in account 444455556666'],
    ['a service', lambda, 'Reason: the service could not take the role on; AWS says no more than that'],
    ['no reason', denied.replace(/ because.*/, ''), 'Reason: not said: this form of the message leaves it out'],
  ])('%s', (_, text, row) => expect(told(text)).toContain(row))

  it('what it leaves out is supposed, and said to be', () => {
    expect(supposed(denied)).toEqual([
      'Trust: check 3 never ran: we put in a trust policy that fits',
      'Other layers: AWS names one reason only; a boundary or an SCP may stand in the way too',
    ])
    expect(supposed(lambda)).toEqual([
      'Caller: not told; we put Aya in',
      'Role: not told; we put thumbs-exec in',
      'Policy: check 2 was passed: we put in policies that fit',
    ])
  })

  it('is one sentence for the ear', () => {
    expect(spoken(read(lambda).facts, english)).toBe(
      'Read: taking the role on, at check 3: check 2 was passed; the service could not take the role on; AWS says no more than that.',
    )
  })
})

describe('the stretches of a message', () => {
  it('are the message, letter by letter', () => {
    const text = `log: ${denied}\n`
    expect(
      messageStretches(text, read(text).parts)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(text)
    expect(messageStretches(text, []).map((stretch) => stretch.text)).toEqual([text])
  })
})
