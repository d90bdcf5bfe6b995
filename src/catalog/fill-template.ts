/** What the placeholders of a template stand for. */
export interface TemplateFacts {
  readonly names: Readonly<Record<string, string>>
  /** The API's request body, for `<$.path|default>`. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** The values at a path: `$.a.b`, with `[]` stepping into every element of an array. Only own members count. */
export function valuesAt(root: unknown, path: string): unknown[] {
  let values: unknown[] = [root]
  for (const step of path.replace(/^\$\.?/, '').split('.')) {
    if (step === '') continue
    const name = step.replace(/\[\]$/, '')
    values = values.flatMap((value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) return []
      const found = (value as Record<string, unknown>)[name]
      return step.endsWith('[]') ? (Array.isArray(found) ? found : []) : [found]
    })
  }
  return values
}

/** Fills `<name>` and `<$.path|default>` in. */
export function fillTemplate(template: string, facts: TemplateFacts): string {
  return template.replace(/<([^<>]+)>/g, (whole, inner: string) => {
    if (!inner.startsWith('$')) return Object.hasOwn(facts.names, inner) ? (facts.names[inner] ?? whole) : whole
    const [path = '', fallback = ''] = inner.split('|')
    const [value] = valuesAt(facts.parameters, path)
    return typeof value === 'string' && value !== '' ? value : fallback
  })
}

/** Fills an ARN template in. A parameter that is an ARN already (a task definition's) is the whole ARN. */
export function fillArn(template: string, facts: TemplateFacts): string {
  const whole = /<\$([^<>|]+)(\|[^<>]*)?>/.exec(template)
  const [value] = whole ? valuesAt(facts.parameters, `$${whole[1]}`) : []
  if (typeof value === 'string' && value.startsWith('arn:') && template.startsWith('arn:')) return value
  return fillTemplate(template, facts)
}
