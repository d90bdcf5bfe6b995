import type { EdgeId, GateScene, Scene } from '../../present'
import type { Geometry, LineShape, Point, Rect } from '../stage/geometry'

/** What is open on the route: one gate at most; before the start, the gates name their documents. */
export interface RouteView {
  readonly open: 'iam' | 'sts' | undefined
  readonly idle: boolean
}

export type StopId = 'call' | 'gap' | 'credentials' | 'act'

/** The route's own parts beside the gates; the rest is as on the stage. */
export interface RouteGeometry extends Geometry {
  readonly stops: Readonly<Partial<Record<StopId, Rect>>>
  /** Where a gate names its document, before the start. */
  readonly notes: { readonly iam: Rect; readonly sts: Rect } | undefined
}

/** The route's text size; everything in it is in its ems. */
export const routeFont = 13.5

const railX = 32
const contentX = 64
const margin = 16
const gap = 10
const head = 38
const rowHeight = 17.6
const roleHeight = 22.4

/** How high a gate is with its rows. */
function openHeight({ roles }: GateScene): number {
  const rows = Math.max(...roles.map((role) => role.rows.length), 0)
  const list = roles.length > 1 ? roles.length * roleHeight + 10 : 0
  return head + list + rows * rowHeight + 14
}

const nowhere: Rect = { x: 0, y: 0, width: 0, height: 0 }
const unplaced: Point & { readonly align: 'left' } = { x: 0, y: 0, align: 'left' }

const hidden = [
  ...['call', 'return', 'error', 'pass-ask', 'pass-answer', 'assume-ask', 'assume-answer', 'act'].map((edge) => `label-${edge}`),
  ...['return', 'error', 'pass-ask', 'pass-answer', 'assume-ask', 'assume-answer', 'output'],
  ...['profile-bead', 'profile-gate', 'join'],
]

/**
 * The same graph with time running down: the rail on the left, evidence hanging right of it. Where a number stands is where its
 * line turns.
 */
export function routeGeometry(width: number, scene: Scene, { open, idle }: RouteView): RouteGeometry {
  const contentWidth = width - contentX - margin
  let y = 14
  const place = (height: number): Rect => {
    const rect = { x: contentX, y, width: contentWidth, height }
    y += height + gap
    return rect
  }
  const gateHeight = (which: 'iam' | 'sts') => (idle ? 62 : open === which ? openHeight(scene.gates[which]) : head + 4)
  const call = place(idle ? 56 : 44)
  const iam = place(gateHeight('iam'))
  const later = scene.timing?.kind === 'later' ? place(30) : undefined
  const sts = place(gateHeight('sts'))
  const credentials = place(30)
  const act = scene.resource ? place(30) : undefined
  const middle = (rect: Rect): Point => ({ x: railX, y: rect.y + rect.height / 2 })
  const down = (from: Rect, to: Rect): LineShape => ({ points: [middle(from), middle(to)], head: 'down' })
  const none: LineShape = { points: [], head: 'down' }
  const legend = { x: margin, y: y + 6 }
  const lines: Record<EdgeId, LineShape> = {
    call: down(call, iam),
    return: none,
    error: none,
    'pass-ask': none,
    'pass-answer': none,
    'assume-rail': down(iam, sts),
    'assume-ask': none,
    'assume-answer': none,
    wear: down(sts, credentials),
    act: down(credentials, act ?? credentials),
    output: none,
  }
  const note = (gate: Rect): Rect => ({ x: gate.x + 12, y: gate.y + head - 3, width: gate.width - 24, height: 20 })
  return {
    width,
    height: idle ? legend.y + 96 : y,
    scale: routeFont / 14,
    compact: true,
    hidden: act ? hidden : [...hidden, 'act', 'station-5'],
    railY: railX,
    user: nowhere,
    frame: nowhere,
    controlPlane: nowhere,
    badge: nowhere,
    workload: nowhere,
    resource: nowhere,
    gates: { iam, sts },
    legend,
    plate: nowhere,
    sleeve: nowhere,
    gap: later ? middle(later) : unplaced,
    join: nowhere,
    account: nowhere,
    bead: unplaced,
    leaders: { 'profile-bead': [], 'profile-gate': [], join: [] },
    lines,
    stations: { 1: middle(call), 2: middle(iam), 3: middle(sts), 4: middle(credentials), 5: middle(act ?? credentials) },
    labels: {
      call: unplaced,
      return: unplaced,
      error: unplaced,
      'pass-ask': unplaced,
      'pass-answer': unplaced,
      'assume-rail': unplaced,
      'assume-ask': unplaced,
      'assume-answer': unplaced,
      wear: unplaced,
      act: unplaced,
      output: unplaced,
    },
    stops: { call, credentials, ...(later ? { gap: later } : {}), ...(act ? { act } : {}) },
    notes: idle ? { iam: note(iam), sts: note(sts) } : undefined,
  }
}
