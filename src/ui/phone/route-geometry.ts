import type { EdgeId, GateScene, Scene } from '../../present'
import type { Geometry, LineShape, Point, Rect } from '../stage/geometry'

/** What is open on the route: one gate at most; before the start, the gates name their documents. */
export interface RouteView {
  readonly open: 'iam' | 'sts' | undefined
  readonly idle: boolean
  /** Gates that were asked: with several roles they keep their list. */
  readonly asked: { readonly iam: boolean; readonly sts: boolean }
}

/** What a gate shows below its question. */
export function rowsShown({ roles }: GateScene, which: 'iam' | 'sts', { open, idle, asked }: RouteView): 'rows' | 'list' | undefined {
  if (idle) return undefined
  if (roles.length > 1) return open === which || asked[which] ? 'list' : undefined
  return open === which ? 'rows' : undefined
}

export type StopId = 'call' | 'gap' | 'credentials' | 'act'

/** The route's own parts beside the gates; the rest is as on the stage. */
export interface RouteGeometry extends Geometry {
  readonly stops: Readonly<Partial<Record<StopId, Rect>>>
  readonly view: RouteView
}

/** The route's text size; everything in it is in its ems. */
export const routeFont = 13.5

const railX = 32
const contentX = 64
const margin = 16
const gap = 10
const head = 38
const rowHeight = 18.1
/** A role in a list, the row under the one that is read, and the line that says who asks. */
const roleHeight = 24
const detailHeight = 22
const asksHeight = 31
const noteHeight = 22

/** How high a gate is with what it shows. */
function heightOf(scene: GateScene, which: 'iam' | 'sts', view: RouteView): number {
  switch (rowsShown(scene, which, view)) {
    case 'rows':
      return head + ((scene.roles[0]?.rows.length ?? 0) + (which === 'sts' ? 1 : 0)) * rowHeight + 11
    case 'list':
      return head + scene.roles.length * roleHeight + 8 + (view.open === which ? detailHeight + (which === 'sts' ? asksHeight : 0) : 0)
    default:
      return head + (view.idle ? noteHeight : 0)
  }
}

/** Air above and below a gate in its place: an open one stands freer. */
const airOf = (scene: GateScene, which: 'iam' | 'sts', view: RouteView): number =>
  view.idle ? 1 : rowsShown(scene, which, view) === 'rows' ? 6 : rowsShown(scene, which, view) === 'list' ? 0 : 2

const nowhere: Rect = { x: 0, y: 0, width: 0, height: 0 }
const unplaced: Point & { readonly align: 'left' } = { x: 0, y: 0, align: 'left' }

const hidden = [
  ...['call', 'return', 'error', 'pass-ask', 'pass-answer', 'assume-ask', 'assume-answer', 'act'].map((edge) => `label-${edge}`),
  ...['return', 'error', 'pass-ask', 'pass-answer', 'assume-ask', 'assume-answer', 'output'],
  ...['profile-bead', 'profile-gate', 'join', 'chain'],
]

/**
 * The same graph with time running down: the rail on the left, evidence hanging right of it. Where a number stands is where its
 * line turns.
 */
export function routeGeometry(width: number, scene: Scene, view: RouteView): RouteGeometry {
  const { idle } = view
  const contentWidth = width - contentX - margin
  let y = 10
  const place = (height: number): Rect => {
    const rect = { x: contentX, y, width: contentWidth, height }
    y += height + gap
    return rect
  }
  const placeGate = (which: 'iam' | 'sts'): Rect => {
    const [height, air] = [heightOf(scene.gates[which], which, view), airOf(scene.gates[which], which, view)]
    const rect = place(height + 2 * air)
    return { ...rect, y: rect.y + air, height }
  }
  const call = place(idle ? 56 : 44)
  const iam = placeGate('iam')
  const later = scene.timing?.kind === 'later' ? place(30) : undefined
  const sts = placeGate('sts')
  const small = idle ? 28 : 30
  const credentials = place(small)
  const act = scene.resource ? place(small) : undefined
  const middle = (rect: Rect): Point => ({ x: railX, y: rect.y + rect.height / 2 })
  const down = (from: Rect, to: Rect): LineShape => ({ points: [middle(from), middle(to)], head: 'none' })
  const none: LineShape = { points: [], head: 'none' }
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
  return {
    width,
    height: idle ? legend.y + 122 : y,
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
    chain: nowhere,
    account: nowhere,
    bead: unplaced,
    leaders: { 'profile-bead': [], 'profile-gate': [], join: [], chain: [] },
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
    view,
  }
}
