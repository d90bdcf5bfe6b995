import { describe, expect, it } from 'vitest'
import type { Scene } from '../../present'
import { usualShares } from '../../state'
import { drawEveryLesson, drawLesson } from '../testing/lessons'
import { type Layout, scaleAt } from '../use-viewport'
import { along, type Geometry, stageGeometry as geometryOf, type Point, type Rect } from './geometry'
import { columnsOf, columnsPlan, landscapeColumn, limitedShares, pageColumns, planOf } from './plan'

const page = (name: string, width: number, layout: Exclude<Layout, 'phone'>, shares = usualShares) => ({ name, width, layout, shares })
const widest = limitedShares({ first: 1, second: 1 })
const narrowest = limitedShares({ first: 0, second: 0 })
const pages = [
  page('1440×900', 1440, 'regular'),
  page('1440×770', 1440, 'short'),
  page('1280×720', 1280, 'short'),
  page('1920×1080', 1920, 'wide'),
  page('1440×900 with the columns moved right', 1440, 'regular', widest),
  page('1440×900 with the columns moved left', 1440, 'regular', narrowest),
  page('1280×720 with the columns moved right', 1280, 'short', widest),
  page('1280×720 with the columns moved left', 1280, 'short', narrowest),
  page('1700×1000 with the columns moved right', 1700, 'wide', widest),
  page('1180×820, a tablet held wide', 1180, 'landscape'),
  page('1100×800, a tablet held wide', 1100, 'landscape'),
  page('820×1180, a tablet', 820, 'tablet'),
  page('720×450, a laptop at 200 %', 720, 'tablet'),
  page('1099×900', 1099, 'tablet'),
] as const

const measure = ({ width, layout, shares }: (typeof pages)[number], scene: Scene) =>
  geometryOf(width, planOf(layout, width, scaleAt(layout, width), shares, scene), scene)
const stageGeometry = (width: number, k: number, scene: Scene) => geometryOf(width, columnsPlan(k, columnsOf(width), width), scene)

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

describe.each(pages)('the stage at $name', (page) => {
  const { width, layout, shares } = page
  it('keeps every box inside itself and off the others', async () => {
    for (const { name, scene } of await drawEveryLesson()) {
      const geometry = measure(page, scene)
      const shown = (id: string) => !geometry.hidden.includes(id)
      const boxes = {
        ...boxesOf(geometry),
        ...(scene.output && shown('plate') ? { plate: geometry.plate } : {}),
        ...(scene.instanceProfile && shown('sleeve') ? { sleeve: geometry.sleeve } : {}),
        ...(scene.chain && shown('chain') ? { chain: geometry.chain } : {}),
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

  it('has a place on the page for what follows a direct call, whether or not there is anything', async () => {
    for (const { name, scene } of await drawEveryLesson()) expect(right(measure(page, scene).chain), name).toBeLessThanOrEqual(width)
  })

  it('lets every line begin and end at what it joins', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    const geometry = measure(page, scene)
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
      if (geometry.hidden.includes(line)) continue
      const { points } = lines[line]
      expect([line, touches(points[0], from), touches(points.at(-1), to)]).toEqual([line, true, true])
    }
  })

  it('has its columns where the documents have theirs', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    if (layout === 'tablet') return
    const geometry = measure(page, scene)
    const columns = layout === 'landscape' ? columnsOf(width, usualShares, landscapeColumn) : pageColumns(width, shares)
    expect(geometry.gates.iam.x).toBe(columns.column2X)
    expect(geometry.gates.sts.x).toBe(columns.column3X)
    expect(columns.column3X + columns.column3Width).toBeCloseTo(width - 16)
  })
})

describe('what a scene changes in the geometry', () => {
  it('several roles take the whole column, unless a later failure stands beside them', async () => {
    const { scene } = await drawLesson('task-definition-roles')
    const { column2Width } = columnsOf(1440)
    expect(stageGeometry(1440, 1, scene).gates.iam.width).toBe(column2Width)
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
    for (const page of pages.filter(({ layout }) => layout !== 'tablet')) {
      const { sleeve, gates, bead, leaders, lines, scale, hidden } = measure(page, scene)
      expect(sleeve.x, page.name).toBeGreaterThanOrEqual(hidden.includes('legend') ? 15.9 : 16 + 170 * scale)
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
