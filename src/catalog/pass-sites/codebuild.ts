import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createProjectSites: readonly SiteSpec[] = [
  {
    id: 'codebuild-create-project',
    at: '$.serviceRole',
    kind: 'role-name-or-arn',
    timing: 'both',
    tried: true,
    // Documented for resource policies only; no guide page for the service role's trust policy says so.
    sends: sourceKeys('arn:<partition>:codebuild:<region>:<account>:project/<$.name|app>', 'unsure'),
    session: 'AWSCodeBuild-1a2b3c4d',
    fails: {
      code: 'InvalidInputException',
      message: 'CodeBuild is not authorized to perform: sts:AssumeRole on <role-arn>',
      confidence: 'documented',
    },
    confidence: { sessionName: 'widely-reported' },
  },
  {
    id: 'codebuild-batch-service-role',
    at: '$.buildBatchConfig.serviceRole',
    kind: 'role-name-or-arn',
    use: 'execution',
    timing: 'run',
    sends: sourceKeys('arn:<partition>:codebuild:<region>:<account>:project/<$.name|app>', 'unsure'),
    fails: { place: 'build-log' },
    docs: { trust: 'https://docs.aws.amazon.com/codebuild/latest/userguide/batch-build.html' },
  },
]

export const codebuild = defineService({
  id: 'codebuild',
  name: 'AWS CodeBuild',
  shortName: 'CodeBuild',
  workload: 'build',
  principal: 'codebuild.amazonaws.com',
  docs: {
    trust: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
    errors: 'https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html',
  },
  calls: [
    {
      name: 'CreateProject',
      resource: 'project/<$.name|app>',
      returns: '{ "project": { "name": "<$.name|app>" } }',
      label: '<$.name|app>',
      example: {
        name: 'app',
        source: { type: 'S3', location: 'my-src/app.zip', buildspec: 'version: 0.2' },
        artifacts: { type: 'NO_ARTIFACTS' },
        environment: { type: 'LINUX_CONTAINER', image: 'aws/codebuild/standard:7.0', computeType: 'BUILD_GENERAL1_SMALL' },
        serviceRole: exampleRole('codebuild-app'),
        buildBatchConfig: { serviceRole: exampleRole('codebuild-batch') },
      },
      typicalAction: 'logs:CreateLogGroup',
      sites: createProjectSites,
    },
    {
      name: 'UpdateProject',
      resource: 'project/<$.name|app>',
      returns: '{ "project": { "name": "<$.name|app>" } }',
      label: '<$.name|app>',
      example: {
        name: 'app',
        serviceRole: exampleRole('codebuild-app'),
        buildBatchConfig: { serviceRole: exampleRole('codebuild-batch') },
      },
      typicalAction: 'logs:CreateLogGroup',
      sites: createProjectSites,
    },
    {
      name: 'StartBuild',
      resource: 'project/<$.projectName|app>',
      returns: '{ "build": { "projectName": "<$.projectName|app>", "buildStatus": "IN_PROGRESS" } }',
      label: '<$.projectName|app>',
      example: { projectName: 'app', serviceRoleOverride: 'codebuild-release' },
      typicalAction: 's3:GetObject',
      sites: [
        {
          id: 'codebuild-start-build-role-override',
          at: '$.serviceRoleOverride',
          kind: 'role-name-or-arn',
          timing: 'run',
          tried: true,
          sends: sourceKeys('arn:<partition>:codebuild:<region>:<account>:project/<$.projectName|app>', 'unsure'),
          session: 'AWSCodeBuild-1a2b3c4d',
          fails: {
            code: 'InvalidInputException',
            message: 'CodeBuild is not authorized to perform: sts:AssumeRole on <role-arn>',
            confidence: 'unsure',
          },
          confidence: { sessionName: 'widely-reported', assumed: 'unsure' },
          docs: { api: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_StartBuild.html' },
        },
      ],
    },
  ],
})
