import type { turns as english } from '../en/turns'

export const turns: Readonly<Record<keyof typeof english, string>> = {
  'credentials-now.body':
    '呼び出しはまだ処理中で、{r:waiting} の信頼ポリシーは評価されていません。認証情報を {u:user} が目にすることはありません。',
  'returned-both': '呼び出しは成功しました。{r:waiting} の引き受けはこのあとです。',
}
