import { describe, expect, it } from 'vitest'
import { terminalPanels } from '../../present'
import { drawEveryLesson, drawLesson } from '../testing/lessons'
import { abridge } from './abridge'

const textOf = (lines: ReturnType<typeof abridge>) => lines.map((line) => line.map((span) => span.text).join('')).join('\n')

describe('a terminal for a projector', () => {
  it('shows the code, and the message with its names shortened', async () => {
    const { timeline, translate } = await drawLesson('passed-to-service')
    const [panel] = terminalPanels(timeline, timeline.end, translate)
    if (!panel) throw new Error('no panel')
    const lines = abridge(panel)
    expect(textOf(lines)).toBe(
      'AccessDeniedException\nUser: …user/aya is not authorized to perform: iam:PassRole on resource: …role/app-task because no identity-based policy allows the iam:PassRole action',
    )
    expect(lines.flat().filter((span) => span.tone === 'key')).toHaveLength(2)
  })

  it('shows the command until there is an answer', async () => {
    const { timeline, translate } = await drawLesson('passed-to-service')
    const [panel] = terminalPanels(timeline, 0, translate)
    if (!panel) throw new Error('no panel')
    expect(textOf(abridge(panel))).toMatch(/^\$ aws ecs run-task/)
  })

  it('after a direct call shows who the caller has become, and leaves the rest of the answers out', async () => {
    const { timeline, translate } = await drawLesson('direct-assume-role', 'en', true)
    const [panel] = terminalPanels(timeline, timeline.end, translate)
    if (!panel) throw new Error('no panel')
    const lines = textOf(abridge(panel)).split('\n')
    expect(lines[1]).toContain('"AccessKeyId": "ASIA…"')
    expect(lines[3]).toContain('"Arn": "…assumed-role/app-task/aya" }')
    expect(lines).toHaveLength(4)
  })

  it('leaves no ARN at full length, and never nothing', async () => {
    for (const { name, timeline, translate } of await drawEveryLesson()) {
      for (const panel of terminalPanels(timeline, timeline.end, translate)) {
        const text = textOf(abridge(panel))
        expect(text, name).not.toMatch(/arn:aws:iam|arn:aws:sts/)
        expect(text.trim(), name).not.toBe('')
      }
    }
  }, 30_000)
})
