import { describe, expect, it } from 'vitest'
import { editorHighlights } from '../../present'
import { loadScenario, type ScenarioId, scenarioIds } from '../../scenarios'
import { drawLesson } from '../testing/lessons'
import { type StatementLine, statementLines, statementPlace } from './statement-lines'

async function decided(id: ScenarioId) {
  const [{ timeline, translate }, { documents }] = await Promise.all([drawLesson(id), loadScenario(id)])
  const highlight = editorHighlights(timeline, timeline.end, translate).at(-1)
  return { highlight, text: documents[highlight?.documentId ?? 'request'] ?? '' }
}

const written = (lines: readonly StatementLine[]) =>
  lines.map((line) =>
    line.kind === 'code' ? `${line.number} ${line.pieces.map((piece) => piece.text).join('')}` : `${line.kind} ${line.text}`,
  )

describe('the deciding statement', () => {
  it('alone, with its numbers, its marks, and what the request said instead', async () => {
    const { highlight, text } = await decided('passed-to-service')
    const lines = statementLines(text, highlight)
    expect(written(lines)).toEqual([
      '9     "Sid": "PassAppRole",',
      '10     "Effect": "Allow",',
      '11     "Action": "iam:PassRole",',
      '12     "Resource": "arn:aws:iam::111122223333:role/app-task",',
      '13     "Condition": { "StringEquals": {',
      '14       "iam:PassedToService": "lambda.amazonaws.com"',
      'no passed to: ecs-tasks.amazonaws.com',
      '15     } }',
    ])
    const pieces = lines.flatMap((line) => (line.kind === 'code' ? line.pieces : []))
    expect(pieces.filter((piece) => piece.mark !== undefined)).toEqual([
      { text: '"iam:PassRole"', kind: undefined, mark: 'match' },
      { text: '"arn:aws:iam::111122223333:role/app-task"', kind: 'role', mark: 'match' },
      { text: '"lambda.amazonaws.com"', kind: 'service', mark: 'no' },
    ])
  })

  it('that is missing: where it would go', async () => {
    const { highlight, text } = await decided('no-pass-role')
    const lines = statementLines(text, highlight)
    expect(lines.at(-1)).toMatchObject({ kind: 'missing', text: expect.stringContaining('iam:PassRole') })
    expect(lines.length).toBeLessThanOrEqual(6)
  })

  it('every lesson: the lines are those of the document, and every mark is on one of them', async () => {
    for (const id of scenarioIds) {
      const { highlight, text } = await decided(id)
      const lines = statementLines(text, highlight)
      const source = text.split('\n')
      for (const line of lines) {
        if (line.kind === 'code') expect(line.pieces.map((piece) => piece.text).join(''), id).toBe(source[line.number - 1])
      }
      const marks = lines.flatMap((line) => (line.kind === 'code' ? line.pieces.filter((piece) => piece.mark) : []))
      expect(marks.length, id).toBeGreaterThanOrEqual(highlight?.elements.length ?? 0)
    }
  })
})

describe('before anything is read', () => {
  it('what is asked stands there', async () => {
    const { documents } = await loadScenario('passed-to-service')
    const lines = written(statementLines(documents.request ?? '', undefined))
    expect(lines[0]).toContain('"caller"')
    expect(lines.join('\n')).toContain('"taskRoleArn"')
    expect(lines.join('\n')).not.toContain('"resolved"')
  })

  it.each(['', '{ broken', '[]', 'null'])('any text will do: %s', (text) => {
    expect(written(statementLines(text, undefined))).toEqual([`1 ${text}`])
  })
})

describe('the place of a statement', () => {
  const text = '{"Statement": [{"Sid": "A"}, {"Sid": "B"}]}'
  it.each([
    { name: 'the first', at: text.indexOf('"A"'), place: { number: 1, count: 2 } },
    { name: 'the second', at: text.indexOf('"B"'), place: { number: 2, count: 2 } },
    { name: 'none', at: 2, place: undefined },
  ])('$name', ({ at, place }) => {
    expect(statementPlace(text, at)).toEqual(place)
  })

  it('one without a list', () => {
    expect(statementPlace('{"Statement": {"Sid": "A"}}', 16)).toEqual({ number: 1, count: 1 })
    expect(statementPlace('[[{}]]', 2)).toBeUndefined()
  })
})
