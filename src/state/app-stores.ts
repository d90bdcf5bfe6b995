import type { Language } from '../i18n'
import { loadTranslate } from '../i18n'
import { readFragment } from '../lib/fragment'
import { defaultScenarioId, isScenarioId, loadScenario } from '../scenarios'
import type { ShareError } from '../share'
import type { runDocuments } from '../simulate'
import { type KeepProblem, type Kept, keep, restore, restorePreferences, type StoragePort } from './keep'
import { createNoticeStore } from './notice-store'
import { createPlaybackStore } from './playback-store'
import { createPreferencesStore } from './preferences-store'
import type { AppStores, NoticeState } from './stores'
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
  readonly run?: typeof runDocuments
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

async function openLink(code: string, language: Language) {
  const { decodeScenario, textIn } = await import('../share')
  const result = decodeScenario(code)
  return result.kind === 'ok' ? { ...result, title: textIn(result.scenario.title, language) } : result
}

/** The message for a link that could not be opened. */
export const linkProblem = (error: ShareError) => linkKeys[error.kind]

function reportOnce(notices: NoticeState): (problem: KeepProblem | undefined) => void {
  let told: KeepProblem | undefined
  return (problem) => {
    if (problem !== undefined && problem !== told) notices.notify('problem', problemKeys[problem])
    told = problem ?? told
  }
}

/**
 * Makes the stores: what a link carries goes before what was kept, and what was kept before the default scenario. What cannot be
 * opened gives a notice, and the next in line is shown.
 */
export async function createAppStores(ports: Ports): Promise<AppStores> {
  const fragment = readFragment(ports.hash)
  const saved = restorePreferences(ports.storage)
  const translate = await loadTranslate(fragment.language ?? saved.language ?? ports.language)
  const notices = createNoticeStore()
  const report = reportOnce(notices.getState())
  const found = fragment.fresh ? undefined : restore(ports.storage)
  if (typeof found === 'string') report(found)
  const kept: Kept | undefined = typeof found === 'string' ? undefined : found
  // The codec is fetched only when a link carries something.
  const linked = fragment.code === undefined ? undefined : await openLink(fragment.code, translate.language)
  if (linked?.kind === 'error') notices.getState().notify('problem', linkKeys[linked.error.kind])
  const unknown = fragment.scenarioId !== undefined && !isScenarioId(fragment.scenarioId)
  if (unknown) notices.getState().notify('problem', 'notice.unknown-scenario', { id: fragment.scenarioId ?? '' })

  const named =
    linked?.kind !== 'ok' && fragment.scenarioId !== undefined && isScenarioId(fragment.scenarioId) ? fragment.scenarioId : undefined
  const keptId = kept?.scenarioId !== undefined && isScenarioId(kept.scenarioId) ? kept.scenarioId : undefined
  const fromKept = linked?.kind !== 'ok' && named === undefined && kept !== undefined
  const id = linked?.kind === 'ok' ? undefined : (named ?? (fromKept ? keptId : defaultScenarioId))
  const scenario = id === undefined ? undefined : await loadScenario(id)

  const documents = linked?.kind === 'ok' ? linked.scenario.documents : fromKept ? kept.documents : (scenario?.documents ?? {})
  const workspace = createWorkspaceStore(documents, ports)
  const title = linked?.kind === 'ok' ? linked.title : fromKept ? kept.title : undefined
  workspace.setState({ scenario, title, start: fromKept ? kept.start : documents })
  const playback = createPlaybackStore(workspace)
  if (fragment.t !== undefined) playback.getState().seek(fragment.t)
  const preferences = createPreferencesStore(
    { translate, theme: fragment.theme ?? saved.theme ?? 'light', reducedMotion: ports.reducedMotion },
    ports.storage,
  )
  workspace.subscribe((state, before) => {
    if (state.documents === before.documents && state.start === before.start && state.scenario === before.scenario) return
    ports.later(() => {
      const now = workspace.getState()
      report(keep(ports.storage, { documents: now.documents, start: now.start, scenarioId: now.scenario?.id, title: now.title }))
    })
  })
  return { workspace, playback, preferences, notices }
}
