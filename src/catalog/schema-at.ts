import { type JsonNode, memberOf } from '../lib/json-tree'
import type { JsonSchema } from './request-schema'

type Step = string | number

/** Whether a value says what an `if` asks for. */
const says = ({ properties = {} }: JsonSchema, node: JsonNode | undefined): boolean =>
  Object.entries(properties).every(([name, { const: wanted }]) => {
    const value = memberOf(node, name)?.value
    return value?.kind === 'string' && value.value === wanted
  })

/** A schema, and what else holds for this very value. */
const holding = (schema: JsonSchema, node: JsonNode | undefined): readonly JsonSchema[] => [
  schema,
  ...(schema.allOf ?? []).flatMap((branch) => (says(branch.if, node) ? holding(branch.then, node) : [])),
]

function below(schema: JsonSchema, step: Step): readonly JsonSchema[] {
  if (typeof step === 'number') return schema.items ? [schema.items] : []
  const named = schema.properties && Object.hasOwn(schema.properties, step) ? schema.properties[step] : undefined
  const any = Object.values(schema.patternProperties ?? {})
  const others = named || any.length > 0 || typeof schema.additionalProperties !== 'object' ? [] : [schema.additionalProperties]
  return [...(named ? [named] : []), ...any, ...others]
}

const childOf = (node: JsonNode | undefined, step: Step): JsonNode | undefined =>
  typeof step === 'number' ? (node?.kind === 'array' ? node.items[step] : undefined) : memberOf(node, step)?.value

/** Where a walk through a document stands: a value, which may not be written yet, and the schemas that hold for it. */
export interface SchemaPlace {
  readonly node: JsonNode | undefined
  readonly schemas: readonly JsonSchema[]
}

/** The whole of a document. */
export const schemaRoot = (schema: JsonSchema, node: JsonNode | undefined): SchemaPlace => ({ node, schemas: holding(schema, node) })

/** One step down, to a value that is at hand or is looked for. No schemas: anything may stand there. */
export function schemaBelow({ node, schemas }: SchemaPlace, step: Step, child: JsonNode | undefined = childOf(node, step)): SchemaPlace {
  return { node: child, schemas: schemas.flatMap((one) => below(one, step)).flatMap((one) => holding(one, child)) }
}

/** The schemas that hold at a place of a document, whether or not it is written yet. */
export const schemasAt = (schema: JsonSchema, root: JsonNode | undefined, path: readonly Step[]): readonly JsonSchema[] =>
  path.reduce((place, step) => schemaBelow(place, step), schemaRoot(schema, root)).schemas
