import { type CallSpec, defineService, exampleRole, inProfile, type SiteSpec, sourceKeys } from '../define-service'

const createLaunchTemplateSites: readonly SiteSpec[] = [
  inProfile({
    id: 'ec2-create-launch-template',
    at: ['$.LaunchTemplateData.IamInstanceProfile.Arn', '$.LaunchTemplateData.IamInstanceProfile.Name'],
    timing: 'elsewhere',
    docs: { passRole: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html' },
  }),
]

const webTemplate: CallSpec['example'] = {
  LaunchTemplateName: 'web',
  LaunchTemplateData: {
    InstanceType: 't3.micro',
    ImageId: 'ami-0123456789abcdef0',
    IamInstanceProfile: { Name: 'web-server-profile' },
  },
}

export const ec2 = defineService({
  id: 'ec2',
  name: 'Amazon EC2',
  shortName: 'EC2',
  workload: 'instance',
  principal: 'ec2.amazonaws.com',
  denied: { code: 'UnauthorizedOperation', wrap: 'ec2' },
  docs: { passRole: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html' },
  calls: [
    {
      name: 'RunInstances',
      resource: 'instance/*',
      returns: '{ "Instances": [{\n  "InstanceId": "i-0abc1234def567890",\n  "State": { "Name": "pending" }\n}] }',
      label: 'i-0abc…',
      example: {
        ImageId: 'ami-0123456789abcdef0',
        InstanceType: 't3.micro',
        MinCount: 1,
        MaxCount: 1,
        IamInstanceProfile: { Name: 'web-server-profile' },
      },
      exampleResolved: { instanceProfiles: { 'web-server-profile': exampleRole('web-server-role') } },
      typicalAction: 's3:GetObject',
      sites: [
        inProfile({
          id: 'ec2-run-instances',
          at: ['$.IamInstanceProfile.Arn', '$.IamInstanceProfile.Name'],
          associatedResourceArn: { value: 'arn:<partition>:ec2:<region>:<account>:instance/*', confidence: 'documented' },
          docs: {
            passRole: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
            trust: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html',
            errors: 'https://repost.aws/knowledge-center/ec2-not-auth-launch',
          },
        }),
      ],
    },
    {
      name: 'AssociateIamInstanceProfile',
      resource: 'instance/<$.InstanceId|i-0abc1234def567890>',
      returns: '{ "IamInstanceProfileAssociation": {\n  "State": "associating"\n} }',
      label: 'associating',
      example: { InstanceId: 'i-0abc1234def567890', IamInstanceProfile: { Name: 'web-server-profile' } },
      exampleResolved: { instanceProfiles: { 'web-server-profile': exampleRole('web-server-role') } },
      typicalAction: 's3:GetObject',
      sites: [
        inProfile({
          id: 'ec2-associate-iam-instance-profile',
          at: ['$.IamInstanceProfile.Arn', '$.IamInstanceProfile.Name'],
          associatedResourceArn: {
            value: 'arn:<partition>:ec2:<region>:<account>:instance/<$.InstanceId|i-0abc1234def567890>',
            confidence: 'documented',
          },
        }),
      ],
    },
    {
      name: 'ReplaceIamInstanceProfileAssociation',
      resource: 'instance/*',
      returns: '{ "IamInstanceProfileAssociation": {\n  "State": "associating"\n} }',
      label: 'associating',
      example: { AssociationId: 'iip-assoc-0abc1234def567890', IamInstanceProfile: { Name: 'web-server-profile' } },
      exampleResolved: { instanceProfiles: { 'web-server-profile': exampleRole('web-server-role') } },
      typicalAction: 's3:GetObject',
      sites: [
        inProfile({
          id: 'ec2-replace-iam-instance-profile',
          at: ['$.IamInstanceProfile.Arn', '$.IamInstanceProfile.Name'],
          associatedResourceArn: { value: 'arn:<partition>:ec2:<region>:<account>:instance/*', confidence: 'documented' },
        }),
      ],
    },
    {
      name: 'CreateLaunchTemplate',
      resource: 'launch-template/*',
      returns: '{ "LaunchTemplate": { "LaunchTemplateId": "lt-0123456789abcdef0" } }',
      label: 'lt-0123…',
      example: webTemplate,
      exampleResolved: { instanceProfiles: { 'web-server-profile': exampleRole('web-server-role') } },
      typicalAction: 's3:GetObject',
      sites: createLaunchTemplateSites,
    },
    {
      name: 'CreateLaunchTemplateVersion',
      resource: 'launch-template/<$.LaunchTemplateId|*>',
      returns: '{ "LaunchTemplateVersion": { "VersionNumber": 2 } }',
      label: 'version 2',
      example: webTemplate,
      exampleResolved: { instanceProfiles: { 'web-server-profile': exampleRole('web-server-role') } },
      typicalAction: 's3:GetObject',
      sites: createLaunchTemplateSites,
    },
    {
      name: 'RequestSpotFleet',
      resource: 'arn:<partition>:ec2:<region>::image/*',
      returns: '{ "SpotFleetRequestId": "sfr-11111111-2222-3333-4444-555555555555" }',
      label: 'sfr-1111…',
      example: {
        SpotFleetRequestConfig: {
          IamFleetRole: exampleRole('spot-fleet-tagging'),
          TargetCapacity: 2,
          LaunchSpecifications: [{ ImageId: 'ami-0123456789abcdef0', InstanceType: 't3.micro' }],
        },
      },
      typicalAction: 'ec2:CreateTags',
      speaksAs: { name: 'Amazon EC2 Spot Fleet', shortName: 'Spot Fleet', workload: 'fleet' },
      sites: [
        {
          id: 'ec2-request-spot-fleet',
          at: '$.SpotFleetRequestConfig.IamFleetRole',
          principal: 'spotfleet.amazonaws.com',
          passedTo: ['ec2.amazonaws.com'],
          timing: 'run',
          sends: sourceKeys('arn:<partition>:ec2:<region>:<account>:spot-fleet-request/sfr-11111111-2222-3333-4444-555555555555'),
          fails: { place: 'status-reason' },
          confidence: { passedToService: 'unsure' },
          docs: { trust: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-fleet-prerequisites.html' },
        },
      ],
    },
    {
      name: 'CreateFlowLogs',
      resource: 'vpc-flow-log/*',
      returns: '{ "FlowLogIds": ["fl-0123456789abcdef0"] }',
      label: 'fl-0123…',
      example: {
        ResourceIds: ['vpc-0a1b2c3d4e5f67890'],
        ResourceType: 'VPC',
        TrafficType: 'REJECT',
        LogDestinationType: 'cloud-watch-logs',
        LogGroupName: '/vpc/flow',
        DeliverLogsPermissionArn: exampleRole('vpc-flow-logs'),
      },
      typicalAction: 'logs:CreateLogStream',
      speaksAs: { name: 'Amazon VPC Flow Logs', shortName: 'VPC Flow Logs', workload: 'delivery' },
      sites: [
        {
          id: 'ec2-create-flow-logs',
          at: '$.DeliverLogsPermissionArn',
          principal: 'vpc-flow-logs.amazonaws.com',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:ec2:<region>:<account>:vpc-flow-log/fl-0123456789abcdef0'),
          fails: { code: 'InvalidParameter', message: 'Unable to assume given IAM role' },
          confidence: { assumed: 'widely-reported' },
          docs: {
            trust: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html',
            errors: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-troubleshooting.html',
          },
        },
      ],
    },
  ],
})
