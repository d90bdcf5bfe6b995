import { defineService, exampleRole, sourceKeys } from '../define-service'

export const dlm = defineService({
  id: 'dlm',
  name: 'Amazon Data Lifecycle Manager',
  shortName: 'Data Lifecycle Manager',
  workload: 'job',
  principal: 'dlm.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dlm-service-role.html' },
  calls: [
    {
      name: 'CreateLifecyclePolicy',
      returns: '{ "PolicyId": "policy-0123456789abcdef0" }',
      label: 'policy-0123…',
      example: {
        ExecutionRoleArn: exampleRole('AWSDataLifecycleManagerDefaultRole'),
        Description: 'daily',
        State: 'ENABLED',
        PolicyDetails: {
          ResourceTypes: ['VOLUME'],
          TargetTags: [{ Key: 'b', Value: '1' }],
          Schedules: [{ Name: 'd', CreateRule: { Interval: 24, IntervalUnit: 'HOURS' }, RetainRule: { Count: 3 } }],
        },
      },
      typicalAction: 'ec2:CreateSnapshot',
      sites: [
        {
          id: 'dlm-create-lifecycle-policy',
          at: '$.ExecutionRoleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:dlm:<region>:<account>:policy/policy-0123456789abcdef0'),
          fails: {
            code: 'InvalidRequestException',
            message: "Provided role <role-arn> cannot be assumed by principal 'dlm.amazonaws.com'.",
          },
          confidence: { assumed: 'widely-reported' },
        },
      ],
    },
  ],
})
