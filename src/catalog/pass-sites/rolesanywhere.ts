import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createProfileSites: readonly SiteSpec[] = [
  {
    id: 'rolesanywhere-create-profile',
    at: '$.roleArns[]',
    assumer: { kind: 'service', actions: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'] },
    timing: 'run',
    sends: sourceKeys(
      'arn:<partition>:rolesanywhere:<region>:<account>:trust-anchor/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d',
      'widely-reported',
    ),
    session: '0123456789abcdef',
    fails: { place: 'later-caller' },
    confidence: { sessionName: 'unsure' },
  },
]

export const rolesanywhere = defineService({
  id: 'rolesanywhere',
  name: 'IAM Roles Anywhere',
  shortName: 'Roles Anywhere',
  workload: 'outside-workload',
  principal: 'rolesanywhere.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html' },
  calls: [
    {
      name: 'CreateProfile',
      returns: '{ "profile": { "name": "<$.name|onprem>", "enabled": false } }',
      label: '<$.name|onprem>',
      example: { name: 'onprem', roleArns: [exampleRole('onprem-app')] },
      typicalAction: 's3:GetObject',
      sites: createProfileSites,
    },
    {
      name: 'UpdateProfile',
      resource: 'profile/<$.profileId|*>',
      returns: '{ "profile": { "profileId": "<$.profileId|55555555-6666-7777-8888-999999999999>" } }',
      label: 'profile',
      example: { profileId: '55555555-6666-7777-8888-999999999999', roleArns: [exampleRole('onprem-app')] },
      typicalAction: 's3:GetObject',
      sites: createProfileSites,
    },
  ],
})
