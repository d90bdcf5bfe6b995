import { defineService, exampleRole } from '../define-service'

export const apigateway = defineService({
  id: 'apigateway',
  name: 'Amazon API Gateway',
  shortName: 'API Gateway',
  workload: 'request',
  principal: 'apigateway.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html' },
  calls: [
    {
      name: 'PUT=PutIntegration',
      cli: 'apigateway put-integration',
      resource:
        'arn:<partition>:apigateway:<region>::/restapis/<$.restApiId|a1b2c3>/resources/<$.resourceId|abc123>/methods/<$.httpMethod|POST>/integration',
      returns: '{ "type": "<$.type|AWS>", "httpMethod": "POST" }',
      label: '<$.httpMethod|POST>',
      example: {
        restApiId: 'a1b2c3d4e5',
        resourceId: 'x1y2z3',
        httpMethod: 'POST',
        type: 'AWS',
        integrationHttpMethod: 'POST',
        uri: 'arn:aws:apigateway:us-east-1:sqs:path/111122223333/orders',
        credentials: exampleRole('apigw-sqs'),
      },
      typicalAction: 'sqs:SendMessage',
      sites: [
        {
          id: 'apigateway-put-integration',
          at: '$.credentials',
          kind: 'role-arn-or-caller',
          timing: 'run',
          tried: false,
          session: 'BackplaneAssumeRoleSession',
          fails: {
            message:
              'Execution failed due to configuration error: API Gateway does not have permission to assume the provided role <role-arn>',
            place: 'execution-log',
          },
          confidence: { sessionName: 'widely-reported', assumed: 'widely-reported' },
        },
      ],
    },
    {
      name: 'PATCH=UpdateAccount',
      cli: 'apigateway update-account',
      resource: 'arn:<partition>:apigateway:<region>::/account',
      returns: '{ "throttleSettings": { "burstLimit": 5000, "rateLimit": 10000.0 } }',
      label: 'account',
      example: { patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value: exampleRole('apigw-logs') }] },
      typicalAction: 'logs:CreateLogGroup',
      speaksAs: { workload: 'delivery' },
      sites: [
        {
          id: 'apigateway-update-account',
          at: '$.patchOperations[path=/cloudwatchRoleArn].value',
          timing: 'both',
          tried: true,
          fails: {
            code: 'BadRequestException',
            message:
              'The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.',
          },
          confidence: { assumed: 'widely-reported' },
          docs: { trust: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html' },
        },
      ],
    },
    {
      name: 'POST=CreateIntegration',
      cli: 'apigatewayv2 create-integration',
      resource: 'arn:<partition>:apigateway:<region>::/apis/<$.ApiId|a1b2c3>/integrations',
      returns: '{ "IntegrationId": "a1b2c3d", "IntegrationType": "<$.IntegrationType|AWS_PROXY>" }',
      label: 'a1b2c3d',
      example: {
        ApiId: 'a1b2c3',
        IntegrationType: 'AWS_PROXY',
        IntegrationSubtype: 'SQS-SendMessage',
        CredentialsArn: exampleRole('apigw-sqs'),
        PayloadFormatVersion: '1.0',
      },
      typicalAction: 'sqs:SendMessage',
      sites: [
        {
          id: 'apigatewayv2-create-integration',
          at: '$.CredentialsArn',
          kind: 'role-arn-or-caller',
          timing: 'run',
          tried: false,
          session: 'BackplaneAssumeRoleSession',
          fails: { place: 'execution-log' },
          confidence: { sessionName: 'unsure', assumed: 'unsure' },
          docs: { api: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html' },
        },
      ],
    },
  ],
})
