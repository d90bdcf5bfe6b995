import { colourTokens } from '../../language'

const classOf = { role: 'jr', service: 'jv', user: 'ju', allow: 'ja-', deny: 'jd-' } as const

/** A line of JSON in the editor's colours. */
export function CodeLine({ text }: { text: string }) {
  const tokens = colourTokens(text)
  const pieces: { text: string; kind: string | undefined; at: number }[] = []
  let from = 0
  // Names of members are quieter than their values.
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    const [whole, colon] = match
    pieces.push({ text: text.slice(from, match.index), kind: undefined, at: from })
    const token = tokens.find(({ start, end }) => start >= match.index && end <= match.index + whole.length)
    const name = colon === undefined ? undefined : 'jk'
    pieces.push({ text: whole, kind: name ?? (token && classOf[token.kind]), at: match.index })
    from = match.index + whole.length
  }
  pieces.push({ text: text.slice(from), kind: undefined, at: from })
  return pieces.map((piece) => (
    <span key={`${String(piece.at)}${piece.kind ?? ''}`} className={piece.kind}>
      {piece.text}
    </span>
  ))
}
