import { expect, it } from 'vitest'
import { evaluateRequest, lintPolicy, parsePolicy } from '..'

const size = 200_000

it.each([
  { name: 'padding in the middle of base64', operator: 'BinaryEquals', value: `${'='.repeat(size)}x` },
  { name: 'dots between two colons', operator: 'IpAddress', value: `:${'.'.repeat(size)}:` },
])('$name costs no more than a reading', ({ operator, value }) => {
  const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: { [operator]: { k: value } } } })
  const { document } = parsePolicy(text, 'identity-based', 'identityPolicy')
  const from = performance.now()
  const { verdict } = evaluateRequest(
    { principal: 'arn:aws:iam::111122223333:user/aya', action: 's3:GetObject', resource: '*', contextKeys: { k: value } },
    { identityBased: document ? [document] : [] },
  )
  expect(verdict.kind).toBe('implicit-deny')
  expect(performance.now() - from).toBeLessThan(2000)
})

it('an action of nothing but wildcards is advised on at once', () => {
  const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*a'.repeat(size), Resource: '*' } })
  const { document } = parsePolicy(text, 'identity-based', 'identityPolicy')
  const from = performance.now()
  const none = { actions: [], contextKeys: [], sourceKeySenders: [] }
  expect(document && lintPolicy(document, text, none)).toBeDefined()
  expect(performance.now() - from).toBeLessThan(4000)
})
