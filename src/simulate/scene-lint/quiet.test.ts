import { describe, expect, it } from 'vitest'
import { exampleDocuments, fullCatalogue, listPassRoleOperations } from '../../catalog'
import { runDocuments } from '../run-documents'
import { findingsOf } from '../testing/scene-findings'
import type { Documents } from '../trace'

const known = fullCatalogue.services.flatMap(({ calls }) => calls.map(({ action }) => action))
const byName = listPassRoleOperations().map(({ action }) => action)

function example(action: string): Documents {
  const found = fullCatalogue.findCall(action)
  if (!found) throw new Error(`${action} is not found`)
  return { ...exampleDocuments(found) }
}

const said = (documents: Documents) => findingsOf(documents).found.map(({ code, span }) => `${code} ${span.documentId}`)

/** Scenes that are right: each lets its call through, with the least that it needs. */
describe('the example of a call gives no cause for advice', () => {
  it.each(known)('%s', (action) => {
    const documents = example(action)
    expect(findingsOf(documents).run.trace?.outcome).toBe('allowed')
    expect(said(documents)).toEqual([])
  })

  it.each(known)('%s, not from any of its policies alone either', (action) => {
    const advice = runDocuments(example(action)).problems.filter(({ foundBy }) => foundBy === 'lint')
    const grave = advice.filter(({ severity }) => severity === 'error' || severity === 'warning')
    expect(grave.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`)).toEqual([])
  })

  it('of any call that is known by its name only', () => {
    expect(byName.flatMap((action) => said(example(action)).map((finding) => `${action} ${finding}`))).toEqual([])
  }, 60_000)

  it('not even beside the policies of every other example', () => {
    const all = known.map(example)
    const statements = all.flatMap(({ identityPolicy = '{}' }) => JSON.parse(identityPolicy).Statement as readonly object[])
    const everything = JSON.stringify({
      Version: '2012-10-17',
      Statement: statements.map((statement) => ({ ...statement, Sid: undefined })),
    })
    const found = all.flatMap((documents, index) =>
      said({ ...documents, identityPolicy: everything }).map((finding) => `${known[index]} ${finding}`),
    )
    expect([...new Set(found)]).toEqual([])
  }, 60_000)
})
