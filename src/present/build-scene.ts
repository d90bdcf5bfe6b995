import type { PassSite } from '../catalog'
import type { MessageKey, Translate } from '../i18n'
import type { Caller, DocumentId, PassedRole, Situation, Trace } from '../simulate'
import { buildGates } from './build-gates'
import { deputyParts } from './deputy-parts'
import { chainOf, sessionText } from './direct-chain'
import { joinOf } from './direct-join'
import { laneUser, onlyLacksKeys } from './lane-words'
import { callerDetail, callerName, operationOf } from './names'
import type { EdgeId, GlyphId, LaneScene, LineKind, Scene } from './scene'
import { shortValue } from './short-value'
import type { Timeline } from './timeline'

type Label = NonNullable<Scene['labels'][EdgeId]>

const glyphs: Readonly<Record<Situation['service']['workload'], GlyphId>> = {
  task: 'task',
  function: 'fn',
  instance: 'inst',
  build: 'build',
  'pipeline-run': 'pipe',
  'stack-operation': 'stack',
  'caller-session': 'user',
  agent: 'agent',
  'app-user': 'user',
  automation: 'pipe',
  cluster: 'inst',
  'data-source': 'task',
  database: 'inst',
  delivery: 'pipe',
  deployment: 'stack',
  environment: 'inst',
  execution: 'pipe',
  'file-transfer': 'user',
  fleet: 'inst',
  group: 'inst',
  job: 'build',
  node: 'inst',
  notebook: 'inst',
  'outside-workload': 'inst',
  pipe: 'pipe',
  pod: 'task',
  query: 'q',
  recorder: 'agent',
  replication: 'pipe',
  request: 'fn',
  rule: 'fn',
  schedule: 'fn',
  'service-instance': 'task',
  session: 'inst',
  studio: 'inst',
  workload: 'q',
}

/** The service tries the role while the call runs, before what is made by it needs it. */
const tries = ({ roles, service }: Situation) =>
  service.workload !== 'task' && roles.length > 0 && roles.every(({ passSite }) => passSite?.assumed === 'call')

/** What the control plane has got, once the call has arrived. */
function arrived({ situation, stoppedAt }: Trace, translate: Translate): string {
  const { roles, caller, action, mode } = situation
  const names = { operation: operationOf(action), count: roles.length }
  if (mode === 'direct') return translate('control.direct')
  if (roles.length === 0) return translate('control.got', names)
  if (roles.length > 1) return translate('control.got-roles', names)
  if (roles[0]?.instanceProfile !== undefined) return translate('control.profile', names)
  if (roles[0]?.accountId !== caller.accountId) return translate('control.foreign-role', names)
  const asked = stoppedAt !== 'service-action' && stoppedAt !== 'pass-role'
  return translate(asked && tries(situation) ? 'control.tries-role' : 'control.got-role', names)
}

/** What the workload is called in this call, where it has a name. */
function workloadName({ situation, steps }: Trace): string | undefined {
  const { parameters, service } = situation
  const pipeline: unknown = parameters.pipeline
  const returned = steps.find((step) => step.kind === 'return')
  const name: unknown =
    service.workload === 'function'
      ? parameters.FunctionName
      : service.workload === 'pipeline-run' && typeof pipeline === 'object' && pipeline !== null && 'name' in pipeline
        ? pipeline.name
        : service.workload === 'instance' && returned?.kind === 'return'
          ? returned.label
          : undefined
  return typeof name === 'string' && name !== '' ? name : undefined
}

function laneTitle(trace: Trace, role: PassedRole | undefined, several: boolean, translate: Translate): string {
  const { situation } = trace
  const noun = situation.service.workload
  const user = callerName(situation.caller, translate)
  if (noun === 'caller-session') return translate('workload.caller-session', { user, role: role?.name ?? '' })
  const name = several ? undefined : workloadName(trace)
  if (name !== undefined) return translate(`workload.named-${noun}` as MessageKey, { name })
  const execution = role?.passSite?.use === 'execution'
  const stem = !several ? noun : execution ? (noun === 'task' ? 'ecs-agent' : 'agent') : noun === 'task' ? 'container' : noun
  return (several ? laneUser(situation, role, translate) : undefined) ?? translate(`workload.${stem}` as MessageKey)
}

