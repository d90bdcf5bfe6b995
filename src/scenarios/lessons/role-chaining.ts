import type { Scenario } from '../scenario'
import { policy, readData, roleArn, sessionOf, takeRole, trustsPrincipal } from '../write'

const role = roleArn('deploy')
const take = (DurationSeconds: number) =>
  takeRole(
    role,
    { DurationSeconds },
    {
      caller: sessionOf('dev'),
      resolved: { maxSessionDuration: 43200 },
      workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' },
    },
  )

export const roleChaining: Scenario = {
  id: 'role-chaining',
  documents: {
    request: take(14400),
    identityPolicy: policy({ sid: 'TakeDeploy', action: 'sts:AssumeRole', resource: role }),
    trustPolicy: policy(trustsPrincipal('TrustDevelopers', roleArn('dev'))),
    rolePolicy: readData,
  },
  solution: { request: take(3600) },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', reason: 'session-duration' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Aya is already a session of dev, and from there she takes on deploy for four hours. The role itself would allow twelve.',
    ja: 'Aya はすでに dev のセッションで、そこから deploy を 4 時間引き受けようとします。ロール自体の最大セッション時間は 12 時間です。',
  },
  task: { en: 'Ask for one hour: 3600 seconds.', ja: '有効期間を 1 時間 (3600 秒) にしてください。' },
  hints: [
    { en: 'No policy was read. Look at the request.', ja: 'ポリシーは評価されていません。リクエストを見てください。' },
    { en: 'A role that takes on a role gets 3600 seconds at most.', ja: 'ロールから別のロールを引き受ける場合は、3600 秒が上限です。' },
  ],
  insight: {
    en: "Each link of a chain starts afresh: only deploy's permissions count now, and the hour cannot be renewed by deploy itself.",
    ja: 'ロールチェーンでは、引き受けるたびに権限が切り替わります。今有効なのは deploy の権限だけで、1 時間の上限を延ばすことはできません。',
  },
}
