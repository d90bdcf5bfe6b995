import type { Scenario } from '../scenario'
import { passTo, policy, request, roleArn, trusts } from '../write'

const role = roleArn('web-role')
const call = { sid: 'LaunchInstances', action: 'ec2:RunInstances', resource: '*' }
const launch = request({
  action: 'ec2:RunInstances',
  region: 'ap-northeast-1',
  parameters: {
    ImageId: 'ami-0123456789abcdef0',
    InstanceType: 't3.micro',
    MinCount: 1,
    MaxCount: 1,
    IamInstanceProfile: { Name: 'web-profile' },
  },
  resolved: { instanceProfiles: { 'web-profile': role } },
  workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::web-assets/index.html' },
})
const assets = policy({ sid: 'ReadAssets', action: 's3:GetObject', resource: 'arn:aws:s3:::web-assets/*' })

export const ec2InstanceProfile: Scenario = {
  id: 'ec2-instance-profile',
  documents: {
    request: launch,
    identityPolicy: policy(call, passTo('PassWebRole', role, 'ec2.amazonaws.com')),
    trustPolicy: policy(trusts('TrustTasks', 'ecs-tasks.amazonaws.com')),
    rolePolicy: assets,
  },
  solution: { trustPolicy: policy(trusts('TrustTasks', 'ec2.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'later', sid: 'TrustTasks', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Aya launches an instance with the profile web-profile. The launch succeeds; the code inside finds no credentials.',
    ja: 'Aya はプロファイル web-profile を指定してインスタンスを起動します。起動は成功しますが、中のコードは認証情報を取得できません。',
  },
  task: { en: 'Let EC2 take web-role on.', ja: 'EC2 が web-role を引き受けられるようにしてください。' },
  hints: [
    {
      en: 'RunInstances returned. Look where the error really is.',
      ja: 'RunInstances は成功しています。エラーが出ている場所を確認してください。',
    },
    { en: 'The trust policy names the principal of ECS tasks.', ja: '信頼ポリシーに ECS タスクのプリンシパルが書かれています。' },
  ],
  insight: {
    en: 'A profile is a sleeve, not a role: IAM judges PassRole on the role inside it.',
    ja: 'インスタンスプロファイルはロールの入れ物で、ロールではありません。PassRole は中のロールに対して評価されます。',
  },
}
