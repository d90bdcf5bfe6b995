import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createDbinstanceSites: readonly SiteSpec[] = [
  {
    id: 'rds-enhanced-monitoring',
    at: '$.MonitoringRoleArn',
    principal: 'monitoring.rds.amazonaws.com',
    passedTo: ['rds.amazonaws.com'],
    timing: 'both',
    tried: true,
    sends: sourceKeys('arn:<partition>:rds:<region>:<account>:db:<$.DBInstanceIdentifier|db1>'),
    fails: {
      code: 'InvalidParameterValue',
      message: 'IAM role ARN value is invalid or does not include the required permissions for: ENHANCED_MONITORING',
    },
    confidence: { passedToService: 'unsure', assumed: 'widely-reported' },
    docs: {
      trust: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html',
      passRole: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    },
  },
]

export const rds = defineService({
  id: 'rds',
  name: 'Amazon RDS',
  shortName: 'RDS',
  workload: 'database',
  principal: 'rds.amazonaws.com',
  denied: { code: 'AccessDenied' },
  docs: { trust: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PostgreSQL.S3Import.html' },
  calls: [
    {
      name: 'CreateDBInstance',
      resource: 'db:<$.DBInstanceIdentifier|db1>',
      returns: '{ "DBInstance": { "DBInstanceIdentifier": "<$.DBInstanceIdentifier|db1>" } }',
      label: '<$.DBInstanceIdentifier|db1>',
      example: {
        DBInstanceIdentifier: 'db1',
        DBInstanceClass: 'db.t3.micro',
        Engine: 'postgres',
        AllocatedStorage: 20,
        MasterUsername: 'dbadmin',
        ManageMasterUserPassword: true,
        MonitoringInterval: 60,
        MonitoringRoleArn: exampleRole('rds-monitoring-role'),
      },
      typicalAction: 'logs:CreateLogStream',
      sites: createDbinstanceSites,
    },
    {
      name: 'ModifyDBInstance',
      resource: 'db:<$.DBInstanceIdentifier|db1>',
      returns: '{ "DBInstance": { "DBInstanceIdentifier": "<$.DBInstanceIdentifier|db1>" } }',
      label: '<$.DBInstanceIdentifier|db1>',
      example: { DBInstanceIdentifier: 'db1', MonitoringInterval: 60, MonitoringRoleArn: exampleRole('rds-monitoring') },
      typicalAction: 'logs:CreateLogStream',
      sites: createDbinstanceSites,
    },
    {
      name: 'AddRoleToDBCluster',
      resource: 'cluster:<$.DBClusterIdentifier|aurora1>',
      label: '<$.DBClusterIdentifier|aurora1>',
      example: { DBClusterIdentifier: 'aurora1', RoleArn: exampleRole('aurora-s3'), FeatureName: 's3Import' },
      typicalAction: 's3:GetObject',
      speaksAs: { workload: 'query' },
      sites: [
        {
          id: 'rds-add-role-to-db-cluster',
          at: '$.RoleArn',
          timing: 'run',
          sends: sourceKeys('arn:<partition>:rds:<region>:<account>:cluster:<$.DBClusterIdentifier|aurora1>'),
          fails: { place: 'query-error' },
        },
      ],
    },
    {
      name: 'AddRoleToDBInstance',
      resource: 'db:<$.DBInstanceIdentifier|db1>',
      label: '<$.DBInstanceIdentifier|db1>',
      example: { DBInstanceIdentifier: 'db1', RoleArn: exampleRole('postgres-s3'), FeatureName: 's3Import' },
      typicalAction: 's3:GetObject',
      speaksAs: { workload: 'query' },
      sites: [
        {
          id: 'rds-add-role-to-db-instance',
          at: '$.RoleArn',
          timing: 'run',
          sends: sourceKeys('arn:<partition>:rds:<region>:<account>:db:<$.DBInstanceIdentifier|db1>'),
          fails: { place: 'query-error' },
        },
      ],
    },
    {
      name: 'StartExportTask',
      resource: '<$.SourceArn|*>',
      returns: '{ "ExportTaskIdentifier": "<$.ExportTaskIdentifier|x1>", "Status": "STARTING" }',
      label: '<$.ExportTaskIdentifier|x1>',
      example: {
        ExportTaskIdentifier: 'x1',
        SourceArn: 'arn:aws:rds:us-east-1:111122223333:snapshot:s1',
        S3BucketName: 'my-export',
        IamRoleArn: exampleRole('rds-export'),
        KmsKeyId: 'alias/export',
      },
      typicalAction: 's3:PutObject',
      speaksAs: { workload: 'job' },
      sites: [
        {
          id: 'rds-start-export-task',
          at: '$.IamRoleArn',
          principal: 'export.rds.amazonaws.com',
          passedTo: ['rds.amazonaws.com'],
          timing: 'both',
          confidence: { passedToService: 'unsure' },
          docs: { trust: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.html' },
        },
      ],
    },
  ],
})
