import type { DocumentId, PassedRole, Trace } from '../simulate'
import { permissionReading, type Reading, type ReadingVerdict, readingsOf, stepsOf } from './reading'
import type { Cues, GateCues, Playable, Segment, SegmentId, SegmentPart, Station, Timeline } from './timeline'

/** Milliseconds at speed 1. */
const tick = 400
const callLength = 3000
const credentialsLength = 3000
const actLength = 3600
const errorLength = 3000
const returnLength = 1800
const waitLength = 600

/** Which station reads a document. */
export function stationOfDocument(id: DocumentId): 1 | 2 | 3 | 5 {
  switch (id) {
    case 'request':
      return 1
    case 'trustPolicy':
    case 'resourceControlPolicies':
    case 'roles':
      return 3
    case 'rolePolicy':
      return 5
    default:
      return 2
  }
}

/** The visits of the gates, with one that could not be made because its document cannot be read. */
export interface Visits {
  readonly pass: readonly Reading[]
  readonly assume: readonly Reading[]
  readonly act: Reading | undefined
  readonly actUnreadable: boolean
  readonly requestUnreadable: boolean
}

function unreadableVisit(gate: 'iam' | 'sts', role: PassedRole | undefined, verdict: ReadingVerdict): Reading {
  return { gate, stepIndex: undefined, role, rows: [], statement: undefined, policyType: undefined, verdict }
}

export function visitsOf(playable: Playable): Visits {
  const none = { pass: [], assume: [], act: undefined, actUnreadable: false, requestUnreadable: false }
  if (playable.kind === 'fault') return { ...none, pass: [unreadableVisit('iam', undefined, 'fault')] }
  const { trace } = playable
  if (!trace) return { ...none, requestUnreadable: true }
  const readings = readingsOf(trace)
  const pass = readings.filter((reading) => reading.gate === 'iam')
  const assume = readings.filter((reading) => reading.gate === 'sts')
  const act = permissionReading(trace)
  if (playable.kind !== 'invalid') return { ...none, pass, assume, act }
  const station = stationOfDocument(playable.documentId)
  const worn = trace.steps.some((step) => step.kind === 'credentials') && assume.length === trace.situation.roles.length
  const [first] = trace.situation.roles
  if (station === 2 && pass.length === 0) return { ...none, pass: [unreadableVisit('iam', first, 'unreadable')] }
  if (worn) return { ...none, pass, assume, actUnreadable: true }
  const asked = new Set(assume.map((reading) => reading.role?.roleArn))
  const next = trace.situation.roles.find((role) => !asked.has(role.roleArn))
  return { ...none, pass, assume: [...assume, unreadableVisit('sts', next, 'unreadable')] }
}

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

