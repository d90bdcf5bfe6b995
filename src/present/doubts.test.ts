import { describe, expect, it } from 'vitest'
import { fullCatalogue } from '../catalog'
import { doubtsOf } from './doubts'

const site = (action: string) => {
  const [first] = fullCatalogue.findCall(action)?.call.passSites ?? []
  if (!first) throw new Error(`${action} passes a role`)
  return first
}

describe('what AWS does not document of a role parameter', () => {
  it('is named with how sure it is and the page that comes nearest', () => {
    expect(doubtsOf(site('glue:CreateJob'))).toEqual([
      { fact: 'assumed', confidence: 'unsure', page: 'https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html' },
      { fact: 'sentKeys', confidence: 'unsure', page: 'https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html' },
      { fact: 'sessionName', confidence: 'widely-reported', page: 'https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html' },
    ])
  })

  it('is nothing where AWS documents everything that is claimed', () => {
    const documented = { ...site('ec2:RunInstances'), confidence: {}, sentKeys: [], associatedResourceArn: undefined }
    expect(doubtsOf({ ...documented, trustFailure: { ...documented.trustFailure, confidence: 'documented' } })).toEqual([])
  })

  it('is nearly everything of a call that is known by its name only', () => {
    expect(doubtsOf(site('datasync:CreateTask')).map(({ fact }) => fact)).toEqual([
      'roleParameter',
      'trustPrincipal',
      'assumed',
      'sessionName',
      'error',
    ])
  })
})
