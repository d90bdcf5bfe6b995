import { expect, it } from 'vitest'
import { evaluateRequest, parsePolicy } from '..'

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
