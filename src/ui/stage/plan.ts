import type { Scene } from '../../present'
import { type ColumnShares, usualShares } from '../../state'
import type { Layout } from '../use-viewport'

/** The columns of the page, for the stage and the documents under it. In px. */
export interface Columns {
  readonly column1: number
  readonly column2X: number
  readonly column2Width: number
  readonly column3X: number
  readonly column3Width: number
}

export const padding = 16
const gap = 16

/** How far the columns may be moved before the stage above them has no room. */
export const shareLimits = { first: [0.23, 0.29], second: [0.46, 0.54] } as const

const within = (value: number, [least, most]: readonly [number, number]) => Math.max(least, Math.min(most, value))

/** The shares, moved as far as the limits let them. */
export const limitedShares = ({ first, second }: ColumnShares): ColumnShares => ({
  first: within(first, shareLimits.first),
  second: within(second, shareLimits.second),
})

/** The three columns at a width. `first`: the first column's own width, where it does not follow the page's. */
export function columnsOf(width: number, shares: ColumnShares = usualShares, first = Math.round(width * shares.first)): Columns {
  const rest = width - 2 * padding - 2 * gap - first
  const column2Width = rest * shares.second
  const column2X = padding + first + gap
  return {
    column1: first,
    column2X,
    column2Width,
    column3X: column2X + column2Width + gap,
    column3Width: rest - column2Width,
  }
}

/** What a narrow or a wide page's first column has of its share. */
export const firstOfShare = (width: number): number => (width >= 1700 ? 0.967 : width <= 1360 ? 0.985 : 1)

/** The page's columns at a width. */
export const pageColumns = (width: number, shares: ColumnShares = usualShares): Columns =>
  columnsOf(width, shares, Math.round(width * shares.first * firstOfShare(width)))

/** Width of the workload's side of the service's frame, at scale 1: a little less where the page is not the usual 1440 px. */
const workloadSide = (width: number) => (width >= 1700 ? 300 : width <= 1360 ? 290 : 304)

/** The measures of the stage that differ between layouts. Lengths in px; `k` is the scale. */
export interface Plan {
  readonly k: number
  readonly columns: Columns
  /** What the badge has left and right of the third column's edge, at scale 1. */
  readonly badge: readonly [number, number]
  /** The line from badge to workload, and the least between control plane and badge, at scale 1. */
  readonly stub: number
  readonly rail: number
  /** Where question and answer of the second gate drop and rise, from its left edge, at scale 1. */
  readonly drops: readonly [number, number]
  /** The middle of the resource. */
  readonly resourceX: number
  /** The right edge of the service's frame. */
  readonly frameRight: number
  /** One document at a time under it: names without details, no labels where there is no room, no legend. */
  readonly compact: boolean
  /** What is asked at the first gate stands left of its line: right of it the answer is too near. */
  readonly askLeft?: boolean
  /** Nodes that have no place. */
  readonly hidden: readonly string[]
}

const profile = ['sleeve', 'bead', 'profile-bead', 'profile-gate']
const noRoomInCompact = [
  'legend',
  ...['call', 'own-call', 'return', 'error', 'pass-answer', 'assume-ask', 'act'].map((edge) => `label-${edge}`),
  // What they say stands in the rows of the gate, in the terminal and in the headline.
  ...profile,
  'plate',
  'output',
  'chain',
  'packet-assume-rail',
]

/** Three columns that actors, checks and documents share. */
export function columnsPlan(k: number, columns: Columns, width: number): Plan {
  return {
    k,
    columns,
    badge: [74, 92],
    stub: 22,
    rail: 62,
    drops: [30, 76],
    resourceX: width - padding - 46 * k,
    frameRight: columns.column3X + Math.min(columns.column3Width, workloadSide(width) * k) + 24 * k,
    compact: false,
    hidden: [],
  }
}

/** Two gates side by side beside the caller; the columns are the stage's alone. */
export function compactPlan(width: number, k: number): Plan {
  const column2X = 112
  const rest = width - padding - column2X
  const column2Width = Math.min(rest * 0.51, 398 * k)
  const column3Width = Math.min(rest * 0.44, 398 * k)
  const column3X = width - padding - column3Width
  const resourceX = width - padding - 22 * k
  return {
    k,
    columns: { column1: 80, column2X, column2Width, column3X, column3Width },
    badge: [94, 72],
    stub: 18,
    rail: 36,
    drops: [14, 46],
    resourceX,
    frameRight: resourceX - (24 + 30) * k,
    compact: true,
    hidden: noRoomInCompact,
  }
}

/** Before a room the first column is narrower, for nothing is edited in it, and the narration says whose authority it is. */
export const presenterShares: ColumnShares = { first: 0.2357, second: 0.5 }

/** The presentation's columns, at a scale of 1 on a screen 1920 px wide. What hangs under the stage stands further apart than on the page. */
export function presenterColumns(width: number, scale: number): Columns {
  const columns = columnsOf(width, presenterShares)
  const more = 24 * scale - gap
  return {
    ...columns,
    column2X: columns.column2X + more,
    column3X: columns.column3X + more,
    column3Width: columns.column3Width - more,
  }
}

/** The stage's scale before a room, on such a screen. */
export const presenterScale = 1.6

/** The columns' plan, large. What stands between the two gates takes its room from the first. */
function presenterPlan(width: number, k: number, scene: Scene): Plan {
  const columns = presenterColumns(width, k / presenterScale)
  const between = scene.output || scene.join ? 104 * k : 0
  const column2Width = Math.min(columns.column2Width, columns.column3X - columns.column2X - between)
  const plan = columnsPlan(k, { ...columns, column2Width }, width)
  const several = scene.gates.sts.roles.length > 1
  return {
    ...plan,
    // The last station keeps its place between frame and resource, unless the frame holds two workloads.
    // The name of a session, or of somebody's workload, is longer than a workload's.
    frameRight: several
      ? plan.frameRight
      : Math.min(plan.frameRight, plan.resourceX - (28 + (scene.mode === 'direct' || scene.deputy ? 44 : 60)) * k),
    // What happens later takes the room beside the first question.
    askLeft: several && scene.timing?.kind === 'later',
    hidden: [
      'legend',
      // The sleeve's leader has the place of what returned.
      ...(scene.instanceProfile ? ['label-return'] : []),
      // The answers say for whom: there is no room for the second question, nor between the service's two halves.
      ...(scene.deputy ? ['label-assume-ask', 'packet-assume-rail'] : []),
    ],
  }
}

/** What the stage is drawn for: one of the page's layouts, or a room. A phone has a route of its own. */
export type StageLayout = Exclude<Layout, 'phone'> | 'presenter'

/** The plan of a layout. */
export function planOf(layout: StageLayout, width: number, scale: number, shares: ColumnShares, scene: Scene): Plan {
  if (layout === 'presenter') return presenterPlan(width, scale, scene)
  if (layout === 'tablet') return compactPlan(width, width < 800 ? Math.max(0.86, (scale * width) / 820) : scale)
  if (layout !== 'landscape') return columnsPlan(scale, pageColumns(width, shares), width)
  const plan = columnsPlan(scale, columnsOf(width, usualShares, landscapeColumn), width)
  // Two callers leave no room for words between them and the service.
  if (scene.deputy) return { ...plan, hidden: ['legend', 'label-own-call'] }
  // The sleeve has the legend's place, and its leader that of what returned: there is room for one of them.
  return scene.instanceProfile ? { ...plan, hidden: ['legend', 'label-return'] } : plan
}

/** The first column's width on a tablet held wide. */
export const landscapeColumn = 190
