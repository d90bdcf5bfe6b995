import type { Scenario } from '../scenario'
import { passTo, policy, request, roleArn, trusts } from '../write'

const role = roleArn('pipeline-release')
const call = { sid: 'CreatePipelines', action: 'codepipeline:CreatePipeline', resource: '*' }
const create = request({
  action: 'codepipeline:CreatePipeline',
  region: 'ap-northeast-1',
  parameters: { pipeline: { name: 'release', roleArn: role, artifactStore: { type: 'S3', location: 'my-artifacts' }, stages: [] } },
  workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::my-artifacts/src.zip' },
})
const artifacts = policy({ sid: 'ReadArtifacts', action: 's3:GetObject', resource: 'arn:aws:s3:::my-artifacts/*' })

export const codepipelinePipeline: Scenario = {
  id: 'codepipeline-pipeline',
  documents: {
    request: create,
    identityPolicy: policy(call, passTo('PassReleaseRole', role, 'codepipeline.amazonaws.com')),
    trustPolicy: policy(trusts('TrustCodeBuild', 'codebuild.amazonaws.com')),
    rolePolicy: artifacts,
  },
  solution: { trustPolicy: policy(trusts('TrustCodeBuild', 'codepipeline.amazonaws.com')) },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'TrustCodeBuild', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: "The pipeline's role was cloned from the build's role, trust policy and all.",
    ja: 'パイプラインのロールは、ビルド用のロールを信頼ポリシーごと複製して作られました。',
  },
  task: { en: 'Let CodePipeline take its own role on.', ja: 'CodePipeline が自分のロールを引き受けられるようにしてください。' },
  hints: [{ en: 'Whose principal stands in the trust policy?', ja: '信頼ポリシーにあるのはどのサービスのプリンシパルですか?' }],
  insight: {
    en: "The pipeline's role in turn needs PassRole for the roles it hands on, to CloudFormation for example: PassRole chains.",
    ja: 'パイプラインのロール自身も、CloudFormation などに渡すロールに対する PassRole が必要です。PassRole は連鎖します。',
  },
}
