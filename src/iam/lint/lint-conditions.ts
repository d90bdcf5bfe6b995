import type { Span } from '../../lib/span'
import type { ConditionOperator, OperatorFamily } from '../condition/condition-operator'
import { parseOperator } from '../condition/condition-operator'
import { parseAddressBlock } from '../condition/ip-address-operators'
import { parseDate, parseNumber } from '../condition/ordered-operators'
import type { ConditionElement, Statement } from '../parse/policy-document'
import type { Problem } from '../terms'
import { finding, type LintInput, suggesting } from './finding'
import { type KeyType, keyFacts } from './key-facts'

/** The families that compare a key of this type as a person would expect. Text operators also work on ARNs and Booleans. */
const families: Readonly<Record<KeyType, readonly OperatorFamily[]>> = {
  string: ['string', 'binary', 'null', 'numeric'],
  arn: ['arn', 'string', 'null'],
  numeric: ['numeric', 'null'],
  date: ['date', 'numeric', 'null'],
  bool: ['bool', 'string', 'null'],
  ip: ['ip-address', 'null'],
}

const isVariable = (value: string) => value.includes('${')

/** Is the listed value one that an operator of this family can ever compare? */
function valueFits(family: OperatorFamily, value: string): boolean {
  if (isVariable(value)) return true
  switch (family) {
    case 'numeric':
      return parseNumber(value) !== undefined
    case 'date':
      return parseDate(value) !== undefined
    case 'bool':
    case 'null':
      return /^(true|false)$/i.test(value)
    case 'ip-address':
      return parseAddressBlock(value) !== undefined
    case 'arn':
      return value === '*' || /^(arn|[*?])/.test(value)
    default:
      return true
  }
}

const privateV4 = /^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/
const lowerKey = (element: ConditionElement) => element.key.value.toLowerCase()

/** What is checked of one operator with one key. `alone`: the operator's block holds this key only, so a name may be replaced. */
interface Entry {
  readonly element: ConditionElement
  readonly operator: ConditionOperator
  readonly alone: boolean
  readonly statement: Statement
  /** The lower-case keys of the statement, and those that a Null "false" requires to be there. */
  readonly keys: ReadonlySet<string>
  readonly required: ReadonlySet<string>
}

const inPlaceOf = ({ alone }: Entry, name: string) => suggesting(alone ? name : undefined)

function setOperators(entry: Entry): Problem[] {
  const { element, operator, statement, required } = entry
  const known = keyFacts(element.key.value)
  const facts = { operator: element.operator.value, key: element.key.value }
  const plain = operator.canonical.replace(/^[^:]*:/, '')
  if (operator.set && operator.family === 'null')
    return [finding('null-with-set', 'suggestion', element.operator.span, { ...facts, ...inPlaceOf(entry, plain) })]
  if (known?.several && !operator.set && operator.family !== 'null')
    return [finding('missing-set-operator', 'error', element.operator.span, { ...facts, ...inPlaceOf(entry, `ForAnyValue:${plain}`) })]
  if (operator.set !== 'ForAllValues' || statement.effect?.value !== 'Allow' || !known) return []
  if (!known.several) return [finding('all-values-of-single', 'security', element.operator.span, { ...facts, ...inPlaceOf(entry, plain) })]
  return required.has(lowerKey(element)) ? [] : [finding('all-values-of-none', 'suggestion', element.operator.span, facts)]
}

/** The JSON type of a value as it is written: `5`, `"5"` and `true` differ. */
function jsonType(text: string, { span }: { readonly span: Span }): 'string' | 'boolean' | 'number' {
  const first = text[span.start]
  return first === '"' ? 'string' : first === 't' || first === 'f' ? 'boolean' : 'number'
}

