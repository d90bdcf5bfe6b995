import { loadTranslate, type Translate } from '../../i18n'
import { buildScene, buildTimeline, type Scene, type Timeline } from '../../present'
import { loadScenario, type ScenarioId, scenarioIds } from '../../scenarios'
import { runDocuments } from '../../simulate'

const now = '2026-01-02T03:04:05Z'

/** One run as the stage gets it. */
export interface Drawn {
  readonly name: string
  readonly timeline: Timeline
  readonly scene: Scene
  readonly translate: Translate
}

export async function drawLesson(id: ScenarioId, language: 'en' | 'ja' = 'en', solved = false): Promise<Drawn> {
  const [scenario, translate] = await Promise.all([loadScenario(id), loadTranslate(language)])
  const documents = solved ? { ...scenario.documents, ...scenario.solution } : scenario.documents
  const timeline = buildTimeline(runDocuments(documents, { now }))
  return { name: `${id}${solved ? ', solved' : ''} (${language})`, timeline, scene: buildScene(timeline, translate), translate }
}

let all: Promise<readonly Drawn[]> | undefined

/** Every lesson, as it starts and as it is solved, in both languages. Drawn once for all tests of a file. */
export function drawEveryLesson(): Promise<readonly Drawn[]> {
  all ??= Promise.all(
    scenarioIds.flatMap((id) => (['en', 'ja'] as const).flatMap((language) => [drawLesson(id, language), drawLesson(id, language, true)])),
  )
  return all
}
