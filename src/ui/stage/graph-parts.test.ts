import { describe, expect, it } from 'vitest'
import type { Scene } from '../../present'
import { usualShares } from '../../state'
import { routeGeometry } from '../phone/route-geometry'
import { routeNodes } from '../phone/route-nodes'
import { drawEveryLesson, drawLesson } from '../testing/lessons'
import type { Layout } from '../use-viewport'
import { stageGeometry } from './geometry'
import { stageEdges, stageNodes } from './graph-parts'
import { planOf } from './plan'

const measure = (scene: Scene, width = 1440, layout: Exclude<Layout, 'phone'> = 'regular', scale = 1) =>
  stageGeometry(width, planOf(layout, width, scale, usualShares, scene), scene)

describe('the graph', () => {
  it('joins nodes that exist, each named once', async () => {
    for (const { name, scene } of await drawEveryLesson()) {
      const views = [
        { open: undefined, idle: true, asked: { iam: false, sts: false } },
        { open: 'iam', idle: false, asked: { iam: true, sts: false } },
      ] as const
      const graphs = [
        { geometry: measure(scene), nodes: stageNodes(measure(scene), scene) },
        { geometry: measure(scene, 820, 'tablet', 0.92), nodes: stageNodes(measure(scene, 820, 'tablet', 0.92), scene) },
        ...views.map((view) => {
          const geometry = routeGeometry(390, scene, view)
          return { geometry, nodes: routeNodes(geometry, scene, view.idle) }
        }),
      ]
      for (const { geometry, nodes } of graphs) {
        const ids = nodes.map((node) => node.id)
        expect(new Set(ids).size, name).toBe(ids.length)
        for (const { id, source, target } of stageEdges(geometry))
          expect([id, ids.includes(source), ids.includes(target)]).toEqual([id, true, true])
      }
    }
  })

  it('puts nodes where the geometry says', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    const geometry = measure(scene, 1280, 'short', 0.9)
    const nodes = stageNodes(geometry, scene)
    const placeOf = (id: string) => nodes.find((node) => node.id === id)?.position
    expect(placeOf('gate-sts')).toEqual({ x: geometry.gates.sts.x, y: geometry.gates.sts.y })
    expect(placeOf('packet-assume-answer')).toEqual(geometry.lines['assume-answer'].points[0])
  })

  it('has no fifth station without a resource', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    const withoutResource = { ...scene, resource: undefined }
    const has = (shown: typeof scene) => stageNodes(measure(shown), shown).some((node) => node.id === 'station-5')
    expect([has(scene), has(withoutResource)]).toEqual([true, false])
  })
})
