import type { keys as english } from '../en/keys'

export const keys: Readonly<Record<keyof typeof english, string>> = {
  'shortcuts.editing': 'エディター内',
  'shortcuts.complete': '名前や値の候補を表示',
  'shortcuts.hover': 'カーソル位置の名前の説明を表示',
  'shortcuts.mend': '提示された修正を適用',
  'shortcuts.presenting': 'プレゼン中',
  'shortcuts.clicker': '次と前のステップ (クリッカー)。最後のステップの次はシナリオ',
  'shortcuts.single': '文字キー（Space、1～5、[ ] / ?）をショートカットとして使う',
  'shortcuts.single-why': '音声入力を使うときや、誤って押してしまうときはオフにしてください。矢印キー、Home、End、Esc は常に使えます。',
}
