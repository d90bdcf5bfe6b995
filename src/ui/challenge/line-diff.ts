import { diffArrays } from 'diff'

/** Lines that would go, and lines that would come in their place. */
export interface Hunk {
  /** The first line that goes, from 1; where none goes, the line in front of which the others come. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

const linesOf = (text: string) => text.split(/\r?\n/)

/** The changes that make one text into another, line by line, from the top down. */
export function lineDiff(before: string, after: string): readonly Hunk[] {
  const hunks: Hunk[] = []
  let line = 1
  let open: { line: number; removed: string[]; added: string[] } | undefined
  for (const { value, added, removed } of diffArrays(linesOf(before), linesOf(after))) {
    if (!added && !removed) {
      open = undefined
      line += value.length
      continue
    }
    if (!open) {
      open = { line, removed: [], added: [] }
      hunks.push(open)
    }
    if (added) open.added.push(...value)
    else {
      open.removed.push(...value)
      line += value.length
    }
  }
  return hunks
}

/** A text with changes made in it. */
export function withHunks(text: string, hunks: readonly Hunk[]): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = linesOf(text)
  for (const { line, removed, added } of [...hunks].reverse()) lines.splice(line - 1, removed.length, ...added)
  return lines.join(end)
}
