import { type FoundCall, fullCatalogue, ifThen, type JsonSchema, requestShape, schemasAt } from '../catalog'
import type { Translate } from '../i18n'
import { type JsonNode, memberOf, parseJson } from '../lib/json-tree'
import type { ElementAt } from './element-at'
import { docOf, requestDocs } from './element-docs'

/** Puts a sentence on every member that has one: of its own, or what a role parameter means. */
function described(schema: JsonSchema, path: string, translate: Translate): JsonSchema {
  const message = docOf(requestDocs, path)
  const mark = schema['x-passrole']
  const description = message ? translate(message) : mark && translate('doc.request.role-parameter', { principal: mark.principal })
  const inside = (name: string, one: JsonSchema) => described(one, path === '' ? name : `${path}.${name}`, translate)
  const each = (table: Readonly<Record<string, JsonSchema>>) =>
    Object.fromEntries(Object.entries(table).map(([name, one]) => [name, inside(name, one)]))
  return {
    ...(description === undefined ? {} : { description }),
    ...schema,
    ...(schema.properties ? { properties: each(schema.properties) } : {}),
    ...(schema.patternProperties ? { patternProperties: each(schema.patternProperties) } : {}),
    ...(typeof schema.additionalProperties === 'object' ? { additionalProperties: inside('*', schema.additionalProperties) } : {}),
    ...(schema.items ? { items: inside('[]', schema.items) } : {}),
    ...(schema.allOf ? { allOf: schema.allOf.map((branch) => ifThen(branch.if, inside('[]', branch.then))) } : {}),
  }
}

/**
 * The JSON Schema (draft 2020-12) of the request document: of one call, or of any as long as none is chosen. Every member of this
 * lab's own is described; `x-passrole` marks the parameters that hand a role over, and says to whom.
 */
export function requestSchema(found: FoundCall | undefined, translate: Translate): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: found ? found.call.action : translate('doc.request'),
    ...described(requestShape(found), '', translate),
  }
}

/** A request text as far as it can be read, with the schema of the call that it names. */
export interface ReadRequest {
  readonly schema: JsonSchema
  readonly root: JsonNode | undefined
}

/** Reads a request that may still be typed. */
export function readRequest(text: string, translate: Translate): ReadRequest {
  const { root } = parseJson(text, 'request')
  const action = memberOf(root, 'action')?.value
  return { root, schema: requestSchema(action?.kind === 'string' ? fullCatalogue.findCall(action.value) : undefined, translate) }
}

/** What holds at an element: for a key, of the value that it names. */
export const schemasOf = ({ schema, root }: ReadRequest, { path, part, value }: Pick<ElementAt, 'path' | 'part' | 'value'>) =>
  schemasAt(schema, root, part === 'key' ? [...path, value] : path)
