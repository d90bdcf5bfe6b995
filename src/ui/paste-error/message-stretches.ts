import type { ErrorPart } from '../../simulate'

/** A piece of the message as it is drawn. */
export interface Stretch {
  readonly text: string
  readonly at: number
  readonly part: ErrorPart | undefined
}

/** The message cut where its parts begin and end; nothing of it is lost. */
export function messageStretches(text: string, parts: readonly ErrorPart[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  const push = (end: number, part: ErrorPart | undefined) => {
    if (end > at) stretches.push({ text: text.slice(at, end), at, part })
    at = Math.max(at, end)
  }
  for (const part of parts) {
    push(part.span.start, undefined)
    push(part.span.end, part)
  }
  push(text.length, undefined)
  return stretches
}
