import type { view as english } from '../en/view'

export const view: Readonly<Record<keyof typeof english, string>> = {
  'document.identityPolicy.short': 'ID ベース',
  'document.trustPolicy.short': '信頼',
  'document.rolePolicy.short': 'アクセス許可',
  'terminal.caller.short': '{user} に見えるもの',
  'phone.edit': 'エディタで開く',
  'phone.sheet': 'パネルの大きさを変える',
  'columns.first': '1列目の幅',
  'columns.second': '2列目の幅',
  'topbar.present': 'プレゼン',
  'theme.name': 'テーマ',
  'theme.system': 'システムに合わせる',
  'theme.light': 'ライト',
  'theme.dark': 'ダーク',
}
