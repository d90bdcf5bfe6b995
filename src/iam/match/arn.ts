/** The six parts of an ARN: `arn:partition:service:region:account:resource`. The resource may hold colons and slashes. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** Takes an ARN apart; undefined when the text has fewer than six parts or does not begin with `arn`. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined
  const service = text.indexOf(':', 4) + 1
  const region = service && text.indexOf(':', service) + 1
  const account = region && text.indexOf(':', region) + 1
  const resource = account && text.indexOf(':', account) + 1
  if (resource === 0) return undefined
  return {
    partition: text.slice(4, service - 1),
    service: text.slice(service, region - 1),
    region: text.slice(region, account - 1),
    account: text.slice(account, resource - 1),
    resource: text.slice(resource),
  }
}

/** Splits at the first five colons outside `${…}`. */
export function arnParts(text: string): string[] {
  const parts: string[] = []
  let from = 0
  let inVariable = false
  for (let i = 0; i < text.length && parts.length < 5; i++) {
    const character = text[i]
    if (character === '$' && text[i + 1] === '{') inVariable = true
    else if (character === '}') inVariable = false
    else if (character === ':' && !inVariable) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

/** The account named in an ARN; undefined where there is none. */
export function accountOf(arn: string): string | undefined {
  const account = parseArn(arn)?.account
  return account === '' ? undefined : account
}
