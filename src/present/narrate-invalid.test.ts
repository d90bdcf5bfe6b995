import { describe, expect, it } from 'vitest'
import { loadTranslate, type RichText } from '../i18n'
import { repairJson } from '../lib/json-repair'
import { loadScenario } from '../scenarios'
import { runDocuments } from '../simulate'
import { buildTimeline } from './build-timeline'
import { narrate, noLesson } from './narrate'

const { documents } = await loadScenario('clean-hand-over')
const plain = (text: RichText | undefined) => text?.map((segment) => segment.text).join('') ?? ''

/** What is said of a document that reads like this, where its repair has been looked for. */
async function toldOf(documentId: 'request' | 'identityPolicy', text: string, language: 'en' | 'ja' = 'en') {
  const translate = await loadTranslate(language)
  const timeline = buildTimeline(runDocuments({ ...documents, [documentId]: text }))
  return narrate(timeline, timeline.end, translate, { ...noLesson, repair: repairJson(text) })
}

const policy = documents.identityPolicy ?? ''
const broken = policy.replace('"iam:PassRole",', '"iam:PassRole"')

describe('a document that is no JSON', () => {
  const rows: readonly (readonly [name: string, text: string, says: string, button: string | undefined])[] = [
    ['a comma at the end of a line', broken, 'Line 11 needs a comma at the end. IAM would refuse to save', 'Insert the comma'],
    ['a comma in a line', '{ "Version": "2012-10-17" "Statement": [] }', 'Line 1 needs a comma at column 26.', 'Insert the comma'],
    ['a comma too many', '{\n  "Statement": [],\n}', 'The last comma on line 2 is one too many.', 'Remove the comma'],
    ['a comment', '{\n  "Statement": [] // why\n}', 'Line 2 has a comment, and JSON knows none.', 'Remove the comment'],
    ['a brace', policy.trimEnd().slice(0, -1), 'A { is not closed before line 17, column 1.', 'Close the {'],
    ['single quotes', "{ 'Statement': [] }", 'Reading stops at line 1, column 3.', 'Use double quotes'],
    ['a quote', '{ "Version": "2012-10-17,\n "Statement": [] }', 'On line 1 a text has no closing quote.', 'Insert the quote'],
    ['more than one slip', '{ "Statement" [}', 'Reading stops at line 1, column 15.', undefined],
  ]
  it.each(rows)('%s', async (_name, text, says, button) => {
    const told = await toldOf('identityPolicy', text)
    expect(plain(told.headline)).toBe('Document 2 is not valid JSON yet.')
    expect(plain(told.body)).toContain(says)
    expect(told.aside?.title).toBe('Still live')
    expect(told.aside?.repair).toBe(button)
    expect(told.aside?.actions).toEqual(button ? ['repair', 'reset'] : ['reset'])
  })

  it('of a request nothing before it is live', async () => {
    const told = await toldOf('request', (documents.request ?? '').replace('"ecs:RunTask",', '"ecs:RunTask"'))
    expect(plain(told.body)).toMatch(/^Line \d+ needs a comma at the end\. Nothing can be asked/)
    expect(told.aside?.title).toBe('Nothing is lost')
    expect(told.aside?.repair).toBe('Insert the comma')
  })

  it('in Japanese', async () => {
    const told = await toldOf('identityPolicy', broken, 'ja')
    expect(plain(told.body)).toContain('11 行目の末尾にカンマが必要です。このままでは')
    expect(told.aside?.repair).toBe('カンマを挿入')
  })
})
