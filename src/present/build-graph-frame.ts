import type { Translate } from '../i18n'
import type { Trace } from '../simulate'
import { arriving, moving, stamping, stepping, type Tween } from './easing'
import type { EdgeFrame, GateFrame, GraphFrame, LaneState, PacketFrame, RowState, StampKind } from './graph-frame'
import type { EdgeId, GateScene, LineKind, Scene } from './scene'
import type { GateCues, Timeline } from './timeline'
import { segmentIndexAt, turnsOf } from './timeline-points'

export interface FrameOptions {
  /** Every tween is a step at its end, and no packet travels. */
  readonly reduced: boolean
}

/** What one gate knows of the run: its visits' cues, and since when it can no longer be reached. */
interface GateState {
  readonly scene: GateScene
  readonly cues: readonly GateCues[]
  /** The same, by turns: between two of them nothing is read. */
  readonly turns: readonly (readonly GateCues[])[]
  readonly t: number
  readonly dead: boolean
}

/** The index, in the scene's list, of the role read at each visit. */
function visited(state: GateState): number[] {
  const asked = state.scene.roles.flatMap((role, index) => (role.verdict !== undefined ? [index] : []))
  return state.cues.map((_, visit) => asked[visit] ?? Math.min(visit, state.scene.roles.length - 1))
}

function rowStates(state: GateState, roleIndex: number, cue: GateCues | undefined): RowState[] {
  const rows = state.scene.roles[roleIndex]?.rows ?? []
  return rows.map((row, index): RowState => {
    if (state.dead) return 'skip'
    const at = cue?.rows[index]
    if (!cue) return 'wait'
    // Rows beyond those that were read: never looked at.
    if (at === undefined) return state.t >= cue.stamp && state.scene.verdict !== 'unreadable' ? 'skip' : 'wait'
    if (state.t < at) return 'wait'
    return state.t < at + 400 ? 'now' : row.result === 'ok' ? 'ok' : row.result === 'no' ? 'no' : 'skip'
  })
}

const markOf = { allow: 'ok', deny: 'no', unreadable: 'unreadable', fault: 'unreadable' } as const

function gateFrame(state: GateState, tween: Tween): GateFrame {
  const { scene, cues, t, dead } = state
  const indexes = visited(state)
  const cueOf = (roleIndex: number) => cues[indexes.indexOf(roleIndex)]
  const reading = cues.findLastIndex((cue) => t >= cue.thread)
  const selected = indexes[Math.max(reading, 0)] ?? 0
  const last = cues.at(-1)
  const stamped = last !== undefined && t >= last.stamp
  const marks = scene.roles.map((role, index): RowState | 'unreadable' => {
    const cue = cueOf(index)
    if (dead) return 'skip'
    if (!cue) return stamped ? 'skip' : 'wait'
    if (t < cue.stamp) return t >= cue.thread ? 'now' : 'wait'
    return role.verdict ? markOf[role.verdict] : 'skip'
  })
  const rows = scene.roles.map((_, index) => rowStates(state, index, cueOf(index)))
  const kind: StampKind | undefined = dead ? 'not-reached' : stamped ? scene.verdict : undefined
  const scale = last ? 1.6 - 0.6 * tween(t, last.stamp, last.stamp + 320, stamping) : 1
  const stamp = kind ? { kind, scale: dead ? 1 : scale } : undefined
  return { state: gateState(state, kind), stamp, selected, rows, marks }
}

function gateState({ turns, t, dead }: GateState, kind: StampKind | undefined): GateFrame['state'] {
  if (dead) return 'off'
  if (kind === 'unreadable' || kind === 'fault') return 'unreadable'
  if (kind === 'allow') return 'allow'
  if (kind === 'not-needed') return 'spared'
  if (kind === 'deny') return 'deny'
  const isRead = turns.some((turn, index) => {
    const [first, last] = [turn[0], turn.at(-1)]
    return first && last && t >= first.dock - 100 && (t < last.end || index === turns.length - 1)
  })
  return isRead ? 'on' : 'idle'
}

