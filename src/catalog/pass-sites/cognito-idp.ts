import { defineService, exampleRole, externalId, sourceKeys } from '../define-service'

export const cognitoIdp = defineService({
  id: 'cognito-idp',
  name: 'Amazon Cognito user pools',
  shortName: 'Cognito',
  workload: 'delivery',
  principal: 'cognito-idp.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-sms-settings.html' },
  calls: [
    {
      name: 'CreateUserPool',
      returns: '{ "UserPool": { "Id": "<region>_AbCdEf123", "Name": "<$.PoolName|users>" } }',
      label: '<$.PoolName|users>',
      example: { PoolName: 'users', SmsConfiguration: { SnsCallerArn: exampleRole('cognito-sms'), ExternalId: 'users-ext' } },
      typicalAction: 'sns:Publish',
      sites: [
        {
          id: 'cognito-idp-create-user-pool-sms',
          at: '$.SmsConfiguration.SnsCallerArn',
          passedTo: [],
          timing: 'both',
          tried: true,
          sends: [
            ...sourceKeys('arn:<partition>:cognito-idp:<region>:<account>:userpool/<region>_AbCdEf123'),
            externalId('<$.SmsConfiguration.ExternalId|users-ext>'),
          ],
          fails: {
            code: 'InvalidSmsRoleTrustRelationshipException',
            message: 'Role does not have a trust relationship allowing Cognito to assume the role',
          },
          confidence: { passedToService: 'unsure', assumed: 'widely-reported' },
        },
      ],
    },
  ],
})
