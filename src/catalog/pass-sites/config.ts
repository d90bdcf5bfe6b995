import { defineService, exampleRole, sourceKeys } from '../define-service'

export const config = defineService({
  id: 'config',
  name: 'AWS Config',
  shortName: 'Config',
  workload: 'recorder',
  principal: 'config.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html' },
  calls: [
    {
      name: 'PutConfigurationRecorder',
      cli: 'configservice put-configuration-recorder',
      resource: 'configuration-recorder/<$.ConfigurationRecorder.name|default>/*',
      label: '<$.ConfigurationRecorder.name|default>',
      example: { ConfigurationRecorder: { name: 'default', roleARN: exampleRole('config-role'), recordingGroup: { allSupported: true } } },
      typicalAction: 's3:PutObject',
      sites: [
        {
          id: 'config-put-configuration-recorder',
          at: '$.ConfigurationRecorder.roleARN',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:config:<region>:<account>:configuration-recorder/<$.ConfigurationRecorder.name|default>'),
          session: 'AWSConfig-Describe',
          fails: { code: 'InvalidRoleException' },
          confidence: { sessionName: 'widely-reported', assumed: 'unsure' },
        },
      ],
    },
  ],
})
