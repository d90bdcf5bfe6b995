import { describe, expect, it } from 'vitest'
import { usualShares } from '../../state'
import { stageGeometry } from '../stage/geometry'
import { planOf } from '../stage/plan'
import { drawEveryLesson } from '../testing/lessons'

describe.each([
  { width: 1824, k: 1.6 },
  { width: 1376, k: 1.2 },
  { width: 1216, k: 1.0667 },
])('the stage before a room, $width px wide', ({ width, k }) => {
  it('nothing covers anything, in any lesson', async () => {
    for (const { name, scene } of await drawEveryLesson()) {
      const { gates, plate, frame, resource, join } = stageGeometry(width, planOf('presenter', width, k, usualShares, scene), scene)
      const iamRight = gates.iam.x + gates.iam.width
      expect(iamRight, name).toBeLessThan(gates.sts.x)
      expect(gates.sts.x + gates.sts.width, name).toBeLessThanOrEqual(width - 16)
      expect(resource.x - frame.x - frame.width, name).toBeGreaterThan(scene.gates.sts.roles.length > 1 ? 0 : 40 * k)
      if (scene.output) expect(plate.x, name).toBeGreaterThanOrEqual(iamRight)
      if (scene.join) expect(join.width, name).toBeGreaterThan(90 * k)
    }
  }, 30_000)
})
