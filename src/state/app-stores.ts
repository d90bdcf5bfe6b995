import { createStore } from 'zustand/vanilla'
import type { Language } from '../i18n'
import { loadFirstTranslate } from '../i18n'
import { type Fragment, readFragment } from '../lib/fragment'
import { checkGoal, defaultScenarioId, isScenarioId, loadScenario, type Scenario } from '../scenarios'
import type { ShareError } from '../share'
import type { RunDocuments } from '../simulate'
import type { ChallengeState } from './challenge-store'
import { forgetAside, isEdited, type KeepProblem, type Kept, keep, restore, restorePreferences, type StoragePort, sameTexts } from './keep'
import { createNoticeStore } from './notice-store'
import { createPlaybackStore } from './playback-store'
import { createPreferencesStore } from './preferences-store'
import { createProgressStore } from './progress-store'
import type { AppStores, NoticeState, Work } from './stores'
import { createWorkspaceStore } from './workspace-store'

/** Everything the app takes from its surroundings. */
export interface Ports {
  readonly storage: StoragePort | undefined
  readonly hash: string
  readonly language: Language
  readonly reducedMotion: boolean
  readonly now: () => string
  /** Runs a task a little later; a new one replaces the one that waits. Returns a function that runs it at once. */
  readonly later: (task: () => void) => void
  readonly run?: RunDocuments
}

const problemKeys = {
  blocked: 'notice.storage-blocked',
  full: 'notice.storage-full',
  corrupt: 'notice.storage-corrupt',
  'later-version': 'notice.storage-later',
} as const satisfies Record<KeepProblem, string>

const linkKeys = {
  damaged: 'notice.link-damaged',
  'too-large': 'notice.link-too-large',
  'later-version': 'notice.link-later-version',
  'not-a-scenario': 'notice.link-damaged',
  'wrong-type': 'notice.link-damaged',
} as const satisfies Record<ShareError['kind'], string>

function reportOnce(notices: NoticeState): (problem: KeepProblem | undefined) => void {
  let told: KeepProblem | undefined
  return (problem) => {
    if (problem !== undefined && problem !== told) notices.notify('problem', problemKeys[problem])
    told = problem ?? told
  }
}

/** What is kept of the work; its lesson by name. */
const keptOf = ({ documents, start, scenario, title }: Work): Kept => ({ documents, start, scenarioId: scenario?.id, title })

const loadNamed = async (id: string | undefined): Promise<Scenario | undefined> =>
  id !== undefined && isScenarioId(id) ? await loadScenario(id) : undefined

const workOf = async ({ documents, start, scenarioId, title }: Kept): Promise<Work> => ({
  documents,
  start,
  scenario: await loadNamed(scenarioId),
  title,
})

/** What to show first: what the link carries, what it names, what was kept, or the default scenario. */
async function firstWork(fragment: Fragment, kept: Kept | undefined, language: Language, notices: NoticeState) {
  if (fragment.code !== undefined) {
    // The codec is fetched only when a link carries something.
    const { decodeScenario, textIn } = await import('../share')
    const result = decodeScenario(fragment.code)
    if (result.kind === 'ok') {
      const { documents, title } = result.scenario
      return { documents, start: documents, scenario: undefined, title: textIn(title, language) }
    }
    notices.notify('problem', linkKeys[result.error.kind])
  }
  const named = await loadNamed(fragment.scenarioId)
  if (!named && fragment.scenarioId !== undefined) notices.notify('problem', 'notice.unknown-scenario', { id: fragment.scenarioId })
  if (!named && kept && !fragment.fresh) return workOf(kept)
  const scenario = named ?? (await loadScenario(defaultScenarioId))
  return { documents: scenario.documents, start: scenario.documents, scenario, title: undefined }
}

/**
 * Work that a link takes the place of is set aside, and offered until the offer is taken or dismissed: an edit of what the link brought
 * would otherwise write over it.
 */
