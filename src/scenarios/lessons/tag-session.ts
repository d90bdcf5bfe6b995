import type { Scenario } from '../scenario'
import { account, policy, roleArn, takeRole, trustsPrincipal, variable } from '../write'

const role = roleArn('analyst')
const trust = trustsPrincipal('TrustMyAccount', `arn:aws:iam::${account}:root`)

export const tagSession: Scenario = {
  id: 'tag-session',
  documents: {
    request: takeRole(
      role,
      { Tags: [{ Key: 'team', Value: 'sales' }] },
      { workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/sales/2026.csv' } },
    ),
    identityPolicy: policy({ sid: 'TakeAnalyst', action: ['sts:AssumeRole', 'sts:TagSession'], resource: role }),
    trustPolicy: policy(trust),
    rolePolicy: policy({
      sid: 'ReadOwnTeam',
      action: 's3:GetObject',
      resource: `arn:aws:s3:::reports/${variable('aws:PrincipalTag/team')}/*`,
    }),
  },
  solution: { trustPolicy: policy({ ...trust, action: ['sts:AssumeRole', 'sts:TagSession'] }) },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', reason: 'assume-implicit' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'One role for every team: a session tag says which reports it may read. Aya sends team=sales with her call, and the role trusts her account.',
    ja: '1 つのロールを全チームで使い、読み取れるレポートをセッションタグで決めています。Aya は team=sales を付けて呼び出し、ロールは Aya のアカウントを信頼しています。',
  },
  task: { en: 'Allow sts:TagSession in the trust policy as well.', ja: '信頼ポリシーで sts:TagSession も許可してください。' },
  hints: [
    {
      en: 'The call asks for two actions at once. Which of them does the trust policy know?',
      ja: 'この呼び出しでは 2 つのアクションの許可が必要です。信頼ポリシーにあるのはどちらですか?',
    },
    {
      en: 'Action takes an array: sts:AssumeRole and sts:TagSession.',
      ja: 'Action は配列にできます。sts:AssumeRole と sts:TagSession を並べてください。',
    },
  ],
  insight: {
    en: 'If the tags are not allowed, the whole call fails: nobody gets a session without the tags that were meant to limit it.',
    ja: 'タグが許可されなければ、呼び出し全体が失敗します。制限に使うタグのないセッションができることはありません。',
  },
}
