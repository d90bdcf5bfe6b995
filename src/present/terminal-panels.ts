import { fillTemplate, reasonPhrase } from '../catalog'
import type { Translate } from '../i18n'
import { parseArn } from '../iam'
import { perObject } from '../lib/per-object'
import { type AuthorizationStep, type AwsError, type Check, type Situation, type Trace, whoCalls } from '../simulate'
import { cliCommand } from './cli-command'
import { doubtsOf, type Fact } from './doubts'
import { calledVia, callerName, stationLabel } from './names'
import type { TerminalPanel, TerminalSpan } from './terminal'
import { refusedLines, throughLine } from './terminal-deputy'
import { expirationOf, sessionLines } from './terminal-session'
import type { Timeline } from './timeline'
import { segmentIndexAt } from './timeline-points'
import { stationOfDocument } from './visits'

type Line = readonly TerminalSpan[]

const plain = (text: string): TerminalSpan => ({ text, tone: 'plain' })
const dim = (text: string): TerminalSpan => ({ text, tone: 'dim' })

/** What services say of a role that they could not take on, and IAM of one that nobody may pass. */
const refusals =
  /ECS was unable to assume the role|unable to (be )?assumed?|(invalid or )?cannot be assumed( by [\w ]*\w)?|(could not|not have the permissions required to) assume|cross-account pass role is not allowed|not authorized( to perform assumerole)?/i

/** The phrases that decide: what was asked, and which kind of policy said no; where the words name neither, what could not be done. */
function decisive(message: string, step: AuthorizationStep | undefined): string[] {
  const verdict = step?.evaluation?.verdict
  if (!step || !verdict?.policyType || !message.includes(' to perform: ')) return [refusals.exec(message)?.[0] ?? []].flat()
  return [
    step.action,
    reasonPhrase(verdict.policyType, verdict.kind, step.action)
      .replace(` the ${step.action} action`, '')
      .replace(/^because /, ''),
  ]
}

function underlined(text: string, phrases: readonly string[]): TerminalSpan[] {
  let spans: TerminalSpan[] = [plain(text)]
  for (const phrase of phrases) {
    spans = spans.flatMap((span) => {
      const at = span.tone === 'plain' ? span.text.indexOf(phrase) : -1
      if (at < 0) return [span]
      return [plain(span.text.slice(0, at)), { text: phrase, tone: 'key' as const }, plain(span.text.slice(at + phrase.length))].filter(
        (part) => part.text !== '',
      )
    })
  }
  return spans
}

function deniedStep(trace: Trace): AuthorizationStep | undefined {
  const step = trace.steps.find((candidate) => candidate.kind === 'authorization' && candidate.verdict === 'deny')
  return step?.kind === 'authorization' ? step : undefined
}

function errorLine(error: AwsError, step: AuthorizationStep | undefined): Line {
  const lead: TerminalSpan = { text: `An error occurred${error.code === '' ? '' : ` (${error.code})`}`, tone: 'error' }
  if (error.message === '') return [lead]
  return [lead, plain(` when calling the ${error.operation} operation: `), ...underlined(error.message, decisive(error.message, step))]
}

function confidenceLine(error: AwsError, translate: Translate): Line[] {
  if (error.message === '') return [[dim(`# ${translate(error.place === 'none' ? 'terminal.silent' : 'terminal.words-unknown')}`)]]
  return error.confidence === 'documented' ? [] : [[dim(`# ${translate(`terminal.confidence.${error.confidence}`)}`)]]
}

function returnedLines(trace: Trace): Line[] {
  const { situation } = trace
  const facts = {
    names: {
      partition: parseArn(situation.caller.arn)?.partition ?? 'aws',
      region: situation.region,
      account: whoCalls(situation).accountId,
      ...(situation.mode === 'direct' ? { expiration: expirationOf(trace) } : {}),
    },
    parameters: situation.parameters,
  }
  return fillTemplate(situation.call.returns, facts)
    .split('\n')
    .map((line) => {
      const good = /^(.*?)("(?:PROVISIONING|pending|Pending|associating|InProgress|ASIA…)")(.*)$/.exec(line)
      return good ? [plain(good[1] ?? ''), { text: good[2] ?? '', tone: 'good' as const }, plain(good[3] ?? '')] : [plain(line)]
    })
}

/** What each check goes by; of an error's words the line below them says how sure they are. */
const usedFacts: Readonly<Partial<Record<Check, readonly Fact[]>>> = {
  'pass-role': ['roleParameter', 'passedToService', 'associatedResourceArn'],
  'assume-role': ['trustPrincipal', 'assumed', 'sessionName'],
}

