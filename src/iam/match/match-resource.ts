import type { RequestKeys } from '../condition/context-key'
import { substitute } from '../condition/policy-variable'
import type { PolicyType } from '../terms'
import { arnParts } from './arn'
import { beginsAt, compilePattern, compilePieces, matchPattern, type Pattern } from './pattern'
import { foldable, type RequestResource } from './request-resource'

/** One part of a Resource pattern. `open`: it ends in `*`, which may run past the colon. */
interface PartPattern {
  readonly pattern: Pattern
  /** For partition, service and region, which compare without regard to case. */
  readonly folded: Pattern
  readonly open: boolean
}

/** A Resource value, compiled. `variable` is there when the resource part holds a policy variable. */
export type ResourcePattern =
  | { readonly kind: 'all' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'arn'
      readonly parts: readonly PartPattern[]
      readonly last: Pattern
      /** As `last`, where the pattern is so short that its last part is a partition, service or region. */
      readonly lastFolded: Pattern
      readonly variable: string | undefined
      readonly missingAsAny: boolean
      /** Some part ends in a star. */
      readonly open: boolean
      /** What stands before the first wildcard or variable: a resource that does not begin so can be put aside at once. */
      readonly head: string
      /** What follows the head: nothing, one star, or anything else. */
      readonly after: 'end' | 'star' | 'more'
    }

type ArnShape = Extract<ResourcePattern, { kind: 'arn' }>

/** What an ARN with fewer than six parts means: per kind of policy. */
function shortForm(value: string, policyType: PolicyType): 'any' | 'none' | 'refused' {
  switch (policyType) {
    case 'resource-control':
      return 'refused'
    case 'service-control':
      return value.endsWith('*') ? 'any' : 'refused'
    case 'resource-based':
    case 'trust':
      return /[*?]/.test(value) ? 'any' : 'none'
    default:
      return 'any'
  }
}

function bothCases(text: string): { pattern: Pattern; folded: Pattern } {
  const pattern = compilePattern(text)
  const lower = text.toLowerCase()
  return { pattern, folded: lower === text ? pattern : compilePattern(lower) }
}

/** Partition, service and region are folded, as in the request. */
function literalHead(texts: readonly string[], whole: boolean): Pick<ArnShape, 'head' | 'after'> {
  const folded = texts.map((text, index) => (foldable(index) ? text.toLowerCase() : text)).join(':')
  const end = folded.search(/[*?]|\$\{/)
  if (end < 0) return { head: folded, after: whole ? 'end' : 'more' }
  return { head: folded.slice(0, end), after: whole && end === folded.length - 1 && folded.endsWith('*') ? 'star' : 'more' }
}

/** Compiles a Resource value. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export function compileResource(value: string, policyType: PolicyType, variables: boolean): ResourcePattern {
  if (value === '*') return { kind: 'all' }
  const texts = arnParts(value)
  const short = texts.length < 6 ? shortForm(value, policyType) : undefined
  if (short === 'refused' || short === 'none') return { kind: short }
  const { head, after } = literalHead(texts, texts.length === 6)
  const lastText = texts.pop() ?? ''
  const parts = texts.map((text) => ({ ...bothCases(text), open: text.endsWith('*') }))
  const { pattern: last, folded: lastFolded } = bothCases(lastText)
  const variable = variables && short === undefined && lastText.includes('${') ? lastText : undefined
  return {
    kind: 'arn',
    parts,
    last,
    lastFolded,
    variable,
    missingAsAny: short !== undefined,
    open: parts.some((part) => part.open),
    head,
    after,
  }
}

const partFits = (part: PartPattern, tokens: readonly string[], index: number): boolean =>
  index < tokens.length && matchPattern(foldable(index) ? part.folded : part.pattern, tokens[index] ?? '')

/** Part by part, the strict reading. */
function matchAligned({ parts, lastFolded, missingAsAny }: ArnShape, last: Pattern, resource: RequestResource): boolean {
  if (resource.tokens.length < 6 || !parts.every((part, index) => partFits(part, resource.tokens, index))) return false
  const at = parts.length
  // With fewer than six parts the ones that are missing stand for anything.
  if (missingAsAny) return matchPattern(foldable(at) ? lastFolded : last, resource.tokens[at] ?? '')
  return matchPattern(last, resource.folded.slice(resource.starts[at] ?? resource.folded.length))
}

/** A star that ends a part may also run past the colon: the set of tokens at which the next part may begin. */
function matchCrossing({ parts }: ArnShape, last: Pattern, resource: RequestResource): boolean {
  const { tokens, starts, folded } = resource
  let reachable = [0]
  for (const part of parts) {
    const fitting = reachable.filter((index) => partFits(part, tokens, index))
    const first = fitting[0]
    if (first === undefined) return false
    if (part.open) reachable = Array.from({ length: tokens.length - first - 1 }, (_, i) => first + 1 + i)
    else reachable = fitting.map((index) => index + 1)
  }
  const candidates = reachable.filter((index) => index < tokens.length && beginsAt(last, folded, starts[index] ?? 0))
  // A pattern with a star matches from the first place at which it can begin, or from none.
  const tried = last.segments.length > 1 ? candidates.slice(0, 1) : candidates
  return tried.some((index) => matchPattern(last, folded.slice(starts[index] ?? 0)))
}

export type ResourceMatch = 'matched' | 'not-matched' | 'unresolved' | 'refused'

/** Does one Resource value cover the request's resource? `unresolved`: a policy variable in it has no value. */
export function matchResource(pattern: ResourcePattern, resource: RequestResource, keys: RequestKeys): ResourceMatch {
  if (pattern.kind === 'all') return 'matched'
  if (pattern.kind === 'refused') return 'refused'
  if (pattern.kind === 'none') return 'not-matched'
  const { head, after } = pattern
  let { last } = pattern
  if (pattern.variable !== undefined) {
    const pieces = substitute(pattern.variable, keys, true)
    if (!pieces) return 'unresolved'
    last = compilePieces(pieces)
  }
  // An action without resource-level permissions has the resource "*": only a literal "*" covers it.
  if (resource.text === '*') return 'not-matched'
  if (!resource.folded.startsWith(head)) return 'not-matched'
  if (after === 'star') return 'matched'
  if (after === 'end') return head.length === resource.folded.length ? 'matched' : 'not-matched'
  if (matchAligned(pattern, last, resource)) return 'matched'
  return pattern.open && matchCrossing(pattern, last, resource) ? 'matched' : 'not-matched'
}
