import { useCallback } from 'react'
import { assertNever } from '../../lib/assert-never'
import { isScenarioId, type ScenarioId, scenarioIds } from '../../scenarios'
import type { AppStores } from '../../state'
import { useStores } from '../AppStores'
import { backFrom, forwardFrom, type Move, type MovingCommand } from './present-command'

function placeOf({ workspace, playback }: AppStores) {
  const { scenario, timeline } = workspace.getState()
  const id = scenario?.id ?? ''
  return {
    t: playback.getState().t,
    end: timeline.end,
    scenario: isScenarioId(id) ? scenarioIds.indexOf(id) : -1,
    scenarios: scenarioIds.length,
  }
}

/** Steps, plays, and goes from scenario to scenario. A scenario opens idle; going back opens it at its end. */
export function useMoves(onScenario: (id: ScenarioId) => Promise<void>): (command: MovingCommand) => void {
  const stores = useStores()
  return useCallback(
    (command) => {
      const playback = stores.playback.getState()
      const place = placeOf(stores)
      const go = async (index: number, atEnd: boolean) => {
        const id = scenarioIds[index]
        if (id === undefined) return
        await onScenario(id)
        if (atEnd) stores.playback.getState().toEnd()
      }
      const move = (next: Move, step: () => void, atEnd: boolean) => {
        if (next.kind === 'step') step()
        else if (next.kind === 'scenario') void go(next.index, atEnd)
      }
      switch (command.kind) {
        case 'forward':
          return move(forwardFrom(place), playback.stepForward, false)
        case 'back':
          return move(backFrom(place), playback.stepBack, true)
        case 'next-scenario':
          return void go(place.scenario + 1, false)
        case 'previous-scenario':
          return void go(place.scenario - 1, false)
        case 'toggle':
          return playback.toggle()
        case 'to-start':
          return playback.toStart()
        case 'to-end':
          return playback.toEnd()
        case 'station':
          return playback.toStation(command.station)
        default:
          return assertNever(command)
      }
    },
    [stores, onScenario],
  )
}
