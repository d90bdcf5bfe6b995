import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import {
  exampleDocuments,
  type FoundCall,
  fullCatalogue,
  type JsonSchema,
  listPassRoleOperations,
  type RoleMark,
  schemasAt,
} from '../catalog'
import { loadWidgetTranslate } from '../i18n'
import { parseJson } from '../lib/json-tree'
import { runDocuments } from '../simulate'
import { requestSchema } from './request-schema'

const [en, ja] = await Promise.all([loadWidgetTranslate('en'), loadWidgetTranslate('ja')])

function findCall(action: string): FoundCall {
  const found = fullCatalogue.findCall(action)
  if (!found) throw new Error(`${action} is not found`)
  return found
}

const calls = fullCatalogue.services.flatMap(({ calls }) => calls.map(({ action }) => ({ action })))
const sites = calls.flatMap(({ action }) => findCall(action).call.passSites.map((site) => ({ action, id: site.id, site })))
const schemaOf = (action: string): JsonSchema => requestSchema(findCall(action), en)

/** An independent validator, which knows nothing of this app but the names of its two annotations. */
const validator = new Ajv2020({ allowUnionTypes: true, allowMatchingProperties: true, strictTypes: false })
validator.addKeyword({ keyword: 'x-passrole', schemaType: 'object' })
validator.addFormat('iam-role', true)
validator.addFormat('iam-instance-profile', true)

function complaints(schema: JsonSchema, request: unknown): readonly string[] {
  validator.validate(schema, request)
  return (validator.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
}

type Json = Readonly<Record<string, unknown>>
const exampleOf = (action: string): Json => JSON.parse(exampleDocuments(findCall(action)).request) as Json

/** A document with one value put at a pass site's path: `*` is any member, `[key=value]` an element that says so. */
function putAt(path: string, value: unknown): unknown {
  const [, name = '', filter, rest = ''] = /^\.([^.[]+)(\[[^\]]*\])?(.*)$/.exec(path.replace(/^\$/, '')) ?? []
  if (name === '') return value
  const below = putAt(rest, value)
  const says = Object.fromEntries(
    (filter ?? '')
      .replace(/[[\]]/g, '')
      .split(',')
      .flatMap((pair) => (pair === '' ? [] : [pair.split('=')])),
  )
  const inner = filter === undefined ? below : [rest === '' ? below : { ...says, ...(below as object) }]
  return { [name === '*' ? 'AnyMember' : name]: inner }
}

/** Keys and positions to the value that `putAt` has put in. */
function wayTo(value: unknown, marker: string): readonly (string | number)[] | undefined {
  if (value === marker) return []
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const way = wayTo(inner, marker)
    if (way) return [Array.isArray(value) ? Number(key) : key, ...way]
  }
  return undefined
}

const marksAt = (action: string, document: unknown, marker: string): readonly RoleMark[] => {
  const way = wayTo(document, marker)
  if (!way) throw new Error(`${marker} is not there`)
  return schemasAt(schemaOf(action), parseJson(JSON.stringify(document), 'request').root, way).flatMap(
    (schema) => schema['x-passrole'] ?? [],
  )
}

describe.each(calls)('$action', ({ action }) => {
  const schema = schemaOf(action)

  it('has a schema that its example request satisfies, and names this call', () => {
    expect(complaints(schema, exampleOf(action))).toEqual([])
    expect(schema.properties?.action).toMatchObject({ const: action })
    expect(complaints(schema, { ...exampleOf(action), action: 'ecs:Other' })).toEqual(['/action const'])
  })

  it('takes parameters that it does not know, and no members of ours that do not exist', () => {
    const example = exampleOf(action)
    expect(complaints(schema, { ...example, parameters: { ...(example.parameters as Json), Unheard: { of: [1] } } })).toEqual([])
    expect(complaints(schema, { ...example, paramters: {} })).toEqual([' additionalProperties'])
    expect(complaints(schema, { ...example, organization: { ide: 'o-1' } })).toEqual(['/organization additionalProperties'])
  })

  it('says what every member of the request is, in both languages', () => {
    for (const translate of [en, ja])
      for (const [name, member] of Object.entries(requestSchema(findCall(action), translate).properties ?? {}))
        expect(member.description, name).toMatch(/[.。]$/)
  })
})

