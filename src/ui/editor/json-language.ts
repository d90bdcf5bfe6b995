import type * as api from 'monaco-editor/editor'
import { type JsonToken, scanJson } from '../../lib/json-scanner'

type Monaco = typeof api

const scopes: Readonly<Partial<Record<JsonToken['kind'], string>>> = {
  '{': 'delimiter.bracket.json',
  '}': 'delimiter.bracket.json',
  '[': 'delimiter.array.json',
  ']': 'delimiter.array.json',
  ':': 'delimiter.colon.json',
  ',': 'delimiter.comma.json',
  number: 'number.json',
  true: 'keyword.json',
  false: 'keyword.json',
  null: 'keyword.json',
  comment: 'comment.json',
}

/** Whether a line begins inside a comment that an earlier one opened. */
class LineState {
  constructor(readonly insideComment: boolean) {}
  clone(): LineState {
    return this
  }
  equals(other: api.languages.IState): boolean {
    return other instanceof LineState && other.insideComment === this.insideComment
  }
}

const isOpenComment = (comment: string) => comment.startsWith('/*') && (comment.length < 4 || !comment.endsWith('*/'))

interface LineTokens {
  readonly tokens: { startIndex: number; scopes: string }[]
  readonly insideComment: boolean
}

/** The tokens of one line, white space among them, without which it would count as part of the token before. A string in front of a colon is a key. */
export function tokenizeJsonLine(line: string, insideComment: boolean): LineTokens {
  const tokens: LineTokens['tokens'] = []
  const commentEnd = insideComment ? line.indexOf('*/') : -2
  if (insideComment) tokens.push({ startIndex: 0, scopes: 'comment.json' })
  if (commentEnd === -1) return { tokens, insideComment: true }
  let last = commentEnd + 2
  for (let token = scanJson(line, last); token.kind !== 'end'; token = scanJson(line, last)) {
    const { kind, start, end } = token
    if (start > last) tokens.push({ startIndex: last, scopes: '' })
    const isKey = kind === 'string' && scanJson(line, end).kind === ':'
    tokens.push({ startIndex: start, scopes: kind === 'string' ? `string.${isKey ? 'key' : 'value'}.json` : (scopes[kind] ?? '') })
    if (kind === 'comment' && isOpenComment(line.slice(start, end))) return { tokens, insideComment: true }
    last = end
  }
  return { tokens, insideComment: false }
}

/** Teaches Monaco what JSON looks like, with the project's own scanner. Monaco's JSON mode would bring a worker of an eighth of the site. */
export function registerJson(languages: Monaco['languages']): void {
  languages.register({ id: 'json' })
  languages.setLanguageConfiguration('json', {
    wordPattern: /(-?\d*\.\d\w*)|([^[{\]}:",\s]+)/g,
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['string'] },
      { open: '[', close: ']', notIn: ['string'] },
      { open: '"', close: '"', notIn: ['string'] },
    ],
  })
  languages.setTokensProvider('json', {
    getInitialState: () => new LineState(false),
    tokenize: (line, state) => {
      const { tokens, insideComment } = tokenizeJsonLine(line, state instanceof LineState && state.insideComment)
      return { tokens, endState: new LineState(insideComment) }
    },
  })
}
