import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { loadScenario, type ScenarioId } from '../scenarios'
import { runDocuments } from '../simulate'
import { buildTimeline } from './build-timeline'
import { terminalPanels } from './terminal-panels'

const translate = await loadTranslate('en')

async function printed(id: ScenarioId, short = false) {
  const { documents } = await loadScenario(id)
  const timeline = buildTimeline(runDocuments(documents))
  return terminalPanels(timeline, timeline.end, translate, short)[0]?.lines ?? []
}

describe('what the caller sees', () => {
  it.each<[ScenarioId, string[]]>([
    ['passed-to-service', ['iam:PassRole', 'no identity-based policy allows']],
    ['wrong-service-principal', ['ECS was unable to assume the role']],
    ['lambda-execution-role', ['cannot be assumed by Lambda']],
    ['codepipeline-pipeline', ['not authorized to perform AssumeRole']],
    ['other-account-role', ['Cross-account pass role is not allowed']],
  ])('%s: the words that decide are underlined', async (id, words) => {
    const keys = (await printed(id)).flat().filter(({ tone }) => tone === 'key')
    expect(keys.map(({ text }) => text)).toEqual(words)
  })

  it('where there is little room the command has no options, and the error all its words', async () => {
    const lines = async (short: boolean) => (await printed('passed-to-service', short)).map((line) => line.map(({ text }) => text).join(''))
    const [whole, brief] = [await lines(false), await lines(true)]
    expect(whole[0]).toMatch(/^\$ aws ecs run-task --task-definition app:7 --overrides/)
    expect(brief[0]).toBe('$ aws ecs run-task …')
    expect(brief.slice(1)).toEqual(whole.slice(1))
  })
})
