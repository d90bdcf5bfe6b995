import { type Catalogue, type JsonSchema, requestShape, type SchemaPlace, schemaBelow, schemaRoot } from '../catalog'
import type { Problem } from '../iam'
import { type JsonNode, memberOf, parseJson } from '../lib/json-tree'
import { nearest } from '../lib/nearest'

type Path = readonly (string | number)[]

const nameOf = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1)

/** The types of which a value has none; undefined where it has one, or may be anything. */
const missed = ({ schemas, node }: SchemaPlace): readonly string[] | undefined =>
  schemas
    .map(({ type }): readonly string[] => (type === undefined ? [] : [type].flat()))
    .find((types) => node && types.length > 0 && !types.includes(node.kind))

/** What a document has that its schema does not: members of ours that do not exist, and values of another type. */
function differences(schema: JsonSchema, root: JsonNode): readonly Problem[] {
  const found: Problem[] = []
  const visit = (place: SchemaPlace, path: Path): void => {
    const { node, schemas } = place
    if (!node || schemas.length === 0) return
    const expected = missed(place)
    if (expected) {
      const facts = {
        member: nameOf(path.slice(path.findLastIndex((step) => typeof step === 'string'))),
        expected: expected.join(' | '),
        found: node.kind,
      }
      found.push({ code: 'request-wrong-type', severity: 'warning', span: node.span, facts, foundBy: 'lint' })
      return
    }
    if (node.kind === 'array') for (const [index, item] of node.items.entries()) visit(schemaBelow(place, index, item), [...path, index])
    if (node.kind !== 'object') return
    const own = schemas.find(({ additionalProperties }) => additionalProperties === false)?.properties
    for (const { key, value } of node.members) {
      const inside = [...path, key.value]
      if (own && !Object.hasOwn(own, key.value)) {
        const suggestion = nearest(key.value, Object.keys(own))
        const facts = { member: nameOf(inside), ...(suggestion ? { suggestion } : {}) }
        found.push({ code: 'request-unknown-member', severity: 'warning', span: key.span, facts, foundBy: 'lint' })
      } else visit(schemaBelow(place, key.value, value), inside)
    }
  }
  visit(schemaRoot(schema, root), [])
  return found
}

/** What the schema of its call finds in a request that can be read as JSON, but for what the run has found already. Never changes a verdict. */
export function lintRequest(text: string, catalogue: Catalogue, known: readonly Problem[]): readonly Problem[] {
  const { root, valid } = parseJson(text, 'request')
  if (root?.kind !== 'object' || !valid) return []
  const action = memberOf(root, 'action')?.value
  const schema = requestShape(action?.kind === 'string' ? catalogue.findCall(action.value) : undefined)
  const places = new Set(known.map(({ span }) => span.start))
  return differences(schema, root).filter(({ span }) => !places.has(span.start))
}
