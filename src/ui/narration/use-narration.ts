import { useCallback, useMemo } from 'react'
import { type Narration, type NarrationExtras, narrate } from '../../present'
import { defaultScenarioId, scenarioIds } from '../../scenarios'
import { sameTexts } from '../../state'
import { usePlayback, useProgress, useStores, useTranslate, useWorkspace } from '../AppStores'
import { useEvidence } from '../editor/use-evidence'
import { useSaid } from '../use-derived'

/** What is said now. The object stays the same for as long as what is said does. */
export function useNarration(): Narration {
  const translate = useTranslate()
  const { embedded } = useStores()
  const scenario = useWorkspace((state) => state.scenario)
  const isStart = useWorkspace((state) => state.scenario !== undefined && sameTexts(state.documents, state.scenario.documents))
  const trustChanged = useWorkspace(
    (state) => state.scenario !== undefined && state.documents.trustPolicy !== state.scenario.documents.trustPolicy,
  )
  const started = usePlayback((state) => state.started)
  const evidence = useEvidence()
  const unread = useWorkspace(({ playable, documents }) => (playable.kind === 'invalid' ? documents[playable.documentId] : undefined))
  const repair = useMemo(() => (unread === undefined ? undefined : evidence?.repairJson(unread)), [unread, evidence])
  const guess = useProgress((state) => (scenario ? state.scenarios[scenario.id]?.guess : undefined))
  const extras = useMemo<NarrationExtras>(() => {
    const texts = scenario && {
      story: scenario.story[translate.language],
      task: scenario.task[translate.language],
      insight: scenario.insight[translate.language],
    }
    return {
      story: texts?.story,
      task: texts?.task,
      insight: texts?.insight,
      canFix: scenario?.solution !== undefined,
      isFirst: scenario?.id === defaultScenarioId,
      canGuess: scenario !== undefined && !started && !embedded,
      guess: isStart ? guess : undefined,
      canCompare: !embedded,
      trustChanged,
      repair,
      hasNext: !embedded && scenario !== undefined && scenarioIds.at(-1) !== scenario.id,
    }
  }, [scenario, translate, started, isStart, guess, embedded, trustChanged, repair])
  return useSaid(useCallback((timeline, t) => narrate(timeline, t, translate, extras), [translate, extras]))
}
