import { type Challenge, challengeOf, type Judged, narrow } from '../scenarios'
import { type Documents, documentIds, type RunDocuments } from '../simulate'
import type { AppStores } from './stores'

/** Texts that would take the place of others if somebody accepts them. Nothing is written before. */
export interface Proposal {
  /** The lesson's fix, the narrowing of one value, or the lesson's own answer beside another that is as good. */
  readonly kind: 'fix' | 'narrow' | 'answer'
  /** The whole text of each document that would change. */
  readonly documents: Documents
  /** What the goals would be. */
  readonly judged: Judged
  /** Which of its changes is looked at, from 0. */
  readonly current: number
}

export type Rung = 0 | 1 | 2 | 3 | 4

/** A lesson that somebody is solving. */
export interface ActiveChallenge {
  readonly challenge: Challenge
  readonly judged: Judged
  /** The hint that is shown: where, what, which value, the fix; 0: none. */
  readonly rung: Rung
  /** The furthest hint that was asked for. */
  readonly hints: number
  /** How long it took, once all goals were met. */
  readonly seconds: number | undefined
  readonly proposal: Proposal | undefined
}

export interface ChallengeState {
  /** Undefined: the page shows a lesson and nobody counts. */
  readonly active: ActiveChallenge | undefined
  /** The hint stands beside what it talks about. */
  readonly pinned?: boolean
}

const key = 'passrole-lab/challenge'

interface KeptChallenge {
  readonly scenarioId: string
  readonly rung: Rung
  readonly hints: number
  /** Seconds so far. */
  readonly spent: number
  readonly solved: boolean
}

function restoreChallenge({ storage }: AppStores): KeptChallenge | undefined {
  try {
    const kept = JSON.parse(storage?.getItem(key) ?? 'null')
    const whole = (value: unknown, most: number) => (typeof value === 'number' && value >= 0 && value <= most ? Math.round(value) : 0)
    if (typeof kept?.scenarioId !== 'string') return undefined
    return {
      scenarioId: kept.scenarioId,
      rung: whole(kept.rung, 3) as Rung,
      hints: whole(kept.hints, 4),
      spent: whole(kept.spent, 1e7),
      solved: kept.solved === true,
    }
  } catch {
    // Blocked, or not JSON: the lesson is there as a lesson.
    return undefined
  }
}

function keepChallenge({ storage }: AppStores, kept: KeptChallenge | undefined): void {
  try {
    storage?.setItem(key, kept ? JSON.stringify(kept) : '')
  } catch {
    // It holds for this visit; the workspace's own notice tells of the storage.
  }
}

/** What the mode needs of its surroundings. */
export interface ChallengePorts {
  readonly run: RunDocuments
  /** Milliseconds that only go on. */
  readonly clock: () => number
  /** Runs a task when the page has time for it. */
  readonly idle: (task: () => void) => void
}

/** Longer than this, in ms, judging does not go with a keystroke but waits for a quiet moment. */
const longest = 5

/** What can be done in the mode. */
export interface ChallengeMoves {
  readonly leave: () => void
  readonly show: (rung: Rung) => void
  readonly propose: (kind: Proposal['kind']) => void
  readonly reject: () => void
  readonly turnTo: (current: number) => void
  /** Seconds since it began. */
  readonly spent: () => number
  readonly keep: () => void
}

const changedBetween = (now: Documents, then: Documents): Documents =>
  Object.fromEntries(documentIds.flatMap((id) => (then[id] !== undefined && then[id] !== now[id] ? [[id, then[id]]] : [])))

/** Starts solving the lesson that is open, or goes on with what was kept of it. Undefined where there is nothing to solve. */
export function startChallenge(stores: AppStores, { run, clock, idle }: ChallengePorts, resumed = false): ChallengeMoves | undefined {
  const { workspace, progress, challenge: store } = stores
  const { scenario } = workspace.getState()
  const challenge = scenario && challengeOf(scenario, run)
  const found = resumed ? restoreChallenge(stores) : undefined
  if (!scenario || !challenge || (resumed && found?.scenarioId !== scenario.id)) return undefined
  const before = found?.spent ?? 0
  const since = clock()
  let cost = 0
  const judgeNow = (): Judged => {
    const { documents, playable } = workspace.getState()
    const result = playable.kind === 'fault' ? run(documents) : playable
    const from = clock()
    const judged = challenge.judge(documents, result)
    cost = clock() - from
    return judged
  }
  const active = () => store.getState().active
  const spent = () => active()?.seconds ?? before + Math.round((clock() - since) / 1000)
  const keep = () => {
    const now = active()
    if (!now) return
    const rung = now.rung === 4 ? 3 : now.rung
    keepChallenge(stores, { scenarioId: scenario.id, rung, hints: now.hints, spent: spent(), solved: now.seconds !== undefined })
  }
  const set = (more: Partial<ActiveChallenge>) => {
    const now = active()
    if (!now) return
    store.setState({ active: { ...now, ...more } })
    keep()
  }
  const note = (judged: Judged) => {
    if (judged.least) progress.getState().note(scenario.id, { solved: true, least: true })
    const seconds = active()?.seconds ?? (judged.least ? spent() : undefined)
    set({ judged, seconds })
  }
  const leave = () => {
    stop()
    store.setState({ active: undefined })
    keepChallenge(stores, undefined)
  }
  let waiting = false
  const stop = workspace.subscribe((state, last) => {
    // Another lesson, or the same one opened anew.
    if (state.scenario !== last.scenario || (state.start !== last.start && state.documents === state.scenario?.documents)) {
      leave()
      return
    }
    if (state.documents === last.documents && state.playable === last.playable) return
    if (state.documents !== last.documents && active()?.proposal)
      set({ proposal: undefined, rung: active()?.rung === 4 ? 3 : (active()?.rung ?? 0) })
    if (cost <= longest) {
      note(judgeNow())
      return
    }
    if (waiting) return
    waiting = true
    idle(() => {
      waiting = false
      if (active()?.challenge === challenge) note(judgeNow())
    })
  })
  const put = (kind: Proposal['kind'], documents: Documents) => {
    const whole = { ...workspace.getState().documents, ...documents }
    if (Object.keys(documents).length === 0) return
    set({ proposal: { kind, documents, judged: challenge.judge(whole, run(whole)), current: 0 } })
    turnTo(0)
  }
  const propose = (kind: Proposal['kind']) => {
    const { documents } = workspace.getState()
    const [wide] = active()?.judged.wides ?? []
    const narrowed = kind === 'narrow' && wide ? narrow(challenge, documents, wide, run) : undefined
    put(kind, narrowed ? { [narrowed.documentId]: narrowed.text } : changedBetween(documents, challenge.solution))
  }
  const turnTo = (current: number) => {
    const proposal = active()?.proposal
    if (proposal) set({ proposal: { ...proposal, current } })
  }
  const reject = () => set({ proposal: undefined, rung: active()?.rung === 4 ? 3 : (active()?.rung ?? 0) })
  const show = (rung: Rung) => {
    const hints = Math.max(active()?.hints ?? 0, rung)
    set({ rung, hints, proposal: undefined })
    if (rung === 4) propose('fix')
  }
  store.setState({
    active: {
      challenge,
      judged: judgeNow(),
      rung: found?.rung ?? 0,
      hints: found?.hints ?? 0,
      seconds: found?.solved ? before : undefined,
      proposal: undefined,
    },
  })
  keep()
  return { leave, show, propose, reject, turnTo, spent, keep }
}

/** The lesson that was being solved when the page was left, if any. */
export const keptChallengeId = (stores: AppStores): string | undefined => restoreChallenge(stores)?.scenarioId
