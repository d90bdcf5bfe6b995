import { type CompiledCondition, compileCondition } from '../condition/evaluate-condition'
import { type ActionPattern, compileAction } from '../match/match-action'
import { compileResource, type ResourcePattern } from '../match/match-resource'
import type { PolicyDocument, Statement } from '../parse/policy-document'

/** A statement with its patterns compiled: done once per document, kept as long as the document lives. */
export interface CompiledStatement {
  readonly document: PolicyDocument
  readonly statement: Statement
  readonly actions: readonly ActionPattern[]
  readonly resources: readonly ResourcePattern[]
  readonly conditions: readonly CompiledCondition[]
}

const cache = new WeakMap<PolicyDocument, readonly CompiledStatement[]>()

function compile(document: PolicyDocument, statement: Statement): CompiledStatement {
  const variables = document.version === '2012-10-17'
  return {
    document,
    statement,
    actions: statement.action?.values.map(({ value }) => compileAction(value)) ?? [],
    resources: statement.resource?.values.map(({ value }) => compileResource(value, document.policyType, variables)) ?? [],
    conditions: statement.conditions.map((condition) => compileCondition(condition, variables)),
  }
}

export function compiledStatements(document: PolicyDocument): readonly CompiledStatement[] {
  let compiled = cache.get(document)
  if (!compiled) {
    compiled = document.statements.map((statement) => compile(document, statement))
    cache.set(document, compiled)
  }
  return compiled
}
