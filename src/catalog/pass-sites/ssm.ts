import { defineService, exampleRole, sourceKeys } from '../define-service'

export const ssm = defineService({
  id: 'ssm',
  name: 'AWS Systems Manager',
  shortName: 'Systems Manager',
  workload: 'automation',
  principal: 'ssm.amazonaws.com',
  docs: {
    trust: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html',
    errors: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-troubleshooting.html',
  },
  calls: [
    {
      name: 'StartAutomationExecution',
      resource: 'document/<$.DocumentName|AWS-RestartEC2Instance>',
      returns: '{ "AutomationExecutionId": "77777777-8888-9999-0000-111111111111" }',
      label: 'execution',
      example: {
        DocumentName: 'AWS-RestartEC2Instance',
        Parameters: { InstanceId: ['i-0abc1234def567890'], AutomationAssumeRole: [exampleRole('ssm-automation')] },
      },
      typicalAction: 'ec2:StopInstances',
      sites: [
        {
          id: 'ssm-start-automation-execution',
          at: '$.Parameters.AutomationAssumeRole[]',
          associatedResourceArn: { value: 'arn:<partition>:ssm:*:*:automation-execution/*', confidence: 'unsure' },
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:ssm:<region>:<account>:automation-execution/77777777-8888-9999-0000-111111111111'),
          session: 'Automation-77777777-8888-9999-0000-111111111111',
          fails: {
            code: 'InvalidAutomationExecutionParametersException',
            message: 'The defined assume role is unable to be assumed.',
            confidence: 'documented',
          },
          confidence: { sessionName: 'unsure' },
        },
      ],
    },
    {
      name: 'RegisterTaskWithMaintenanceWindow',
      resource: 'maintenancewindow/<$.WindowId|mw-0123456789abcdef0>',
      returns: '{ "WindowTaskId": "88888888-9999-0000-1111-222222222222" }',
      label: 'window task',
      example: {
        WindowId: 'mw-0123456789abcdef0',
        TaskArn: 'AWS-RunPatchBaseline',
        TaskType: 'RUN_COMMAND',
        ServiceRoleArn: exampleRole('ssm-mw'),
      },
      typicalAction: 'ssm:SendCommand',
      speaksAs: { workload: 'job' },
      sites: [
        {
          id: 'ssm-register-maintenance-window-task',
          at: '$.ServiceRoleArn',
          timing: 'run',
          sends: sourceKeys('arn:<partition>:ssm:<region>:<account>:maintenancewindow/<$.WindowId|mw-0123456789abcdef0>'),
          fails: { place: 'status-reason' },
          docs: { passRole: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-maintenance-perm-console.html' },
        },
      ],
    },
    {
      name: 'CreateActivation',
      returns: '{ "ActivationId": "99999999-0000-1111-2222-333333333333" }',
      label: 'activation',
      example: { IamRole: 'SSMServiceRole', RegistrationLimit: 5 },
      typicalAction: 'ssm:UpdateInstanceInformation',
      speaksAs: { workload: 'outside-workload' },
      sites: [
        {
          id: 'ssm-create-activation',
          at: '$.IamRole',
          kind: 'role-name-or-arn',
          timing: 'run',
          tried: true,
          sends: sourceKeys('arn:<partition>:ssm:<region>:<account>:managed-instance/mi-0123456789abcdef0'),
          session: 'mi-0123456789abcdef0',
          confidence: { sessionName: 'unsure', assumed: 'unsure' },
          docs: { trust: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-service-role.html' },
        },
      ],
    },
  ],
})
