import type { ScenarioId } from '../catalogue'
import type { TrainerNotes } from '../scenario'
import { layerNotes } from './layers'
import { passingNotes } from './passing'
import { serviceNotes } from './services'
import { takingNotes } from './taking'
import { trustNotes } from './trust'

/** What a trainer says about each scenario. */
export const trainerNotes: Readonly<Record<ScenarioId, TrainerNotes>> = {
  ...passingNotes,
  ...trustNotes,
  ...serviceNotes,
  ...layerNotes,
  ...takingNotes,
}
