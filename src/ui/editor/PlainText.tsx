import { useMemo } from 'react'
import { colourTokens } from '../../language'

const classOf = { role: 'jr', service: 'jv', user: 'ju', allow: 'ja-', deny: 'jd-' } as const

/** Lines drawn before the editor has arrived. */
const shownLines = 200

/** The text as it can be read until the editor has arrived: numbered, with names in their colours. */
export function PlainText({ text, label }: { text: string; label: string }) {
  const lines = useMemo(() => {
    const tokens = colourTokens(text)
    let offset = 0
    return text
      .split('\n')
      .slice(0, shownLines)
      .map((line) => {
        const start = offset
        offset += line.length + 1
        const inside = tokens.filter((token) => token.start >= start && token.end <= start + line.length)
        const pieces: { text: string; kind: keyof typeof classOf | undefined; at: number }[] = []
        let from = start
        for (const token of inside) {
          pieces.push(
            { text: text.slice(from, token.start), kind: undefined, at: from },
            { text: text.slice(token.start, token.end), kind: token.kind, at: token.start },
          )
          from = token.end
        }
        pieces.push({ text: text.slice(from, start + line.length), kind: undefined, at: from })
        return { start, pieces }
      })
  }, [text])
  return (
    <div className="ed-body">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs a place in the tab order. */}
      <section className="code" tabIndex={0} aria-label={label}>
        {lines.map((line, index) => (
          <div className="l" data-n={index + 1} key={line.start}>
            <span className="t">
              {line.pieces.map((piece) => (
                <span key={piece.at} className={piece.kind && classOf[piece.kind]}>
                  {piece.text}
                </span>
              ))}
            </span>
          </div>
        ))}
      </section>
    </div>
  )
}
