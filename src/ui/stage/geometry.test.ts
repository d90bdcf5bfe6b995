import { describe, expect, it } from 'vitest'
import { drawEveryLesson, drawLesson } from '../testing/lessons'
import { stageScale } from '../use-viewport'
import { along, columnsOf, type Geometry, type Point, type Rect, stageGeometry } from './geometry'

const pages = [
  { name: '1440×900', width: 1440, scale: stageScale.regular },
  { name: '1440×770', width: 1440, scale: stageScale.short },
  { name: '1280×720', width: 1280, scale: stageScale.short },
  { name: '1920×1080', width: 1920, scale: stageScale.wide },
] as const

const right = (rect: Rect) => rect.x + rect.width
const bottom = (rect: Rect) => rect.y + rect.height
const overlap = (a: Rect, b: Rect) => a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a)
const touches = (point: Point | undefined, rect: Rect) =>
  point !== undefined &&
  point.x >= rect.x - 0.01 &&
  point.x <= right(rect) + 0.01 &&
  point.y >= rect.y - 0.01 &&
  point.y <= bottom(rect) + 0.01

/** Boxes that must keep apart from each other, in every scene. */
const boxesOf = (geometry: Geometry): Readonly<Record<string, Rect>> => ({
  user: geometry.user,
  controlPlane: geometry.controlPlane,
  badge: geometry.badge,
  workload: geometry.workload,
  resource: geometry.resource,
  iam: geometry.gates.iam,
  sts: geometry.gates.sts,
})

describe.each(pages)('the stage at $name', ({ width, scale }) => {
  it('keeps every box inside itself and off the others', async () => {
    for (const { name, scene } of await drawEveryLesson()) {
      const geometry = stageGeometry(width, scale, scene)
      const boxes = {
        ...boxesOf(geometry),
        ...(scene.output ? { plate: geometry.plate } : {}),
        ...(scene.instanceProfile ? { sleeve: geometry.sleeve } : {}),
      }
      const entries = Object.entries(boxes)
      for (const [index, [box, rect]] of entries.entries()) {
        expect(rect.width, `${name}: ${box}`).toBeGreaterThan(40)
        expect([rect.x >= 0, right(rect) <= width, rect.y >= 0, bottom(rect) <= geometry.height], `${name}: ${box}`).toEqual([
          true,
          true,
          true,
          true,
        ])
        for (const [other, otherRect] of entries.slice(index + 1))
          expect(overlap(rect, otherRect), `${name}: ${box} and ${other}`).toBe(false)
      }
    }
  })

  it('lets every line begin and end at what it joins', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    const geometry = stageGeometry(width, scale, scene)
    const { user, frame, gates, controlPlane, badge, workload, resource, plate, lines } = geometry
    const ends = [
      ['call', user, frame],
      ['return', frame, { ...user, width: user.width + 3 }],
      ['error', frame, { ...user, width: user.width + 3 }],
      ['pass-ask', frame, gates.iam],
      ['pass-answer', gates.iam, frame],
      ['assume-rail', controlPlane, badge],
      ['assume-ask', badge, gates.sts],
      ['assume-answer', gates.sts, badge],
      ['wear', badge, workload],
      ['act', frame, resource],
      ['output', badge, plate],
    ] as const
    for (const [line, from, to] of ends) {
      const { points } = lines[line]
      expect([line, touches(points[0], from), touches(points.at(-1), to)]).toEqual([line, true, true])
    }
  })

  it('has its columns where the documents have theirs', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    const geometry = stageGeometry(width, scale, scene)
    const { column1, columnWidth } = columnsOf(width)
    expect(geometry.gates.iam.x).toBe(16 + column1 + 16)
    expect(geometry.gates.sts.x).toBe(16 + column1 + 16 + columnWidth + 16)
    expect(geometry.gates.sts.x + columnWidth).toBeCloseTo(width - 16)
  })
})

describe('what a scene changes in the geometry', () => {
  it('several roles take the whole column, unless a later failure stands beside them', async () => {
    const { scene } = await drawLesson('task-definition-roles')
    const { columnWidth } = columnsOf(1440)
    expect(stageGeometry(1440, 1, scene).gates.iam.width).toBe(columnWidth)
    expect(stageGeometry(1440, 1, { ...scene, output: { title: 'Service event', text: 'unable to assume' } }).gates.iam.width).toBe(398)
  })

  it('a time gap has more room between the control plane and the badge', async () => {
    const [now, later] = [await drawLesson('clean-hand-over'), await drawLesson('ec2-instance-profile')]
    const roomOf = (geometry: Geometry) => geometry.badge.x - right(geometry.controlPlane)
    expect(roomOf(stageGeometry(1280, 0.9, later.scene))).toBeGreaterThan(roomOf(stageGeometry(1280, 0.9, now.scene)))
  })

  it('a long action stands above the resource, a short one on its line', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    expect(stageGeometry(1440, 1, scene).labels.act.align).toBe('center')
    const long = { ...scene, labels: { ...scene.labels, act: { text: 'logs:PutLogEvents', kind: 'role' as const } } }
    expect(stageGeometry(1440, 1, long).labels.act).toEqual({ x: 1424, y: 9, align: 'right' })
  })

  it('the sleeve stands between the legend and the gate, and its leader comes down from the request line', async () => {
    const { scene } = await drawLesson('ec2-instance-profile')
    for (const { width, scale } of pages) {
      const { sleeve, gates, bead, leaders, lines } = stageGeometry(width, scale, scene)
      expect(sleeve.x).toBeGreaterThanOrEqual(16 + 170 * scale)
      expect(right(sleeve)).toBeLessThan(gates.iam.x)
      expect(bead.y).toBe(lines.call.points[0]?.y)
      expect(bead.x).toBeGreaterThan(sleeve.x)
      expect(leaders['profile-bead'][0]).toEqual(bead)
    }
  })
})

describe('along', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 30, y: 0 },
    { x: 30, y: 10 },
  ]
  it.each([
    { share: 0, at: { x: 0, y: 0 }, points: 2 },
    { share: 0.5, at: { x: 20, y: 0 }, points: 2 },
    { share: 0.75, at: { x: 30, y: 0 }, points: 2 },
    { share: 0.875, at: { x: 30, y: 5 }, points: 3 },
    { share: 1, at: { x: 30, y: 10 }, points: 3 },
    { share: 7, at: { x: 30, y: 10 }, points: 3 },
    { share: -1, at: { x: 0, y: 0 }, points: 2 },
  ])('$share of a line with a corner', ({ share, at, points }) => {
    const result = along(corner, share)
    expect(result.at).toEqual(at)
    expect(result.travelled).toHaveLength(points)
    expect(result.travelled.at(-1)).toEqual(at)
  })
})
