import { describe, expect, it } from 'vitest'
import { cleanHandOver } from '../../scenarios/lessons/clean-hand-over'
import { directAssumeRole } from '../../scenarios/lessons/direct-assume-role'
import { taskDefinitionRoles } from '../../scenarios/lessons/task-definition-roles'
import { type Documents, runDocuments } from '../../simulate'
import { type AddableId, firstText, offerOf, rolesWithoutEntry, withEntries, withoutEntry } from './new-documents'

const ids: readonly AddableId[] = ['permissionsBoundary', 'sessionPolicy', 'serviceControlPolicies', 'resourceControlPolicies', 'roles']
const situationOf = (documents: Documents) => runDocuments(documents).trace?.situation
const rolesOf = (documents: Documents) => situationOf(documents)?.roles ?? []
const asSession = (documents: Documents): Documents => ({
  ...documents,
  request: (documents.request ?? '').replace('iam::111122223333:user/aya', 'sts::111122223333:assumed-role/dev/aya'),
})

const lessons = {
  'clean hand-over': cleanHandOver.documents,
  'two roles': taskDefinitionRoles.documents,
  direct: directAssumeRole.documents,
}

describe('a new document changes no verdict', () => {
  const rows = Object.entries(lessons).flatMap(([name, documents]) => ids.map((id) => [name, id, documents] as const))
  it.each(rows)('%s: %s', (_, id, documents) => {
    const text = firstText(id, documents, rolesOf(documents))
    const before = runDocuments(documents)
    const after = runDocuments({ ...documents, [id]: text })
    expect(after.kind).toBe(before.kind)
    expect(after.problems.filter((problem) => problem.severity === 'error')).toEqual([])
    expect([after.trace?.outcome, after.trace?.stoppedAt]).toEqual([before.trace?.outcome, before.trace?.stoppedAt])
  })
})

describe('what is offered', () => {
  const { documents } = cleanHandOver
  it('everything but a session policy to a user', () => {
    expect(ids.map((id) => offerOf(id, documents, situationOf(documents)))).toEqual(['new', 'needs-session', 'new', 'new', 'new'])
  })
  it('a session policy to a role session', () => {
    const session = asSession(documents)
    expect(offerOf('sessionPolicy', session, situationOf(session))).toBe('new')
  })
  it('what is there already is not offered twice', () => {
    const text = firstText('roles', documents, rolesOf(documents))
    const with2 = { ...documents, permissionsBoundary: '', roles: text ?? '' }
    expect([offerOf('permissionsBoundary', with2, situationOf(with2)), offerOf('roles', with2, situationOf(with2))]).toEqual([
      'added',
      'added',
    ])
  })
  it('no role entry while no role is known', () => expect(offerOf('roles', {}, undefined)).toBe('nobody'))
})

describe('entries of roles', () => {
  const { documents } = taskDefinitionRoles
  const roles = rolesOf(documents)
  const first = withEntries(documents, roles.slice(0, 1)) ?? ''

  it('an entry begins with the documents that served the role so far', () => {
    const entry = JSON.parse(first)[roles[0]?.roleArn ?? '']
    expect(entry.trustPolicy).toEqual(JSON.parse(documents.trustPolicy ?? ''))
  })
  it('a further entry leaves the rest as it is', () => {
    const both = withEntries({ ...documents, roles: first }, rolesWithoutEntry({ ...documents, roles: first }, roles)) ?? ''
    expect(Object.keys(JSON.parse(both))).toEqual(roles.map((role) => role.roleArn))
    expect(both.startsWith(first.slice(0, first.lastIndexOf('\n')))).toBe(true)
    expect(withoutEntry(both, roles[1]?.roleArn ?? '')).toBe(first)
    expect(Object.keys(JSON.parse(withoutEntry(both, roles[0]?.roleArn ?? '') ?? ''))).toEqual([roles[1]?.roleArn])
  })
  it('the only entry goes with its document', () => expect(withoutEntry(first, roles[0]?.roleArn ?? '')).toBeUndefined())
  it('a text that cannot be read is left alone', () => expect(withEntries({ ...documents, roles: '{ "' }, roles)).toBeUndefined())
})
