import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessDeniedMessage, crossAccountRefusal, wrapEc2 } from '../../catalog'
import type { PolicyType } from '../../iam'
import type { ErrorFacts, ErrorReading } from './error-reading'
import { exampleNumbers } from './example-numbers'
import { longestErrorText, looksLikeError, readErrorText } from './read-error-text'
import { sceneOfError } from './scene-of-error'
import { trustFailures } from './trust-failures'

const aya = 'arn:aws:iam::111122223333:user/aya'
const session = 'arn:aws:sts::111122223333:assumed-role/dev/aya'
const role = 'arn:aws:iam::111122223333:role/app-task'
const said = (
  policyType: PolicyType | undefined,
  kind: 'implicit-deny' | 'explicit-deny' = 'implicit-deny',
  action = 'iam:PassRole',
  principal = aya,
) => accessDeniedMessage({ principal, action, resource: role, policyType, kind })
const cli = (message: string, code = 'AccessDeniedException', operation = 'RunTask') =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`

function read(text: string): Extract<ErrorReading, { kind: 'read' }> {
  const reading = readErrorText(text)
  if (reading.kind !== 'read') throw new Error(`${reading.kind}: ${text}`)
  return reading
}

const passing = { action: 'iam:PassRole', roleArn: role, check: 'pass-role' } as const
const blob = 'Ab-_9'.repeat(60)

interface Row {
  readonly name: string
  readonly text: string
  readonly facts: Partial<ErrorFacts>
}

const rows: readonly Row[] = [
  {
    name: 'the CLI',
    text: cli(said('identity-based')),
    facts: {
      ...passing,
      code: 'AccessDeniedException',
      operation: 'RunTask',
      callerArn: aya,
      calls: ['ecs:RunTask'],
      reason: { kind: 'implicit-deny', policyType: 'identity-based' },
    },
  },
  ...(['identity-based', 'permissions-boundary', 'session', 'service-control', 'resource-based'] as const).flatMap((policyType) =>
    (['implicit-deny', 'explicit-deny'] as const).map(
      (kind): Row => ({
        name: `${kind} of ${policyType}`,
        text: cli(said(policyType, kind)),
        facts: { ...passing, reason: { kind, policyType } },
      }),
    ),
  ),
  {
    name: 'a resource control policy',
    text: cli(said('resource-control', 'explicit-deny')),
    facts: { reason: { kind: 'explicit-deny', policyType: 'resource-control' } },
  },
  {
    name: 'a VPC endpoint',
    text: cli(`${said(undefined)} because no VPC endpoint policy allows the iam:PassRole action`),
    facts: { reason: { kind: 'implicit-deny', policyType: 'vpc-endpoint' } },
  },
  {
    name: 'a VPC endpoint that denies',
    text: cli(`${said(undefined)} with an explicit deny in a VPC endpoint policy`),
    facts: { reason: { kind: 'explicit-deny', policyType: 'vpc-endpoint' } },
  },
  { name: 'the older form, without a reason', text: cli(said(undefined)), facts: { ...passing, reason: { kind: 'unsaid' } } },
  { name: 'nothing around it', text: said('identity-based'), facts: { ...passing, code: undefined, operation: undefined, calls: [] } },
  { name: 'a session', text: cli(said('identity-based', 'implicit-deny', 'iam:PassRole', session)), facts: { callerArn: session } },
  {
    name: 'wrapped by a terminal',
    text: cli(said('identity-based'))
      .replace(/ on resource/, '\n  on resource')
      .replace('because no', 'because\n  no'),
    facts: { ...passing, reason: { kind: 'implicit-deny', policyType: 'identity-based' } },
  },
  {
    name: 'typographic quotes and HTML',
    text: `“${cli(said('identity-based')).replace('(', '&quot;(')}”`,
    facts: passing,
  },
  { name: 'a trailing full stop', text: `${cli(said(undefined))}.`, facts: { roleArn: role, resource: role } },
  {
    name: 'China',
    text: cli(said('identity-based').replaceAll('arn:aws:', 'arn:aws-cn:')),
    facts: { roleArn: 'arn:aws-cn:iam::111122223333:role/app-task' },
  },
  {
    name: 'a role with a path',
    text: cli(said('identity-based').replace('role/app-task', 'role/team/app/app-task')),
    facts: { roleArn: 'arn:aws:iam::111122223333:role/team/app/app-task' },
  },
  {
    name: 'CloudTrail',
    text: JSON.stringify(
      { eventSource: 'ecs.amazonaws.com', eventName: 'RunTask', errorCode: 'AccessDenied', errorMessage: said('identity-based') },
      null,
      2,
    ),
    facts: { ...passing, code: 'AccessDenied', operation: 'RunTask', calls: ['ecs:RunTask'] },
  },
  {
    name: 'Terraform',
    text: `Error: creating Lambda Function (thumbs): operation error Lambda: CreateFunction, https response error StatusCode: 403, RequestID: 0b6, api error AccessDeniedException: ${said('identity-based')}`,
    facts: { ...passing, code: 'AccessDeniedException', operation: 'CreateFunction', calls: ['lambda:CreateFunction'] },
  },
  {
    name: 'CloudFormation',
    text: `Resource handler returned message: "${said('identity-based')} (Service: Lambda, Status Code: 403, Request ID: 1)"`,
    facts: passing,
  },
  {
    name: 'Java',
    text: `${said('identity-based')} (Service: AmazonECS; Status Code: 400; Error Code: AccessDeniedException; Request ID: 1)`,
    facts: { ...passing, code: 'AccessDeniedException' },
  },
  {
    name: 'botocore',
    text: `botocore.exceptions.ClientError: ${cli(said('identity-based'), 'AccessDenied', 'CreateService')}`,
    facts: { code: 'AccessDenied', operation: 'CreateService' },
  },
  { name: 'the console', text: `You are not authorized to perform this action. ${said('identity-based')}`, facts: passing },
  {
    name: 'EC2 with both',
    text: cli(wrapEc2(said('identity-based')).replace('…', blob), 'UnauthorizedOperation', 'RunInstances'),
    facts: { ...passing, operation: 'RunInstances', calls: ['ec2:RunInstances'] },
  },
  {
    name: 'the call itself',
    text: cli(
      'User: arn:aws:iam::111122223333:user/aya is not authorized to perform: ecs:RunTask on resource: arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3 because no identity-based policy allows the ecs:RunTask action',
    ),
    facts: { action: 'ecs:RunTask', check: 'service-action', calls: ['ecs:RunTask'], roleArn: undefined },
  },
  {
    name: 'a role that acts',
    text: cli(
      'User: arn:aws:sts::111122223333:assumed-role/app-task/0123456789abcdef0123456789abcdef is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::app-data/report.csv" because no identity-based policy allows the s3:GetObject action',
      'AccessDenied',
      'GetObject',
    ),
    facts: { action: 's3:GetObject', check: 'role-permission', roleArn: role, resource: 'arn:aws:s3:::app-data/report.csv' },
  },
  {
    name: 'taking a role on',
    text: cli(said('identity-based', 'implicit-deny', 'sts:AssumeRole'), 'AccessDenied', 'AssumeRole'),
    facts: { check: 'assume-role', roleArn: role, calls: ['sts:AssumeRole'] },
  },
  {
    name: 'a trust policy',
    text: cli(said('trust', 'implicit-deny', 'sts:AssumeRole'), 'AccessDenied', 'AssumeRole'),
    facts: { check: 'assume-role', roleArn: undefined, reason: { kind: 'implicit-deny', policyType: 'trust' } },
  },
  {
    name: 'a session tag',
    text: cli(said('trust', 'implicit-deny', 'sts:TagSession'), 'AccessDenied', 'AssumeRole'),
    facts: { check: 'assume-role' },
  },
  {
    name: 'a role of another account',
    text: cli(crossAccountRefusal.message),
    facts: { check: 'pass-role', reason: { kind: 'other-account' }, calls: ['ecs:RunTask'] },
  },
  {
    name: 'ECS, of its trust',
    text: cli(
      `ECS was unable to assume the role '${role}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.`,
      'ClientException',
    ),
    facts: { check: 'assume-role', roleArn: role, calls: ['ecs:RunTask'], callerArn: undefined },
  },
  {
    name: 'the same in the events of a service',
    text: `(service web) failed to launch a task with (error ECS was unable to assume the role '${role}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.)`,
    facts: { check: 'assume-role', roleArn: role },
  },
  {
    name: 'Lambda',
    text: cli('The role defined for the function cannot be assumed by Lambda.', 'InvalidParameterValueException', 'CreateFunction'),
    facts: { check: 'assume-role', calls: ['lambda:CreateFunction'], roleArn: undefined },
  },
  {
    name: 'CodeBuild',
    text: cli(`CodeBuild is not authorized to perform: sts:AssumeRole on ${role}`, 'InvalidInputException', 'CreateProject'),
    facts: { check: 'assume-role', roleArn: role, calls: ['codebuild:CreateProject'] },
  },
  {
    name: 'CodePipeline',
    text: cli(`CodePipeline is not authorized to perform AssumeRole on role ${role}`, 'InvalidStructureException', 'CreatePipeline'),
    facts: { roleArn: role, check: 'assume-role' },
  },
  {
    name: 'EC2’s metadata',
    text: '{ "Code" : "AssumeRoleUnauthorizedAccess", "Message" : "EC2 cannot assume the role web-role. Please see documentation" }',
    facts: { check: 'assume-role', resource: 'web-role' },
  },
  {
    name: 'a chain’s length',
    text: cli(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
      'ValidationError',
      'AssumeRole',
    ),
    facts: { reason: { kind: 'refused', refusal: 'over-chain' } },
  },
  {
    name: 'a decoded message',
    text: JSON.stringify({
      DecodedMessage: JSON.stringify({
        allowed: false,
        explicitDeny: true,
        context: { principal: { arn: aya }, action: 'iam:PassRole', resource: role },
      }),
    }),
    facts: { ...passing, callerArn: aya, reason: { kind: 'unsaid', denies: true } },
  },
]

