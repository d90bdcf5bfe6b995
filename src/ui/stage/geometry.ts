import type { EdgeId, Scene } from '../../present'
import { type Plan, padding } from './plan'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Thin lines that join things without anything travelling on them. */
export type LeaderId = 'profile-bead' | 'profile-gate' | 'join' | 'chain'

/** A line from its first point to its last. `head`: where the arrow looks, if there is one. */
export interface LineShape {
  readonly points: readonly Point[]
  readonly head: 'left' | 'right' | 'up' | 'down' | 'none'
}

/** Where everything stands, for one width and scale: three columns (ask, hand over, assume) that actors, checks and documents share. */
export interface Geometry {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly compact: boolean
  /** Nodes and lines that this layout does without. */
  readonly hidden: readonly string[]
  readonly railY: number
  readonly user: Rect
  /** The owner, where the call is somebody else's. */
  readonly owner: Rect
  readonly frame: Rect
  readonly controlPlane: Rect
  readonly badge: Rect
  readonly workload: Rect
  readonly resource: Rect
  readonly gates: { readonly iam: Rect; readonly sts: Rect }
  readonly legend: Point
  readonly plate: Rect
  readonly sleeve: Rect
  readonly gap: Point
  readonly join: Rect
  /** What may follow a direct call: beside the second gate, under the last station's line. */
  readonly chain: Rect
  /** The frame of another account; it reaches down around the documents of its column. */
  readonly account: Rect
  /** Where the profile's leader leaves the request line. */
  readonly bead: Point
  readonly leaders: Readonly<Record<LeaderId, readonly Point[]>>
  readonly lines: Readonly<Record<EdgeId, LineShape>>
  readonly stations: Readonly<Record<1 | 2 | 3 | 4 | 5 | 'own', Point>>
  /** Where a line's label stands; `align` says which end touches the point. */
  readonly labels: Readonly<Record<EdgeId, Point & { readonly align: 'left' | 'right' | 'center' }>>
}

/** What stands on the stage only where the call is somebody else's. */
const ownersParts = ['owner', 'own-call', 'label-own-call', 'station-own', 'packet-assume-rail']

/** Width of a character of a label, at scale 1. */
const monoCharacter = 7.1

