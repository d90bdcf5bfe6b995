import { describe, expect, it } from 'vitest'
import { exampleDocuments, fullCatalogue } from '../catalog'
import { loadTranslate } from '../i18n'
import { type Documents, runDocuments } from '../simulate'
import {
  announce,
  buildGraphFrame,
  buildScene,
  buildTimeline,
  exportMarkdown,
  exportMermaid,
  narrate,
  noLesson,
  segmentIndexAt,
  shareClock,
  stationTime,
  stepName,
  terminalPanels,
} from '.'

const nobody = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'another.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}

const split = fullCatalogue.services.flatMap(({ calls }) =>
  calls.filter(({ passSites }) => new Set(passSites.map(({ assumed }) => assumed)).size > 1).map(({ action }) => action),
)

function exampleOf(action: string): Documents {
  const found = fullCatalogue.findCall(action)
  if (!found) throw new Error(`${action} is in the catalogue`)
  return exampleDocuments(found)
}

type Outcome = 'allowed' | 'denied now' | 'denied later'

/** The example of a call; where it is denied, no role of that time trusts who takes it on. */
function played(action: string, outcome: Outcome) {
  const documents = exampleOf(action)
  const when = outcome === 'denied now' ? 'call' : 'later'
  const first = runDocuments(documents)
  if (first.kind !== 'ready') throw new Error(`the example of ${action} runs`)
  const own = JSON.parse(documents.roles ?? '{}') as Record<string, object>
  const shared = {
    trustPolicy: JSON.parse(documents.trustPolicy ?? '{}') as object,
    rolePolicy: JSON.parse(documents.rolePolicy ?? '[]') as object,
  }
  const roles = Object.fromEntries(
    first.trace.situation.roles.map(({ roleArn, passSite }) => [
      roleArn,
      { ...shared, ...own[roleArn], ...(outcome !== 'allowed' && passSite?.assumed === when ? { trustPolicy: nobody } : {}) },
    ]),
  )
  const changed = { ...documents, roles: JSON.stringify(roles) }
  return { documents: changed, timeline: buildTimeline(runDocuments(changed)) }
}

const stretches: Readonly<Record<Outcome, readonly string[]>> = {
  allowed: ['call', 'pass', 'assume', 'credentials', 'return', 'wait', 'assume-later', 'credentials-later', 'act'],
  'denied now': ['call', 'pass', 'assume', 'error', '-credentials', '-act'],
  'denied later': ['call', 'pass', 'assume', 'credentials', 'return', 'wait', 'assume-later', 'error', '-credentials-later', '-act'],
}

const rows = split.flatMap((action) => (Object.keys(stretches) as Outcome[]).map((outcome) => ({ action, outcome })))

