import type { Scenario } from '../scenario'
import { levels, policy, readData, roleArn, runAndPass, runTask, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const onlyFor = (organization: string) =>
  levels([
    policy({
      sid: 'OnlyForOurOrganization',
      effect: 'Deny',
      principal: '*',
      action: 'sts:AssumeRole',
      resource: '*',
      condition: [
        ['StringNotEqualsIfExists', 'aws:SourceOrgID', organization],
        ['Bool', 'aws:PrincipalIsAWSService', 'true'],
      ],
    }),
  ])

export const rcpOnSts: Scenario = {
  id: 'rcp-on-sts',
  documents: {
    request: runTask(role, { organization: { id: 'o-a1b2c3d4e5' } }),
    identityPolicy: policy(...runAndPass),
    trustPolicy: trustEcsTasks,
    resourceControlPolicies: onlyFor('o-z9y8x7w6v5'),
    rolePolicy: readData,
  },
  solution: { resourceControlPolicies: onlyFor('o-a1b2c3d4e5') },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'OnlyForOurOrganization', reason: 'explicit-deny' },
  goal: { outcome: 'allowed' },
  story: {
    en: "A resource control policy lets services take on the organization's roles only in work for the organization. Today even ECS for Aya is turned away.",
    ja: 'リソースコントロールポリシー (RCP) により、サービスは組織のために処理するときだけロールを引き受けられます。ところが今日は、Aya のための ECS まで拒否されます。',
  },
  task: {
    en: 'The organization id in the RCP is that of the old organization. Put in o-a1b2c3d4e5.',
    ja: 'RCP の組織 ID が以前の組織のものです。o-a1b2c3d4e5 に直してください。',
  },
  hints: [
    { en: 'The trust policy says yes. Open the tab beside it.', ja: '信頼ポリシーは許可しています。隣のタブを開いてください。' },
    { en: 'ECS sends aws:SourceOrgID = o-a1b2c3d4e5.', ja: 'ECS が送信する aws:SourceOrgID は o-a1b2c3d4e5 です。' },
  ],
  insight: {
    en: 'An SCP follows the caller and never stops a service. An RCP guards the resource, whoever comes.',
    ja: 'SCP は呼び出し元に適用され、サービスを止めることはありません。RCP は、相手が誰であってもリソースを保護します。',
  },
}
