import { describe, expect, it } from 'vitest'
import { fullCatalogue } from '../catalog'
import { parsePolicy } from '../iam'
import { parseServiceRequest } from '../simulate/parse-service-request'
import { type JsonSchema, policySchema, requestSchema } from './schemas'

type Node = { properties?: Record<string, Node>; anyOf?: Node[]; items?: Node; enum?: string[]; examples?: string[] }
const statementOf = (schema: JsonSchema) => (schema as Node).properties?.Statement?.anyOf?.[0]?.properties ?? {}

describe('what the editors propose', () => {
  const rows = [
    { type: 'identity-based', has: 'Resource', lacks: 'Principal' },
    { type: 'permissions-boundary', has: 'Resource', lacks: 'Principal' },
    { type: 'session', has: 'NotResource', lacks: 'Principal' },
    { type: 'trust', has: 'Principal', lacks: 'Resource' },
  ] as const
  it.each(rows)('$type: its own elements', ({ type, has, lacks }) => {
    const statement = statementOf(policySchema(type))
    expect(Object.keys(statement)).toEqual(expect.arrayContaining(['Sid', 'Effect', 'Action', 'NotAction', 'Condition', has]))
    expect(statement).not.toHaveProperty(lacks)
    expect(statement.Effect?.enum).toEqual(['Allow', 'Deny'])
  })

  it('only operators that IAM knows', () => {
    const operators = Object.keys(statementOf(policySchema('identity-based')).Condition?.properties ?? {})
    expect(operators).toContain('StringEquals')
    const conditions = operators.map((operator) => `"${operator}": { "aws:SourceAccount": "1" }`).join(', ')
    const text = `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { ${conditions} } } }`
    expect(parsePolicy(text, 'identity-based', 'identityPolicy').problems).toEqual([])
  })

  it('every service principal of the catalogue, where trust is given', () => {
    const principals = statementOf(policySchema('trust')).Principal?.properties?.Service?.examples
    for (const service of fullCatalogue.services)
      for (const call of service.calls) for (const site of call.passSites) expect(principals).toContain(site.servicePrincipal)
  })

  it('only members that the request has', () => {
    const members = Object.keys((requestSchema() as Node).properties ?? {})
    expect(members).toEqual(expect.arrayContaining(['caller', 'action', 'parameters', 'workload']))
    const text = `{ ${members.map((member) => `"${member}": {}`).join(', ')} }`
    expect(parseServiceRequest(text, fullCatalogue).problems.map((problem) => problem.code)).not.toContain('request-unknown-member')
  })
})
