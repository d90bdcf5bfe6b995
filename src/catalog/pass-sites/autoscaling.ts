import { defineService, exampleRole, inProfile, type SiteSpec, sourceKeys } from '../define-service'

const createAutoScalingGroupSites: readonly SiteSpec[] = [
  {
    id: 'autoscaling-create-asg-slr',
    at: '$.ServiceLinkedRoleARN',
    associatedResourceArn: {
      value: 'arn:<partition>:autoscaling:<region>:<account>:autoScalingGroup:*:autoScalingGroupName/<$.AutoScalingGroupName|web>',
      confidence: 'unsure',
    },
    timing: 'run',
    session: 'AutoScaling',
    fails: { place: 'status-reason' },
  },
]

export const autoscaling = defineService({
  id: 'autoscaling',
  name: 'Amazon EC2 Auto Scaling',
  shortName: 'Auto Scaling',
  workload: 'group',
  principal: 'autoscaling.amazonaws.com',
  denied: { code: 'AccessDenied' },
  docs: {
    trust: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html',
    passRole: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    errors: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
  },
  calls: [
    {
      name: 'CreateAutoScalingGroup',
      resource: 'autoScalingGroup:*:autoScalingGroupName/<$.AutoScalingGroupName|web>',
      label: '<$.AutoScalingGroupName|web>',
      example: {
        AutoScalingGroupName: 'web',
        MinSize: 1,
        MaxSize: 3,
        VPCZoneIdentifier: 'subnet-0a1b2c3d',
        LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Latest' },
        ServiceLinkedRoleARN: exampleRole('aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_cmk'),
      },
      typicalAction: 'ec2:RunInstances',
      sites: createAutoScalingGroupSites,
    },
    {
      name: 'UpdateAutoScalingGroup',
      resource: 'autoScalingGroup:*:autoScalingGroupName/<$.AutoScalingGroupName|web>',
      label: '<$.AutoScalingGroupName|web>',
      example: {
        AutoScalingGroupName: 'web',
        ServiceLinkedRoleARN: exampleRole('aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_web'),
      },
      typicalAction: 'ec2:RunInstances',
      sites: createAutoScalingGroupSites,
    },
    {
      name: 'CreateLaunchConfiguration',
      resource: 'launchConfiguration:*:launchConfigurationName/<$.LaunchConfigurationName|lc>',
      label: '<$.LaunchConfigurationName|lc>',
      example: {
        LaunchConfigurationName: 'lc',
        ImageId: 'ami-0123456789abcdef0',
        InstanceType: 't3.micro',
        IamInstanceProfile: 'web-server-profile',
      },
      exampleResolved: { instanceProfiles: { 'web-server-profile': exampleRole('web-server-role') } },
      typicalAction: 's3:GetObject',
      speaksAs: { workload: 'instance' },
      sites: [
        inProfile({
          id: 'autoscaling-create-launch-configuration',
          at: '$.IamInstanceProfile',
          docs: {
            passRole: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/us-iam-role.html',
            api: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-api-permissions.html',
          },
        }),
      ],
    },
    {
      name: 'PutLifecycleHook',
      resource: 'autoScalingGroup:*:autoScalingGroupName/<$.AutoScalingGroupName|web>',
      label: '<$.LifecycleHookName|h>',
      example: {
        LifecycleHookName: 'h',
        AutoScalingGroupName: 'web',
        LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
        NotificationTargetARN: 'arn:aws:sns:us-east-1:111122223333:asg',
        RoleARN: exampleRole('asg-hook'),
      },
      typicalAction: 'sns:Publish',
      sites: [
        {
          id: 'autoscaling-put-lifecycle-hook',
          at: '$.RoleARN',
          associatedResourceArn: {
            value: 'arn:<partition>:autoscaling:<region>:<account>:autoScalingGroup:*:autoScalingGroupName/<$.AutoScalingGroupName|web>',
            confidence: 'widely-reported',
          },
          timing: 'both',
          tried: true,
          sends: sourceKeys(
            'arn:<partition>:autoscaling:<region>:<account>:autoScalingGroup:0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d:autoScalingGroupName/<$.AutoScalingGroupName|web>',
          ),
          session: 'AutoScaling',
          confidence: { sessionName: 'unsure', assumed: 'unsure' },
          docs: { confusedDeputy: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/cross-service-confused-deputy-prevention.html' },
        },
      ],
    },
  ],
})
