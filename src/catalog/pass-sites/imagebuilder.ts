import { defineService, exampleRole, inProfile } from '../define-service'

export const imagebuilder = defineService({
  id: 'imagebuilder',
  name: 'EC2 Image Builder',
  shortName: 'Image Builder',
  workload: 'build',
  principal: 'imagebuilder.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-builder-setting-up.html' },
  calls: [
    {
      name: 'CreateInfrastructureConfiguration',
      resource: 'infrastructure-configuration/<$.name|build-infra>',
      returns:
        '{ "infrastructureConfigurationArn": "arn:<partition>:imagebuilder:<region>:<account>:infrastructure-configuration/<$.name|build-infra>" }',
      label: '<$.name|build-infra>',
      example: { name: 'build-infra', instanceProfileName: 'EC2InstanceProfileForImageBuilder', clientToken: 't1' },
      exampleResolved: { instanceProfiles: { EC2InstanceProfileForImageBuilder: exampleRole('EC2InstanceProfileForImageBuilder') } },
      typicalAction: 'ssm:UpdateInstanceInformation',
      speaksAs: { workload: 'instance' },
      sites: [inProfile({ id: 'imagebuilder-create-infrastructure-configuration', at: '$.instanceProfileName' })],
    },
    {
      name: 'CreateImagePipeline',
      resource: 'image-pipeline/<$.name|golden-ami>',
      returns: '{ "imagePipelineArn": "arn:<partition>:imagebuilder:<region>:<account>:image-pipeline/<$.name|golden-ami>" }',
      label: '<$.name|golden-ami>',
      example: {
        name: 'golden-ami',
        infrastructureConfigurationArn: 'arn:aws:imagebuilder:us-east-1:111122223333:infrastructure-configuration/build-infra',
        imageRecipeArn: 'arn:aws:imagebuilder:us-east-1:111122223333:image-recipe/r/1.0.0',
        clientToken: 't1',
        executionRole: exampleRole('ib-exec'),
      },
      typicalAction: 'ec2:RunInstances',
      sites: [
        {
          id: 'imagebuilder-create-image-pipeline',
          at: '$.executionRole',
          kind: 'role-name-or-arn',
          timing: 'run',
          fails: { place: 'build-log' },
          docs: { trust: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/security-iam.html' },
        },
      ],
    },
  ],
})
