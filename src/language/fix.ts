import { unwrapPolicyText } from '../iam'
import { type JsonRepair, repairJson } from '../lib/json-repair'
import type { Diagnostic } from './diagnose'
import { withBeside, withoutItem, withPassedTo, withVersion } from './fix-edits'

/** A way out of a problem: the whole text as it would be. */
export type Fix =
  | { readonly kind: 'unwrap'; readonly text: string }
  | { readonly kind: 'use'; readonly name: string; readonly text: string }
  /** `name` is put beside what stands there. */
  | { readonly kind: 'add'; readonly name: string; readonly text: string }
  | { readonly kind: 'add-version'; readonly text: string }
  | { readonly kind: 'add-passed-to'; readonly text: string }
  /** `name` is the role's own, `app-task`. */
  | { readonly kind: 'only-role'; readonly name: string; readonly text: string }
  | { readonly kind: 'remove'; readonly text: string }
  | { readonly kind: 'repair'; readonly repair: JsonRepair; readonly text: string }

/** What the request at hand passes: a fix names that, and nothing where there is no such request. */
export interface PassedNames {
  readonly roleArns: readonly string[]
  readonly services: readonly string[]
}

const nothing: PassedNames = { roleArns: [], services: [] }

const jsonNumber = /^\d+$/
const jsonString = /^"(?:[^"\\]|\\.)*"$/

/** Of an ARN only what differs from the one that stands there: a button has no room for more. */
function shortName(code: string, suggestion: string): string {
  const parts = suggestion.split(':')
  if (code === 'pass-role-path') return parts.slice(5).join(':')
  return code === 'pass-role-other-account' ? parts.slice(4).join(':') : suggestion
}

type TextFix = Exclude<Fix, { readonly name: string } | { readonly kind: 'repair' }>

const made = (kind: TextFix['kind'], text: string | undefined): Fix | undefined => (text === undefined ? undefined : { kind, text })

/**
 * What would mend a problem: the policy inside what wraps it, the name that was probably meant, what is missing or too much.
 * Undefined: nobody can tell. The text may have moved on since the problem was found, so each fix looks before it changes anything.
 */
export function fixFor(
  { code, start, end, suggestion, addition }: Diagnostic,
  text: string,
  passed: PassedNames = nothing,
): Fix | undefined {
  const [roleArn, ...others] = passed.roleArns
  const isString = jsonString.test(text.slice(start, end))
  const put = (value: string) => text.slice(0, start) + JSON.stringify(value) + text.slice(end)
  switch (code) {
    case 'wrapped-policy':
    case 'url-encoded-policy':
      return made('unwrap', unwrapPolicyText(text))
    case 'json-syntax':
    case 'json-trailing-comma':
    case 'json-comment': {
      const repair = repairJson(text)
      return repair && { kind: 'repair', repair, text: repair.text }
    }
    case 'missing-version':
      return made('add-version', withVersion(text, start))
    case 'pass-role-any-role':
    case 'pass-role-no-service':
      return made('add-passed-to', withPassedTo(text, start, passed.services))
    case 'pass-role-every-role':
      if (roleArn === undefined || others.length > 0 || !isString) return undefined
      return { kind: 'only-role', name: roleArn.split('/').at(-1) ?? roleArn, text: put(roleArn) }
    case 'redundant-value':
    case 'duplicate-statement':
      return made('remove', withoutItem(text, start, end))
    default: {
      const added = addition === undefined ? undefined : withBeside(text, start, end, addition)
      if (addition !== undefined) return added === undefined ? undefined : { kind: 'add', name: addition, text: added }
      if (suggestion !== undefined && jsonNumber.test(suggestion) && jsonNumber.test(text.slice(start, end)))
        return { kind: 'use', name: suggestion, text: text.slice(0, start) + suggestion + text.slice(end) }
      return suggestion === undefined || !isString ? undefined : { kind: 'use', name: shortName(code, suggestion), text: put(suggestion) }
    }
  }
}
