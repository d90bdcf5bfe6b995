/// <reference path="../ui/editor/virtual-actions.d.ts" />
import { load, names } from 'virtual:actions'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ActionTable, createActionTable, exampleDocuments, fullCatalogue, unpackService } from '../catalog'
import { loadWidgetTranslate, type Translate } from '../i18n'
import { parsePolicy } from '../iam'
import { type DocumentId, runDocuments } from '../simulate'
import { complete, hover, lintNames, servicesAt, servicesNamed, withNameProblems } from '.'
import { elementAt } from './element-at'

let actions: ActionTable
let translate: Translate
let japanese: Translate

beforeAll(async () => {
  const services = await Promise.all(
    ['iam', 'ecs', 'sts', 's3', 'glue'].map(async (prefix) => unpackService(prefix, names[prefix] ?? '', await load(prefix))),
  )
  actions = createActionTable(names, services)
  translate = await loadWidgetTranslate('en')
  japanese = await loadWidgetTranslate('ja')
})

const role = 'arn:aws:iam::111122223333:role/app-task'
const request = JSON.stringify({
  caller: 'arn:aws:iam::111122223333:user/aya',
  action: 'ecs:RunTask',
  region: 'ap-northeast-1',
  parameters: { taskDefinition: 'app:7', overrides: { taskRoleArn: role } },
  resolved: { taskDefinition: {} },
  workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' },
})
const passRole = (condition = '{}') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ecs:RunTask", "Resource": "*" },
     { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "${role}", "Condition": ${condition} }] }`
const trust = '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "ecs-tasks.amazonaws.com" }, "Action": "sts:AssumeRole" } }'

/** The text and the offset of its `|`. */
function marked(text: string): { text: string; offset: number } {
  const offset = text.indexOf('|')
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset }
}

function situation(documentId: DocumentId, documents: Partial<Record<DocumentId, string>> = {}) {
  const { trace } = runDocuments({ request, identityPolicy: passRole(), trustPolicy: trust, ...documents })
  return { documentId, trace, actions }
}

const proposalsIn = (documentId: DocumentId, marks: string) => {
  const { text, offset } = marked(marks)
  return complete(text, offset, situation(documentId), translate)
}
const labels = (documentId: DocumentId, marks: string) => proposalsIn(documentId, marks).map(({ label }) => label)

describe('the place of an offset', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['{ "Effect": "|" }', 'Effect', 'value', ''],
    ['{ "Eff|" }', '', 'key', 'Eff'],
    ['{ "Statement": [{ "Effect": "Allow", | }] }', 'Statement.0', 'key', ''],
    ['{ "Statement": [{ "Effect": | }] }', 'Statement.0.Effect', 'value', ''],
    ['{ "Action": ["iam:PassRole", "s3|"] }', 'Action.1', 'value', 's3'],
    ['{ "Action": ["iam:PassRole" "s3|"] }', 'Action.1', 'value', 's3'],
    ['{ "Action": "iam:Pa|\n "Resource": "*" }', 'Action', 'value', 'iam:Pa'],
    ['{ "Effect": "Allow"\n "Res|": "*" }', '', 'key', 'Res'],
    ['{ "Condition": { "StringEquals": { "iam:PassedToService": "|', 'Condition.StringEquals.iam:PassedToService', 'value', ''],
  ]
  it.each(rows)('%s', (marks, path, part, value) => {
    const { text, offset } = marked(marks)
    expect(elementAt(text, offset)).toMatchObject({
      path: path === '' ? [] : path.split('.').map((step) => (/^\d$/.test(step) ? Number(step) : step)),
      part,
      value,
    })
  })

  const nowhere = ['|{ }', '{ "a": 1 | }', '{ } |', '{ "a" | : 1 }', '|', '{ "a": [1] | }']
  it.each(nowhere)('nothing can be written at %s', (marks) => {
    const { text, offset } = marked(marks)
    expect(elementAt(text, offset)).toBeUndefined()
  })
})

describe('what is proposed first is what this request needs', () => {
  const rows: readonly (readonly [DocumentId, string, readonly string[]])[] = [
    ['identityPolicy', '{ "Statement": { "Effect": "|" } }', ['Allow', 'Deny']],
    ['identityPolicy', '{ "Statement": { "Action": "|" } }', ['ecs:RunTask', 'iam:PassRole']],
    ['identityPolicy', '{ "Statement": { "Action": ["|"] } }', ['ecs:RunTask', 'iam:PassRole']],
    ['rolePolicy', '{ "Statement": { "Action": "|" } }', ['s3:GetObject']],
    ['trustPolicy', '{ "Statement": { "Action": "|" } }', ['sts:AssumeRole', 'sts:AssumeRole'.replace('Role', 'RoleWithSAML')]],
    [
      'identityPolicy',
      '{ "Statement": { "Action": "iam:PassRole", "Resource": "|" } }',
      [role, `arn:aws:iam::111122223333:role/\${RoleNameWithPath}`, '*'],
    ],
    [
      'identityPolicy',
      '{ "Statement": { "Action": "ecs:RunTask", "Resource": "|" } }',
      ['arn:aws:ecs:ap-northeast-1:111122223333:task-definition/app:7'],
    ],
    ['rolePolicy', '{ "Statement": { "Action": "s3:GetObject", "Resource": "|" } }', ['arn:aws:s3:::app-data/report.csv']],
    ['trustPolicy', '{ "Statement": { "Principal": { "|" } } }', ['Service', 'AWS', 'Federated']],
    ['trustPolicy', '{ "Statement": { "Principal": { "Service": "|" } } }', ['ecs-tasks.amazonaws.com', 'ecs.amazonaws.com']],
    [
      'trustPolicy',
      '{ "Statement": { "Principal": { "AWS": "|" } } }',
      ['arn:aws:iam::111122223333:user/aya', 'arn:aws:iam::111122223333:root'],
    ],
    ['identityPolicy', '{ "Statement": { "Condition": { "|" } } }', ['StringEquals', 'StringLike']],
    ['identityPolicy', '{ "Statement": { "Action": "iam:PassRole", "Condition": { "StringEquals": { "|" } } } }', ['iam:PassedToService']],
    [
      'trustPolicy',
      '{ "Statement": { "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "|" } } } }',
      ['aws:SourceAccount', 'aws:SourceArn'],
    ],
    [
      'identityPolicy',
      '{ "Statement": { "Action": "iam:PassRole", "Condition": { "StringEquals": { "iam:PassedToService": "|" } } } }',
      ['ecs-tasks.amazonaws.com'],
    ],
    ['trustPolicy', '{ "Statement": { "Condition": { "StringEquals": { "aws:SourceAccount": "|" } } } }', ['111122223333']],
    ['trustPolicy', '{ "Statement": { "Condition": { "Null": { "aws:SourceAccount": "|" } } } }', ['true', 'false']],
    ['permissionsBoundary', '{ "Statement": [{ "Effect": "Allow", | }] }', ['Sid', 'Effect', 'Action', 'NotAction', 'Resource']],
    ['trustPolicy', '{ "Statement": [{ | }] }', ['Sid', 'Effect', 'Principal', 'Action']],
    ['serviceControlPolicies', '[[{ "Statement": [{ "Action": "|" }] }]]', ['ecs:RunTask', 'iam:PassRole']],
    ['roles', `{ "${role}": { "trustPolicy": { "Statement": { "Principal": { "Service": "|" } } } } }`, ['ecs-tasks.amazonaws.com']],
    ['request', '{ | }', ['caller', 'callerRoleArn', 'action']],
    ['request', '{ "action": "|" }', ['ecs:RegisterTaskDefinition', 'ecs:RunTask']],
    ['request', '{ "action": "ecs:RunTask", "parameters": { "|" } }', ['overrides', 'taskDefinition']],
    ['request', '{ "action": "ecs:RunTask", "parameters": { "overrides": { "|" } } }', ['taskRoleArn', 'executionRoleArn']],
    ['request', '{ "action": "ecs:RunTask", "parameters": { "overrides": { "taskRoleArn": "|" } } }', [role]],
    ['request', '{ "action": "ecs:RunTask", "resolved": { "taskDefinition": { "|" } } }', ['taskRoleArn', 'executionRoleArn']],
    // A role in any member of the parameters, and in the one element of a list that says so.
    ['request', '{ "action": "dms:CreateEndpoint", "parameters": { "S3Settings": { "|" } } }', ['ServiceAccessRoleArn']],
    [
      'request',
      '{ "action": "datapipeline:PutPipelineDefinition", "parameters": { "pipelineObjects": [{ "fields": [{ "key": "role", "stringValue": "|" }] }] } }',
      [role],
    ],
    ['request', '{ "action": "redshift:CreateCluster", "parameters": { "IamRoles": ["|"] } }', [role]],
    ['request', '{ "organization": { "|" } }', ['id', 'managementAccount']],
    ['request', '{ "region": "|" }', ['ap-northeast-1']],
    ['request', '{ "action": "sts:AssumeRole", "parameters": { "RoleArn": "|" } }', [role]],
  ]
  it.each(rows)('%s %s', (documentId, marks, first) => {
    expect(labels(documentId, marks).slice(0, first.length)).toEqual(first)
  })

  it('the actions of a service stand behind its colon, each with its access level', () => {
    const found = proposalsIn('identityPolicy', '{ "Statement": { "Action": "glue:|" } }')
    expect(found.find(({ label }) => label === 'glue:StartJobRun')).toMatchObject({
      note: 'Write',
      snippet: '"glue:StartJobRun"',
      kind: 'action',
    })
    expect(found.filter(({ kind }) => kind === 'service')).toEqual([])
    expect(found.length).toBeGreaterThan(200)
  })

  it('services come before the colon, and lead to their actions', () => {
    const found = proposalsIn('identityPolicy', '{ "Statement": { "Action": "glu|" } }')
    expect(found.find(({ label }) => label === 'glue:')).toMatchObject({ note: 'AWS Glue', snippet: '"glue:$0"', goesOn: true })
    expect(servicesAt('identityPolicy', '{ "Statement": { "Action": "glue:" } }', 32)).toEqual(['', 'glue'])
  })

  it('a policy has no elements of another kind, and no name is proposed twice', () => {
    expect(labels('trustPolicy', '{ "Statement": [{ "|" }] }')).not.toContain('Resource')
    expect(labels('identityPolicy', '{ "Statement": [{ "|" }] }')).not.toContain('Principal')
    for (const marks of [
      '{ "Statement": { "Action": "iam:|" } }',
      '{ "Statement": { "Action": "iam:PassRole", "Condition": { "Bool": { "|" } } } }',
    ]) {
      const found = labels('identityPolicy', marks)
      expect(new Set(found).size).toBe(found.length)
    }
  })

  it('what is put in has the quotes, colon and comma that the text still needs', () => {
    const snippets = (marks: string) => proposalsIn('identityPolicy', marks).find(({ label }) => label === 'Effect')?.snippet
    expect(snippets('{ "Statement": { "Ef|" } }')).toBe('"Effect": "$0"')
    expect(snippets('{ "Statement": { "Ef|": "Allow" } }')).toBe('"Effect"')
    expect(snippets('{ "Statement": { "Ef|" \n "Sid": "A" } }')).toBe('"Effect": "$0",')
    expect(snippets('{ "Statement": { | } }')).toBe('"Effect": "$0"')
  })

  it('every operator that is proposed is one that IAM knows', () => {
    const found = labels('identityPolicy', '{ "Statement": { "Condition": { "|" } } }')
    const conditions = found.map((name) => `"${name}": { "aws:SourceAccount": "1" }`).join(', ')
    const text = `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { ${conditions} } } }`
    expect(parsePolicy(text, 'identity-based', 'identityPolicy').problems.filter(({ code }) => code === 'unknown-operator')).toEqual([])
  })

  it('in the request of every call with facts: the members of its example, and those that lead to its roles', () => {
    for (const { calls } of fullCatalogue.services)
      for (const { action, passSites, exampleParameters } of calls) {
        const proposed = labels('request', `{ "action": "${action}", "parameters": { "|" } }`)
        const toRoles = passSites.flatMap(({ paths }) => paths.map((path) => /^\$\.([A-Za-z]+)/.exec(path)?.[1] ?? ''))
        expect(proposed, action).toEqual(
          expect.arrayContaining([...Object.keys(exampleParameters), ...toRoles.filter((member) => member !== '')]),
        )
        expect(proposed.join(), action).not.toMatch(/[*[\]=]/)
      }
  })

  it('an instance profile is proposed where a call takes one, and no role', () => {
    const found = fullCatalogue.findCall('ec2:RunInstances')
    if (!found) throw new Error('not found')
    const marks = '{ "action": "ec2:RunInstances", "parameters": { "IamInstanceProfile": { "Name": "|" } } }'
    const { text, offset } = marked(marks)
    const here = situation('request', exampleDocuments(found))
    expect(complete(text, offset, here, translate).map(({ label }) => label)).toEqual(['web-server-profile'])
  })

  it('names that every object has are no members of ours', () => {
    expect(labels('identityPolicy', '{ "Statement": { "Action": "constructor:|" } }')).toEqual(['ecs:RunTask', 'iam:PassRole'])
    expect(labels('request', '{ "constructor": { "|" } }')).toEqual([])
  })
})

describe('what is known of a name', () => {
  const policy = passRole('{ "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } }')
  const at = (documentId: DocumentId, text: string, word: string, language = translate) =>
    hover(text, text.indexOf(word) + 2, situation(documentId, { [documentId]: text }), language)

  it('a condition key: the value of this request, and that of this policy with the engine’s word on it', () => {
    expect(at('identityPolicy', policy, 'iam:PassedToService')).toMatchObject({
      name: 'iam:PassedToService',
      sentence: 'The service that will receive the role.',
      rows: [
        { label: 'this request', values: [{ text: 'ecs-tasks.amazonaws.com' }] },
        { label: 'this policy', values: [{ text: 'lambda.amazonaws.com', fits: false }] },
      ],
    })
    expect(at('identityPolicy', policy, 'lambda.amazonaws')?.name).toBe('iam:PassedToService')
  })

  it('a condition with one value that does not fit: the value of this request, and nothing where that would not help', () => {
    const fixed = (condition: string) => {
      const text = passRole(condition)
      const fix = at('identityPolicy', text, 'iam:PassedToService')?.fix
      return fix && text.slice(0, fix.start) + fix.text + text.slice(fix.end)
    }
    const service = (value: string, operator = 'StringEquals') => `{ "${operator}": { "iam:PassedToService": ${value} } }`
    expect(fixed(service('"lambda.amazonaws.com"'))).toBe(passRole(service('"ecs-tasks.amazonaws.com"')))
    expect(fixed(service('["lambda.amazonaws.com"]', 'StringLike'))).toBe(passRole(service('["ecs-tasks.amazonaws.com"]', 'StringLike')))
    expect(fixed(service('"ecs-tasks.amazonaws.com"'))).toBeUndefined()
    expect(fixed(service('["lambda.amazonaws.com", "ec2.amazonaws.com"]'))).toBeUndefined()
    expect(fixed(service('"ecs-tasks.amazonaws.com"', 'StringNotEquals'))).toBeUndefined()
    expect(fixed(service('"true"', 'Null'))).toBeUndefined()
  })

  it('an action, an operator, an element, a principal, a member of the request', () => {
    expect(at('identityPolicy', policy, 'iam:PassRole')).toMatchObject({
      sentence: expect.stringContaining('Identity and Access Management'),
      rows: [{ values: [{ text: 'Write' }] }, { values: [{ text: 'role' }] }, {}],
    })
    expect(at('identityPolicy', policy, 'StringEquals')?.sentence).toMatch(/^Compares text letter by letter/)
    expect(at('identityPolicy', policy, '"Effect"')?.sentence).toMatch(/Allow or Deny/)
    expect(at('trustPolicy', trust, 'ecs-tasks')).toMatchObject({
      sentence: expect.stringContaining('Amazon ECS'),
      rows: [{}, { values: [{ fits: true }] }],
    })
    expect(at('request', request, 'workload', japanese)?.sentence).toBe('ロールを引き受けた後に実行される処理です。')
    expect(at('request', request, 'taskRoleArn')).toMatchObject({ rows: [{ values: [{ text: role }] }] })
    expect(at('request', request, '"resource"')?.sentence).toBe('What that call acts on.')
    const told = '"taskDefinition":{}'
    expect(at('request', request, told)?.sentence).toBe('The task definition that is named: its taskRoleArn and executionRoleArn.')
    expect(at('identityPolicy', '{ "constructor": { "toString": 1 } }', 'constructor')).toBeUndefined()
  })
})

describe('names that AWS does not know', () => {
  const statement = (action: string, more = '"Resource": "*"') =>
    `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ${action}, ${more} } }`
  const found = (text: string, type: 'identity-based' | 'trust' = 'identity-based') => {
    const { document } = parsePolicy(text, type, 'identityPolicy')
    return document ? lintNames(document, actions).map(({ code, name, suggestion }) => [code, name.value, suggestion]) : []
  }
  const role7 = '"Resource": "arn:aws:iam::111122223333:role/a"'
  const when = (operator: string, key: string) => `${role7}, "Condition": { "${operator}": { "${key}": "x" } }`
  const rows: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['a slip', statement('"iam:PassRoles"'), [['unknown-action', 'iam:PassRoles', 'iam:PassRole']]],
    ['a real action of a service that the lab does not act out', statement('"glue:StartJobRun"'), []],
    ['case does not matter', statement('"IAM:passrole"', role7), []],
    ['a prefix that no service has', statement('"gleu:StartJobRun"'), [['unknown-service', 'gleu:StartJobRun', 'glue:StartJobRun']]],
    ['a service that has not been fetched', statement('"lambda:Nonsense"'), []],
    ['wildcards', statement('["iam:*", "*", "s3:Get*"]'), []],
    ['a wildcard that fits nothing', statement('"iam:Poss*"'), [['unknown-action', 'iam:Poss*', undefined]]],
    ['a key that goes with PassRole', statement('"iam:PassRole"', when('StringEquals', 'iam:PassedToService')), []],
    [
      'a key that does not',
      statement('"ecs:RunTask"', '"Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "x" } }'),
      [['key-never-sent', 'iam:PassedToService', undefined]],
    ],
    [
      'of two actions one',
      statement('["iam:PassRole", "ecs:RunTask"]', '"Resource": "*", "Condition": { "StringLike": { "iam:PassedToService": "x" } }'),
      [['key-never-sent', 'iam:PassedToService', undefined]],
    ],
    [
      'a condition that also holds without the key',
      statement('"ecs:RunTask"', '"Resource": "*", "Condition": { "StringEqualsIfExists": { "iam:PassedToService": "x" } }'),
      [],
    ],
    [
      'a key that the service does not have',
      statement('"iam:PassRole"', when('StringEquals', 'iam:PasedToServices')),
      [['unknown-key', 'iam:PasedToServices', 'iam:PassedToService']],
    ],
    ['a tag key', statement('"iam:PassRole"', when('StringEquals', 'iam:ResourceTag/team')), []],
    ['a global key', statement('"iam:PassRole"', when('StringEquals', 'aws:SourceAccount')), []],
    [
      'a resource of another kind',
      statement('"iam:PassRole"', '"Resource": "arn:aws:iam::111122223333:user/aya"'),
      [['resource-fits-no-action', 'arn:aws:iam::111122223333:user/aya', undefined]],
    ],
    [
      'a bucket where an object is meant',
      statement('"s3:GetObject"', '"Resource": "arn:aws:s3:::app-data"'),
      [['resource-fits-no-action', 'arn:aws:s3:::app-data', undefined]],
    ],
    [
      'a resource for an action that has none',
      statement('"s3:ListAllMyBuckets"', '"Resource": "arn:aws:s3:::app-data"'),
      [['resource-must-be-star', 'arn:aws:s3:::app-data', '*']],
    ],
    ['wildcards in the resource', statement('"iam:PassRole"', '"Resource": "arn:aws:iam::*:*/app-*"'), []],
    ['every role of a path', statement('"iam:PassRole"', '"Resource": "arn:aws:iam::111122223333:role/team/*"'), []],
  ]
  it.each(rows)('%s', (_name, text, problems) => expect(found(text)).toEqual(problems))

  it('a key of direct calls in a trust policy', () => {
    const text =
      '{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "1" } } } }'
    expect(found(text, 'trust')).toEqual([])
  })

  it('is said in words, once for each place, after what is graver', () => {
    const { document } = parsePolicy(statement('["iam:PassRoles", "ecs:RunTasc"]'), 'identity-based', 'identityPolicy')
    if (!document) throw new Error('no policy')
    const problems = lintNames(document, actions)
    const start = problems[0]?.name.span.start ?? -1
    const said = { code: 'unknown-action', severity: 'warning', message: 'said', sentence: 'said' } as const
    const other = { ...said, start, end: start + 1, suggestion: undefined, check: undefined }
    expect(withNameProblems([other], problems, translate).map(({ message }) => message)).toEqual([
      'said',
      expect.stringMatching(/^Amazon Elastic Container Service has no action ecs:RunTasc\. Did you mean ecs:RunTask\?$/),
    ])
    expect(servicesNamed([document])).toEqual(['', 'ecs', 'iam'])
  })
})
