import type { Translate } from '../i18n'
import type { PassedRole, Situation, Trace } from '../simulate'
import { visitsOf } from './build-timeline'
import { gateRow } from './gate-rows'
import { callerName, principalName, stationLabel } from './names'
import type { Reading } from './reading'
import type { GateRole, GateRow, GateScene } from './scene'
import { shortValue } from './short-value'
import type { Timeline } from './timeline'

const skip = (label: string, value: string): GateRow => ({ label, value, note: undefined, result: 'skip', full: value })

/** What a gate would look at, while nothing is known: shown before it is reached, and dashed when it never is. */
function expectedRows(
  gate: 'iam' | 'sts',
  situation: Situation | undefined,
  role: PassedRole | undefined,
  translate: Translate,
): GateRow[] {
  if (!situation) return []
  const direct = situation.mode === 'direct'
  if (gate === 'iam') {
    if (direct) return [skip('Action', 'sts:AssumeRole'), skip('Resource', shortValue(role?.roleArn ?? ''))]
    const call = situation.roles.length > 1 ? [] : [skip(translate('row.call'), situation.action)]
    return role ? [...call, skip('Action', 'iam:PassRole'), skip('Resource', shortValue(role.roleArn))] : call
  }
  const principal = direct ? shortValue(situation.caller.arn) : (role?.passSite?.servicePrincipal ?? '')
  return role ? [skip(translate('row.principal'), principal), skip('Action', 'sts:AssumeRole')] : []
}

function summary(
  gate: 'iam' | 'sts',
  station: string,
  reading: Reading | undefined,
  rows: readonly GateRow[],
  translate: Translate,
): string {
  const check = translate(gate === 'iam' ? 'station.pass' : 'station.assume')
  const verdict = translate(reading ? (`verdict.${reading.verdict}` as const) : 'verdict.not-reached')
  const failed = rows.find((row) => row.result === 'no')
  const why = failed ? (failed.said ?? `${failed.label} ${failed.value}${failed.note ? ` ${failed.note}` : ''}`) : ''
  const sid = reading?.statement?.statement.sid?.value
  const by = sid ? translate('summary.decided-by', { sid }) : ''
  return translate('summary.gate', { station, check, verdict, why: [why, by].filter(Boolean).join('. ') })
}

function gateRole(
  gate: 'iam' | 'sts',
  situation: Situation | undefined,
  role: PassedRole | undefined,
  reading: Reading | undefined,
  translate: Translate,
): GateRole {
  const expected = expectedRows(gate, situation, role, translate)
  const rows = reading && reading.rows.length > 0 ? reading.rows.map((row) => gateRow(row, translate)) : expected
  // A call that is refused by itself: what would have been asked next stays in sight, not looked at.
  const unread = reading?.rows[0]?.kind === 'call' && reading.verdict === 'deny' ? expected.slice(rows.length) : []
  const station = stationLabel(gate === 'iam' ? 2 : 3, role)
  return {
    roleArn: role?.roleArn,
    letter: role?.letter,
    station,
    name: role?.name ?? situation?.action ?? '',
    rows: [...rows, ...unread],
    verdict: !reading || reading.verdict === 'not-needed' ? (reading ? 'allow' : undefined) : reading.verdict,
    summary: summary(gate, station, reading, rows, translate),
  }
}

/** When a service takes a role on: what is tried while the call runs before what waits, within each an execution role first. */
const turnOf = ({ passSite }: PassedRole): number => (passSite?.assumed === 'later' ? 2 : 0) + (passSite?.use === 'execution' ? 0 : 1)

/** The order in which a gate lists its roles: as asked; those that were not asked follow. */
function listedRoles(gate: 'iam' | 'sts', trace: Trace | undefined, visits: readonly Reading[]): (PassedRole | undefined)[] {
  const roles = trace?.situation.roles ?? []
  if (roles.length <= 1) return [roles[0]]
  const order = gate === 'iam' ? [...roles] : [...roles].sort((one, other) => turnOf(one) - turnOf(other))
  const callDenied = visits[0] && !visits[0].role
  return callDenied ? [undefined, ...order] : order
}

function question(gate: 'iam' | 'sts', situation: Situation | undefined, translate: Translate): string {
  if (!situation) return translate(gate === 'iam' ? 'gate.question.pass-any' : 'gate.question.trust-any')
  const user = callerName(situation.caller, translate)
  const [role] = situation.roles
  const service = situation.service.shortName
  const principal = principalName(situation, translate)
  if (!role)
    return gate === 'iam' ? translate('gate.question.call', { user, action: situation.action }) : translate('gate.question.no-role')
  if (situation.mode === 'direct') {
    return gate === 'iam'
      ? translate('gate.question.ask', { user, role: role.name })
      : translate('gate.question.trust', { role: role.name, principal: user })
  }
  const count = situation.roles.length
  if (count > 1)
    return gate === 'iam'
      ? translate('gate.question.pass-several', { user, count })
      : translate('gate.question.trust-several', { principal })
  if (gate === 'sts') return translate('gate.question.trust', { role: role.name, principal })
  return role.name.length > 18
    ? translate('gate.question.pass-it', { user, service })
    : translate('gate.question.pass', { user, role: role.name, service })
}

/** What a gate asks where there is no room for the names that stand beside it anyway. */
function shorterQuestions(gate: 'iam' | 'sts', situation: Situation | undefined, translate: Translate): readonly string[] {
  const [role] = situation?.roles ?? []
  if (!situation || !role) return []
  const direct = situation.mode === 'direct'
  const user = callerName(situation.caller, translate)
  if (gate === 'sts') {
    // English asks after the service, Japanese after the principal that the trust policy names.
    const principal = translate.language === 'ja' ? principalName(situation, translate) : situation.service.shortName
    return [translate('gate.brief.trust', { service: direct ? user : principal })]
  }
  if (direct) return []
  const count = situation.roles.length
  if (count > 1) return [translate(count === 2 ? 'gate.brief.pass-both' : 'gate.brief.pass-all', { user, count })]
  return [translate('gate.brief.pass-role', { user, role: role.name }), translate('gate.brief.pass', { user })]
}

function stationVerdict(visits: readonly Reading[]): GateScene['verdict'] {
  const failing = visits.find((visit) => visit.verdict !== 'allow' && visit.verdict !== 'not-needed')
  return failing ? failing.verdict : visits[0]?.verdict
}

/** Both gates: the question, the roles, and every row with its values. */
export function buildGates(timeline: Timeline, translate: Translate): { iam: GateScene; sts: GateScene } {
  const { trace } = timeline
  const situation = trace?.situation
  const visits = visitsOf(timeline.playable)
  const build = (gate: 'iam' | 'sts', made: readonly Reading[]): GateScene => ({
    service: gate === 'iam' ? 'IAM' : 'STS',
    question: question(gate, situation, translate),
    shorter: shorterQuestions(gate, situation, translate),
    roles: listedRoles(gate, trace, made).map((role) =>
      gateRole(
        gate,
        situation,
        role,
        made.find((reading) => reading.role?.roleArn === role?.roleArn) ??
          (made.length === 1 && made[0]?.role === undefined && role === undefined
            ? made[0]
            : situation && situation.roles.length <= 1
              ? made[0]
              : undefined),
        translate,
      ),
    ),
    verdict: stationVerdict(made),
  })
  return { iam: build('iam', visits.pass), sts: build('sts', visits.assume) }
}
