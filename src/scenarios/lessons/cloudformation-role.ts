import type { Scenario } from '../scenario'
import { passTo, policy, request, roleArn, trusts } from '../write'

const role = roleArn('cfn-app')
const call = { sid: 'CreateStacks', action: 'cloudformation:CreateStack', resource: '*' }
const create = request({
  action: 'cloudformation:CreateStack',
  region: 'ap-northeast-1',
  parameters: { StackName: 'app', TemplateURL: 'https://my-templates.s3.amazonaws.com/app.yml', RoleARN: role },
  workload: { action: 's3:CreateBucket', resource: 'arn:aws:s3:::app-data' },
})
const buckets = policy({ sid: 'CreateBuckets', action: 's3:CreateBucket', resource: 'arn:aws:s3:::app-*' })

export const cloudformationRole: Scenario = {
  id: 'cloudformation-role',
  documents: {
    request: create,
    identityPolicy: policy(call, { sid: 'TakeCfnRole', action: 'sts:AssumeRole', resource: role }),
    trustPolicy: policy(trusts('TrustCloudFormation', 'cloudformation.amazonaws.com')),
    rolePolicy: buckets,
  },
  solution: { identityPolicy: policy(call, passTo('TakeCfnRole', role, 'cloudformation.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', reason: 'pass-implicit' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'CloudFormation is to build the stack as cfn-app. Somebody allowed Aya sts:AssumeRole on it, to be on the safe side.',
    ja: 'CloudFormation に cfn-app としてスタックを作成させます。念のため、Aya には sts:AssumeRole が許可されています。',
  },
  task: {
    en: 'Replace the permission to become the role by the permission to pass it.',
    ja: 'ロールになる権限を、ロールを渡す権限に置き換えてください。',
  },
  hints: [
    { en: 'Who will act as cfn-app: Aya, or CloudFormation?', ja: 'cfn-app として動作するのは Aya ですか、CloudFormation ですか?' },
    { en: 'The action is iam:PassRole.', ja: '必要なアクションは iam:PassRole です。' },
  ],
  insight: {
    en: 'The stack remembers its role: later operations use it even for people who may not pass it.',
    ja: 'スタックはロールを記憶します。以降の操作では、そのロールを渡せない人が実行した場合でも使われます。',
  },
}
