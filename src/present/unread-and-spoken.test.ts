import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { loadScenario, type ScenarioId } from '../scenarios'
import { runDocuments } from '../simulate'
import { announce } from './announce'
import { buildTimeline } from './build-timeline'
import { cliCommand } from './cli-command'
import { editorHighlights } from './editor-highlights'
import { narrate, noLesson } from './narrate'

const timelineOf = async (id: ScenarioId) => buildTimeline(runDocuments((await loadScenario(id)).documents))

describe('what is read aloud', () => {
  it.each([
    ['en', /^Step 2, PassRole check: denied\. Aya may not pass app-task to ECS\./],
    ['ja', /^ステップ2、PassRole のチェック: 拒否。Condition が一致せず/],
  ] as const)('a denial has its step, its check and its verdict first (%s)', async (language, expected) => {
    const timeline = await timelineOf('passed-to-service')
    const translate = await loadTranslate(language)
    const spoken = announce(narrate(timeline, timeline.end, translate, noLesson), timeline, translate)
    expect(spoken).toMatch(expected)
    expect(spoken).not.toMatch(/Stopped at|停止/)
  })

  it('a step that begins has its number and name', async () => {
    const timeline = await timelineOf('passed-to-service')
    const translate = await loadTranslate('en')
    const told = narrate(timeline, (timeline.cues.pass[0]?.dock ?? 0) + 1, translate, noLesson)
    expect(announce(told, timeline, translate)).toMatch(/^Step 2, PassRole check\. May Aya pass app-task to ECS\?/)
  })
})

it('a policy that IAM did not read before it refused is lit, and nothing in it', async () => {
  const timeline = await timelineOf('other-account-role')
  const lit = editorHighlights(timeline, timeline.end, await loadTranslate('en')).filter(
    ({ documentId }) => documentId === 'identityPolicy',
  )
  expect(lit).toMatchObject([{ tone: 'deny', statement: undefined, missing: undefined, elements: [] }])
})

it('a command is one line that can be broken inside its JSON', () => {
  const parameters = { taskDefinition: 'app:7', overrides: { taskRoleArn: 'arn', names: ['a', 'b'] }, enableExecuteCommand: false }
  expect(cliCommand('ecs run-task', parameters)).toBe(
    `aws ecs run-task --task-definition app:7 --overrides '{"taskRoleArn": "arn", "names": ["a", "b"]}' --no-enable-execute-command`,
  )
})