function offerAside(
  { workspace, notices }: Pick<AppStores, 'workspace' | 'notices'>,
  storage: StoragePort | undefined,
  quiet: boolean,
): void {
  const aside = restore(storage, 'aside')
  if (aside === undefined || typeof aside === 'string') return
  if (sameTexts(aside.documents, workspace.getState().documents)) {
    forgetAside(storage)
    return
  }
  if (quiet) return
  const back = async () => workspace.getState().bringBack(await workOf(aside))
  notices.getState().notify('info', 'notice.work-aside', {}, { label: 'notice.work-aside.back', run: () => void back() })
  const isOffered = (state: NoticeState) => state.notices.some((notice) => notice.key === 'notice.work-aside')
  notices.subscribe((state, before) => {
    if (isOffered(before) && !isOffered(state)) forgetAside(storage)
  })
}

/** A scenario counts as played once its start has been seen to the end, and as solved once its goal is met. */
function noteProgress({ workspace, playback, progress }: Pick<AppStores, 'workspace' | 'playback' | 'progress'>): void {
  const note = () => {
    const { scenario, playable, timeline, documents } = workspace.getState()
    const { t } = playback.getState()
    if (!scenario || playable.kind !== 'ready' || t <= 0 || t < timeline.end) return
    const { outcome, stoppedAt } = playable.trace
    if (sameTexts(documents, scenario.documents)) progress.getState().note(scenario.id, { played: stoppedAt ?? 'allowed' })
    if (outcome && checkGoal(playable, scenario.goal)) progress.getState().note(scenario.id, { solved: true })
  }
  playback.subscribe(note)
}

/** In somebody else's page nothing is left behind, and nothing of an earlier visit is shown. */
const keepsNothing: StoragePort = { getItem: () => null, setItem: () => {} }

/** Makes the stores. What cannot be opened gives a notice, and the next in line is shown. */
export async function createAppStores(ports: Ports): Promise<AppStores> {
  const fragment = readFragment(ports.hash)
  const embedded = fragment.embed
  const storage = embedded ? keepsNothing : ports.storage
  const saved = restorePreferences(storage)
  const translate = await loadFirstTranslate(fragment.language ?? saved.language ?? ports.language)
  const notices = createNoticeStore()
  const report = reportOnce(notices.getState())
  const found = restore(storage)
  if (typeof found === 'string' && !fragment.fresh) report(found)
  const kept = typeof found === 'string' ? undefined : found

  const work = await firstWork(fragment, kept, translate.language, notices.getState())
  const workspace = createWorkspaceStore(work.documents, ports)
  workspace.setState(work)
  const preferences = createPreferencesStore(
    {
      translate,
      theme: fragment.theme ?? saved.theme ?? 'system',
      reducedMotion: ports.reducedMotion,
      columns: saved.columns,
      singleKeys: saved.singleKeys,
    },
    storage,
  )
  const complete = async () => {
    await Promise.all([workspace.getState().complete(), preferences.getState().completeMessages()])
  }
  const { playable, scenario } = workspace.getState()
  // Another start is shown once it can be judged and told; only the editors may come after it.
  if (scenario?.id !== defaultScenarioId || playable.kind !== 'ready' || playable.trace.outcome !== 'allowed') await complete()
  const playback = createPlaybackStore(workspace)
  if (fragment.t !== undefined) playback.getState().seek(fragment.t)

  if (kept && isEdited(kept) && !sameTexts(kept.documents, work.documents)) report(keep(storage, kept, 'aside'))
  offerAside({ workspace, notices }, storage, fragment.fresh)
  workspace.subscribe((state, before) => {
    if (state.documents === before.documents && state.start === before.start && state.scenario === before.scenario) return
    // What a later version has kept is not ours to write over.
    if (found !== 'later-version') ports.later(() => report(keep(storage, keptOf(workspace.getState()))))
  })
  const progress = createProgressStore(storage, fragment.fresh)
  noteProgress({ workspace, playback, progress })
  const challenge = createStore<ChallengeState>(() => ({ active: undefined }))
  return {
    workspace,
    playback,
    preferences,
    notices,
    progress,
    challenge,
    storage: fragment.fresh ? keepsNothing : storage,
    embedded,
    complete,
  }
}
