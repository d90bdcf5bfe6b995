import type { ElementExplanation, ElementName, Evaluation, PolicyType, RequestContext, StatementExplanation } from '../../iam'
import type { Span } from '../../lib/span'
import type { Check, DocumentId, Documents, PassedRole } from '../../simulate'
import { keyOf, type Probe } from './probe'

/** What lets through what nobody needs, and where it stands. */
export interface Wide {
  /**
   * `value`: a value covers too much. `open`: nothing asks for the key. `statement`: the whole statement is about something else.
   * `limit`: what allows it is the lesson's own; what used to forbid it is gone, and `span` is undefined.
   */
  readonly kind: 'value' | 'open' | 'statement' | 'limit'
  readonly documentId: DocumentId
  readonly span: Span | undefined
  readonly sid: string | undefined
  readonly element: ElementName | undefined
  readonly contextKey: string | undefined
  /** As the policy writes it; undefined where nothing is written. */
  readonly granted: string | undefined
  /** What would be enough. */
  readonly enough: string | undefined
  readonly probe: Probe
}

const documents: Partial<Record<PolicyType, DocumentId>> = {
  'permissions-boundary': 'permissionsBoundary',
  session: 'sessionPolicy',
  'service-control': 'serviceControlPolicies',
  'resource-control': 'resourceControlPolicies',
}

/** The document in which a layer of a check stands. */
function documentOf(type: PolicyType | undefined, check: Check, role: PassedRole | undefined): DocumentId {
  if (type === 'trust' || type === 'resource-based') return role?.trustDocumentId ?? 'trustPolicy'
  const found = type && documents[type]
  if (found) return found
  return check === 'role-permission' ? (role?.permissionsDocumentId ?? 'rolePolicy') : 'identityPolicy'
}

/** A statement's text without its layout. */
export function plainStatement(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const written = text.slice(start, end)
  try {
    return JSON.stringify(JSON.parse(written))
  } catch {
    return written
  }
}

const text = (value: string | readonly string[] | undefined) => (value === undefined ? undefined : [value].flat().join(', '))

/** What the lesson's own request says where an element of a statement looks. */
function neededFor({ element, contextKey }: ElementExplanation, needed: RequestContext): string | undefined {
  if (element === 'Condition') return text(keyOf(needed.contextKeys, contextKey ?? ''))
  if (element === 'Action' || element === 'NotAction') return needed.action
  return element === 'Resource' || element === 'NotResource' ? needed.resource : needed.principal
}

/** The statement that let a request through in one layer. */
const grantIn = (evaluation: Evaluation, type: PolicyType | undefined): StatementExplanation | undefined =>
  evaluation.layers
    .filter(({ policyType }) => policyType === type)
    .flatMap(({ statements }) => statements)
    .find(({ matched, statement }) => matched && statement.effect?.value === 'Allow')

/** How the solution writes an element with which the needed request gets through. */
function solvedValue(solved: Evaluation | undefined, type: PolicyType | undefined, of: ElementExplanation): string | undefined {
  const statement = solved && grantIn(solved, type)
  const same = statement?.elements.find(({ element, contextKey }) => element === of.element && contextKey === of.contextKey)
  return same?.values.find(({ matched }) => matched)?.value.value
}

/** What answers a probe: the learner's documents, the solution's, and the solution's to the request that is needed. */
export interface Answers {
  readonly allowed: Evaluation
  readonly denied: Evaluation
  readonly solved: Evaluation | undefined
}

/** Where the width comes from. `known`: does the solution have this very statement? */
export function wideOf(
  probe: Probe,
  { allowed, denied, solved }: Answers,
  role: PassedRole | undefined,
  texts: Documents,
  known: (plain: string) => boolean,
): Wide {
  const type = denied.verdict.policyType
  const found = grantIn(allowed, type) ?? allowed.verdict.statement
  const granting = found?.document.policyType ?? type
  const documentId = documentOf(granting, probe.step.check, role)
  const limit: Wide = {
    kind: 'limit',
    documentId: documentOf(type, probe.step.check, role),
    span: undefined,
    sid: undefined,
    element: undefined,
    contextKey: undefined,
    granted: undefined,
    enough: undefined,
    probe,
  }
  if (!found || denied.verdict.kind === 'explicit-deny') return limit
  if (known(plainStatement(texts[documentId] ?? '', found.statement.span))) return limit
  const sid = found.statement.sid?.value
  const differing = found.elements.filter((element) => text(element.requestValue) !== neededFor(element, probe.needed))
  const [first, ...others] = differing
  const about = { ...limit, documentId, sid }
  if (!first) {
    // The condition that would ask for it is not there.
    const keys = Object.keys(probe.needed.contextKeys)
    const contextKey = keys.find((key) => text(probe.request.contextKeys[key]) !== text(probe.needed.contextKeys[key]))
    const value = contextKey && text(probe.needed.contextKeys[contextKey])
    return { ...about, kind: 'open', span: found.statement.action?.valueSpan, contextKey, enough: value }
  }
  if (others.some(({ element }) => element === 'Resource' || element === 'NotResource') && first.element === 'Action')
    return { ...about, kind: 'statement', span: found.statement.action?.span, element: 'Action', granted: first.values[0]?.value.value }
  const value = first.values.find(({ matched }) => matched)?.value
  return {
    ...about,
    kind: 'value',
    span: value?.span ?? first.valueSpan,
    element: first.element,
    contextKey: first.contextKey,
    granted: value?.value ?? first.element,
    enough: solvedValue(solved, granting, first) ?? neededFor(first, probe.needed),
  }
}
