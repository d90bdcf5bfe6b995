const longest = 30

/** A value as a row can show it: an ARN's resource, a principal's first word, an account's ends. */
export function shortValue(value: string): string {
  if (/^\d{12}$/.test(value)) return `${value.slice(0, 4)}…${value.slice(-4)}`
  const principal = /^([a-z0-9-]+)(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.exec(value)
  if (principal) return `${principal[1]}…`
  const parts = value.split(':')
  const text = value.startsWith('arn:') && parts.length >= 6 ? parts.slice(5).join(':') || value : value
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** A context key without what it can do without: `PassedToService`, `MultiFactorAuth`, but `aws:SourceAccount`. */
export const shortKey = (key: string): string => key.replace(/^iam:/, '').replace(/^aws:(MultiFactorAuth)Present$/i, '$1')

/** One or more request values as text. */
export function joined(value: string | readonly string[] | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : value.join(', ')
}

/** Does an operator hold for what its values are not: `StringNotEquals`, `ForAnyValue:ArnNotLike`? */
export const isNegated = (operator: string | undefined): boolean => operator !== undefined && /not/i.test(operator.replace(/^[^:]*:/, ''))
