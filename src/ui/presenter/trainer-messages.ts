import type { Language } from '../../i18n'
import type { Documents } from '../../simulate'
import { type PresentCommand, readCommand } from './present-command'

/** Everything that the trainer's window shows of a presentation. Owned by the presenting window; lengths in px, times in ms. */
export interface Presented {
  readonly documents: Documents
  readonly start: Documents
  readonly scenarioId: string | undefined
  readonly title: string | undefined
  readonly t: number
  readonly playing: boolean
  readonly speed: 0.5 | 1 | 1.5 | 2
  readonly started: boolean
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly blank: boolean
  /** Since the presentation began, or since its clock was set back. */
  readonly elapsed: number
  readonly width: number
  readonly height: number
}

/** What the presenting window says. */
export type ToTrainer = { readonly kind: 'presented'; readonly presented: Presented } | { readonly kind: 'over' }

/** What the trainer's window says: it only asks. */
export type ToPresenter = { readonly kind: 'hello' } | { readonly kind: 'command'; readonly command: PresentCommand }

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> => typeof data === 'object' && data !== null

const areTexts = (data: unknown): boolean => isObject(data) && Object.values(data).every((text) => typeof text === 'string')

/** Reads what the trainer's window sent; undefined for anything else, such as a message of another version. */
export function readToPresenter(data: unknown): ToPresenter | undefined {
  if (!isObject(data)) return undefined
  if (data.kind === 'hello') return { kind: 'hello' }
  const command = data.kind === 'command' ? readCommand(data.command) : undefined
  return command && { kind: 'command', command }
}

const optional = (value: unknown): boolean => value === undefined || typeof value === 'string'
const isLength = (value: unknown): boolean => typeof value === 'number' && value > 0

function isPresented(data: unknown): data is Presented {
  return (
    isObject(data) &&
    areTexts(data.documents) &&
    areTexts(data.start) &&
    optional(data.scenarioId) &&
    optional(data.title) &&
    [data.t, data.elapsed].every((time) => typeof time === 'number' && time >= 0) &&
    [data.playing, data.started, data.blank].every((flag) => typeof flag === 'boolean') &&
    [0.5, 1, 1.5, 2].some((speed) => speed === data.speed) &&
    (data.language === 'en' || data.language === 'ja') &&
    (data.theme === 'light' || data.theme === 'dark') &&
    isLength(data.width) &&
    isLength(data.height)
  )
}

/** Reads what the presenting window sent; undefined for anything else. */
export function readToTrainer(data: unknown): ToTrainer | undefined {
  if (!isObject(data)) return undefined
  if (data.kind === 'over') return { kind: 'over' }
  return data.kind === 'presented' && isPresented(data.presented) ? { kind: 'presented', presented: data.presented } : undefined
}
