import { type JsonNode, parseJson } from '../../lib/json-tree'
import type { Span } from '../../lib/span'
import type { PolicyType, PolicyVersion, Problem } from '../terms'
import { parseStatement } from './parse-statement'
import type { ParsedPolicy, Statement } from './policy-document'
import { policyElements } from './policy-grammar'
import { Reader } from './reader'
import { isUrlEncoded, wrapperOf } from './unwrap-policy-text'

const versions: readonly string[] = ['2012-10-17', '2008-10-17'] satisfies PolicyVersion[]
const isVersion = (text: string): text is PolicyVersion => versions.includes(text)

function versionOf(reader: Reader, node: JsonNode | undefined): PolicyVersion {
  // Without Version the policy is of 2008: variables are literal text.
  if (!node) return '2008-10-17'
  if (node.kind !== 'string') reader.wrongType('Version', node, 'string')
  else if (isVersion(node.value)) return node.value
  else reader.refuse('invalid-version', node.span, { value: node.value })
  return '2008-10-17'
}

function refuseRepeatedSids(reader: Reader, statements: readonly Statement[]): void {
  const seen = new Set<string>()
  for (const { sid } of statements) {
    if (!sid || sid.value === '') continue
    if (seen.has(sid.value)) reader.note('duplicate-sid', reader.grammar.sid === 'free' ? 'warning' : 'error', sid.span, { sid: sid.value })
    seen.add(sid.value)
  }
}

function noteVariables(reader: Reader, statements: readonly Statement[], version: PolicyVersion): void {
  if (version === '2012-10-17') return
  for (const statement of statements) {
    const values = [...(statement.resource?.values ?? []), ...statement.conditions.flatMap((condition) => condition.values)]
    for (const value of values)
      if (value.value.includes('${')) reader.note('variable-without-version', 'warning', value.span, { value: value.value })
  }
}

/** Reads a policy from a node of a larger text (an array of policies, an SCP level, an entry of `roles`): spans stay those of the whole text. */
export function readPolicy(node: JsonNode, policyType: PolicyType, documentId: string): ParsedPolicy {
  const reader = new Reader(policyType)
  if (node.kind !== 'object') {
    reader.refuse('policy-not-object', node.span, { found: node.kind })
    return { document: undefined, problems: reader.problems }
  }
  const wrapper = wrapperOf(node)
  if (wrapper) {
    reader.refuse('wrapped-policy', wrapper.key.span, { member: wrapper.key.value })
    return {
      document: { policyType, documentId, span: node.span, version: '2008-10-17', versionSpan: undefined, id: undefined, statements: [] },
      problems: reader.problems,
    }
  }
  const members = reader.members(node.members, policyElements, 'policy')
  const versionNode = members.get('Version')?.value
  const version = versionOf(reader, versionNode)
  const idMember = members.get('Id')
  const id = idMember?.value.kind === 'string' ? { value: idMember.value.value, span: idMember.value.span } : undefined
  if (idMember && reader.grammar.id === 'forbidden')
    reader.note('forbidden-element', 'error', idMember.key.span, { element: 'Id', policyType })
  else if (idMember && !id) reader.wrongType('Id', idMember.value, 'string')
  const list = members.get('Statement')?.value
  if (!list) reader.refuse('missing-element', node.span, { element: 'Statement' })
  const nodes = !list ? [] : list.kind === 'array' ? list.items : [list]
  const policyBroken = reader.broken
  const statements = nodes.map((item, index) => {
    const statement = parseStatement(reader, item, index)
    return policyBroken ? { ...statement, usable: false } : statement
  })
  refuseRepeatedSids(reader, statements)
  noteVariables(reader, statements, version)
  return {
    document: { policyType, documentId, span: node.span, version, versionSpan: versionNode?.span, id, statements },
    problems: reader.problems,
  }
}

/**
 * Reads a policy's text. `document` is there whenever the text is one JSON object; statements that IAM would refuse to save are
 * kept, marked, and never match. Never throws. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(text: string, policyType: PolicyType, documentId: string): ParsedPolicy {
  const whole: Span = { documentId, start: 0, end: text.length }
  if (isUrlEncoded(text)) return { document: undefined, problems: [problem('url-encoded-policy', whole)] }
  const tree = parseJson(text, documentId)
  // Repeated keys are reported by the policy's own reader, which knows what they break.
  const syntax = tree.problems
    .filter((entry) => entry.code !== 'json-duplicate-key')
    .map((entry) => problem(entry.code, entry.span, entry.facts))
  if (!tree.root || !tree.valid) return { document: undefined, problems: syntax }
  const { document, problems } = readPolicy(tree.root, policyType, documentId)
  return { document, problems: [...problems, ...characterProblems(text, documentId)] }
}

const problem = (code: string, span: Span, facts: Readonly<Record<string, string>> = {}): Problem => ({
  code,
  severity: 'error',
  span,
  facts,
})

/** IAM takes tab, line feed, carriage return and U+0020 to U+00FF only. */
function characterProblems(text: string, documentId: string): Problem[] {
  const found = /[^\t\n\r\u0020-\u00ff]/.exec(text)
  if (!found) return []
  const span = { documentId, start: found.index, end: found.index + 1 }
  return [{ code: 'unsupported-character', severity: 'warning', span, facts: { character: found[0] } }]
}
