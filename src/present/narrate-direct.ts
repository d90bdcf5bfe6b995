import type { MessageKey, MessageParams, RichText, Translate } from '../i18n'
import { chainLinkOf, type Trace } from '../simulate'
import { isAtHome, isEnough, namedAs, namedName } from './named-as'
import { aya } from './names'
import type { AsideAction, Narration } from './narration'
import type { Timeline } from './timeline'
import { accountTrustOf } from './trust-by-account'
import { visitsOf } from './visits'

/** After an allowed direct call: why these two documents were enough. */
export function directSuccessBody({ playable, trace }: Timeline, translate: Translate, params: MessageParams): RichText {
  if (!trace) return []
  const { situation } = trace
  const as = namedAs(visitsOf(playable).assume[0]?.statement)
  const key: MessageKey = !isAtHome(situation)
    ? 'body.direct-across'
    : as === 'account'
      ? params.user === aya
        ? 'body.direct-account-aya'
        : 'body.direct-account'
      : as === 'everyone'
        ? 'body.direct-everyone'
        : as && isEnough(as, situation)
          ? as === 'role'
            ? 'body.direct-role'
            : 'body.direct-named'
          : 'body.success-direct'
  return translate.rich(key, { ...params, who: as ? namedName(situation, as, translate) : '' })
}

/** The question at ② and ③ of a direct call, and once it is answered, the answer. */
export function directQuestion(gate: 'iam' | 'sts', stamped: boolean, { playable }: Timeline): MessageKey {
  const ask = gate === 'iam' ? 'ask.identity' : 'ask.trust-direct'
  if (!stamped) return ask
  const visits = visitsOf(playable)
  const verdict = visits[gate === 'iam' ? 'pass' : 'assume'][0]?.verdict
  if (verdict === 'not-needed') return 'passed.identity-spared'
  if (verdict !== 'allow') return ask
  return gate === 'iam' ? 'passed.identity' : 'passed.trust-direct'
}

/** That it would be enough if the trust policy named the caller instead of the account, where it names the account. */
export function namingAside(
  { playable }: Timeline,
  translate: Translate,
  params: MessageParams,
  actions: readonly AsideAction[],
): Narration['aside'] {
  const trust = accountTrustOf(playable)
  if (!trust) return undefined
  const name = trust.arn.split(':').slice(5).join(':')
  const who = name.startsWith('role/') ? (name.split('/').at(-1) ?? '') : String(params.user)
  return {
    title: translate('aside.naming.title', { who }),
    text: translate.rich('aside.naming.text', { named: `"AWS": "…:${name}"` }),
    actions: ['name-caller', ...actions],
  }
}

/** What the end of a direct call offers where the stage has no room for its box. */
export const chainActions = (trace: Trace | undefined): readonly AsideAction[] => (trace && chainLinkOf(trace) ? ['chain'] : [])
