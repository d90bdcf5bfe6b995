import type { mode as english } from '../en/mode'

export const mode: Readonly<Record<keyof typeof english, string>> = {
  'mode.name': '表示',
  'mode.one': '1つのリクエスト',
  'mode.compare': '比較',
}
