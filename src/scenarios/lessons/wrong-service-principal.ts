import type { Scenario } from '../scenario'
import { account, passTo, policy, readData, roleArn, runTask, trusts } from '../write'

const role = roleArn('app-task')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }

export const wrongServicePrincipal: Scenario = {
  id: 'wrong-service-principal',
  documents: {
    request: runTask(role),
    identityPolicy: policy(call, passTo('PassAppRole', role, 'ecs-tasks.amazonaws.com')),
    trustPolicy: policy({ ...trusts('TrustEcs', 'ecs.amazonaws.com'), condition: ['StringEquals', 'aws:SourceAccount', account] }),
    rolePolicy: readData,
  },
  solution: {
    trustPolicy: policy({ ...trusts('TrustEcs', 'ecs-tasks.amazonaws.com'), condition: ['StringEquals', 'aws:SourceAccount', account] }),
  },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'TrustEcs', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Somebody wrote the trust policy from memory: the service is ECS, so the principal must be ecs.amazonaws.com.',
    ja: '信頼ポリシーが記憶を頼りに書かれています。「サービスは ECS だから、プリンシパルは ecs.amazonaws.com のはず」と。',
  },
  task: {
    en: 'Name the principal that really takes task roles on.',
    ja: 'タスクのロールを実際に引き受けるプリンシパルを指定してください。',
  },
  hints: [
    {
      en: 'Look at the plum badge between the control plane and the task.',
      ja: 'コントロールプレーンとタスクの間の紫のバッジを見てください。',
    },
    { en: 'Tasks take their roles on as ecs-tasks.amazonaws.com.', ja: 'タスクのロールは ecs-tasks.amazonaws.com が引き受けます。' },
  ],
  insight: {
    en: 'PassRole never looked at this trust policy: check 2 said yes to a role that cannot be used.',
    ja: 'PassRole のチェックは信頼ポリシーを参照しません。そのため、使えないロールでも②は許可されました。',
  },
}