describe.each(sites)('$action $id', ({ action, site }) => {
  const marker = 'arn:aws:iam::111122223333:role/looked-for'
  const principals = site.passedToService === undefined ? [] : [site.passedToService, ...site.otherPassedToServices]
  const expected = { site: site.id, kind: site.kind, principal: site.servicePrincipal, passedToService: principals, assumed: site.assumed }
  const places = [
    ...site.paths.map((path) => [path, { parameters: putAt(path, marker) }] as const),
    ...site.resolvedPaths.map((path) => [`resolved ${path}`, { resolved: putAt(path, marker) }] as const),
  ]

  it.each(places)('the role parameter %s is found and marked', (_path, more) => {
    const request = { ...exampleOf(action), ...more }
    expect(marksAt(action, request, marker)).toMatchObject([expected])
    expect(complaints(schemaOf(action), request)).toEqual([])
  })

  it.each(places)('%s: a number there fails', (_path, more) => {
    const way = wayTo(more, marker) ?? []
    const wrong = JSON.parse(JSON.stringify({ ...exampleOf(action), ...more }).replaceAll(`"${marker}"`, '7')) as unknown
    expect(complaints(schemaOf(action), wrong)).toEqual([`/${way.join('/')} type`])
  })
})

describe('the schema of a request that names no call yet', () => {
  it('has the calls of the catalogue, each once', () => {
    const names = requestSchema(undefined, en).properties?.action?.enum ?? []
    expect(names).toHaveLength(123)
    expect([...names].sort()).toEqual(calls.map(({ action }) => action).sort())
    for (const { action } of calls) expect(complaints(requestSchema(undefined, en), exampleOf(action)), action).toEqual([])
  })
})

it('a call known by name only has a schema too: a role may stand anywhere', () => {
  const known = new Set(calls.map(({ action }) => action.toLowerCase()))
  const [first] = listPassRoleOperations().filter(({ action }) => !known.has(action.toLowerCase()))
  const action = first?.action ?? ''
  expect(complaints(schemaOf(action), exampleOf(action))).toEqual([])
  expect(schemaOf(action).properties?.parameters?.['x-passrole']).toMatchObject({ kind: 'any-role-arn' })
})

describe('what is wrong with a request is said at its place, and it runs all the same', () => {
  const example = exampleDocuments(findCall('ecs:RegisterTaskDefinition'))
  const found = (change: (request: Record<string, unknown>) => unknown) => {
    const request = JSON.stringify(change(JSON.parse(example.request) as Record<string, unknown>))
    const run = runDocuments({ ...example, request })
    const told = run.problems.map(({ code, severity, span, facts }) => ({
      code,
      severity,
      at: request.slice(span.start, span.end),
      ...facts,
    }))
    return { kind: run.kind, outcome: run.trace?.outcome, told }
  }
  const unknown = { code: 'request-unknown-member', severity: 'warning' }
  const wrong = { code: 'request-wrong-type', severity: 'warning' }
  const rows: readonly (readonly [string, Json, readonly object[]])[] = [
    ['nothing', {}, []],
    ['a member with a slip', { paramters: {} }, [{ ...unknown, at: '"paramters"', member: 'paramters', suggestion: 'parameters' }]],
    ['a member inside', { organization: { ide: 'o-1' } }, [{ ...unknown, at: '"ide"', member: 'organization.ide', suggestion: 'id' }]],
    ['names that stand for nothing', { resolved: { profiles: {} } }, [{ ...unknown, at: '"profiles"', member: 'resolved.profiles' }]],
    [
      'a list that is none',
      { parameters: { family: 'app', taskRoleArn: 'app-task', containerDefinitions: {} } },
      [{ ...wrong, at: '{}', member: 'containerDefinitions', expected: 'array', found: 'object' }],
    ],
    [
      'a number inside a list',
      { parameters: { family: 'app', taskRoleArn: 'app-task', containerDefinitions: [{ name: 7 }] } },
      [{ ...wrong, at: '7', member: 'name', expected: 'string', found: 'number' }],
    ],
    ['other parameters', { parameters: { family: 'app', taskRoleArn: 'app-task', networkMode: 'awsvpc', tags: [1] } }, []],
  ]
  it.each(rows)('%s', (_name, more, told) => {
    expect(found((request) => ({ ...request, ...more }))).toMatchObject({ kind: 'ready', outcome: 'allowed', told })
  })

  it('what makes a run invalid is said once', () => {
    const { kind, told } = found((request) => ({ ...request, region: 7, contextKeys: { a: [1] } }))
    expect(kind).toBe('invalid')
    expect(told).toMatchObject([
      { code: 'request-wrong-type', severity: 'error', at: '7' },
      { code: 'request-wrong-type', severity: 'error', at: '1' },
    ])
  })
})
