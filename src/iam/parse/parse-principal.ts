import type { JsonMember } from '../../lib/json-tree'
import { nearest } from '../../lib/nearest'
import type { PrincipalType } from '../terms'
import type { PrincipalElement, PrincipalValue } from './policy-document'
import { principalTypes } from './policy-grammar'
import type { Reader } from './reader'

const isPrincipalType = (name: string): name is PrincipalType => (principalTypes as readonly string[]).includes(name)

/** Reads Principal or NotPrincipal: `"*"` or an object of types. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function parsePrincipal(reader: Reader, member: JsonMember, name: PrincipalElement['name']): PrincipalElement {
  const { value: node, span } = member
  const values: PrincipalValue[] = []
  if (node.kind === 'string') {
    if (node.value === '*') values.push({ type: 'AWS', value: { value: '*', span: node.span } })
    else reader.refuse('invalid-principal', node.span, { value: node.value })
  } else if (node.kind === 'object') {
    const seen = new Set<string>()
    for (const entry of node.members) {
      const type = entry.key.value
      if (!isPrincipalType(type)) {
        const suggestion = nearest(type, principalTypes)
        reader.refuse('invalid-principal-type', entry.key.span, { type, ...(suggestion ? { suggestion } : {}) })
        continue
      }
      if (seen.has(type)) reader.refuse('duplicate-element', entry.key.span, { element: type })
      seen.add(type)
      for (const value of reader.strings(type, entry.value)) {
        if (value.value !== '*' && /[*?]/.test(value.value)) reader.refuse('principal-wildcard', value.span, { value: value.value })
        if (type === 'Service' && value.value === '*') reader.refuse('principal-wildcard', value.span, { value: value.value })
        if (/^(AROA|AIDA|AGPA|AIPA)[A-Z0-9]{8,}$/.test(value.value))
          reader.note('principal-deleted', 'warning', value.span, { value: value.value })
        values.push({ type, value })
      }
    }
  } else reader.wrongType(name, node, 'object')
  if (reader.grammar.everyoneOnly && values.some((entry) => entry.value.value !== '*')) {
    reader.refuse('principal-not-everyone', node.span)
  }
  return { name, span, valueSpan: node.span, values }
}
