import { defineService, exampleRole } from '../define-service'

export const cloudwatch = defineService({
  id: 'cloudwatch',
  name: 'Amazon CloudWatch',
  shortName: 'CloudWatch',
  workload: 'delivery',
  principal: 'streams.metrics.cloudwatch.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-trustpolicy.html' },
  calls: [
    {
      name: 'PutMetricStream',
      resource: 'metric-stream/<$.Name|ms>',
      returns: '{ "Arn": "arn:<partition>:cloudwatch:<region>:<account>:metric-stream/<$.Name|ms>" }',
      label: '<$.Name|ms>',
      example: {
        Name: 'ms',
        FirehoseArn: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/ms',
        RoleArn: exampleRole('cw-stream'),
        OutputFormat: 'json',
      },
      typicalAction: 'firehose:PutRecord',
      sites: [{ id: 'cloudwatch-put-metric-stream', at: '$.RoleArn', timing: 'both' }],
    },
  ],
})
