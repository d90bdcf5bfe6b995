import { defineService, exampleRole } from '../define-service'

export const s3 = defineService({
  id: 's3',
  name: 'Amazon S3',
  shortName: 'S3',
  workload: 'replication',
  principal: 's3.amazonaws.com',
  denied: { code: 'AccessDenied' },
  docs: { trust: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html' },
  calls: [
    {
      name: 'PutReplicationConfiguration=PutBucketReplication',
      cli: 's3api put-bucket-replication',
      resource: 'arn:<partition>:s3:::<$.Bucket|src>',
      label: '<$.Bucket|src>',
      example: {
        Bucket: 'src',
        ReplicationConfiguration: {
          Role: exampleRole('s3-repl'),
          Rules: [
            {
              ID: 'r',
              Status: 'Enabled',
              Priority: 1,
              Filter: { Prefix: '' },
              DeleteMarkerReplication: { Status: 'Disabled' },
              Destination: { Bucket: 'arn:aws:s3:::dst' },
            },
          ],
        },
      },
      typicalAction: 's3:GetObjectVersionForReplication',
      sites: [
        {
          id: 's3-put-bucket-replication',
          at: '$.ReplicationConfiguration.Role',
          associatedResourceArn: { value: 'arn:<partition>:s3:::<$.Bucket|src>', confidence: 'widely-reported' },
          timing: 'run',
          tried: false,
          session: 's3-replication',
          fails: { place: 'none' },
          confidence: { sessionName: 'unsure', assumed: 'unsure' },
        },
      ],
    },
    {
      name: 'CreateJob',
      cli: 's3control create-job',
      returns: '{ "JobId": "66666666-7777-8888-9999-000000000000" }',
      label: 'job',
      example: {
        AccountId: '111122223333',
        Operation: { S3PutObjectTagging: { TagSet: [{ Key: 'a', Value: 'b' }] } },
        Report: { Enabled: false },
        ClientRequestToken: 't1',
        Priority: 10,
        RoleArn: exampleRole('s3-batch'),
      },
      typicalAction: 's3:GetObject',
      speaksAs: { name: 'Amazon S3 Batch Operations', shortName: 'S3 Batch', workload: 'job' },
      sites: [
        {
          id: 's3-batch-create-job',
          at: '$.RoleArn',
          principal: 'batchoperations.s3.amazonaws.com',
          timing: 'run',
          fails: { place: 'job-status' },
          confidence: { passedToService: 'unsure' },
          docs: { trust: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html' },
        },
      ],
    },
  ],
})
