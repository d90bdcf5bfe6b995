import { isScenarioId, scenarioIds } from '../../scenarios'
import { useTranslate, useWorkspace } from '../AppStores'

/** Where "next" leads, by name; undefined after the last scenario, and where it is none of them. */
export function useNextLabel(): string | undefined {
  const translate = useTranslate()
  const id = useWorkspace((state) => state.scenario?.id ?? '')
  const next = isScenarioId(id) ? scenarioIds[scenarioIds.indexOf(id) + 1] : undefined
  return next && translate('action.next-titled', { title: translate(`scenario.${next}.title`) })
}
