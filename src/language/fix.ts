import { unwrapPolicyText } from '../iam'
import type { Diagnostic } from './diagnose'

/** A way out of a problem: the whole text as it would be. */
export type Fix =
  | { readonly kind: 'unwrap'; readonly text: string }
  | { readonly kind: 'use'; readonly name: string; readonly text: string }

const jsonString = /^"(?:[^"\\]|\\.)*"$/

/** What would mend a problem: the policy inside what wraps it, or the name that was probably meant. Undefined: nobody can tell. */
export function fixFor({ code, start, end, suggestion }: Diagnostic, text: string): Fix | undefined {
  if (code === 'wrapped-policy' || code === 'url-encoded-policy') {
    const inner = unwrapPolicyText(text)
    return inner === undefined ? undefined : { kind: 'unwrap', text: inner }
  }
  // The text may have moved on since the problem was found: only a name is ever replaced by a name.
  if (suggestion === undefined || !jsonString.test(text.slice(start, end))) return undefined
  return { kind: 'use', name: suggestion, text: text.slice(0, start) + JSON.stringify(suggestion) + text.slice(end) }
}
