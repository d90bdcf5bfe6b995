import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { loadScenario, type ScenarioId, scenarioIds } from '../scenarios'
import { type Documents, runDocuments } from '../simulate'
import {
  buildGraphFrame,
  buildScene,
  buildTimeline,
  type Comparison,
  compareHeadline,
  compareRuns,
  compareTable,
  endOf,
  gateLines,
  passedFrame,
  passedScene,
  shareClock,
  takenFrame,
} from '.'

const now = '2026-01-02T03:04:05Z'
const user = 'arn:aws:iam::111122223333:user/aya'
const trusting = (principal: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }] })

async function compared(id: ScenarioId, changes: Documents = {}): Promise<Comparison> {
  const { documents: own } = await loadScenario(id)
  const documents = { ...own, ...changes }
  return compareRuns(documents, buildTimeline(runDocuments(documents, { now })), runDocuments, undefined)
}

async function both(id: ScenarioId, changes: Documents = {}) {
  const comparison = await compared(id, changes)
  if (comparison.kind !== 'both') throw new Error(`${id} has nothing to compare`)
  return comparison
}

const flat = (segments: readonly { text: string }[]) => segments.map(({ text }) => text).join('')

async function cells(id: ScenarioId, changes: Documents = {}) {
  const comparison = await both(id, changes)
  const translate = await loadTranslate('en')
  const rows = compareTable(comparison, buildScene(comparison.take.timeline, translate), translate)
  const find = (name: string) => {
    const row = rows.find((candidate) => candidate.id === name)
    if (!row) throw new Error(`no row ${name}`)
    return { pass: flat(row.pass.text), passMark: row.pass.mark, take: flat(row.take.text), takeMark: row.take.mark }
  }
  return { find, headline: flat(compareHeadline(comparison, true, translate)) }
}

describe('the two runs', () => {
  it.each([
    ['clean-hand-over', {}, 'pass', 'runs', 'denied'],
    ['passed-to-service', {}, 'pass', 'denied', 'denied'],
    ['assume-not-pass', {}, 'pass', 'denied', 'runs'],
    ['direct-assume-role', {}, 'take', 'denied', 'denied'],
    ['clean-hand-over', { trustPolicy: trusting({ Service: 'ecs-tasks.amazonaws.com', AWS: user }) }, 'pass', 'runs', 'runs'],
    ['clean-hand-over', { trustPolicy: trusting({ AWS: user }) }, 'pass', 'denied', 'runs'],
    [
      'clean-hand-over',
      { trustPolicy: trusting({ Service: 'ecs-tasks.amazonaws.com', AWS: user }), rolePolicy: '{"Version":"2012-10-17","Statement":[]}' },
      'pass',
      'reached',
      'reached',
    ],
    ['clean-hand-over', { trustPolicy: '{' }, 'pass', 'unreadable', 'unreadable'],
  ] as const)('%s %o: the request is %s, handed over %s, taken %s', async (id, changes, given, pass, take) => {
    const comparison = await both(id, changes)
    expect([comparison.given, endOf(comparison.pass.timeline.playable), endOf(comparison.take.timeline.playable)]).toEqual([
      given,
      pass,
      take,
    ])
    expect(comparison[given].derived).toBe(false)
  })

  it.each([
    ['an unreadable request', { request: '{' }, 'unreadable'],
    [
      'a request without a role',
      { request: JSON.stringify({ caller: user, action: 'ecs:RunTask', parameters: {}, resolved: { taskDefinition: {} } }) },
      'no-role',
    ],
  ] as const)('%s has nothing to compare', async (_, changes, why) => {
    expect(await compared('clean-hand-over', changes)).toEqual({ kind: 'none', why })
  })

  it('are judged at the same time', async () => {
    const until = (day: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { AWS: user }, Action: 'sts:AssumeRole', Condition: { DateLessThan: { 'aws:CurrentTime': day } } },
        ],
      })
    expect(endOf((await both('assume-not-pass', { trustPolicy: until('2026-01-03T00:00:00Z') })).take.timeline.playable)).toBe('runs')
    expect(endOf((await both('assume-not-pass', { trustPolicy: until('2026-01-02T00:00:00Z') })).take.timeline.playable)).toBe('denied')
  })
})

describe('one needle', () => {
  it.each(scenarioIds)('moves both runs of %s onward, from start to end', async (id) => {
    const comparison = await compared(id)
    if (comparison.kind !== 'both') return
    for (const [own, other] of [
      [comparison.pass.timeline, comparison.take.timeline],
      [comparison.take.timeline, comparison.pass.timeline],
    ] as const) {
      const { toOther, toOwn } = shareClock(own, other)
      expect(toOther(0)).toBe(0)
      expect(toOther(own.end)).toBeCloseTo(other.end)
      let before = 0
      for (let step = 0; step <= 200; step++) {
        const t = (own.end * step) / 200
        expect(toOther(t)).toBeGreaterThanOrEqual(before)
        before = toOther(t)
        expect(toOther(toOwn(before))).toBeCloseTo(before, 3)
      }
      // What stands still in a stretch that both have stands still on both sides.
      const last = own.segments.findLast((segment) => segment.reached)
      for (const segment of own.segments) {
        const partner = other.segments.find((candidate) => candidate.id === segment.id && candidate.reached)
        if (!segment.reached || !partner || segment === last || segment.id === 'error') continue
        expect(toOther(segment.end)).toBeCloseTo(partner.end)
        const [still] = own.settled.filter((time) => time > segment.start && time <= segment.end)
        if (still !== undefined) expect(other.settled.some((time) => Math.abs(time - toOther(still)) < 1)).toBe(true)
      }
    }
  })
})

