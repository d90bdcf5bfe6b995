import { describe, expect, it } from 'vitest'
import { readErrorText, runDocuments, sceneOfError, type Trace } from '../simulate'
import { closestLesson, loadScenario, scenarioIds } from '.'

/** A lesson's own error, as a terminal prints it. */
function printed({ steps }: Trace): string | undefined {
  const step = steps.find(({ kind }) => kind === 'error')
  if (step?.kind !== 'error' || step.error.message === '') return undefined
  const { code, operation, message } = step.error
  return code === '' ? message : `An error occurred (${code}) when calling the ${operation} operation: ${message}`
}

const lessons = await Promise.all(
  scenarioIds.map(async (id) => {
    const { documents } = await loadScenario(id)
    const run = runDocuments(documents)
    return { id, trace: run.trace, text: run.trace && printed(run.trace) }
  }),
)

/** Why a lesson's error leads to no scene that ends in the same words. */
const impossible: Readonly<Record<string, string>> = {
  'tag-session': 'which tags the session was given is not in its error',
  'role-chaining': 'no policy decides it',
}

describe('the error of a lesson, pasted', () => {
  const rows = lessons.flatMap(({ id, trace, text }) => (trace && text !== undefined ? [{ id, trace, text }] : []))

  it('most lessons end in one', () => expect(rows.length).toBeGreaterThan(18))

  it.each(rows)('$id leads to a scene that ends in it', ({ id, trace, text }) => {
    const reading = readErrorText(text)
    expect(reading.kind, text).toBe('read')
    if (reading.kind !== 'read') return
    expect(reading.facts.check).toBe(trace.stoppedAt)
    const scene = sceneOfError(reading.facts, text)
    if (impossible[id] !== undefined) return expect(scene?.exact ?? false).toBe(false)
    expect([scene?.run.trace?.stoppedAt, scene?.message, scene?.exact], text).toEqual([trace.stoppedAt, expect.any(String), true])
  })

  it.each<[string, string]>([
    ['no-pass-role', 'no-pass-role'],
    ['explicit-deny-admin', 'explicit-deny-admin'],
    ['permissions-boundary', 'permissions-boundary'],
    ['other-account-role', 'other-account-role'],
    ['lambda-execution-role', 'lambda-execution-role'],
    ['role-chaining', 'role-chaining'],
    // The message tells which policy, and not which condition in it.
    ['passed-to-service', 'no-pass-role'],
  ])('%s is most like %s', (id, closest) => {
    const text = lessons.find((lesson) => lesson.id === id)?.text ?? ''
    const reading = readErrorText(text)
    const played = lessons.flatMap((lesson) => (lesson.trace ? [{ id: lesson.id, trace: lesson.trace }] : []))
    expect(reading.kind === 'read' && closestLesson(reading.facts, played)?.id).toBe(closest)
  })
})
