import { describe, expect, it } from 'vitest'
import { fullCatalogue } from '../../catalog'
import { runDocuments } from '../../simulate'
import { callEntries, isByName } from './call-entry'
import { requestFor, sceneOf } from './into-request'

const entries = callEntries(fullCatalogue, {})

describe('the scene of a call', () => {
  it.each(entries.map((entry) => [entry.action, entry] as const))('%s runs', (action, entry) => {
    const { trace } = runDocuments({ ...sceneOf(entry) })
    expect(trace).toMatchObject({ outcome: 'allowed', situation: { action, generic: isByName(entry) } })
    expect(trace?.situation.roles.length).toBeGreaterThan(0)
  })
})

describe('the request of a call among documents that are there', () => {
  const entry = entries.find(({ action }) => action === 'glue:CreateJob')
  if (!entry) throw new Error('Glue is in the catalogue')

  it('is asked by the caller of before, from the same account and region', () => {
    const arn = 'arn:aws:iam::999988887777:user/bob'
    const caller = { arn, kind: 'user', accountId: '999988887777', name: 'bob', roleArn: undefined } as const
    expect(JSON.parse(requestFor(entry, { caller, region: 'eu-west-1' }))).toMatchObject({
      caller: arn,
      action: 'glue:CreateJob',
      region: 'eu-west-1',
      parameters: { Role: 'arn:aws:iam::999988887777:role/glue-nightly' },
    })
  })

  it('is the example where nothing can be read of the request before', () => {
    expect(requestFor(entry, undefined)).toBe(sceneOf(entry).request)
  })
})
