/** A stretch of text in the colour of whose authority it names, or of what it decides. */
export interface ColourToken {
  readonly start: number
  readonly end: number
  readonly kind: 'role' | 'service' | 'user' | 'allow' | 'deny'
}

const strings = /"(?:[^"\\\n]|\\.)*"/g

function kindOf(text: string): ColourToken['kind'] | undefined {
  if (text === 'Allow') return 'allow'
  if (text === 'Deny') return 'deny'
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(text)) return 'service'
  if (/^(?:arn:[a-z-]*:iam::[0-9*]*|…):role\//.test(text)) return 'role'
  if (/^arn:[a-z-]*:(iam|sts)::[0-9*]*:(user\/|root$|assumed-role\/|federated-user\/)/.test(text)) return 'user'
  return undefined
}

/** Longer texts stay uncoloured: colouring is a help for reading, and nobody reads a megabyte. */
const longest = 200_000

/** Principals and effects in a JSON text, wherever they stand. Keys do not count. */
export function colourTokens(text: string): readonly ColourToken[] {
  if (text.length > longest) return []
  const tokens: ColourToken[] = []
  for (const match of text.matchAll(strings)) {
    const end = match.index + match[0].length
    const kind = kindOf(match[0].slice(1, -1))
    if (kind !== undefined && !/^\s*:/.test(text.slice(end, end + 4))) tokens.push({ start: match.index, end, kind })
  }
  return tokens
}
