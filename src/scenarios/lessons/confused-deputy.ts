import type { Scenario } from '../scenario'
import { account, passTo, policy, request, roleArn, trusts } from '../write'

const role = roleArn('orders')
const region = 'us-east-1'
const trustAppSync = trusts('TrustAppSync', 'appsync.amazonaws.com')

export const confusedDeputy: Scenario = {
  id: 'confused-deputy',
  documents: {
    request: request({
      action: 'appsync:CreateDataSource',
      region,
      parameters: {
        apiId: 'abc123',
        name: 'orders',
        type: 'AMAZON_DYNAMODB',
        serviceRoleArn: role,
        dynamodbConfig: { tableName: 'orders', awsRegion: region },
      },
      workload: { action: 'dynamodb:Query', resource: `arn:aws:dynamodb:${region}:${account}:table/orders` },
      confusedDeputy: { caller: 'arn:aws:iam::444455556666:user/mallory' },
    }),
    identityPolicy: policy({ sid: 'DataSources', action: 'appsync:*', resource: '*' }, passTo('PassOrders', role, 'appsync.amazonaws.com')),
    trustPolicy: policy(trustAppSync),
    rolePolicy: policy({
      sid: 'ReadOrders',
      action: ['dynamodb:GetItem', 'dynamodb:Query'],
      resource: `arn:aws:dynamodb:${region}:${account}:table/orders`,
    }),
  },
  solution: { trustPolicy: policy({ ...trustAppSync, condition: ['StringEquals', 'aws:SourceAccount', account] }) },
  expected: { outcome: 'allowed' },
  goal: {
    outcome: 'denied',
    stoppedAt: 'assume-role',
    ownCall: 'allowed',
    staysDenied: [
      {
        text: { en: 'somebody of a third account stays out', ja: '3 つ目のアカウントからの呼び出しも拒否されたまま' },
        request: { confusedDeputy: { caller: 'arn:aws:iam::777788889999:user/eve' } },
        stoppedAt: 'assume-role',
      },
    ],
  },
  story: {
    en: 'Through the role orders AppSync reads a table of Aya’s. Mallory, of another account, knows the role’s ARN and has found a hole: AppSync takes it without asking for PassRole.',
    ja: 'AppSync はロール orders を使って Aya のテーブルを読み取ります。別アカウントの Mallory はこのロールの ARN を知り、AppSync に PassRole のチェックを通らずにロールを指定できる欠陥を見つけました。',
  },
  task: {
    en: 'Keep Mallory out with the trust policy, and let Aya’s own call through.',
    ja: 'Aya 自身の呼び出しは許可したまま、信頼ポリシーで Mallory を防いでください。',
  },
  hints: [
    {
      en: 'The principal is the same for both. Which key says whom AppSync works for?',
      ja: 'プリンシパルはどちらも同じです。AppSync が誰のために呼び出しているかを示すキーはどれでしょうか?',
    },
    {
      en: 'A Condition in document 3: StringEquals, aws:SourceAccount, 111122223333.',
      ja: '③に Condition を追加します。StringEquals、aws:SourceAccount、111122223333 です。',
    },
  ],
  insight: {
    en: 'AppSync had such a hole in 2022; Datadog reported it, and AWS closed it within days. Today PassRole would stop Mallory at check 2.',
    ja: 'AppSync には 2022 年に実際にこうした欠陥がありました。Datadog の報告を受け、AWS が数日で修正しています。現在なら Mallory は②の PassRole で止まります。',
  },
}
