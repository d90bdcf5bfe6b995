import { describe, expect, it } from 'vitest'
import type { EditorHighlight } from '../../present'
import { type Documents, documentIds, type PassedRole, runDocuments } from '../../simulate'
import { documentTabs, shows, stationOf, type TabView, tabsAt, turned, viewAt, viewOfKey, viewsOf } from './document-tabs'

const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`
const request = (parameters: object) =>
  JSON.stringify({ caller: 'arn:aws:iam::111122223333:user/aya', action: 'ecs:RegisterTaskDefinition', parameters })
const one = request({ taskRoleArn: arn('app-task') })
const two = request({ taskRoleArn: arn('app-task'), executionRoleArn: arn('app-exec') })
const entry = '{ "trustPolicy": { "Version": "2012-10-17", "Statement": [] }, "rolePolicy": { "Statement": [] } }'
const policy = '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }'
const bothNamed = `{ "${arn('app-task')}": ${entry}, "${arn('app-exec')}": ${entry} }`

function viewsWith(pane: 'caller' | 'role', more: Documents): readonly TabView[] {
  const documents = { request: two, identityPolicy: policy, ...more }
  const roles: readonly PassedRole[] = runDocuments(documents).trace?.situation.roles ?? []
  expect(roles).toHaveLength(documents.request === one ? 1 : 2)
  return viewsOf(pane, documents, roles)
}

/** `3b app-exec in roles`: station, role and document. */
const said = (view: TabView) =>
  view.role ? `${stationOf(view)}${view.role.letter ?? ''} ${view.role.name} in ${view.tab.id}` : view.tab.id

const served = (letter: string, name: string) => [`3${letter} ${name} in trustPolicy`, `5${letter} ${name} in rolePolicy`]
const named = (letter: string, name: string) => [`3${letter} ${name} in roles`, `5${letter} ${name} in roles`]

describe('views of the documents', () => {
  it('every document has a place', () => {
    expect(documentTabs.map((tab) => tab.id).sort()).toEqual([...documentIds].sort())
  })

  const rows: readonly { name: string; pane: 'caller' | 'role'; more: Documents; views: string[] }[] = [
    { name: 'one role: what is always there', pane: 'role', more: { request: one }, views: ['trustPolicy', 'rolePolicy'] },
    {
      name: 'one role with an entry of its own',
      pane: 'role',
      more: { request: one, roles: `{ "${arn('app-task')}": ${entry}, "${arn('other')}": ${entry} }` },
      views: ['trustPolicy', 'rolePolicy', '3 app-task in roles'],
    },
    {
      name: 'one role, entries of others',
      pane: 'role',
      more: { request: one, roles: `{ "${arn('other')}": ${entry} }` },
      views: ['trustPolicy', 'rolePolicy', 'roles'],
    },
    {
      name: 'a document that is there',
      pane: 'caller',
      more: { permissionsBoundary: '' },
      views: ['identityPolicy', 'permissionsBoundary'],
    },
    {
      name: 'two roles that share their documents, the execution role first',
      pane: 'role',
      more: {},
      views: [...served('b', 'app-exec'), ...served('a', 'app-task')],
    },
    {
      name: 'one of two is named in roles',
      pane: 'role',
      more: { roles: `{ "${arn('app-exec')}": ${entry} }` },
      views: [...named('b', 'app-exec'), ...served('a', 'app-task')],
    },
    {
      name: 'both are, beside one of nobody',
      pane: 'role',
      more: { roles: `{ "${arn('app-task')}": ${entry}, "${arn('app-exec')}": ${entry}, "${arn('other')}": ${entry} }` },
      views: [...named('b', 'app-exec'), ...named('a', 'app-task'), 'roles'],
    },
    {
      name: 'entries that cannot be read',
      pane: 'role',
      more: { roles: '{ "' },
      views: [...served('b', 'app-exec'), ...served('a', 'app-task'), 'roles'],
    },
    {
      name: 'an entry in the middle of which somebody writes',
      pane: 'role',
      more: { roles: `{ "${arn('app-exec')}": { "trustPolicy": { "Vers` },
      views: [...named('b', 'app-exec'), ...served('a', 'app-task')],
    },
    {
      name: 'an RCP comes after the roles',
      pane: 'role',
      more: { resourceControlPolicies: '[]' },
      views: [...served('b', 'app-exec'), ...served('a', 'app-task'), 'resourceControlPolicies'],
    },
  ]
  it.each(rows)('$name', ({ pane, more, views }) => {
    expect(viewsWith(pane, more).map(said)).toEqual(views)
  })

  it('one tab for each role, on the side that is open', () => {
    const views = viewsWith('role', { roles: `{ "${arn('app-exec')}": ${entry} }`, resourceControlPolicies: '[]' })
    const [trust, permissions] = views
    if (!trust || !permissions) throw new Error('no views')
    expect(tabsAt(views, trust).map(said)).toEqual(['3b app-exec in roles', '3a app-task in trustPolicy', 'resourceControlPolicies'])
    expect(tabsAt(views, permissions).map(said)).toEqual(['5b app-exec in roles', '5a app-task in rolePolicy', 'resourceControlPolicies'])
    expect(turned(views, trust, 'permissions')).toBe(permissions)
    expect(turned(views, permissions, 'trust')).toBe(trust)
    const rcp = views.at(-1)
    expect(rcp && turned(views, rcp, 'trust')).toBeUndefined()
  })

  it('a side of an entry begins at its member; where that is missing, at the entry', () => {
    const roles = `{ "${arn('app-exec')}": { "rolePolicy": {} } }`
    const begins = viewsWith('role', { roles }).flatMap(({ role }) => role?.span?.start ?? [])
    expect(begins).toEqual([roles.indexOf(`"${arn('app-exec')}`), roles.indexOf('"rolePolicy"')])
  })

  const lit = (documentId: EditorHighlight['documentId'], station: string, letter: string | undefined, at: number): EditorHighlight => ({
    documentId,
    tone: 'deny',
    station,
    letter,
    statement: undefined,
    elements: [],
    missing: { at, text: '' },
    thread: 1,
    dotted: false,
  })
  const marks: readonly { name: string; more: Documents; highlight: EditorHighlight; shown: string[] }[] = [
    {
      name: 'a shared text lights up for the role that was read',
      more: {},
      highlight: lit('trustPolicy', '3a', 'a', 9),
      shown: ['3a app-task in trustPolicy'],
    },
    {
      name: 'shared permissions, for the role that acted',
      more: {},
      highlight: lit('rolePolicy', '5', 'a', 9),
      shown: ['5a app-task in rolePolicy'],
    },
    {
      name: 'an entry, on its trust side',
      more: { roles: bothNamed },
      highlight: lit('roles', '3b', 'b', bothNamed.lastIndexOf('"trustPolicy"') + 20),
      shown: ['3b app-exec in roles'],
    },
    {
      name: 'one role: by the place in its entry',
      more: { request: one, roles: bothNamed },
      highlight: lit('roles', '3', undefined, bothNamed.indexOf('Statement')),
      shown: ['3 app-task in roles'],
    },
    {
      name: 'one role: not by a place in another entry',
      more: { request: one, roles: bothNamed },
      highlight: lit('roles', '3', undefined, bothNamed.lastIndexOf('Statement')),
      shown: [],
    },
  ]
  it.each(marks)('$name', ({ more, highlight, shown }) => {
    const views = viewsWith('role', more)
    expect(views.filter((view) => shows(view, highlight)).map(said)).toEqual(shown)
  })

  it('a place opens the view that holds it, the open one first', () => {
    const views = viewsWith('role', { roles: `{ "${arn('app-exec')}": ${entry} }` })
    const shared = viewsWith('role', {})
    const at = `{ "${arn('app-exec')}": ${entry} }`.indexOf('"rolePolicy"')
    const place = { documentId: 'roles', level: undefined, at } as const
    expect(viewAt(views, place)?.key).toBe('roles b permissions')
    const trust = { documentId: 'trustPolicy', level: undefined, at: 3 } as const
    expect(viewAt(shared, trust)?.key).toBe('trustPolicy b trust')
    expect(viewAt(shared, trust, 'trustPolicy a trust')?.key).toBe('trustPolicy a trust')
  })

  const kept: readonly { name: string; more: Documents; key: string | undefined; open: string }[] = [
    { name: 'nothing chosen: the first', more: {}, key: undefined, open: 'trustPolicy b trust' },
    { name: 'what was chosen', more: {}, key: 'rolePolicy a permissions', open: 'rolePolicy a permissions' },
    {
      name: 'all of roles, while the name of the entry is being written',
      more: { roles: `{ "${arn('app-ex')}": ${entry} }` },
      key: 'roles b trust',
      open: 'roles',
    },
    { name: 'what serves the role now that its entry is gone', more: {}, key: 'roles a permissions', open: 'rolePolicy a permissions' },
    { name: 'the entry that the role has got', more: { roles: bothNamed }, key: 'trustPolicy a trust', open: 'roles a trust' },
    { name: 'a document that is gone: the first', more: {}, key: 'resourceControlPolicies', open: 'trustPolicy b trust' },
  ]
  it.each(kept)('stays open: $name', ({ more, key, open }) => {
    expect(viewOfKey(viewsWith('role', more), key)?.key).toBe(open)
  })
})
