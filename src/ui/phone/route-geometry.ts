import type { EdgeId, Scene } from '../../present'
import type { Geometry, LineShape, Point, Rect } from '../stage/geometry'

/** What is open on the route: one gate at most; before the start, the gates name their documents. */
export interface RouteView {
  readonly open: 'iam' | 'sts' | undefined
  readonly idle: boolean
  /** Gates that were asked: with several roles they keep their list. */
  readonly asked: { readonly iam: boolean; readonly sts: boolean }
}

/** What a gate shows below its question. `callers`: whom it was asked about, where the call is somebody else's. */
export function rowsShown({ gates, deputy }: Scene, which: 'iam' | 'sts', view: RouteView): 'rows' | 'list' | 'callers' | undefined {
  const { open, idle, asked } = view
  const { roles } = gates[which]
  if (idle) return undefined
  if (deputy && which === 'iam') return 'callers'
  if (roles.length > 1) return open === which || asked[which] ? 'list' : undefined
  return open === which ? 'rows' : undefined
}

export type StopId = 'own' | 'call' | 'gap' | 'credentials' | 'act'

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
/** One of those whom a gate was asked about. */
const callerHeight = 27

/** How high a gate is with what it shows. */
function heightOf(whole: Scene, which: 'iam' | 'sts', view: RouteView): number {
  const scene = whole.gates[which]
  switch (rowsShown(whole, which, view)) {
    case 'callers':
      return head + (whole.deputy?.callers.length ?? 0) * callerHeight + 8
    case 'rows':
      return head + ((scene.roles[0]?.rows.length ?? 0) + (which === 'sts' ? 1 : 0)) * rowHeight + 11
    case 'list':
      return head + scene.roles.length * roleHeight + 8 + (view.open === which ? detailHeight + (which === 'sts' ? asksHeight : 0) : 0)
    default:
      return head + (view.idle ? noteHeight : 0)
  }
}

/** Air above and below a gate in its place: an open one stands freer. */
const airOf = (scene: Scene, which: 'iam' | 'sts', view: RouteView): number =>
  view.idle ? 1 : rowsShown(scene, which, view) === 'rows' ? 6 : rowsShown(scene, which, view) === 'list' ? 0 : 2

const nowhere: Rect = { x: 0, y: 0, width: 0, height: 0 }
const unplaced: Point & { readonly align: 'left' } = { x: 0, y: 0, align: 'left' }

const hidden = [
  ...['call', 'own-call', 'return', 'error', 'pass-ask', 'pass-answer', 'assume-ask', 'assume-answer', 'act'].map(
    (edge) => `label-${edge}`,
  ),
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
    const [height, air] = [heightOf(scene, which, view), airOf(scene, which, view)]
    const rect = place(height + 2 * air)
    return { ...rect, y: rect.y + air, height }
  }
  const own = scene.deputy ? place(44) : undefined
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
    'own-call': own ? down(own, call) : none,
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
    hidden: [...hidden, ...(act ? [] : ['act', 'station-5']), ...(own ? [] : ['own-call'])],
    railY: railX,
    user: nowhere,
    owner: nowhere,
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
    stations: {
      own: middle(own ?? call),
      1: middle(call),
      2: middle(iam),
      3: middle(sts),
      4: middle(credentials),
      5: middle(act ?? credentials),
    },
    labels: {
      call: unplaced,
      'own-call': unplaced,
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
    stops: { ...(own ? { own } : {}), call, credentials, ...(later ? { gap: later } : {}), ...(act ? { act } : {}) },
    view,
  }
}
