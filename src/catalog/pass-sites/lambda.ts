import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

/** A function’s execution role: tried when it is set, and taken on again by every execution environment. */
const functionRole = (id: string): SiteSpec => ({
  id,
  at: '$.Role',
  associatedResourceArn: {
    value: 'arn:<partition>:lambda:<region>:<account>:function:<$.FunctionName|app>',
    confidence: 'widely-reported',
  },
  timing: 'both',
  tried: true,
  // Seen in AWS samples and a re:Post answer; no guide page for the execution role's trust policy says so.
  sends: sourceKeys('arn:<partition>:lambda:<region>:<account>:function:<$.FunctionName|app>', 'unsure'),
  session: '<$.FunctionName|app>',
  fails: { code: 'InvalidParameterValueException', message: 'The role defined for the function cannot be assumed by Lambda.' },
  confidence: { sessionName: 'widely-reported', assumed: 'widely-reported' },
})

export const lambda = defineService({
  id: 'lambda',
  name: 'AWS Lambda',
  shortName: 'Lambda',
  workload: 'function',
  principal: 'lambda.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html' },
  calls: [
    {
      name: 'CreateFunction',
      resource: 'function:<$.FunctionName|app>',
      returns: '{ "FunctionName": "<$.FunctionName|app>",\n  "State": "Pending" }',
      label: '<$.FunctionName|app>',
      example: {
        FunctionName: 'thumbs',
        Runtime: 'python3.13',
        Handler: 'app.handler',
        Role: exampleRole('thumbs-exec'),
        Code: { S3Bucket: 'my-code-bucket', S3Key: 'thumbs.zip' },
      },
      typicalAction: 'logs:CreateLogGroup',
      sites: [functionRole('lambda-create-function')],
    },
    {
      name: 'UpdateFunctionConfiguration',
      resource: 'function:<$.FunctionName|app>',
      returns: '{ "FunctionName": "<$.FunctionName|app>",\n  "LastUpdateStatus": "InProgress" }',
      label: '<$.FunctionName|app>',
      example: { FunctionName: 'thumbs', Role: exampleRole('thumbs-exec-v2') },
      typicalAction: 's3:GetObject',
      sites: [functionRole('lambda-update-function-configuration')],
    },
    {
      name: 'UpdateFunctionCode',
      resource: 'function:<$.FunctionName|app>',
      returns: '{ "FunctionName": "<$.FunctionName|app>",\n  "LastUpdateStatus": "InProgress" }',
      label: '<$.FunctionName|app>',
      example: { FunctionName: 'thumbs', S3Bucket: 'my-code-bucket', S3Key: 'thumbs2.zip' },
      contrast: 'role-already-there',
      sites: [],
    },
  ],
})
