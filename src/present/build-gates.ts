import type { Translate } from '../i18n'
import { type DocumentId, inOrderOfAssumption, type PassedRole, type Situation, type Trace } from '../simulate'
import { gateRow } from './gate-rows'
import { callerName, principalName, stationLabel } from './names'
import { statementName } from './narrate-detail'
import type { Reading, RowSource } from './reading'
import type { GateRole, GateRow, GateScene } from './scene'
import { checkName } from './segment-name'
import { shortValue } from './short-value'
import type { Timeline } from './timeline'
import { visitsOf } from './visits'

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
    if (direct) {
      const caller = skip(translate('row.caller'), shortValue(situation.caller.arn))
      return [caller, skip('Action', 'sts:AssumeRole'), skip('Resource', shortValue(role?.roleArn ?? ''))]
    }
    const call = situation.roles.length > 1 ? [] : [skip(translate('row.call'), situation.action)]
    if (!role) return call
    const passedTo = role.passSite?.passedToService
    const condition = passedTo === undefined ? [] : [skip(translate('row.condition'), `PassedToService = ${shortValue(passedTo)}`)]
    return [...call, skip('Action', 'iam:PassRole'), skip('Resource', shortValue(role.roleArn)), ...condition]
  }
  const principal = direct ? shortValue(situation.caller.arn) : (role?.passSite?.servicePrincipal ?? '')
  if (!role) return []
  // What the service sends along for a trust policy's condition to compare.
  const account = role.passSite?.sentKeys.find(({ key, confidence }) => key === 'aws:SourceAccount' && confidence !== 'unsure')
  const sent = account ? [skip(translate('row.condition'), `${account.key} = ${shortValue(situation.caller.accountId)}`)] : []
  return [skip(translate('row.principal'), principal), skip('Action', 'sts:AssumeRole'), ...sent]
}

function summary(
  gate: 'iam' | 'sts',
  station: string,
  situation: Situation | undefined,
  reading: Reading | undefined,
  rows: readonly GateRow[],
  translate: Translate,
): string {
  const check = checkName(gate === 'iam' ? 2 : 3, situation, translate)
  const verdict = translate(reading ? (`verdict.${reading.verdict}` as const) : 'verdict.not-reached')
  const failed = rows.find((row) => row.result === 'no')
  const why = failed ? (failed.said ?? `${failed.label} ${failed.value}${failed.note ? ` ${failed.note}` : ''}`) : ''
  const by = reading?.statement ? translate('summary.decided-by', { sid: statementName(reading.statement, translate) }) : ''
  return translate('summary.gate', { station, check, verdict, why: [why, by].filter(Boolean).join('. ') })
}

/** Rows that a gate has room for as it stands. */
const usualRows = 4

function gateRole(
  gate: 'iam' | 'sts',
  situation: Situation | undefined,
  role: PassedRole | undefined,
  reading: Reading | undefined,
  translate: Translate,
): GateRole {
  const expected = expectedRows(gate, situation, role, translate)
  const rows =
    reading && reading.rows.length > 0 ? reading.rows.map((row) => gateRow(row, role?.letter === undefined, translate)) : expected
  // A check that ends early: what would have been looked at next stays in sight.
  const has = (kind: RowSource['kind']) => reading?.rows.some((row) => row.kind === kind) === true
  const cutShort = has('call') && !has('layer') && reading?.verdict === 'deny'
  const unread = cutShort ? expected.slice(has('account') ? 1 : rows.length).slice(0, Math.max(0, usualRows - rows.length)) : []
  const station = stationLabel(gate === 'iam' ? 2 : 3, role)
  return {
    roleArn: role?.roleArn,
    letter: role?.letter,
    station,
    name: role?.name ?? situation?.action ?? '',
    rows: [...rows, ...unread],
    verdict: !reading || reading.verdict === 'not-needed' ? (reading ? 'allow' : undefined) : reading.verdict,
    summary: summary(gate, station, situation, reading, rows, translate),
    decided: reading?.statement && {
      documentId: reading.statement.document.documentId as DocumentId,
      at: reading.statement.statement.span.start,
    },
  }
}

/** The order in which a gate lists its roles: as asked; those that were not asked follow. */
function listedRoles(gate: 'iam' | 'sts', trace: Trace | undefined, visits: readonly Reading[]): readonly (PassedRole | undefined)[] {
  const roles = trace?.situation.roles ?? []
  if (roles.length <= 1) return [roles[0]]
  const order = gate === 'iam' ? roles : inOrderOfAssumption(roles)
  const callDenied = visits[0] && !visits[0].role
  return callDenied ? [undefined, ...order] : order
}

/** One service may hand roles to another: EC2 takes on what an instance of Elastic Beanstalk wears. */
const hasOnePrincipal = ({ roles }: Situation): boolean => new Set(roles.map(({ passSite }) => passSite?.servicePrincipal)).size <= 1

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
      : translate('gate.question.trust-direct', { role: role.name, principal: user })
  }
  const count = situation.roles.length
  if (count > 1)
    return gate === 'iam'
      ? translate('gate.question.pass-several', { user, count })
      : translate(hasOnePrincipal(situation) ? 'gate.question.trust-several' : 'gate.question.trust-each', { principal })
  if (gate === 'sts') return translate('gate.question.trust', { role: role.name, principal })
  return translate('gate.question.pass', { user, role: role.name, service })
}

/** The question without the role's name, where it hands over or trusts one. */
function shortQuestion(gate: 'iam' | 'sts', situation: Situation | undefined, translate: Translate): string | undefined {
  if (situation?.roles.length !== 1) return undefined
  const user = callerName(situation.caller, translate)
  const direct = situation.mode === 'direct'
  if (gate === 'sts') return translate('gate.question.trust-it', { principal: direct ? user : principalName(situation, translate) })
  return direct ? undefined : translate('gate.question.pass-it', { user, service: situation.service.shortName })
}

/** What a gate asks where there is no room for the names that stand beside it anyway. */
function shorterQuestions(gate: 'iam' | 'sts', situation: Situation | undefined, translate: Translate): readonly string[] {
  const [role] = situation?.roles ?? []
  if (!situation || !role) return []
  const direct = situation.mode === 'direct'
  const user = callerName(situation.caller, translate)
  if (gate === 'sts') {
    if (!hasOnePrincipal(situation)) return [translate('gate.question.trust-each')]
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
    short: shortQuestion(gate, situation, translate),
    shorter: shorterQuestions(gate, situation, translate),
    roles: listedRoles(gate, trace, made).map((role) =>
      gateRole(
        gate,
        situation,
        role,
        made.find((reading) => reading.role === role) ??
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
