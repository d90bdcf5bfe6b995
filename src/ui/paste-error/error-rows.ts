import { fullCatalogue } from '../../catalog'
import type { MessageKey, MessageParams, RichText, Translate } from '../../i18n'
import { aya } from '../../present'
import type { ErrorFacts, ErrorScene } from '../../simulate'

/** One line about the message. */
export interface ErrorRow {
  readonly label: string
  readonly text: RichText
}

const lastOf = (arn: string) => arn.split('/').at(-1) ?? arn
const nameOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
const accountIn = (arn: string | undefined) => arn?.split(':')[4]

function callerRow(facts: ErrorFacts, translate: Translate): RichText | undefined {
  const { callerArn, check } = facts
  if (callerArn === undefined) return undefined
  const user = nameOf(lastOf(callerArn))
  const session = /:assumed-role\/([^/]+)\/(.+)$/.exec(callerArn)
  if (check === 'role-permission') return translate.rich('paste.caller.workload', { session: session?.[2] ?? '' })
  if (session) return translate.rich(user === aya ? 'paste.caller.session-aya' : 'paste.caller.session', { user, role: session[1] ?? '' })
  return callerArn.endsWith(':root') ? translate.rich('paste.caller.root') : translate.rich('paste.caller.user', { user })
}

/** The API call: told by the message where it names one, and one only. */
function callRow({ calls, check }: ErrorFacts, translate: Translate): RichText | undefined {
  const [action, ...others] = calls
  if (action === undefined || others.length > 0) return undefined
  const found = fullCatalogue.findCall(action)
  if (found?.call.contrast === 'direct') return translate.rich('paste.call.direct')
  const passes = check !== 'service-action' || (found?.call.passSites.length ?? 0) > 0
  return translate.rich(passes ? 'paste.call.passes' : 'paste.call.plain', { action, service: found?.service.shortName ?? '' })
}

function roleRow({ roleArn, callerArn }: ErrorFacts, translate: Translate): RichText | undefined {
  if (roleArn === undefined) return undefined
  const role = lastOf(roleArn)
  if (callerArn === undefined) return translate.rich('paste.role.plain', { role })
  const account = accountIn(roleArn) ?? ''
  return translate.rich(account === accountIn(callerArn) ? 'paste.role.same' : 'paste.role.other', { role, account })
}

function reasonKey({ reason, check, callerArn }: ErrorFacts): MessageKey {
  switch (reason.kind) {
    case 'implicit-deny':
      return `paste.reason.implicit.${reason.policyType}`
    case 'explicit-deny':
      return `paste.reason.explicit.${reason.policyType}`
    case 'other-account':
      return 'paste.reason.other-account'
    case 'refused':
      return 'paste.reason.refused'
    case 'unsaid':
      if (reason.denies !== undefined) return reason.denies ? 'paste.reason.denies' : 'paste.reason.denies-not'
      return check === 'assume-role' && callerArn === undefined ? 'paste.reason.trust' : 'paste.reason.unsaid'
  }
}

const refusedKey = ({ check, callerArn }: ErrorFacts) =>
  check === 'assume-role' && callerArn !== undefined ? ('paste.refused.assume-direct' as const) : (`paste.refused.${check}` as const)

/** What the message says, in words. */
export function toldRows(facts: ErrorFacts, translate: Translate): readonly ErrorRow[] {
  const row = (key: MessageKey, text: RichText | undefined): readonly ErrorRow[] => (text ? [{ label: translate(key), text }] : [])
  const names: MessageParams = { action: facts.action ?? '' }
  const onRole = facts.roleArn !== undefined && facts.resource === facts.roleArn
  return [
    ...row('paste.row.caller', callerRow(facts, translate)),
    ...row('paste.row.call', callRow(facts, translate)),
    ...row('paste.row.refused', translate.rich(refusedKey(facts), names)),
    ...row('paste.row.role', roleRow(facts, translate)),
    ...row('paste.row.resource', onRole || facts.resource === undefined ? undefined : [{ kind: 'code', text: facts.resource }]),
    ...row('paste.row.reason', translate.rich(reasonKey(facts))),
  ]
}

/** What the scene has that the message does not say, apart from the guesses that can be changed. */
export function supposedRows(facts: ErrorFacts, scene: ErrorScene | undefined, translate: Translate): readonly ErrorRow[] {
  if (!scene) return []
  const situation = scene.run.trace?.situation
  const [role] = situation?.roles ?? []
  const rows: ErrorRow[] = []
  const add = (key: MessageKey, text: RichText) => rows.push({ label: translate(key), text })
  if (facts.callerArn === undefined)
    add('paste.row.caller', translate.rich('paste.caller.unknown', { user: nameOf(situation?.caller.name ?? '') }))
  if (facts.roleArn === undefined && role) add('paste.row.role', translate.rich('paste.role.unknown', { role: role.name }))
  if (facts.check === 'pass-role' || facts.check === 'service-action') add('paste.row.trust', translate.rich('paste.trust.fits'))
  if (facts.check === 'role-permission') {
    add('paste.row.policy', translate.rich('paste.policy.fits'))
    add('paste.row.trust', translate.rich('paste.trust.passed'))
  }
  if (facts.check === 'assume-role' && facts.callerArn === undefined) add('paste.row.policy', translate.rich('paste.policy.fits'))
  const silent = facts.reason.kind === 'implicit-deny' && facts.reason.policyType !== 'vpc-endpoint'
  if (silent && facts.check !== 'assume-role') add('paste.row.layers', translate.rich('paste.layers.others'))
  return rows
}

/** The whole in one sentence, to be read aloud. */
export const spoken = (facts: ErrorFacts, translate: Translate): string => {
  const words = (rich: RichText) => rich.map(({ text }) => text).join('')
  return translate('paste.read', {
    refused: words(translate.rich(refusedKey(facts), { action: facts.action ?? '' })),
    reason: translate(reasonKey(facts)),
  })
}
