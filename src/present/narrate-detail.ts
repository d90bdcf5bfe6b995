import type { MessageKey, RichText, Translate } from '../i18n'
import type { ElementExplanation, StatementExplanation } from '../iam'
import type { Detail } from './reason'
import { joined, shortValue } from './short-value'

/** The statement's Sid, or "statement 2". */
export function statementName(statement: StatementExplanation, translate: Translate): string {
  const sid = statement.statement.sid?.value
  return sid !== undefined && sid !== '' ? sid : translate('narrate.statement', { number: statement.statement.index + 1 })
}

/** Which sentence tells of an element that did not match. */
function keyOf(element: ElementExplanation): MessageKey {
  const { mismatch } = element
  if (mismatch === 'variable-unresolved') return 'why.variable-unresolved'
  if (mismatch === 'unusable' || mismatch === 'unknown-operator') return 'why.unusable'
  if (element.element === 'Condition') {
    if (mismatch === 'key-absent') return 'why.condition.key-absent'
    if (mismatch === 'key-present') return 'why.condition.key-present'
    if (mismatch === 'set-operator-missing') return 'why.condition.set-operator-missing'
    return mismatch === 'value-excluded' ? 'why.condition.value-excluded' : 'why.condition.no-value-matches'
  }
  const family =
    element.element === 'Principal' || element.element === 'NotPrincipal'
      ? 'principal'
      : /Action/.test(element.element)
        ? 'action'
        : 'resource'
  return mismatch === 'value-excluded' ? (`why.${family}.value-excluded` as const) : (`why.${family}.no-value-matches` as const)
}

/** What a sentence about an element that did not match can name. */
export function valuesOf({ element, statement }: Extract<Detail, { kind: 'element' }>, translate: Translate) {
  return {
    sid: statementName(statement, translate),
    key: element.contextKey ?? element.element,
    ...named(
      element.values.map((entry) => entry.resolved ?? entry.value.value),
      joined(element.requestValue) ?? '',
    ),
  }
}

/** What a policy lists and what was asked; ARNs without what they have in common when there are many. */
function named(policies: readonly string[], requested: string): { readonly policy: string; readonly requested: string } {
  const place = (arn: string) => arn.split(':').slice(0, 5).join(':')
  const short = policies.length > 1 && requested.startsWith('arn:') && policies.every((policy) => place(policy) === place(requested))
  const shown = (value: string) => (short ? shortValue(value) : value)
  return { policy: policies.map(shown).join(', '), requested: shown(requested) }
}

/** Why the deciding statement says no, with the two values compared. */
export function narrateDetail(detail: Detail, translate: Translate): RichText {
  switch (detail.kind) {
    case 'none':
      return []
    case 'nothing':
      return translate.rich('why.nothing', { action: detail.action, resource: detail.resource })
    case 'statement-denies':
      return translate.rich('why.denies', { sid: statementName(detail.statement, translate) })
    case 'element':
      return translate.rich(keyOf(detail.element), valuesOf(detail, translate))
  }
}
