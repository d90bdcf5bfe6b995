import type { direct as english } from '../en/direct'

export const direct: Readonly<Record<keyof typeof english, string>> = {
  'row.caller': '呼び出し元',
  'row.account-of': 'アカウント {account}',
  'row.everyone': '* (全員)',
  'row.every-role': '* (すべてのロール)',
  'name.session-in': '{account}: セッション {role}/{name}',
  'join.or-everyone': '信頼ポリシーの指定は全員。それだけで足りる',
  'join.or-open': '信頼ポリシーが {who} を指定。その許可だけで足りる',
  'join.or-limits': '信頼ポリシーが {who} を指定。ID ベースのポリシーは不要だが、制限は有効',
  'join.deny': 'どちらの側の Deny も常に優先',
  'join.deny-named': '信頼ポリシーが {who} を指定していても Deny が優先',
  'chain.title': 'ロールチェーン',
  'chain.text': '{role} から次のロールへ。最長{minutes}分',
  'chain.open': '{title}。{text}。このセッションで続ける',
  'gate.question.trust-direct': '{role} の信頼ポリシーは {principal} を許可?',
  'after.account-hers-there': 'Aya のアカウント',
  'after.account-hers': '自アカウント',
  'terminal.keys-hers': '認証情報は {user} に渡りました。評価されるのは {role} のアクセス許可だけです。',
  'terminal.keys-chained': '認証情報は {user} に渡りました。評価されるのは {role} のアクセス許可だけで、{from} の権限は使われません。',
  'body.direct-account-aya':
    'サービスを介さないので PassRole はありません。信頼ポリシーが指定しているのは {u:user} ではなくアカウントなので、{u:user} 側のポリシーの許可も必要です。',
  'body.direct-account':
    'サービスを介さないので PassRole はありません。信頼ポリシーが指定しているのは {u:user} ではなくアカウントなので、{u:user} 側のポリシーの許可も必要です。',
  'body.direct-named':
    'サービスを介さないので PassRole はありません。信頼ポリシーが {u:user} を直接指定しているので、同じアカウントではそれだけで足り、ID ベースのポリシーの許可は不要です。',
  'body.direct-role':
    'サービスを介さないので PassRole はありません。信頼ポリシーがこのセッションのロール {r:who} を指定しているので、同じアカウントではそれだけで足り、ID ベースのポリシーの許可は不要です。',
  'body.direct-everyone':
    'サービスを介さないので PassRole はありません。信頼ポリシーが全員を指定しているので、同じアカウントではそれだけで足り、ID ベースのポリシーの許可は不要です。',
  'body.direct-across':
    'サービスを介さないので PassRole はありません。ロールは別のアカウントにあるため、信頼ポリシーと {u:user} 自身のポリシーの両方の許可が必要でした。',
  'passed.identity': 'はい。{u:user} 自身のポリシーは許可しています。ロール側も確認します。',
  'passed.identity-spared': '不要です。{r:role} の信頼ポリシーが呼び出し元を直接指定しています。',
  'passed.trust-direct': 'はい。{r:role} の信頼ポリシーは {u:user} を許可しています。',
  'aside.naming.title': '信頼ポリシーが {who} を指定していれば十分',
  'aside.naming.text': '同じアカウントなら、{c:named} で ID ベースのポリシーは不要です。',
  'action.name-caller': '試す',
  'action.compare': 'PassRole と比べる',
  'action.chain': '次のロールへ',
  'notice.caller-named': '信頼ポリシーが {name} を指定するようになりました。',
  'notice.chained': '呼び出し元は {role} のセッションになりました。文書 2 は {role} の権限です。{next} は仮のロール名です。',
  'headline.session-short': '③で停止。セッションの有効期間が短すぎます。',
  'twin.join': '2つの文書の関係: {join}。{rule}',
  'twin.then': '。',
  'stage.and': 'かつ',
  'stage.or': 'または',
  'stage.deny': 'Deny が優先',
}
