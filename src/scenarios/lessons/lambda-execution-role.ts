import type { Scenario } from '../scenario'
import { passTo, policy, request, roleArn, trusts } from '../write'

const role = roleArn('service-role/thumbs-exec')
const call = { sid: 'CreateFunctions', action: 'lambda:CreateFunction', resource: '*' }
const create = request({
  action: 'lambda:CreateFunction',
  region: 'ap-northeast-1',
  parameters: {
    FunctionName: 'thumbs',
    Runtime: 'python3.13',
    Handler: 'app.handler',
    Role: role,
    Code: { S3Bucket: 'my-code-bucket', S3Key: 'thumbs.zip' },
  },
  workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::photos/cat.jpg' },
})
const photos = policy({ sid: 'ReadPhotos', action: 's3:GetObject', resource: 'arn:aws:s3:::photos/*' })

export const lambdaExecutionRole: Scenario = {
  id: 'lambda-execution-role',
  documents: {
    request: create,
    identityPolicy: policy(call, passTo('PassThumbsRole', role, 'lambda.amazonaws.com')),
    trustPolicy: policy(trusts('TrustEdge', 'edgelambda.amazonaws.com')),
    rolePolicy: photos,
  },
  solution: { trustPolicy: policy(trusts('TrustEdge', 'lambda.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'TrustEdge', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'The role was made for Lambda@Edge. Aya now gives it to an ordinary function.',
    ja: 'Lambda@Edge 用に作られたロールを、Aya が通常の関数に指定しました。',
  },
  task: { en: 'Let Lambda itself take the role on.', ja: 'Lambda 自身がこのロールを引き受けられるようにしてください。' },
  hints: [
    { en: 'Lambda tries the role while it creates the function.', ja: 'Lambda は関数の作成時にロールを試しに引き受けます。' },
    { en: 'Functions take their roles on as lambda.amazonaws.com.', ja: '関数のロールは lambda.amazonaws.com が引き受けます。' },
  ],
  insight: {
    en: 'A role created seconds ago gives the same error: IAM is eventually consistent. Wait, and try again.',
    ja: '作成直後のロールでも同じエラーになります。IAM は結果整合性のため、少し待って再試行してください。',
  },
}
