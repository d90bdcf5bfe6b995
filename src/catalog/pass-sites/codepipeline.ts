import type { CatalogService, PassSite, ServiceCall } from '../pass-site'

const principal = 'codepipeline.amazonaws.com'
const pipelineArn = 'arn:<partition>:codepipeline:<region>:<account>:<$.pipeline.name|release>'

const site: PassSite = {
  id: 'codepipeline-create-pipeline',
  paths: ['$.pipeline.roleArn'],
  resolvedPaths: [],
  kind: 'role-arn',
  use: 'workload',
  servicePrincipal: principal,
  passedToService: principal,
  associatedResourceArn: undefined,
  assumed: 'call',
  // Not found in the guide.
  sentKeys: [
    { key: 'aws:SourceAccount', value: '<account>', confidence: 'unsure' },
    { key: 'aws:SourceArn', value: pipelineArn, confidence: 'unsure' },
  ],
  sessionName: '1790000000000',
  trustFailure: {
    code: 'InvalidStructureException',
    message: 'CodePipeline is not authorized to perform AssumeRole on role <role-arn>',
    confidence: 'documented',
    place: 'call',
  },
  confidence: {
    roleParameter: 'documented',
    trustPrincipal: 'documented',
    passedToService: 'documented',
    associatedResourceArn: 'unsure',
    sessionName: 'widely-reported',
    assumed: 'documented',
  },
  docs: { trust: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-service-role-cli.html' },
}

const call = (operation: string, cliCommand: string): ServiceCall => ({
  action: `codepipeline:${operation}`,
  operation,
  cliCommand,
  serviceId: 'codepipeline',
  passSites: [site],
  resource: pipelineArn,
  accessDenied: { code: 'AccessDeniedException', wrap: 'plain', confidence: 'widely-reported' },
  returns: '{ "pipeline": { "name": "<$.pipeline.name|release>", "version": 1 } }',
  returnsLabel: '<$.pipeline.name|release>',
  exampleParameters: {
    pipeline: {
      name: 'release',
      roleArn: 'arn:aws:iam::111122223333:role/pipeline-release',
      artifactStore: { type: 'S3', location: 'my-artifacts' },
      stages: [],
    },
  },
})

export const codepipeline: CatalogService = {
  id: 'codepipeline',
  name: 'AWS CodePipeline',
  shortName: 'CodePipeline',
  workload: 'pipeline-run',
  calls: [call('CreatePipeline', 'codepipeline create-pipeline'), call('UpdatePipeline', 'codepipeline update-pipeline')],
}
