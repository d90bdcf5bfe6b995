import type { EdgeId, Scene } from '../../present'
import type { Geometry, LineShape, Point, Rect } from '../stage/geometry'

/** Which half: the role handed over, or taken on by the caller. */
export type Side = 'pass' | 'take'

/** Width of a character of a label, at scale 1, as on the stage. */
const monoCharacter = 7.1

const nowhere: Rect = { x: 0, y: 0, width: 1, height: 1 }

/** The height of a half's picture. A gate grows by a line for each further role. */
export const halfHeight = (k: number, roles: number): number => (212 + 18 * Math.max(0, Math.min(4, roles) - 1)) * k

/** How far the caller stands from the service. What there is beyond the drawing at 664 px, or is missing from it, is shared among the gaps. */
const callGapOf = (width: number) => Math.max(52, 88 + (width - 664) * 0.3)

/** Whether a text fits between the caller and the service. */
export const fitsCallGap = (text: string, width: number, k: number): boolean => text.length * monoCharacter * k <= callGapOf(width) - 8

/** The stage's geometry for one half of the comparison: the same actors closer together, the service as one block with its principal. */
export function halfGeometry(width: number, k: number, scene: Scene, side: Side): Geometry {
  const direct = side === 'take'
  const more = width - 664
  const userR = 27 * k
  const railY = 64 * k
  const userX = 6 + userR
  const callGap = callGapOf(width)
  const blockX = 6 + 2 * userR + callGap
  const blockWidth = Math.max(196, 236 + more * 0.2)
  const blockRight = blockX + blockWidth
  const blockY = railY - 30 * k
  const blockHeight = 60 * k
  const blockBottom = blockY + blockHeight
  const workloadX = blockRight + 20
  const workloadWidth = Math.max(96, 126 + more * 0.22)
  const resourceR = 26 * k
  const resourceX = width - 40 - (scene.resource ? 0 : 20)
  const gateY = 146 * k
  const gateHeight = 58 * k
  const iamX = 18
  const iamWidth = (width - iamX - 12 - 4) * 0.45
  const stsX = iamX + iamWidth + 12
  const stsWidth = width - 4 - stsX
  const ask = Math.min(blockRight - 56, Math.max(stsX + 18, blockX + blockWidth * 0.75))
  const answer = ask + 36
  const passAsk = blockX + 26
  const passAnswer = passAsk + 36
  const middle = (blockBottom + gateY) / 2
  const actFrom = direct ? blockRight : workloadX + workloadWidth
  const actTo = resourceX - resourceR
  const line = (x1: number, y1: number, x2: number, y2: number, head: LineShape['head']): LineShape => ({
    points: [
      { x: x1, y: y1 },
      { x: x2, y: y2 },
    ],
    head,
  })
  const callFrom = userX + userR
  const still = line(0, 0, 0, 0, 'right')
  const backY = railY + 15 * k
  const lines: Readonly<Record<EdgeId, LineShape>> = {
    call: line(callFrom, railY, blockX, railY, 'right'),
    'own-call': still,
    return: line(blockX, backY, callFrom, backY, 'left'),
    error: line(blockX, backY, callFrom, backY, 'left'),
    'pass-ask': line(passAsk, blockBottom, passAsk, gateY, 'down'),
    'pass-answer': line(passAnswer, gateY, passAnswer, blockBottom, 'up'),
    'assume-rail': still,
    'assume-ask': line(ask, blockBottom, ask, gateY, 'down'),
    'assume-answer': line(answer, gateY, answer, blockBottom, 'up'),
    wear: line(blockRight, railY, workloadX, railY, 'right'),
    act: line(actFrom, railY, actTo, railY, 'right'),
    output: still,
  }
  const callText = scene.labels.call?.text ?? ''
  const callFits = fitsCallGap(callText, width, k)
  const at = (x: number, y: number, align: 'left' | 'right' | 'center'): Point & { align: typeof align } => ({ x, y, align })
  const none = at(0, 0, 'left')
  const joinY = gateY + 30 * k
  return {
    width,
    height: halfHeight(k, scene.gates.iam.roles.length),
    scale: k,
    compact: false,
    hidden: [],
    railY,
    owner: nowhere,
    user: { x: userX - userR, y: railY - userR, width: 2 * userR, height: 2 * userR },
    frame: nowhere,
    controlPlane: { x: blockX, y: blockY, width: blockWidth, height: blockHeight },
    badge: nowhere,
    workload: { x: workloadX, y: blockY, width: workloadWidth, height: blockHeight },
    resource: { x: resourceX - resourceR, y: railY - resourceR, width: 2 * resourceR, height: 2 * resourceR },
    gates: {
      iam: { x: iamX, y: gateY, width: iamWidth, height: gateHeight },
      sts: { x: stsX, y: gateY, width: stsWidth, height: gateHeight },
    },
    legend: nowhere,
    plate: nowhere,
    sleeve: nowhere,
    gap: nowhere,
    join: nowhere,
    chain: nowhere,
    account: nowhere,
    bead: nowhere,
    leaders: {
      'profile-bead': [],
      'profile-gate': [],
      chain: [],
      join: [
        { x: iamX + iamWidth, y: joinY },
        { x: stsX, y: joinY },
      ],
    },
    lines,
    stations: {
      1: { x: direct ? blockX : blockX - 24 * k, y: railY },
      own: nowhere,
      2: { x: passAsk, y: middle },
      3: { x: ask, y: middle },
      4: { x: answer, y: middle + 2 },
      5: { x: (actFrom + actTo) / 2, y: railY },
    },
    labels: {
      call: at(callFrom + 4, callFits ? railY - 16 * k : 14 * k, 'left'),
      'own-call': none,
      return: none,
      error: none,
      'pass-ask': none,
      'pass-answer': none,
      'assume-rail': none,
      'assume-ask': at(ask - 15 * k, middle, 'right'),
      'assume-answer': at(answer + 18 * k, middle, 'left'),
      wear: none,
      act: at(width - 4, 16 * k, 'right'),
      output: none,
    },
  }
}
