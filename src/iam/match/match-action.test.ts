import { describe, expect, it } from 'vitest'
import { allow, judge } from '../testing/policies'
import { compileAction, readAction } from './match-action'

/** Listed, requested, matched by Action. NotAction is the opposite, always. */
const rows = [
  ['s3:GetObject', 's3:GetObject', true],
  ['S3:GETOBJECT', 's3:getobject', true],
  ['s3:GetObject*', 's3:GetObject', true],
  ['s3:GetObjectA*', 's3:GetObject', false],
  ['s?:GetObject', 's3:GetObject', true],
  ['s?:Get*', 's3:PutObject', false],
  ['s3:*Object', 's3:GetObjectAcl', false],
  ['ec2:*', 's3:GetObject', false],
  ['ec2:**', 's3:GetObject', false],
  ['a,b:GetObject', 'a,b:GetObject', false],
  ['*:', 's3:GetObject', false],
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

describe('an Action value is compiled to what is cheapest to compare', () => {
  it.each([
    ['*', { kind: 'all' }],
    ['*:*', { kind: 'all' }],
    ['s3:GetObject', { kind: 'exact', text: 's3:getobject' }],
    ['s3:Get*', { kind: 'prefix', text: 's3:get' }],
    ['s3:*', { kind: 'prefix', text: 's3:' }],
    ['s3:', { kind: 'none' }],
    ['s3', { kind: 'none' }],
    [':x', { kind: 'none' }],
    ['s3:a b', { kind: 'none' }],
  ] as const)('%s', (value, expected) => {
    expect(compileAction(value)).toEqual(expected)
  })

  it.each(['s3:G*t', 's3:Get?', 's3:Ge**', 's*:Get*', '*:Get', 's3:?et*', 's3:*Object', 's?:*'])('%s: service and name', (value) => {
    expect(compileAction(value).kind).toBe('pair')
  })

  it('takes a request’s action apart at its first colon', () => {
    expect(readAction('S3:Get:Object')).toEqual({ text: 's3:get:object', service: 's3', name: 'get:object' })
    expect(readAction('GetObject')).toEqual({ text: 'getobject', service: '', name: 'getobject' })
  })
})
