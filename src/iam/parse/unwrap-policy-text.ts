import { type JsonMember, type JsonNode, memberOf, parseJson } from '../../lib/json-tree'

/** Members under which the CLI and templates print a policy. */
const wrappers = ['PolicyDocument', 'AssumeRolePolicyDocument', 'Document', 'Policy', 'PolicyVersion', 'Role'] as const

/** The member that holds the policy, when an object is not a policy itself but wraps one. */
export function wrapperOf(node: JsonNode): JsonMember | undefined {
  if (memberOf(node, 'Statement')) return undefined
  for (const name of wrappers) {
    const member = memberOf(node, name)
    if (!member) continue
    const inner = member.value
    if (inner.kind === 'string') {
      const text = inner.value.trimStart()
      if (text.startsWith('{') || isUrlEncoded(text)) return member
    } else if (memberOf(inner, 'Statement') || wrapperOf(inner)) return member
  }
  return undefined
}

/** True for a policy as the CLI and IAM's API print it: `%7B%22Version%22…`. */
export function isUrlEncoded(text: string): boolean {
  return /^\s*"?%7[Bb](%0[AaDd9]|%20|\+)*%22/.test(text)
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.trim().replace(/^"|"$/g, '').replace(/\+/g, '%20'))
  } catch {
    // A stray % in it: not decodable, so there is nothing to offer.
    return undefined
  }
}

/** The policy inside a wrapped or URL-encoded text, laid out; undefined when there is nothing to unwrap. */
export function unwrapPolicyText(text: string): string | undefined {
  let current = text
  for (let round = 0; round < 4; round++) {
    if (isUrlEncoded(current)) {
      const plain = decoded(current)
      if (plain === undefined) return undefined
      current = plain
      continue
    }
    const { root, valid } = parseJson(current, 'wrapped')
    const member = valid && root ? wrapperOf(root) : undefined
    if (!member) break
    current = member.value.kind === 'string' ? member.value.value : current.slice(member.value.span.start, member.value.span.end)
  }
  if (current === text) return undefined
  const { valid } = parseJson(current, 'wrapped')
  return valid ? JSON.stringify(JSON.parse(current), null, 2) : current
}
