import type { Scenario } from '../scenario'
import { passTo, policy, readData, roleArn, runTask, trustEcsTasks } from '../write'

const foreign = roleArn('app-task', '444455556666')
const role = roleArn('app-task')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }

export const otherAccountRole: Scenario = {
  id: 'other-account-role',
  documents: {
    request: runTask(foreign),
    identityPolicy: policy(call, passTo('PassAppRole', '*', 'ecs-tasks.amazonaws.com')),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: { request: runTask(role) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', reason: 'role-in-other-account' },
  goal: { outcome: 'allowed' },
  story: {
    en: "The data lives in account 444455556666, so Aya names that account's role for her own task.",
    ja: 'データがアカウント 444455556666 にあるため、Aya は自分のタスクにそのアカウントのロールを指定しました。',
  },
  task: {
    en: "Pass a role of this account. For the other account's data, let that role assume further, or use a bucket policy.",
    ja: 'このアカウントのロールを渡してください。別アカウントのデータには、そこからさらにロールを引き受けるか、バケットポリシーを使います。',
  },
  hints: [
    { en: 'No policy was read. Compare the account numbers.', ja: 'ポリシーは評価されていません。アカウント番号を見比べてください。' },
  ],
  insight: {
    en: 'Resource * in an identity policy never reaches roles of other accounts for PassRole.',
    ja: 'アイデンティティベースのポリシーの Resource が * でも、PassRole が別アカウントのロールに及ぶことはありません。',
  },
}
