import type { Scenario } from '../scenario'
import { passTo, policy, readData, roleArn, runTask, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }

export const noPassRole: Scenario = {
  id: 'no-pass-role',
  documents: { request: runTask(role), identityPolicy: policy(call), trustPolicy: trustEcsTasks, rolePolicy: readData },
  solution: { identityPolicy: policy(call, passTo('PassAppRole', role, 'ecs-tasks.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', reason: 'pass-implicit' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Aya may run tasks. Today she gives a task a role for the first time.',
    ja: 'Aya にはタスクを実行する権限があります。今日はじめて、タスクにロールを指定します。',
  },
  task: {
    en: 'Add a statement that lets Aya pass app-task to ECS tasks, and nothing more.',
    ja: 'app-task を ECS タスクに渡すことだけを許可するステートメントを追加してください。',
  },
  hints: [
    {
      en: 'Look at document 2: which statement speaks of iam:PassRole?',
      ja: '②の文書を見てください。iam:PassRole に触れているステートメントはありますか?',
    },
    {
      en: "The Resource is the role's ARN, the service goes into iam:PassedToService.",
      ja: 'Resource はロールの ARN、サービスは iam:PassedToService に書きます。',
    },
  ],
  insight: {
    en: 'ecs:RunTask on everything does not include iam:PassRole: it is an action of another service.',
    ja: 'ecs:RunTask をすべて許可しても iam:PassRole は含まれません。別のサービスのアクションだからです。',
  },
}
