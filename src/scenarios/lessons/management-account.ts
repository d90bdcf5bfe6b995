import type { Scenario } from '../scenario'
import { account, levels, policy, readData, roleArn, runAndPass, runTask, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const nothing = policy({ sid: 'DenyEverything', effect: 'Deny', action: '*', resource: '*' })

export const managementAccount: Scenario = {
  id: 'management-account',
  documents: {
    request: runTask(role, { organization: { id: 'o-a1b2c3d4e5', managementAccount: account } }),
    identityPolicy: policy(...runAndPass),
    serviceControlPolicies: levels([nothing]),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: undefined,
  expected: { outcome: 'allowed' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'An SCP at the root of the organization denies everything. Aya works in the account that manages the organization.',
    ja: '組織のルートにある SCP がすべてを拒否しています。Aya が作業しているのは、組織の管理アカウントです。',
  },
  task: {
    en: 'It runs. Put another account into managementAccount and see what the SCP does to a member account.',
    ja: '許可されました。managementAccount を別のアカウントに変えて、メンバーアカウントではどうなるか確かめてください。',
  },
  hints: [{ en: 'Look at organization in document 1.', ja: '①の文書の organization を見てください。' }],
  insight: {
    en: 'SCPs never limit the management account. That is one reason to run nothing else in it.',
    ja: 'SCP が管理アカウントを制限することはありません。管理アカウントでワークロードを動かさない理由の 1 つです。',
  },
}
