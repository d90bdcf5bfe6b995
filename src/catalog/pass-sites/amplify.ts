import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createAppSites: readonly SiteSpec[] = [
  {
    id: 'amplify-service-role',
    at: '$.iamServiceRoleArn',
    timing: 'run',
    sends: sourceKeys('arn:<partition>:amplify:<region>:<account>:apps/d1a2b3c4d5e6f7', 'unsure'),
    fails: { place: 'build-log' },
  },
  {
    id: 'amplify-compute-role',
    at: '$.computeRoleArn',
    timing: 'run',
    sends: sourceKeys('arn:<partition>:amplify:<region>:<account>:apps/d1a2b3c4d5e6f7', 'unsure'),
    fails: { place: 'not-known' },
  },
]

export const amplify = defineService({
  id: 'amplify',
  name: 'AWS Amplify Hosting',
  shortName: 'Amplify',
  workload: 'build',
  principal: 'amplify.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/amplify/latest/userguide/how-to-service-role-amplify-console.html' },
  calls: [
    {
      name: 'CreateApp',
      returns: '{ "app": { "name": "<$.name|site>", "appId": "d1a2b3c4d5e6f7" } }',
      label: '<$.name|site>',
      example: { name: 'site', iamServiceRoleArn: exampleRole('amplify-build'), computeRoleArn: exampleRole('amplify-ssr') },
      typicalAction: 'cloudformation:CreateStack',
      sites: createAppSites,
    },
    {
      name: 'UpdateApp',
      resource: 'apps/<$.appId|d1a2b3c4d5e6f7>',
      returns: '{ "app": { "appId": "<$.appId|d1a2b3c4d5e6f7>" } }',
      label: '<$.appId|d1a2b3c4d5e6f7>',
      example: { appId: 'd1a2b3c4d5e6f7', iamServiceRoleArn: exampleRole('amplify-build'), computeRoleArn: exampleRole('amplify-ssr') },
      typicalAction: 'cloudformation:CreateStack',
      sites: createAppSites,
    },
  ],
})
