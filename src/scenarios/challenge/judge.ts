import type { Evaluation, Statement } from '../../iam'
import {
  type AskedDocuments,
  type AuthorizationStep,
  askDocuments,
  type Check,
  type Documents,
  type RunDocuments,
  type RunResult,
  type Trace,
} from '../../simulate'
import { checkGoal } from '../check-goal'
import type { Scenario, Texts } from '../scenario'
import { keyOf, type Probe, usualProbes, writtenProbes } from './probe'
import { plainStatement, type Wide, wideOf } from './wide'

/** Where a request ends: at a check, with the number of its station; `through`: nowhere. */
export interface Stop {
  readonly check: Check
  readonly station: string
}

/** The state of one goal, and what it is judged by. */
export type GoalState =
  | {
      readonly kind: 'outcome'
      readonly met: boolean
      /** How the learner's own run ends; `other-call`: well, but it is another call, and the lesson's own does not. */
      readonly ends: 'allowed' | 'denied' | 'unreadable' | 'other-call'
      readonly stop: Stop | undefined
    }
  | { readonly kind: 'least'; readonly met: boolean; readonly wide: Wide | undefined }
  | {
      readonly kind: 'denied'
      readonly met: boolean
      /** The lesson's words for it; undefined: it is about another role, `role`. */
      readonly text: Texts | undefined
      readonly role: string
      readonly stop: Stop | undefined
      /** A document cannot be read: nothing can be tried. */
      readonly unread: boolean
    }

/** A probe that was refused: what was tried for the learner. */
export interface Tried {
  readonly probe: Probe
  readonly stop: Stop
}

/** How far a challenge is: its goals in their order. */
export interface Judged {
  readonly goals: readonly GoalState[]
  readonly met: number
  /** The first goal is met: it runs, or is stopped as it has to be. */
  readonly solved: boolean
  /** All are. */
  readonly least: boolean
  /** All that is wider than needed, each place once; the first is the one that the goal tells. */
  readonly wides: readonly Wide[]
  readonly tried: readonly Tried[]
  /** The hand-over is allowed by a statement of one action, one role and one service, each written out. */
  readonly exact: boolean
}

/** A lesson made ready to be judged against, once: its solution's run, and what that allows. */
export interface Challenge {
  readonly scenario: Scenario
  readonly solution: Documents
  /** The runs of what the lesson begins with, and of its solution. */
  readonly first: Trace
  readonly solved: Trace
  readonly judge: (documents: Documents, run: RunResult) => Judged
}

const allows = (evaluation: Evaluation | undefined) => evaluation?.verdict.kind === 'allow'

const isGranted = (step: Trace['steps'][number]): step is AuthorizationStep =>
  step.kind === 'authorization' && step.verdict === 'allow' && step.evaluation !== undefined

/** The station of a check; of a direct call the caller's own side is the second, the role's the third. */
export function stopOf(step: AuthorizationStep, evaluation: Evaluation | undefined = step.evaluation): Stop {
  const own = step.speaker === 'caller' && evaluation?.verdict.policyType !== 'trust'
  const number = { 'service-action': '2', 'pass-role': '2', 'assume-role': own ? '2' : '3', 'role-permission': '5' }[step.check]
  return { check: step.check, station: `${number}${step.letter ?? ''}` }
}

export function stopOfRun(run: RunResult): Stop | undefined {
  const step = run.trace?.steps.find((candidate) => candidate.kind === 'authorization' && candidate.verdict === 'deny')
  return step?.kind === 'authorization' ? stopOf(step) : undefined
}

function isExact(evaluation: Evaluation | undefined): boolean {
  const elements = allows(evaluation) ? (evaluation?.verdict.statement?.elements ?? []) : []
  const names = elements.map(({ element, contextKey }) => contextKey?.toLowerCase() ?? element)
  const written = elements.every(({ values }) => values.length === 1 && !/[*?]/.test(values[0]?.value.value ?? '*'))
  return written && ['Action', 'Resource', 'iam:passedtoservice'].every((name) => names.includes(name))
}