describe('a call that tries some roles and leaves others for later', () => {
  it('asks after nobody by name where one role is taken on by another principal', async () => {
    const translate = await loadTranslate('en')
    const asked = (action: string) => buildScene(buildTimeline(runDocuments(exampleOf(action))), translate).gates.sts.question
    expect(asked('elasticbeanstalk:CreateEnvironment')).toBe('Does each role trust who takes it?')
    expect(asked('codebuild:CreateProject')).toBe('Do the roles trust CodeBuild?')
  })

  it.each(split)('%s: a denial in the second turn is read aloud with its check and its verdict', async (action) => {
    const { timeline } = played(action, 'denied later')
    const translate = await loadTranslate('en')
    const spoken = announce(narrate(timeline, timeline.end, translate, noLesson), timeline, translate)
    expect(spoken).toMatch(/^Step 3[ab], AssumeRole check: denied\./)
  })

  it('is one of these', () => {
    expect(split).toEqual([
      'ecs:CreateExpressGatewayService',
      'codebuild:CreateProject',
      'codebuild:UpdateProject',
      'elasticbeanstalk:CreateEnvironment',
      'elasticbeanstalk:UpdateEnvironment',
    ])
  })

  it.each(rows)('$action, $outcome: the stretches come in the order of the trace', ({ action, outcome }) => {
    const { timeline } = played(action, outcome)
    const { trace, segments, settled, end } = timeline
    expect(trace).toMatchObject(
      outcome === 'allowed'
        ? { outcome }
        : { outcome: 'denied', stoppedAt: 'assume-role', seenAt: outcome === 'denied now' ? 'call' : 'later' },
    )
    expect(segments.map(({ id, reached }) => (reached ? id : `-${id}`))).toEqual(stretches[outcome])
    let at = 0
    for (const segment of segments) {
      expect(segment.start).toBe(at)
      at = segment.end
    }
    expect(at).toBe(end)
    expect([...settled].sort((a, b) => a - b)).toEqual(settled)
    // Every check that was made stands in the stretch of its time, and every other has its place without one.
    const told = segments.flatMap(({ id, parts }) =>
      parts.flatMap(({ stepIndex, letter }) => (stepIndex === undefined ? [] : [{ id, stepIndex, letter }])),
    )
    const returned = trace?.steps.findIndex((step) => step.kind === 'return') ?? -1
    for (const { id, stepIndex, letter } of told) {
      expect(trace?.steps[stepIndex]).toMatchObject({ letter })
      expect(id === 'assume-later').toBe(returned >= 0 && stepIndex > returned)
    }
    expect(told.map(({ stepIndex }) => stepIndex)).toEqual(
      trace?.steps.flatMap((step, index) =>
        step.kind === 'authorization' && (step.check === 'pass-role' || step.check === 'assume-role') ? [index] : [],
      ),
    )
  })

  it.each([
    { outcome: 'allowed', steps: ['1', '2', '3', '4', '4', '3', '3', '4', '5'] },
    { outcome: 'denied now', steps: ['1', '2', '3', 'error'] },
    { outcome: 'denied later', steps: ['1', '2', '3', '4', '4', '3', '3', 'error'] },
  ] as const)('$outcome: what the page tells programs goes with it', ({ outcome, steps }) => {
    for (const action of split) {
      const { timeline } = played(action, outcome)
      expect(timeline.segments.filter(({ reached }) => reached).map(({ start }) => stepName(timeline, start + 1))).toEqual(steps)
    }
  })

  it('a jump to a station that is come to twice goes to the other from the first, and back', () => {
    const { timeline } = played('codebuild:CreateProject', 'allowed')
    for (const station of [3, 4] as const) {
      const first = stationTime(timeline, station) ?? 0
      const second = stationTime(timeline, station, first) ?? 0
      expect(stepName(timeline, first)).toBe(String(station))
      expect(timeline.segments[segmentIndexAt(timeline, second)]?.id).toMatch(/-later$/)
      expect(stationTime(timeline, station, second)).toBe(first)
      expect(stationTime(timeline, station, 100)).toBe(first)
    }
    expect(stationTime(timeline, 2, stationTime(timeline, 2))).toBe(stationTime(timeline, 2))
  })
})

