import type { ContextKeys } from '../evaluate/request-context'

/** The context keys of one request, looked up without regard to case. */
export class RequestKeys {
  private readonly byName = new Map<string, string | readonly string[]>()

  constructor(keys: ContextKeys, isHidden: (name: string) => boolean = () => false) {
    for (const name of Object.keys(keys)) {
      const value = keys[name]
      const lower = name.toLowerCase()
      if (value !== undefined && !isHidden(lower)) this.byName.set(lower, value)
    }
  }

  get(name: string): string | readonly string[] | undefined {
    return this.byName.get(name.toLowerCase())
  }

  /** As `get`, of a name that is in lower case already. */
  getLower(name: string): string | readonly string[] | undefined {
    return this.byName.get(name)
  }

  /** The value of a single-valued key; a multivalued key cannot stand in a policy variable. */
  single(name: string): string | undefined {
    const value = this.get(name)
    return typeof value === 'string' ? value : undefined
  }
}
