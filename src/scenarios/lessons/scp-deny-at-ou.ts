import type { Scenario } from '../scenario'
import { fullAccess, levels, policy, readData, roleArn, runAndPass, runTask, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const europeOnly = policy({
  sid: 'EuropeOnly',
  effect: 'Deny',
  action: ['ecs:*', 'lambda:*', 'ec2:*'],
  resource: '*',
  condition: ['StringNotLike', 'aws:RequestedRegion', 'eu-*'],
})

export const scpDenyAtOu: Scenario = {
  id: 'scp-deny-at-ou',
  documents: {
    request: runTask(role),
    identityPolicy: policy(...runAndPass),
    serviceControlPolicies: levels([fullAccess], [fullAccess, europeOnly], [fullAccess]),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: { request: runTask(role, { region: 'eu-central-1' }) },
  expected: { outcome: 'denied', stoppedAt: 'service-action', seenAt: 'call', sid: 'EuropeOnly', reason: 'explicit-deny' },
  goal: { outcome: 'allowed' },
  story: {
    en: "Aya's account lies in an organizational unit for European customers. Her policy allows the call, and yet it ends before a role is even looked at.",
    ja: 'Aya のアカウントは欧州の顧客向けの組織単位 (OU) に属しています。ポリシーでは許可されているのに、ロールを確認する前に呼び出しが止まります。',
  },
  task: {
    en: 'The guardrail is right: move the call to eu-central-1.',
    ja: 'ガードレールは正しい設定です。呼び出し先を eu-central-1 に変えてください。',
  },
  hints: [
    { en: 'The Deny is in the SCP of level 2, the organizational unit.', ja: 'Deny は第 2 階層 (OU) の SCP にあります。' },
    { en: "Compare aws:RequestedRegion with the request's region.", ja: 'aws:RequestedRegion と、リクエストの region を比べてください。' },
  ],
  insight: {
    en: 'An SCP at an organizational unit reaches every account below it, also accounts that are moved there tomorrow.',
    ja: 'OU にアタッチした SCP は、配下のすべてのアカウントに適用されます。あとから移動してきたアカウントも対象です。',
  },
}