function lane(trace: Trace, role: PassedRole | undefined, several: boolean, translate: Translate): LaneScene {
  const { situation } = trace
  const noun = situation.service.workload
  const execution = role?.passSite?.use === 'execution'
  const wearing = situation.mode === 'direct' ? sessionText(trace, translate) : translate('workload.wearing', { role: role?.name ?? '' })
  return {
    roleArn: role?.roleArn,
    letter: role?.letter,
    roleName: role?.name,
    title: laneTitle(trace, role, several, translate),
    glyph: several && execution ? 'agent' : glyphs[noun],
    idle: translate(role ? 'workload.needs-role' : 'workload.no-role'),
    wearing,
    off: translate(
      onlyLacksKeys(situation, role, several) || (several && execution)
        ? 'workload.no-keys'
        : noun === 'instance'
          ? 'workload.never-keys'
          : tries(situation) && operationOf(situation.action).startsWith('Create')
            ? 'workload.not-created'
            : 'workload.never-starts',
    ),
    bare: translate('workload.bare'),
  }
}

/** Letters under the resource, which stands at the edge of the stage. */
const longestResource = 18

/** Services as people call them; of these only the service is known, not what the resource is. */
const serviceNames: Readonly<Record<string, string>> = {
  bedrock: 'Bedrock',
  cloudformation: 'CloudFormation',
  ec2: 'EC2',
  ecr: 'ECR',
  ecs: 'ECS',
  elasticloadbalancing: 'ELB',
  events: 'EventBridge',
  firehose: 'Firehose',
  iam: 'IAM',
  kinesis: 'Kinesis',
  redshift: 'Redshift',
  sns: 'SNS',
  ssm: 'SSM',
}

/** "S3 bucket / app-data" from what the workload asks for. */
function resourceOf(situation: Situation, translate: Translate): Scene['resource'] {
  const { workload } = situation
  if (!workload) return undefined
  const service = workload.action.split(':')[0] ?? ''
  const known: Readonly<Record<string, MessageKey>> = {
    s3: 'resource.s3',
    dynamodb: 'resource.dynamodb',
    logs: 'resource.logs',
    secretsmanager: 'resource.secret',
    sqs: 'resource.sqs',
    lambda: 'workload.function',
    states: 'resource.states',
  }
  const key = known[service]
  const name = workload.resource.split(':').slice(5).join(':')
  // A log group's own name has slashes, and a stream behind it.
  const own =
    /^log-group:([^:]+)/.exec(name)?.[1] ??
    name
      .split('/')
      .at(-1)
      ?.replace(/^[A-Za-z-]+:/, '') ??
    name
  const detail = service === 's3' ? (name.split('/')[0] ?? name) : shortValue(name === '' ? workload.resource : own)
  return {
    title: key ? translate(key) : (serviceNames[service] ?? service),
    detail: detail.length > longestResource ? `${detail.slice(0, longestResource - 1)}…` : detail,
  }
}

const label = (text: string, kind: LineKind, under?: { text: string; kind: LineKind }): Label =>
  under ? { text, kind, under } : { text, kind }

