import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createScheduleSites: readonly SiteSpec[] = [
  {
    id: 'scheduler-create-schedule',
    at: '$.Target.RoleArn',
    timing: 'both',
    tried: true,
    // The group's ARN, never the schedule's: with the latter in the trust policy the call fails.
    sends: sourceKeys('arn:<partition>:scheduler:<region>:<account>:schedule-group/<$.GroupName|default>'),
    session: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    fails: {
      code: 'ValidationException',
      message: 'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
    },
    confidence: { sessionName: 'unsure', assumed: 'widely-reported' },
  },
]

export const scheduler = defineService({
  id: 'scheduler',
  name: 'Amazon EventBridge Scheduler',
  shortName: 'EventBridge Scheduler',
  workload: 'schedule',
  principal: 'scheduler.amazonaws.com',
  docs: {
    trust: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html',
    confusedDeputy: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html',
    passRole: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEventBridgeSchedulerFullAccess.html',
  },
  calls: [
    {
      name: 'CreateSchedule',
      resource: 'schedule/<$.GroupName|default>/<$.Name|nightly>',
      returns: '{ "ScheduleArn": "arn:<partition>:scheduler:<region>:<account>:schedule/<$.GroupName|default>/<$.Name|nightly>" }',
      label: '<$.Name|nightly>',
      example: {
        Name: 'nightly',
        ScheduleExpression: 'cron(0 2 * * ? *)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: 'arn:aws:lambda:us-east-1:111122223333:function:thumbs', RoleArn: exampleRole('scheduler-invoke') },
      },
      typicalAction: 'lambda:InvokeFunction',
      sites: createScheduleSites,
    },
    {
      name: 'UpdateSchedule',
      resource: 'schedule/<$.GroupName|default>/<$.Name|nightly>',
      returns: '{ "ScheduleArn": "arn:<partition>:scheduler:<region>:<account>:schedule/<$.GroupName|default>/<$.Name|nightly>" }',
      label: '<$.Name|nightly>',
      example: {
        Name: 'nightly',
        ScheduleExpression: 'cron(0 2 * * ? *)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: 'arn:aws:lambda:us-east-1:111122223333:function:thumbs', RoleArn: exampleRole('scheduler-invoke') },
      },
      typicalAction: 'lambda:InvokeFunction',
      sites: createScheduleSites,
    },
  ],
})
