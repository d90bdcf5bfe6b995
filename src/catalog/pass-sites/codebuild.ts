import type { CatalogService, PassSite, ServiceCall } from '../pass-site'

const principal = 'codebuild.amazonaws.com'
const projectArn = 'arn:<partition>:codebuild:<region>:<account>:project/<$.name|app>'

const site: PassSite = {
  id: 'codebuild-create-project',
  paths: ['$.serviceRole'],
  resolvedPaths: [],
  kind: 'role-name-or-arn',
  use: 'workload',
  servicePrincipal: principal,
  passedToService: principal,
  associatedResourceArn: undefined,
  assumed: 'call',
  // Documented for resource policies only; no guide page for the service role's trust policy says so.
  sentKeys: [
    { key: 'aws:SourceAccount', value: '<account>', confidence: 'unsure' },
    { key: 'aws:SourceArn', value: projectArn, confidence: 'unsure' },
  ],
  sessionName: 'AWSCodeBuild-1a2b3c4d',
  trustFailure: {
    code: 'InvalidInputException',
    message: 'CodeBuild is not authorized to perform: sts:AssumeRole on <role-arn>',
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
  docs: { trust: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html' },
}

const call = (operation: string, cliCommand: string): ServiceCall => ({
  action: `codebuild:${operation}`,
  operation,
  cliCommand,
  serviceId: 'codebuild',
  passSites: [site],
  resource: projectArn,
  accessDenied: { code: 'AccessDeniedException', wrap: 'plain', confidence: 'widely-reported' },
  returns: '{ "project": { "name": "<$.name|app>" } }',
  returnsLabel: '<$.name|app>',
  exampleParameters: {
    name: 'app',
    source: { type: 'S3', location: 'my-src/app.zip' },
    artifacts: { type: 'NO_ARTIFACTS' },
    environment: { type: 'LINUX_CONTAINER', image: 'aws/codebuild/standard:7.0', computeType: 'BUILD_GENERAL1_SMALL' },
    serviceRole: 'arn:aws:iam::111122223333:role/codebuild-app',
  },
})

export const codebuild: CatalogService = {
  id: 'codebuild',
  name: 'AWS CodeBuild',
  shortName: 'CodeBuild',
  workload: 'build',
  calls: [call('CreateProject', 'codebuild create-project'), call('UpdateProject', 'codebuild update-project')],
}
