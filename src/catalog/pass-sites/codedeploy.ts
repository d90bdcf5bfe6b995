import { defineService, exampleRole, sourceKeys } from '../define-service'

export const codedeploy = defineService({
  id: 'codedeploy',
  name: 'AWS CodeDeploy',
  shortName: 'CodeDeploy',
  workload: 'deployment',
  principal: 'codedeploy.amazonaws.com',
  docs: {
    trust: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/security_confused_deputy.html',
    errors: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html',
  },
  calls: [
    {
      name: 'CreateDeploymentGroup',
      cli: 'deploy create-deployment-group',
      resource: 'deploymentgroup:<$.applicationName|web>/<$.deploymentGroupName|prod>',
      returns: '{ "deploymentGroupId": "44444444-5555-6666-7777-888888888888" }',
      label: '<$.deploymentGroupName|prod>',
      example: { applicationName: 'web', deploymentGroupName: 'prod', serviceRoleArn: exampleRole('codedeploy-web') },
      typicalAction: 'ec2:DescribeInstances',
      sites: [
        {
          id: 'codedeploy-create-deployment-group',
          at: '$.serviceRoleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys(
            'arn:<partition>:codedeploy:<region>:<account>:deploymentgroup:<$.applicationName|web>/<$.deploymentGroupName|prod>',
          ),
          fails: {
            code: 'InvalidRoleException',
            message: 'AWS CodeDeploy does not have the permissions required to assume the role <role-arn>.',
          },
          confidence: { assumed: 'widely-reported' },
        },
      ],
    },
  ],
})
