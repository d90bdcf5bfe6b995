import { defineService, exampleRole, sourceArn, sourceKeys } from '../define-service'

export const eks = defineService({
  id: 'eks',
  name: 'Amazon EKS',
  shortName: 'EKS',
  workload: 'cluster',
  principal: 'eks.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html' },
  calls: [
    {
      name: 'CreateCluster',
      returns: '{ "cluster": { "name": "<$.name|prod>", "status": "CREATING" } }',
      label: '<$.name|prod>',
      example: {
        name: 'prod',
        roleArn: exampleRole('eks-cluster'),
        resourcesVpcConfig: { subnetIds: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'] },
      },
      typicalAction: 'ec2:DescribeInstances',
      sites: [
        {
          id: 'eks-create-cluster',
          at: '$.roleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:eks:<region>:<account>:cluster/<$.name|prod>', 'unsure'),
          fails: {
            code: 'InvalidParameterException',
            message: 'Role with arn: <role-arn>, could not be assumed because it does not exist or the trusted entity is not correct',
          },
          confidence: { assumed: 'widely-reported' },
        },
      ],
    },
    {
      name: 'CreateNodegroup',
      resource: 'cluster/<$.clusterName|prod>',
      returns: '{ "nodegroup": { "nodegroupName": "<$.nodegroupName|ng1>", "status": "CREATING" } }',
      label: '<$.nodegroupName|ng1>',
      example: { clusterName: 'prod', nodegroupName: 'ng1', subnets: ['subnet-0a1b2c3d'], nodeRole: exampleRole('eks-node') },
      typicalAction: 'ecr:BatchGetImage',
      speaksAs: { workload: 'node' },
      sites: [
        {
          id: 'eks-create-nodegroup',
          at: '$.nodeRole',
          principal: 'ec2.amazonaws.com',
          passedTo: ['eks.amazonaws.com'],
          timing: 'launch',
          tried: true,
          session: 'i-0abc1234def567890',
          fails: {
            code: 'InvalidParameterException',
            message:
              'Following required service principals [ec2.amazonaws.com] were not found in the trust relationships of nodeRole <role-arn>',
          },
          confidence: { assumed: 'widely-reported' },
          docs: { trust: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html' },
        },
      ],
    },
    {
      name: 'CreateFargateProfile',
      resource: 'cluster/<$.clusterName|prod>',
      returns: '{ "fargateProfile": { "fargateProfileName": "<$.fargateProfileName|fp>", "status": "CREATING" } }',
      label: '<$.fargateProfileName|fp>',
      example: {
        fargateProfileName: 'fp',
        clusterName: 'prod',
        podExecutionRoleArn: exampleRole('eks-fargate-pod'),
        selectors: [{ namespace: 'default' }],
      },
      typicalAction: 'ecr:BatchGetImage',
      speaksAs: { name: 'Amazon EKS on Fargate', shortName: 'EKS on Fargate', workload: 'pod' },
      sites: [
        {
          id: 'eks-create-fargate-profile',
          at: '$.podExecutionRoleArn',
          principal: 'eks-fargate-pods.amazonaws.com',
          passedTo: ['eks.amazonaws.com'],
          timing: 'run',
          tried: true,
          sends: [
            sourceArn(
              'arn:<partition>:eks:<region>:<account>:fargateprofile/<$.clusterName|prod>/<$.fargateProfileName|fp>/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d',
              'widely-reported',
            ),
          ],
          fails: {
            code: 'InvalidParameterException',
            message: 'Misconfigured PodExecutionRole Trust Policy; Please add the eks-fargate-pods.amazonaws.com Service Principal',
          },
          confidence: { assumed: 'widely-reported' },
          docs: { trust: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html' },
        },
      ],
    },
    {
      name: 'CreatePodIdentityAssociation',
      resource: 'cluster/<$.clusterName|prod>',
      returns: '{ "association": { "namespace": "<$.namespace|default>", "serviceAccount": "<$.serviceAccount|app>" } }',
      label: '<$.serviceAccount|app>',
      example: { clusterName: 'prod', namespace: 'default', serviceAccount: 'app', roleArn: exampleRole('app-pod') },
      typicalAction: 's3:GetObject',
      speaksAs: { name: 'Amazon EKS Pod Identity', shortName: 'EKS Pod Identity', workload: 'pod' },
      sites: [
        {
          id: 'eks-create-pod-identity-association',
          at: '$.roleArn',
          principal: 'pods.eks.amazonaws.com',
          assumer: { kind: 'service', actions: ['sts:AssumeRole', 'sts:TagSession'] },
          timing: 'run',
          tried: true,
          sends: [
            { key: 'aws:RequestTag/kubernetes-namespace', value: '<$.namespace|default>', confidence: 'documented' },
            { key: 'aws:RequestTag/kubernetes-service-account', value: '<$.serviceAccount|app>', confidence: 'documented' },
            {
              key: 'aws:RequestTag/eks-cluster-arn',
              value: 'arn:<partition>:eks:<region>:<account>:cluster/<$.clusterName|prod>',
              confidence: 'documented',
            },
          ],
          session: 'eks-<$.clusterName|prod>-app-0a1b2c3d',
          fails: { code: 'InvalidParameterException', message: 'Trust policy of the role provided is invalid.' },
          confidence: { sessionName: 'unsure', assumed: 'widely-reported' },
          docs: { trust: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html' },
        },
      ],
    },
  ],
})
