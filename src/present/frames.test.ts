import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadTranslate, type Translate } from '../i18n'
import { loadScenario, scenarioIds } from '../scenarios'
import { type AuthorizationStep, type Documents, runDocuments } from '../simulate'
import {
  buildGraphFrame,
  buildScene,
  buildTimeline,
  editorHighlights,
  narrate,
  noLesson,
  settledAfter,
  settledBefore,
  stationTime,
  stepName,
  type Timeline,
  terminalPanels,
} from '.'

function deniedStep({ trace }: Timeline): AuthorizationStep | undefined {
  const step = trace?.steps.find((candidate) => candidate.kind === 'authorization' && candidate.verdict === 'deny')
  return step?.kind === 'authorization' ? step : undefined
}

/** A direct call that the caller's own side stops, or STS before either side was asked: gate ② says no, although the check is ③'s. */
function deniedOnOwnSide(timeline: Timeline): boolean {
  const step = deniedStep(timeline)
  const type = step?.evaluation?.verdict.policyType
  return timeline.trace?.situation.mode === 'direct' && step?.check === 'assume-role' && type !== 'trust' && type !== 'resource-control'
}

const languages = ['en', 'ja'] as const

async function played(id: (typeof scenarioIds)[number], changes: Documents = {}): Promise<Timeline> {
  const { documents } = await loadScenario(id)
  return buildTimeline(runDocuments({ ...documents, ...changes }))
}

const unreadable: readonly { name: string; changes: Documents; step: string }[] = [
  { name: 'the request', changes: { request: '{' }, step: '1' },
  { name: 'the identity policy', changes: { identityPolicy: '{' }, step: '2' },
  { name: 'the trust policy', changes: { trustPolicy: '{' }, step: '3' },
  { name: 'the role policy', changes: { rolePolicy: '{' }, step: '5' },
]

describe('timeline', () => {
  it('the clean hand-over takes 20.3 seconds with four rows and three', async () => {
    const timeline = await played('clean-hand-over')
    expect(timeline.end).toBe(20_300)
    expect(timeline.segments.map((segment) => segment.id)).toEqual(['call', 'pass', 'assume', 'credentials', 'act'])
    expect(timeline.settled).toEqual([0, 1800, 7100, 12_700, 15_700, 18_800, 20_300])
  })

  it.each(scenarioIds)('%s: times ascend, segments join, and the last settled point is the end', async (id) => {
    const { segments, settled, end } = await played(id)
    let at = 0
    for (const segment of segments) {
      expect(segment.start).toBe(at)
      at = segment.end
      for (const part of segment.parts) {
        expect(part.start).toBeGreaterThanOrEqual(segment.start)
        expect(part.end).toBeLessThanOrEqual(segment.end)
      }
    }
    expect(at).toBe(end)
    expect([...settled].sort((a, b) => a - b)).toEqual(settled)
    expect(settled.at(-1)).toBe(end)
  })

  it('steps from settled point to settled point and back', async () => {
    const timeline = await played('passed-to-service')
    const walk = (from: number, next: (at: number) => number, to: number) => {
      const visited: number[] = []
      for (let t = next(from); visited.at(-1) !== to; t = next(t)) visited.push(t)
      return visited
    }
    const forth = walk(0, (t) => settledAfter(timeline, t), timeline.end)
    const back = walk(timeline.end, (t) => settledBefore(timeline, t), 0)
    expect(back.slice(0, -1)).toEqual(forth.slice(0, -1).reverse())
    expect(back.at(-1)).toBe(0)
  })

  it.each(scenarioIds)('%s: the segment that decided is where the trace stopped', async (id) => {
    const timeline = await played(id)
    const { trace } = timeline
    const stations = { 'service-action': 2, 'pass-role': 2, 'assume-role': 3, 'role-permission': 5 } as const
    const denied = timeline.segments.find((segment) => segment.verdict === 'deny')
    expect(denied?.station).toBe(deniedOnOwnSide(timeline) ? 2 : trace?.stoppedAt && stations[trace.stoppedAt])
    for (const segment of timeline.segments) {
      for (const part of segment.parts) {
        const step = part.stepIndex === undefined ? undefined : trace?.steps[part.stepIndex]
        if (step?.kind === 'authorization' && trace?.situation.mode === 'service') expect(part.verdict).toBe(step.verdict)
      }
    }
    expect(stepName(timeline, 0)).toBe('idle')
    expect(stepName(timeline, timeline.end)).toBe(trace?.outcome === 'denied' ? 'error' : timeline.trace?.situation.workload ? '5' : '4')
    expect(stationTime(timeline, 1)).toBe(1800)
  })

  it.each(unreadable)('$name cannot be read: the run ends at its station', async ({ changes, step }) => {
    const timeline = await played('clean-hand-over', changes)
    expect(stepName(timeline, timeline.end)).toBe(step)
    expect(timeline.segments.some((segment) => segment.id === 'error')).toBe(false)
  })
})

