import { type JsonToken, scanJson } from './json-scanner'
import { parseJson } from './json-tree'

/** White space to put in place of what stands from `start` to `end` (UTF-16 offsets, `end` exclusive). */
export interface LayoutEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** `indent`: what one level is moved in by; `lineEnd`: `\n` or `\r\n`. */
export interface JsonLayout {
  readonly indent: string
  readonly lineEnd: string
}

const opens = ({ kind }: JsonToken) => kind === '{' || kind === '['
const closes = ({ kind }: JsonToken) => kind === '}' || kind === ']'

/**
 * What to change in the white space of a JSON text so that every member and item stands on a line of its own. Nothing but white space is
 * replaced; a text that is not JSON stays as it is.
 */
export function layOutJson(text: string, { indent, lineEnd }: JsonLayout): readonly LayoutEdit[] {
  if (!parseJson(text, 'layout').valid) return []
  const edits: LayoutEdit[] = []
  let depth = 0
  let before: JsonToken | undefined
  for (let token = scanJson(text, 0); ; token = scanJson(text, token.end)) {
    if (closes(token)) depth--
    const line = () => lineEnd + indent.repeat(depth)
    let space = ''
    if (before && opens(before)) space = closes(token) ? '' : line()
    else if (closes(token) || before?.kind === ',') space = line()
    else if (before?.kind === ':') space = ' '
    if (opens(token)) depth++
    const start = before?.end ?? 0
    if (text.slice(start, token.start) !== space) edits.push({ start, end: token.start, text: space })
    if (token.kind === 'end') return edits
    before = token
  }
}
