import type { Scenario } from '../scenario'
import { passTo, policy, readData, roleArn, runAndPass, runTask, type StatementText, sessionOf, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const call: StatementText = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }

export const sessionPolicy: Scenario = {
  id: 'session-policy',
  documents: {
    request: runTask(role, { caller: sessionOf('release') }),
    identityPolicy: policy(...runAndPass),
    sessionPolicy: policy(call, passTo('PassWebRole', roleArn('web-task'), 'ecs-tasks.amazonaws.com')),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: { sessionPolicy: policy(call, passTo('PassWebRole', role, 'ecs-tasks.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', sid: 'PassWebRole', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: "Aya works as the role release. The script that fetched her session added a session policy, and it still speaks of the web team's role.",
    ja: 'Aya はロール release のセッションで作業しています。セッションを取得したスクリプトはセッションポリシーを付けており、その中身は web チームのロールのままです。',
  },
  task: {
    en: "Name app-task in the session policy. The role's own policy is fine.",
    ja: 'セッションポリシーで app-task を指定してください。ロール自体のポリシーに問題はありません。',
  },
  hints: [
    {
      en: 'Who passes the role is release, and release may. What else limits this session?',
      ja: 'ロールを渡す release 自体には権限があります。このセッションをほかに制限しているものは何ですか?',
    },
    { en: 'The Resource of PassWebRole is role/web-task.', ja: 'PassWebRole の Resource が role/web-task になっています。' },
  ],
  insight: {
    en: 'A session policy lives and dies with the session. It can take away from what the role may do, never add to it.',
    ja: 'セッションポリシーはそのセッションの間だけ有効です。ロールの権限を絞ることはできますが、広げることはできません。',
  },
}