/** What this run went by without AWS saying so, and where AWS comes nearest to it. */
function doubtLines({ situation, steps }: Trace, translate: Translate): Line[] {
  const doubts = steps.flatMap((step) => {
    if (step.kind !== 'authorization') return []
    const site = situation.roles.find(({ roleArn }) => roleArn === step.roleArn)?.passSite
    return site ? doubtsOf(site).filter(({ fact }) => usedFacts[step.check]?.includes(fact)) : []
  })
  const lines = (['widely-reported', 'unsure'] as const).flatMap((confidence): Line[] => {
    const named = new Set(doubts.filter((doubt) => doubt.confidence === confidence).map(({ fact }) => translate(`fact.${fact}`)))
    if (named.size === 0) return []
    return [[dim(`# ${translate(`doubt.${confidence}`, { facts: [...named].join(translate('library.and')) })}`)]]
  })
  const pages = [...new Set(doubts.flatMap(({ page }) => (page === undefined ? [] : [page])))]
  return [...lines, ...pages.slice(0, 2).map((page): Line => [dim('# '), { text: page, tone: 'link' }])]
}

/** The command in full. Asked for with every frame. */
const commandOf = perObject(({ call, parameters }: Situation) => cliCommand(call.cliCommand, parameters))

/** The command (`short`: without its options, for a terminal that shares the column); where a service makes the call with the caller's identity, that is said before it. */
function promptLines({ situation }: Trace, short: boolean, translate: Translate): Line[] {
  const via = calledVia(situation)
  const whole = short ? `aws ${situation.call.cliCommand} …` : commandOf(situation)
  const words = whole.split(/( --[\w-]+)/)
  const command: Line = [dim('$ '), ...words.map((text) => (text.startsWith(' --') ? { text, tone: 'option' as const } : plain(text)))]
  if (situation.otherCaller) return [command, [dim(`# ${translate('deputy.terminal.hole')}`)]]
  if (via === undefined) return [command]
  return [[dim(`# ${translate('terminal.via', { via, user: callerName(situation.caller, translate) })}`)], command]
}

function malformed(timeline: Timeline, translate: Translate): Line[] {
  const { playable } = timeline
  if (playable.kind !== 'invalid') return []
  const station = stationOfDocument(playable.documentId)
  if (station === 1) return [[dim(`# ${translate('terminal.unreadable-request')}`)]]
  const operation =
    playable.documentId === 'trustPolicy'
      ? 'UpdateAssumeRolePolicy'
      : playable.documentId === 'rolePolicy' || playable.documentId === 'roles'
        ? 'PutRolePolicy'
        : 'PutUserPolicy'
  const saving = operation.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
  const own = playable.problems.find((problem) => problem.severity === 'error' && problem.span.documentId === playable.documentId)
  const isJson = own?.code.startsWith('json-') !== true
  const message = isJson
    ? 'Syntax errors in policy.'
    : playable.documentId === 'trustPolicy'
      ? 'This policy contains invalid Json'
      : 'The policy is not in the valid JSON format.'
  return [
    [dim('$ '), plain(`aws iam ${saving} …`)],
    [{ text: 'An error occurred (MalformedPolicyDocument)', tone: 'error' }, plain(` when calling the ${operation} operation: ${message}`)],
    [dim(`# ${translate('terminal.confidence.widely-reported')}`)],
  ]
}

const asText = (lines: readonly Line[]) => lines.map((line) => line.map((span) => span.text).join('')).join('\n')

function callerPanel(timeline: Timeline, t: number, short: boolean, translate: Translate): TerminalPanel {
  const { trace, cues } = timeline
  const user = trace ? callerName(whoCalls(trace.situation), translate) : translate('name.caller')
  const title = translate(trace?.owner ? 'terminal.caller.short' : 'terminal.caller', { user })
  if (!trace)
    return {
      id: 'caller',
      title,
      status: undefined,
      lines: t > 0 ? malformed(timeline, translate) : [[dim(translate('terminal.waiting'))]],
      copy: '',
    }
  const command = promptLines(trace, short || trace.owner !== undefined, translate)
  const copyCommand = commandOf(trace.situation)
  const error = trace.steps.find((step) => step.kind === 'error')
  const failed = error?.kind === 'error' && error.seenAt === 'call' && !trace.owner ? error.error : undefined
  const errorAt = cues.error?.shown
  if (failed && errorAt !== undefined && t >= errorAt) {
    const line = errorLine(failed, deniedStep(trace))
    const before = trace.stoppedAt === 'role-permission' ? returnedLines(trace) : []
    return {
      id: 'caller',
      title,
      status: undefined,
      lines: [...command, ...before, line, ...confidenceLine(failed, translate), ...doubtLines(trace, translate)],
      copy: asText([line]),
    }
  }
  if (trace.owner) return deputyPanel(timeline, t, title, command, translate)
  const badAt = [...cues.pass, ...cues.assume].at(-1)?.stamp
  if (timeline.playable.kind === 'invalid' && (badAt === undefined || t >= badAt)) {
    return { id: 'caller', title, status: undefined, lines: [...command, ...malformed(timeline, translate)], copy: copyCommand }
  }
  const succeededAt = cues.returns ?? cues.credentials.at(-1)?.worn
  if (!failed && succeededAt !== undefined && t >= succeededAt) {
    const note: readonly Line[] =
      trace.situation.mode === 'direct'
        ? sessionLines(trace, translate)
        : cues.returns === undefined
          ? [[dim(`# ${translate('terminal.keys', { user })}`)]]
          : []
    const status = cues.returns === undefined ? undefined : ({ kind: 'returned', text: translate('terminal.returned') } as const)
    return {
      id: 'caller',
      title,
      status,
      lines: [...command, ...returnedLines(trace), ...note, ...doubtLines(trace, translate)],
      copy: copyCommand,
    }
  }
  return { id: 'caller', title, status: undefined, lines: [...command, [dim(translate('terminal.waiting'))]], copy: copyCommand }
}

