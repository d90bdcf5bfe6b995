import type { JsonMember, JsonNode } from '../../lib/json-tree'
import { nearest } from '../../lib/nearest'
import type { Located, Span } from '../../lib/span'
import type { PolicyType, Problem, Severity } from '../terms'
import { type PolicyGrammar, policyGrammar } from './policy-grammar'

/** Collects problems while a policy is read, and remembers whether one of them breaks what is being read. */
export class Reader {
  readonly problems: Problem[] = []
  readonly grammar: PolicyGrammar
  /** Set by every error that makes the current statement one that IAM would refuse. */
  broken = false

  constructor(readonly policyType: PolicyType) {
    this.grammar = policyGrammar[policyType]
  }

  /** Reports a problem that does not touch what the statement means. */
  note(code: string, severity: Severity, span: Span, facts: Record<string, string> = {}): void {
    this.problems.push({ code, severity, span, facts })
  }

  /** Reports what IAM would refuse, and marks the statement. */
  refuse(code: string, span: Span, facts: Record<string, string> = {}): void {
    this.broken = true
    this.note(code, 'error', span, facts)
  }

  wrongType(element: string, node: JsonNode, expected: string): void {
    this.refuse('wrong-type', node.span, { element, expected, found: node.kind })
  }

  /** The members of an object by name; unknown and repeated ones are refused. */
  members(members: readonly JsonMember[], known: readonly string[], parent: string): Map<string, JsonMember> {
    const found = new Map<string, JsonMember>()
    for (const member of members) {
      const name = member.key.value
      if (!known.includes(name)) this.unknown(member.key, known, parent)
      else if (found.has(name)) this.refuse('duplicate-element', member.key.span, { element: name })
      else found.set(name, member)
    }
    return found
  }

  unknown(key: Located<string>, known: readonly string[], parent: string): void {
    const suggestion = nearest(key.value, known)
    this.refuse('unknown-element', key.span, { element: key.value, parent, ...(suggestion ? { suggestion } : {}) })
  }

  /** One string or an array of strings. */
  strings(element: string, node: JsonNode): readonly Located<string>[] {
    if (node.kind === 'string') return [{ value: node.value, span: node.span }]
    if (node.kind !== 'array') {
      this.wrongType(element, node, 'string-or-array')
      return []
    }
    const values: Located<string>[] = []
    for (const item of node.items) {
      if (item.kind === 'string') values.push({ value: item.value, span: item.span })
      else this.wrongType(element, item, 'string')
    }
    return values
  }
}
