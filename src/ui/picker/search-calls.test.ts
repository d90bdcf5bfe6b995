import { describe, expect, it } from 'vitest'
import { fullCatalogue } from '../../catalog'
import { callEntries, isByName } from './call-entry'
import { callAfterKey, searchCalls, type TriedFilter, type TriedWords } from './search-calls'

const words: TriedWords = { call: 'at the call', later: 'later', launch: 'at launch', both: 'call and later', 'not-known': 'not known' }
const entries = callEntries(fullCatalogue, { datasync: 'AWS DataSync' })
const search = (query: string, filter: TriedFilter = 'any') => searchCalls(entries, query, filter, words)
const first = (query: string) => search(query)[0]?.found[0]?.entry.action
const count = (query: string, filter?: TriedFilter) => search(query, filter).reduce((sum, { found }) => sum + found.length, 0)

describe('the calls that can be chosen', () => {
  it('are every call that hands a role over, each once: 117 with facts, 745 by their name only', () => {
    expect(entries.filter((entry) => !isByName(entry))).toHaveLength(117)
    expect(entries.filter(isByName)).toHaveLength(745)
    expect(new Set(entries.map(({ action }) => action)).size).toBe(entries.length)
    expect(entries.map(({ action }) => action)).not.toContain('glue:StartJobRun')
    expect(entries.map(({ action }) => action)).not.toContain('sts:AssumeRole')
  })

  it.each([
    ['ecs:RunTask', 'call', 'ecs-tasks.amazonaws.com', 'overrides.taskRoleArn, overrides.executionRoleArn'],
    ['glue:CreateJob', 'later', 'glue.amazonaws.com', 'Role'],
    ['ec2:RunInstances', 'launch', 'ec2.amazonaws.com', 'IamInstanceProfile.Arn'],
    ['codebuild:CreateProject', 'both', 'codebuild.amazonaws.com', 'serviceRole, buildBatchConfig.serviceRole'],
    ['rds:StartExportTask', 'not-known', 'export.rds.amazonaws.com', 'IamRoleArn'],
    ['datasync:CreateTask', 'not-known', '', ''],
  ])('%s: %s, %s, %s', (action, tried, who, where) => {
    expect(entries.find((entry) => entry.action === action)).toMatchObject({ tried, who, where })
  })
})

describe('searching', () => {
  it.each([
    ['a service', 'glue', 'glue:CreateJob'],
    ['a service by part of its name', 'step func', 'states:CreateStateMachine'],
    ['a call', 'createfunction', 'lambda:CreateFunction'],
    ['a whole action', 'glue:CreateCrawler', 'glue:CreateCrawler'],
    ['a principal', 'export.rds.amazonaws.com', 'rds:StartExportTask'],
    ['a role parameter', 'jobupdate', 'glue:UpdateJob'],
    ['a time, with a service', 'glue later', 'glue:CreateJob'],
    ['a call known by its name only', 'createtask datasync', 'datasync:CreateTask'],
  ])('%s: %s', (_name, query, expected) => {
    expect(first(query)).toBe(expected)
  })

  it('the service that fits best comes first, and what is known by name only last', () => {
    const services = search('task').map(({ service }) => service)
    expect(services[0]).toBe('Amazon ECS')
    expect(services.at(-1)).toBeUndefined()
    expect(services.indexOf('Amazon RDS')).toBeLessThan(services.indexOf('AWS Batch'))
  })

  it('every word has to be there', () => {
    expect(count('glue lambda')).toBe(0)
    expect(count('xyzzy')).toBe(0)
  })

  it('the groups say how many calls there are beside the found ones', () => {
    expect(search('createjob')[0]).toMatchObject({ service: 'AWS Glue', total: 6, found: [{ entry: { action: 'glue:CreateJob' } }] })
  })

  it('what was found is marked in every column, once where two words meet', () => {
    const [group] = search('createjob job glue')
    expect(group?.found[0]?.marks).toEqual({ call: [[0, 9]], where: [], who: [[0, 4]], service: [[4, 8]], when: [] })
  })

  it('a filter leaves the calls whose trust is tried then', () => {
    expect(count('runtask', 'call')).toBe(1)
    expect(count('runtask', 'later')).toBe(0)
    expect(count('runinstances', 'later')).toBe(1)
    expect(count('codebuild:createproject', 'call')).toBe(1)
    expect(count('codebuild:createproject', 'later')).toBe(1)
    expect(count('startexporttask rds', 'call')).toBe(0)
    expect(search('', 'call').every(({ service }) => service !== undefined)).toBe(true)
  })
})

describe('the keys', () => {
  const groups = search('task')
  const [ecs, next] = groups
  const actions = groups.flatMap(({ found }) => found.map(({ entry }) => entry.action))
  const at = (group: typeof ecs, index: number) => group?.found.at(index)?.entry.action

  it.each([
    ['down', 'ArrowDown', at(ecs, 0), at(ecs, 1)],
    ['down into the next service', 'ArrowDown', at(ecs, -1), at(next, 0)],
    ['down at the end', 'ArrowDown', actions.at(-1), actions.at(-1)],
    ['up at the start', 'ArrowUp', at(ecs, 0), at(ecs, 0)],
    ['a service on', 'PageDown', at(ecs, 1), at(next, 0)],
    ['a service on at the end', 'PageDown', actions.at(-2), actions.at(-1)],
    ['to the start of this service', 'PageUp', at(ecs, 2), at(ecs, 0)],
    ['a service back', 'PageUp', at(next, 0), at(ecs, 0)],
    ['another key', 'Home', at(ecs, 0), undefined],
  ])('%s', (_name, key, from, to) => {
    expect(callAfterKey(key, groups, from)).toBe(to)
  })

  it('nothing to move in', () => {
    expect(callAfterKey('ArrowDown', [], undefined)).toBeUndefined()
  })
})
