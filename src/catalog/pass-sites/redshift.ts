import { defineService, exampleRole, externalId, type SiteSpec } from '../define-service'

/** A role that a query names later. */
const clusterRole = (id: string, at: string): SiteSpec => ({
  id,
  at,
  timing: 'run',
  tried: false,
  sends: [externalId('arn:<partition>:redshift:<region>:<account>:dbuser:<$.ClusterIdentifier|dw>/awsuser')],
  session: 'RedshiftIamRoleSession',
  fails: {
    code: '8001',
    message:
      'User arn:<partition>:redshift:<region>:<account>:dbuser:<$.ClusterIdentifier|dw>/awsuser is not authorized to assume IAM Role <role-arn>',
    place: 'query-error',
  },
  confidence: { sessionName: 'unsure', assumed: 'widely-reported' },
})

export const redshift = defineService({
  id: 'redshift',
  name: 'Amazon Redshift',
  shortName: 'Redshift',
  workload: 'query',
  principal: 'redshift.amazonaws.com',
  denied: { code: 'AccessDenied' },
  docs: { trust: 'https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html' },
  calls: [
    {
      name: 'ModifyClusterIamRoles',
      resource: 'cluster:<$.ClusterIdentifier|dw>',
      returns: '{ "Cluster": { "ClusterIdentifier": "<$.ClusterIdentifier|dw>" } }',
      label: '<$.ClusterIdentifier|dw>',
      example: { ClusterIdentifier: 'dw', AddIamRoles: [exampleRole('redshift-s3')] },
      typicalAction: 's3:GetObject',
      sites: [clusterRole('redshift-modify-cluster-iam-roles', '$.AddIamRoles[]')],
    },
    {
      name: 'CreateCluster',
      resource: 'cluster:<$.ClusterIdentifier|dw>',
      returns: '{ "Cluster": { "ClusterIdentifier": "<$.ClusterIdentifier|dw>" } }',
      label: '<$.ClusterIdentifier|dw>',
      example: {
        ClusterIdentifier: 'dw',
        NodeType: 'ra3.large',
        MasterUsername: 'awsuser',
        ManageMasterPassword: true,
        IamRoles: [exampleRole('redshift-s3')],
      },
      typicalAction: 's3:GetObject',
      sites: [clusterRole('redshift-create-cluster', '$.IamRoles[]')],
    },
    {
      name: 'CreateScheduledAction',
      returns: '{ "ScheduledActionName": "<$.ScheduledActionName|pause>", "State": "ACTIVE" }',
      label: '<$.ScheduledActionName|pause>',
      example: {
        ScheduledActionName: 'pause',
        Schedule: 'cron(0 20 * * ? *)',
        IamRole: exampleRole('redshift-scheduler'),
        TargetAction: { PauseCluster: { ClusterIdentifier: 'dw' } },
      },
      typicalAction: 'redshift:PauseCluster',
      speaksAs: { workload: 'schedule' },
      sites: [
        {
          id: 'redshift-create-scheduled-action',
          at: '$.IamRole',
          principal: 'scheduler.redshift.amazonaws.com',
          passedTo: ['redshift.amazonaws.com'],
          timing: 'run',
          fails: { place: 'not-known' },
          confidence: { passedToService: 'unsure' },
          docs: { trust: 'https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-iam-access-control-identity-based.html' },
        },
      ],
    },
  ],
})
