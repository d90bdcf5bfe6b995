import type { theme as english } from '../en/theme'

export const theme: Readonly<Record<keyof typeof english, string>> = {
  'theme.name': 'テーマ',
  'theme.system': 'システムに合わせる',
  'theme.light': 'ライト',
  'theme.dark': 'ダーク',
}
