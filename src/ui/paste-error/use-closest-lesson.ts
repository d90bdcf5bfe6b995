import { useEffect, useState } from 'react'
import { closestLesson, loadScenario, type PlayedLesson, type ScenarioId, scenarioIds } from '../../scenarios'
import { type ErrorFacts, runDocuments } from '../../simulate'

interface Lesson extends PlayedLesson {
  readonly id: ScenarioId
}

/** Every lesson as it begins, once. */
async function playAll(): Promise<readonly Lesson[]> {
  const played = await Promise.all(
    scenarioIds.map(async (id) => {
      const { trace } = runDocuments((await loadScenario(id)).documents)
      return trace ? [{ id, trace }] : []
    }),
  )
  return played.flat()
}

/** The lesson that a message is most like, and its number from 1 on; undefined until the lessons are here, or where there is none. */
export function useClosestLesson(facts: ErrorFacts | undefined): { readonly id: ScenarioId; readonly number: number } | undefined {
  const [lessons, setLessons] = useState<readonly Lesson[]>([])
  useEffect(() => {
    let live = true
    playAll()
      .then((found) => {
        if (live) setLessons(found)
      })
      // Not reachable now: there is no button then.
      .catch(() => undefined)
    return () => {
      live = false
    }
  }, [])
  const lesson = facts && closestLesson(facts, lessons)
  return lesson && { id: lesson.id, number: scenarioIds.indexOf(lesson.id) + 1 }
}
