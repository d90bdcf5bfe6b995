import type { Span } from '../../lib/span'
import type { Statement } from '../parse/policy-document'
import type { PolicyType, Problem } from '../terms'
import { finding, type LintInput } from './finding'

/** Characters without white space. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const quotas: Readonly<Record<PolicyType, number | undefined>> = {
  'identity-based': 6144,
  'permissions-boundary': 6144,
  session: 2048,
  trust: 2048,
  'service-control': 5120,
  'resource-control': 5120,
  'resource-based': undefined,
}

/** From this share of the quota on the size is worth a look. */
const nearLimit = 0.9

/** What AWS counts: everything but white space between the parts of the JSON text. */
function sizeOf(text: string, { start, end }: Span): number {
  let size = 0
  let quoted = false
  for (let i = start; i < end; i++) {
    const character = text.charCodeAt(i)
    if (quoted) {
      if (character === 0x5c) {
        i++
        size++
      } else if (character === 0x22) quoted = false
    } else if (character === 0x22) quoted = true
    else if (character <= 0x20) continue
    size++
  }
  return size
}

const sorted = (values: readonly string[]) => [...values].sort()

/** What a statement says, without its Sid and whatever order does not matter. */
function meaningOf({ effect, principal, action, resource, conditions }: Statement): string {
  return JSON.stringify([
    effect?.value,
    principal && [principal.name, sorted(principal.values.map(({ type, value }) => `${type} ${value.value}`))],
    action && [action.name, sorted(action.values.map(({ value }) => value.toLowerCase()))],
    resource && [resource.name, sorted(resource.values.map(({ value }) => value))],
    sorted(
      conditions.map(({ operator, key, values }) => JSON.stringify([operator.value, key.value, sorted(values.map(({ value }) => value))])),
    ),
  ])
}

function duplicates(statements: readonly Statement[]): Problem[] {
  const seen = new Map<string, Statement>()
  return statements.flatMap((statement): Problem[] => {
    if (!statement.usable) return []
    const meaning = meaningOf(statement)
    const first = seen.get(meaning)
    if (!first) {
      seen.set(meaning, statement)
      return []
    }
    return [finding('duplicate-statement', 'suggestion', statement.span, { first: first.sid?.value || String(first.index + 1) })]
  })
}

/** Checks of a policy as a whole. */
export function lintDocument({ document, text }: LintInput): Problem[] {
  const { policyType, span, statements, versionSpan } = document
  const found: Problem[] = []
  const brace: Span = { ...span, end: span.start + 1 }
  if (!versionSpan) found.push(finding('missing-version', 'warning', brace))
  const limit = quotas[policyType]
  const size = limit === undefined ? 0 : sizeOf(text, span)
  if (limit !== undefined && size >= limit * nearLimit) {
    const facts = { size: String(size), limit: String(limit), policyType }
    const grave = policyType === 'service-control' ? 'error' : 'warning'
    found.push(size > limit ? finding('policy-too-large', grave, brace, facts) : finding('policy-near-limit', 'info', brace, facts))
  }
  const usable = statements.filter((statement) => statement.usable)
  if (policyType === 'permissions-boundary' && usable.length > 0 && usable.every(({ effect }) => effect?.value === 'Deny'))
    found.push(finding('boundary-allows-nothing', 'warning', brace))
  return [...found, ...duplicates(statements)]
}
