import type { RichText, Translate } from '../i18n'
import { levelInSentence } from './level-name'
import type { DenialKind, Reason } from './reason'

type LayerDenial = 'boundary' | 'boundary-explicit' | 'session' | 'session-explicit' | 'scp-implicit' | 'scp-explicit' | 'rcp'

const familyOf: Partial<Record<DenialKind, LayerDenial>> = {
  boundary: 'boundary',
  'boundary-explicit': 'boundary-explicit',
  session: 'session',
  'session-explicit': 'session-explicit',
  'scp-implicit': 'scp-implicit',
  'scp-explicit': 'scp-explicit',
  rcp: 'rcp',
  'permission-session': 'session',
  'permission-scp-implicit': 'scp-implicit',
  'permission-scp-explicit': 'scp-explicit',
}

/** What a layer above the identity and trust policies is, and what to change in it; undefined when none of them decided. */
export function layerDenialOf(
  { why, step }: Extract<Reason, { kind: 'denied' }>,
  translate: Translate,
): { readonly body: RichText; readonly move: RichText } | undefined {
  const family = familyOf[why]
  const { evaluation } = step
  if (!family || !evaluation) return undefined
  const { policyType, level } = evaluation.verdict
  const levels = evaluation.layers.filter((layer) => layer.policyType === policyType).length
  const names = { level: levelInSentence(level ?? 0, levels, translate), asked: step.action }
  return { body: translate.rich(`body.layer.${family}`, names), move: translate.rich(`move.layer.${family}`, names) }
}
