/** The families of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export type OperatorFamily = 'string' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip-address' | 'arn' | 'null'

export type Comparison =
  | 'equals'
  | 'equals-ignore-case'
  | 'like'
  | 'less-than'
  | 'less-than-equals'
  | 'greater-than'
  | 'greater-than-equals'
  | 'in'

interface OperatorRow {
  readonly family: OperatorFamily
  readonly comparison: Comparison
  readonly negated: boolean
}

const row = (family: OperatorFamily, comparison: Comparison, negated = false): OperatorRow => ({ family, comparison, negated })

/** Every operator, spelled AWS's way. A negated one is true when no listed value matches. */
export const operators: Readonly<Record<string, OperatorRow>> = {
  StringEquals: row('string', 'equals'),
  StringNotEquals: row('string', 'equals', true),
  StringEqualsIgnoreCase: row('string', 'equals-ignore-case'),
  StringNotEqualsIgnoreCase: row('string', 'equals-ignore-case', true),
  StringLike: row('string', 'like'),
  StringNotLike: row('string', 'like', true),
  NumericEquals: row('numeric', 'equals'),
  NumericNotEquals: row('numeric', 'equals', true),
  NumericLessThan: row('numeric', 'less-than'),
  NumericLessThanEquals: row('numeric', 'less-than-equals'),
  NumericGreaterThan: row('numeric', 'greater-than'),
  NumericGreaterThanEquals: row('numeric', 'greater-than-equals'),
  DateEquals: row('date', 'equals'),
  DateNotEquals: row('date', 'equals', true),
  DateLessThan: row('date', 'less-than'),
  DateLessThanEquals: row('date', 'less-than-equals'),
  DateGreaterThan: row('date', 'greater-than'),
  DateGreaterThanEquals: row('date', 'greater-than-equals'),
  Bool: row('bool', 'equals'),
  BinaryEquals: row('binary', 'equals'),
  IpAddress: row('ip-address', 'in'),
  NotIpAddress: row('ip-address', 'in', true),
  ArnEquals: row('arn', 'like'),
  ArnLike: row('arn', 'like'),
  ArnNotEquals: row('arn', 'like', true),
  ArnNotLike: row('arn', 'like', true),
  Null: row('null', 'equals'),
}

export type SetOperator = 'ForAllValues' | 'ForAnyValue'

/** An operator as written, taken apart. */
export interface ConditionOperator extends OperatorRow {
  readonly set: SetOperator | undefined
  readonly ifExists: boolean
  /** AWS's spelling, prefix and suffix included. */
  readonly canonical: string
}

const byLowerCase = new Map(Object.entries(operators).map(([name, operator]) => [name.toLowerCase(), { name, operator }]))
const known = new Map<string, ConditionOperator | undefined>()

function read(text: string): ConditionOperator | undefined {
  const prefix = /^(forallvalues|foranyvalue):/i.exec(text)
  const set: SetOperator | undefined = prefix ? (prefix[1]?.toLowerCase() === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue') : undefined
  let rest = prefix ? text.slice(prefix[0].length) : text
  const ifExists = /ifexists$/i.test(rest)
  if (ifExists) rest = rest.slice(0, -'IfExists'.length)
  const entry = byLowerCase.get(rest.toLowerCase())
  if (!entry || (ifExists && entry.operator.family === 'null')) return undefined
  const canonical = `${set ? `${set}:` : ''}${entry.name}${ifExists ? 'IfExists' : ''}`
  return { ...entry.operator, set, ifExists, canonical }
}

/** Takes an operator's name apart; undefined when IAM knows no such operator. Case is ignored, as in practice. */
export function parseOperator(text: string): ConditionOperator | undefined {
  if (!known.has(text)) {
    if (known.size > 2000) known.clear()
    known.set(text, read(text))
  }
  return known.get(text)
}

/** What a person may have meant by an unknown operator: its plain names, each as written with the prefix and suffix kept. */
export const operatorNames: readonly string[] = Object.keys(operators)
