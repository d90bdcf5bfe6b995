import type { Scenario } from '../scenario'
import { passTo, policy, readData, roleArn, runTask, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }

export const passedToService: Scenario = {
  id: 'passed-to-service',
  documents: {
    request: runTask(role),
    identityPolicy: policy(call, passTo('PassAppRole', role, 'lambda.amazonaws.com')),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: { identityPolicy: policy(call, passTo('PassAppRole', role, 'ecs-tasks.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', sid: 'PassAppRole', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: "Aya's policy was copied from the Lambda team. It may pass app-task, with a condition.",
    ja: 'Aya のポリシーは Lambda チームからコピーしたものです。条件付きで app-task を渡せます。',
  },
  task: {
    en: 'Correct the PassedToService value, or delete the condition? Only one is least privilege.',
    ja: 'PassedToService の値を直すか、条件を削除するか。最小権限になるのは片方だけです。',
  },
  hints: [
    { en: 'Gate 2 says no, and only its last row does.', ja: '②のゲートで拒否されています。一致しないのは最後の行だけです。' },
    { en: 'The Condition names the service that may get the role.', ja: 'Condition には、ロールの渡し先のサービスが書かれています。' },
    { en: 'Compare the last row with the principal on the right.', ja: '最後の行を、右のプリンシパルと比べます。' },
  ],
  insight: {
    en: 'Without the condition the role could be passed to any service that trusts it, now and later.',
    ja: '条件がなければ、このロールを信頼関係のあるすべてのサービスに渡せてしまいます。将来のサービスも含みます。',
  },
}
