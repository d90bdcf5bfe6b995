import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { loadScenario, type ScenarioId } from '../scenarios'
import { runDocuments } from '../simulate'
import { buildTimeline, exportMarkdown, exportMermaid } from '.'

async function written(id: ScenarioId, language: 'en' | 'ja' = 'en') {
  const [{ documents }, translate] = await Promise.all([loadScenario(id), loadTranslate(language)])
  const timeline = buildTimeline(runDocuments(documents))
  return { mermaid: exportMermaid(timeline, translate), markdown: exportMarkdown(timeline, documents, translate), documents }
}

describe('the run as a Mermaid diagram', () => {
  it('a clean hand-over goes from the user to what the role may do', async () => {
    const { mermaid } = await written('clean-hand-over')
    expect(mermaid.split('\n').map((line) => line.trim())).toEqual([
      'sequenceDiagram',
      'actor U as Aya',
      'participant S as ECS',
      'participant I as IAM',
      'participant T as STS',
      'participant W as ECS task',
      'participant R as arn:aws:s3:::app-data/report.csv',
      'U->>S: ecs:RunTask',
      'S->>I: ecs:RunTask',
      'I-->>S: Allowed',
      'S->>I: iam:PassRole app-task',
      'I-->>S: Allowed',
      'S->>T: sts:AssumeRole app-task',
      'T-->>S: Allowed',
      'T-->>S: temporary keys: app-task',
      'S->>W: temporary keys: app-task',
      'W->>R: s3:GetObject',
      'R-->>W: Allowed',
      '',
    ])
  })

  it('a denial is crossed, and nobody after it is drawn', async () => {
    const { mermaid } = await written('no-pass-role')
    expect(mermaid).toContain('I--xS: Denied')
    expect(mermaid).toContain('S--xU: Error: AccessDeniedException')
    expect(mermaid).not.toContain('participant T')
  })

  it('a failure that shows later is noted where it shows', async () => {
    const { mermaid } = await written('ec2-instance-profile')
    expect(mermaid).toMatch(/Note over W: Metadata: /)
  })

  it('the direct call has no service in between', async () => {
    const { mermaid } = await written('direct-assume-role')
    expect(mermaid).toContain('U->>T: sts:AssumeRole')
    expect(mermaid).not.toContain('participant S')
  })

  it('names cannot end a line or start an entity', async () => {
    const translate = await loadTranslate('en')
    const { documents } = await loadScenario('clean-hand-over')
    const request = (documents.request ?? '').replace('report.csv', 'a;b#c%%d')
    expect(exportMermaid(buildTimeline(runDocuments({ ...documents, request })), translate)).toContain('a#59;b#35;c#37;#37;d')
  })

  it('nothing to draw is an empty text', async () => {
    const translate = await loadTranslate('en')
    expect(exportMermaid(buildTimeline(runDocuments({ request: '{' })), translate)).toBe('')
  })
})

describe('the run as Markdown', () => {
  it.each(['en', 'ja'] as const)('has the headline, the checks, the error and every document (%s)', async (language) => {
    const { markdown, documents } = await written('passed-to-service', language)
    expect(markdown).toMatch(/^# .*`app-task`/)
    expect(markdown).toContain('is not authorized to perform: iam:PassRole')
    expect(markdown).toContain(documents.trustPolicy?.trimEnd())
    expect(markdown.match(/^```json$/gm)).toHaveLength(Object.keys(documents).length)
  })

  it('a text cannot end its own fence', async () => {
    const translate = await loadTranslate('en')
    const documents = { request: '{ "x": "```" }' }
    expect(exportMarkdown(buildTimeline(runDocuments(documents)), documents, translate)).toContain('````json\n{ "x": "```" }\n````')
  })
})
