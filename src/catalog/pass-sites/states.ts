import { defineService, exampleRole, sourceKeys } from '../define-service'

export const states = defineService({
  id: 'states',
  name: 'AWS Step Functions',
  shortName: 'Step Functions',
  workload: 'execution',
  principal: 'states.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html' },
  calls: [
    {
      name: 'CreateStateMachine',
      cli: 'stepfunctions create-state-machine',
      resource: 'stateMachine:<$.name|orders>',
      returns: '{ "stateMachineArn": "arn:<partition>:states:<region>:<account>:stateMachine:<$.name|orders>" }',
      label: '<$.name|orders>',
      example: {
        name: 'orders',
        definition: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}',
        roleArn: exampleRole('sfn-orders'),
      },
      typicalAction: 'lambda:InvokeFunction',
      sites: [
        {
          id: 'states-create-state-machine',
          at: '$.roleArn',
          otherPrincipals: ['states.<region>.amazonaws.com'],
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:states:<region>:<account>:stateMachine:<$.name|orders>'),
          session: 'KxWqLmNzRtYpVbHgFdSaJcEuIoTrQwZx',
          fails: {
            code: 'AccessDeniedException',
            message:
              'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
          },
          confidence: { sessionName: 'unsure', assumed: 'widely-reported' },
        },
      ],
    },
    {
      name: 'UpdateStateMachine',
      cli: 'stepfunctions update-state-machine',
      resource: '<$.stateMachineArn|*>',
      returns: '{ "revisionId": "00000000-1111-2222-3333-444444444444" }',
      label: 'updated',
      example: { stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:orders', roleArn: exampleRole('sfn-orders') },
      typicalAction: 'lambda:InvokeFunction',
      sites: [
        {
          id: 'states-update-state-machine',
          at: '$.roleArn',
          otherPrincipals: ['states.<region>.amazonaws.com'],
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:states:<region>:<account>:stateMachine:orders'),
          session: 'KxWqLmNzRtYpVbHgFdSaJcEuIoTrQwZx',
          fails: {
            code: 'AccessDeniedException',
            message:
              'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
          },
          confidence: { sessionName: 'unsure', assumed: 'widely-reported' },
        },
      ],
    },
    {
      name: 'StartExecution',
      cli: 'stepfunctions start-execution',
      resource: '<$.stateMachineArn|*>',
      returns: '{ "executionArn": "arn:<partition>:states:<region>:<account>:execution:orders:0a1b2c3d" }',
      label: 'execution',
      example: { stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:orders' },
      contrast: 'role-already-there',
      sites: [],
    },
  ],
})
