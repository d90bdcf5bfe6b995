import { defineService, exampleRole } from '../define-service'

export const apprunner = defineService({
  id: 'apprunner',
  name: 'AWS App Runner',
  shortName: 'App Runner',
  workload: 'service-instance',
  principal: 'build.apprunner.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html' },
  calls: [
    {
      name: 'CreateService',
      resource: 'service/<$.ServiceName|webapp>/*',
      returns: '{ "Service": {\n  "ServiceName": "<$.ServiceName|webapp>",\n  "Status": "OPERATION_IN_PROGRESS"\n} }',
      label: '<$.ServiceName|webapp>',
      example: {
        ServiceName: 'webapp',
        SourceConfiguration: {
          AuthenticationConfiguration: { AccessRoleArn: exampleRole('AppRunnerECRAccessRole') },
          ImageRepository: { ImageIdentifier: '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1', ImageRepositoryType: 'ECR' },
        },
        InstanceConfiguration: { InstanceRoleArn: exampleRole('apprunner-web') },
      },
      typicalAction: 's3:GetObject',
      sites: [
        {
          id: 'apprunner-access-role',
          at: '$.SourceConfiguration.AuthenticationConfiguration.AccessRoleArn',
          use: 'execution',
          // AWS's list says bullet; its managed policy says apprunner, and a field report says that this does not match.
          passedTo: ['bullet.amazonaws.com'],
          timing: 'both',
          tried: true,
          confidence: { passedToService: 'unsure', assumed: 'unsure' },
        },
        {
          id: 'apprunner-instance-role',
          at: '$.InstanceConfiguration.InstanceRoleArn',
          principal: 'tasks.apprunner.amazonaws.com',
          passedTo: ['bullet.amazonaws.com'],
          timing: 'run',
          tried: true,
          confidence: { passedToService: 'unsure', assumed: 'unsure' },
          docs: {
            trust: 'https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html',
            passRole: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSAppRunnerFullAccess.html',
          },
        },
      ],
    },
  ],
})
