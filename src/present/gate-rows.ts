import type { Translate } from '../i18n'
import type { ElementExplanation, PolicyType } from '../iam'
import { assertNever } from '../lib/assert-never'
import { levelName } from './level-name'
import { type RowSource, rowFails } from './reading'
import type { GateRow } from './scene'
import { isNegated, joined, shortKey, shortValue } from './short-value'

/** The value of the policy that a row shows: the one that fits, else the first. */
function listed(element: ElementExplanation): string {
  const value = element.values.find((entry) => entry.matched) ?? element.values[0]
  return value ? (value.resolved ?? value.value.value) : ''
}

function label(element: ElementExplanation, translate: Translate): string {
  switch (element.element) {
    case 'Condition':
      return translate('row.condition')
    case 'Principal':
    case 'NotPrincipal':
      return translate('row.principal')
    default:
      return element.element
  }
}

function conditionRow(element: ElementExplanation, roomy: boolean, translate: Translate): GateRow {
  const key = shortKey(element.contextKey ?? '')
  const policy = listed(element)
  const requested = joined(element.requestValue)
  const full = `${element.operator} ${element.contextKey}: ${element.values.map((entry) => entry.value.value).join(', ')}`
  const sign = isNegated(element.operator) ? '≠' : '='
  if (element.matched) {
    // Beside a list of roles there is room for one of the two: the service that was meant, or which key it was.
    const narrow = /^iam:PassedToService$/i.test(element.contextKey ?? '') ? shortValue(policy) : key.replace(/^[\w-]+:/, '')
    const value = roomy || sign === '≠' ? `${key} ${sign} ${shortValue(policy)}` : narrow
    return { label: translate('row.condition'), value, note: undefined, result: 'ok', full }
  }
  const notes: Partial<Record<NonNullable<ElementExplanation['mismatch']>, string>> = {
    'key-absent': translate('row.not-sent'),
    'key-present': translate('row.is-sent'),
    'value-excluded': translate('row.excluded', { value: shortValue(requested ?? '') }),
    'set-operator-missing': translate('row.set-operator'),
    'variable-unresolved': translate('row.no-variable'),
  }
  const other = element.mismatch && notes[element.mismatch]
  const base = { label: translate('row.condition'), value: key, result: 'no', full } as const
  if (other !== undefined || requested === undefined) return { ...base, note: other ?? `${shortValue(policy)} ≠` }
  const said = translate('row.said', { label: translate('row.condition'), key: element.contextKey ?? '', policy, requested })
  return { ...base, note: `${shortValue(policy)} ≠ ${shortValue(requested)}`, said }
}

/** Characters of two principals that a row has room for. */
const roomForBoth = 38

/** What a policy says beside what was asked, each in full where there is room for it. */
function comparison(policy: string, requested: string, roomy: boolean): { readonly value: string; readonly note: string } {
  const fits = (value: string, other: string) => roomy && value.length + other.length + 3 <= roomForBoth
  const value = fits(policy, requested) ? policy : shortValue(policy)
  return { value, note: `≠ ${fits(value, requested) ? requested : shortValue(requested)}` }
}

/** Whom a Principal names when that is not the caller itself: its account, its role, or everyone. */
function namedValue({ element, principalMatch, values }: ElementExplanation, requested: string, translate: Translate): string | undefined {
  if (element !== 'Principal' || !requested.startsWith('arn:')) return undefined
  const named = values.find(({ matched }) => matched)?.value.value ?? ''
  if (named === '*') return translate('row.everyone')
  if (principalMatch === 'account') return translate('row.account-of', { account: requested.split(':')[4] ?? '' })
  return principalMatch === 'role' ? shortValue(named) : undefined
}

/** The pattern by which a Resource covers more than what was asked for. */
function patternOf({ element, values }: ElementExplanation, requested: string, translate: Translate): string | undefined {
  const pattern = element === 'Resource' ? values.find(({ matched }) => matched)?.value.value : undefined
  if (pattern === undefined || !/[*?]/.test(pattern)) return undefined
  return pattern === '*' && requested.includes(':role/') ? translate('row.every-role') : shortValue(pattern)
}

