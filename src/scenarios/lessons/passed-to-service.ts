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
    { en: 'Compare the two values in the Condition row of gate 2.', ja: '②のゲートの「条件」の行で 2 つの値を見比べてください。' },
    { en: 'The request goes to ecs-tasks.amazonaws.com.', ja: '渡す先は ecs-tasks.amazonaws.com です。' },
  ],
  insight: {
    en: 'Without the condition the role could be passed to any service that trusts it, now and later.',
    ja: '条件がなければ、このロールを信頼関係のあるすべてのサービスに渡せてしまいます。将来のサービスも含みます。',
  },
}