describe('what a message says', () => {
  it.each(rows)('$name', ({ text, facts }) => {
    const reading = read(text)
    expect(reading.facts).toMatchObject(facts)
    for (const [name, value] of Object.entries(facts)) expect(reading.facts[name as keyof ErrorFacts], name).toEqual(value)
  })

  it.each(trustFailures().map(({ words, calls }) => ({ words, calls })))('the catalogue’s own: $words', ({ words, calls }) => {
    const text = words
      .replaceAll(/<role-arn>/g, role)
      .replaceAll(/<role-name>/g, 'web-role')
      .replaceAll(/<[^<>]+>/g, 'any')
    const { facts } = read(text)
    expect(facts.check).toBe('assume-role')
    for (const call of calls) expect(facts.calls).toContain(call)
  })

  it('each stretch is what it stands for', () => {
    const text = cli(said('identity-based'))
    expect(read(text).parts.map(({ kind, span, station }) => [kind, text.slice(span.start, span.end), station])).toEqual([
      ['code', 'AccessDeniedException', undefined],
      ['operation', 'RunTask', 1],
      ['caller', aya, 1],
      ['refused', 'not authorized', undefined],
      ['action', 'iam:PassRole', 2],
      ['role', role, 2],
      ['reason', 'because no identity-based policy allows the iam:PassRole action', 2],
    ])
  })

  it('a stretch that a terminal broke is whole', () => {
    const text = cli(said('identity-based')).replace('because no identity', 'because\n    no identity')
    const reason = read(text).parts.find(({ kind }) => kind === 'reason')
    expect(text.slice(reason?.span.start, reason?.span.end)).toMatch(/^because\n {4}no identity.* action$/s)
  })
})

