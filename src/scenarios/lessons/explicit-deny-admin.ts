import type { Scenario } from '../scenario'
import { passTo, policy, readData, roleArn, runTask, trustEcsTasks } from '../write'

const admin = roleArn('ops-admin')
const role = roleArn('app-task')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }
const identityPolicy = policy(call, passTo('PassAnyRole', roleArn('*'), 'ecs-tasks.amazonaws.com'), {
  sid: 'NeverAdmins',
  effect: 'Deny',
  action: 'iam:PassRole',
  resource: roleArn('*admin*'),
})

export const explicitDenyAdmin: Scenario = {
  id: 'explicit-deny-admin',
  documents: { request: runTask(admin), identityPolicy, trustPolicy: trustEcsTasks, rolePolicy: readData },
  solution: { request: runTask(role) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', sid: 'NeverAdmins', reason: 'explicit-deny' },
  goal: {
    outcome: 'allowed',
    staysDenied: [
      {
        text: { en: 'ops-admin stays out of reach', ja: 'ops-admin は渡せないまま' },
        request: { parameters: { taskDefinition: 'app:7', overrides: { taskRoleArn: roleArn('ops-admin') } } },
        stoppedAt: 'pass-role',
      },
    ],
  },
  story: {
    en: "Aya may pass any role to ECS, but a Deny keeps the administrators' roles out. Today she named ops-admin by mistake.",
    ja: 'Aya は任意のロールを ECS に渡せますが、管理者ロールは Deny で除外されています。今日は誤って ops-admin を指定しました。',
  },
  task: {
    en: 'Leave the Deny alone. Ask for the role the task needs: app-task.',
    ja: 'Deny はそのままに、タスクに必要なロール app-task を指定してください。',
  },
  hints: [
    { en: 'The mistake is in document 1.', ja: '間違いは①の文書にあります。' },
    { en: 'Both role ARNs in the request name ops-admin.', ja: 'リクエストの 2 か所のロール ARN が ops-admin になっています。' },
  ],
  insight: {
    en: 'A Deny anywhere wins over every Allow, however specific the Allow is.',
    ja: 'どれほど具体的な Allow があっても、Deny が 1 つでもあれば拒否されます。',
  },
}