describe.each(['en', 'ja'] as const)('on the stage (%s)', (language) => {
  const drawn = async (action: string, outcome: Outcome, reduced = false) => {
    const translate = await loadTranslate(language)
    const { documents, timeline } = played(action, outcome)
    const scene = buildScene(timeline, translate)
    const at = (id: string, share = 0.5) => {
      const segment = timeline.segments.find((candidate) => candidate.id === id && candidate.reached)
      if (!segment) throw new Error(`${id} is reached`)
      return segment.start + (segment.end - segment.start) * share
    }
    return { documents, timeline, scene, translate, at, frame: buildGraphFrame(timeline, scene, translate, { reduced }) }
  }

  it.each(split)('%s: while the others wait, the first wear their keys, and the gate has no stamp yet', async (action) => {
    const { scene, timeline, frame, at } = await drawn(action, 'allowed')
    const between = frame(at('wait'))
    const roles = timeline.trace?.situation.roles ?? []
    expect(between.lanes.map((state) => state === 'role')).toEqual(roles.map(({ passSite }) => passSite?.assumed === 'call'))
    expect(between.gates.sts.stamp).toBeUndefined()
    expect(between.gates.sts.state).toBe('idle')
    expect(between.gates.sts.marks).toEqual(
      scene.gates.sts.roles.map(({ letter }) =>
        roles.find((role) => role.letter === letter)?.passSite?.assumed === 'call' ? 'ok' : 'wait',
      ),
    )
    expect(between.edges.return.progress).toBe(1)
    const end = frame(timeline.end)
    expect(end.lanes.every((state) => state === 'role')).toBe(true)
    expect(end.gates.sts.stamp?.kind).toBe('allow')
    // What was passed stays lit while the next question goes down.
    for (let t = at('return', 0); t <= timeline.end; t += 97) expect(frame(t).edges['assume-ask'].progress).toBe(1)
  })

  it.each(split)('%s, denied now: the call fails, and nothing that comes later is shown', async (action) => {
    const { timeline, frame, translate } = await drawn(action, 'denied now')
    const end = frame(timeline.end)
    expect(end).toMatchObject({ user: 'on-deny', output: false, resource: 'off' })
    expect(end.edges.error.progress).toBe(1)
    expect(end.edges.return.base).toBe('hidden')
    expect(end.edges.wear).toMatchObject({ base: 'not-reached', barrier: true })
    expect(end.lanes.includes('role')).toBe(false)
    expect(end.gates.sts.marks).toEqual(['no', ...end.gates.sts.marks.slice(1).map(() => 'skip')])
    expect(terminalPanels(timeline, timeline.end, translate)).toHaveLength(1)
  })

  it.each(split)('%s, denied later: the call has returned, and what was worn stays worn', async (action) => {
    const { timeline, frame, at, translate } = await drawn(action, 'denied later')
    const end = frame(timeline.end)
    expect(end).toMatchObject({ user: 'on-user', output: true })
    expect(end.edges.error.base).toBe('hidden')
    expect(end.edges.return.progress).toBe(1)
    expect(end.edges.wear).toMatchObject({ base: 'track', kind: 'role', progress: 1, barrier: true })
    expect(end.edges.act.base).toBe('not-reached')
    const roles = timeline.trace?.situation.roles ?? []
    expect(end.lanes.map((state) => state === 'role')).toEqual(roles.map(({ passSite }) => passSite?.assumed === 'call'))
    expect(end.gates.sts.stamp?.kind).toBe('deny')
    expect(end.edges['assume-answer'].kind).toBe('deny')
    expect(frame(at('credentials', 1)).edges['assume-answer'].kind).toBe('role')
    const [caller, output] = terminalPanels(timeline, timeline.end, translate)
    expect(caller?.status?.kind).toBe('returned')
    expect(output?.status?.kind).toBe('error')
  })

  it('an instance that gets no keys runs all the same', async () => {
    const { timeline, frame } = await drawn('elasticbeanstalk:CreateEnvironment', 'denied later')
    expect(frame(timeline.end).lanes).toEqual(['role', 'bare'])
  })

  it('with reduced motion nothing is ever in between', async () => {
    for (const outcome of Object.keys(stretches) as Outcome[]) {
      const { timeline, frame } = await drawn('codebuild:CreateProject', outcome, true)
      for (let t = 1; t <= timeline.end; t += 97) {
        for (const edge of Object.values(frame(t).edges)) expect([0, 1]).toContain(edge.progress)
        expect(frame(t).packets).toEqual([])
      }
    }
  })

  it.each(rows)('$action, $outcome: the sentences speak of the roles whose turn it is', async ({ action, outcome }) => {
    const { timeline, translate } = await drawn(action, outcome)
    const roles = timeline.trace?.situation.roles ?? []
    const said = (t: number) => {
      const { headline, body, aside } = narrate(timeline, t, translate, noLesson)
      return [...headline, ...body, ...(aside?.text ?? [])].map(({ text }) => text).join('')
    }
    for (const { id, start, reached } of timeline.segments) {
      if (!reached) continue
      expect(said(start + 1)).not.toMatch(/\{[a-z]:?[A-Za-z]*\}|undefined/)
      const when =
        id === 'assume' || id === 'credentials' ? 'call' : id === 'assume-later' || id === 'credentials-later' ? 'later' : undefined
      const due = roles.filter(({ passSite }) => passSite?.assumed === when)
      const [only] = due
      if (only && due.length === 1) expect(said(start + 1)).toContain(only.name)
    }
  })

  it.each(split)('%s: what is written out has the same order', async (action) => {
    for (const outcome of ['allowed', 'denied later'] as const) {
      const { documents, timeline, translate, scene } = await drawn(action, outcome)
      const returned = scene.labels.return?.text ?? ''
      const order = (text: string, ...parts: readonly string[]) => {
        const places = parts.map((part) => text.indexOf(part))
        expect(Math.min(...places)).toBeGreaterThan(-1)
        expect([...places].sort((a, b) => a - b)).toEqual(places)
      }
      const stations = scene.gates.sts.roles.map(({ station }) => station)
      order(exportMarkdown(timeline, documents, translate), `- ${stations[0]}`, `- ${returned}`, `- ${stations[1]}`)
      const [now, later] = scene.gates.sts.roles
      order(exportMermaid(timeline, translate), `S->>T: sts:AssumeRole ${now?.name}`, returned, `S->>T: sts:AssumeRole ${later?.name}`)
    }
  })
})

describe('under one needle with the direct call', () => {
  it.each(rows)('$action, $outcome: both sides go on, and end together', ({ action, outcome }) => {
    const { timeline } = played(action, outcome)
    const other = buildTimeline(runDocuments(exampleOf('sts:AssumeRole')))
    const clock = shareClock(timeline, other)
    let last = 0
    for (let t = 0; t <= timeline.end; t += 50) {
      const now = clock.toOther(t)
      expect(now).toBeGreaterThanOrEqual(last)
      last = now
    }
    expect(clock.toOther(timeline.end)).toBe(other.end)
  })
})
