import type { PolicyDocument } from '../parse/policy-document'
import type { PolicyType } from '../terms'
import { type CompiledStatement, compiledStatements } from './compiled-statement'
import type {
  LayerEvaluation,
  LayerResult,
  NotApplicableReason,
  PrincipalMatchKind,
  StatementExplanation,
  VerdictKind,
} from './explanation'
import { JudgedStatement } from './judged-statement'
import { matchStatement, type ReadRequest } from './match-statement'
import { nearestStatement } from './nearest-statement'

const strength: Readonly<Record<PrincipalMatchKind, number>> = { none: 0, account: 1, role: 2, direct: 3 }

/** One layer's statements, judged: those of all its documents form one pool. What they say alone; its place in the decision comes after. */
export class JudgedLayer {
  /** The strongest way in which a matching Allow names the caller. */
  readonly grant: PrincipalMatchKind
  readonly #documents: readonly PolicyDocument[]
  readonly #read: ReadRequest
  readonly #deny: CompiledStatement | undefined
  readonly #allow: CompiledStatement | undefined
  #statements: readonly StatementExplanation[] | undefined

  constructor(
    readonly policyType: PolicyType,
    readonly level: number | undefined,
    documents: readonly PolicyDocument[],
    read: ReadRequest,
  ) {
    let deny: CompiledStatement | undefined
    let allow: CompiledStatement | undefined
    let grant: PrincipalMatchKind = 'none'
    for (const document of documents) {
      for (const compiled of compiledStatements(document)) {
        const kind = matchStatement(compiled, read)
        if (kind === 'none') continue
        if (compiled.statement.effect?.value === 'Deny') deny ??= compiled
        else if (strength[kind] > strength[grant]) {
          allow = compiled
          grant = kind
        }
      }
    }
    this.#documents = documents
    this.#read = read
    this.#deny = deny
    this.#allow = allow
    this.grant = grant
  }

  get denies(): boolean {
    return this.#deny !== undefined
  }

  get allows(): boolean {
    return this.#allow !== undefined
  }

  /** What the statements say by themselves. */
  get result(): LayerResult {
    return this.denies ? 'explicit-deny' : this.allows ? 'allow' : 'implicit-deny'
  }

  /** Every statement, in order; their objects are made when somebody asks for them. */
  get statements(): readonly StatementExplanation[] {
    this.#statements ??= this.#documents.flatMap((document) =>
      compiledStatements(document).map((compiled) => new JudgedStatement(compiled, this.#read)),
    )
    return this.#statements
  }

  /** The statement that decided: the first Deny, the strongest Allow, or for an implicit deny the one that came nearest. */
  deciding(kind: VerdictKind): StatementExplanation | undefined {
    const compiled = kind === 'explicit-deny' ? this.#deny : kind === 'allow' ? this.#allow : nearestStatement(this.#documents, this.#read)
    return compiled && new JudgedStatement(compiled, this.#read)
  }
}

/** A layer as the evaluation reports it. */
class ReportedLayer implements LayerEvaluation {
  readonly policyType: PolicyType
  readonly level: number | undefined
  readonly #layer: JudgedLayer

  constructor(
    layer: JudgedLayer,
    readonly result: LayerResult,
    readonly notApplicable: NotApplicableReason | undefined,
  ) {
    this.policyType = layer.policyType
    this.level = layer.level
    this.#layer = layer
  }

  get statements(): readonly StatementExplanation[] {
    return this.#layer.statements
  }

  toJSON(): LayerEvaluation {
    const { policyType, level, result, notApplicable, statements } = this
    return { policyType, level, result, notApplicable, statements }
  }
}

export function reportLayer(layer: JudgedLayer, result: LayerResult, notApplicable?: NotApplicableReason): LayerEvaluation {
  return new ReportedLayer(layer, result, notApplicable)
}

/** A layer that had nothing to say. */
export function absentLayer(policyType: PolicyType, reason: NotApplicableReason): LayerEvaluation {
  return { policyType, level: undefined, result: 'not-applicable', notApplicable: reason, statements: [] }
}
