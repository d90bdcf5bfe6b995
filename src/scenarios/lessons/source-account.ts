import type { Scenario } from '../scenario'
import { account, passTo, policy, readData, roleArn, runTask, trusts } from '../write'

const role = roleArn('app-task')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }

export const sourceAccount: Scenario = {
  id: 'source-account',
  documents: {
    request: runTask(role),
    identityPolicy: policy(call, passTo('PassAppRole', role, 'ecs-tasks.amazonaws.com')),
    trustPolicy: policy({
      ...trusts('TrustEcsTasks', 'ecs-tasks.amazonaws.com'),
      condition: ['StringEquals', 'aws:SourceAccount', '444455556666'],
    }),
    rolePolicy: readData,
  },
  solution: {
    trustPolicy: policy({
      ...trusts('TrustEcsTasks', 'ecs-tasks.amazonaws.com'),
      condition: ['StringEquals', 'aws:SourceAccount', account],
    }),
  },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'TrustEcsTasks', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'The trust policy was copied from the staging account. The principal is right, and still ECS is refused.',
    ja: '信頼ポリシーはステージング用アカウントからコピーしたものです。プリンシパルは正しいのに、ECS は拒否されます。',
  },
  task: { en: 'Put in the account that ECS works for here.', ja: 'ECS がここで処理しているアカウントを指定してください。' },
  hints: [
    { en: 'The Condition names an account. Whose?', ja: 'Condition にはどのアカウントが書かれていますか?' },
    { en: 'ECS sends aws:SourceAccount = 111122223333.', ja: 'ECS が送信する aws:SourceAccount は 111122223333 です。' },
  ],
  insight: {
    en: 'PassRole already keeps other accounts out. aws:SourceAccount is the second lock, for services that can be told a role without it.',
    ja: '別アカウントからの利用は PassRole がすでに防いでいます。aws:SourceAccount は、PassRole なしでロールを指定できるサービスに備えた 2 つ目の鍵です。',
  },
}
