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
  'shortcuts.title': 'キーボードショートカット',
  'shortcuts.play': '再生 / 一時停止',
  'shortcuts.step': '前 / 次のステップ',
  'shortcuts.second': '1 秒戻る / 進む',
  'shortcuts.ends': '先頭 / 末尾',
  'shortcuts.station': '番号の位置へ移動',
  'shortcuts.scenario': '前 / 次のシナリオ',
  'shortcuts.library': 'シナリオとコマンド',
  'shortcuts.help': 'この一覧',
  'shortcuts.leave': '閉じる / エディターから出る',
  'shortcuts.tab': 'エディターで Tab の動作を切り替え',
}
