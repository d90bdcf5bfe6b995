import type { sessionPolicies as english } from '../en/session-policies'

export const sessionPolicies: Readonly<Record<keyof typeof english, string>> = {
  'problem.session-policies-unread':
    'PolicyArns のマネージドポリシーはセッションの権限を制限しますが、内容がここにないため評価していません。⑤で実際に許可される範囲は、表示より狭い可能性があります。sts:AssumeRole の判定には影響しません。',
}
