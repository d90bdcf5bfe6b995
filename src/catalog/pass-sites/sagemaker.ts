import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createNotebookInstanceSites: readonly SiteSpec[] = [
  {
    id: 'sagemaker-create-notebook-instance',
    at: '$.RoleArn',
    timing: 'both',
    tried: true,
    sends: sourceKeys('arn:<partition>:sagemaker:<region>:<account>:notebook-instance/<$.NotebookInstanceName|lab>'),
    session: 'SageMaker',
    fails: {
      code: 'ValidationException',
      message:
        "Could not assume role <role-arn>. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
      confidence: 'unsure',
    },
    confidence: { sessionName: 'widely-reported', assumed: 'unsure' },
    docs: {
      trust: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      confusedDeputy: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
    },
  },
]

/** The role of a Studio user, or of all of a domain. */
const studioRole = (id: string, at: string): SiteSpec => ({
  id,
  at,
  timing: 'run',
  tried: true,
  sends: sourceKeys('arn:<partition>:sagemaker:<region>:<account>:domain/d-0123456789ab'),
  session: 'SageMaker',
  fails: {
    code: 'ValidationException',
    message:
      "Could not assume role <role-arn>. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
    confidence: 'unsure',
  },
  confidence: { sessionName: 'unsure', assumed: 'unsure' },
})

export const sagemaker = defineService({
  id: 'sagemaker',
  name: 'Amazon SageMaker AI',
  shortName: 'SageMaker',
  workload: 'job',
  principal: 'sagemaker.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html' },
  calls: [
    {
      name: 'CreateNotebookInstance',
      resource: 'notebook-instance/<$.NotebookInstanceName|lab>',
      returns: '{ "NotebookInstanceArn": "arn:<partition>:sagemaker:<region>:<account>:notebook-instance/<$.NotebookInstanceName|lab>" }',
      label: '<$.NotebookInstanceName|lab>',
      example: { NotebookInstanceName: 'lab', InstanceType: 'ml.t3.medium', RoleArn: exampleRole('sagemaker-lab') },
      typicalAction: 's3:GetObject',
      speaksAs: { workload: 'notebook' },
      sites: createNotebookInstanceSites,
    },
    {
      name: 'UpdateNotebookInstance',
      resource: 'notebook-instance/<$.NotebookInstanceName|lab>',
      label: '<$.NotebookInstanceName|lab>',
      example: { NotebookInstanceName: 'lab', RoleArn: exampleRole('sagemaker-lab') },
      typicalAction: 's3:GetObject',
      speaksAs: { workload: 'notebook' },
      sites: createNotebookInstanceSites,
    },
    {
      name: 'CreateTrainingJob',
      resource: 'training-job/<$.TrainingJobName|t1>',
      returns: '{ "TrainingJobArn": "arn:<partition>:sagemaker:<region>:<account>:training-job/<$.TrainingJobName|t1>" }',
      label: '<$.TrainingJobName|t1>',
      example: {
        TrainingJobName: 't1',
        RoleArn: exampleRole('sagemaker-train'),
        AlgorithmSpecification: { TrainingInputMode: 'File', TrainingImage: '111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1' },
        OutputDataConfig: { S3OutputPath: 's3://my-ml/out' },
        ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 10 },
        StoppingCondition: { MaxRuntimeInSeconds: 3600 },
      },
      typicalAction: 's3:GetObject',
      sites: [
        {
          id: 'sagemaker-create-training-job',
          at: '$.RoleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:sagemaker:<region>:<account>:training-job/<$.TrainingJobName|t1>'),
          session: 'SageMaker',
          fails: {
            code: 'ValidationException',
            message:
              "Could not assume role <role-arn>. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
          },
          confidence: { sessionName: 'widely-reported', assumed: 'widely-reported' },
          docs: {
            trust: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
            confusedDeputy: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
          },
        },
      ],
    },
    {
      name: 'CreateProcessingJob',
      resource: 'processing-job/<$.ProcessingJobName|p1>',
      returns: '{ "ProcessingJobArn": "arn:<partition>:sagemaker:<region>:<account>:processing-job/<$.ProcessingJobName|p1>" }',
      label: '<$.ProcessingJobName|p1>',
      example: {
        ProcessingJobName: 'p1',
        RoleArn: exampleRole('sagemaker-proc'),
        ProcessingResources: { ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large', VolumeSizeInGB: 10 } },
        AppSpecification: { ImageUri: '111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1' },
      },
      typicalAction: 's3:GetObject',
      sites: [
        {
          id: 'sagemaker-create-processing-job',
          at: '$.RoleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:sagemaker:<region>:<account>:processing-job/<$.ProcessingJobName|p1>'),
          session: 'SageMaker',
          fails: {
            code: 'ValidationException',
            message:
              "Could not assume role <role-arn>. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
            confidence: 'unsure',
          },
          confidence: { sessionName: 'widely-reported', assumed: 'unsure' },
        },
      ],
    },
    {
      name: 'CreateModel',
      resource: 'model/<$.ModelName|m1>',
      returns: '{ "ModelArn": "arn:<partition>:sagemaker:<region>:<account>:model/<$.ModelName|m1>" }',
      label: '<$.ModelName|m1>',
      example: {
        ModelName: 'm1',
        ExecutionRoleArn: exampleRole('sagemaker-model'),
        PrimaryContainer: { Image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1', ModelDataUrl: 's3://my-ml/m.tar.gz' },
      },
      typicalAction: 's3:GetObject',
      sites: [
        {
          id: 'sagemaker-create-model',
          at: '$.ExecutionRoleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:sagemaker:<region>:<account>:model/<$.ModelName|m1>'),
          session: 'SageMaker',
          fails: {
            code: 'ValidationException',
            message:
              "Could not assume role <role-arn>. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
            confidence: 'unsure',
          },
          confidence: { sessionName: 'widely-reported', assumed: 'unsure' },
        },
      ],
    },
    {
      name: 'CreateDomain',
      resource: 'domain/*',
      returns: '{ "DomainId": "d-0123456789ab" }',
      label: '<$.DomainName|studio>',
      example: {
        DomainName: 'studio',
        AuthMode: 'IAM',
        VpcId: 'vpc-0a1b2c3d',
        SubnetIds: ['subnet-0a1b2c3d'],
        DefaultUserSettings: { ExecutionRole: exampleRole('sagemaker-studio') },
      },
      typicalAction: 's3:GetObject',
      speaksAs: { name: 'Amazon SageMaker Studio', shortName: 'SageMaker Studio', workload: 'studio' },
      sites: [studioRole('sagemaker-create-domain', '$.DefaultUserSettings.ExecutionRole')],
    },
    {
      name: 'CreateUserProfile',
      resource: 'user-profile/<$.DomainId|d-0123456789ab>/<$.UserProfileName|aya>',
      returns:
        '{ "UserProfileArn": "arn:<partition>:sagemaker:<region>:<account>:user-profile/<$.DomainId|d-0123456789ab>/<$.UserProfileName|aya>" }',
      label: '<$.UserProfileName|aya>',
      example: { DomainId: 'd-0123456789ab', UserProfileName: 'aya', UserSettings: { ExecutionRole: exampleRole('sagemaker-studio') } },
      typicalAction: 's3:GetObject',
      speaksAs: { name: 'Amazon SageMaker Studio', shortName: 'SageMaker Studio', workload: 'studio' },
      sites: [studioRole('sagemaker-create-user-profile', '$.UserSettings.ExecutionRole')],
    },
  ],
})
