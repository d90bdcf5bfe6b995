import { defineService, exampleRole, sourceKeys } from '../define-service'

export const dms = defineService({
  id: 'dms',
  name: 'AWS Database Migration Service',
  shortName: 'DMS',
  workload: 'replication',
  principal: 'dms.amazonaws.com',
  docs: {
    trust: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html',
    confusedDeputy: 'https://docs.aws.amazon.com/dms/latest/userguide/cross-service-confused-deputy-prevention.html',
  },
  calls: [
    {
      name: 'CreateEndpoint',
      resource: 'endpoint:*',
      returns: '{ "Endpoint": { "EndpointIdentifier": "<$.EndpointIdentifier|to-s3>", "Status": "active" } }',
      label: '<$.EndpointIdentifier|to-s3>',
      example: {
        EndpointIdentifier: 'to-s3',
        EndpointType: 'target',
        EngineName: 's3',
        S3Settings: { BucketName: 'my-dms', ServiceAccessRoleArn: exampleRole('dms-s3') },
      },
      typicalAction: 's3:PutObject',
      sites: [
        {
          id: 'dms-endpoint-role',
          at: '$.ServiceAccessRoleArn',
          timing: 'run',
          sends: sourceKeys('arn:<partition>:dms:<region>:<account>:endpoint:ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
          session: 'dms-session-for-replication-engine',
          fails: { place: 'status-reason' },
          confidence: { sessionName: 'widely-reported' },
        },
        {
          id: 'dms-settings-role',
          at: '$.*.ServiceAccessRoleArn',
          timing: 'run',
          sends: sourceKeys('arn:<partition>:dms:<region>:<account>:endpoint:ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
          session: 'dms-session-for-replication-engine',
          fails: { place: 'status-reason' },
          confidence: { sessionName: 'widely-reported' },
        },
        {
          id: 'dms-secrets-role',
          at: '$.*.SecretsManagerAccessRoleArn',
          principal: 'dms.<region>.amazonaws.com',
          passedTo: ['dms.amazonaws.com'],
          timing: 'run',
          sends: sourceKeys('arn:<partition>:dms:<region>:<account>:endpoint:ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
          session: 'dms-session-for-replication-engine',
          fails: { place: 'status-reason' },
          confidence: { sessionName: 'widely-reported' },
        },
      ],
    },
    {
      name: 'CreateReplicationSubnetGroup',
      resource: 'subgrp:*',
      returns: '{ "ReplicationSubnetGroup": {\n  "ReplicationSubnetGroupIdentifier": "<$.ReplicationSubnetGroupIdentifier|g>"\n} }',
      label: '<$.ReplicationSubnetGroupIdentifier|g>',
      example: {
        ReplicationSubnetGroupIdentifier: 'g',
        ReplicationSubnetGroupDescription: 'd',
        SubnetIds: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'],
      },
      contrast: 'fixed-role-name',
      sites: [],
    },
  ],
})
