import { compilePattern, matchPattern, type Pattern } from './pattern'

/** An Action value, compiled: everything, nothing (it can never match), one action, all actions that begin so, or service and name. */
export type ActionPattern =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'exact'; readonly text: string }
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'pair'; readonly service: Pattern; readonly name: Pattern }

/** Compiles an Action value. White space, a comma, an empty name or no colon: it never matches. */
export function compileAction(value: string): ActionPattern {
  if (value === '*') return { kind: 'all' }
  const text = value.toLowerCase()
  const colon = text.indexOf(':')
  const service = text.slice(0, colon)
  const name = text.slice(colon + 1)
  if (colon < 1 || name === '' || /[\s,]/.test(value)) return { kind: 'none' }
  if (service === '*' && name === '*') return { kind: 'all' }
  const wildcard = text.search(/[*?]/)
  if (wildcard < 0) return { kind: 'exact', text }
  if (wildcard > colon && wildcard === text.length - 1 && text.endsWith('*')) return { kind: 'prefix', text: text.slice(0, -1) }
  return { kind: 'pair', service: compilePattern(service), name: compilePattern(name) }
}

/** The action of a request, taken apart once, in lower case. */
export interface RequestAction {
  readonly text: string
  readonly service: string
  readonly name: string
}

export function readAction(action: string): RequestAction {
  const text = action.toLowerCase()
  const colon = text.indexOf(':')
  return { text, service: text.slice(0, Math.max(colon, 0)), name: text.slice(colon + 1) }
}

/** Actions compare without regard to case, service and name each on its own. */
export function matchAction(pattern: ActionPattern, action: RequestAction): boolean {
  switch (pattern.kind) {
    case 'exact':
      return pattern.text === action.text
    case 'prefix':
      return action.text.startsWith(pattern.text)
    case 'pair':
      return matchPattern(pattern.service, action.service) && matchPattern(pattern.name, action.name)
    default:
      return pattern.kind === 'all'
  }
}
