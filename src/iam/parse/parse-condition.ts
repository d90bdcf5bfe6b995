import type { JsonMember, JsonNode } from '../../lib/json-tree'
import { nearest } from '../../lib/nearest'
import type { Located } from '../../lib/span'
import { operatorNames, parseOperator } from '../condition/condition-operator'
import type { ConditionElement } from './policy-document'
import type { Reader } from './reader'

/** A condition value as text; numbers and booleans may stand unquoted. */
function valueText(node: JsonNode): string | undefined {
  if (node.kind === 'string') return node.value
  if (node.kind === 'number') return node.text
  if (node.kind === 'boolean') return String(node.value)
  return undefined
}

function values(reader: Reader, key: string, node: JsonNode): Located<string>[] {
  const result: Located<string>[] = []
  for (const item of node.kind === 'array' ? node.items : [node]) {
    const text = valueText(item)
    if (text === undefined) reader.wrongType(key, item, 'string-or-array')
    else result.push({ value: text, span: item.span })
  }
  return result
}

/** Nearest operator, with the prefix and suffix the person wrote. */
function suggest(name: string): string | undefined {
  const prefix = /^[^:]*:/.exec(name)?.[0] ?? ''
  const set = prefix ? nearest(prefix.slice(0, -1), ['ForAllValues', 'ForAnyValue']) : undefined
  const rest = name.slice(prefix.length)
  const suffix = /ifexists$/i.test(rest) ? 'IfExists' : ''
  const operator = nearest(suffix ? rest.slice(0, -suffix.length) : rest, operatorNames)
  if (!operator) return undefined
  return `${set ? `${set}:` : ''}${operator}${operator === 'Null' ? '' : suffix}`
}

/** Reads a Condition block: `{operator: {key: value | [values]}}`, one element per operator and key. */
export function parseCondition(reader: Reader, member: JsonMember): ConditionElement[] {
  if (member.value.kind !== 'object') {
    reader.wrongType('Condition', member.value, 'object')
    return []
  }
  const elements: ConditionElement[] = []
  const seenOperators = new Set<string>()
  for (const block of member.value.members) {
    const operator = block.key
    const parsed = parseOperator(operator.value)
    if (seenOperators.has(operator.value)) reader.refuse('duplicate-element', operator.span, { element: operator.value })
    seenOperators.add(operator.value)
    if (!parsed) {
      const suggestion = suggest(operator.value)
      reader.refuse('unknown-operator', operator.span, { operator: operator.value, ...(suggestion ? { suggestion } : {}) })
    } else if (parsed.canonical !== operator.value) {
      reader.note('operator-case', 'suggestion', operator.span, { operator: operator.value, suggestion: parsed.canonical })
    }
    if (block.value.kind !== 'object') {
      reader.wrongType(operator.value, block.value, 'object')
      continue
    }
    const seenKeys = new Set<string>()
    for (const entry of block.value.members) {
      if (seenKeys.has(entry.key.value)) reader.refuse('duplicate-element', entry.key.span, { element: entry.key.value })
      seenKeys.add(entry.key.value)
      elements.push({
        operator,
        key: entry.key,
        values: values(reader, entry.key.value, entry.value),
        span: entry.span,
        valueSpan: entry.value.span,
      })
    }
  }
  return elements
}
