import { describe, expect, it } from 'vitest'
import { exampleDocuments, fullCatalogue } from '../catalog'
import { loadTranslate } from '../i18n'
import { runDocuments } from '../simulate'
import { buildTimeline } from './build-timeline'
import { narrate, noLesson } from './narrate'
import { terminalPanels } from './terminal-panels'

const english = await loadTranslate('en')
const japanese = await loadTranslate('ja')

function timelineOf(action: string, changed: Readonly<Record<string, string>> = {}) {
  const found = fullCatalogue.findCall(action)
  if (!found) throw new Error(`${action} is in the catalogue`)
  return buildTimeline(runDocuments({ ...exampleDocuments(found), ...changed }))
}

const linesAtEnd = (timeline: ReturnType<typeof timelineOf>, translate = english) =>
  terminalPanels(timeline, timeline.end, translate)[0]?.lines.map((line) => line.map(({ text }) => text).join('')) ?? []

const glue = '# https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html'

describe('what a run goes by without AWS saying so', () => {
  it('stands in the terminal with how sure it is, and the page of AWS as a link', () => {
    const timeline = timelineOf('glue:CreateJob')
    expect(linesAtEnd(timeline).slice(-3)).toEqual([
      '# Widely reported, not documented by AWS: the session name.',
      '# Unsure, not documented by AWS: when trust is tried.',
      glue,
    ])
    expect(linesAtEnd(timeline, japanese)).toContain('# 未確認で、AWS のドキュメントに記載がありません: 信頼ポリシーの評価時期。')
    const spans = terminalPanels(timeline, timeline.end, english)[0]?.lines.at(-1)
    expect(spans?.at(-1)).toEqual({ text: glue.slice(2), tone: 'link' })
  })

  it('is not said of a check that was not reached, nor of what is documented', () => {
    const denied = timelineOf('glue:CreateJob', { identityPolicy: '{"Version":"2012-10-17","Statement":[]}' })
    expect(linesAtEnd(denied).join('\n')).not.toContain('documented by AWS')
    expect(linesAtEnd(timelineOf('glue:CreateJob')).join('\n')).not.toContain('who takes the role on')
  })

  it('an error stands right under the command, before what is remarked', () => {
    const denied = timelineOf('glue:CreateCrawler', {
      trustPolicy:
        '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}',
    })
    const lines = linesAtEnd(denied)
    const error = lines.findIndex((line) => line.startsWith('An error occurred'))
    expect(error).toBe(1)
    expect(lines.findIndex((line) => line.includes('not documented by AWS'))).toBeGreaterThan(error)
  })

  it('a generic run says what was made up and assumed', () => {
    expect(linesAtEnd(timelineOf('datasync:CreateTask')).join('\n')).toContain(
      'Unsure, not documented by AWS: where the role goes in, who takes the role on, when trust is tried, the session name.',
    )
  })

  it('while time passes, the aside says that it is not documented when trust is tried', () => {
    const timeline = timelineOf('glue:CreateJob')
    const { aside } = narrate(timeline, (timeline.cues.returns ?? 0) + 500, english, noLesson)
    expect(aside).toMatchObject({ title: 'How sure is this?', page: glue.slice(2) })
  })
})
