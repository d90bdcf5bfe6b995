import { defineService, exampleRole, inProfile, sourceKeys } from '../define-service'

export const emr = defineService({
  id: 'elasticmapreduce',
  name: 'Amazon EMR',
  shortName: 'EMR',
  workload: 'cluster',
  cli: 'emr',
  principal: 'elasticmapreduce.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role.html' },
  calls: [
    {
      name: 'RunJobFlow',
      returns: '{ "JobFlowId": "j-0ABCDEFGHIJKL" }',
      label: 'j-0ABC…',
      example: {
        Name: 'etl',
        ReleaseLabel: 'emr-7.1.0',
        ServiceRole: 'EMR_DefaultRole',
        JobFlowRole: 'EMR_EC2_DefaultRole',
        Instances: { InstanceGroups: [{ InstanceRole: 'MASTER', InstanceType: 'm5.xlarge', InstanceCount: 1 }] },
      },
      exampleResolved: { instanceProfiles: { EMR_EC2_DefaultRole: exampleRole('EMR_EC2_DefaultRole') } },
      typicalAction: 's3:GetObject',
      sites: [
        {
          id: 'emr-run-job-flow-service-role',
          at: '$.ServiceRole',
          kind: 'role-name-or-arn',
          use: 'execution',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:elasticmapreduce:<region>:<account>:cluster/j-0ABCDEFGHIJKL', 'unsure'),
          confidence: { assumed: 'unsure' },
        },
        inProfile({
          id: 'emr-run-job-flow-instance-profile',
          at: '$.JobFlowRole',
          tried: true,
          fails: { code: 'ValidationException', message: 'Invalid InstanceProfile: <profile>.' },
          confidence: { assumed: 'widely-reported' },
          docs: { trust: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-for-ec2.html' },
        }),
      ],
    },
  ],
})
