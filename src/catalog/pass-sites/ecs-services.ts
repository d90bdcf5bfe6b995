import { defineService, exampleRole, sourceKeys } from '../define-service'

export const ecsServices = defineService({
  id: 'ecs',
  name: 'Amazon ECS',
  shortName: 'ECS',
  workload: 'task',
  principal: 'ecs.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html' },
  calls: [
    {
      name: 'CreateService',
      resource: 'service/<$.cluster|default>/<$.serviceName|web>',
      returns: '{ "service": { "serviceName": "<$.serviceName|web>", "status": "ACTIVE" } }',
      label: '<$.serviceName|web>',
      example: {
        serviceName: 'web',
        cluster: 'default',
        taskDefinition: 'web:3',
        desiredCount: 1,
        role: 'ecsServiceRole',
        loadBalancers: [
          {
            targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef',
            containerName: 'app',
            containerPort: 80,
          },
        ],
        volumeConfigurations: [
          { name: 'data', managedEBSVolume: { roleArn: exampleRole('ecsInfrastructureRole'), sizeInGiB: 5, filesystemType: 'ext4' } },
        ],
      },
      typicalAction: 'ec2:CreateVolume',
      speaksAs: { workload: 'service-instance' },
      sites: [
        {
          id: 'ecs-create-service-lb-role',
          at: '$.role',
          kind: 'role-name-or-arn',
          use: 'execution',
          timing: 'both',
          tried: true,
          fails: {
            code: 'InvalidParameterException',
            message:
              'Unable to assume role and validate the listeners configured on your load balancer. Please verify the role being passed has the proper permissions.',
          },
          confidence: { assumed: 'widely-reported' },
          docs: { trust: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html' },
        },
        {
          id: 'ecs-infrastructure-role-volumes',
          at: '$.volumeConfigurations[].managedEBSVolume.roleArn',
          timing: 'both',
          tried: true,
          fails: {
            code: 'InvalidParameterException',
            message:
              "ECS was unable to assume the configured ECS Infrastructure Role '<role-arn>'. Please verify that the role being passed has the proper trust relationship with Amazon ECS.",
          },
          confidence: { assumed: 'widely-reported' },
          docs: {
            trust: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
            errors: 'https://github.com/hashicorp/terraform-provider-aws/issues/38538',
          },
        },
      ],
    },
    {
      name: 'CreateExpressGatewayService',
      resource: 'service/<$.cluster|default>/<$.serviceName|*>',
      returns: '{ "service": { "status": { "statusCode": "ACTIVE" } } }',
      label: 'service',
      example: {
        infrastructureRoleArn: exampleRole('ecsInfrastructureRoleForExpress'),
        executionRoleArn: exampleRole('ecs-exec'),
        primaryContainer: { image: 'public.ecr.aws/nginx/nginx:latest', containerPort: 80 },
        taskRoleArn: exampleRole('app-task'),
      },
      typicalAction: 'elasticloadbalancing:CreateLoadBalancer',
      speaksAs: { name: 'Amazon ECS Express', shortName: 'ECS Express' },
      sites: [
        { id: 'ecs-express-infrastructure-role', at: '$.infrastructureRoleArn', use: 'execution', timing: 'both' },
        {
          id: 'ecs-express-execution-role',
          at: '$.executionRoleArn',
          use: 'execution',
          principal: 'ecs-tasks.amazonaws.com',
          timing: 'run',
          sends: sourceKeys('arn:<partition>:ecs:<region>:<account>:task/<$.cluster|default>/0123456789abcdef0123456789abcdef', 'unsure'),
          fails: { place: 'service-event' },
        },
        {
          id: 'ecs-express-task-role',
          at: '$.taskRoleArn',
          use: 'task',
          principal: 'ecs-tasks.amazonaws.com',
          timing: 'run',
          sends: sourceKeys('arn:<partition>:ecs:<region>:<account>:task/<$.cluster|default>/0123456789abcdef0123456789abcdef', 'unsure'),
          fails: { place: 'service-event' },
        },
      ],
    },
    {
      name: 'CreateCapacityProvider',
      resource: 'capacity-provider/<$.name|managed>',
      returns: '{ "capacityProvider": { "name": "<$.name|managed>", "status": "PROVISIONING" } }',
      label: '<$.name|managed>',
      example: {
        name: 'managed',
        managedInstancesProvider: {
          infrastructureRoleArn: exampleRole('ecsInfrastructureRole'),
          instanceLaunchTemplate: {
            ec2InstanceProfileArn: 'arn:aws:iam::111122223333:instance-profile/ecsInstanceRole',
            networkConfiguration: { subnets: ['subnet-0a1b2c3d'] },
          },
        },
      },
      typicalAction: 'ec2:CreateFleet',
      speaksAs: { workload: 'instance' },
      sites: [
        {
          id: 'ecs-create-capacity-provider',
          at: '$.managedInstancesProvider.infrastructureRoleArn',
          timing: 'both',
          tried: true,
          session: 'ECSFargateManagedInstances',
          fails: { code: 'ClientException', message: 'Caught ServiceAccessDeniedException for ECSInfrastructureRole[<role-arn>]' },
          confidence: { sessionName: 'widely-reported', assumed: 'widely-reported' },
        },
      ],
    },
  ],
})
