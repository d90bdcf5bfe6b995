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
      returns: '{ "Endpoint": { "EndpointIdentifier": "<$.EndpointIdentifier|to-dw>", "Status": "active" } }',
      label: '<$.EndpointIdentifier|to-dw>',
      example: {
        EndpointIdentifier: 'to-dw',
        EndpointType: 'target',
        EngineName: 'redshift',
        RedshiftSettings: {
          DatabaseName: 'dw',
          BucketName: 'my-dms',
          ServiceAccessRoleArn: exampleRole('dms-s3'),
          SecretsManagerAccessRoleArn: exampleRole('dms-secrets'),
          SecretsManagerSecretId: 'dms-redshift',
        },
      },
      typicalAction: 's3:PutObject',
      sites: [
        {
          id: 'dms-settings-role',
          at: ['$.*.ServiceAccessRoleArn', '$.ServiceAccessRoleArn'],
          timing: 'run',
          sends: sourceKeys('arn:<partition>:dms:<region>:<account>:endpoint:ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
          session: 'dms-session-for-replication-engine',
          fails: { place: 'status-reason' },
          confidence: { sessionName: 'widely-reported' },
        },
        {
          id: 'dms-secrets-role',
          at: '$.*.SecretsManagerAccessRoleArn',
          use: 'execution',
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
