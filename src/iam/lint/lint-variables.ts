import type { Located } from '../../lib/span'
import { parseOperator } from '../condition/condition-operator'
import type { Statement } from '../parse/policy-document'
import type { Problem } from '../terms'
import { finding, type LintCode, type LintInput } from './finding'

const hasVariable = ({ value }: Located<string>) => value.includes('${')

/** The first thing wrong with the variables of a value. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function mistake(value: string): LintCode | undefined {
  for (let start = value.indexOf('${'); start >= 0; start = value.indexOf('${', start + 2)) {
    const end = value.indexOf('}', start)
    if (end < 0) return 'variable-unclosed'
    const inner = value.slice(start + 2, end)
    if (inner.trim() === '') return 'variable-empty'
    if (inner !== inner.trim()) return 'variable-space'
    const comma = inner.indexOf(',')
    if (comma < 0) continue
    if (/\s$/.test(inner.slice(0, comma)) || !/^,? ?\S/.test(inner.slice(comma))) return 'variable-space'
    if (!/^, '[^']*'$/.test(inner.slice(comma)))
      return inner.endsWith("'") && inner.indexOf("'") < inner.length - 1 ? 'variable-space' : 'variable-quote'
  }
  return undefined
}

function syntax(value: Located<string>): Problem[] {
  const code = mistake(value.value)
  return code ? [finding(code, 'error', value.span, { value: value.value })] : []
}

function one(statement: Statement): Problem[] {
  const { action, principal, resource, sid, conditions } = statement
  const elsewhere: (readonly [string, Located<string>])[] = [
    ...(action?.values ?? []).map((value) => [action?.name ?? '', value] as const),
    ...(principal?.values ?? []).map(({ value }) => [principal?.name ?? '', value] as const),
    ...(sid ? [['Sid', sid] as const] : []),
  ]
  return [
    ...elsewhere
      .filter(([, value]) => hasVariable(value))
      .map(([element, value]) => finding('variable-in-element', 'error', value.span, { element, value: value.value })),
    ...(resource?.values ?? []).flatMap(syntax),
    ...conditions.flatMap(({ operator, values }) => {
      const family = parseOperator(operator.value)?.family
      return values.filter(hasVariable).flatMap((value) => {
        if (family && !['string', 'arn', 'bool'].includes(family))
          return [finding('variable-for-operator', 'error', value.span, { operator: operator.value, value: value.value })]
        return syntax(value)
      })
    }),
  ]
}

/** Checks of policy variables. In a policy of 2008 they are plain text, which the reader says. */
export function lintVariables({ document }: LintInput): Problem[] {
  if (document.version !== '2012-10-17') return []
  return document.statements.flatMap((statement) => (statement.usable ? one(statement) : []))
}
