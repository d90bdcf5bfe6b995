import type { CatalogService, PassSite, ServiceCall } from '../pass-site'

const principal = 'cloudformation.amazonaws.com'
const stackArn = 'arn:<partition>:cloudformation:<region>:<account>:stack/<$.StackName|app>/*'

const site: PassSite = {
  id: 'cloudformation-create-stack',
  paths: ['$.RoleARN'],
  resolvedPaths: [],
  kind: 'role-arn',
  use: 'workload',
  servicePrincipal: principal,
  passedToService: principal,
  associatedResourceArn: { value: stackArn, confidence: 'widely-reported' },
  assumed: 'call',
  // None is documented for stack service roles; one field report says that aws:SourceAccount is not sent.
  sentKeys: [],
  sessionName: 'AWSCloudFormation',
  trustFailure: {
    code: 'ValidationError',
    message: 'Role <role-arn> is invalid or cannot be assumed',
    confidence: 'widely-reported',
    place: 'call',
  },
  confidence: {
    roleParameter: 'documented',
    trustPrincipal: 'documented',
    passedToService: 'documented',
    associatedResourceArn: 'widely-reported',
    sessionName: 'widely-reported',
    assumed: 'widely-reported',
  },
  docs: { trust: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html' },
}

const call = (operation: string, cliCommand: string): ServiceCall => ({
  action: `cloudformation:${operation}`,
  operation,
  cliCommand,
  serviceId: 'cloudformation',
  passSites: [site],
  resource: stackArn,
  accessDenied: { code: 'AccessDenied', wrap: 'plain', confidence: 'widely-reported' },
  returns: '{ "StackId": "arn:<partition>:cloudformation:<region>:<account>:stack/<$.StackName|app>/0a1b2c3d" }',
  returnsLabel: '<$.StackName|app>',
  exampleParameters: {
    StackName: 'app',
    TemplateURL: 'https://my-templates.s3.amazonaws.com/app.yml',
    RoleARN: 'arn:aws:iam::111122223333:role/cfn-app',
  },
})

export const cloudformation: CatalogService = {
  id: 'cloudformation',
  name: 'AWS CloudFormation',
  shortName: 'CloudFormation',
  workload: 'stack-operation',
  calls: [
    call('CreateStack', 'cloudformation create-stack'),
    call('UpdateStack', 'cloudformation update-stack'),
    call('DeleteStack', 'cloudformation delete-stack'),
    call('ContinueUpdateRollback', 'cloudformation continue-update-rollback'),
    call('RollbackStack', 'cloudformation rollback-stack'),
  ],
}
