import type { CatalogService, PassSite, ServiceCall } from '../pass-site'

const principal = 'ec2.amazonaws.com'

/** IAM checks PassRole on the role inside the profile, never on the profile's ARN. */
function site(id: string, instance: string): PassSite {
  return {
    id,
    paths: ['$.IamInstanceProfile.Arn', '$.IamInstanceProfile.Name'],
    resolvedPaths: [],
    kind: 'instance-profile',
    use: 'workload',
    servicePrincipal: principal,
    passedToService: principal,
    associatedResourceArn: { value: `arn:<partition>:ec2:<region>:<account>:instance/${instance}`, confidence: 'documented' },
    assumed: 'later',
    // AWS shows no confused-deputy condition for instance roles: nothing is known to be sent.
    sentKeys: [],
    sessionName: 'i-0abc1234def567890',
    trustFailure: {
      code: 'AssumeRoleUnauthorizedAccess',
      message: '{\n  "Code" : "AssumeRoleUnauthorizedAccess",\n  "Message" : "EC2 cannot assume the role <role-name>. …"\n}',
      confidence: 'documented',
      place: 'instance-metadata',
    },
    confidence: {
      roleParameter: 'documented',
      trustPrincipal: 'documented',
      passedToService: 'documented',
      associatedResourceArn: 'documented',
      sessionName: 'documented',
      assumed: 'documented',
    },
    docs: {
      passRole: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
      trust: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html',
      errors: 'https://repost.aws/knowledge-center/ec2-not-auth-launch',
    },
  }
}

const accessDenied = { code: 'UnauthorizedOperation', wrap: 'ec2', confidence: 'widely-reported' } as const

const attach = (
  operation: string,
  cliCommand: string,
  id: string,
  instance: string,
  exampleParameters: ServiceCall['exampleParameters'],
): ServiceCall => ({
  action: `ec2:${operation}`,
  operation,
  cliCommand,
  serviceId: 'ec2',
  passSites: [site(id, instance)],
  resource: `arn:<partition>:ec2:<region>:<account>:instance/${instance}`,
  accessDenied,
  returns: '{ "IamInstanceProfileAssociation": {\n  "State": "associating"\n} }',
  returnsLabel: 'associating',
  exampleParameters,
})

export const ec2: CatalogService = {
  id: 'ec2',
  name: 'Amazon EC2',
  shortName: 'EC2',
  workload: 'instance',
  calls: [
    {
      action: 'ec2:RunInstances',
      operation: 'RunInstances',
      cliCommand: 'ec2 run-instances',
      serviceId: 'ec2',
      passSites: [site('ec2-run-instances', '*')],
      resource: 'arn:<partition>:ec2:<region>:<account>:instance/*',
      accessDenied,
      returns: '{ "Instances": [{\n  "InstanceId": "i-0abc1234def567890",\n  "State": { "Name": "pending" }\n}] }',
      returnsLabel: 'i-0abc…',
      exampleParameters: {
        ImageId: 'ami-0123456789abcdef0',
        InstanceType: 't3.micro',
        MinCount: 1,
        MaxCount: 1,
        IamInstanceProfile: { Name: 'web-profile' },
      },
    },
    attach(
      'AssociateIamInstanceProfile',
      'ec2 associate-iam-instance-profile',
      'ec2-associate-iam-instance-profile',
      '<$.InstanceId|i-0abc1234def567890>',
      {
        InstanceId: 'i-0abc1234def567890',
        IamInstanceProfile: { Name: 'web-profile' },
      },
    ),
    attach(
      'ReplaceIamInstanceProfileAssociation',
      'ec2 replace-iam-instance-profile-association',
      'ec2-replace-iam-instance-profile',
      '*',
      {
        AssociationId: 'iip-assoc-0abc1234def567890',
        IamInstanceProfile: { Name: 'web-profile' },
      },
    ),
  ],
}