describe('what it does not say', () => {
  it.each<[string, string, ErrorReading['kind']]>([
    ['nothing', '  \n', 'empty'],
    ['a megabyte', 'is not authorized to perform: '.repeat(40_000), 'too-long'],
    [
      'an encoded message',
      cli(
        `You are not authorized to perform this operation. Encoded authorization failure message: ${blob}`,
        'UnauthorizedOperation',
        'RunInstances',
      ),
      'encoded',
    ],
    ['the code alone', blob, 'encoded'],
    ['another error', 'ResourceNotFoundException: no such cluster', 'unknown'],
    ['a letter', 'Dear Aya, the weather is fine.', 'unknown'],
  ])('%s', (_, text, kind) => expect(readErrorText(text).kind).toBe(kind))

  it('an encoded message says how AWS decodes it', () => {
    const reading = readErrorText(`Encoded authorization failure message: ${blob}`)
    expect(reading).toMatchObject({ command: `aws sts decode-authorization-message --encoded-message ${blob}` })
  })

  it('the closest forms come first', () => {
    const reading = readErrorText('Lambda says: role defined for function could be assumed?')
    expect(reading.kind === 'unknown' && reading.closest[0]).toContain('The role defined for the function cannot be assumed by Lambda')
  })

  it('no text is too wild', () => {
    const pieces = fc.constantFrom(
      'User: ',
      aya,
      ' is not authorized to perform: ',
      'iam:PassRole',
      ' on resource: ',
      role,
      '"',
      '\\n',
      '\n',
      '&quot;',
      ' because no ',
      'Encoded authorization failure message: ',
      blob,
      '(',
      '{"allowed": false, "action": "',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('')
        const reading = readErrorText(text)
        const spans = 'parts' in reading ? reading.parts.map(({ span }) => span) : []
        let end = 0
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
        if (reading.kind === 'read') sceneOfError(reading.facts, text)
      }),
      { numRuns: 150 },
    )
  })

  it('the longest text is read in a moment', () => {
    const text = `${'arn:aws:iam::111122223333:user/a '.repeat(2000)}${'Encoded authorization failure message: '.repeat(100)}`.slice(
      0,
      longestErrorText,
    )
    const start = process.cpuUsage()
    readErrorText(text)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1500)
  })

  it('only what looks like one is taken for one', () => {
    expect([cli(said(undefined)), 'could not be assumed', '{ "Version": "2012-10-17" }', 'hello'].map(looksLikeError)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('example numbers', () => {
  it('the same account gets the same number; keys are cut', () => {
    const text = 'arn:aws:iam::210987654321:role/a arn:aws:iam::210987654321:user/b arn:aws:iam::987654321098:role/c AKIAIOSFODNN7EXAMPL'
    expect(exampleNumbers(text)).toBe(
      'arn:aws:iam::111122223333:role/a arn:aws:iam::111122223333:user/b arn:aws:iam::444455556666:role/c AKIAEXAMPLE',
    )
  })

  it('nothing to change', () => expect(exampleNumbers(said(undefined))).toBe(said(undefined)))
})
