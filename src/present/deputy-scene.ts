import type { Translate } from '../i18n'
import { type OwnersSide, type Situation, type Trace, whoCalls } from '../simulate'
import { shortAccount } from './deputy-facts'
import { aya, callerName, mallory } from './names'
import { stepsOf } from './reading'
import type { AskedCaller, DeputyScene, GateScene, Scene } from './scene'

function ownerAsked(owner: string, { run }: OwnersSide, translate: Translate): AskedCaller {
  const asked = [...stepsOf(run, 'service-action'), ...stepsOf(run, 'pass-role')].map(({ step }) => step)
  const denied = asked.find(({ verdict }) => verdict === 'deny')
  if (asked.length === 0) return { name: owner, text: translate('deputy.owner.unread'), mark: 'skip', answer: undefined }
  if (!denied) {
    const text = translate(owner === aya ? 'deputy.owner.passes-aya' : 'deputy.owner.passes')
    return { name: owner, text, mark: 'ok', answer: translate('answer.yes') }
  }
  const why = denied.refusal ? 'deputy.owner.foreign' : denied.check === 'pass-role' ? 'deputy.owner.not' : 'deputy.owner.no-call'
  return { name: owner, text: translate(why), mark: 'no', answer: translate('answer.no') }
}

/** The first gate: it was asked about the owner only, at another time. */
function gateOf(scene: GateScene, { roles }: Situation, callers: readonly AskedCaller[], translate: Translate): GateScene {
  const [role] = roles
  const one = roles.length === 1
  const said = callers.map(({ name, text, answer }) =>
    translate(answer === undefined ? 'deputy.said-alone' : 'deputy.said', { name, text, answer: answer ?? '' }),
  )
  return {
    ...scene,
    question: one ? translate('deputy.question', { role: role?.name ?? '' }) : translate('gate.question.pass-any'),
    short: undefined,
    shorter: [translate('gate.question.pass-any')],
    roles: [
      {
        roleArn: role?.roleArn,
        letter: undefined,
        station: '2',
        name: role?.name ?? '',
        rows: [],
        verdict: undefined,
        summary: translate('deputy.summary', { said: said.join(translate('deputy.and')) }),
        decided: undefined,
      },
    ],
    verdict: undefined,
  }
}

/** The stage where the call is somebody else's: the owner beside them, and whom each gate was asked about. */
export function deputyScene(scene: Scene, { situation, owner: side }: Trace, translate: Translate): Scene {
  if (!side) return scene
  const { caller, service, workload } = situation
  const stranger = whoCalls(situation)
  const [owner, user] = [callerName(caller, translate), callerName(stranger, translate)]
  const account = shortAccount(stranger.accountId, caller.accountId)
  const asked = ownerAsked(owner, side, translate)
  const callers: readonly AskedCaller[] = [asked, { name: user, text: translate('deputy.slipped'), mark: 'skip', answer: undefined }]
  const deputy: DeputyScene = {
    owner: { name: owner, detail: caller.accountId },
    callers,
    ownAnswer:
      asked.mark === 'skip'
        ? undefined
        : {
            text: translate(asked.mark === 'ok' ? 'deputy.yes' : 'deputy.no', { whom: owner }),
            kind: asked.mark === 'ok' ? 'allow' : 'deny',
          },
    yes: translate('deputy.yes', { whom: account }),
    no: translate('deputy.no', { whom: account }),
  }
  const { call, error: _error, return: _return, ...labels } = scene.labels
  const [lane, ...others] = scene.lanes
  const table = workload?.action.startsWith('dynamodb:')
    ? translate('deputy.table', { name: titled(scene.resource?.detail ?? '', translate) })
    : undefined
  return {
    ...scene,
    user: { name: user, detail: stranger.accountId },
    frame: translate('deputy.frame', { service: service.name }),
    controlPlane: { ...scene.controlPlane, arrived: translate('deputy.control') },
    lanes:
      lane && others.length === 0
        ? [
            {
              ...lane,
              title: translate(user === mallory ? 'deputy.workload-her' : 'deputy.workload', {
                user,
                noun: translate(`noun.${service.workload}`),
              }),
              off: translate('deputy.no-keys'),
            },
          ]
        : scene.lanes,
    resource: scene.resource && { title: table ?? scene.resource.title, detail: translate('deputy.of', { owner }) },
    gates: { ...scene.gates, iam: gateOf(scene.gates.iam, situation, callers, translate) },
    labels: {
      ...labels,
      call: { text: translate('deputy.names-role', { owner }), kind: 'user' },
      ...(call ? { 'own-call': call } : {}),
    },
    packets: {
      ...scene.packets,
      'assume-rail': {
        text: translate('deputy.for', { account }),
        kind: 'service',
        glyph: undefined,
        roleName: undefined,
        tag: undefined,
      },
    },
    timing: undefined,
    output: undefined,
    deputy,
    legend: { ...scene.legend, user: translate('deputy.callers') },
  }
}

/** At the head of a label, as a language writes it. */
const titled = (name: string, { language }: Translate): string => (language === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name)