function labelsOf(timeline: Timeline, situation: Situation, translate: Translate): Scene['labels'] {
  const { roles, mode, action } = situation
  const direct = mode === 'direct'
  const [role] = roles
  const count = roles.length
  const under = role
    ? { text: count > 1 ? translate('label.roles', { count }) : translate('label.role', { role: role.name }), kind: 'role' as const }
    : undefined
  const passText =
    count > 1
      ? translate(count === 2 ? 'label.pass-twice' : 'label.pass-count', { count })
      : role
        ? translate('label.pass')
        : translate('label.allowed', { action: operationOf(action) })
  const error = timeline.trace?.steps.find((step) => step.kind === 'error')
  const returned = timeline.trace?.steps.find((step) => step.kind === 'return')
  return {
    call: label(action, 'user', under),
    'pass-ask': label(direct ? translate('label.assume-question') : passText, 'user'),
    'assume-ask': label(direct ? translate('label.assume-question') : 'sts:AssumeRole', direct ? 'user' : 'service'),
    'assume-answer': label(translate('label.keys'), 'role'),
    ...(situation.workload ? { act: label(situation.workload.action, 'role') } : {}),
    ...(error?.kind === 'error'
      ? { error: label(error.error.code === '' ? translate(`place.${error.error.place}`) : error.error.code, 'deny') }
      : {}),
    ...(returned?.kind === 'return' ? { return: label(translate('label.returned', { what: returned.label }), 'allow') } : {}),
  }
}

function packetsOf(situation: Situation): Scene['packets'] {
  const direct = situation.mode === 'direct'
  const [role] = situation.roles
  const roleName = situation.roles.length === 1 ? role?.name : undefined
  const kind = direct ? 'user' : 'service'
  const known = situation.generic ? '?' : (role?.passSite?.servicePrincipal.replace('.amazonaws.com', '') ?? '')
  const principal = direct ? situation.caller.name : known
  const base = { roleName: undefined, tag: undefined }
  return {
    call: { ...base, text: operationOf(situation.action), kind: 'user', glyph: 'user', roleName },
    'pass-ask': {
      ...base,
      text: direct ? 'sts:AssumeRole' : role ? 'iam:PassRole' : situation.action,
      kind: 'user',
      glyph: 'user',
      roleName,
    },
    'assume-ask': { ...base, text: principal, kind, glyph: direct ? 'user' : 'service' },
    'assume-answer': { ...base, text: 'ASIA…', kind: 'role', glyph: 'creds' },
    wear: { ...base, text: 'ASIA…', kind: 'role', glyph: 'creds' },
  }
}

function outputOf(timeline: Timeline, translate: Translate): Scene['output'] {
  const step = timeline.trace?.steps.find((candidate) => candidate.kind === 'error')
  if (step?.kind !== 'error' || step.seenAt === 'call' || timeline.trace?.stoppedAt === 'role-permission') return undefined
  return {
    title: translate(`place.${step.error.place}`),
    text: translate(step.error.place === 'none' ? 'station.error-none' : 'output.no-keys'),
  }
}

function timingOf(situation: Situation | undefined, translate: Translate): Scene['timing'] {
  const site = situation?.roles[0]?.passSite
  if (!situation || !site) return undefined
  const letters = (assumed: PassSite['assumed']) =>
    situation.roles.flatMap(({ passSite, letter }) => (passSite?.assumed === assumed && letter !== undefined ? [letter] : [])).join(' ')
  const [now, later] = [letters('call'), letters('later')]
  if (now !== '' && later !== '') return { kind: 'later', text: translate('timing.both', { now, later }) }
  if (site.assumed === 'call') return tries(situation) ? { kind: 'at-call', text: translate('timing.call') } : undefined
  if (situation.generic) return { kind: 'later', text: translate('timing.unknown') }
  const noun = situation.service.workload
  return { kind: 'later', text: translate(noun === 'instance' ? 'timing.launch' : noun === 'task' ? 'timing.task' : 'timing.run') }
}

const documentOf: Readonly<Record<string, DocumentId>> = { '1': 'request', '2': 'identityPolicy', '3': 'trustPolicy', '5': 'rolePolicy' }

