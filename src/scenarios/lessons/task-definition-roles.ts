import type { Scenario } from '../scenario'
import { passTo, policy, readData, request, roleArn, trustEcsTasks } from '../write'

const task = roleArn('app-task')
const exec = roleArn('app-exec')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }
const run = request({
  action: 'ecs:RunTask',
  region: 'ap-northeast-1',
  parameters: { taskDefinition: 'app:7', launchType: 'FARGATE' },
  resolved: { taskDefinition: { taskRoleArn: task, executionRoleArn: exec } },
  workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' },
})

export const taskDefinitionRoles: Scenario = {
  id: 'task-definition-roles',
  documents: {
    request: run,
    identityPolicy: policy(call, passTo('PassAppRole', task, 'ecs-tasks.amazonaws.com')),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: { identityPolicy: policy(call, passTo('PassAppRole', [task, exec], 'ecs-tasks.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', sid: 'PassAppRole', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Aya runs a task and overrides nothing. The task definition names two roles, and both are handed over again.',
    ja: 'Aya は何も上書きせずにタスクを実行します。タスク定義には 2 つのロールがあり、実行のたびに両方が渡されます。',
  },
  task: { en: 'Let Aya pass the execution role as well.', ja: 'タスク実行ロールも渡せるようにしてください。' },
  hints: [
    {
      en: 'The role that failed is not in the parameters: look at resolved.',
      ja: '失敗したロールは parameters にはありません。resolved を見てください。',
    },
    { en: 'Resource may be a list of ARNs.', ja: 'Resource には ARN のリストを指定できます。' },
  ],
  insight: {
    en: 'Whoever runs a task needs PassRole for the roles of its definition too, even when naming no role at all.',
    ja: 'ロールを一切指定しなくても、タスクを実行する人にはタスク定義のロールに対する PassRole が必要です。',
  },
}
