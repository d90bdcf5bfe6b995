/** What the placeholders of a template stand for. */
export interface TemplateFacts {
  readonly names: Readonly<Record<string, string>>
  /** The API's request body, for `<$.path|default>`. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** One step of a path: a member, `*` for every member; then its array's elements, all or those whose members have some values. */
export interface PathStep {
  readonly name: string
  readonly elements: Readonly<Record<string, string>> | undefined
}

/** Reads `$.a.b[].c[key=role].*`: `[]` steps into every element of an array, `[name=value]` into those that say so. */
export const pathSteps = (path: string): readonly PathStep[] =>
  (path.replace(/^\$\.?/, '').match(/[^.[]+(\[[^\]]*\])?/g) ?? []).map((step) => {
    const [name = '', filter] = step.replace(/\]$/, '').split('[')
    if (filter === undefined) return { name, elements: undefined }
    const pairs = filter.split(',').flatMap((pair) => {
      const [key = '', value = ''] = pair.split('=')
      return key === '' ? [] : [[key, value] as const]
    })
    return { name, elements: Object.fromEntries(pairs) }
  })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The values at a path. Only own members count. */
export function valuesAt(root: unknown, path: string): unknown[] {
  let values: unknown[] = [root]
  for (const { name, elements } of pathSteps(path)) {
    values = values.flatMap((value) => {
      if (!isRecord(value)) return []
      const found = name === '*' ? Object.values(value) : Object.hasOwn(value, name) ? [value[name]] : []
      if (!elements) return found
      return found
        .flatMap((item) => (Array.isArray(item) ? item : []))
        .filter((item) => Object.entries(elements).every(([key, text]) => isRecord(item) && item[key] === text))
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
