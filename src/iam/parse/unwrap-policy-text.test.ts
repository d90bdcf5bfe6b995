import { describe, expect, it } from 'vitest'
import { unwrapPolicyText } from './unwrap-policy-text'

const plain = { Version: '2012-10-17', Statement: [] }
const pretty = JSON.stringify(plain, null, 2)
const encoded = encodeURIComponent(JSON.stringify(plain))

describe('unwrapPolicyText', () => {
  it.each<readonly [string, string, string | undefined]>([
    ['a policy', pretty, undefined],
    ['PolicyDocument', JSON.stringify({ PolicyDocument: plain }), pretty],
    ['a role as the CLI prints it', JSON.stringify({ Role: { RoleName: 'r', AssumeRolePolicyDocument: plain } }), pretty],
    ['a policy version', JSON.stringify({ PolicyVersion: { Document: plain, VersionId: 'v1' } }), pretty],
    ['a document as a string', JSON.stringify({ PolicyDocument: JSON.stringify(plain) }), pretty],
    ['URL-encoded', encoded, pretty],
    ['URL-encoded, in quotes, spaces as +', `"${encodeURIComponent(pretty).replaceAll('%20', '+')}"`, pretty],
    ['URL-encoded inside a wrapper', JSON.stringify({ AssumeRolePolicyDocument: encoded }), pretty],
    ['URL-encoded and damaged', '%7B%22Version%22%ZZ', undefined],
    ['not a policy', '{"a":1}', undefined],
    ['a statement beside the wrapper', JSON.stringify({ Statement: [], PolicyDocument: plain }), undefined],
    ['broken JSON', '{"PolicyDocument": {', undefined],
    ['nothing', '', undefined],
  ])('%s', (_name, text, expected) => {
    expect(unwrapPolicyText(text)).toBe(expected)
  })
})
