import type { Catalogue } from '../../catalog'
import {
  type ActionPattern,
  compileAction,
  compilePattern,
  matchAction,
  matchPattern,
  type PolicyDocument,
  type Problem,
  readAction,
  type Severity,
  type Statement,
} from '../../iam'
import type { Located, Span } from '../../lib/span'
import type { PolicyDocuments } from '../policy-documents'
import type { Situation } from '../situation'
import type { Documents, PassedRole } from '../trace'
import type { SceneLintCode } from './scene-lint-codes'

/** What the checks of a scene are made of. `situation` is undefined when the request could not be read. */
export interface SceneInput {
  readonly documents: PolicyDocuments
  readonly texts: Documents
  readonly situation: Situation | undefined
  readonly catalogue: Catalogue
}

/** A role whose ARN and trust policy are both known. */
export interface SceneRole {
  readonly roleArn: string
  readonly accountId: string
  /** How the request hands it over; undefined for a further role that it does not name. */
  readonly passed: PassedRole | undefined
  readonly trust: PolicyDocument
}

/** The same with what several checks need. Of a document that IAM would not save nothing is said. */
export interface Scene extends SceneInput {
  /** Of the caller's identity policies. The root user has none that count. */
  readonly identity: readonly Statement[]
  /** The roles that the request hands over or takes on. */
  readonly passed: readonly PassedRole[]
  readonly roles: readonly SceneRole[]
}

/** One finding. */
export function finding(code: SceneLintCode, severity: Severity, span: Span, facts: Readonly<Record<string, string>> = {}): Problem {
  return { code, severity, span, facts, foundBy: 'lint' }
}

export const usable = (documents: readonly PolicyDocument[]): readonly Statement[] =>
  documents.flatMap(({ statements }) => statements.filter((statement) => statement.usable))

/** A request names one role or two; one of a megabyte may name thousands, and every check of a role costs its own time. */
const mostPassed = 20

function sceneRoles({ documents }: SceneInput, requested: readonly PassedRole[]): SceneRole[] {
  const { roles, trustPolicy } = documents
  const named = new Set<string>()
  const passed = requested.flatMap((role): SceneRole[] => {
    const entry = roles?.value.get(role.roleArn)
    const trust = entry ? entry.trust : trustPolicy?.broken ? undefined : trustPolicy?.value
    named.add(role.roleArn)
    return trust && !roles?.broken ? [{ roleArn: role.roleArn, accountId: role.accountId, passed: role, trust }] : []
  })
  const further = [...(roles?.broken ? [] : (roles?.value ?? []))].flatMap(([roleArn, { trust }]): SceneRole[] => {
    const accountId = /^arn:[^:]+:iam::(\d{12}):role\/./.exec(roleArn)?.[1]
    return trust && accountId !== undefined && !named.has(roleArn) ? [{ roleArn, accountId, passed: undefined, trust }] : []
  })
  return [...passed, ...further]
}

export function readScene(input: SceneInput): Scene {
  const { identityPolicy } = input.documents
  const counts = identityPolicy && !identityPolicy.broken && input.situation?.caller.kind !== 'root'
  const passed = (input.situation?.roles ?? []).slice(0, mostPassed)
  return { ...input, identity: counts ? usable(identityPolicy.value) : [], passed, roles: sceneRoles(input, passed) }
}

const compiled = new WeakMap<Located<string>, ActionPattern>()

/** The pattern of an Action value; each is compiled once. */
export function patternOf(value: Located<string>): ActionPattern {
  const known = compiled.get(value)
  if (known) return known
  const pattern = compileAction(value.value)
  compiled.set(value, pattern)
  return pattern
}

/** Where a statement takes an action in: the value that does, or the whole of `NotAction`. Undefined: it does not speak of the action. */
export function takesIn({ action }: Statement, name: string): Span | undefined {
  if (!action) return undefined
  const asked = readAction(name)
  const value = action.values.find((candidate) => matchAction(patternOf(candidate), asked))
  if (action.name === 'Action') return value?.span
  return value ? undefined : action.span
}

export const isAllow = ({ effect }: Statement) => effect?.value === 'Allow'

/** The statements that allow an action, whatever their resources and conditions are. */
export const allowing = (statements: readonly Statement[], action: string): readonly Statement[] =>
  statements.filter((statement) => isAllow(statement) && takesIn(statement, action) !== undefined)

/** May a statement be about this ARN? A policy variable may stand for anything. */
export function mayCover({ resource }: Statement, arn: string): boolean {
  if (!resource) return false
  const covers = resource.values.some(({ value }) => value.includes('${') || matchPattern(compilePattern(value), arn))
  return resource.name === 'Resource' ? covers : !covers
}

/** A text that stands for itself alone. */
export const isLiteral = (text: string) => !/[*?]|\$\{/.test(text)