function elementRow(element: ElementExplanation, roomy: boolean, translate: Translate): GateRow {
  if (element.element === 'Condition') return conditionRow(element, roomy, translate)
  const requested = joined(element.requestValue) ?? ''
  const full = element.values.map((entry) => entry.value.value).join(', ')
  const isPrincipal = element.element === 'Principal' && requested.length <= 30
  if (element.matched) {
    const value =
      namedValue(element, requested, translate) ??
      patternOf(element, requested, translate) ??
      (isPrincipal ? requested : shortValue(requested))
    return { label: label(element, translate), value, note: undefined, result: 'ok', full }
  }
  const note =
    element.mismatch === 'variable-unresolved'
      ? translate('row.no-variable')
      : element.mismatch === 'value-excluded'
        ? translate('row.excluded', { value: shortValue(requested) })
        : undefined
  const both = comparison(listed(element), requested, isPrincipal && roomy)
  const row = { label: label(element, translate), value: both.value, note: note ?? both.note, result: 'no', full } as const
  if (element.mismatch === 'variable-unresolved' || element.mismatch === 'value-excluded') return row
  return { ...row, said: translate('row.said-plain', { label: row.label, policy: listed(element), requested }) }
}

const layerKeys = {
  'identity-based': 'layer.identity',
  'resource-based': 'layer.resource',
  trust: 'layer.trust',
  'permissions-boundary': 'layer.boundary',
  session: 'layer.session',
  'service-control': 'layer.scp',
  'resource-control': 'layer.rcp',
} as const satisfies Record<PolicyType, string>

/** A layer's short name, as rows and tabs have it. */
export const layerName = (type: PolicyType, translate: Translate): string => translate(layerKeys[type])

type LayerRow = Extract<RowSource, { kind: 'layer' }>

/** The Sid of the statement that decided, or of the only one there is, when that could have allowed it. */
function layerValue({ layer, statement }: LayerRow, translate: Translate): string | undefined {
  const [only, ...others] = layer.statements
  const soleAllow = others.length === 0 && only?.statement.effect?.value === 'Allow' ? only : undefined
  const shown = statement ?? soleAllow
  if (!shown) return undefined
  return shown.statement.sid?.value ?? translate('row.statement', { number: shown.statement.index + 1 })
}

function layerRow(row: LayerRow, translate: Translate): GateRow {
  const { layer } = row
  const name = layerName(layer.policyType, translate)
  const value = layerValue(row, translate)
  const level = layer.level !== undefined && row.levels > 1 ? levelName(layer.level, row.levels, translate) : undefined
  const opens = row.documentId && { documentId: row.documentId, level: layer.level, at: row.statement?.statement.span.start }
  const base = { label: name, full: [name, level, value].filter(Boolean).join(', '), opens }
  switch (layer.result) {
    case 'explicit-deny':
      return { ...base, value: value ?? 'Deny', note: level ? translate('layers.row-deny-at', { level }) : 'Deny', result: 'no' }
    case 'implicit-deny': {
      const action = row.statement?.elements.find((element) => /Action/.test(element.element))
      const note = !action?.matched ? translate('layers.row-no-action', { action: row.action }) : translate('row.no-allow')
      const at = level && translate('layers.row-at', { level })
      return { ...base, value: value ?? translate('row.nothing'), note: [note, at].filter(Boolean).join(', '), result: 'no' }
    }
    default:
      return { ...base, value: value ?? translate('row.full-access'), note: undefined, result: 'ok' }
  }
}

/** One row of a gate, ready to show. `roomy`: no list of roles stands beside it. */
export function gateRow(row: RowSource, roomy: boolean, translate: Translate): GateRow {
  switch (row.kind) {
    case 'call':
      return {
        label: translate('row.call'),
        value: row.step.action,
        note: rowFails(row) ? translate('row.not-allowed') : undefined,
        result: rowFails(row) ? 'no' : 'ok',
        full: row.step.action,
      }
    case 'effect':
      return { label: 'Effect', value: 'Deny', note: row.statement.statement.sid?.value, result: 'no', full: 'Deny' }
    case 'element':
      return elementRow(row.element, roomy, translate)
    case 'nothing':
      return { label: 'Action', value: row.action, note: translate('row.nothing-allows'), result: 'no', full: row.action }
    case 'layer':
      return layerRow(row, translate)
    case 'account':
      return {
        label: translate('row.account'),
        value: shortValue(row.role.accountId),
        note: translate('row.hers', { account: shortValue(row.caller.accountId) }),
        result: 'no',
        full: row.role.roleArn,
      }
    case 'caller':
      return { label: translate('row.caller'), value: shortValue(row.caller.arn), note: undefined, result: 'ok', full: row.caller.arn }
    case 'spared': {
      const spared = row.element === 'Identity' ? translate('stamp.not-needed') : shortValue(row.value)
      const label = row.element === 'Identity' ? translate('layer.identity') : row.element
      return { label, value: spared, note: undefined, result: 'skip', full: row.value === '' ? spared : row.value }
    }
    case 'refused':
      return { label: translate('row.call'), value: row.step.action, note: translate('row.refused'), result: 'no', full: row.step.action }
    default:
      return assertNever(row)
  }
}
