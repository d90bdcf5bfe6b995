import type { Scenario } from '../scenario'
import { passTo, policy, readData, roleArn, runTask, trustEcsTasks } from '../write'

const role = roleArn('team/app-task')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }

export const rolePath: Scenario = {
  id: 'role-path',
  documents: {
    request: runTask(role),
    identityPolicy: policy(call, passTo('PassAppRole', roleArn('app-task'), 'ecs-tasks.amazonaws.com')),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: { identityPolicy: policy(call, passTo('PassAppRole', role, 'ecs-tasks.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', sid: 'PassAppRole', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'The role was created under the path /team/. The console shows its name only.',
    ja: 'ロールはパス /team/ の下に作成されています。コンソールの一覧に表示されるのは名前だけです。',
  },
  task: {
    en: "Write the role's whole ARN into the policy, path included.",
    ja: 'パスを含めたロールの ARN 全体をポリシーに書いてください。',
  },
  hints: [
    {
      en: 'Compare the ARN in the request with the Resource, letter by letter.',
      ja: 'リクエストの ARN と Resource を 1 文字ずつ見比べてください。',
    },
    { en: 'The path /team/ is missing.', ja: 'パス /team/ が抜けています。' },
  ],
  insight: {
    en: 'Role names are unique in an account whatever their path, but ARNs are matched as text.',
    ja: 'ロール名はパスに関係なくアカウント内で一意ですが、ARN は文字列として照合されます。',
  },
}
