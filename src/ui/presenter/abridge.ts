import type { TerminalPanel, TerminalSpan } from '../../present'

type Line = readonly TerminalSpan[]

/** `arn:aws:iam::111122223333:user/aya` without what every ARN of the lesson has in common: `…user/aya`. */
const shortened = (text: string): string => text.replace(/arn:[\w-]*:[\w-]*:[\w-]*:[\w*]*:([\w+=,.@/*:-]*[\w*/])/g, '…$1')

const opening = /^ when calling the \w+ operation: /

/** An error's line as the room can read it: the code by itself, and the sentence without what leads up to it. */
function errorLines(line: Line): readonly Line[] {
  const [first, second, ...rest] = line
  const code = first?.tone === 'error' ? /^An error occurred \((.+)\)$/.exec(first.text)?.[1] : undefined
  if (code === undefined || !second || !opening.test(second.text)) return [line]
  const sentence = [{ ...second, text: second.text.replace(opening, '') }, ...rest]
  return [[{ text: code, tone: 'error' }], sentence.filter((span) => span.text !== '')]
}

/** Who the caller has become stands in two pieces: its ARN begins in the one, and what matters of it is the other. */
const withoutStart = (line: Line): Line =>
  line.map((span, index) =>
    line[index + 1]?.tone === 'good-key' ? { ...span, text: span.text.replace(/arn:[\w-]*:[\w-]*:[\w-]*:\d*:$/, '…') } : span,
  )

/** Once it says who the caller has become: the commands, and of the answers the lines that something is marked in. The headline says the rest. */
function marked(lines: readonly Line[]): readonly Line[] {
  if (!lines.some((line) => line.some(({ tone }) => tone === 'good-key'))) return lines
  return lines.filter((line) => new Set(line.map(({ tone }) => tone)).size > 1).map(withoutStart)
}

const isError = (line: Line): boolean => line[0]?.tone === 'error'

/** A terminal for a projector: names shortened; once there is an error, the error alone. */
export function abridge(panel: TerminalPanel): readonly Line[] {
  const at = panel.lines.findIndex(isError)
  const lines = at < 0 ? panel.lines : panel.lines.slice(at).filter((line) => line.some((span) => span.tone !== 'dim'))
  return marked(lines)
    .flatMap(errorLines)
    .map((line) => line.map((span) => ({ ...span, text: shortened(span.text) })))
}
