import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createTrailSites: readonly SiteSpec[] = [
  {
    id: 'cloudtrail-create-trail',
    at: '$.CloudWatchLogsRoleArn',
    timing: 'both',
    tried: true,
    sends: sourceKeys('arn:<partition>:cloudtrail:<region>:<account>:trail/<$.Name|main>', 'unsure'),
    fails: {
      code: 'InvalidCloudWatchLogsRoleArnException',
      message: 'Access denied. Verify in IAM that the role has adequate trust relationships.',
    },
    confidence: { assumed: 'widely-reported' },
  },
]

export const cloudtrail = defineService({
  id: 'cloudtrail',
  name: 'AWS CloudTrail',
  shortName: 'CloudTrail',
  workload: 'delivery',
  principal: 'cloudtrail.amazonaws.com',
  docs: {
    trust: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html',
    confusedDeputy: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cross-service-confused-deputy-prevention.html',
  },
  calls: [
    {
      name: 'CreateTrail',
      resource: 'trail/<$.Name|main>',
      returns: '{ "Name": "<$.Name|main>", "S3BucketName": "<$.S3BucketName|my-trail>" }',
      label: '<$.Name|main>',
      example: {
        Name: 'main',
        S3BucketName: 'my-trail',
        CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:trail:*',
        CloudWatchLogsRoleArn: exampleRole('cloudtrail-cwl'),
      },
      typicalAction: 'logs:CreateLogStream',
      sites: createTrailSites,
    },
    {
      name: 'UpdateTrail',
      resource: 'trail/<$.Name|main>',
      returns: '{ "Name": "<$.Name|main>" }',
      label: '<$.Name|main>',
      example: {
        Name: 'main',
        CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:trail:*',
        CloudWatchLogsRoleArn: exampleRole('cloudtrail-cwl'),
      },
      typicalAction: 'logs:CreateLogStream',
      sites: createTrailSites,
    },
  ],
})
