import type { Scenario } from '../scenario'
import { passTo, policy, request, roleArn, trusts } from '../write'

const role = roleArn('codebuild-app')
const call = { sid: 'CreateProjects', action: 'codebuild:CreateProject', resource: '*' }
const create = request({
  action: 'codebuild:CreateProject',
  region: 'ap-northeast-1',
  parameters: {
    name: 'app',
    source: { type: 'S3', location: 'my-src/app.zip' },
    artifacts: { type: 'NO_ARTIFACTS' },
    environment: { type: 'LINUX_CONTAINER', image: 'aws/codebuild/standard:7.0', computeType: 'BUILD_GENERAL1_SMALL' },
    serviceRole: role,
  },
  workload: { action: 'logs:PutLogEvents', resource: 'arn:aws:logs:ap-northeast-1:111122223333:log-group:/aws/codebuild/app:log-stream:1' },
})
const logs = policy({ sid: 'WriteLogs', action: 'logs:PutLogEvents', resource: '*' })

export const codebuildProject: Scenario = {
  id: 'codebuild-project',
  documents: {
    request: create,
    identityPolicy: policy(call, passTo('PassPipelineRoles', roleArn('codepipeline-*'), 'codebuild.amazonaws.com')),
    trustPolicy: policy(trusts('TrustCodeBuild', 'codebuild.amazonaws.com')),
    rolePolicy: logs,
  },
  solution: { identityPolicy: policy(call, passTo('PassPipelineRoles', roleArn('codebuild-*'), 'codebuild.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', sid: 'PassPipelineRoles', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: "Aya may pass the roles whose names begin with codepipeline-. The build's role follows another pattern.",
    ja: 'Aya が渡せるのは名前が codepipeline- で始まるロールです。ビルド用のロールは別の命名規則に従っています。',
  },
  task: { en: "Let the pattern cover the build's roles.", ja: 'ビルド用のロールに合うパターンにしてください。' },
  hints: [{ en: "Compare the pattern in Resource with the role's name.", ja: 'Resource のパターンとロール名を見比べてください。' }],
  insight: {
    en: 'A naming convention in Resource is a good fence, as long as the names keep to it.',
    ja: 'Resource で命名規則を使う方法は、名前が規則どおりである限り有効な境界になります。',
  },
}