describe.each(languages)('the stage (%s)', (language) => {
  const frames = async (id: (typeof scenarioIds)[number], changes: Documents = {}, reduced = false) => {
    const translate = await loadTranslate(language)
    const timeline = await played(id, changes)
    const scene = buildScene(timeline, translate)
    return { timeline, scene, frame: buildGraphFrame(timeline, scene, translate, { reduced }) }
  }

  it.each(scenarioIds)('%s: the frame at t is the same however t was reached', async (id) => {
    const { timeline, frame } = await frames(id)
    const again = (await frames(id)).frame
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: timeline.end + 500 }), { minLength: 1, maxLength: 12 }), (times) => {
        for (const t of times) frame(t)
        const last = times.at(-1) ?? 0
        expect(frame(last)).toEqual(again(last))
      }),
      { numRuns: 20, seed: 3 },
    )
  })

  it.each(scenarioIds)('%s: what was passed stays lit, and nothing after the stop is', async (id) => {
    const { timeline, scene, frame } = await frames(id)
    const end = frame(timeline.end)
    const stopped = timeline.trace?.stoppedAt
    expect(end.edges.call.progress).toBe(1)
    const direct = timeline.trace?.situation.mode === 'direct'
    const dead = !direct && (stopped === 'service-action' || stopped === 'pass-role')
    const trustAllows = deniedOnOwnSide(timeline) && deniedStep(timeline)?.refusal === undefined
    expect(end.gates.iam.stamp?.kind).toBe(dead ? 'deny' : scene.gates.iam.verdict)
    expect(end.gates.sts.stamp?.kind).toBe(dead ? 'not-reached' : stopped === 'assume-role' && !trustAllows ? 'deny' : 'allow')
    if (dead) expect(end.edges['assume-rail']).toMatchObject({ base: 'not-reached', barrier: true })
    expect(end.edges.wear.barrier).toBe(stopped === 'assume-role')
    expect(end.edges.error.progress).toBe(timeline.trace?.seenAt === 'call' ? 1 : 0)
    expect(end.packets).toEqual([])
    expect(end.lanes.includes('role')).toBe(stopped === undefined || stopped === 'role-permission')
  })

  it('with reduced motion nothing is ever in between', async () => {
    const { timeline, frame } = await frames('clean-hand-over', {}, true)
    for (let t = 0; t <= timeline.end; t += 97) {
      const { edges, gates, packets } = frame(t)
      for (const edge of Object.values(edges)) expect([0, 1]).toContain(edge.progress)
      for (const gate of Object.values(gates)) if (gate.stamp) expect([1, 1.6]).toContain(Number(gate.stamp.scale.toFixed(3)))
      if (t > 0) expect(packets).toEqual([])
    }
  })

  it('a frame costs little', async () => {
    const { timeline, frame } = await frames('task-definition-roles')
    for (let i = 0; i < 200; i++) frame((i * timeline.end) / 200)
    const start = performance.now()
    for (let i = 0; i < 500; i++) frame((i * timeline.end) / 500)
    expect((performance.now() - start) / 500).toBeLessThan(4)
  })
})

/** Every text that a run can show, at every settled point. */
function textsOf(timeline: Timeline, translate: Translate): string[] {
  const scene = buildScene(timeline, translate)
  const texts: string[] = [JSON.stringify(scene)]
  for (const t of timeline.settled) {
    const { headline, body, aside } = narrate(timeline, t, translate, noLesson)
    texts.push([...headline, ...body, ...(aside?.text ?? [])].map((segment) => segment.text).join(''), aside?.title ?? '')
    texts.push(...terminalPanels(timeline, t, translate).map((panel) => `${panel.title} ${panel.status?.text ?? ''}`))
    texts.push(JSON.stringify(editorHighlights(timeline, t, translate)))
  }
  return texts
}

describe.each(languages)('texts (%s)', (language) => {
  it.each(scenarioIds)('%s: no placeholder is left, at any settled point', async (id) => {
    const translate = await loadTranslate(language)
    const timeline = await played(id)
    for (const text of textsOf(timeline, translate)) expect(text).not.toMatch(/\{[a-z]:?[A-Za-z]*\}|undefined|\[object/)
  })

  it.each(scenarioIds)('%s: what is lit lies in the very text that was evaluated', async (id) => {
    const translate = await loadTranslate(language)
    const { documents } = await loadScenario(id)
    const timeline = await played(id)
    for (const t of timeline.settled) {
      for (const { documentId, statement, elements } of editorHighlights(timeline, t, translate)) {
        const text = documents[documentId] ?? ''
        if (statement) expect(text.slice(statement.start, statement.end)).toMatch(/^\{[\s\S]*\}$/)
        for (const element of elements) {
          const part = text.slice(element.span.start, element.span.end)
          expect(part).toMatch(/^["[{]/)
          expect(() => JSON.parse(part)).not.toThrow()
        }
      }
    }
  })
})
