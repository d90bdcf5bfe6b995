import { describe, expect, it } from 'vitest'
import type { Rect } from '../stage/geometry'
import { drawEveryLesson, drawLesson } from '../testing/lessons'
import { openGateAt } from './Route'
import { type RouteGeometry, type RouteView, routeGeometry } from './route-geometry'

const none = { iam: false, sts: false } as const
const views: readonly RouteView[] = [
  { open: undefined, idle: true, asked: none },
  { open: undefined, idle: false, asked: none },
  { open: 'iam', idle: false, asked: { iam: true, sts: false } },
  { open: 'sts', idle: false, asked: { iam: true, sts: true } },
  { open: undefined, idle: false, asked: { iam: true, sts: true } },
]

const stopsOf = ({ stops, gates }: RouteGeometry): readonly Rect[] =>
  [...Object.values(stops), gates.iam, gates.sts].sort((a, b) => a.y - b.y)

describe.each([320, 360, 390, 430, 699])('the route at %s px', (width) => {
  it('puts every stop under the one before it, and none outside', async () => {
    for (const { name, scene } of await drawEveryLesson()) {
      for (const view of views) {
        const geometry = routeGeometry(width, scene, view)
        let below = 0
        for (const { x, y, width: across, height } of stopsOf(geometry)) {
          expect(y, name).toBeGreaterThan(below)
          expect([x >= 64, x + across <= width - 16]).toEqual([true, true])
          below = y + height
        }
        expect(below, name).toBeLessThanOrEqual(geometry.height)
      }
    }
  })

  it('leads every line from one number to a later one', async () => {
    for (const { scene } of await drawEveryLesson()) {
      const { lines, stations, hidden } = routeGeometry(width, scene, { open: 'iam', idle: false, asked: none })
      expect(lines.call.points).toEqual([stations[1], stations[2]])
      expect(lines['assume-rail'].points).toEqual([stations[2], stations[3]])
      expect(lines.wear.points).toEqual([stations[3], stations[4]])
      if (!hidden.includes('act')) expect(lines.act.points).toEqual([stations[4], stations[5]])
    }
  })
})

describe('what is open on the route', () => {
  it('is the gate of the step, and the one that denied while the error comes back', async () => {
    const { timeline } = await drawLesson('passed-to-service')
    const middleOf = (id: string) => {
      const segment = timeline.segments.find((candidate) => candidate.id === id)
      return segment ? (segment.start + segment.end) / 2 : expect.fail(`no segment ${id}`)
    }
    expect([0, middleOf('call'), middleOf('pass'), middleOf('error'), timeline.end].map((t) => openGateAt(timeline, t))).toEqual([
      undefined,
      undefined,
      'iam',
      'iam',
      'iam',
    ])
  })

  it('takes more room than a closed gate', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    const heights = (view: RouteView) => {
      const { iam, sts } = routeGeometry(390, scene, view).gates
      return [iam.height > 80, sts.height > 80]
    }
    expect([heights({ open: 'iam', idle: false, asked: none }), heights({ open: undefined, idle: false, asked: none })]).toEqual([
      [true, false],
      [false, false],
    ])
  })
})

describe('a gate with several roles', () => {
  it('keeps its list once it was asked, and opens a row only while it is read', async () => {
    const { scene } = await drawLesson('swapped-roles')
    const height = (open: RouteView['open'], iam: boolean) =>
      routeGeometry(390, scene, { open, idle: false, asked: { iam, sts: false } }).gates.iam.height
    expect(height(undefined, false)).toBeLessThan(height(undefined, true))
    expect(height(undefined, true)).toBeLessThan(height('iam', true))
  })
})
