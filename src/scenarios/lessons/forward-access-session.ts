import type { Scenario } from '../scenario'
import { policy, request, roleArn, type StatementText, trusts } from '../write'

const role = roleArn('thumbs')
const via = ['ForAnyValue:StringEquals', 'aws:CalledVia', 'cloudformation.amazonaws.com'] as const
const create: StatementText = { sid: 'CreateThroughStacks', action: 'lambda:CreateFunction', resource: '*', condition: via }
const pass = (service: string): StatementText => ({
  sid: 'PassThroughStacks',
  action: 'iam:PassRole',
  resource: role,
  condition: [['StringEquals', 'iam:PassedToService', service], via],
})

export const forwardAccessSession: Scenario = {
  id: 'forward-access-session',
  documents: {
    request: request({
      action: 'lambda:CreateFunction',
      region: 'ap-northeast-1',
      parameters: { FunctionName: 'thumbs', Role: role },
      contextKeys: { 'aws:CalledVia': ['cloudformation.amazonaws.com'] },
      workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::photos/1.jpg' },
    }),
    identityPolicy: policy(create, pass('cloudformation.amazonaws.com')),
    trustPolicy: policy(trusts('TrustLambda', 'lambda.amazonaws.com')),
    rolePolicy: policy({ sid: 'ReadPhotos', action: 's3:GetObject', resource: 'arn:aws:s3:::photos/*' }),
  },
  solution: { identityPolicy: policy(create, pass('lambda.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', sid: 'PassThroughStacks', reason: 'no-value-matches' },
  goal: {
    outcome: 'allowed',
    staysDenied: [
      {
        text: { en: 'the same call without CloudFormation stays denied', ja: 'CloudFormation を介さない呼び出しは拒否されたまま' },
        request: { contextKeys: {} },
        stoppedAt: 'service-action',
      },
    ],
  },
  story: {
    en: 'Aya created a stack without a service role. CloudFormation makes the function with her identity, and passes the role named in the template. This is that call.',
    ja: 'Aya はサービスロールなしでスタックを作成しました。CloudFormation は Aya の ID で関数を作成し、テンプレートにあるロールを渡します。これはその呼び出しです。',
  },
  task: {
    en: 'Say to whom the role really goes: it is Lambda that takes it on.',
    ja: 'ロールの実際の渡し先を指定してください。ロールを引き受けるのは Lambda です。',
  },
  hints: [
    {
      en: 'CloudFormation only carries the call. Who will act as thumbs?',
      ja: 'CloudFormation は呼び出しを取り次ぐだけです。thumbs として動作するのは誰ですか?',
    },
    { en: 'iam:PassedToService is lambda.amazonaws.com.', ja: 'iam:PassedToService の値は lambda.amazonaws.com です。' },
  ],
  insight: {
    en: 'Without a service role Aya needs every permission that the template needs. aws:CalledVia keeps them for stacks alone.',
    ja: 'サービスロールがなければ、テンプレートに必要な権限はすべて Aya に必要です。aws:CalledVia を使えば、スタック経由に限って許可できます。',
  },
}
