import { type CallSpec, defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createPipelineSites: readonly SiteSpec[] = [
  {
    id: 'codepipeline-create-pipeline',
    at: '$.pipeline.roleArn',
    timing: 'both',
    tried: true,
    // Not found in the guide.
    sends: sourceKeys('arn:<partition>:codepipeline:<region>:<account>:<$.pipeline.name|release>', 'unsure'),
    session: '1790000000000',
    fails: {
      code: 'InvalidStructureException',
      message: 'CodePipeline is not authorized to perform AssumeRole on role <role-arn>',
      confidence: 'documented',
    },
    confidence: { sessionName: 'widely-reported' },
  },
  {
    id: 'codepipeline-action-role',
    at: '$.pipeline.stages[].actions[].roleArn',
    assumer: { kind: 'role', passSiteId: 'codepipeline-create-pipeline' },
    // The values that AWS lists for this call; which goes with an action's role is not documented.
    passedTo: ['codepipeline.amazonaws.com', 'cloudformation.amazonaws.com', 'codebuild.amazonaws.com'],
    timing: 'both',
    tried: true,
    session: '1790000000000',
    fails: {
      code: 'InvalidStructureException',
      message: '<$.pipeline.roleArn|the pipeline role> is not authorized to perform AssumeRole on role <role-arn>',
    },
    confidence: { passedToService: 'unsure', sessionName: 'unsure', assumed: 'widely-reported' },
    docs: { trust: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html' },
  },
]

const releasePipeline: CallSpec['example'] = {
  pipeline: {
    name: 'release',
    roleArn: exampleRole('codepipeline-release'),
    artifactStore: { type: 'S3', location: 'my-artifacts' },
    version: 1,
    stages: [
      {
        name: 'Source',
        actions: [
          {
            name: 'Src',
            actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
            outputArtifacts: [{ name: 'src' }],
            configuration: { S3Bucket: 'my-src', S3ObjectKey: 'app.zip' },
          },
        ],
      },
      {
        name: 'Deploy',
        actions: [
          {
            name: 'Release',
            actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'CodeDeploy', version: '1' },
            inputArtifacts: [{ name: 'src' }],
            configuration: { ApplicationName: 'web', DeploymentGroupName: 'prod' },
            roleArn: exampleRole('deploy-web'),
          },
        ],
      },
    ],
  },
}

export const codepipeline = defineService({
  id: 'codepipeline',
  name: 'AWS CodePipeline',
  shortName: 'CodePipeline',
  workload: 'pipeline-run',
  principal: 'codepipeline.amazonaws.com',
  docs: {
    trust: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-service-role-cli.html',
    errors: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-projects-walkthrough.html',
  },
  calls: [
    {
      name: 'CreatePipeline',
      resource: '<$.pipeline.name|release>',
      returns: '{ "pipeline": { "name": "<$.pipeline.name|release>", "version": 1 } }',
      label: '<$.pipeline.name|release>',
      example: releasePipeline,
      typicalAction: 's3:GetObject',
      sites: createPipelineSites,
    },
    {
      name: 'UpdatePipeline',
      resource: '<$.pipeline.name|release>',
      returns: '{ "pipeline": { "name": "<$.pipeline.name|release>", "version": 2 } }',
      label: '<$.pipeline.name|release>',
      example: releasePipeline,
      typicalAction: 's3:GetObject',
      sites: createPipelineSites,
    },
  ],
})
