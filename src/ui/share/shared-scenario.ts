import type { SharedScenario } from '../../share'
import type { AppStores } from '../../state'

/** What is in the editors, as a link or a file carries it. */
export function sharedScenario({ workspace, preferences }: AppStores): SharedScenario {
  const { documents, scenario, title } = workspace.getState()
  const { translate } = preferences.getState()
  const name = title ?? (scenario ? translate(`scenario.${scenario.id as 'clean-hand-over'}.title`) : undefined)
  return { documents, ...(name === undefined ? {} : { title: name }) }
}
