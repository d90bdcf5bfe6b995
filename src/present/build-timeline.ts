import type { PassedRole, Trace } from '../simulate'
import { type Reading, type ReadingVerdict, stepsOf } from './reading'
import type { Cues, GateCues, Playable, Segment, SegmentId, SegmentPart, Station, Timeline } from './timeline'
import { visitsOf } from './visits'

/** Milliseconds at speed 1. */
const tick = 400
const callLength = 3000
const credentialsLength = 3000
const actLength = 3600
const errorLength = 3000
const returnLength = 1800
const waitLength = 600

/** One visit at a gate. The first comes down from the rail; the next ones only move the selection. */
function gateCues(start: number, rows: number, first: boolean, last: boolean, lead: number): GateCues {
  const at = first ? start + lead : start
  const ask = first ? at + 200 : start
  const dock = first ? at + 900 : start
  const firstRow = first ? at + 1100 : start + 300
  const stamp = firstRow + Math.max(rows, 1) * tick + 300
  const answer = stamp + 500
  return {
    ask,
    dock,
    thread: firstRow,
    rows: Array.from({ length: rows }, (_, index) => firstRow + index * tick),
    stamp,
    answer,
    end: last ? answer + 1600 : stamp + 700,
  }
}

function visitCues(start: number, visits: readonly Reading[], lead: number): GateCues[] {
  const cues: GateCues[] = []
  let from = start
  visits.forEach((visit, index) => {
    const cue = gateCues(from, visit.rows.length, index === 0, index === visits.length - 1, lead)
    cues.push(cue)
    from = cue.end
  })
  return cues
}

const partVerdict = (verdict: ReadingVerdict): SegmentPart['verdict'] => (verdict === 'not-needed' ? 'allow' : verdict)

/** `left`: roles that are not asked any more. */
function parts(start: number, visits: readonly Reading[], cues: readonly GateCues[], left: readonly PassedRole[]): SegmentPart[] {
  let from = start
  const made = visits.map((visit, index): SegmentPart => {
    const end = cues[index]?.end ?? from
    const part = {
      letter: visit.role?.letter,
      roleArn: visit.role?.roleArn,
      stepIndex: visit.stepIndex,
      start: from,
      end,
      verdict: partVerdict(visit.verdict),
    }
    from = end
    return part
  })
  return [
    ...made,
    ...left.map((role) => ({
      letter: role.letter,
      roleArn: role.roleArn,
      stepIndex: undefined,
      start: from,
      end: from,
      verdict: undefined,
    })),
  ]
}

/** Collects segments; time advances with each. */
class Builder {
  readonly segments: Segment[] = []
  readonly settled: number[] = [0]
  now = 0

  add(id: SegmentId, station: Station | undefined, speaker: Segment['speaker'], end: number, more: Partial<Segment> = {}): void {
    this.segments.push({
      id,
      station,
      speaker,
      start: this.now,
      end,
      parts: [],
      reached: true,
      weight: end - this.now,
      verdict: undefined,
      ...more,
    })
    this.now = end
  }

  missing(id: SegmentId, station: Station, weight: number): void {
    this.segments.push({
      id,
      station,
      speaker: 'user',
      start: this.now,
      end: this.now,
      parts: [],
      reached: false,
      weight,
      verdict: undefined,
    })
  }
}

const whole = (visits: readonly Reading[]): Segment['verdict'] => {
  const verdicts = visits.map((visit) => partVerdict(visit.verdict))
  return verdicts.find((verdict) => verdict !== 'allow') ?? verdicts[0]
}

function settleVisits(builder: Builder, cues: readonly GateCues[]): void {
  cues.forEach((cue, index) => {
    builder.settled.push(index === cues.length - 1 ? cue.answer + 600 : cue.stamp + 320)
  })
}

function credentialCues(roles: readonly PassedRole[], start: number): Cues['credentials'] {
  return roles.map(({ roleArn, letter }, index) => {
    const at = start + index * 1600
    return { roleArn, letter, up: at + 300, at: at + 1100, worn: at + 1500, end: at + credentialsLength }
  })
}

/** Whose keys a stretch is about, where they do not all come at once. */
const keyParts = (keys: Cues['credentials']): readonly SegmentPart[] =>
  keys.map(({ roleArn, letter, up, end }, index) => ({
    letter,
    roleArn,
    stepIndex: undefined,
    start: up - 300,
    end: keys[index + 1] ? up + 1300 : end,
    verdict: undefined,
  }))

/** The roles that are tried before the call returns, where others wait until it has; every other visit is made in one go. */
function beforeWaiting(trace: Trace | undefined, visits: readonly Reading[]): readonly Reading[] {
  const wait = trace?.steps.findIndex((step) => step.kind === 'wait') ?? -1
  return visits.filter(({ stepIndex }) => stepIndex !== undefined && stepIndex < wait)
}

/** The widths of stations that were not reached, and of those that wait for a text that cannot be read. */
const missingWeight = { pass: 5100, assume: 1100, credentials: 1100, 'credentials-later': 1100, act: 2600 } as const
const waitingWeight = { ...missingWeight, assume: 5100, credentials: 3000 } as const

/** The width of a station that nobody asks. */
const passedByWeight = 1800

