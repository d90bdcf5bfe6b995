import type { sceneLint as english } from '../en/scene-lint'

export const sceneLint: Readonly<Record<keyof typeof english, string>> = {
  'problem.passed-to-sibling': '{action} がロールを渡す先は {service} です。{value} ではありません。',
  'problem.passed-to-untrusted': '{role} の信頼ポリシーに {value} がないため、このサービスに渡してもロールを引き受けられません。',
  'problem.trust-sibling-service': '{action} でロールを引き受けるのは {service} です。{value} ではありません。',
  'problem.edge-needs-two': 'Lambda@Edge では、信頼ポリシーに {value} と lambda.amazonaws.com の両方が必要です。',
  'problem.pass-role-other-account':
    'ロールを渡せるのは同じアカウントの中だけです。{value} はアカウント {account} のロールではありません。',
  'problem.pass-role-path': '渡すロールは {role} です。パスも ARN の一部なので、{value} とは一致しません。',
  'problem.pass-role-without-call': '{action} も、ここで許可される他のアクションもロールを渡さないため、iam:PassRole は使われません。',
  'problem.call-without-pass-role': '{action} で {role} を渡すには iam:PassRole も必要ですが、どのステートメントにもありません。',
  'problem.assume-lacks-action': 'この呼び出しには {member} があるため {action} も必要ですが、ここで許可されていません。',
  'problem.trust-whole-account':
    'アカウント {account} 全体を信頼しています。自身のポリシーで許可されたユーザーとロールはすべて引き受けられます。',
  'problem.role-trusts-not-itself':
    '呼び出し元はこのロールのセッションです。ロールが自身を引き受けるには、信頼ポリシーでの指定が必要です。',
  'problem.chain-too-long': '呼び出し元もロールのセッションです。ロールチェーンのセッションは最長 {limit} 秒です。',
  'problem.external-id-same-account': '{key} は第三者に使うものですが、ここで指定された相手はすべてロールと同じアカウントです。',
  'problem.mfa-of-chain': 'ロールのセッションに MFA の情報はないため、別のロールから引き受けるときに {key} は true になりません。',
  'problem.scp-level-allows-nothing': 'レベル {level} のどのポリシーにも Allow がないため、すべてのリクエストがここで止まります。',
  'problem.boundary-lacks-action': 'このアクセス許可の境界には、呼び出しに必要な {action} を許可するステートメントがありません。',
  'problem.not-principal-and-boundary':
    'Deny と NotPrincipal の組み合わせは、指定した相手であっても、アクセス許可の境界を持つ呼び出し元をすべて拒否します。',
  'fix.add': '{name} を追加',
}
