import { defineService, exampleRole, externalId } from '../define-service'

export const firehose = defineService({
  id: 'firehose',
  name: 'Amazon Data Firehose',
  shortName: 'Firehose',
  workload: 'delivery',
  principal: 'firehose.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html' },
  calls: [
    {
      name: 'CreateDeliveryStream',
      resource: 'deliverystream/<$.DeliveryStreamName|logs>',
      returns: '{ "DeliveryStreamARN": "arn:<partition>:firehose:<region>:<account>:deliverystream/<$.DeliveryStreamName|logs>" }',
      label: '<$.DeliveryStreamName|logs>',
      example: {
        DeliveryStreamName: 'logs',
        DeliveryStreamType: 'DirectPut',
        ExtendedS3DestinationConfiguration: {
          RoleARN: exampleRole('firehose-s3'),
          BucketARN: 'arn:aws:s3:::my-logs',
          S3BackupMode: 'Enabled',
          S3BackupConfiguration: { RoleARN: exampleRole('firehose-backup'), BucketARN: 'arn:aws:s3:::my-backup' },
          DataFormatConversionConfiguration: {
            SchemaConfiguration: { RoleARN: exampleRole('firehose-schema'), DatabaseName: 'raw', TableName: 'logs' },
          },
        },
      },
      typicalAction: 's3:PutObject',
      sites: [
        {
          id: 'firehose-destination-role',
          at: '$.*.RoleARN',
          timing: 'both',
          tried: true,
          sends: [externalId('<account>')],
          fails: {
            code: 'InvalidArgumentException',
            message: 'Firehose is unable to assume role <role-arn>. Please check the role provided.',
          },
          confidence: { assumed: 'widely-reported' },
        },
        {
          id: 'firehose-nested-role',
          at: ['$.*.*.RoleARN'],
          timing: 'both',
          tried: true,
          sends: [externalId('<account>')],
          fails: {
            code: 'InvalidArgumentException',
            message: 'Firehose is unable to assume role <role-arn>. Please check the role provided.',
          },
          confidence: { assumed: 'widely-reported' },
        },
        {
          id: 'firehose-schema-role',
          at: ['$.*.DataFormatConversionConfiguration.SchemaConfiguration.RoleARN'],
          timing: 'both',
          tried: true,
          sends: [externalId('<account>')],
          fails: {
            code: 'InvalidArgumentException',
            message: 'Firehose is unable to assume role <role-arn>. Please check the role provided.',
          },
          confidence: { assumed: 'widely-reported' },
        },
      ],
    },
  ],
})