/** When everything is shown. Deterministic: the same run gives the same times. */
export function buildTimeline(playable: Playable): Timeline {
  const trace = playable.kind === 'fault' ? undefined : playable.trace
  const roles = trace?.situation.roles ?? []
  const direct = trace?.situation.mode === 'direct'
  // Somebody else's call: IAM is not asked, and when the service takes the role on makes no difference.
  const passesBy = trace?.owner !== undefined
  const visits = visitsOf(playable)
  const builder = new Builder()
  const cues: { -readonly [K in keyof Cues]: Cues[K] } = {
    callLeaves: 300,
    callArrives: 1500,
    serviceLights: 1400,
    pass: [],
    returns: undefined,
    waitEnds: undefined,
    assumeRail: undefined,
    assume: [],
    credentials: [],
    act: undefined,
    error: undefined,
  }
  const unasked = (made: readonly Reading[]) => (roles.length > 1 ? roles.filter((role) => !made.some((visit) => visit.role === role)) : [])
  const finish = (): Timeline => {
    const end = builder.now
    const settled = [...new Set([...builder.settled.filter((time) => time < end), end])].sort((a, b) => a - b)
    return { playable, trace, segments: builder.segments, settled, end, cues }
  }
  const leaveOut = (...ids: (keyof typeof missingWeight)[]) => {
    const station = { pass: 2, assume: 3, credentials: 4, 'credentials-later': 4, act: 5 } as const
    for (const id of ids) {
      if (id === 'act' && trace && !trace.situation.workload) continue
      builder.missing(id, station[id], (playable.kind === 'invalid' ? waitingWeight : missingWeight)[id])
    }
  }
  const fail = () => {
    if (!trace?.steps.some((step) => step.kind === 'error')) return
    const start = builder.now
    cues.error = { start, back: start + 200, shown: start + 1300, end: start + errorLength }
    builder.add('error', undefined, 'deny', cues.error.end)
    builder.settled.push(start + 1500)
  }

  builder.add('call', 1, 'user', visits.requestUnreadable ? 1800 : callLength, visits.requestUnreadable ? { verdict: 'unreadable' } : {})
  if (visits.requestUnreadable) {
    leaveOut('pass', 'assume', 'credentials', 'act')
    return finish()
  }
  builder.settled.push(cues.callArrives + 300)

  const passStart = builder.now
  cues.pass = visitCues(passStart, visits.pass, 0)
  if (passesBy) builder.missing('pass', 2, passedByWeight)
  else
    builder.add('pass', 2, 'user', cues.pass.at(-1)?.end ?? passStart, {
      parts: parts(passStart, visits.pass, cues.pass, unasked(visits.pass)),
      verdict: whole(visits.pass),
      ...(visits.pass[0]?.verdict === 'not-needed' ? { spared: true } : {}),
    })
  settleVisits(builder, cues.pass)
  const stoppedAtPass = !direct && !passesBy && whole(visits.pass) !== 'allow'
  if (stoppedAtPass) {
    fail()
    leaveOut('assume', 'credentials', 'act')
    return finish()
  }

  const atCall = passesBy ? [] : beforeWaiting(trace, visits.assume)
  const waiting = visits.assume.filter((visit) => !atCall.includes(visit))
  const split = atCall.length > 0
  /** ③ and ④ of the roles whose turn it is; false when the run ends there. */
  const takeOn = (
    assume: 'assume' | 'assume-later',
    credentials: 'credentials' | 'credentials-later',
    made: readonly Reading[],
  ): boolean => {
    const start = builder.now
    const turn = visitCues(start, made, 900)
    const ends = whole(made) !== 'allow' || (direct && trace?.stoppedAt === 'assume-role')
    cues.assumeRail ??= start + 200
    cues.assume = [...cues.assume, ...turn]
    builder.add(assume, 3, direct ? 'user' : 'service', turn.at(-1)?.end ?? start, {
      parts: parts(start, made, turn, ends ? unasked(visits.assume) : []),
      verdict: whole(made),
    })
    settleVisits(builder, turn)
    if (ends) {
      fail()
      leaveOut(credentials, 'act')
      return false
    }
    const worn = credentialCues(
      made.flatMap(({ role }) => role ?? []),
      builder.now,
    )
    cues.credentials = [...cues.credentials, ...worn]
    builder.add(credentials, 4, 'role', worn.at(-1)?.end ?? builder.now, split ? { parts: keyParts(worn) } : {})
    const last = worn.at(-1)
    if (last) builder.settled.push(last.worn + 500)
    return true
  }

  if (split && !takeOn('assume', 'credentials', atCall)) return finish()
  if (!passesBy && trace?.steps.some((step) => step.kind === 'return')) {
    cues.returns = builder.now
    builder.add('return', undefined, 'allow', builder.now + returnLength, { weight: 2400 })
    builder.settled.push(cues.returns + 900)
  }
  if (roles.length === 0) return finish()
  if (!passesBy && trace?.steps.some((step) => step.kind === 'wait')) {
    builder.add('wait', undefined, 'service', builder.now + waitLength, { weight: 2800 })
    cues.waitEnds = builder.now
  }
  if (!takeOn(split ? 'assume-later' : 'assume', split ? 'credentials-later' : 'credentials', waiting)) return finish()

  const acted = trace ? stepsOf(trace, 'role-permission').length > 0 : false
  if (acted || visits.actUnreadable) {
    const start = builder.now
    cues.act = { go: start + 300, hit: start + 1200, end: start + actLength }
    builder.add('act', 5, 'role', cues.act.end, {
      verdict: visits.actUnreadable ? 'unreadable' : visits.act ? partVerdict(visits.act.verdict) : undefined,
    })
    builder.settled.push(cues.act.hit + 900)
    if (trace?.stoppedAt === 'role-permission') fail()
  }
  return finish()
}