function values(entry: Entry, text: string): Problem[] {
  const { element, operator } = entry
  const { key, values: listed } = element
  const facts = { operator: element.operator.value, key: key.value }
  const known = keyFacts(key.value)
  if (listed.length === 0) return [finding('empty-condition-values', 'suggestion', element.span, facts)]
  const found: Problem[] = []
  const type = listed[0] && jsonType(text, listed[0])
  const odd = listed.find((value) => jsonType(text, value) !== type)
  if (odd) found.push(finding('condition-types-mixed', 'error', odd.span, { ...facts, value: odd.value }))
  if (known && !families[known.type].includes(operator.family))
    found.push(finding('operator-for-key', 'warning', element.operator.span, { ...facts, type: known.type }))
  else {
    for (const { value, span } of listed)
      if (!valueFits(operator.family, value))
        found.push(finding('value-type', 'warning', span, { ...facts, value, family: operator.family }))
  }
  if (operator.family === 'string' && operator.comparison !== 'like') {
    const like = operator.comparison === 'equals' ? operator.canonical.replace(/Equals/, 'Like') : undefined
    for (const { value, span } of listed)
      if (/[*?]/.test(value.replaceAll(/\$\{[^}]*\}/g, '')))
        found.push(
          finding('wildcard-without-like', 'warning', like && entry.alone ? element.operator.span : span, {
            ...facts,
            value,
            ...suggesting(entry.alone ? like : undefined),
          }),
        )
  }
  if ((operator.family === 'bool' || operator.family === 'null') && listed.length > 1)
    found.push(finding('bool-several', 'error', element.valueSpan, facts))
  if (/than/.test(operator.comparison) && listed.length > 1) found.push(finding('bounds-several', 'suggestion', element.valueSpan, facts))
  if (key.value.toLowerCase() === 'aws:sourceip' && operator.family === 'ip-address' && listed.every(({ value }) => privateV4.test(value)))
    found.push(finding('private-address', 'error', element.valueSpan, { ...facts, never: String(!operator.negated) }))
  return found
}

/** What happens when the request does not carry the key at all. */
function absence(entry: Entry): Problem[] {
  const { element, operator, statement, required } = entry
  const lower = lowerKey(element)
  const facts = { operator: element.operator.value, key: element.key.value }
  const effect = statement.effect?.value
  const first = element.values[0]?.value.toLowerCase()
  if (lower === 'aws:multifactorauthpresent' && operator.family === 'bool') {
    if (effect === 'Deny' && first === 'false' && !operator.ifExists)
      return [finding('mfa-deny-absent', 'warning', element.operator.span, { ...facts, ...inPlaceOf(entry, 'BoolIfExists') })]
    if (effect === 'Allow' && first === 'true' && operator.ifExists)
      return [finding('mfa-allow-absent', 'security', element.operator.span, { ...facts, ...inPlaceOf(entry, 'Bool') })]
  }
  if (!operator.negated || required.has(lower) || keyFacts(lower)?.always || operator.set) return []
  return effect === 'Deny'
    ? [finding('deny-negated-absent', 'info', element.operator.span, facts)]
    : [finding('allow-negated-absent', 'warning', element.operator.span, facts)]
}

function keys({ element, keys: all }: Entry): Problem[] {
  const { key } = element
  if (!key.value.includes(':')) return [finding('key-format', 'error', key.span, { key: key.value })]
  if (/^(aws:(principaltag|requesttag|resourcetag)|iam:resourcetag)\/?$/i.test(key.value))
    return [finding('tag-key-missing', 'error', key.span, { key: key.value })]
  if (lowerKey(element) === 'aws:vpcsourceip' && !all.has('aws:sourcevpc') && !all.has('aws:sourcevpce'))
    return [finding('paired-key-missing', 'security', key.span, { key: key.value, missing: 'aws:SourceVpc' })]
  return []
}

function one(statement: Statement, text: string): Problem[] {
  const { conditions } = statement
  const perBlock = new Map<number, number>()
  for (const { operator } of conditions) perBlock.set(operator.span.start, (perBlock.get(operator.span.start) ?? 0) + 1)
  const all = new Set(conditions.map(lowerKey))
  const required = new Set(
    conditions.filter(({ operator, values: [only] }) => /^null$/i.test(operator.value) && only?.value === 'false').map(lowerKey),
  )
  const seen = new Set<string>()
  return conditions.flatMap((element): Problem[] => {
    const operator = parseOperator(element.operator.value)
    if (!operator) return []
    const alone = perBlock.get(element.operator.span.start) === 1
    const entry: Entry = { element, operator, alone, statement, keys: all, required }
    const place = `${element.operator.span.start} ${lowerKey(element)}`
    const twice = seen.has(place)
    seen.add(place)
    return [
      ...(twice ? [finding('key-twice', 'error', element.key.span, { key: element.key.value })] : []),
      ...keys(entry),
      ...setOperators(entry),
      ...values(entry, text),
      ...absence(entry),
    ]
  })
}

/** Checks of conditions. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export function lintConditions({ document, text }: LintInput): Problem[] {
  return document.statements.flatMap((statement) => (statement.usable ? one(statement, text) : []))
}