const hidden: EdgeFrame = { base: 'hidden', kind: 'user', progress: 0, head: false, label: false, answer: undefined, barrier: false }

function line(kind: LineKind, progress: number, more: Partial<EdgeFrame> = {}): EdgeFrame {
  return { ...hidden, base: 'track', kind, progress, head: progress >= 1, label: progress >= 1, ...more }
}

const notReached: EdgeFrame = { ...hidden, base: 'not-reached' }

function passAnswer(scene: Scene, translate: Translate): { text: string; kind: LineKind } {
  if (scene.deputy?.ownAnswer) return scene.deputy.ownAnswer
  const { verdict, roles } = scene.gates.iam
  if (verdict === 'deny') {
    const failing = roles.find((role) => role.verdict === 'deny')
    return { text: failing?.letter ? translate('answer.no-because', { station: failing.station }) : translate('answer.no'), kind: 'deny' }
  }
  const count = roles.length
  return { text: translate(count === 2 ? 'answer.yes-both' : count > 2 ? 'answer.yes-all' : 'answer.yes'), kind: 'allow' }
}

function assumeAnswer(scene: Scene, stopped: boolean, translate: Translate): { text: string; kind: LineKind } {
  if (scene.deputy) return stopped ? { text: scene.deputy.no, kind: 'deny' } : { text: scene.deputy.yes, kind: 'allow' }
  if (stopped) {
    const failing = scene.gates.sts.roles.find((role) => role.verdict === 'deny')
    return { text: failing?.letter ? translate('answer.no-because', { station: failing.station }) : translate('answer.no'), kind: 'deny' }
  }
  return { text: translate('answer.yes'), kind: 'allow' }
}

/** Does the workload run although it got no keys? An instance does, whichever service launched it. */
function staysBare({ situation, stoppedAt, seenAt, steps }: Trace): boolean {
  if (seenAt !== 'later' || stoppedAt !== 'assume-role') return false
  return (
    situation.service.workload === 'instance' || steps.some((step) => step.kind === 'error' && step.error.place === 'instance-metadata')
  )
}

