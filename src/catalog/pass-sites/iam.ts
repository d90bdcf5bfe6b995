import { defineService, metadataFailure } from '../define-service'

export const iam = defineService({
  id: 'iam',
  name: 'AWS IAM',
  shortName: 'IAM',
  workload: 'instance',
  principal: 'ec2.amazonaws.com',
  denied: { code: 'AccessDenied' },
  docs: { passRole: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html' },
  calls: [
    {
      name: 'AddRoleToInstanceProfile',
      resource: 'arn:<partition>:iam::<account>:instance-profile/<$.InstanceProfileName|web-server-profile>',
      label: '<$.InstanceProfileName|web-server-profile>',
      example: { InstanceProfileName: 'web-server-profile', RoleName: 'web-server-role' },
      typicalAction: 's3:GetObject',
      sites: [
        {
          id: 'iam-add-role-to-instance-profile',
          at: '$.RoleName',
          kind: 'role-name-or-arn',
          associatedResourceArn: { value: 'arn:<partition>:ec2:*:<account>:instance/*', confidence: 'documented' },
          timing: 'elsewhere',
          tried: false,
          fails: metadataFailure,
          confidence: { assumed: 'unsure' },
        },
      ],
    },
    {
      name: 'CreateServiceLinkedRole',
      resource: 'arn:<partition>:iam::<account>:role/aws-service-role/<$.AWSServiceName|autoscaling.amazonaws.com>/*',
      returns: '{ "Role": { "Path": "/aws-service-role/<$.AWSServiceName|autoscaling.amazonaws.com>/" } }',
      label: 'service-linked role',
      example: { AWSServiceName: 'autoscaling.amazonaws.com' },
      contrast: 'service-linked-role',
      sites: [],
    },
  ],
})
