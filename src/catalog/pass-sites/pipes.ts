import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createPipeSites: readonly SiteSpec[] = [
  {
    id: 'pipes-create-pipe',
    at: '$.RoleArn',
    timing: 'both',
    sends: sourceKeys('arn:<partition>:pipes:<region>:<account>:pipe/<$.Name|q2sfn>', 'unsure'),
  },
]

export const pipes = defineService({
  id: 'pipes',
  name: 'Amazon EventBridge Pipes',
  shortName: 'EventBridge Pipes',
  workload: 'pipe',
  principal: 'pipes.amazonaws.com',
  docs: { passRole: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html' },
  calls: [
    {
      name: 'CreatePipe',
      resource: 'pipe/<$.Name|q2sfn>',
      returns: '{ "Name": "<$.Name|q2sfn>", "CurrentState": "CREATING" }',
      label: '<$.Name|q2sfn>',
      example: {
        Name: 'q2sfn',
        Source: 'arn:aws:sqs:us-east-1:111122223333:orders',
        Target: 'arn:aws:states:us-east-1:111122223333:stateMachine:orders',
        RoleArn: exampleRole('pipe'),
      },
      typicalAction: 'sqs:ReceiveMessage',
      sites: createPipeSites,
    },
    {
      name: 'UpdatePipe',
      resource: 'pipe/<$.Name|q2sfn>',
      returns: '{ "Name": "<$.Name|q2sfn>", "CurrentState": "UPDATING" }',
      label: '<$.Name|q2sfn>',
      example: { Name: 'q2sfn', RoleArn: exampleRole('pipe') },
      typicalAction: 'sqs:ReceiveMessage',
      sites: createPipeSites,
    },
  ],
})
