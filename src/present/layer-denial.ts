import type { RichText, Translate } from '../i18n'
import { levelInSentence, levelName } from './level-name'
import type { DenialKind, Denied } from './reason'

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

/** The level whose Deny decided, as a headline names it; undefined where there is only one. */
export function deniedLevel({ evaluation }: Denied['step'], translate: Translate): string | undefined {
  const { policyType, level } = evaluation?.verdict ?? {}
  const levels = evaluation?.layers.filter((layer) => layer.policyType === policyType).length ?? 0
  return level === undefined || levels <= 1 ? undefined : levelName(level, levels, translate)
}

/** What the layer that decided is, where it is none of the identity and trust policies; empty when one of these decided. */
export function layerSentence({ why, step }: Denied, translate: Translate): RichText {
  const family = familyOf[why]
  const { evaluation } = step
  if (!family || !evaluation) return []
  const { policyType, level } = evaluation.verdict
  const levels = evaluation.layers.filter((layer) => layer.policyType === policyType).length
  return translate.rich(`body.layer.${family}`, { level: levelInSentence(level ?? 0, levels, translate) })
}
