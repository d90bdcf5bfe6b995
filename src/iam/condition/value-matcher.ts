import { assertNever } from '../../lib/assert-never'
import { compilePattern, compilePieces, matchPattern } from '../match/pattern'
import { compileArn, matchArn } from './arn-operators'
import type { ConditionOperator } from './condition-operator'
import type { RequestKeys } from './context-key'
import { isInBlock, parseAddressBlock } from './ip-address-operators'
import { compareOrdered, parseDate, parseNumber } from './ordered-operators'
import { substitute, textOf } from './policy-variable'
import { matchBinary, parseBool } from './single-operators'

/** Compares one request value with one listed value, without negation. `unresolved`: a policy variable has no value. */
export interface ValueMatcher {
  readonly match: (requested: string) => boolean
  readonly resolved: string | undefined
  readonly unresolved: boolean
}

const never = (): boolean => false

/** The families in which `${…}` is a variable. */
const takesVariables = (operator: ConditionOperator) =>
  operator.family === 'string' || operator.family === 'arn' || operator.family === 'bool'

/** True when the value has to be compiled anew for every request. */
export const dependsOnRequest = (operator: ConditionOperator, value: string, variables: boolean): boolean =>
  variables && takesVariables(operator) && value.includes('${')

function orderedMatcher(
  operator: ConditionOperator,
  listed: string,
  parse: (text: string) => number | undefined,
): (requested: string) => boolean {
  const limit = parse(listed)
  if (limit === undefined) return never
  return (requested) => {
    const value = parse(requested)
    return value !== undefined && compareOrdered(operator.comparison, value, limit)
  }
}

function plainMatcher(operator: ConditionOperator, listed: string): (requested: string) => boolean {
  switch (operator.family) {
    case 'string': {
      if (operator.comparison === 'like') {
        const pattern = compilePattern(listed)
        return (requested) => matchPattern(pattern, requested)
      }
      if (operator.comparison === 'equals') return (requested) => requested === listed
      const folded = listed.toLowerCase()
      return (requested) => requested.toLowerCase() === folded
    }
    case 'numeric':
      return orderedMatcher(operator, listed, parseNumber)
    case 'date':
      return orderedMatcher(operator, listed, parseDate)
    case 'bool': {
      const wanted = parseBool(listed)
      return wanted === undefined ? never : (requested) => parseBool(requested) === wanted
    }
    case 'binary':
      return (requested) => matchBinary(listed, requested)
    case 'ip-address': {
      const block = parseAddressBlock(listed)
      if (!block) return never
      return (requested) => {
        const address = parseAddressBlock(requested)
        return address !== undefined && isInBlock(address, block)
      }
    }
    case 'arn': {
      const pattern = compileArn(listed, undefined)
      return (requested) => matchArn(pattern, requested)
    }
    case 'null':
      return never
    default:
      return assertNever(operator.family)
  }
}

/** Compiles a listed value that needs nothing of the request. */
export function compileValue(operator: ConditionOperator, listed: string): ValueMatcher {
  return { match: plainMatcher(operator, listed), resolved: undefined, unresolved: false }
}

/** Compiles a listed value with its policy variables filled in from the request. */
export function compileWithVariables(operator: ConditionOperator, listed: string, keys: RequestKeys): ValueMatcher {
  const wildcards = operator.comparison === 'like'
  const pieces = substitute(listed, keys, wildcards)
  if (!pieces) return { match: never, resolved: undefined, unresolved: true }
  const resolved = textOf(pieces)
  if (operator.family === 'arn') {
    const pattern = compileArn(listed, keys)
    return { match: (requested) => matchArn(pattern, requested), resolved, unresolved: false }
  }
  if (wildcards) {
    const pattern = compilePieces(pieces)
    return { match: (requested) => matchPattern(pattern, requested), resolved, unresolved: false }
  }
  return { match: plainMatcher(operator, resolved), resolved, unresolved: false }
}