/** Computes every rectangle and line of the stage. The plan's `k` is the scale: 1 at 1440×900. */
export function stageGeometry(width: number, plan: Plan, scene: Scene): Geometry {
  const { k, compact, resourceX, frameRight } = plan
  const { column2X: x2, column3X: x3, column2Width, column3Width } = plan.columns
  const several = scene.gates.iam.roles.length > 1
  // The plate of a later failure stands between the gates.
  const platePlace = scene.output && !plan.hidden.includes('plate') ? 100 * k : 0
  const singleWidth = Math.min(column2Width, 398 * k, x3 - x2 - platePlace)
  // The list of roles takes the whole column, except where the place of a later failure has to stand beside it.
  const iamWidth = several && !scene.output ? column2Width : singleWidth
  // Its list of roles gets what there is beside the thread of the last station, 440 px at most.
  const stsRoom = Math.max(440 * k, Math.min(440, resourceX - 14 * k - x3))
  // Beside it the box of what may follow has its place.
  const chained = scene.chain !== undefined && !plan.hidden.includes('chain')
  const besideChain = chained ? column3Width - 128 * k : column3Width
  const stsWidth = Math.min(besideChain, scene.gates.sts.roles.length > 1 ? stsRoom : 398 * k)
  const railY = 50 * k
  const userX = padding + 34 * k
  const userR = 30 * k
  const gateY = 128 * k
  const gateHeight = 124 * k
  const resourceR = (compact ? 24 : 28) * k
  const blockHeight = 56 * k
  const badgeLeft = plan.badge[0] * k
  const badgeRight = plan.badge[1] * k
  const later = scene.timing?.kind === 'later'
  const controlRight = Math.min(x2 + singleWidth - 68 * k, x3 - badgeLeft - (later && !compact ? 132 : plan.rail) * k)
  const blockTop = railY - blockHeight / 2
  const frame = { x: x2, y: 10 * k, width: frameRight - x2, height: 78 * k }
  const controlPlane = { x: x2 + 10 * k, y: blockTop, width: controlRight - x2 - 10 * k, height: blockHeight }
  const badge = { x: x3 - badgeLeft, y: railY - 19 * k, width: badgeLeft + badgeRight, height: 38 * k }
  const workloadX = x3 + badgeRight + plan.stub * k
  const workload = { x: workloadX, y: blockTop, width: frame.x + frame.width - 10 * k - workloadX, height: blockHeight }
  const q1 = x2 + singleWidth * 0.26
  const r1 = Math.min(x2 + singleWidth * 0.74, controlRight - 14 * k)
  const q2 = x3 + plan.drops[0] * k
  const r2 = x3 + plan.drops[1] * k
  const frameBottom = frame.y + frame.height
  const badgeBottom = badge.y + badge.height
  const badgeRightX = badge.x + badge.width
  const controlRightX = controlPlane.x + controlPlane.width
  const iamRight = x2 + iamWidth
  const plateGap = x3 - iamRight
  const plateWidth = Math.max(92 * k, Math.min(128 * k, plateGap - 12 * k))
  const plateX = plateGap >= plateWidth + 8 * k ? iamRight + (plateGap - plateWidth) / 2 : x3 - plateWidth - 6 * k
  const plate = { x: plateX, y: gateY + 14 * k, width: plateWidth, height: 84 * k }
  const plateMiddle = Math.min(plateX + plateWidth / 2, badge.x - 20 * k)
  const labelY = frameBottom + (gateY - frameBottom) * 0.45
  // Where the line is short, its number stands under the label.
  const callMiddle = (userX + userR + frame.x) / 2 - (x2 < 300 ? 0 : 16 * k)
  const bead = { x: x2 - 110 * k, y: railY }
  // What comes back leaves room for the profile's leader, which crosses its line.
  const backMiddle = scene.instanceProfile ? callMiddle - 56 * k : callMiddle
  const legendWidth = plan.hidden.includes('legend') ? 0 : 178 * k
  const sleeveWidth = Math.min(198 * k, x2 - 34 * k - (padding + legendWidth))
  const sleeve = { x: x2 - 34 * k - sleeveWidth, y: 157 * k, width: sleeveWidth, height: 68 * k }
  const joinY = gateY + 40 * k
  // Where there is none, its place is still on the page.
  const chainX = Math.min(x3 + stsWidth + 10.6 * k, width - padding - 100 * k)
  const chain = { x: chainX, y: gateY + 6.4 * k, width: width - padding - chainX, height: 79 * k }
  const stubX = chainX + 21 * k
  // Between the service and the resource there is room for a short action; a longer one goes above the resource.
  const action = scene.labels.act?.text ?? ''
  const tight = action.length * monoCharacter * k > resourceX - resourceR - frameRight - 4 * k
  const straight = (x1: number, y1: number, toX: number, toY: number, head: LineShape['head']): LineShape => ({
    points: [
      { x: x1, y: y1 },
      { x: toX, y: toY },
    ],
    head,
  })
  const returnY = railY + 15 * k
  const top: Rect = { x: userX - userR, y: railY - userR, width: 2 * userR, height: 2 * userR }
  // Somebody else stands under the owner, and comes to the frame by a way of their own.
  const { deputy } = scene
  const strangerR = 25.5 * k
  const user = deputy ? { x: userX - strangerR, y: 161.7 * k - strangerR, width: 2 * strangerR, height: 2 * strangerR } : top
  const strangerY = user.y + user.height / 2
  const call = straight(userX + userR, railY, frame.x, railY, 'right')
  const elbowX = frame.x - 19 * k
  const elbow: LineShape = {
    points: [
      { x: userX + strangerR, y: strangerY },
      { x: elbowX, y: strangerY },
      { x: elbowX, y: railY + 21 * k },
      { x: frame.x, y: railY + 21 * k },
    ],
    head: 'right',
  }
  const callStation = { x: compact ? userX + userR + 14 * k : frame.x - 40 * k, y: railY }
  return {
    width,
    height: 268 * k,
    scale: k,
    compact,
    hidden: deputy ? plan.hidden : [...plan.hidden, ...ownersParts],
    railY,
    user,
    owner: top,
    frame,
    controlPlane,
    badge,
    workload,
    resource: { x: resourceX - resourceR, y: railY - resourceR, width: 2 * resourceR, height: 2 * resourceR },
    gates: {
      iam: { x: x2, y: gateY, width: iamWidth, height: gateHeight },
      sts: { x: x3, y: gateY, width: stsWidth, height: gateHeight },
    },
    legend: deputy ? { x: x2 - 206 * k, y: 179 * k } : { x: padding, y: 158 * k },
    plate,
    sleeve,
    gap: { x: (controlRightX + badge.x) / 2, y: railY },
    join: { x: iamRight, y: joinY, width: x3 - iamRight - (scene.foreignAccount === undefined ? 0 : 10), height: 80 * k },
    chain,
    account: { x: x3 - 9, y: gateY - 11 * k, width: width - 8 - (x3 - 9), height: gateHeight + 22 * k },
    bead,
    leaders: {
      'profile-bead': [bead, { x: bead.x, y: sleeve.y - 2 * k }],
      'profile-gate': [
        { x: sleeve.x + sleeve.width, y: sleeve.y + 34 * k },
        { x: x2 - 4 * k, y: sleeve.y + 34 * k },
      ],
      join: [
        { x: iamRight, y: joinY },
        { x: x3, y: joinY },
      ],
      chain: [
        ...(scene.resource ? [] : [{ x: frameRight, y: railY }]),
        { x: stubX, y: scene.resource ? railY + 3.2 * k : railY },
        { x: stubX, y: chain.y },
      ],
    },
    lines: {
      call: deputy ? elbow : call,
      'own-call': call,
      return: straight(frame.x, returnY, userX + userR + 2 * k, returnY, 'left'),
      error: straight(frame.x, returnY, userX + userR + 2 * k, returnY, 'left'),
      'pass-ask': straight(q1, frameBottom, q1, gateY, 'down'),
      'pass-answer': straight(r1, gateY, r1, frameBottom, 'up'),
      'assume-rail': straight(controlRightX, railY, badge.x, railY, 'right'),
      'assume-ask': straight(q2, badgeBottom, q2, gateY, 'down'),
      'assume-answer': straight(r2, gateY, r2, badgeBottom, 'up'),
      wear: straight(badgeRightX, railY, workload.x, railY, 'right'),
      act: straight(frameRight, railY, resourceX - resourceR, railY, 'right'),
      output: {
        points: [
          { x: badge.x, y: badgeBottom - 8 * k },
          { x: plateMiddle, y: badgeBottom - 8 * k },
          { x: plateMiddle, y: plate.y },
        ],
        head: 'down',
      },
    },
    stations: {
      1: deputy ? { x: callStation.x - 14 * k, y: strangerY } : callStation,
      own: callStation,
      2: { x: q1, y: frameBottom + (gateY - frameBottom) * 0.42 },
      3: { x: q2, y: frameBottom + (gateY - frameBottom) * 0.42 },
      4: { x: r2, y: frameBottom + (gateY - frameBottom) * 0.5 },
      5: { x: (frameRight + resourceX - resourceR) / 2, y: railY },
    },
    labels: {
      call: deputy
        ? { x: callMiddle - 27 * k, y: strangerY - 15 * k, align: 'center' }
        : { x: callMiddle, y: railY - 15 * k, align: 'center' },
      'own-call': { x: callMiddle, y: railY - 15 * k, align: 'center' },
      return: { x: backMiddle, y: railY + 31 * k, align: 'center' },
      error: { x: backMiddle, y: railY + 33 * k, align: 'center' },
      'pass-ask': plan.askLeft ? { x: q1 - 18 * k, y: labelY, align: 'right' } : { x: q1 + 18 * k, y: labelY, align: 'left' },
      'pass-answer': { x: r1 + 13 * k, y: labelY, align: 'left' },
      'assume-rail': { x: callMiddle, y: railY, align: 'center' },
      'assume-ask': { x: q2 - 15 * k, y: labelY, align: 'right' },
      'assume-answer': { x: r2 + 18 * k, y: labelY, align: 'left' },
      wear: { x: badgeRightX, y: railY, align: 'center' },
      act: tight
        ? { x: width - padding, y: 9 * k, align: 'right' }
        : { x: (frameRight + resourceX - resourceR) / 2, y: railY - 22 * k, align: 'center' },
      output: { x: plateMiddle, y: labelY, align: 'center' },
    },
  }
}

/** The point at a share (0 to 1) of a line's length, and the points travelled so far. */
export function along(points: readonly Point[], share: number): { readonly at: Point; readonly travelled: readonly Point[] } {
  const first = points[0] ?? { x: 0, y: 0 }
  const lengths = points.slice(1).map((point, index) => Math.hypot(point.x - (points[index]?.x ?? 0), point.y - (points[index]?.y ?? 0)))
  let left = lengths.reduce((sum, length) => sum + length, 0) * Math.max(0, Math.min(1, share))
  const travelled: Point[] = [first]
  let at = first
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i] ?? 0
    const from = points[i] ?? first
    const to = points[i + 1] ?? first
    const part = length === 0 ? 1 : Math.min(1, left / length)
    at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    travelled.push(at)
    left -= length
    if (left <= 0) break
  }
  return { at, travelled }
}
