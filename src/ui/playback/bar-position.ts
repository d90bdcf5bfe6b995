import { isPassedBy, type Segment, type SegmentId, type Timeline } from '../../present'
import { emsOf } from '../text-width'

/** What a stretch usually takes, in ms: before the first play, what will not be reached is as wide as if it were. */
const usual: Readonly<Record<SegmentId, number>> = {
  call: 3000,
  pass: 5600,
  return: 1800,
  wait: 2800,
  assume: 5600,
  credentials: 3000,
  'assume-later': 5600,
  'credentials-later': 3000,
  act: 3600,
  error: 3000,
}

/** The narrowest bar that has to hold its words at 1280 px or more, and on a tablet. In px. */
export const narrowestBar = { columns: 930, tablet: 585 } as const

/** What stands beside a name, in px. */
const besideName = 37
const letterWidth = 30
const markWidth = 21
const nameSize = 12.5

function leastShare(cell: Segment, started: boolean, name: string, bar: number, passedBy: boolean): number {
  if (started && !cell.reached && !passedBy) return besideName / bar
  const letters = started ? cell.parts.filter((part) => part.letter !== undefined).length : 0
  const marks = letters > 0 ? letters * letterWidth : started && cell.verdict ? markWidth : 0
  return (emsOf(name) * nameSize + besideName + marks) / bar
}

/** Shares that add up to 1, none under its least, the others in the proportion of their weights. */
export function sharesOf(weights: readonly number[], least: readonly number[]): readonly number[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const crowded = sum(least)
  if (crowded >= 1) return least.map((share) => share / crowded)
  let fixed = new Set<number>()
  for (;;) {
    const free = 1 - sum(least.filter((_, index) => fixed.has(index)))
    const total = sum(weights.filter((_, index) => !fixed.has(index)))
    const shares = weights.map((weight, index) => (fixed.has(index) ? (least[index] ?? 0) : (weight / total) * free))
    const short = shares.flatMap((share, index) => (share < (least[index] ?? 0) - 1e-9 ? [index] : []))
    if (short.length === 0) return shares
    fixed = new Set([...fixed, ...short])
  }
}

/**
 * The cells of the bar, each as wide as it lasts and at least as wide as its name. Before the first play they do not tell that there
 * will be an error, nor where.
 */
export function cellsOf(
  timeline: Timeline,
  started: boolean,
  nameOf: (segment: Segment) => string,
  bar: number = narrowestBar.columns,
): readonly Segment[] {
  const shown = started ? timeline.segments : timeline.segments.filter((segment) => segment.id !== 'error')
  const passedBy = shown.map((cell) => isPassedBy(timeline, cell))
  const weights = shown.map((cell, index) => (started || cell.reached || passedBy[index] ? cell.weight : usual[cell.id]))
  const shares = sharesOf(
    weights,
    shown.map((cell, index) => leastShare(cell, started, nameOf(cell), bar, passedBy[index] === true)),
  )
  return shown.map((cell, index) => ({ ...cell, weight: shares[index] ?? 0 }))
}

const totalOf = (cells: readonly Segment[]) => cells.reduce((sum, cell) => sum + cell.weight, 0)

/** How much of a stretch of time has passed: 0 to 1. */
export const shareOf = ({ start, end }: { readonly start: number; readonly end: number }, t: number): number =>
  end > start ? Math.max(0, Math.min(1, (t - start) / (end - start))) : 0

/** The needle's place in the bar (0 to 1), whose cells are as wide as their weights. */
export function positionOf(cells: readonly Segment[], t: number): number {
  const total = totalOf(cells)
  let before = 0
  const reached = cells.slice(0, cells.findLastIndex((cell) => cell.reached) + 1)
  for (const cell of reached) {
    if (t < cell.end) return (before + shareOf(cell, t) * cell.weight) / total
    before += cell.weight
  }
  return total === 0 ? 0 : before / total
}

/** The time at a place of the bar (0 to 1); past what was reached it is the end. */
export function timeAt(cells: readonly Segment[], share: number, end: number): number {
  let left = Math.max(0, Math.min(1, share)) * totalOf(cells)
  const reached = cells.slice(0, cells.findLastIndex((cell) => cell.reached) + 1)
  for (const cell of reached) {
    if (left <= cell.weight) return cell.start + (left / cell.weight) * (cell.end - cell.start)
    left -= cell.weight
  }
  return end
}
