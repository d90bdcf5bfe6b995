import { compilePattern, matchPattern, type Pattern } from './pattern'

/** An Action value, compiled: everything, nothing (it can never match), or service and name. */
export type ActionPattern =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'pair'; readonly service: Pattern; readonly name: Pattern }

/** Compiles an Action value. White space, a comma, an empty name or no colon: it never matches. */
export function compileAction(value: string): ActionPattern {
  if (value === '*') return { kind: 'all' }
  const colon = value.indexOf(':')
  const service = value.slice(0, colon).toLowerCase()
  const name = value.slice(colon + 1).toLowerCase()
  if (colon < 1 || name === '' || /[\s,]/.test(value)) return { kind: 'none' }
  if (service === '*' && name === '*') return { kind: 'all' }
  return { kind: 'pair', service: compilePattern(service), name: compilePattern(name) }
}

/** The action of a request, taken apart once. */
export interface RequestAction {
  readonly service: string
  readonly name: string
}

export function readAction(action: string): RequestAction {
  const colon = action.indexOf(':')
  return { service: action.slice(0, Math.max(colon, 0)).toLowerCase(), name: action.slice(colon + 1).toLowerCase() }
}

/** Actions compare without regard to case, service and name each on its own. */
export function matchAction(pattern: ActionPattern, action: RequestAction): boolean {
  if (pattern.kind === 'all') return true
  return pattern.kind === 'pair' && matchPattern(pattern.service, action.service) && matchPattern(pattern.name, action.name)
}
