import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { parsePolicy } from '../iam'
import { runDocuments } from '../simulate'
import { colourTokens, diagnose, knownProblemCodes, problemText } from '.'

const here = import.meta.dirname

const sources = ['../lib', '../iam', '../simulate'].flatMap((layer) =>
  readdirSync(join(here, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(here, layer, name), 'utf8')),
)

/** Every code that the readers of texts can report, from their sources. */
function codesInSources(): string[] {
  const found = sources.flatMap((text) =>
    [
      ...text.matchAll(
        /(?:refuse|note|error|fail|warnings?|problem|nearly|finding)\(\s*'([a-z]+(?:-[a-z]+)+)'|code: '([a-z]+(?:-[a-z]+)+)'/gi,
      ),
      // Codes that are chosen among several: the reader of JSON lists them in its type.
      ...[...text.matchAll(/readonly code: ('[^\n]+)/g)].flatMap((list) => [...(list[1] ?? '').matchAll(/'([a-z-]+)'/g)]),
    ].map((match) => match[1] ?? match[2] ?? ''),
  )
  return [...new Set(found)]
}

describe('problems in words', () => {
  it('every code of the readers has a sentence in both languages', async () => {
    const [en, ja] = await Promise.all([loadTranslate('en'), loadTranslate('ja')])
    for (const code of codesInSources()) {
      const problem = { code, severity: 'error', span: { documentId: 'request', start: 0, end: 1 }, facts: {} } as const
      expect(problemText(problem, en), code).toMatch(code.startsWith('json-') ? /^Line .{20,}|.{20,}\.$/ : /^.{10,}[.?]$/)
      expect(problemText(problem, en), code).not.toBe(en('problem.unknown', { code }))
      expect(problemText(problem, ja), code).toMatch(/[ぁ-んァ-ヶ一-龠].*。$/)
      expect(problemText(problem, ja), code).not.toBe(ja('problem.unknown', { code }))
    }
  })

  it('a finding of the lint names the check under which AWS explains it', async () => {
    const text =
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PassRole","NotResource":"arn:aws:iam::111122223333:role/a"}}'
    const { problems } = runDocuments({ identityPolicy: text })
    expect(diagnose(problems, 'identityPolicy', await loadTranslate('en'))).toMatchObject([
      { code: 'pass-role-any-role', severity: 'security', check: 'Pass role with NotResource' },
      { code: 'allow-not-resource', severity: 'warning', check: undefined },
    ])
  })

  it('no sentence is kept for a code that no reader reports', () => {
    expect([...knownProblemCodes].filter((code) => !sources.some((text) => text.includes(`'${code}'`)))).toEqual([])
  })

  it('an unknown code is named as it is', async () => {
    const problem = { code: 'brand-new', severity: 'error', span: { documentId: 'request', start: 0, end: 1 }, facts: {} } as const
    expect(problemText(problem, await loadTranslate('en'))).toBe('Problem: brand-new.')
  })

  const rows = [
    {
      name: 'a misspelt element',
      text: '{ "Statement": { "efect": "Allow", "Action": "*", "Resource": "*" } }',
      first: 'unknown-element',
      says: 'Did you mean Effect?',
      at: '"efect"',
    },
    {
      name: 'an operator',
      text: '{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringEqual": {} } } }',
      first: 'unknown-operator',
      says: 'Did you mean StringEquals?',
      at: '"StringEqual"',
    },
    {
      name: 'a missing comma',
      text: '{ "Version": "2012-10-17"\n"Statement": [] }',
      first: 'json-syntax',
      says: 'Line 1, column 26: expected a comma or }',
      at: '"2012-10-17"',
    },
    { name: 'a comma too many', text: '{ "Statement": [], }', first: 'json-trailing-comma', says: 'after the last member', at: ',' },
    {
      name: 'a principal where none belongs',
      text: '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" } }',
      first: 'forbidden-element',
      says: 'not allowed in this kind of policy',
      at: '"Principal"',
    },
  ]
  it.each(rows)('$name', async ({ text, first, says, at }) => {
    const { problems } = parsePolicy(text, 'identity-based', 'identityPolicy')
    const [found] = diagnose(problems, 'identityPolicy', await loadTranslate('en'))
    expect(found).toMatchObject({ code: first, severity: 'error' })
    expect(found?.message).toContain(says)
    expect(text.slice(found?.start, found?.end)).toBe(at)
  })
})

describe('names in their colours', () => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['"arn:aws:iam::111122223333:role/app"', 'role'],
    ['"arn:aws:iam::*:role/*"', 'role'],
    ['"arn:aws:iam::111122223333:user/aya"', 'user'],
    ['"arn:aws:iam::111122223333:root"', 'user'],
    ['"arn:aws:sts::111122223333:assumed-role/dev/aya"', 'user'],
    ['"ecs-tasks.amazonaws.com"', 'service'],
    ['"Allow"', 'allow'],
    ['"Deny"', 'deny'],
    ['"arn:aws:s3:::bucket"', undefined],
    ['"allow"', undefined],
  ]
  it.each(rows)('%s', (text, kind) => {
    expect(colourTokens(`{ "key": ${text} }`).map((token) => token.kind)).toEqual(kind ? [kind] : [])
    expect(colourTokens(`{ ${text}: 1 }`)).toEqual([])
  })
  it('a megabyte stays uncoloured', () => {
    expect(colourTokens('"Allow" '.repeat(200_000))).toEqual([])
  })
})
