import { describe, expect, it } from 'vitest'
import { accessDeniedMessage } from '../../catalog'
import type { PolicyType } from '../../iam'
import { readErrorText } from './read-error-text'
import { sceneOfError } from './scene-of-error'

const aya = 'arn:aws:iam::111122223333:user/aya'
const session = 'arn:aws:sts::111122223333:assumed-role/dev/aya'
const resource = 'arn:aws:iam::111122223333:role/app-task'
const said = (
  policyType: PolicyType | undefined,
  kind: 'implicit-deny' | 'explicit-deny' = 'implicit-deny',
  action = 'iam:PassRole',
  principal = aya,
) => accessDeniedMessage({ principal, action, resource, policyType, kind })
const cli = (message: string) => `An error occurred (AccessDeniedException) when calling the RunTask operation: ${message}`

function read(text: string) {
  const reading = readErrorText(text)
  if (reading.kind !== 'read') throw new Error(`${reading.kind}: ${text}`)
  return reading
}

describe('the scene', () => {
  const sceneFor = (text: string, chosen = {}) => sceneOfError(read(text).facts, text, chosen)

  it('offers the causes that give these very words, and changes with them', () => {
    const text = cli(said('identity-based').replaceAll('role/app-task', 'role/team/app-task'))
    const scene = sceneFor(text)
    expect(scene?.exact).toBe(true)
    expect(scene?.guesses).toEqual([
      { id: 'policy', options: ['no-statement', 'other-role', 'passed-to-other', 'path-missing'], chosen: 'no-statement' },
      { id: 'passed-to', options: ['ecs-tasks.amazonaws.com'], chosen: 'ecs-tasks.amazonaws.com' },
    ])
    const other = sceneFor(text, { policy: 'path-missing' })
    expect(other?.documents.identityPolicy).toContain('"arn:aws:iam::111122223333:role/app-task"')
    expect(other?.message).toBe(scene?.message)
  })

  it('without a reason every layer that may be silent is offered', () => {
    const layers = sceneFor(cli(said(undefined, 'implicit-deny', 'iam:PassRole', session)))?.guesses.find(({ id }) => id === 'layers')
    expect(layers?.options).toEqual(['identity-based', 'permissions-boundary', 'session', 'service-control'])
  })

  it('asks which call it was, where the message does not tell', () => {
    const scene = sceneFor(said('identity-based'), { call: 'lambda:CreateFunction' })
    expect(scene?.guesses[0]).toMatchObject({ id: 'call', chosen: 'lambda:CreateFunction' })
    expect(scene?.documents.request).toContain('lambda:CreateFunction')
    expect(scene?.exact).toBe(true)
  })

  it.each(['permissions-boundary', 'session', 'service-control'] as const)('a %s stands in the way', (policyType) => {
    for (const kind of ['implicit-deny', 'explicit-deny'] as const) {
      const scene = sceneFor(cli(said(policyType, kind, 'iam:PassRole', session)))
      expect(scene?.exact, kind).toBe(true)
    }
  })

  it('of a decoded message everything has to be the same', () => {
    const decoded = (arn: string, name: string) =>
      JSON.stringify({ allowed: false, explicitDeny: true, context: { principal: { arn }, action: 'iam:PassRole', resource: name } })
    expect(sceneFor(decoded(aya, resource))).toMatchObject({ exact: true })
    // No role: the scene would have to hand over another resource than the message names.
    expect(sceneFor(decoded(aya, '*'))?.exact).toBe(false)
  })

  it('nothing is built of a VPC endpoint’s policy', () => {
    expect(sceneFor(cli(`${said(undefined)} with an explicit deny in a VPC endpoint policy`))).toBeUndefined()
  })

  it('account, region and names are the message’s own', () => {
    const text = cli(
      'User: arn:aws:sts::210987654321:assumed-role/ops/kim is not authorized to perform: ecs:RunTask on resource: arn:aws:ecs:eu-west-1:210987654321:task-definition/web:3 because no identity-based policy allows the ecs:RunTask action',
    )
    const scene = sceneFor(text)
    expect(scene?.exact).toBe(true)
    expect(Object.values(scene?.documents ?? {}).join('')).not.toContain('111122223333')
  })
})
