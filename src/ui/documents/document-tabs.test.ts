import { describe, expect, it } from 'vitest'
import type { EditorHighlight } from '../../present'
import { type Documents, documentIds, runDocuments } from '../../simulate'
import { documentTabs, shows, viewsOf } from './document-tabs'

const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`
const request = JSON.stringify({
  caller: 'arn:aws:iam::111122223333:user/aya',
  action: 'ecs:RegisterTaskDefinition',
  parameters: { taskRoleArn: arn('app-task'), executionRoleArn: arn('app-exec') },
})
const entry = '{ "trustPolicy": { "Version": "2012-10-17", "Statement": [] } }'
const policy = '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }'

function namesOf(pane: 'caller' | 'role', more: Documents): string[] {
  const documents = { request, identityPolicy: policy, ...more }
  const roles = runDocuments(documents).trace?.situation.roles ?? []
  expect(roles).toHaveLength(2)
  return viewsOf(pane, documents, roles).map(({ tab, role }) => role?.name ?? tab.id)
}

describe('tabs of the documents', () => {
  it('every document has a place', () => {
    expect(documentTabs.map((tab) => tab.id).sort()).toEqual([...documentIds].sort())
  })

  const rows: readonly { name: string; pane: 'caller' | 'role'; more: Documents; tabs: string[] }[] = [
    { name: 'what is always there', pane: 'role', more: {}, tabs: ['trustPolicy', 'rolePolicy'] },
    {
      name: 'a document that is there',
      pane: 'caller',
      more: { permissionsBoundary: '' },
      tabs: ['identityPolicy', 'permissionsBoundary'],
    },
    {
      name: 'a role with an entry of its own',
      pane: 'role',
      more: { roles: `{ "${arn('app-exec')}": ${entry} }` },
      tabs: ['trustPolicy', 'rolePolicy', 'app-exec'],
    },
    {
      name: 'two of them, in the order of their letters',
      pane: 'role',
      more: { roles: `{ "${arn('app-exec')}": ${entry}, "${arn('app-task')}": ${entry}, "${arn('other')}": ${entry} }` },
      tabs: ['trustPolicy', 'rolePolicy', 'app-task', 'app-exec'],
    },
    {
      name: 'entries of no role in play',
      pane: 'role',
      more: { roles: `{ "${arn('other')}": ${entry} }` },
      tabs: ['trustPolicy', 'rolePolicy', 'roles'],
    },
    { name: 'entries that cannot be read', pane: 'role', more: { roles: '{ "' }, tabs: ['trustPolicy', 'rolePolicy', 'roles'] },
  ]
  it.each(rows)('$name', ({ pane, more, tabs }) => {
    expect(namesOf(pane, more)).toEqual(tabs)
  })

  it('what is lit shows in its own role’s tab', () => {
    const roles = `{ "${arn('app-task')}": ${entry}, "${arn('app-exec')}": ${entry} }`
    const documents = { request, identityPolicy: policy, roles }
    const views = viewsOf('role', documents, runDocuments(documents).trace?.situation.roles ?? [])
    const lit = (at: number): EditorHighlight => ({
      documentId: 'roles',
      tone: 'deny',
      station: '3b',
      letter: 'b',
      statement: undefined,
      elements: [],
      missing: { at, text: '' },
      thread: 1,
      dotted: false,
    })
    const shownIn = (at: number) => views.filter((view) => shows(view, lit(at))).map((view) => view.role?.name)
    expect(shownIn(roles.indexOf('Statement'))).toEqual(['app-task'])
    expect(shownIn(roles.lastIndexOf('Statement'))).toEqual(['app-exec'])
  })
})
