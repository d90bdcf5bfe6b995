import type { Scenario } from '../scenario'
import { account, policy, readData, roleArn, type StatementText, takeRole, trustsPrincipal } from '../write'

const role = roleArn('reader', '444455556666')
const own: StatementText = { sid: 'OwnBuckets', action: 's3:ListAllMyBuckets', resource: '*' }

export const crossAccountAssumeRole: Scenario = {
  id: 'cross-account-assume-role',
  documents: {
    request: takeRole(role, {}, { workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' } }),
    identityPolicy: policy(own),
    trustPolicy: policy(trustsPrincipal('TrustAya', `arn:aws:iam::${account}:user/aya`)),
    rolePolicy: readData,
  },
  solution: { identityPolicy: policy(own, { sid: 'TakeReader', action: 'sts:AssumeRole', resource: role }) },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', reason: 'assume-implicit' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'The role reader lives in account 444455556666 and trusts Aya by name. In one account that would be enough.',
    ja: 'ロール reader はアカウント 444455556666 にあり、Aya を名指しで信頼しています。同じアカウントなら、それだけで十分です。',
  },
  task: {
    en: "Add the caller's side: allow sts:AssumeRole on that role in Aya's own policy.",
    ja: '呼び出し元側の許可が必要です。Aya のポリシーで、そのロールに対する sts:AssumeRole を許可してください。',
  },
  hints: [
    { en: 'Compare the two account numbers.', ja: '2 つのアカウント番号を見比べてください。' },
    {
      en: "The other account cannot grant Aya's account anything by itself.",
      ja: '信頼ポリシーだけでは、別アカウントのユーザーに操作を許可できません。',
    },
  ],
  insight: {
    en: 'Two accounts, two administrators: each has to say yes for its own side.',
    ja: 'アカウントが 2 つあれば管理者も別です。それぞれの側で許可が必要です。',
  },
}
