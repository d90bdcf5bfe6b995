import { defineService, exampleRole, sourceKeys } from '../define-service'

export const backup = defineService({
  id: 'backup',
  name: 'AWS Backup',
  shortName: 'Backup',
  workload: 'job',
  principal: 'backup.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html' },
  calls: [
    {
      name: 'CreateBackupSelection',
      resource: 'backup-plan:<$.BackupPlanId|11111111-2222-3333-4444-555555555555>',
      returns:
        '{ "SelectionId": "22222222-3333-4444-5555-666666666666",\n  "BackupPlanId": "<$.BackupPlanId|11111111-2222-3333-4444-555555555555>" }',
      label: '<$.BackupSelection.SelectionName|all>',
      example: {
        BackupPlanId: '11111111-2222-3333-4444-555555555555',
        BackupSelection: { SelectionName: 'all', IamRoleArn: exampleRole('service-role/AWSBackupDefaultServiceRole'), Resources: ['*'] },
      },
      typicalAction: 'ec2:CreateSnapshot',
      sites: [
        {
          id: 'backup-create-backup-selection',
          at: '$.BackupSelection.IamRoleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys(
            'arn:<partition>:backup:<region>:<account>:backup-plan:<$.BackupPlanId|11111111-2222-3333-4444-555555555555>',
            'unsure',
          ),
          session: 'AWSBackup-<role-name>',
          fails: { code: 'InvalidParameterValueException', message: 'IAM Role <role-arn> cannot be assumed by AWS Backup' },
          confidence: { sessionName: 'widely-reported', assumed: 'widely-reported' },
        },
      ],
    },
    {
      name: 'StartBackupJob',
      resource: 'backup-vault:<$.BackupVaultName|Default>',
      returns: '{ "BackupJobId": "33333333-4444-5555-6666-777777777777" }',
      label: 'backup job',
      example: {
        BackupVaultName: 'Default',
        ResourceArn: 'arn:aws:ec2:us-east-1:111122223333:volume/vol-0a1b2c3d',
        IamRoleArn: exampleRole('service-role/AWSBackupDefaultServiceRole'),
      },
      typicalAction: 'ec2:CreateSnapshot',
      sites: [
        {
          id: 'backup-start-backup-job',
          at: '$.IamRoleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:backup:<region>:<account>:backup-vault:<$.BackupVaultName|Default>', 'unsure'),
          session: 'AWSBackup-<role-name>',
          fails: {
            code: 'InvalidParameterValueException',
            message: 'IAM Role <role-arn> cannot be assumed by AWS Backup',
            confidence: 'unsure',
          },
          confidence: { sessionName: 'widely-reported', assumed: 'unsure' },
        },
      ],
    },
  ],
})