/** The stage before anything can be read from the request: everyone in place, nobody named. */
function blankScene(timeline: Timeline, translate: Translate): Scene {
  const unknown = translate('name.unknown')
  return {
    mode: 'service',
    user: { name: translate('name.caller'), detail: unknown },
    frame: translate('name.service'),
    controlPlane: { title: translate('name.service'), idle: translate('control.idle'), arrived: unknown },
    badge: { name: translate('name.service'), title: translate('name.service'), principal: unknown, speaker: 'service' },
    lanes: [
      {
        roleArn: undefined,
        letter: undefined,
        roleName: undefined,
        title: translate('workload.any'),
        glyph: 'q',
        idle: unknown,
        wearing: unknown,
        off: unknown,
        bare: unknown,
      },
    ],
    resource: undefined,
    gates: buildGates(timeline, translate),
    labels: {},
    packets: { call: { text: '?', kind: 'user', glyph: 'user', roleName: undefined, tag: undefined } },
    instanceProfile: undefined,
    timing: undefined,
    output: undefined,
    foreignAccount: undefined,
    join: undefined,
    deputy: undefined,
    legend: {
      title: translate('legend.title'),
      user: translate('name.caller'),
      service: translate('name.service'),
      role: translate('name.role'),
    },
    documentOf,
  }
}

function legendOf(caller: Caller, service: string, role: string, translate: Translate): Scene['legend'] {
  const user = callerName(caller, translate)
  const session = caller.roleArn?.split('/').at(-1)
  return {
    title: translate('legend.title'),
    user: session === undefined ? translate('legend.user', { user }) : translate('legend.session', { user, role: session }),
    service: translate('legend.service', { service }),
    role,
  }
}

/** Everything on the stage that does not change with time, in one language. */
export function buildScene(timeline: Timeline, translate: Translate): Scene {
  const { trace } = timeline
  if (!trace) return blankScene(timeline, translate)
  const { situation } = trace
  const { caller, roles, service } = situation
  const direct = situation.mode === 'direct'
  const user = callerName(caller, translate)
  const lanes =
    roles.length > 0 ? roles.map((role) => lane(trace, role, roles.length > 1, translate)) : [lane(trace, undefined, false, translate)]
  const foreign = roles.find((role) => role.accountId !== caller.accountId)
  const [role] = roles
  const profile = role?.instanceProfile
  const scene: Scene = {
    mode: situation.mode,
    // Where two accounts are in play, whose is whose.
    user: { name: user, detail: callerDetail(caller, foreign !== undefined, translate) },
    frame: direct ? translate('frame.direct') : service.name,
    controlPlane: {
      title: direct ? 'AssumeRole' : translate('control.title', { service: service.shortName }),
      idle: translate('control.idle'),
      arrived: arrived(trace, translate),
    },
    badge: direct
      ? { name: user, title: translate('badge.user', { user }), principal: caller.arn.split(':').slice(5).join(':'), speaker: 'user' }
      : {
          name: service.shortName,
          title: translate('badge.service', { service: service.shortName }),
          principal: situation.generic ? translate('name.not-known') : (role?.passSite?.servicePrincipal ?? '–'),
          speaker: 'service',
        },
    lanes,
    resource: resourceOf(situation, translate),
    gates: buildGates(timeline, translate),
    labels: labelsOf(timeline, situation, translate),
    packets: packetsOf(situation),
    instanceProfile: profile === undefined || !role ? undefined : { name: profile, roleName: role.name },
    timing: timingOf(situation, translate),
    output: outputOf(timeline, translate),
    foreignAccount: foreign?.accountId,
    join: joinOf(timeline.playable, translate),
    chain: chainOf(trace, translate),
    deputy: undefined,
    legend: legendOf(
      caller,
      service.shortName,
      roles.length > 1 ? translate('legend.roles') : translate('legend.role', { role: role?.name ?? translate('name.role') }),
      translate,
    ),
    documentOf,
  }
  return deputyParts(trace)?.deputyScene(scene, trace, translate) ?? scene
}
