import { nearest } from '../../lib/nearest'
import type { Located } from '../../lib/span'
import { compilePattern, matchPattern } from '../match/pattern'
import type { PolicyDocument } from '../parse/policy-document'
import type { Problem } from '../terms'
import { finding } from './finding'

/** Names that are known. Those in lists are some of many: whatever is none of these, but nearly one, is taken for a slip. */
export interface KnownNames {
  readonly actions: readonly string[]
  readonly contextKeys: readonly string[]
  /** Every action of a service prefix (`ecs`), without the prefix; `no-such-service`; undefined while it is not known. */
  readonly actionsOf?: (service: string) => readonly string[] | 'no-such-service' | undefined
  /** Service principals that are documented to send `aws:SourceAccount` or `aws:SourceArn` when they take on a role. */
  readonly sourceKeySenders?: readonly string[]
  /** Service principals that send `sts:ExternalId` when they take on a role: few do. */
  readonly externalIdSenders?: readonly string[]
}

/** Slips are small: one or two letters. A name further off may be right, and unknown to us. */
function slip(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase()
  if (/[*?$]/.test(name) || known.some((candidate) => candidate.toLowerCase() === lower)) return undefined
  const service = lower.split(':')[0]
  const suggestion = nearest(
    name,
    known.filter((candidate) => candidate.toLowerCase().split(':')[0] === service),
  )
  if (suggestion === undefined) return undefined
  const off = Math.abs(suggestion.length - name.length)
  const shared = [...lower].filter((letter, index) => suggestion.toLowerCase()[index] === letter).length
  return off <= 2 && shared >= suggestion.length / 2 ? suggestion : undefined
}

function nearly(code: string, names: readonly Located<string>[], known: readonly string[]): Problem[] {
  return names.flatMap(({ value, span }): Problem[] => {
    const suggestion = slip(value, known)
    return suggestion === undefined ? [] : [{ code, severity: 'warning', span, facts: { name: value, suggestion }, foundBy: 'lint' }]
  })
}

/** A policy of a megabyte may hold a hundred thousand names: beyond this many different ones none is looked up. */
const mostNames = 1000

/** An action against every action of its service, where that is known; else against the few that are. */
function actionProblems(value: Located<string>, { actions, actionsOf }: KnownNames): Problem[] {
  const colon = value.value.indexOf(':')
  const service = value.value.slice(0, Math.max(colon, 0)).toLowerCase()
  const name = value.value.slice(colon + 1)
  const known = colon < 1 || /[*?$]/.test(service) || name === '' ? undefined : actionsOf?.(service)
  if (known === undefined) return nearly('unknown-action', [value], actions)
  if (known === 'no-such-service') return [finding('action-unknown-service', 'error', value.span, { service, name: value.value })]
  const pattern = compilePattern(name.toLowerCase())
  if (name.includes('$') || known.some((candidate) => matchPattern(pattern, candidate.toLowerCase()))) return []
  const meant = /[*?]/.test(name) ? undefined : nearest(name, known)
  const facts = { name: value.value, ...(meant ? { suggestion: `${service}:${meant}` } : {}) }
  return [{ code: 'unknown-action', severity: 'error', span: value.span, facts, foundBy: 'lint' }]
}

/** Each name looked up once; the same finding again at every other place. */
function lookedUpOnce(look: (value: Located<string>) => readonly Problem[]): (value: Located<string>) => readonly Problem[] {
  const answers = new Map<string, readonly Problem[]>()
  return (value) => {
    const answer = answers.get(value.value)
    if (answer) return answer.map((problem) => ({ ...problem, span: value.span }))
    if (answers.size >= mostNames) return []
    const found = look(value)
    answers.set(value.value, found)
    return found
  }
}

/** Actions and condition keys that nobody knows, or that are one slip away from a known one: they play, with a note at the place. */
export function nearMisses(document: PolicyDocument, known: KnownNames): readonly Problem[] {
  const action = lookedUpOnce((value) => actionProblems(value, known))
  const key = lookedUpOnce((value) => nearly('unknown-key', [value], known.contextKeys))
  return document.statements.flatMap((statement) => [
    ...(statement.action?.values ?? []).flatMap(action),
    ...statement.conditions.flatMap((condition) => key(condition.key)),
  ])
}