describe('the table', () => {
  it('has the answers of the article for the clean hand-over', async () => {
    const { find, headline } = await cells('clean-hand-over')
    expect(headline).toContain('Handing it over works, taking it does not')
    expect(find('caller')).toMatchObject({ pass: 'ECS tasks, as ecs-tasks.amazonaws.com', take: 'Aya directly, as user/aya' })
    expect(find('example')).toMatchObject({ pass: 'aws ecs run-task', take: 'aws sts assume-role' })
    expect(find('have')).toMatchObject({ pass: 'ecs:RunTask, and iam:PassRole on the role', passMark: 'ok', takeMark: 'no' })
    expect(find('trust')).toMatchObject({ pass: 'ecs-tasks.amazonaws.com', passMark: 'ok', takeMark: 'no' })
    expect(find('condition').pass).toBe('iam:PassedToService = ecs-tasks.amazonaws.com')
    expect(find('keys')).toMatchObject({ pass: 'the ECS task; Aya never sees them', take: 'nobody: it stopped at 3' })
    expect(find('trail').pass).toBe('RunTask by Aya; AssumeRole, invokedBy ecs-tasks.amazonaws.com')
  })

  it.each([
    ['a trust policy that names her: nothing', 'assume-not-pass', {}, 'nothing: same account, and the trust policy names Aya', 'ok'],
    [
      'one that names the account, and no policy of hers',
      'clean-hand-over',
      { trustPolicy: trusting({ AWS: '111122223333' }) },
      'sts:AssumeRole on the role',
      'no',
    ],
    [
      'one that names the account, and her policy says yes',
      'assume-not-pass',
      { trustPolicy: trusting({ AWS: '111122223333' }) },
      'sts:AssumeRole on the role',
      'ok',
    ],
    [
      'one that names nobody like her',
      'passed-to-service',
      {},
      'sts:AssumeRole on the role; nothing, once the trust policy names Aya',
      'no',
    ],
  ] as const)('what must she have? %s', async (_, id, changes, take, takeMark) => {
    expect((await cells(id, changes)).find('have')).toMatchObject({ take, takeMark })
  })

  it('says what CloudTrail has of a call that was refused', async () => {
    expect((await cells('assume-not-pass')).find('trail')).toMatchObject({
      pass: 'RunTask by Aya, with an error; no event of its own for PassRole',
      take: 'AssumeRole by Aya',
    })
  })

  it.each(scenarioIds)('leaves no placeholder open in %s, in either language', async (id) => {
    const comparison = await compared(id)
    if (comparison.kind !== 'both') return
    for (const language of ['en', 'ja'] as const) {
      const translate = await loadTranslate(language)
      const rows = compareTable(comparison, buildScene(comparison.take.timeline, translate), translate)
      const text = rows.map((row) => [row.question, row.pass.text, row.take.text].map(flat).join('|')).join('\n')
      expect(text).not.toMatch(/[{}]|undefined|\|\||\|$/m)
    }
  })
})

describe('the small pictures', () => {
  it('ask once on the right, and bar the way to the resource where she is refused', async () => {
    const { take } = await both('clean-hand-over')
    const translate = await loadTranslate('en')
    const scene = buildScene(take.timeline, translate)
    const end = takenFrame(buildGraphFrame(take.timeline, scene, translate, { reduced: true })(take.timeline.end))
    expect(end.edges['pass-ask'].base).toBe('hidden')
    expect(end.edges['assume-ask']).toMatchObject({ kind: 'user', progress: 1 })
    expect(end.edges.act.barrier).toBe(true)
    expect(end.stations[3]).toBe('user')
    expect(gateLines(scene.gates.sts)).toMatchObject([{ text: 'ecs-tasks…', note: '≠ user/aya', verdict: 'deny' }])
  })

  it('bar the way behind the service where the role may not be passed', async () => {
    const { pass } = await both('passed-to-service')
    const translate = await loadTranslate('en')
    const scene = buildScene(pass.timeline, translate)
    const frameAt = buildGraphFrame(pass.timeline, scene, translate, { reduced: true })
    expect(passedFrame(frameAt(pass.timeline.end), true).edges.wear.barrier).toBe(true)
    expect(gateLines(scene.gates.iam)).toMatchObject([{ text: 'PassedToService', note: 'lambda… ≠ ecs-tasks…' }])
  })

  it('the packet that waits beside the caller names the call only, and waits where there is room', async () => {
    const { pass } = await both('clean-hand-over')
    const translate = await loadTranslate('en')
    const whole = buildScene(pass.timeline, translate)
    expect(passedScene(whole, () => true).packets.call).toMatchObject({ text: 'RunTask', roleName: undefined })
    const frameAt = buildGraphFrame(pass.timeline, whole, translate, { reduced: false })
    expect(passedFrame(frameAt(0), true).packets).toMatchObject([{ edge: 'call', progress: 0 }])
    expect(passedFrame(frameAt(0), false).packets).toEqual([])
    expect(passedFrame(frameAt(900), false).packets).toMatchObject([{ edge: 'call' }])
  })
})
