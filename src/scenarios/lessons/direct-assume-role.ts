import type { Scenario } from '../scenario'
import { account, policy, readData, request, roleArn, trustEcsTasks, trustEcsTasksAnd } from '../write'

const role = roleArn('app-task')
const take = request({
  action: 'sts:AssumeRole',
  region: 'ap-northeast-1',
  parameters: { RoleArn: role, RoleSessionName: 'aya' },
  workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' },
})

export const directAssumeRole: Scenario = {
  id: 'direct-assume-role',
  documents: {
    request: take,
    identityPolicy: policy({ sid: 'TakeAppRole', action: 'sts:AssumeRole', resource: role }),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: {
    trustPolicy: trustEcsTasksAnd({ sid: 'TrustMyAccount', principal: ['AWS', `arn:aws:iam::${account}:root`], action: 'sts:AssumeRole' }),
  },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'TrustEcsTasks', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Aya wants to look at the data herself and takes the same role on with aws sts assume-role.',
    ja: 'Aya は自分でデータを確認しようと、同じロールを aws sts assume-role で引き受けようとします。',
  },
  task: {
    en: "Let the role trust Aya's account as well. Her own policy already says yes.",
    ja: 'ロールが Aya のアカウントも信頼するようにしてください。Aya 自身のポリシーはすでに許可しています。',
  },
  hints: [
    { en: 'The trust policy names a service. Aya is not one.', ja: '信頼ポリシーにあるのはサービスで、Aya ではありません。' },
    {
      en: "Naming the account's root trusts the account: then her own policy counts.",
      ja: 'アカウントの root を指定するとアカウントへの信頼になり、Aya 自身のポリシーが評価されます。',
    },
  ],
  insight: {
    en: "A role that a service can use is not open to people, and an administrator's policy does not change that.",
    ja: 'サービスが使えるロールでも、人は引き受けられません。管理者のポリシーがあっても同じです。',
  },
}
