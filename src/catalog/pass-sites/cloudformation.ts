import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createStackSites: readonly SiteSpec[] = [
  {
    id: 'cloudformation-create-stack',
    at: '$.RoleARN',
    // No key is documented for stack service roles; one field report says that aws:SourceAccount is not sent.
    associatedResourceArn: {
      value: 'arn:<partition>:cloudformation:<region>:<account>:stack/<$.StackName|app>/*',
      confidence: 'widely-reported',
    },
    timing: 'both',
    tried: true,
    session: 'AWSCloudFormation',
    fails: { code: 'ValidationError', message: 'Role <role-arn> is invalid or cannot be assumed' },
    confidence: { sessionName: 'widely-reported', assumed: 'widely-reported' },
  },
]

export const cloudformation = defineService({
  id: 'cloudformation',
  name: 'AWS CloudFormation',
  shortName: 'CloudFormation',
  workload: 'stack-operation',
  principal: 'cloudformation.amazonaws.com',
  denied: { code: 'AccessDenied' },
  docs: {
    trust: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    api: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
  },
  calls: [
    {
      name: 'CreateStack',
      resource: 'stack/<$.StackName|app>/*',
      returns: '{ "StackId": "arn:<partition>:cloudformation:<region>:<account>:stack/<$.StackName|app>/0a1b2c3d" }',
      label: '<$.StackName|app>',
      example: { StackName: 'app', TemplateURL: 'https://my-templates.s3.amazonaws.com/app.yml', RoleARN: exampleRole('cfn-app') },
      typicalAction: 's3:CreateBucket',
      sites: createStackSites,
    },
    {
      name: 'UpdateStack',
      resource: 'stack/<$.StackName|app>/*',
      returns: '{ "StackId": "arn:<partition>:cloudformation:<region>:<account>:stack/<$.StackName|app>/0a1b2c3d" }',
      label: '<$.StackName|app>',
      example: { StackName: 'app', TemplateURL: 'https://my-templates.s3.amazonaws.com/app.yml', RoleARN: exampleRole('cfn-app') },
      typicalAction: 's3:CreateBucket',
      sites: createStackSites,
    },
    {
      name: 'DeleteStack',
      resource: 'stack/<$.StackName|app>/*',
      label: '<$.StackName|app>',
      example: { StackName: 'app', RoleARN: exampleRole('cfn-app') },
      typicalAction: 's3:CreateBucket',
      sites: createStackSites,
    },
    {
      name: 'ContinueUpdateRollback',
      resource: 'stack/<$.StackName|app>/*',
      returns: '{}',
      label: '<$.StackName|app>',
      example: { StackName: 'app', RoleARN: exampleRole('cfn-app') },
      typicalAction: 's3:CreateBucket',
      sites: createStackSites,
    },
    {
      name: 'RollbackStack',
      resource: 'stack/<$.StackName|app>/*',
      returns: '{ "StackId": "arn:<partition>:cloudformation:<region>:<account>:stack/<$.StackName|app>/0a1b2c3d" }',
      label: '<$.StackName|app>',
      example: { StackName: 'app', RoleARN: exampleRole('cfn-app') },
      typicalAction: 's3:CreateBucket',
      sites: createStackSites,
    },
    {
      name: 'CreateChangeSet',
      resource: 'stack/<$.StackName|app>/*',
      returns: '{ "StackId": "arn:<partition>:cloudformation:<region>:<account>:stack/<$.StackName|app>/0a1b2c3d" }',
      label: '<$.ChangeSetName|cs1>',
      example: {
        StackName: 'app',
        ChangeSetName: 'cs1',
        TemplateURL: 'https://my-templates.s3.amazonaws.com/app.yml',
        RoleARN: exampleRole('cfn-app'),
      },
      typicalAction: 's3:CreateBucket',
      sites: [
        {
          id: 'cloudformation-create-change-set',
          at: '$.RoleARN',
          associatedResourceArn: {
            value: 'arn:<partition>:cloudformation:<region>:<account>:stack/<$.StackName|app>/*',
            confidence: 'widely-reported',
          },
          timing: 'run',
          session: 'AWSCloudFormation',
          fails: {
            code: 'ValidationError',
            message: 'Role <role-arn> is invalid or cannot be assumed',
            confidence: 'unsure',
            place: 'stack-event',
          },
          confidence: { sessionName: 'widely-reported' },
          docs: { api: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html' },
        },
      ],
    },
    {
      name: 'CreateStackSet',
      returns: '{ "StackSetId": "<$.StackSetName|baseline>:0a1b2c3d" }',
      label: '<$.StackSetName|baseline>',
      example: {
        StackSetName: 'baseline',
        TemplateURL: 'https://my-templates.s3.amazonaws.com/b.yml',
        AdministrationRoleARN: exampleRole('AWSCloudFormationStackSetAdministrationRole'),
        ExecutionRoleName: 'AWSCloudFormationStackSetExecutionRole',
      },
      speaksAs: { name: 'AWS CloudFormation StackSets', shortName: 'StackSets' },
      sites: [
        {
          id: 'cloudformation-create-stack-set',
          at: '$.AdministrationRoleARN',
          timing: 'run',
          sends: sourceKeys('arn:<partition>:cloudformation:<region>:<account>:stackset/<$.StackSetName|baseline>:0a1b2c3d'),
          fails: {
            message:
              "Account <account> should have 'AWSCloudFormationStackSetExecutionRole' role with trust relationship to Role 'AWSCloudFormationStackSetAdministrationRole'.",
            confidence: 'documented',
            place: 'stack-event',
          },
          docs: {
            trust: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html',
            errors: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-troubleshooting.html',
          },
        },
      ],
    },
  ],
})
