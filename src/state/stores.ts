import type { StoreApi } from 'zustand/vanilla'
import type { Language, MessageKey, MessageParams, Translate } from '../i18n'
import type { LayerPlace, Playable, Timeline } from '../present'
import type { Scenario } from '../scenarios'
import type { DocumentId, Documents } from '../simulate'
import type { ChallengeState } from './challenge-store'
import type { StoragePort } from './keep'
import type { ProgressState } from './progress-store'

/** The texts that are worked on, and where they began. */
export interface Work {
  readonly documents: Documents
  /** What Reset returns to: the scenario's start, or the opened file or link. */
  readonly start: Documents
  readonly scenario: Scenario | undefined
  /** Title of an opened file or link. */
  readonly title: string | undefined
}

/** What is edited, and the one evaluation of it. */
export interface WorkspaceState extends Work {
  /** Recomputed once per edit. */
  readonly playable: Playable
  readonly timeline: Timeline
  /** Counts every replacement of texts from outside the editors (load, reset, solution), so that editors know to take the new text. */
  readonly revision: number
  edit(id: DocumentId, text: string): void
  openScenario(scenario: Scenario): void
  openDocuments(documents: Documents, title: string | undefined): void
  /** Fetches what the first evaluation did without (most services), and evaluates again with it. */
  complete(): Promise<void>
  /** Fetches the lint too, whose advice the editors show. It changes no verdict. */
  advise(): Promise<void>
  resetDocument(id: DocumentId): void
  /** Puts a document beside the others, with its first text, and opens it. */
  addDocument(id: DocumentId, text: string): void
  /** Takes a document away: its layer no longer applies. */
  removeDocument(id: DocumentId): void
  /** The place in the documents that was asked for last; a new value is a new request. */
  readonly opened: LayerPlace | undefined
  /** Opens the document in which a place lies, and brings the place into view. */
  openPlace(place: LayerPlace): void
  resetAll(): void
  /** Puts other texts in place of all there are; what Reset returns to stays. */
  rewrite(documents: Documents): void
  /** Puts other work in place of this: how Undo takes back what was opened. */
  bringBack(work: Work): void
  /** Writes the scenario's solution into the documents it changes. */
  applySolution(): void
}

/** The only stored playback facts. Everything shown derives from (timeline, t). */
export interface PlaybackState {
  /** ms at speed 1. */
  readonly t: number
  /** `t` one frame ago, for as long as it plays. */
  readonly before: number
  readonly playing: boolean
  readonly speed: 0.5 | 1 | 1.5 | 2
  /** False until the first play or step: the bar shows no verdicts before. */
  readonly started: boolean
  play(): void
  pause(): void
  toggle(): void
  seek(t: number): void
  stepForward(): void
  stepBack(): void
  toStart(): void
  toEnd(): void
  toStation(station: 1 | 2 | 3 | 4 | 5): void
  setSpeed(speed: PlaybackState['speed']): void
  /** Moves the clock by real elapsed ms; pauses at the end. */
  advance(elapsed: number): void
}

/** The first column's share of the page, and the second's of what is left. */
export interface ColumnShares {
  readonly first: number
  readonly second: number
}

export interface PreferencesState {
  readonly language: Language
  readonly translate: Translate
  readonly theme: 'light' | 'dark' | 'system'
  readonly reducedMotion: boolean
  /** What the columns' widths are of the room there is; see `ui/stage/plan.ts`. */
  readonly columns: ColumnShares
  /** Do keys that type a character work as commands? Whoever speaks to the computer, or presses keys by mistake, turns them off. */
  readonly singleKeys: boolean
  setLanguage(language: Language): Promise<void>
  /** Fetches the messages that the first screen did without. */
  completeMessages(): Promise<void>
  /** What the system asks for; it may change while the page is open. */
  setReducedMotion(on: boolean): void
  setTheme(theme: PreferencesState['theme']): void
  setColumns(columns: ColumnShares): void
  setSingleKeys(on: boolean): void
}

/** What a notice offers to do. Doing it ends the notice. */
export interface NoticeAction {
  readonly label: MessageKey
  readonly run: () => void
}

export interface Notice {
  readonly id: string
  readonly tone: 'info' | 'problem'
  readonly key: MessageKey
  readonly params: MessageParams
  readonly action: NoticeAction | undefined
}

/** Quiet messages about keeping, links and files; never about verdicts. */
export interface NoticeState {
  readonly notices: readonly Notice[]
  /** Shows a message; it replaces an earlier one of the same key. */
  notify(tone: Notice['tone'], key: MessageKey, params?: MessageParams, action?: NoticeAction): void
  dismiss(id: string): void
}

export interface AppStores {
  readonly workspace: StoreApi<WorkspaceState>
  readonly playback: StoreApi<PlaybackState>
  readonly preferences: StoreApi<PreferencesState>
  readonly notices: StoreApi<NoticeState>
  readonly progress: StoreApi<ProgressState>
  /** What is being solved; `challenge-store.ts` starts it. */
  readonly challenge: StoreApi<ChallengeState>
  /** Where this visit keeps what it keeps; one that keeps nothing has one that forgets. */
  readonly storage: StoragePort | undefined
  /** The page stands inside another one: nothing is kept, and it stays with what its link shows. */
  readonly embedded: boolean
  /** Fetches what the first paint did without: most services, the lint, most messages. Anything but a fresh visit's start waits for it. */
  complete(): Promise<void>
}
