import { defineService, exampleRole, type SiteSpec, sourceArn } from '../define-service'

const putSubscriptionFilterSites: readonly SiteSpec[] = [
  {
    id: 'logs-put-subscription-filter',
    at: '$.roleArn',
    otherPrincipals: ['logs.<region>.amazonaws.com'],
    timing: 'both',
    tried: true,
    sends: [sourceArn('arn:<partition>:logs:<region>:<account>:log-group:<$.logGroupName|/app>:*', 'widely-reported')],
    fails: { code: 'ValidationException', message: 'Make sure you have given CloudWatch Logs permission to assume the provided role.' },
    confidence: { assumed: 'widely-reported' },
  },
]

export const logs = defineService({
  id: 'logs',
  name: 'Amazon CloudWatch Logs',
  shortName: 'CloudWatch Logs',
  workload: 'delivery',
  principal: 'logs.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html' },
  calls: [
    {
      name: 'PutSubscriptionFilter',
      resource: 'log-group:<$.logGroupName|/app>',
      label: '<$.filterName|f>',
      example: {
        logGroupName: '/app',
        filterName: 'f',
        filterPattern: '',
        destinationArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/logs',
        roleArn: exampleRole('cwl-to-kinesis'),
      },
      typicalAction: 'kinesis:PutRecord',
      sites: putSubscriptionFilterSites,
    },
    {
      name: 'PutDestination',
      resource: 'destination:<$.destinationName|shared>',
      returns: '{ "destination": { "destinationName": "<$.destinationName|shared>" } }',
      label: '<$.destinationName|shared>',
      example: {
        destinationName: 'shared',
        targetArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/logs',
        roleArn: exampleRole('cwl-to-kinesis'),
      },
      typicalAction: 'kinesis:PutRecord',
      sites: putSubscriptionFilterSites,
    },
  ],
})