/** What somebody else sees of a call that names the owner's role: whatever comes of it, comes to them. */
function deputyPanel(timeline: Timeline, t: number, title: string, command: readonly Line[], translate: Translate): TerminalPanel {
  const { trace, cues } = timeline
  const base = { id: 'caller', title, status: undefined } as const
  const step = trace?.steps.find((candidate) => candidate.kind === 'error')
  const error = step?.kind === 'error' ? step.error : undefined
  const shownAt = error ? cues.error?.shown : (cues.credentials.at(-1)?.worn ?? Number.POSITIVE_INFINITY)
  if (!trace || t < (shownAt ?? Number.POSITIVE_INFINITY)) {
    const waiting = timeline.playable.kind === 'invalid' && t >= (cues.assume.at(-1)?.stamp ?? Number.POSITIVE_INFINITY)
    return {
      ...base,
      lines: [...command, ...(waiting ? malformed(timeline, translate) : [[dim(translate('terminal.waiting'))]])],
      copy: '',
    }
  }
  const printed = error ? [errorLine(error, deniedStep(trace)), ...confidenceLine(error, translate)] : []
  const came =
    error && trace.stoppedAt === 'assume-role'
      ? refusedLines(trace, error, printed, translate)
      : [...returnedLines(trace), throughLine(trace, translate), ...printed]
  const lines = [...command, ...came, ...doubtLines(trace, translate)]
  return { ...base, lines, copy: asText(lines) }
}

function outputPanel(timeline: Timeline, t: number, translate: Translate): TerminalPanel | undefined {
  const { trace, cues } = timeline
  const step = trace?.steps.find((candidate) => candidate.kind === 'error')
  if (!trace || step?.kind !== 'error' || step.seenAt !== 'later' || cues.error === undefined || t < cues.error.shown) return undefined
  const { error } = step
  const denied = deniedStep(trace)
  const role = trace.situation.roles.find((candidate) => candidate.roleArn === denied?.roleArn)
  const title = translate(`terminal.place.${error.place}`)
  const station = stationLabel(denied?.check === 'role-permission' ? 5 : 3, denied?.check === 'role-permission' ? undefined : role)
  const status = { kind: 'error', text: translate('terminal.check', { station }) } as const
  const note = confidenceLine(error, translate)
  if (error.place === 'instance-metadata') {
    const lines: Line[] = [
      [
        dim('$ '),
        plain(`curl -H "X-aws-ec2-metadata-token: $TOKEN" 169.254.169.254/latest/meta-data/iam/security-credentials/${role?.name ?? ''}`),
      ],
      ...error.message.split('\n').map((line): Line => (line.includes(error.code) ? [{ text: line, tone: 'error' }] : [plain(line)])),
    ]
    return { id: 'output', title, status, lines: [...lines, ...note], copy: error.message }
  }
  if (error.message === '') {
    const line: Line = error.code === '' ? [] : [{ text: error.code, tone: 'error' }]
    return { id: 'output', title, status, lines: [...(line.length > 0 ? [line] : []), ...note], copy: error.code }
  }
  if (error.place === 'workload-log') {
    const line = errorLine(error, denied)
    return { id: 'output', title, status, lines: [line, ...note], copy: asText([line]) }
  }
  const phrase = refusals.exec(error.message)?.[0]
  const line: Line = phrase
    ? underlined(error.message, [phrase]).map((span) => (span.tone === 'key' ? { ...span, tone: 'error' as const } : span))
    : [plain(error.message)]
  return { id: 'output', title, status, lines: [line, ...note], copy: error.message }
}

/** The terminals of column 1 at time t: what the caller sees (`short`: the command without its options), and where a later failure shows. */
export function terminalPanels(timeline: Timeline, t: number, translate: Translate, short = false): readonly TerminalPanel[] {
  const output = timeline.trace?.owner ? undefined : outputPanel(timeline, t, translate)
  const caller = callerPanel(timeline, t, short || output !== undefined, translate)
  return output ? [caller, output] : [caller]
}

/** True when the terminal has more to show than the command. */
export function hasOutput(timeline: Timeline, t: number): boolean {
  return (
    t > 0 &&
    segmentIndexAt(timeline, t) >= 0 &&
    ((timeline.cues.error !== undefined && t >= timeline.cues.error.shown) || t >= timeline.end)
  )
}
