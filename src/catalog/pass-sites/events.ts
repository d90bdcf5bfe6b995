import { defineService, exampleRole, sourceKeys } from '../define-service'

export const events = defineService({
  id: 'events',
  name: 'Amazon EventBridge',
  shortName: 'EventBridge',
  workload: 'rule',
  principal: 'events.amazonaws.com',
  docs: {
    trust: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html',
    confusedDeputy: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html',
  },
  calls: [
    {
      name: 'PutTargets',
      resource: 'rule/<$.Rule|nightly>',
      returns: '{ "FailedEntryCount": 0 }',
      label: '0 failed',
      example: {
        Rule: 'nightly',
        Targets: [{ Id: '1', Arn: 'arn:aws:states:us-east-1:111122223333:stateMachine:orders', RoleArn: exampleRole('events-invoke-sfn') }],
      },
      typicalAction: 'states:StartExecution',
      sites: [
        {
          id: 'events-put-targets',
          at: '$.Targets[].RoleArn',
          associatedResourceArn: {
            value: 'arn:<partition>:events:<region>:<account>:rule/<$.Rule|nightly>',
            confidence: 'widely-reported',
          },
          timing: 'run',
          sends: sourceKeys('arn:<partition>:events:<region>:<account>:rule/<$.Rule|nightly>'),
          session: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
          // The rule fires and nothing happens: only the metric FailedInvocations counts it.
          fails: { place: 'none' },
          confidence: { sessionName: 'unsure' },
        },
      ],
    },
    {
      name: 'PutRule',
      resource: 'rule/<$.Name|nightly>',
      returns: '{ "RuleArn": "arn:<partition>:events:<region>:<account>:rule/<$.Name|nightly>" }',
      label: '<$.Name|nightly>',
      example: { Name: 'nightly', ScheduleExpression: 'rate(1 day)', RoleArn: exampleRole('events-rule') },
      typicalAction: 'events:PutEvents',
      sites: [
        {
          id: 'events-put-rule',
          at: '$.RoleArn',
          associatedResourceArn: {
            value: 'arn:<partition>:events:<region>:<account>:rule/<$.Name|nightly>',
            confidence: 'widely-reported',
          },
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:events:<region>:<account>:rule/<$.Name|nightly>'),
          fails: {
            code: 'ValidationException',
            message: "Provided role '<role-arn>' cannot be assumed by principal 'events.amazonaws.com'.",
          },
          confidence: { assumed: 'widely-reported' },
          docs: { trust: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html' },
        },
      ],
    },
  ],
})
