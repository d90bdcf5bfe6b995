import type { Scenario } from '../scenario'
import { fullAccess, levels, policy, readData, roleArn, runAndPass, runTask, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const noLeaving = policy({ sid: 'NoLeaving', effect: 'Deny', action: 'organizations:LeaveOrganization', resource: '*' })

export const scpLevelWithoutAllow: Scenario = {
  id: 'scp-level-without-allow',
  documents: {
    request: runTask(role),
    identityPolicy: policy(...runAndPass),
    serviceControlPolicies: levels([fullAccess], [noLeaving], [fullAccess]),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: { serviceControlPolicies: levels([fullAccess], [noLeaving, fullAccess], [fullAccess]) },
  expected: { outcome: 'denied', stoppedAt: 'service-action', seenAt: 'call', reason: 'call-implicit' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Somebody replaced FullAWSAccess at the organizational unit by a policy that only forbids leaving the organization. Since then nothing works in any account below.',
    ja: 'OU の FullAWSAccess が、組織からの離脱を禁止するだけのポリシーに置き換えられました。それ以来、配下のアカウントでは何もできません。',
  },
  task: {
    en: 'Attach FullAWSAccess to level 2 again, beside the Deny.',
    ja: '第 2 階層に、Deny のポリシーと並べて FullAWSAccess を再びアタッチしてください。',
  },
  hints: [
    {
      en: 'No Deny matches. Look for what is missing, level by level.',
      ja: '一致する Deny はありません。階層ごとに、足りないものを探してください。',
    },
    { en: 'Level 2 holds one policy, and it allows nothing.', ja: '第 2 階層のポリシーは 1 つだけで、何も許可していません。' },
  ],
  insight: {
    en: 'Levels are joined by AND: root, each organizational unit and the account must all allow. Inside one level any policy will do.',
    ja: '階層同士は AND です。ルート、各 OU、アカウントのすべてで許可が必要です。同じ階層の中では、いずれか 1 つのポリシーが許可すれば十分です。',
  },
}
