import { describe, expect, it } from 'vitest'
import { allow, judge } from '../testing/policies'

/** Listed, requested, matched by Action. NotAction is the opposite, always. */
const rows = [
  ['s3:GetObject', 's3:GetObject', true],
  ['S3:GETOBJECT', 's3:getobject', true],
  ['s3:Get*', 's3:GetObjectAcl', true],
  ['s3:*Acl', 's3:GetObjectAcl', true],
  ['s3:G?tObject', 's3:GetObject', true],
  ['s3:GetObject?', 's3:GetObject', false],
  ['s3:*', 's3:GetObject', true],
  ['s3:*', 's3express:CreateSession', false],
  ['s3*:*', 's3express:CreateSession', true],
  ['*', 'ec2:RunInstances', true],
  ['*:*', 'ec2:RunInstances', true],
  ['*:Run*', 'ec2:RunInstances', true],
  ['s3:', 's3:GetObject', false],
  ['s3', 's3:GetObject', false],
  ['**', 's3:GetObject', false],
  ['s3:Get Object', 's3:Get Object', false],
  [' s3:GetObject', 's3:GetObject', false],
  ['s3:GetObject,s3:PutObject', 's3:GetObject', false],
  [':GetObject', 's3:GetObject', false],
  ['', 's3:GetObject', false],
  ['s3:Get.bject', 's3:GetObject', false],
  [['ec2:*', 's3:*'], 's3:GetObject', true],
  [[], 's3:GetObject', false],
] as const

describe('Action and NotAction', () => {
  it.each(rows)('%j on %s: %j', (listed, action, matched) => {
    expect(judge({ action, resource: '*', id: [allow({ Action: listed })] }).verdict.kind === 'allow').toBe(matched)
    const inverse = { Effect: 'Allow', NotAction: listed, Resource: '*' }
    expect(judge({ action, resource: '*', id: [inverse] }).verdict.kind === 'allow').toBe(!matched)
  })
})
