import type { Scenario } from '../scenario'
import { fullAccess, levels, policy, readData, roleArn, runTask, sessionOf, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const pipelineOnly = policy({
  sid: 'OnlyThePipelinePasses',
  effect: 'Deny',
  action: 'iam:PassRole',
  resource: '*',
  condition: ['ArnNotLike', 'aws:PrincipalArn', roleArn('pipeline', '*')],
})

export const scpExplicitDeny: Scenario = {
  id: 'scp-explicit-deny',
  documents: {
    request: runTask(role),
    identityPolicy: policy({ sid: 'AdministratorAccess', action: '*', resource: '*' }),
    serviceControlPolicies: levels([fullAccess, pipelineOnly], [fullAccess]),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: { request: runTask(role, { caller: sessionOf('pipeline') }) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', sid: 'OnlyThePipelinePasses', reason: 'explicit-deny' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Aya is an administrator: her policy allows every action on everything. Still she may not pass a role.',
    ja: 'Aya は管理者で、ポリシーではあらゆる操作が許可されています。それでもロールを渡せません。',
  },
  task: {
    en: 'In this organization only the role pipeline passes roles. Make the call as its session: assumed-role/pipeline/aya.',
    ja: 'この組織でロールを渡せるのはロール pipeline だけです。そのセッション assumed-role/pipeline/aya から呼び出してください。',
  },
  hints: [
    {
      en: 'What allows everything is in the account. What forbids it is above the account.',
      ja: 'すべてを許可しているのはアカウント内のポリシー、禁止しているのはその上位のポリシーです。',
    },
    { en: 'aws:PrincipalArn of a session is the ARN of its role.', ja: 'セッションの aws:PrincipalArn は、ロールの ARN になります。' },
  ],
  insight: {
    en: 'Not even the root user of a member account gets past a Deny in an SCP.',
    ja: 'メンバーアカウントではルートユーザーであっても、SCP の Deny は越えられません。',
  },
}
