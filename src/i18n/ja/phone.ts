import type { phone as english } from '../en/phone'

export const phone: Readonly<Record<keyof typeof english, string>> = {
  'gate.brief.pass': '{user} は渡せるか?',
  'gate.brief.pass-role': '{user} は {role} を渡せるか?',
  'gate.brief.pass-both': '2つとも渡せるか?',
  'gate.brief.pass-all': '{count}つとも渡せるか?',
  'gate.brief.trust': '{service} を許可?',
  'phone.asks': '要求元',
  'phone.attached': ' を渡す',
  'phone.answers-iam': '判定するのは {user} の ID ベースのポリシー',
  'phone.answers-sts': '判定するのは {role} の信頼ポリシー',
  'phone.answers-several': '判定するのは各ロールの信頼ポリシー',
  'phone.credentials': '{by} が一時的な認証情報を取得',
  'phone.act': '{workload} が {action} を呼び出す',
  'phone.later': '呼び出しは成功 · {later}',
  'phone.hint': '予想を選ぶか、そのまま再生。ドキュメントはあとから編集できます。',
}
