import { beforeAll, describe, expect, it } from 'vitest'
import { loadTranslate, type Translate } from '../../i18n'
import { buildScene, buildTimeline } from '../../present'
import { challengeOf, loadScenario, scenarioIds } from '../../scenarios'
import { runDocuments } from '../../simulate'
import { usualShares } from '../../state'
import { type Rect, stageGeometry } from '../stage/geometry'
import { planOf } from '../stage/plan'
import { emsOf } from '../text-width'
import { hintPlace } from './hint-place'
import { gateOfHint, hintText } from './hints'

const translates: Translate[] = []
beforeAll(async () => {
  translates.push(await loadTranslate('en'), await loadTranslate('ja'))
})

const apart = (a: Rect, b: Rect) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
const flat = (rich: readonly { readonly text: string }[]) => rich.map(({ text }) => text).join('')

/** Layout, width, and scale there. */
const pages = [
  ['short', 1280, 0.9],
  ['short', 1440, 0.94],
  ['usual', 1366, 1],
  ['usual', 1440, 1],
  ['wide', 1920, 1.28],
] as const

describe.each(pages)('a hint on a %s page of %i px', (layout, width, scale) => {
  it.each(scenarioIds)('%s: is on the page, and on nothing else', async (id) => {
    const scenario = await loadScenario(id)
    const challenge = challengeOf(scenario, runDocuments)
    if (!challenge) return
    const run = runDocuments(scenario.documents)
    const gate = gateOfHint(challenge, challenge.judge(scenario.documents, run), scenario.documents)
    for (const translate of translates) {
      const scene = buildScene(buildTimeline(run), translate)
      const geometry = stageGeometry(width, planOf(layout as never, width, scale, usualShares, scene), scene)
      for (const rung of [1, 2, 3] as const) {
        const text = flat(hintText(rung, challenge, scenario.documents, run, translate))
        const place = gate && hintPlace(geometry, scene, gate, emsOf(text))
        if (!place) continue
        expect(place.x).toBeGreaterThanOrEqual(0)
        expect(place.x + place.width).toBeLessThanOrEqual(width)
        expect(place.y + place.height).toBeLessThanOrEqual(geometry.height)
        for (const other of [geometry.gates.iam, geometry.gates.sts, geometry.frame, geometry.user]) expect(apart(place, other)).toBe(true)
        if (scene.output) expect(apart(place, geometry.plate)).toBe(true)
        if (scene.join) expect(apart(place, geometry.join)).toBe(true)
        if (scene.instanceProfile) expect(apart(place, geometry.sleeve)).toBe(true)
      }
    }
  })
})

it('stands in the gutter beside the gate of the design’s lesson', async () => {
  const scenario = await loadScenario('passed-to-service')
  const [translate] = translates
  if (!translate) throw new Error('no words')
  const scene = buildScene(buildTimeline(runDocuments(scenario.documents)), translate)
  const geometry = stageGeometry(1440, planOf('short', 1440, 0.94, usualShares, scene), scene)
  const place = hintPlace(geometry, scene, 'iam', emsOf('Compare the last row with the principal on the right.'))
  expect([place?.x, place?.width].map((value) => Math.round(value ?? 0))).toEqual([786, 128])
  // A text that is too long for it goes to the gate's other side, and a longer one nowhere.
  expect(hintPlace(geometry, scene, 'iam', 45)?.x).toBeLessThan(geometry.gates.iam.x)
  expect(hintPlace(geometry, scene, 'iam', 200)).toBeUndefined()
})
