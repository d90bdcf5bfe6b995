import type { CatalogService, PassSite, ServiceCall } from '../pass-site'

const principal = 'lambda.amazonaws.com'
const functionArn = 'arn:<partition>:lambda:<region>:<account>:function:<$.FunctionName|app>'

const site = (id: string): PassSite => ({
  id,
  paths: ['$.Role'],
  resolvedPaths: [],
  kind: 'role-arn',
  use: 'workload',
  servicePrincipal: principal,
  passedToService: principal,
  associatedResourceArn: { value: functionArn, confidence: 'widely-reported' },
  assumed: 'call',
  // Seen in AWS samples and a re:Post answer; no guide page for the execution role's trust policy says so.
  sentKeys: [
    { key: 'aws:SourceAccount', value: '<account>', confidence: 'unsure' },
    { key: 'aws:SourceArn', value: functionArn, confidence: 'unsure' },
  ],
  sessionName: '<$.FunctionName|app>',
  trustFailure: {
    code: 'InvalidParameterValueException',
    message: 'The role defined for the function cannot be assumed by Lambda.',
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
  docs: { trust: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html' },
})

const call = (
  operation: string,
  cliCommand: string,
  passSites: readonly PassSite[],
  exampleParameters: ServiceCall['exampleParameters'],
  state: string,
): ServiceCall => ({
  action: `lambda:${operation}`,
  operation,
  cliCommand,
  serviceId: 'lambda',
  passSites,
  resource: functionArn,
  accessDenied: { code: 'AccessDeniedException', wrap: 'plain', confidence: 'widely-reported' },
  returns: `{ "FunctionName": "<$.FunctionName|app>",\n  ${state} }`,
  returnsLabel: '<$.FunctionName|app>',
  exampleParameters,
})

export const lambda: CatalogService = {
  id: 'lambda',
  name: 'AWS Lambda',
  shortName: 'Lambda',
  workload: 'function',
  calls: [
    call(
      'CreateFunction',
      'lambda create-function',
      [site('lambda-create-function')],
      {
        FunctionName: 'thumbs',
        Runtime: 'python3.13',
        Handler: 'app.handler',
        Role: 'arn:aws:iam::111122223333:role/thumbs-exec',
        Code: { S3Bucket: 'my-code-bucket', S3Key: 'thumbs.zip' },
      },
      '"State": "Pending"',
    ),
    call(
      'UpdateFunctionConfiguration',
      'lambda update-function-configuration',
      [site('lambda-update-function-configuration')],
      { FunctionName: 'thumbs', Role: 'arn:aws:iam::111122223333:role/thumbs-exec-v2' },
      '"LastUpdateStatus": "InProgress"',
    ),
    // New code runs with the role that is already there: no PassRole. https://pathfinding.cloud/paths/lambda-003
    call(
      'UpdateFunctionCode',
      'lambda update-function-code',
      [],
      { FunctionName: 'thumbs', S3Bucket: 'my-code-bucket', S3Key: 'thumbs2.zip' },
      '"LastUpdateStatus": "InProgress"',
    ),
  ],
}
