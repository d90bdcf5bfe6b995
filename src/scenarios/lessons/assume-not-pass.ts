import type { Scenario } from '../scenario'
import { passTo, policy, readData, roleArn, runTask } from '../write'

const role = roleArn('app-task')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }
const assume = { sid: 'TakeAppRole', action: 'sts:AssumeRole', resource: role }
const trustPolicy = policy(
  { sid: 'TrustEcsTasks', principal: ['Service', 'ecs-tasks.amazonaws.com'], action: 'sts:AssumeRole' },
  { sid: 'TrustAya', principal: ['AWS', 'arn:aws:iam::111122223333:user/aya'], action: 'sts:AssumeRole' },
)

export const assumeNotPass: Scenario = {
  id: 'assume-not-pass',
  documents: { request: runTask(role), identityPolicy: policy(call, assume), trustPolicy, rolePolicy: readData },
  solution: { identityPolicy: policy(call, assume, passTo('PassAppRole', role, 'ecs-tasks.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', reason: 'pass-implicit' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Aya may become app-task herself. Surely she may hand it to ECS, then?',
    ja: 'Aya は自分で app-task になれます。それなら ECS に渡すこともできるはず?',
  },
  task: {
    en: 'Add the permission to pass. It is a permission of its own.',
    ja: 'ロールを渡す権限を追加してください。引き受ける権限とは別のものです。',
  },
  hints: [
    { en: 'sts:AssumeRole and iam:PassRole are two different actions.', ja: 'sts:AssumeRole と iam:PassRole は別のアクションです。' },
  ],
  insight: {
    en: 'To take a role on is to become it for an hour. To pass it is to let something run as it for as long as it lives.',
    ja: '引き受けるとは、一定時間そのロールになること。渡すとは、何かをそのロールとしてずっと動かすことです。',
  },
}
