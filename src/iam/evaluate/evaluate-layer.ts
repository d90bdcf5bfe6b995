import type { PolicyDocument } from '../parse/policy-document'
import type { PolicyType } from '../terms'
import { compiledStatements } from './compiled-statement'
import { evaluateStatement, type JudgedStatement, type ReadRequest } from './evaluate-statement'
import type { LayerEvaluation, LayerResult, NotApplicableReason, PrincipalMatchKind } from './explanation'

/** One layer's statements, judged. `result` is what the statements alone say; the layer's place in the decision comes after. */
export interface JudgedLayer {
  readonly policyType: PolicyType
  readonly level: number | undefined
  readonly statements: readonly JudgedStatement[]
  readonly denies: JudgedStatement | undefined
  readonly allows: JudgedStatement | undefined
  /** The strongest way in which a matching Allow names the caller. */
  readonly grant: PrincipalMatchKind
}

const strength: Readonly<Record<PrincipalMatchKind, number>> = { none: 0, account: 1, role: 2, direct: 3 }

/** Judges every statement of the documents of one layer: they form one pool. */
export function judgeLayer(
  policyType: PolicyType,
  level: number | undefined,
  documents: readonly PolicyDocument[],
  read: ReadRequest,
): JudgedLayer {
  const statements: JudgedStatement[] = []
  let denies: JudgedStatement | undefined
  let allows: JudgedStatement | undefined
  let grant: PrincipalMatchKind = 'none'
  for (const document of documents) {
    for (const compiled of compiledStatements(document)) {
      const judged = evaluateStatement(compiled, read)
      statements.push(judged)
      if (!judged.matched) continue
      if (judged.statement.effect?.value === 'Deny') denies ??= judged
      else if (strength[judged.principalMatch] > strength[grant]) {
        allows = judged
        grant = judged.principalMatch
      }
    }
  }
  return { policyType, level, statements, denies, allows, grant }
}

/** What the statements of a layer say by themselves. */
export function resultOf(layer: JudgedLayer): LayerResult {
  if (layer.denies) return 'explicit-deny'
  return layer.allows ? 'allow' : 'implicit-deny'
}

export function reportLayer(layer: JudgedLayer, result: LayerResult, notApplicable?: NotApplicableReason): LayerEvaluation {
  return { policyType: layer.policyType, level: layer.level, result, notApplicable, statements: layer.statements }
}

/** A layer that had nothing to say. */
export function absentLayer(policyType: PolicyType, reason: NotApplicableReason): LayerEvaluation {
  return { policyType, level: undefined, result: 'not-applicable', notApplicable: reason, statements: [] }
}
