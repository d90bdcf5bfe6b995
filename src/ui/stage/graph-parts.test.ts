import { describe, expect, it } from 'vitest'
import { drawEveryLesson, drawLesson } from '../testing/lessons'
import { stageGeometry } from './geometry'
import { stageEdges, stageNodes } from './graph-parts'

describe('the graph', () => {
  it('joins nodes that exist, each named once', async () => {
    for (const { name, scene } of await drawEveryLesson()) {
      const ids = stageNodes(stageGeometry(1440, 1, scene), scene).map((node) => node.id)
      expect(new Set(ids).size, name).toBe(ids.length)
      for (const { id, source, target } of stageEdges) expect([id, ids.includes(source), ids.includes(target)]).toEqual([id, true, true])
    }
  })

  it('puts nodes where the geometry says', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    const geometry = stageGeometry(1280, 0.9, scene)
    const nodes = stageNodes(geometry, scene)
    const placeOf = (id: string) => nodes.find((node) => node.id === id)?.position
    expect(placeOf('gate-sts')).toEqual({ x: geometry.gates.sts.x, y: geometry.gates.sts.y })
    expect(placeOf('packet-assume-answer')).toEqual(geometry.lines['assume-answer'].points[0])
  })

  it('has no fifth station without a resource', async () => {
    const { scene } = await drawLesson('clean-hand-over')
    const withoutResource = { ...scene, resource: undefined }
    const has = (shown: typeof scene) => stageNodes(stageGeometry(1440, 1, shown), shown).some((node) => node.id === 'station-5')
    expect([has(scene), has(withoutResource)]).toEqual([true, false])
  })
})