/** Makes the function t → what is drawn, for one run in one language. Pure: the same t gives the same frame, however it was reached. */
export function buildGraphFrame(timeline: Timeline, scene: Scene, translate: Translate, options: FrameOptions): (t: number) => GraphFrame {
  const tween = options.reduced ? stepping : moving
  const { cues, trace, segments } = timeline
  const direct = scene.mode === 'direct'
  const { deputy } = scene
  const passBad = !direct && cues.pass.length > 0 && scene.gates.iam.verdict !== 'allow'
  const assumeSegment = segments.findLast((segment) => segment.station === 3 && segment.reached)
  const trustBad = assumeSegment !== undefined && assumeSegment.verdict !== 'allow'
  // In the direct call the caller's own side can end it although the trust policy says yes.
  const assumeBad = trustBad || trace?.stoppedAt === 'assume-role'
  const passEnd = cues.pass.at(-1)
  const assumeEnd = cues.assume.at(-1)
  const noRole = trace !== undefined && trace.situation.roles.length === 0
  const unreadableRequest = trace === undefined && timeline.playable.kind === 'invalid'
  const later = trace?.seenAt === 'later'
  const permissionDenied = trace?.stoppedAt === 'role-permission'
  const bareWorkload = trace !== undefined && staysBare(trace)
  // An unreadable document is no refusal: nothing comes back from the gate, and nothing bars the way in red.
  const passUnread = scene.gates.iam.verdict === 'unreadable' || scene.gates.iam.verdict === 'fault'
  const assumeUnread = scene.gates.sts.verdict === 'unreadable' || scene.gates.sts.verdict === 'fault'
  const passSpared = scene.gates.iam.verdict === 'not-needed'
  const passText = passAnswer(scene, translate)
  const assumeText = assumeAnswer(scene, trustBad, translate)
  const turns = turnsOf(timeline)
  const yes = assumeAnswer(scene, false, translate)
  const waiting = trace?.situation.roles.find(({ passSite }) => passSite?.assumed === 'later')
  const askingLater = waiting?.passSite?.servicePrincipal.replace('.amazonaws.com', '')

  return (time) => {
    const t = Math.max(0, Math.min(timeline.end, time))
    const call = tween(t, cues.callLeaves, cues.callArrives)
    const passAsk = passEnd && cues.pass[0] ? tween(t, cues.pass[0].ask, cues.pass[0].dock) : 0
    const passUp = passEnd ? tween(t, passEnd.answer, passEnd.answer + 600) : 0
    const rail = cues.assumeRail === undefined ? 0 : tween(t, cues.assumeRail, cues.assumeRail + 800)
    const turnIndex = Math.max(
      0,
      turns.findLastIndex(({ start }) => t >= start),
    )
    const turn = turns[turnIndex]
    // Some roles were tried at the call: their lines stay lit while the others are asked about.
    const again = turnIndex > 0
    const [asked, answered] = [turn?.visits[0], turn?.visits.at(-1)]
    const assumeAsk = asked ? tween(t, asked.ask, asked.dock) : 0
    const assumeUp = answered ? tween(t, answered.answer, answered.answer + 600) : 0
    const answer = turnIndex < turns.length - 1 ? yes : assumeText
    const passDead = passBad && !passUnread && passEnd !== undefined && t >= passEnd.stamp + 100
    const assumeDead = assumeBad && !assumeUnread && assumeEnd !== undefined && t >= assumeEnd.stamp + 100
    const requestDead = unreadableRequest && t >= 900
    const dead = passDead || requestDead || (noRole && passEnd !== undefined && t >= passEnd.stamp)
    const firstKeys = turn?.keys[0]
    const keysUp = firstKeys ? tween(t, firstKeys.up, firstKeys.at) : 0
    const sliding = firstKeys ? tween(t, firstKeys.at, firstKeys.worn) : 0
    const acting = cues.act ? tween(t, cues.act.go, cues.act.hit) : 0
    const hit = cues.act !== undefined && t >= cues.act.hit
    const errorBack = cues.error ? tween(t, cues.error.back, cues.error.shown) : 0
    const errorShown = cues.error !== undefined && t >= cues.error.shown
    const backToUser = errorBack > 0 && !later && !deputy
    const returned = cues.returns === undefined ? 0 : tween(t, cues.returns + 100, cues.returns + 800)
    const rightDead = dead || assumeDead
    const speaker: LineKind = direct ? 'user' : 'service'

    const edges: Record<EdgeId, EdgeFrame> = {
      call: requestDead ? { ...notReached } : line('user', call, { label: call >= 1 }),
      // The owner's own call: it was made, and answered, before.
      'own-call': deputy ? line('user', 1) : hidden,
      return: returned > 0 && !backToUser ? line('allow', returned, { base: 'hidden' }) : hidden,
      error: backToUser ? line('deny', errorBack, { base: 'hidden' }) : hidden,
      'pass-ask': requestDead ? notReached : line('user', deputy ? 1 : passAsk),
      'pass-answer': requestDead
        ? notReached
        : deputy
          ? line(passText.kind, deputy.ownAnswer ? 1 : 0, { answer: deputy.ownAnswer })
          : passUnread
            ? line('user', 0)
            : passSpared
              ? passUp > 0
                ? notReached
                : line('user', 0)
              : line(passText.kind, passUp, { answer: passUp >= 1 ? passText : undefined }),
      'assume-rail': dead ? { ...notReached, barrier: passDead } : line(speaker, rail, { head: false }),
      'assume-ask': dead ? notReached : line(speaker, again ? 1 : assumeAsk),
      'assume-answer': dead
        ? notReached
        : keysUp > 0 || (again && (assumeUp === 0 || assumeUnread))
          ? line('role', 1, { label: true })
          : assumeUnread
            ? line('service', 0)
            : line(answer.kind, assumeUp, { label: false, answer: assumeUp >= 1 ? answer : undefined }),
      wear: again
        ? line('role', 1, { head: false, barrier: assumeDead })
        : rightDead
          ? { ...notReached, barrier: assumeDead }
          : line('role', sliding, { head: false }),
      act: !scene.resource ? hidden : rightDead ? notReached : line(permissionDenied && hit ? 'deny' : 'role', acting, { label: hit }),
      output:
        later && !deputy && trace?.stoppedAt === 'assume-role' && errorBack > 0 ? line('deny', errorBack, { base: 'hidden' }) : hidden,
    }

    const packets: PacketFrame[] = []
    if (!options.reduced) {
      if (call < 1 && !requestDead) packets.push({ edge: 'call', progress: call, text: unreadableRequest ? '?' : undefined })
      if (passAsk > 0 && passAsk < 1) packets.push({ edge: 'pass-ask', progress: passAsk, text: undefined })
      if (assumeAsk > 0 && assumeAsk < 1) packets.push({ edge: 'assume-ask', progress: assumeAsk, text: again ? askingLater : undefined })
      if (keysUp > 0 && keysUp < 1) packets.push({ edge: 'assume-answer', progress: keysUp, text: undefined })
      if (sliding > 0 && sliding < 1) packets.push({ edge: 'wear', progress: sliding, text: undefined })
    } else if (t <= 0) packets.push({ edge: 'call', progress: 0, text: unreadableRequest ? '?' : undefined })

    // It says whom the service works for as long as that matters.
    if (deputy && rail >= (options.reduced ? 1 : 0.01))
      packets.push({ edge: 'assume-rail', progress: Math.min(rail, 0.5), text: undefined })

    const lanes = scene.lanes.map((lane): LaneState => {
      const worn = cues.credentials.find((entry) => entry.roleArn === lane.roleArn && entry.letter === lane.letter)?.worn
      if (dead) return 'off'
      if (worn !== undefined && t >= worn) return 'role'
      if (assumeDead) return bareWorkload ? 'bare' : 'off'
      return cues.waitEnds !== undefined && t >= cues.waitEnds ? 'on' : 'idle'
    })

    return {
      t,
      segment: segmentIndexAt(timeline, t),
      over: t >= timeline.end,
      user: (backToUser || deputy) && errorShown ? 'on-deny' : 'on-user',
      frame: t >= cues.serviceLights && !unreadableRequest ? 'on' : 'idle',
      controlPlane: t >= cues.serviceLights && !unreadableRequest ? 'on' : 'idle',
      badge: dead ? 'off' : rail >= 1 ? 'on' : 'idle',
      lanes,
      resource: hit ? (permissionDenied ? 'on-deny' : 'on-role') : rightDead ? 'off' : 'waiting',
      gates: {
        iam: gateFrame({ scene: scene.gates.iam, cues: cues.pass, turns: [cues.pass], t, dead: requestDead }, tween),
        sts: gateFrame({ scene: scene.gates.sts, cues: cues.assume, turns: turns.map(({ visits }) => visits), t, dead }, tween),
      },
      edges,
      packets,
      stations: {
        1: call > 0.2 && !requestDead ? 'user' : undefined,
        2: deputy || passAsk > 0.4 ? 'user' : undefined,
        3: again || assumeAsk > 0.4 ? speaker : undefined,
        4: again || keysUp > 0 ? 'role' : undefined,
        5: acting > 0.4 ? 'role' : undefined,
      },
      output: later && !deputy && trace?.stoppedAt === 'assume-role' && errorShown,
      chain: scene.chain !== undefined && t >= (cues.act?.hit ?? cues.credentials.at(-1)?.worn ?? timeline.end),
      timingLit: cues.waitEnds !== undefined && t >= cues.waitEnds,
    }
  }
}

/** How far a gate's thread has fallen: 0 to 1. */
export function threadProgress(cue: GateCues | undefined, t: number, reduced: boolean): number {
  if (!cue) return 0
  return (reduced ? stepping : moving)(t, cue.thread, cue.thread + 500, arriving)
}
