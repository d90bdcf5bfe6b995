import type { Located } from '../../lib/span'
import { compilePattern, matchPattern } from '../match/pattern'
import type { ListElement, Statement } from '../parse/policy-document'
import type { Problem } from '../terms'
import { finding, type LintInput } from './finding'

/** Longer lists, and more wildcards than this, are not compared with each other: the cost would be their square. */
const mostValues = 2000
const mostWildcards = 40

/** Values that say nothing because another value of the list covers them. */
function redundant(
  element: ListElement<string>,
  fold: (text: string) => string,
  covers: (wide: string, narrow: string) => boolean,
): Problem[] {
  const seen = new Map<string, Located<string>>()
  const wide = element.values.length > mostValues ? [] : element.values.filter(({ value }) => value.includes('*')).slice(0, mostWildcards)
  const patterns = wide.map((located) => ({ located, pattern: compilePattern(fold(located.value)) }))
  return element.values.flatMap((located): Problem[] => {
    const text = fold(located.value)
    const same = seen.get(text)
    seen.set(text, same ?? located)
    const by =
      same ??
      patterns.find(
        (entry) => fold(entry.located.value) !== text && covers(entry.located.value, located.value) && matchPattern(entry.pattern, text),
      )?.located
    if (!by) return []
    return [finding('redundant-value', 'suggestion', located.span, { element: element.name, value: located.value, by: by.value })]
  })
}

/** A `?` of the wider pattern must not be taken to cover a `*` of the narrower one, and a variable may be anything. */
const comparable = (wide: string, narrow: string) =>
  !wide.includes('$') && !narrow.includes('$') && !(wide.includes('?') && /[*?]/.test(narrow))
const wholeArns = (wide: string, narrow: string) =>
  comparable(wide, narrow) && (wide === '*' || (wide.split(':').length >= 6 && narrow.split(':').length >= 6))

/** A service prefix with a wildcard matches in IAM, and AWS advises against it; `*:*` and `*` are other matters. */
const serviceWildcard = (value: string) => value !== '*:*' && /[*?]/.test(value.slice(0, Math.max(value.indexOf(':'), 0)))

function emptyLists(statement: Statement, text: string): Problem[] {
  return [statement.principal, statement.action, statement.resource].flatMap((element) =>
    element && element.values.length === 0
      ? [
          finding('empty-list', 'suggestion', element.span, {
            element: element.name,
            shape: /^\{\s*\}$/.test(text.slice(element.valueSpan.start, element.valueSpan.end)) ? 'object' : 'array',
          }),
        ]
      : [],
  )
}

/** `"Condition": {}` and `"StringEquals": {}` leave no trace in what was read: they are looked for in the text. */
function emptyObjects(text: string, { span }: Statement): Problem[] {
  const own = text.slice(span.start, span.end)
  return [...own.matchAll(/"(?:Condition|(?:For(?:All|Any)Values?:)?[A-Z][A-Za-z]+)"\s*:\s*\{\s*\}/g)]
    .filter(([found]) => !/^"(Not)?Principal"/.test(found))
    .map((match) =>
      finding('empty-condition', 'suggestion', {
        ...span,
        start: span.start + match.index,
        end: span.start + match.index + match[0].length,
      }),
    )
}

const createRole = 'iam:createservicelinkedrole'
const letsIn = ({ value }: Located<string>) => matchPattern(compilePattern(value.toLowerCase()), createRole)

/** An administrator's `*` is another matter: that it lets this in too is no news. */
function slr({ effect, action, resource, conditions }: Statement): Problem[] {
  if (effect?.value !== 'Allow' || !action || !resource) return []
  const everyResource = resource.values.some(({ value }) => /^(\*|arn:[^:]*:iam::[^:]*:role\/\*)$/.test(value))
  if (resource.name === 'Resource' ? !everyResource : everyResource || resource.values.length === 0) return []
  if (conditions.some(({ key }) => key.value.toLowerCase() === 'iam:awsservicename')) return []
  const ending = resource.name === 'Resource' ? 'resource' : 'not-resource'
  if (action.name === 'NotAction') {
    if (action.values.length === 0 || action.values.some(letsIn)) return []
    return [finding('slr-any-service', 'warning', action.span, { action: 'NotAction', form: `not-action-${ending}` })]
  }
  const by = action.values.find((candidate) => candidate.value !== '*' && letsIn(candidate))
  const form = `${/[*?]/.test(by?.value ?? '') ? 'star' : 'name'}-${ending}`
  return by ? [finding('slr-any-service', 'warning', by.span, { action: by.value, form })] : []
}

function one(text: string, policyType: string, statement: Statement): Problem[] {
  const { action, resource, principal, effect } = statement
  const found = [...emptyLists(statement, text), ...emptyObjects(text, statement)]
  if (action) {
    for (const { value, span } of action.values)
      if (serviceWildcard(value)) found.push(finding('service-wildcard', 'suggestion', span, { value }))
    found.push(...redundant(action, (value) => value.toLowerCase(), comparable))
  }
  if (resource) found.push(...redundant(resource, (value) => value, wholeArns))
  if (principal?.name === 'NotPrincipal' && policyType === 'resource-based') {
    if (effect?.value === 'Allow') found.push(finding('allow-not-principal', 'security', principal.span))
    if (effect?.value === 'Deny') found.push(finding('deny-not-principal', 'info', principal.span))
  }
  if (resource?.name === 'NotResource' && effect?.value === 'Allow' && policyType === 'identity-based' && resource.values.length > 0)
    found.push(finding('allow-not-resource', 'warning', resource.span))
  return policyType === 'identity-based' ? [...found, ...slr(statement)] : found
}

/** Checks of the elements of a statement. */
export function lintStatements({ document, text }: LintInput): Problem[] {
  return document.statements.flatMap((statement) => (statement.usable ? one(text, document.policyType, statement) : []))
}
