import { defineService, exampleRole, externalId, inProfile, type SiteSpec } from '../define-service'

const createEnvironmentSites: readonly SiteSpec[] = [
  {
    id: 'elasticbeanstalk-service-role',
    at: '$.OptionSettings[Namespace=aws:elasticbeanstalk:environment,OptionName=ServiceRole].Value',
    kind: 'role-name-or-arn',
    use: 'execution',
    timing: 'both',
    sends: [externalId('elasticbeanstalk')],
    fails: {
      message: 'Unable to assume role "<role-arn>". Verify that the role exists and is configured correctly.',
      confidence: 'documented',
    },
  },
  inProfile({
    id: 'elasticbeanstalk-instance-profile',
    at: '$.OptionSettings[Namespace=aws:autoscaling:launchconfiguration,OptionName=IamInstanceProfile].Value',
    confidence: { assumed: 'unsure' },
    docs: { trust: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html' },
  }),
]

export const elasticbeanstalk = defineService({
  id: 'elasticbeanstalk',
  name: 'AWS Elastic Beanstalk',
  shortName: 'Elastic Beanstalk',
  workload: 'environment',
  principal: 'elasticbeanstalk.amazonaws.com',
  denied: { code: 'AccessDenied' },
  docs: {
    trust: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-servicerole.html',
    errors: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced-status.html',
  },
  calls: [
    {
      name: 'CreateEnvironment',
      resource: 'environment/<$.ApplicationName|web>/<$.EnvironmentName|prod>',
      returns: '{ "EnvironmentName": "<$.EnvironmentName|prod>", "Status": "Launching" }',
      label: '<$.EnvironmentName|prod>',
      example: {
        ApplicationName: 'web',
        EnvironmentName: 'prod',
        SolutionStackName: '64bit Amazon Linux 2023 v6.1.0 running Node.js 20',
        OptionSettings: [
          { Namespace: 'aws:elasticbeanstalk:environment', OptionName: 'ServiceRole', Value: 'aws-elasticbeanstalk-service-role' },
          { Namespace: 'aws:autoscaling:launchconfiguration', OptionName: 'IamInstanceProfile', Value: 'aws-elasticbeanstalk-ec2-role' },
        ],
      },
      exampleResolved: { instanceProfiles: { 'aws-elasticbeanstalk-ec2-role': exampleRole('aws-elasticbeanstalk-ec2-role') } },
      typicalAction: 's3:GetObject',
      sites: createEnvironmentSites,
    },
    {
      name: 'UpdateEnvironment',
      resource: 'environment/<$.ApplicationName|web>/<$.EnvironmentName|prod>',
      returns: '{ "EnvironmentName": "<$.EnvironmentName|prod>", "Status": "Updating" }',
      label: '<$.EnvironmentName|prod>',
      example: {
        ApplicationName: 'web',
        EnvironmentName: 'prod',
        OptionSettings: [
          { Namespace: 'aws:elasticbeanstalk:environment', OptionName: 'ServiceRole', Value: 'aws-elasticbeanstalk-service-role' },
          { Namespace: 'aws:autoscaling:launchconfiguration', OptionName: 'IamInstanceProfile', Value: 'aws-elasticbeanstalk-ec2-role' },
        ],
      },
      exampleResolved: { instanceProfiles: { 'aws-elasticbeanstalk-ec2-role': exampleRole('aws-elasticbeanstalk-ec2-role') } },
      typicalAction: 's3:GetObject',
      sites: createEnvironmentSites,
    },
  ],
})
