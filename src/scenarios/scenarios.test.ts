import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { type Documents, type RunResult, runDocuments, type Trace } from '../simulate'
import { checkGoal, loadScenario, scenarioIds } from '.'

function decided(trace: Trace) {
  const step = trace.steps.find((candidate) => candidate.kind === 'authorization' && candidate.verdict === 'deny')
  if (step?.kind !== 'authorization') return { sid: undefined, reason: undefined }
  const verdict = step.evaluation?.verdict
  const failed = verdict?.statement?.elements.find((element) => !element.matched)
  const silent = step.check === 'role-permission' ? 'permission' : 'pass-implicit'
  const reason = step.refusal ?? (verdict?.kind === 'explicit-deny' ? 'explicit-deny' : (failed?.mismatch ?? silent))
  return { sid: verdict?.statement?.statement.sid?.value, reason }
}

function traceOf(run: RunResult): Trace {
  if (run.kind !== 'ready') throw new Error(`${run.documentId} is invalid: ${run.problems.map((problem) => problem.code).join()}`)
  return run.trace
}

const changedLines = (before: string, after: string) => {
  const a = before.split('\n')
  const b = after.split('\n')
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return Math.max(a.length, b.length) - head - tail
}

describe.each(scenarioIds)('scenario %s', (id) => {
  it('starts as it says it does', async () => {
    const scenario = await loadScenario(id)
    const run = runDocuments(scenario.documents)
    const trace = traceOf(run)
    const { outcome, stoppedAt, seenAt, sid, reason } = scenario.expected
    expect({ outcome: trace.outcome, stoppedAt: trace.stoppedAt, seenAt: trace.seenAt, ...decided(trace) }).toEqual({
      outcome,
      stoppedAt,
      seenAt,
      sid,
      reason,
    })
    expect(run.problems.map((problem) => problem.code)).toEqual([])
  })

  it('misses its goal at the start, and meets it with its solution', async () => {
    const scenario = await loadScenario(id)
    expect(scenario.id).toBe(id)
    expect(checkGoal(runDocuments(scenario.documents), scenario.goal)).toBe(scenario.solution === undefined)
    if (!scenario.solution) return
    const solved: Documents = { ...scenario.documents, ...scenario.solution }
    expect(checkGoal(runDocuments(solved), scenario.goal)).toBe(true)
    const changed = Object.keys(scenario.solution)
    expect(changed).toHaveLength(1)
    for (const [document, text] of Object.entries(scenario.solution)) {
      expect(changedLines(scenario.documents[document as keyof Documents] ?? '', text)).toBeLessThanOrEqual(9)
    }
    for (const { request, stoppedAt } of scenario.goal.staysDenied ?? []) {
      const asked = JSON.stringify({ ...JSON.parse(solved.request ?? '{}'), resolved: undefined, ...request })
      expect(traceOf(runDocuments({ ...solved, request: asked })).stoppedAt).toBe(stoppedAt)
    }
  })

  it('speaks both languages', async () => {
    const { story, task, hints, insight } = await loadScenario(id)
    for (const text of [story, task, insight, ...hints]) {
      expect(text.en).not.toBe('')
      expect(text.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/)
      expect(text.ja).not.toBe(text.en)
    }
    const [en, ja] = await Promise.all([loadTranslate('en'), loadTranslate('ja')])
    expect(ja(`scenario.${id}.title`)).not.toBe(en(`scenario.${id}.title`))
  })
})
