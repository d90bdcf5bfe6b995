import type { keys as english } from '../en/keys'

export const keys: Readonly<Record<keyof typeof english, string>> = {
  'shortcuts.presenting': 'プレゼン中',
  'shortcuts.clicker': '次と前のステップ (クリッカー)。最後のステップの次はシナリオ',
  'shortcuts.single': '文字キー（Space、1～5、[ ] / ?）をショートカットとして使う',
  'shortcuts.single-why': '音声入力を使うときや、誤って押してしまうときはオフにしてください。矢印キー、Home、End、Esc は常に使えます。',
}
