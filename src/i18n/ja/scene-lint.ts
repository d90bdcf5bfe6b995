import type { sceneLint as english } from '../en/scene-lint'

export const sceneLint: Readonly<Record<keyof typeof english, string>> = {
  'problem.passed-to-sibling': '渡す先は別のプリンシパルです ({action})。',
  'problem.passed-to-untrusted': '{role} は {value} を信頼していません。',
  'problem.trust-sibling-service': '引き受けるのは別のプリンシパルです ({action})。',
  'problem.edge-needs-two': 'Lambda@Edge には lambda.amazonaws.com も必要です。',
  'problem.pass-role-other-account': 'アカウント {account} のロールではないため渡せません。',
  'problem.pass-role-path': 'パスも ARN の一部です。{value} は {role} と一致しません。',
  'problem.pass-role-without-call': 'ロールを渡すアクションの許可がないため、iam:PassRole は使われません。',
  'problem.call-without-pass-role': '{role} を渡すには iam:PassRole も必要ですが、どのステートメントにもありません。',
  'problem.assume-lacks-action': '{member} の送信には {action} も必要です。',
  'problem.trust-whole-account': 'アカウント {account} のうち、自身のポリシーで許可された全員を信頼します。',
  'problem.role-trusts-not-itself': 'ロールが自身を引き受けるには、信頼ポリシーでの指定が必要です。',
  'problem.chain-too-long': 'ロールチェーンは最長 {limit} 秒です。',
  'problem.external-id-same-account': '{key} は第三者のためのもので、ロールと同じアカウントには不要です。',
  'problem.mfa-of-chain': 'ロールのセッションに MFA の情報はなく、{key} は true になりません。',
  'problem.scp-level-allows-nothing': 'レベル {level} に Allow がなく、すべてのリクエストがここで止まります。',
  'problem.boundary-lacks-action': 'この境界は、呼び出しに必要な {action} を許可していません。',
  'problem.not-principal-and-boundary': 'アクセス許可の境界があると、Deny と NotPrincipal の組み合わせは必ず拒否します。',
  'fix.add': '{name} を追加',
}
