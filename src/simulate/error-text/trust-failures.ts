import { fullCatalogue } from '../../catalog'

/** A service's own words for a role that it could not take on. */
export interface TrustFailure {
  /** The template, on one line. */
  readonly words: string
  /** How much of it is said the same each time. */
  readonly weight: number
  /** The calls that may end in it, each once. */
  readonly calls: readonly string[]
  /** Group 1, where there is one, is the role. */
  readonly pattern: RegExp
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A template as what matches it: names are whatever stands there, `…` anything. */
export function patternOf(words: string): RegExp {
  let role = false
  const source = words
    .split(/(<[^<>]+>|…)/)
    .map((part) => {
      if (part === '…') return ''
      if (part === '<role-arn>' || part === '<role-name>') {
        if (role) return '\\S{1,2048}?'
        role = true
        return '(arn:[\\w-]{1,20}:iam::\\d{12}:role/[\\w+=,.@/-]{1,600}|[\\w+=,.@-]{1,128})'
      }
      return part.startsWith('<') && part.endsWith('>') ? '[^"\']{1,400}?' : escaped(part)
    })
    .join('')
  // A full stop at the end is lost as often as not.
  return new RegExp(`${source.replace(/\\\.$/, '')}(?![\\w/-])`, 'i')
}

/** What stands around it depends on where it is read. */
export const coreOf = (message: string): string => {
  const json = /"Message" : "(.*?)\s*…?"/.exec(message)?.[1]
  return (json ?? message.replace(/^.*\(error (.*)\)$/, '$1')).replace(/\s+/g, ' ').replace(/\s*…$/, '').trim()
}

function collect(): readonly TrustFailure[] {
  const found = new Map<string, Set<string>>()
  for (const { calls } of fullCatalogue.services) {
    for (const { action, passSites } of calls) {
      for (const { trustFailure } of passSites) {
        if (trustFailure.message === '') continue
        const words = coreOf(trustFailure.message)
        const known = found.get(words) ?? new Set<string>()
        known.add(action)
        found.set(words, known)
      }
    }
  }
  return [...found].map(([words, calls]) => ({
    words,
    weight: words.replace(/<[^<>]+>/g, '').length,
    calls: [...calls],
    pattern: patternOf(words),
  }))
}

let known: readonly TrustFailure[] | undefined

/** All that the catalogue knows. */
export const trustFailures = (): readonly TrustFailure[] => {
  known ??= collect()
  return known
}