const keyOfProbe = ({ step, request }: Probe) => JSON.stringify([step.check, step.roleArn, request])

const adminOf = (arn: string) => arn.replace(/role\/.*$/, 'role/admin')

/** The text of the request with some of its members replaced. */
function requestWith(text: string, members: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...JSON.parse(text), resolved: undefined, ...members })
}

/** Makes a lesson ready. Undefined where there is nothing to solve. */
export function challengeOf(scenario: Scenario, run: RunDocuments): Challenge | undefined {
  if (!scenario.solution) return undefined
  const solution: Documents = { ...scenario.documents, ...scenario.solution }
  const solved = run(solution)
  const first = run(scenario.documents)
  if (solved.kind !== 'ready' || first.kind !== 'ready') return undefined
  const whole = solved.trace.owner?.run ?? solved.trace
  const { situation } = whole
  const steps = whole.steps.filter(isGranted)
  const solutionAsked = askDocuments(solution, situation)
  const startAsked = askDocuments(scenario.documents, situation)
  const ownRequest = solution.request ?? ''
  const asksOther = scenario.solution.request !== undefined
  const kept = new Map<string, Evaluation | undefined>()
  const answerOf = (probe: Probe): Evaluation | undefined => {
    const key = keyOfProbe(probe)
    if (!kept.has(key)) kept.set(key, solutionAsked.ask(probe.step, probe.request))
    return kept.get(key)
  }
  const usual = steps.flatMap((step) => (step.evaluation ? usualProbes(step, step.evaluation.request) : []))
  const startProbes = asksOther ? firstCalls(first.trace, steps) : []
  const own = new Set(
    Object.entries(solution).flatMap(([id, text]) =>
      steps
        .flatMap((step) => solutionAsked.allowing(step))
        .filter(({ documentId }) => documentId === id)
        .flatMap(({ statements }) => statements.map(({ span }) => plainStatement(text ?? '', span))),
    ),
  )
  const actions = steps.map(({ action }) => action)

  const probesFor = (asked: AskedDocuments, texts: Documents): readonly Probe[] => {
    const isKnown = (documentId: string) => (statement: Statement) =>
      own.has(plainStatement(texts[documentId as keyof Documents] ?? '', statement.span))
    const written = steps.flatMap((step) => {
      if (!step.evaluation) return []
      const { request } = step.evaluation
      const elsewhere = actions.filter((action) => action !== request.action)
      return asked.allowing(step).flatMap((policy) => writtenProbes([policy], isKnown(policy.documentId), step, request, elsewhere))
    })
    const seen = new Set<string>()
    return [...startProbes, ...usual, ...written].filter((probe) => {
      const key = keyOfProbe(probe)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  }

  /** `excused`: what the lesson began with is not held against whoever has not got it to run yet. */
  const findWide = (texts: Documents, asked: AskedDocuments, excused: boolean): Pick<Judged, 'wides' | 'tried'> => {
    const wides: Wide[] = []
    const tried: Tried[] = []
    for (const probe of probesFor(asked, texts)) {
      const evaluation = asked.ask(probe.step, probe.request)
      if (!evaluation) continue
      if (!allows(evaluation)) {
        if (probe.kind !== 'written') tried.push({ probe, stop: stopOf(probe.step, evaluation) })
        continue
      }
      const denied = answerOf(probe)
      if (!denied || allows(denied) || (excused && allows(startAsked.ask(probe.step, probe.request)))) continue
      const role = situation.roles.find(({ roleArn }) => roleArn === probe.step.roleArn)
      const needed = solutionAsked.ask(probe.step, probe.needed)
      const wide = wideOf(probe, { allowed: evaluation, denied, solved: needed }, role, texts, (plain) => own.has(plain))
      const isTold = wides.some((other) => other.documentId === wide.documentId && other.span?.start === wide.span?.start)
      if (!isTold) wides.push(wide)
    }
    return { wides, tried }
  }

  const outcomeOf = (documents: Documents, result: RunResult): Extract<GoalState, { kind: 'outcome' }> => {
    const stop = stopOfRun(result)
    if (result.kind !== 'ready') return { kind: 'outcome', met: false, ends: 'unreadable', stop }
    const ends = result.trace.outcome ?? 'unreadable'
    if (!checkGoal(result, scenario.goal)) return { kind: 'outcome', met: false, ends, stop }
    if (asksOther) {
      // Without a role there is nothing left to hand over.
      const met = result.trace.situation.roles.length > 0
      return { kind: 'outcome', met, ends: met ? ends : 'other-call', stop }
    }
    if (documents.request === ownRequest) return { kind: 'outcome', met: true, ends, stop }
    const lessons = run({ ...documents, request: ownRequest })
    const met = checkGoal(lessons, scenario.goal)
    return met ? { kind: 'outcome', met, ends, stop } : { kind: 'outcome', met, ends: 'other-call', stop: stopOfRun(lessons) }
  }

  const pass =
    steps.find(({ check }) => check === 'pass-role') ?? steps.find(({ check, speaker }) => check === 'assume-role' && speaker === 'caller')
  const reach = usual.find(
    (probe) =>
      probe.step === pass && probe.kind === 'other-role' && probe.value === adminOf(probe.needed.resource) && !allows(answerOf(probe)),
  )
  const denialsOf = (documents: Documents, asked: AskedDocuments, readable: boolean): readonly GoalState[] => {
    const listed = scenario.goal.staysDenied ?? []
    if (listed.length === 0 && reach) {
      const evaluation = asked.ask(reach.step, reach.request)
      const met = readable && evaluation !== undefined && !allows(evaluation)
      const role = reach.value.split(':').slice(5).join(':')
      return [{ kind: 'denied', met, text: undefined, role, stop: met ? stopOf(reach.step, evaluation) : undefined, unread: !readable }]
    }
    return listed.map(({ text, request }) => {
      const result = run({ ...documents, request: requestWith(ownRequest, request) })
      const denied = result.kind === 'ready' && result.trace.outcome === 'denied'
      return { kind: 'denied', met: denied, text, role: '', stop: denied ? stopOfRun(result) : undefined, unread: result.kind !== 'ready' }
    })
  }

  const judge = (documents: Documents, result: RunResult): Judged => {
    const outcome = outcomeOf(documents, result)
    const asked = askDocuments(documents, situation)
    const { wides, tried } = findWide(documents, asked, !outcome.met)
    const passed = pass?.check === 'pass-role' && pass.evaluation ? asked.ask(pass, pass.evaluation.request) : undefined
    const least: GoalState = { kind: 'least', met: wides.length === 0 && result.kind === 'ready', wide: wides[0] }
    const goals = [outcome, least, ...denialsOf(documents, asked, result.kind === 'ready')]
    const met = goals.filter((goal) => goal.met).length
    return { goals, met, solved: outcome.met, least: met === goals.length, wides, tried, exact: isExact(passed) }
  }
  return { scenario, solution, first: first.trace, solved: solved.trace, judge }
}

/** The checks of the call with which the lesson began, where the solution makes another one. */
function firstCalls(start: Trace, steps: readonly AuthorizationStep[]): readonly Probe[] {
  return start.steps.flatMap((step): Probe[] => {
    if (step.kind !== 'authorization' || !step.evaluation || step.verdict === 'allow') return []
    const same = steps.find(({ check }) => check === step.check)
    const needed = same?.evaluation?.request
    if (!same || !needed) return []
    const { request } = step.evaluation
    return [{ kind: 'first-call', step: same, needed, request, value: String(keyOf(request.contextKeys, 'aws:PrincipalArn') ?? '') }]
  })
}
