import type { Scenario } from '../scenario'
import { passTo, policy, readData, roleArn, runTask, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const call = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }

export const cleanHandOver: Scenario = {
  id: 'clean-hand-over',
  documents: {
    request: runTask(role),
    identityPolicy: policy(call, passTo('PassAppRole', role, 'ecs-tasks.amazonaws.com')),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: undefined,
  expected: { outcome: 'allowed' },
  goal: { outcome: 'allowed' },
  story: {
    en: "Aya runs an ECS task and names the role app-task for it. Two documents have to say yes: her own policy, and the role's trust policy.",
    ja: 'Aya が ECS タスクを実行し、タスクのロールとして app-task を指定します。Aya のポリシーとロールの信頼ポリシー、2 つの文書の許可が必要です。',
  },
  task: {
    en: 'Everything says yes. Change a value in any document and watch where the path stops.',
    ja: 'すべて許可されています。いずれかの文書の値を変えて、どこで止まるか確かめてください。',
  },
  hints: [
    { en: 'The request names a role in overrides.taskRoleArn.', ja: 'リクエストの overrides.taskRoleArn でロールを指定しています。' },
  ],
  insight: {
    en: 'PassRole decides who may hand a role over. The trust policy decides who may take it on. Neither replaces the other.',
    ja: 'PassRole はロールを渡せる人を、信頼ポリシーはロールを引き受けられる相手を決めます。どちらか一方で代わりにはなりません。',
  },
}
