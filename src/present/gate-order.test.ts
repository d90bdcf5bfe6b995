import { describe, expect, it } from 'vitest'
import { exampleDocuments, fullCatalogue } from '../catalog'
import { loadTranslate } from '../i18n'
import { runDocuments } from '../simulate'
import { buildScene } from './build-scene'
import { buildTimeline } from './build-timeline'

const translate = await loadTranslate('en')
const several = fullCatalogue.services.flatMap(({ calls }) =>
  calls.filter(({ passSites }) => passSites.length > 1).map(({ action }) => action),
)

describe('several roles of one call', () => {
  it.each(several)('%s: the second gate lists them in the order in which it is asked about them', (action) => {
    const found = fullCatalogue.findCall(action)
    if (!found) throw new Error(`${action} is in the catalogue`)
    const timeline = buildTimeline(runDocuments({ ...exampleDocuments(found) }))
    const asked = timeline.trace?.steps.flatMap((step) =>
      step.kind === 'authorization' && step.check === 'assume-role' ? [step.roleArn] : [],
    )
    expect(buildScene(timeline, translate).gates.sts.roles.map(({ roleArn }) => roleArn)).toEqual(asked)
    const passed = timeline.trace?.steps.filter((step) => step.kind === 'authorization' && step.check === 'pass-role').length
    expect(passed).toBe(asked?.length)
  })

  it('where some are tried at the call and others later, the stage says which', () => {
    const found = fullCatalogue.findCall('codebuild:CreateProject')
    if (!found) throw new Error('CodeBuild is in the catalogue')
    const scene = buildScene(buildTimeline(runDocuments({ ...exampleDocuments(found) })), translate)
    expect(scene.timing).toEqual({ kind: 'later', text: '3a now, 3b later' })
  })
})
