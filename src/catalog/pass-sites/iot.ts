import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createTopicRuleSites: readonly SiteSpec[] = [
  {
    id: 'iot-create-topic-rule',
    at: '$.topicRulePayload.actions[].*.roleArn',
    timing: 'both',
    tried: true,
    sends: sourceKeys('arn:<partition>:iot:<region>:<account>:rule/<$.ruleName|toS3>', 'unsure'),
    fails: {
      code: 'InvalidRequestException',
      message: 'AWS IoT (iot.amazonaws.com) is unable to assume role (sts:AssumeRole) on resource: <role-arn>.',
    },
    confidence: { assumed: 'widely-reported' },
  },
]

const createRoleAliasSites: readonly SiteSpec[] = [
  {
    id: 'iot-create-role-alias',
    at: '$.roleArn',
    principal: 'credentials.iot.amazonaws.com',
    passedTo: ['iot.amazonaws.com'],
    timing: 'run',
    sends: sourceKeys('arn:<partition>:iot:<region>:<account>:rolealias/<$.roleAlias|cam>', 'unsure'),
    session: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    fails: { place: 'later-caller' },
    confidence: { passedToService: 'unsure', sessionName: 'unsure' },
    docs: { trust: 'https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html' },
  },
]

export const iot = defineService({
  id: 'iot',
  name: 'AWS IoT Core',
  shortName: 'IoT',
  workload: 'rule',
  principal: 'iot.amazonaws.com',
  docs: {
    passRole: 'https://docs.aws.amazon.com/iot/latest/developerguide/pass-role.html',
    confusedDeputy: 'https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html',
  },
  calls: [
    {
      name: 'CreateTopicRule',
      resource: 'rule/<$.ruleName|toS3>',
      label: '<$.ruleName|toS3>',
      example: {
        ruleName: 'toS3',
        topicRulePayload: {
          sql: "SELECT * FROM 'sensors/#'",
          actions: [{ s3: { roleArn: exampleRole('iot-to-s3'), bucketName: 'my-iot', key: 'sensors/latest.json' } }],
        },
      },
      typicalAction: 's3:PutObject',
      sites: createTopicRuleSites,
    },
    {
      name: 'ReplaceTopicRule',
      resource: 'rule/<$.ruleName|toS3>',
      label: '<$.ruleName|toS3>',
      example: {
        ruleName: 'toS3',
        topicRulePayload: {
          sql: "SELECT * FROM 'sensors/#'",
          actions: [{ s3: { roleArn: exampleRole('iot-to-s3'), bucketName: 'my-iot', key: 'sensors/latest.json' } }],
        },
      },
      typicalAction: 's3:PutObject',
      sites: createTopicRuleSites,
    },
    {
      name: 'CreateRoleAlias',
      resource: 'rolealias/<$.roleAlias|cam>',
      returns: '{ "roleAlias": "<$.roleAlias|cam>" }',
      label: '<$.roleAlias|cam>',
      example: { roleAlias: 'cam', roleArn: exampleRole('cam-device') },
      typicalAction: 's3:PutObject',
      speaksAs: { name: 'AWS IoT credentials provider', workload: 'outside-workload' },
      sites: createRoleAliasSites,
    },
    {
      name: 'UpdateRoleAlias',
      resource: 'rolealias/<$.roleAlias|cam>',
      returns: '{ "roleAlias": "<$.roleAlias|cam>" }',
      label: '<$.roleAlias|cam>',
      example: { roleAlias: 'cam', roleArn: exampleRole('cam-device') },
      typicalAction: 's3:PutObject',
      speaksAs: { name: 'AWS IoT credentials provider', workload: 'outside-workload' },
      sites: createRoleAliasSites,
    },
  ],
})