function parts(start: number, visits: readonly Reading[], cues: readonly GateCues[], roles: readonly PassedRole[]): SegmentPart[] {
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
  const visited = new Set(visits.map((visit) => visit.role?.roleArn))
  const left = roles.length > 1 ? roles.filter((role) => !visited.has(role.roleArn)) : []
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

function credentialCues(trace: Trace, start: number): Cues['credentials'] {
  const roles = trace.steps.flatMap((step) => (step.kind === 'credentials' ? [step.roleArn] : []))
  return roles.map((roleArn, index) => {
    const at = start + index * 1600
    return { roleArn, up: at + 300, at: at + 1100, worn: at + 1500, end: at + credentialsLength }
  })
}

/** The widths of stations that were not reached. */
const missingWeight = { pass: 5100, assume: 1100, credentials: 1100, act: 2600 } as const

/** When everything is shown. Deterministic: the same run gives the same times. */
export function buildTimeline(playable: Playable): Timeline {
  const trace = playable.kind === 'fault' ? undefined : playable.trace
  const roles = trace?.situation.roles ?? []
  const direct = trace?.situation.mode === 'direct'
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
  const finish = (): Timeline => {
    const end = builder.now
    const settled = [...new Set([...builder.settled.filter((time) => time < end), end])].sort((a, b) => a - b)
    return { playable, trace, segments: builder.segments, settled, end, cues }
  }
  const leaveOut = (...ids: (keyof typeof missingWeight)[]) => {
    const station = { pass: 2, assume: 3, credentials: 4, act: 5 } as const
    for (const id of ids) {
      if (id === 'act' && trace && !trace.situation.workload) continue
      builder.missing(id, station[id], missingWeight[id])
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
  builder.add('pass', 2, 'user', cues.pass.at(-1)?.end ?? passStart, {
    parts: parts(passStart, visits.pass, cues.pass, roles),
    verdict: whole(visits.pass),
  })
  settleVisits(builder, cues.pass)
  const stoppedAtPass = !direct && whole(visits.pass) !== 'allow'
  if (stoppedAtPass) {
    fail()
    leaveOut('assume', 'credentials', 'act')
    return finish()
  }

  if (trace?.steps.some((step) => step.kind === 'return')) {
    cues.returns = builder.now
    builder.add('return', undefined, 'allow', builder.now + returnLength, { weight: 2400 })
    builder.settled.push(cues.returns + 900)
  }
  if (roles.length === 0) return finish()
  if (trace?.steps.some((step) => step.kind === 'wait')) {
    builder.add('wait', undefined, 'service', builder.now + waitLength, { weight: 2800 })
    cues.waitEnds = builder.now
  }

  const assumeStart = builder.now
  const speaker = direct ? 'user' : 'service'
  cues.assumeRail = assumeStart + 200
  cues.assume = visitCues(assumeStart, visits.assume, 900)
  builder.add('assume', 3, speaker, cues.assume.at(-1)?.end ?? assumeStart, {
    parts: parts(assumeStart, visits.assume, cues.assume, roles),
    verdict: trace?.stoppedAt === 'assume-role' && !direct ? 'deny' : whole(visits.assume),
  })
  settleVisits(builder, cues.assume)
  if (trace?.stoppedAt === 'assume-role' || whole(visits.assume) !== 'allow') {
    fail()
    leaveOut('credentials', 'act')
    return finish()
  }

  if (trace) cues.credentials = credentialCues(trace, builder.now)
  builder.add('credentials', 4, 'role', cues.credentials.at(-1)?.end ?? builder.now)
  const worn = cues.credentials.at(-1)?.worn
  if (worn !== undefined) builder.settled.push(worn + 500)

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

/** The segment being shown at t: the one that contains it; at a border the later one; at the end the last that was reached. */
export function segmentIndexAt(timeline: Timeline, t: number): number {
  if (t <= 0) return -1
  const index = timeline.segments.findIndex((segment) => segment.reached && t >= segment.start && t < segment.end)
  return index >= 0 ? index : timeline.segments.findLastIndex((segment) => segment.reached)
}

/** `data-step`: `idle`, the station's number, or `error`. */
export function stepName(timeline: Timeline, t: number): string {
  const segment = timeline.segments[segmentIndexAt(timeline, t)]
  if (!segment) return 'idle'
  if (segment.id === 'error') return 'error'
  return String(segment.station ?? (segment.id === 'wait' ? 3 : 2))
}

/** The next settled point after t, or the end. */
export const settledAfter = (timeline: Timeline, t: number): number => timeline.settled.find((time) => time > t + 0.5) ?? timeline.end

/** The settled point before t, or the start. */
export const settledBefore = (timeline: Timeline, t: number): number => timeline.settled.findLast((time) => time < t - 0.5) ?? 0

/** Where a jump to a station lands: its first settled point; undefined when the run did not reach it. */
export function stationTime(timeline: Timeline, station: Station): number | undefined {
  const segment = timeline.segments.find((candidate) => candidate.station === station && candidate.reached)
  if (!segment) return undefined
  return timeline.settled.find((time) => time > segment.start && time <= segment.end) ?? segment.end
}
