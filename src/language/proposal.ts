import { scanJson } from '../lib/json-scanner'
import type { ElementAt } from './element-at'

/** What a proposal is; decides its glyph. */
export type ProposalKind = 'element' | 'service' | 'action' | 'role' | 'user' | 'resource' | 'principal' | 'operator' | 'key' | 'value'

/** One thing that could be written at the caret. */
export interface Proposal {
  readonly label: string
  readonly kind: ProposalKind
  /** Replaces the text from `start` to `end`. `$0` and `${1:…}` are where the caret goes; literal signs are escaped. */
  readonly snippet: string
  readonly start: number
  readonly end: number
  /** What is compared with what is typed. */
  readonly filter: string
  /** Its part in this request, or what it is: stands at the right. */
  readonly note: string
  /** A sentence below. */
  readonly detail: string
  /** Whether this very request needs it: such proposals come first. */
  readonly needed: boolean
  /** Whether more is to be proposed as soon as it is taken. */
  readonly goesOn: boolean
}

/** A name that could be written, before it is known where. */
export interface Candidate {
  readonly label: string
  readonly kind: ProposalKind
  readonly note?: string
  readonly detail?: string
  readonly needed?: boolean
  /** For a key: its value as a snippet. Default: a string. */
  readonly value?: string
  /** For a value: the string's content as a snippet, when it is more than the label. */
  readonly content?: string
  readonly goesOn?: boolean
}

/** Text as a snippet takes it literally. */
export const literal = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

/** The inside of a JSON string, in a snippet. */
export const literalContent = (text: string): string => literal(JSON.stringify(text).slice(1, -1))

function snippetOf(candidate: Candidate, element: ElementAt, comma: string): string {
  const { label, value = '"$0"', content = literalContent(label) } = candidate
  if (element.part === 'value') return `"${content}"${comma}`
  return element.colon ? `"${literalContent(label)}"` : `"${literalContent(label)}": ${value}${comma}`
}

/** Puts candidates at a place: what this request needs first, each name once, with the quotes, colon and comma that are missing. */
export function proposalsAt(text: string, element: ElementAt, candidates: readonly Candidate[]): readonly Proposal[] {
  const following = scanJson(text, element.end)
  const comma = following.kind === 'string' && !element.colon ? ',' : ''
  const seen = new Set<string>()
  return [...candidates]
    .sort((a, b) => Number(b.needed ?? false) - Number(a.needed ?? false))
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .map((candidate) => ({
      label: candidate.label,
      kind: candidate.kind,
      snippet: snippetOf(candidate, element, comma),
      start: element.start,
      end: element.end,
      filter: element.quoted || element.value === '' ? JSON.stringify(candidate.label) : candidate.label,
      note: candidate.note ?? '',
      detail: candidate.detail ?? '',
      needed: candidate.needed ?? false,
      goesOn: candidate.goesOn ?? element.part === 'key',
    }))
}
