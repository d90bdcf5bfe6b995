import { type CompiledCondition, compileCondition } from '../condition/evaluate-condition'
import { type ActionPattern, compileAction } from '../match/match-action'
import { compileResource, type ResourcePattern } from '../match/match-resource'
import type { ConditionElement, PolicyDocument, Statement } from '../parse/policy-document'
import type { ReadRequest } from './match-statement'

/**
 * An Action or NotAction element. Statements of one document that write it alike share it, and with it the answer for the request
 * that is being judged.
 */
export interface CompiledAction {
  readonly plain: boolean
  readonly patterns: readonly ActionPattern[]
  judgedFor: ReadRequest | undefined
  judged: boolean
}

/** A statement with its patterns compiled: done once per document, kept as long as the document lives. */
export interface CompiledStatement {
  readonly document: PolicyDocument
  readonly statement: Statement
  readonly usable: boolean
  readonly action: CompiledAction | undefined
  readonly resources: readonly ResourcePattern[]
  /** Resource rather than NotResource; undefined when the statement has neither. */
  readonly plainResource: boolean | undefined
  readonly conditions: readonly CompiledCondition[]
}

/** What statements of one document have written so far, by how it is written. */
class Known {
  readonly actions = new Map<string, CompiledAction>()
  readonly conditions = new Map<string, CompiledCondition>()
}

const cache = new WeakMap<PolicyDocument, readonly CompiledStatement[]>()

function compileActionElement(element: Statement['action'], { actions }: Known): CompiledAction | undefined {
  if (!element) return undefined
  const texts = element.values.map(({ value }) => value)
  const written = JSON.stringify([element.name, texts])
  const shared = actions.get(written)
  if (shared) return shared
  const compiled = { plain: element.name === 'Action', patterns: texts.map(compileAction), judgedFor: undefined, judged: false }
  actions.set(written, compiled)
  return compiled
}

function compileConditionElement(element: ConditionElement, variables: boolean, { conditions }: Known): CompiledCondition {
  const written = JSON.stringify([element.operator.value, element.key.value, element.values.map(({ value }) => value)])
  const compiled = conditions.get(written) ?? compileCondition(element, variables)
  conditions.set(written, compiled)
  return compiled
}

function compile(document: PolicyDocument, statement: Statement, known: Known): CompiledStatement {
  const variables = document.version === '2012-10-17'
  return {
    document,
    statement,
    usable: statement.usable,
    action: compileActionElement(statement.action, known),
    resources: statement.resource?.values.map(({ value }) => compileResource(value, document.policyType, variables)) ?? [],
    plainResource: statement.resource && statement.resource.name === 'Resource',
    conditions: statement.conditions.map((condition) => compileConditionElement(condition, variables, known)),
  }
}

/** The statements of a document, compiled when it is first judged. */
export function compiledStatements(document: PolicyDocument): readonly CompiledStatement[] {
  let compiled = cache.get(document)
  if (!compiled) {
    const known = new Known()
    compiled = document.statements.map((statement) => compile(document, statement, known))
    cache.set(document, compiled)
  }
  return compiled
}
