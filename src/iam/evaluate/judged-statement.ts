import type { PolicyDocument, Statement } from '../parse/policy-document'
import type { CompiledStatement } from './compiled-statement'
import { explainStatement } from './explain-statement'
import type { ElementExplanation, StatementExplanation } from './explanation'
import { matchStatement, principalKind, type ReadRequest } from './match-statement'

/** One statement against the request, worked out when somebody reads it. */
export class JudgedStatement implements StatementExplanation {
  readonly #compiled: CompiledStatement
  readonly #read: ReadRequest
  #matched: boolean | undefined
  #elements: readonly ElementExplanation[] | undefined

  constructor(compiled: CompiledStatement, read: ReadRequest) {
    this.#compiled = compiled
    this.#read = read
  }

  get document(): PolicyDocument {
    return this.#compiled.document
  }

  get statement(): Statement {
    return this.#compiled.statement
  }

  get matched(): boolean {
    this.#matched ??= matchStatement(this.#compiled, this.#read) !== 'none'
    return this.#matched
  }

  /** Every element, also after one has failed. */
  get elements(): readonly ElementExplanation[] {
    this.#elements ??= explainStatement(this.#compiled, this.#read, principalKind(this.#compiled, this.#read))
    return this.#elements
  }

  toJSON(): StatementExplanation {
    return { document: this.document, statement: this.statement, matched: this.matched, elements: this.elements }
  }
}
