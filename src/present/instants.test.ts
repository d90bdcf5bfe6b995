import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { loadScenario, scenarioIds } from '../scenarios'
import { type Documents, runDocuments } from '../simulate'
import { buildTimeline, hasOutput, instantAt, layerMarks, narrate, noLesson, roleAnswers, type Timeline, terminalPanels } from '.'

const en = await loadTranslate('en')

const said = (timeline: Timeline, t: number) => ({
  narration: narrate(timeline, t, en, { ...noLesson, story: 'story', task: 'task', insight: 'insight', canGuess: true }),
  panels: terminalPanels(timeline, t, en),
  output: hasOutput(timeline, t),
  marks: layerMarks(timeline, t),
  answers: roleAnswers(timeline, t),
})

const changed: readonly { name: string; changes: Documents }[] = [
  { name: 'as it is', changes: {} },
  { name: 'with a request that is no JSON', changes: { request: '{' } },
  { name: 'with an identity policy that is no JSON', changes: { identityPolicy: '{' } },
  { name: 'with a trust policy that is no JSON', changes: { trustPolicy: '{' } },
]

describe('between two instants nothing else is said', () => {
  it.each(scenarioIds.flatMap((id) => changed.map((row) => ({ id, ...row }))))('$id $name', async ({ id, changes }) => {
    const { documents } = await loadScenario(id)
    const timeline = buildTimeline(runDocuments({ ...documents, ...changes }))
    const seen = new Map<number, ReturnType<typeof said>>()
    for (let t = 0; t <= timeline.end + 60; t += 59) {
      const instant = instantAt(timeline, t)
      if (!seen.has(instant)) seen.set(instant, said(timeline, instant))
      expect(said(timeline, t), `at ${t} as at ${instant}`).toEqual(seen.get(instant))
    }
    // It is not one answer for all of it: the words do change.
    expect(new Set([...seen.values()].map(({ narration }) => JSON.stringify(narration))).size).toBeGreaterThan(1)
  })
})
